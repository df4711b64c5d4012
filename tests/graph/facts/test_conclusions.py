"""Facts of all articles together: what becomes one, what follows, and what the reader says alone."""

from dataclasses import replace

import pytest
from fact_samples import ARMED, CITY, COUNTRY, ONTOLOGY, PERSON, entity, mention, relation, told

from kg.graph.facts.inference import inferred_facts, opponents, participations
from kg.graph.facts.merging import merged
from kg.graph.facts.reader_alone import without_doubtful
from kg.model import (
    Event,
    Fact,
    Factuality,
    Literal,
    Passage,
)


def test_a_symmetric_fact_stands_the_same_way_round_whoever_comes_first() -> None:
    one, _ = told("Norway, Sweden.", "kg:ally", ("Norway", COUNTRY), ("Sweden", COUNTRY))
    other, _ = told("Norway, Sweden.", "kg:ally", ("Sweden", COUNTRY), ("Norway", COUNTRY))
    assert [(fact.subject, fact.object) for fact in one] == [
        (fact.subject, fact.object) for fact in other
    ]


def test_a_fact_keeps_the_factuality_of_its_claim() -> None:
    found, _ = told(
        "Norway, Sweden.",
        "kg:ally",
        ("Norway", COUNTRY),
        ("Sweden", COUNTRY),
        factuality=Factuality.DENIED,
    )
    assert [fact.factuality for fact in found] == [Factuality.DENIED]


def test_facts_of_one_triple_become_one_with_all_evidence() -> None:
    first = Fact(
        "x", "schema:worksFor", "y", ("title",), (Passage("a", 0, 9),), Factuality.REPORTED
    )
    second = replace(
        first, rules=("as",), evidence=(Passage("b", 3, 7),), factuality=Factuality.ASSERTED
    )
    (one,) = merged([second, first])
    assert one.evidence == (Passage("a", 0, 9), Passage("b", 3, 7))
    assert (one.rules, one.articles, one.factuality) == (("as", "title"), 2, Factuality.ASSERTED)
    assert merged([first, second]) == (one,)


def test_a_denied_fact_does_not_merge_with_a_told_one() -> None:
    fact = Fact("x", "kg:ally", "y", ("help",), (Passage("a", 0, 9),))
    assert len(merged([fact, replace(fact, factuality=Factuality.DENIED)])) == 2


def test_a_number_is_never_merged_with_a_thing_of_the_same_text() -> None:
    fact = Fact("x", "kg:age", Literal("44", "xsd:integer"), ("age",), (Passage("a", 0, 9),))
    assert len(merged([fact, replace(fact, object="44")])) == 2


CONCLUSIONS = [
    (
        ("person/x", "schema:memberOf", "group/g"),
        ("group/g", "schema:nationality", "n"),
        ("person/x", "schema:nationality", "n"),
    ),
]


@pytest.mark.parametrize(("first", "second", "wanted"), CONCLUSIONS)
def test_what_follows_is_concluded_on_the_evidence_of_both(
    first: tuple[str, str, str], second: tuple[str, str, str], wanted: tuple[str, str, str]
) -> None:
    found = {
        (fact.subject, fact.predicate, fact.object): fact
        for fact in inferred_facts([relation(*first, 0), relation(*second, 10)])
    }
    assert found[wanted].evidence == (Passage("a", 0, 5), Passage("a", 10, 15))
    assert found[wanted].rules[0].startswith("inferred:")


def test_an_article_from_which_a_fact_only_follows_is_not_one_that_says_it() -> None:
    inferred = Fact("x", "kg:opponent", "y", ("inferred:attack",), (Passage("a", 0, 5),))
    said = Fact("x", "kg:opponent", "y", ("verb",), (Passage("b", 0, 5),))
    (alone,), (both,) = merged([inferred]), merged([inferred, said])
    assert (alone.articles, merged([alone])) == (0, (alone,))
    assert (both.articles, both.evidence) == (1, (Passage("a", 0, 5), Passage("b", 0, 5)))


def test_nothing_follows_from_what_is_denied() -> None:
    member = relation("person/x", "schema:memberOf", "group/g", 0)
    denied = replace(member, factuality=Factuality.DENIED)
    assert len(inferred_facts([denied, relation("group/g", "schema:nationality", "n", 9)])) == 2


NOT_CONCLUDED = [
    (("q", "schema:containedInPlace", "c"), ("c", "schema:containedInPlace", "n")),
    (("o", "schema:parentOrganization", "p"), ("p", "kg:ofCountry", "n")),
]


@pytest.mark.parametrize(("first", "second"), NOT_CONCLUDED)
def test_what_no_article_says_of_the_whole_is_not_told_of_its_part(
    first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    stated = [relation(*first, 0), relation(*second, 10)]
    assert len(inferred_facts(stated)) == 2


# --------------------------------------------------------------------------------------- what the reader says alone

DOUBTED = [
    (("reader:residence",), 0.99, False),
    (("reader:residence", "apposition-post"), 0.6, True),
    (("reader:employment",), 0.96, True),
    (("reader:containment",), 0.85, True),
    (("reader:containment",), 0.6, False),
    (("reader:nationality",), 0.7, True),
    (("reader:nationality",), 0.5, False),
    (("copula",), 0.0, True),
]


@pytest.mark.parametrize(("rules", "probability", "wanted"), DOUBTED)
def test_what_the_reader_says_alone_is_a_fact_only_where_it_has_proved_right(
    rules: tuple[str, ...], probability: float, wanted: bool
) -> None:
    fact = replace(relation("x", "schema:worksFor", "y", 0), rules=rules, probability=probability)
    believed, refused = without_doubtful([fact], {}, ONTOLOGY)
    assert bool(believed) is wanted
    assert [refusal.reason.partition(":")[0] for refusal in refused] == (
        [] if wanted else ["the learned reader alone"]
    )


@pytest.mark.parametrize(
    ("rules", "factuality", "wanted"),
    [
        (("reader:chief",), Factuality.PLANNED, False),
        (("reader:employment",), Factuality.DENIED, False),
        (("reader:chief", "reader:employment"), Factuality.POSSIBLE, False),
        (("reader:chief", "copula"), Factuality.PLANNED, True),
        (("copula",), Factuality.DENIED, True),
        (("reader:employment",), Factuality.REPORTED, True),
    ],
)
def test_what_is_denied_or_planned_needs_a_rule(
    rules: tuple[str, ...], factuality: Factuality, wanted: bool
) -> None:
    fact = replace(relation("x", "kg:leads", "y", 0), rules=rules, factuality=factuality)
    believed, refused = without_doubtful([replace(fact, probability=0.99)], {}, ONTOLOGY)
    assert bool(believed) is wanted
    assert bool(refused) is not wanted


ATTACKS = [
    ((COUNTRY, ARMED), Factuality.ASSERTED, True),
    ((COUNTRY, ARMED), Factuality.PLANNED, False),
    ((PERSON, ARMED), Factuality.ASSERTED, False),
    ((ARMED, CITY), Factuality.ASSERTED, False),
]


@pytest.mark.parametrize(("types", "factuality", "wanted"), ATTACKS)
def test_an_attack_makes_opponents_of_its_two_sides(
    types: tuple[tuple[str, ...], tuple[str, ...]], factuality: Factuality, wanted: bool
) -> None:
    text = "Acme Bolt"
    sides = [
        entity(name, kind, (mention(text, name),))
        for name, kind in zip(text.split(), types, strict=True)
    ]
    roles = (("kg:agent", "thing/Bolt"), ("kg:patient", "thing/Acme"))
    event = Event(
        "event/1",
        "an attack",
        ("kg:Attack",),
        roles,
        (Passage("a", 0, 9),),
        ("test",),
        factuality=factuality,
    )
    found = list(opponents([event], {side.id: side for side in sides}))
    assert [(fact.subject, fact.object) for fact in found] == (
        [("thing/Acme", "thing/Bolt")] if wanted else []
    )


PARTICIPATIONS = [
    ("kg:agent", Factuality.ASSERTED, "person/ann", "group/miners", True),
    ("kg:patient", Factuality.REPORTED, "person/ann", "group/miners", True),
    ("kg:recipient", Factuality.ASSERTED, "person/ann", "group/miners", False),
    ("kg:agent", Factuality.PLANNED, "person/ann", "group/miners", False),
    ("kg:agent", Factuality.DENIED, "person/ann", "group/miners", False),
    ("kg:agent", Factuality.ASSERTED, "organization/acme", "group/miners", False),
    ("kg:agent", Factuality.ASSERTED, "person/ann", "organization/miners", False),
]


@pytest.mark.parametrize(("role", "factuality", "member", "group", "wanted"), PARTICIPATIONS)
def test_members_of_a_group_take_part_as_members_only(
    role: str, factuality: Factuality, member: str, group: str, wanted: bool
) -> None:
    passage = Passage("a", 20, 29)
    strike = Event(
        "event/1", "a strike", (), ((role, group),), (passage,), ("test",), factuality=factuality
    )
    found = list(participations([strike], [relation(member, "schema:memberOf", group, 0)]))
    told = [(fact.subject, fact.predicate, fact.object, fact.rules) for fact in found]
    assert told == (
        [(member, "kg:participatesAsMember", "event/1", ("inferred:member",))] if wanted else []
    )
    assert all(fact.evidence == (Passage("a", 0, 5), passage) for fact in found)


def test_who_is_said_to_take_part_needs_no_membership() -> None:
    roles = (("kg:agent", "group/miners"), ("kg:patient", "person/ann"))
    event = Event("event/1", "a strike", (), roles, (Passage("a", 0, 9),), ("test",))
    member = relation("person/ann", "schema:memberOf", "group/miners", 0)
    assert not list(participations([event], [member]))
