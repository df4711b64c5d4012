"""Job titles that are not sure enough are refused, and what only they needed goes with them."""

from dataclasses import replace

import pytest

from kg.graph.confidence import without_doubtful_titles
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


def after(fact: Fact) -> Graph:
    return without_doubtful_titles(Graph(entities=(DRIVER,), facts=(fact,)), load())


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
        {"predicate": "schema:worksFor", "object": "organization/globex"},
    ],
)
def test_what_is_sure_or_told_twice_or_no_title_stays(changes: dict) -> None:
    fact = replace(TITLE, **changes)
    assert after(fact).facts == (fact,)
