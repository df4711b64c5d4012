"""Differences between two graphs: in words, as an RDF patch, and as JSON."""

from kg.changes.bases import base_of, below
from kg.changes.compare import changes
from kg.changes.formats import as_json, patch, report
from kg.changes.side import (
    Change,
    Outcome,
    Side,
    Topic,
)

__all__ = [
    "Change",
    "Outcome",
    "Side",
    "Topic",
    "as_json",
    "base_of",
    "below",
    "changes",
    "patch",
    "report",
]
