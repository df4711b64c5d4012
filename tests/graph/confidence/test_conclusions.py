"""Conclusions are no surer than what they follow from."""

from dataclasses import replace

import pytest

from kg.graph.confidence import with_bounded_conclusions
from kg.model import Event, Fact, Graph, Passage

AT = Passage("a", 0, 20)
CREW, ADA, LAND, RIVAL = "group/crew", "person/ada-lund", "place/norway", "place/denmark"
RESCUE = Event(
    "event/1", "Crew is rescued", (), (("kg:patient", CREW),), (AT,), ("verb",), confidence=0.2
)
RAID = replace(
    RESCUE, id="event/2", types=("kg:Attack",), roles=(("kg:agent", LAND), ("kg:patient", RIVAL))
)


def fact(subject: str, predicate: str, value: str, rule: str, confidence: float) -> Fact:
    return Fact(subject, predicate, value, (rule,), (AT,), confidence=confidence)


MEMBER = fact(ADA, "schema:memberOf", CREW, "group-member", 0.7)
OF_CREW = fact(CREW, "schema:nationality", LAND, "adjective", 0.6)
TAKES_PART = fact(ADA, "kg:participatesAsMember", "event/1", "inferred:member", 0.94)
OF_ADA = fact(ADA, "schema:nationality", LAND, "inferred:member-nationality", 0.9)
OPPOSED = fact(RIVAL, "kg:opponent", LAND, "inferred:attack", 0.85)


@pytest.mark.parametrize(
    ("concluded", "confidence"),
    [
        (TAKES_PART, 0.2),
        (replace(TAKES_PART, confidence=0.1), 0.1),
        (OF_ADA, 0.6),
        (OPPOSED, 0.2),
        (replace(OPPOSED, decisions=("decision/1",)), 0.85),
        (replace(OPPOSED, rules=("clause-active", "inferred:attack")), 0.85),
        (replace(OPPOSED, subject="place/lima"), 0.85),  # of no event in the graph
        (MEMBER, 0.7),
    ],
)
def test_no_conclusion_is_surer_than_its_premises(concluded: Fact, confidence: float) -> None:
    facts = (MEMBER, OF_CREW, concluded)
    made = with_bounded_conclusions(Graph(facts=facts, events=(RESCUE, RAID)))
    assert made.facts[-1].confidence == confidence
    assert made.facts[:2] == facts[:2]


def test_of_several_ways_to_conclude_the_surest_counts() -> None:
    again = replace(RAID, id="event/3", confidence=0.5)
    made = with_bounded_conclusions(Graph(facts=(OPPOSED,), events=(RAID, again)))
    assert made.facts[0].confidence == 0.5
