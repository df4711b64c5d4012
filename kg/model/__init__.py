"""The values that flow through the rooms: frozen, plain, comparable."""

from kg.model.graph import Entity, Event, Fact, Graph, Link, Literal, Quotation, Refusal
from kg.model.long_articles import LONGEST_PIECE, joined, moved, moved_mention, pieces
from kg.model.reading import (
    SEEN,
    Assertion,
    Chain,
    Claim,
    Factuality,
    Frame,
    NamedDate,
    Part,
    Quote,
    Reading,
    Role,
    SeenRole,
)
from kg.model.text import Article, Gender, Kind, Mention, Passage, Quantity, TimeValue

__all__ = [
    "LONGEST_PIECE",
    "SEEN",
    "Article",
    "Assertion",
    "Chain",
    "Claim",
    "Entity",
    "Event",
    "Fact",
    "Factuality",
    "Frame",
    "Gender",
    "Graph",
    "Kind",
    "Link",
    "Literal",
    "Mention",
    "NamedDate",
    "Part",
    "Passage",
    "Quantity",
    "Quotation",
    "Quote",
    "Reading",
    "Refusal",
    "Role",
    "SeenRole",
    "TimeValue",
    "joined",
    "moved",
    "moved_mention",
    "pieces",
]
