"""Decisions of people about a graph, in `decisions.ttl`: read, written, honoured by a build."""

from kg.decisions.form import (
    DECISIONS_FILE,
    DOCUMENT,
    EVENT,
    QUOTATION,
    STATEMENT,
    iri_of,
    kind_of_node,
    local_of,
)
from kg.decisions.reading import decisions_in, in_order, read_decisions
from kg.decisions.rulings import NO_RULINGS, Rulings
from kg.decisions.things import Decided
from kg.decisions.wording import id_of, short_words_of, words_of
from kg.decisions.writing import block_of, with_block

__all__ = [
    "DECISIONS_FILE",
    "DOCUMENT",
    "EVENT",
    "NO_RULINGS",
    "QUOTATION",
    "STATEMENT",
    "Decided",
    "Rulings",
    "block_of",
    "decisions_in",
    "id_of",
    "in_order",
    "iri_of",
    "kind_of_node",
    "local_of",
    "read_decisions",
    "short_words_of",
    "with_block",
    "words_of",
]
