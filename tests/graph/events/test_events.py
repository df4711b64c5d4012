"""Claims to events: their kinds, labels, roles, dates, and the claims that make none."""

from dataclasses import replace

import pytest
from event_samples import Clause, article, clause, events, id_of, noun, one

from kg.model import Factuality, Frame

BUYS = clause("buy", "{0} buys {1}", ("subject", "Globex"), ("object", "Initech"))


def roles(*clauses: Clause) -> set[tuple[str, str]]:
    return set(one(events(article("a", *clauses))).roles)


LABELS = [
    (BUYS, "Globex buys Initech"),
    (noun("acquisition", "{0}’s acquisition of {1}", ("subject", "Globex"), ("of", "Initech")), "Globex’s acquisition of Initech"),
    (clause("be buy", "", ("object", "Globex")), "Be buy"),
    (clause("buy", "{0} buys {1}", ("subject", "us"), ("object", "Initech")), "We buy Initech"),
    (clause("buy", "{0} does not buy {1}", ("subject", "we"), ("object", "Initech")), "We do not buy Initech"),
    (clause("buy", "{0} buys {1}", ("subject", "US Navy"), ("object", "Initech")), "US Navy buys Initech"),
    (clause("buy", "his book praises {0}", ("subject", "Globex")), "His book praises Globex"),
    (clause("buy", "iPhone makers buy {0}", ("object", "Globex")), "iPhone makers buy Globex"),
    (noun("acquisition", "{0}’s acquisition of {1}", ("subject", "our"), ("of", "Initech")), "Our acquisition of Initech"),
    (clause("buy", "{0} buys {1}", ("subject", "Globex"), ("object", "eight miners")), "Globex buys eight miners"),
    (clause("inspect", "she inspects " + "wide, " * 30 + "{0}", ("object", "Globex")), "She inspects" + " wide," * 16 + " …"),
    (clause("leave", "whose rescue team leaves {0}", ("object", "Globex")), "Rescue team leaves Globex"),
    (clause("buy", "{0} is bought by own founder", ("object", "Globex")), "Globex is bought by founder"),
    (clause("defy", "{0} defies own deputy leader", ("subject", "Globex")), "Globex defies deputy leader"),
    (clause("defy", "{0} defies its own leader", ("subject", "Globex")), "Globex defies its own leader"),
    (clause("defy", "{0} defies {1}’s own leader", ("subject", "Globex"), ("of", "Initech")), "Globex defies Initech’s own leader"),
    (clause("score", "{0} scores own goal", ("subject", "Ann Bolt")), "Ann Bolt scores own goal"),
    (clause("walk", "{0} walks out out of {1}", ("subject", "Ann Bolt"), ("of", "Oslo")), "Ann Bolt walks out of Oslo"),
    (clause("lose", "{0} loses seat to {1} {1}", ("subject", "Ann Bolt"), ("to", "Globex")), "Ann Bolt loses seat to Globex"),
    (clause("arrest", "{0} is arrested in {1}", ("object", "Moro Moro"), ("in", "Pago Pago")), "Moro Moro is arrested in Pago Pago"),
    (clause("meet", "{0} meets Lulu Lulu", ("subject", "Ann Bolt")), "Ann Bolt meets Lulu Lulu"),
    (clause("draw", "{0} draws 3 3 with {1}", ("subject", "Ann Bolt"), ("with", "Globex")), "Ann Bolt draws 3 3 with Globex"),
    (clause("visit", "{0} visits Oslo {1}", ("subject", "Ann Bolt"), ("in", "Oslo")), "Ann Bolt visits Oslo"),
    (clause("thank", "{0} thanks {1}] success", ("subject", "Ann Bolt"), ("object", "Globex")), "Ann Bolt thanks Globex success"),
    (clause("read", "{0} reads “Oslo by night", ("subject", "Ann Bolt")), "Ann Bolt reads Oslo by night"),
    (clause("buy", "{0} buys {1} (Initech)", ("subject", "Ann Bolt"), ("object", "Globex")), "Ann Bolt buys Globex (Initech)"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "label"), LABELS)
def test_a_label_is_a_short_clause_with_the_names_of_its_fillers(told: Clause, label: str) -> None:
    assert one(events(article("a", told))).label == label


KINDS = [
    (BUYS, ("kg:Acquisition",)),
    (clause("cross", "{0} crosses", ("subject", "Ann Bolt")), ("kg:Crossing", "kg:Movement")),
    (clause("inspect", "{0} inspects", ("subject", "Ann Bolt")), ("kg:Investigation",)),
    (noun("deal", "deal"), ("kg:Agreement",)),
]  # fmt: skip


@pytest.mark.parametrize(("told", "kinds"), KINDS)
def test_an_event_has_the_class_of_its_word_and_the_classes_above_it(
    told: Clause, kinds: tuple[str, ...]
) -> None:
    assert one(events(article("a", told))).types == kinds


PLACES = [
    ("{0} dies near {1} in {2}", (("near", "Oslo"), ("in", "Paris")), {"Oslo"}),
    ("{0} dies in {1} and {2}", (("in", "Oslo"), ("in", "Paris")), {"Oslo", "Paris"}),
    ("{0} dies in {1} during visit", (("in", "Oslo"), ("where", "Paris")), {"Oslo"}),
    ("{0} dies during visit", (("where", "Paris"),), {"Paris"}),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "at", "places"), PLACES)
def test_of_several_places_the_narrower_one_counts(
    phrase: str, at: tuple[tuple[str, str], ...], places: set[str]
) -> None:
    found = roles(clause("die", phrase, ("subject", "Ann Bolt"), *at))
    assert {entity for role, entity in found if role == "sem:hasPlace"} == set(map(id_of, places))


def test_the_place_around_a_narrower_one_stands_by() -> None:
    leaves = clause(
        "leave",
        "{0} leaves {1} in {2}",
        ("subject", "Ann Bolt"),
        ("object", "Oslo"),
        ("in", "Paris"),
    )
    event = one(events(article("a", leaves)))
    assert ("sem:hasPlace", id_of("Oslo")) in event.roles
    assert event.around == (("sem:hasPlace", id_of("Paris")),)


def test_roles_become_properties_and_stand_beside_the_properties_above_them() -> None:
    found = roles(
        clause("travel", "{0} travels", ("subject", "Ann Bolt"), ("from", "Oslo"), ("to", "Paris"))
    )
    assert {("kg:agent", id_of("Ann Bolt")), ("sem:hasActor", id_of("Ann Bolt"))} <= found
    assert {
        ("kg:origin", id_of("Oslo")),
        ("kg:destination", id_of("Paris")),
        ("sem:hasPlace", id_of("Paris")),
    } <= found


COMPANY = [
    (clause("leave", "{0} leaves with {1}", ("subject", "Ann Bolt"), ("with", "Jens Berg")), "kg:agent"),
    (clause("arrest", "{0} is arrested with {1}", ("object", "Ann Bolt"), ("with", "Jens Berg")), "kg:patient"),
    (clause("meet", "{0} meets with {1}", ("subject", "Ann Bolt"), ("with", "Jens Berg")), "sem:hasActor"),
    (clause("replace", "{0} replaces {1} with {2}", ("subject", "Globex"), ("object", "Ann Bolt"), ("with", "Jens Berg")), "sem:hasActor"),
    (clause("hand over", "{0} is handed over to {1}", ("object", "Jens Berg"), ("to", "Ann Bolt")), "kg:patient"),
    (clause("award", "{1} is awarded {0}", ("object", "Jens Berg"), ("recipient", "Ann Bolt")), "kg:patient"),
    (clause("close", "{0} closes shop", ("subject", "Jens Berg")), "kg:agent"),
    (clause("contact", "{0} contacts {1}", ("subject", "Ann Bolt"), ("object", "Jens Berg")), "kg:recipient"),
    (clause("throw", "{0} throws stones at {1}", ("subject", "eight miners"), ("at", "Jens Berg")), "kg:patient"),
    (clause("borrow", "{0} borrows a boat from {1}", ("subject", "Ann Bolt"), ("from", "Jens Berg")), "kg:agent"),
    (clause("survive", "{0} survives crash", ("subject", "Jens Berg")), "kg:patient"),
    (clause("forbid", "{0} forbids {1} to leave", ("subject", "Globex"), ("recipient", "Jens Berg")), "kg:patient"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "wanted"), COMPANY)
def test_a_role_depends_on_the_other_roles_of_the_clause(told: Clause, wanted: str) -> None:
    found = {curie for curie, filler in roles(told) if filler == id_of("Jens Berg")}
    assert found - {"sem:hasActor"} == {wanted} - {"sem:hasActor"}
    assert "sem:hasActor" in found


def test_a_journey_in_an_adjunct_is_made_by_the_subject_of_the_clause() -> None:
    assert ("kg:agent", id_of("Ann Bolt")) in roles(
        noun("train ride", "train ride", ("understood", "Ann Bolt"))
    )


def test_other_nouns_in_an_adjunct_have_no_understood_subject() -> None:
    assert roles(noun("deal", "deal", ("understood", "Ann Bolt"))) == set()


NO_EVENTS = [
    clause("own", "{0} owns {1}", ("subject", "Globex"), ("object", "Initech")),  # a state
    clause("inspect", "somebody inspects in {0}", ("in", "Oslo")),  # nobody who takes part, no date
    noun("statement", "statement"),  # a saying without a sayer
    noun("table", "table of {0}", ("of", "Globex")),  # no happening
    clause("open", "opens", ("when", "2021")),  # a date, but nothing that opens
    clause("open", "they open", ("when", "2021")),  # a pronoun for nobody known
]


@pytest.mark.parametrize("told", NO_EVENTS)
def test_what_tells_of_nobody_or_of_a_state_is_no_event(told: Clause) -> None:
    assert events(article("a", told)) == ()


def test_a_dated_clause_with_a_subject_is_an_event_though_nobody_known_takes_part() -> None:
    event = one(
        events(article("a", clause("deliver", "first jets are delivered", ("when", "2014"))))
    )
    assert (
        event.label == "First jets are delivered"
        and event.time is not None
        and event.time.start == "2014"
    )


def test_a_clause_whose_noun_of_happening_it_only_carries_makes_no_second_event() -> None:
    reading = article("a", clause("make", "{0} makes an apology", ("subject", "Ann Bolt")))
    (verb,) = reading.claims
    carried = replace(verb, frame=Frame.HAPPENING, predicate="apology", rule="light-verb")
    assert one(events(replace(reading, claims=(verb, carried)))).types == ("kg:Apology",)


@pytest.mark.parametrize("factuality", list(Factuality))
def test_an_event_keeps_how_far_it_is_told_as_a_fact(factuality: Factuality) -> None:
    denied = clause(
        "buy", "{0} buys {1}", ("subject", "Globex"), ("object", "Initech"), factuality=factuality
    )
    assert one(events(article("a", denied))).factuality is factuality


def test_the_words_of_the_date_and_the_length_of_time_are_kept() -> None:
    told = clause(
        "travel",
        "{0} travels",
        ("subject", "Ann Bolt"),
        ("when", "2021-02-25"),
        ("duration", "PT32H"),
    )
    event = one(events(article("a", told)))
    assert (event.time_expressions, event.duration) == (("2021-02-25",), "PT32H")
