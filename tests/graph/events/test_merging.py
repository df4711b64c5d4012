"""Mentions of one happening become one event, in an article and over articles, and two happenings never do."""

import pytest
from event_samples import (
    Clause,
    article,
    clause,
    events,
    id_of,
    noun,
    one,
)
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Factuality, Reading


def buys(
    *more: tuple[str, str],
    buyer: str = "Globex",
    bought: str = "Initech",
    told: Factuality = Factuality.ASSERTED,
) -> Clause:
    return clause(
        "buy", "{0} buys {1}", ("subject", buyer), ("object", bought), *more, factuality=told
    )


ACQUISITION = noun(
    "acquisition", "{0}’s acquisition of {1}", ("subject", "Globex"), ("of", "Initech")
)
JOURNEY = noun("journey", "{0}’s journey to {1}", ("subject", "Ann Bolt"), ("to", "Paris"))

SAME = [
    ("verb and noun", buys(), ACQUISITION),
    (
        "a noun without participants after the same noun",
        ACQUISITION,
        noun("acquisition", "acquisition"),
    ),
    ("a year and a day in it", buys(("when", "2021")), buys(("when", "2021-02-03"))),
    ("a place only once", buys(("in", "Oslo")), buys()),
    ("a journey told twice", JOURNEY, noun("journey", "{0}’s journey", ("subject", "Ann Bolt"))),
]
APART = [
    ("another buyer", buys(), buys(buyer="Umbrella")),
    ("another thing bought", buys(), buys(bought="Umbrella")),
    ("other dates", buys(("when", "2021-02-03")), buys(("when", "2021-02-04"))),
    ("a denial", buys(), buys(told=Factuality.DENIED)),
    ("a plan and a possibility", buys(told=Factuality.PLANNED), buys(told=Factuality.POSSIBLE)),
    (
        "other lengths",
        *(
            clause("travel", "{0} travels", ("subject", "Ann Bolt"), ("duration", d))
            for d in ("PT2H", "PT3H")
        ),
    ),
    (
        "other places to go",
        *(
            clause("travel", "{0} travels", ("subject", "Ann Bolt"), ("to", to))
            for to in ("Oslo", "Rome")
        ),
    ),
    ("two sayings", *[clause("say", "{0} says", ("subject", "Ann Bolt"))] * 2),
    (
        "other kinds",
        buys(),
        clause("attack", "{0} attacks {1}", ("subject", "Globex"), ("object", "Initech")),
    ),
]


@pytest.mark.parametrize(("why", "first", "second"), SAME)
def test_one_article_tells_one_event_in(why: str, first: Clause, second: Clause) -> None:
    event = one(events(article("a", first, second)))
    assert len(event.evidence) == 2, why


@pytest.mark.parametrize(("why", "first", "second"), APART)
def test_one_article_tells_two_events_with(why: str, first: Clause, second: Clause) -> None:
    assert len(events(article("a", first, second))) == 2, why


def test_what_is_reported_and_what_is_asserted_is_one_event_and_asserted() -> None:
    event = one(events(article("a", buys(told=Factuality.REPORTED), buys())))
    assert event.factuality is Factuality.ASSERTED


def test_an_event_has_the_most_precise_date_of_its_mentions() -> None:
    event = one(events(article("a", buys(("when", "2021")), buys(("when", "2021-02-03")))))
    assert event.time is not None and event.time.start == "2021-02-03"
    assert event.time_expressions == ("2021", "2021-02-03")


def test_two_articles_that_share_two_participants_tell_one_event() -> None:
    event = one(events(article("a", buys()), article("b", ACQUISITION)))
    assert event.articles == 2


SHARES_ONE = noun("acquisition", "{0}’s acquisition", ("subject", "Globex"))


def test_two_articles_of_two_stories_that_share_one_participant_tell_two_events() -> None:
    told = article("a", buys()), article("b", SHARES_ONE, published="2023-06-01")
    assert len(events(*told)) == 2


def test_two_articles_of_one_story_that_share_one_participant_tell_one_event() -> None:
    told = clause("buy", "{0} buys rival", ("subject", "Globex"))
    event = one(events(article("a", buys()), article("b", told)))
    assert len(event.evidence) == 2
    (reason,) = event.reasons
    assert reason.startswith("one-story:0.")


def test_two_stories_that_share_two_participants_tell_one_event_and_say_why() -> None:
    dated = buys(("when", "2021-02-03"))
    told = article("a", dated), article("b", dated, published="2023-06-01")
    assert one(events(*told)).reasons == ("shared-participants",)


@pytest.mark.parametrize(("why", "first", "second"), APART)
def test_two_articles_of_one_story_tell_two_events_with(
    why: str, first: Clause, second: Clause
) -> None:
    assert len(events(article("a", first), article("b", second))) == 2, why


SPELLS = [
    ("2021-03-20", (), 1),
    ("2022-03-20", (), 2),
    ("2022-03-20", (("when", "2021-02"),), 1),
    ("", (), 1),
]


@pytest.mark.parametrize(("published", "more", "count"), SPELLS)
def test_an_event_without_a_date_is_news_of_its_article(
    published: str, more: tuple[tuple[str, str], ...], count: int
) -> None:
    found = events(article("a", buys()), article("b", buys(*more), published=published))
    assert len(found) == count


# ---------------------------------------------------------------------------------------------------------- legs, members


def test_a_movement_of_the_same_traveller_is_a_leg_of_the_journey() -> None:
    ride = clause("cross", "{0} crosses border", ("subject", "Ann Bolt"))
    found = {event.types[0]: event for event in events(article("a", JOURNEY, ride))}
    assert found["kg:Crossing"].part_of == (found["kg:Journey"].id,)
    assert "leg-of-journey" in found["kg:Crossing"].rules


NO_LEGS = [
    ("another traveller", clause("cross", "{0} crosses border", ("subject", "Jens Berg"))),
    (
        "a plan",
        clause(
            "cross", "{0} crosses border", ("subject", "Ann Bolt"), factuality=Factuality.PLANNED
        ),
    ),
    ("no movement", clause("inspect", "{0} inspects border", ("subject", "Ann Bolt"))),
]


@pytest.mark.parametrize(("why", "told"), NO_LEGS)
def test_no_leg_is(why: str, told: Clause) -> None:
    assert all(not event.part_of for event in events(article("a", JOURNEY, told))), why


def test_a_leg_that_names_nobody_is_made_by_those_who_make_the_journey() -> None:
    ride = noun("train ride", "train ride", ("to", "Oslo"), part_of=0)
    leg = next(
        event for event in events(article("a", JOURNEY, ride)) if event.label == "Train ride"
    )
    assert ("kg:agent", id_of("Ann Bolt")) in leg.roles


# ------------------------------------------------------------------------------------------------------------------ laws

ARTICLES = (
    article("a", buys(("when", "2021-02")), JOURNEY),
    article("b", ACQUISITION, clause("cross", "{0} crosses border", ("subject", "Ann Bolt"))),
    article("c", buys(buyer="Umbrella"), noun("acquisition", "acquisition")),
    article("d", buys(("when", "2020")), JOURNEY),
)


@given(st.permutations(ARTICLES))
def test_the_order_of_the_articles_makes_no_difference(readings: list[Reading]) -> None:
    assert events(*readings) == events(*ARTICLES)


def test_one_event_told_a_thousand_times_is_one_event() -> None:
    told = one(events(article("a", *(buys() for _ in range(1_000)))))
    assert len(told.evidence) == 1_000


def test_a_thousand_events_of_one_kind_are_told_apart() -> None:
    dates = [f"{1000 + at}" for at in range(1_000)]
    assert len(events(article("a", *(buys(("when", date)) for date in dates)))) == 1_000


def test_ids_are_readable_and_do_not_depend_on_the_other_articles() -> None:
    alone = one(events(article("a", buys())))
    assert alone.id.startswith("event/globex-buys-initech-")
    assert alone.id in {
        event.id for event in events(article("a", buys()), article("c", buys(buyer="Umbrella")))
    }


def test_no_mention_of_an_event_is_contradicted_however_far_back_it_stands() -> None:
    told = [buys(("when", "2021-02-03")), *(buys() for _ in range(60))]
    found = events(article("a", *told, buys(("when", "2021-02-04"))))
    assert sorted(len(event.evidence) for event in found) == [1, 61]
