"""Differences between two graphs: in words, as an RDF patch, and as JSON."""

from kg.changes.compare import Change, Outcome, Side, Topic, changes
from kg.changes.formats import as_json, patch, report

__all__ = ["Change", "Outcome", "Side", "Topic", "as_json", "changes", "patch", "report"]
