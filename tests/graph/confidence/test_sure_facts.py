"""How sure a fact is: its rules and ends decide; world knowledge and a user's own rules stay as they are."""

from dataclasses import replace

import pytest

from kg.graph.confidence import sure_facts
from kg.graph.confidence.facts import HIGHEST, VOTE, signs_of
from kg.model import Entity, Fact, Literal, Passage

ADA = Entity("person/ada-lund", "Ada Lund", ("schema:Person",))
OWNER = Entity("person/owner", "owner", ("schema:Person",), described=True)
LEADS = Fact(
    ADA.id,
    "kg:leads",
    "organization/globex",
    ("title",),
    (Passage("a", 0, 20),),
    confidence=0.9,
    articles=1,
)
KNOWN = {ADA.id: ADA, OWNER.id: OWNER}


def judged(fact: Fact) -> Fact:
    (made,) = sure_facts([fact], [ADA, OWNER])
    return made


@pytest.mark.parametrize(
    "sign",
    [
        "relation:kg:leads",
        "rule:title",
        "rule:title kg:leads",
        "rules:1",
        "share 0.9",
        "subject person named",
        "object organization named",
        "kg:leads of person named",
        "articles:1",
        "passages:1",
        "told Asserted",
    ],
)
def test_a_fact_has_signs_of_its_rules_ends_and_support(sign: str) -> None:
    assert sign in signs_of(LEADS, KNOWN)


@pytest.mark.parametrize(
    ("changes", "sign"),
    [
        ({"subject": OWNER.id}, "subject person described"),
        ({"object": Literal("chief of staff")}, "kg:leads words:3"),
        ({"object": Literal("chief")}, "object literal"),
        ({"past": True}, "past kg:leads"),
        ({"speakers": (ADA.id,)}, "somebody says so"),
        ({"rules": ("reader:leader", "title"), "probability": 0.9}, "reader 0.9"),
        ({"articles": 5}, "articles:3"),
        ({"end": "2019"}, "has a time"),
        ({"role": "chief"}, "has a role"),
    ],
)
def test_what_differs_is_a_sign(changes: dict[str, object], sign: str) -> None:
    assert sign in signs_of(replace(LEADS, **changes), KNOWN)
    assert sign not in signs_of(LEADS, KNOWN)


def test_a_fact_is_as_sure_as_its_signs_say() -> None:
    assert judged(LEADS).confidence == min(VOTE.chance(signs_of(LEADS, KNOWN)), HIGHEST)


def test_what_a_gazetteer_says_is_certain() -> None:
    world = replace(LEADS, rules=("title",), gazetteer="countries", confidence=1.0)
    assert judged(world).confidence == 1.0


@pytest.mark.parametrize("rules", [(), ("my-own-rule",)])
def test_a_rule_that_the_table_does_not_know_is_as_sure_as_before(rules: tuple[str, ...]) -> None:
    own = replace(LEADS, rules=rules, confidence=0.75)
    assert judged(own).confidence == 0.75


def test_what_a_rule_of_more_weight_reads_is_surer() -> None:
    rules = {sign for sign in VOTE.weights if sign.startswith("rule:") and " " not in sign}
    best, worst = (pick(rules, key=VOTE.weights.__getitem__) for pick in (max, min))
    by_rule = [
        judged(replace(LEADS, rules=(sign.removeprefix("rule:"),))).confidence
        for sign in (best, worst)
    ]
    assert by_rule[0] > by_rule[1]


def test_a_title_has_signs_of_its_noun_and_of_who_has_it() -> None:
    title = replace(LEADS, predicate="schema:jobTitle", subject=OWNER.id, object=Literal("owner"))
    described = replace(OWNER, signs=("det:a",))
    signs = signs_of(title, {OWNER.id: described})
    assert {"title owner", "schema:jobTitle is the name", "thing det:a"} <= {*signs}
    of_named = signs_of(replace(title, subject=ADA.id), KNOWN)
    assert "title owner" in of_named
    assert not {"schema:jobTitle is the name", "thing det:a"} & {*of_named}
