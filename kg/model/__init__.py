"""The values that flow through the rooms: frozen, plain, comparable."""

from kg.model.graph import Entity, Event, Fact, Graph, Link, Literal, Quotation, Refusal
from kg.model.moved import moved
from kg.model.pieces import LONGEST_PIECE, joined, pieces
from kg.model.reading import Chain, Claim, Factuality, Frame, Quote, Reading, Role
from kg.model.text import Article, Gender, Kind, Mention, Passage, Quantity, TimeValue

__all__ = [
    "LONGEST_PIECE",
    "Article",
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
    "Passage",
    "Quantity",
    "Quotation",
    "Quote",
    "Reading",
    "Refusal",
    "Role",
    "TimeValue",
    "joined",
    "moved",
    "pieces",
]
