"""Confidence in each fact and event of a graph: the probability that a reader calls it right.

Signs vote, those of how it was read and of what it is about. The weights are learnt from annotated
news (`training/event_confidence.py`, `training/fact_confidence.py`), where a program that knows the
annotation says of each whether it is right.
"""

from kg.graph.confidence.conclusions import with_bounded_conclusions
from kg.graph.confidence.events import with_sure_events, without_doubtful_events
from kg.graph.confidence.facts import sure_facts, without_doubtful_facts
from kg.graph.confidence.repetitions import without_repetitions

__all__ = [
    "sure_facts",
    "with_bounded_conclusions",
    "with_sure_events",
    "without_doubtful_events",
    "without_doubtful_facts",
    "without_repetitions",
]
