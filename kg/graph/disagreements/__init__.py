"""Disagreements: what cannot both be true, what changed, and for how long statements hold."""

from kg.graph.disagreements.collected import Tellings
from kg.graph.disagreements.denials import with_denials
from kg.graph.disagreements.events import with_disagreeing_events
from kg.graph.disagreements.facts import with_disagreeing_facts
from kg.graph.disagreements.figures import with_disagreeing_tolls
from kg.graph.disagreements.validity import with_validity

__all__ = [
    "Tellings",
    "with_denials",
    "with_disagreeing_events",
    "with_disagreeing_facts",
    "with_disagreeing_tolls",
    "with_validity",
]
