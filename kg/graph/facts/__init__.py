"""Claims and quotations become facts: what the ontology lets be said, merged, and what follows from it."""

from kg.graph.facts.from_claims import UNWRITTEN, candidates, facts, judge
from kg.graph.facts.from_quotes import in_order, quotations
from kg.graph.facts.inference import inferred_facts, opponents
from kg.graph.facts.membership import memberships
from kg.graph.facts.merging import merged, put_together

__all__ = [
    "UNWRITTEN",
    "candidates",
    "facts",
    "in_order",
    "inferred_facts",
    "judge",
    "memberships",
    "merged",
    "opponents",
    "put_together",
    "quotations",
]
