"""Job titles, and facts about things without a name, are refused if they are not sure enough.

What only they needed goes with them. For those who want precise facts, all others are refused, too.
"""

from dataclasses import replace

import pytest

from kg.choices import Demand
from kg.graph.confidence import without_doubtful_facts
from kg.graph.confidence.facts import VOTE
from kg.graph.ontology import load
from kg.model import Entity, Fact, Graph, Literal, Passage

BELOW = round(VOTE.floor - 0.01, 2)
DRIVER = Entity("person/driver", "driver", ("schema:Person",), described=True, signs=("det:a",))
TITLE = Fact(
    DRIVER.id,
    "schema:jobTitle",
    Literal("driver"),
    ("noun-phrase",),
    (Passage("a", 0, 8),),
    confidence=BELOW,
    articles=1,
)


def after(fact: Fact, demand: Demand = Demand.USUAL) -> Graph:
    return without_doubtful_facts(Graph(entities=(DRIVER,), facts=(fact,)), load(), demand)


def test_a_doubtful_title_is_a_refusal_and_takes_its_thing_with_it() -> None:
    graph = after(TITLE)
    assert not graph.facts
    assert not graph.entities
    [refusal] = graph.refusals
    assert refusal.passage == TITLE.evidence[0]
    assert f"{BELOW:.2f}, {VOTE.floor:.2f} is asked" in refusal.reason


@pytest.mark.parametrize(
    "changes",
    [
        {"confidence": VOTE.floor},
        {"articles": 2},
        {"rules": ("a user's",)},
        {
            "subject": "person/ada-lund",
            "predicate": "schema:worksFor",
            "object": "organization/globex",
        },
    ],
)
def test_what_is_sure_or_told_twice_or_ties_two_names_stays(changes: dict) -> None:
    fact = replace(TITLE, **changes)
    assert after(fact).facts == (fact,)


@pytest.mark.parametrize(
    ("subject", "value"),
    [
        (DRIVER.id, "organization/globex"),
        ("person/ada-lund", DRIVER.id),
    ],
)
def test_any_doubtful_fact_about_a_thing_without_a_name_is_a_refusal(
    subject: str, value: str
) -> None:
    fact = replace(TITLE, subject=subject, predicate="schema:worksFor", object=value)
    graph = after(fact)
    assert not graph.facts
    assert len(graph.refusals) == 1


WORKS = replace(TITLE, predicate="schema:worksFor", object="organization/globex")
JUST_BELOW = round(VOTE.floor_for(Demand.PRECISE) - 0.01, 2)


@pytest.mark.parametrize("rules", [("noun-phrase",), ("inferred:kg:leads",)])
def test_who_wants_precise_facts_gets_only_sure_ones_of_any_relation(rules: tuple[str]) -> None:
    fact = replace(WORKS, rules=rules, confidence=JUST_BELOW)
    graph = after(fact, Demand.PRECISE)
    assert not graph.facts
    [refusal] = graph.refusals
    assert f"{JUST_BELOW:.2f}, {VOTE.floor_for(Demand.PRECISE):.2f} is asked" in refusal.reason
    sure = replace(fact, confidence=VOTE.floor_for(Demand.PRECISE))
    assert after(sure, Demand.PRECISE).facts == (sure,)


def test_what_a_person_decided_or_a_rule_of_their_own_says_is_not_doubted() -> None:
    for fact in (
        replace(WORKS, confidence=JUST_BELOW, decisions=("decision/1",)),
        replace(WORKS, confidence=JUST_BELOW, rules=("a user's",)),
    ):
        assert after(fact, Demand.PRECISE).facts == (fact,)


def test_who_wants_many_facts_gets_less_sure_titles_too() -> None:
    assert after(TITLE, Demand.MANY).facts == (TITLE,)
    unsure = replace(TITLE, confidence=round(VOTE.floor_for(Demand.MANY) - 0.01, 2))
    assert not after(unsure, Demand.MANY).facts
