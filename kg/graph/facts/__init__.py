"""Claims and quotes become facts and quotations, merged, with the facts that follow from them."""

from kg.graph.facts.candidate import Candidate, candidates
from kg.graph.facts.described import stands_by_itself
from kg.graph.facts.from_claims import facts
from kg.graph.facts.from_quotes import in_order, quotations
from kg.graph.facts.home import home_facts
from kg.graph.facts.inference import (
    BY_ATTACK,
    BY_MEMBER,
    MEMBER_NATIONALITY,
    inferred_facts,
    opponents,
    participations,
)
from kg.graph.facts.judging import UNWRITTEN, judge
from kg.graph.facts.lesser import without_lesser
from kg.graph.facts.membership import (
    memberships,
    parts,
    sizes,
)
from kg.graph.facts.merging import merged, put_together
from kg.graph.facts.reader_alone import without_doubtful, words_of_fact
from kg.graph.facts.unsaid_posts import facts_of_posts

__all__ = [
    "BY_ATTACK",
    "BY_MEMBER",
    "MEMBER_NATIONALITY",
    "UNWRITTEN",
    "Candidate",
    "candidates",
    "facts",
    "facts_of_posts",
    "home_facts",
    "in_order",
    "inferred_facts",
    "judge",
    "memberships",
    "merged",
    "opponents",
    "participations",
    "parts",
    "put_together",
    "quotations",
    "sizes",
    "stands_by_itself",
    "without_doubtful",
    "without_lesser",
    "words_of_fact",
]
