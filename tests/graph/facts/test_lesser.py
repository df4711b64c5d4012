"""Facts that say less than another: of the same two things, or of the same post."""

import pytest

from kg.graph.facts.lesser import is_fuller_title, without_lesser
from kg.model import Fact, Factuality, Literal, Passage

FULLER = [
    ("interior minister", "minister"),
    ("minister for territorial administration", "minister"),
    ("chief of the general staff", "chief"),
    ("editor-in-chief", "editor"),
    ("prime minister", "minister"),
    ("tournament director", "director"),
    ("leader of the opposition", "leader"),
    ("consular employee", "employee"),
    ("fast bowler", "bowler"),
    ("secretary of state", "secretary"),
]
NOT_FULLER = [
    ("vice president", "president"),
    ("deputy mayor", "mayor"),
    ("acting director", "director"),
    ("co-leader", "leader"),
    ("vice-admiral", "admiral"),
    ("minister", "minister"),
    ("minister", "interior minister"),
    ("party leader", "party"),
    ("director general", "director"),
    ("interior minister", "foreign minister"),
]


@pytest.mark.parametrize(("title", "lesser"), FULLER)
def test_a_title_is_fuller_with_words_before_it_or_its_field(title: str, lesser: str) -> None:
    assert is_fuller_title(title.replace("-", " ").split(), lesser.split())


@pytest.mark.parametrize(("title", "lesser"), NOT_FULLER)
def test_another_rank_or_post_is_not_fuller(title: str, lesser: str) -> None:
    assert not is_fuller_title(title.replace("-", " ").split(), lesser.split())


def post(title: str, **more: object) -> Fact:
    return Fact(
        "person/a",
        "schema:jobTitle",
        Literal(title),
        ("title",),
        (Passage("a", len(title), 99),),
        **more,
    )


def link(predicate: str, rule: str = "title", **more: object) -> Fact:
    return Fact("person/a", predicate, "organization/b", (rule,), (Passage("a", 0, 9),), **more)


def test_the_fuller_title_has_the_evidence_of_both() -> None:
    full, lesser = without_lesser([post("interior minister"), post("minister")])
    assert full.object == lesser.object
    assert full.evidence != lesser.evidence


KEPT = [
    [post("vice president"), post("president")],
    [post("interior minister", past=True), post("minister")],
    [post("interior minister", factuality=Factuality.DENIED), post("minister")],
    [link("kg:leads", past=True), link("schema:memberOf")],
    [link("kg:leads", "reader:head"), link("schema:memberOf")],
]


@pytest.mark.parametrize("facts", KEPT)
def test_facts_that_differ_in_more_than_words_stay(facts: list[Fact]) -> None:
    assert without_lesser(facts) == facts


TAKEN_OUT = [
    ("kg:leads", "schema:memberOf"),
    ("schema:memberOf", "schema:worksFor"),
    ("kg:leads", "schema:worksFor"),
]


@pytest.mark.parametrize(("telling", "lesser"), TAKEN_OUT)
def test_who_leads_a_body_is_no_mere_member_and_a_member_no_mere_employee(
    telling: str, lesser: str
) -> None:
    found = without_lesser([link(telling), link(lesser)])
    assert {fact.predicate for fact in found} == {telling}
