"""Tellings of journeys: which are one whatever words tell them, and which may be several."""

from dataclasses import replace

import pytest

from kg.graph.events.event_mention import EventMention
from kg.graph.events.journeys import journeys_of, tell_one
from kg.model import Entity, Factuality, Frame, Passage, TimeValue

BAND, HOLM, LUND = "group/band", "person/eva-holm", "person/ann-lund"
PEOPLE = [
    Entity(BAND, "the five players", ("kg:Group",), described=True),
    Entity(HOLM, "Eva Holm", ("schema:Person",)),
    Entity(LUND, "Ann Lund", ("schema:Person",)),
    Entity("place/oslo", "Oslo", ("schema:City",), country="NO"),
    Entity("place/lima", "Lima", ("schema:City",), country="PE"),
]
ENTITIES = {entity.id: entity for entity in PEOPLE}
WHO, TO, FROM = "kg:agent", "kg:destination", "kg:origin"
THE = ("happening det:the",)


def journey(place: str, phrase: str, *roles: tuple[str, str], **more: object) -> EventMention:
    """A telling at a place like "a3": of the article a, at its character 3."""
    article, start = place[0], int(place[1:])
    at = Passage(article, start, start + 1)
    verb = (Frame.VERB, phrase.split()[0], phrase, at, at, "test", Factuality.ASSERTED, None)
    told = EventMention(*verb, "", ("kg:Journey",), roles, phrase)  # type: ignore[arg-type]
    return replace(told, **more)  # type: ignore[arg-type]


HOME = journey("a0", "make their way home", (WHO, BAND))
TREK = journey("b0", "trek", (WHO, BAND))
THE_TRIP = journey("a9", "trip", signs=THE)


@pytest.mark.parametrize(
    "other",
    [
        TREK,
        journey("b0", "voyage over {1}", (WHO, BAND), ("kg:via", "place/oslo")),
        journey("b0", "tour of {0} and {1}", (WHO, BAND), (WHO, HOLM)),
        journey("b0", "expedition of {0}", ("kg:patient", BAND)),
        journey("a5", "their odyssey", (WHO, BAND)),
        journey("b0", "their trip to {1}", (WHO, BAND), (TO, "place/oslo")),
        journey("b0", "pilgrimage", (WHO, BAND), factuality=Factuality.REPORTED),
        journey("b0", "journey", (WHO, BAND), time=TimeValue("2031-03-04")),
        THE_TRIP,
        journey("a9", "voyage", signs=("happening det:this",)),
    ],
)
def test_journeys_of_the_same_travellers_are_one(other: EventMention) -> None:
    journeys = journeys_of([HOME, other], ENTITIES)
    assert tell_one(HOME, other, journeys)


@pytest.mark.parametrize(
    "other",
    [
        journey("b0", "trek", (WHO, HOLM)),
        journey("b0", "another trip", (WHO, BAND)),
        journey("b0", "second voyage", (WHO, BAND)),
        journey("b0", "next expedition", (WHO, BAND)),
        journey("b0", "journey", (WHO, BAND), factuality=Factuality.PLANNED),
        journey("b0", "journey", (WHO, BAND), factuality=Factuality.DENIED),
        journey("a9", "trip", signs=("happening det:a",)),
        journey("a9", "other trip", signs=THE),
        journey("b9", "trip", signs=THE),  # of an article that tells of no journey but this
        journey("b0", "march", (WHO, BAND), classes=("kg:Movement",)),
    ],
)
def test_what_may_be_another_journey_is_left_to_the_vote(other: EventMention) -> None:
    assert not tell_one(HOME, other, journeys_of([HOME, other], ENTITIES))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"roles": ((WHO, BAND), (TO, "place/oslo"))},
            {"roles": ((WHO, BAND), (TO, "place/lima"))},
        ),
        (
            {"roles": ((WHO, BAND), (FROM, "place/oslo"))},
            {"roles": ((WHO, BAND), (FROM, "place/lima"))},
        ),
        (
            {"roles": ((WHO, BAND), (FROM, "place/oslo"))},
            {"roles": ((WHO, BAND), (TO, "place/oslo"))},
        ),
        ({"time": TimeValue("2031-03-04")}, {"time": TimeValue("2031-05")}),
        ({"duration": "P2D"}, {"duration": "P9D"}),
    ],
)
def test_of_two_journeys_of_a_traveller_none_is_sure(
    one: dict[str, object], other: dict[str, object]
) -> None:
    first, second = replace(HOME, **one), replace(TREK, **other)  # type: ignore[arg-type]
    journeys = journeys_of([first, second, THE_TRIP], ENTITIES)
    assert not tell_one(first, second, journeys)
    third = journey("c0", "journey", (WHO, BAND))
    journeys = journeys_of([first, second, third, THE_TRIP], ENTITIES)
    for telling in (first, second, THE_TRIP):
        assert not tell_one(telling, third, journeys)


def test_who_travels_together_makes_one_journey() -> None:
    together = journey("c0", "journey of {0} and {1}", (WHO, BAND), (WHO, HOLM))
    hers = journey("d0", "tour", (WHO, HOLM))
    journeys = journeys_of([HOME, hers, together, THE_TRIP], ENTITIES)
    assert tell_one(HOME, hers, journeys) and tell_one(THE_TRIP, hers, journeys)
    assert not tell_one(HOME, journey("e0", "tour", (WHO, LUND)), journeys)
