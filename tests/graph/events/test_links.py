"""Who takes part in two tellings of one story: what contradicts, and what does not."""

from dataclasses import replace

import pytest

from kg.graph.events import EventMention, KnownThings, may_be_one
from kg.graph.events.links import Ties, joined
from kg.model import Entity, Factuality, Frame, Passage, TimeValue

PERSON, CITY, COUNTRY = ("schema:Person",), ("schema:City",), ("schema:Country",)
THINGS = [
    Entity("person/eva-holm", "Eva Holm", PERSON),
    Entity("person/holm", "Holm", PERSON),
    Entity("person/ann-lund", "Ann Lund", PERSON),
    Entity("person/a-minister", "a minister", PERSON, described=True),
    Entity("organization/lund-group", "Tarn Group", ("schema:Corporation",)),
    Entity("place/oslo", "Oslo", CITY, country="NO"),
    Entity("place/bergen", "Bergen", CITY, country="NO"),
    Entity("place/norway", "Norway", COUNTRY, country="NO"),
    Entity("place/lima", "Lima", CITY, country="PE"),
    Entity("place/chile", "Chile", COUNTRY, country="CL"),
]
AGENT, AT = "kg:agent", "sem:hasPlace"
PAIRS = [
    (AGENT, "person/eva-holm", "person/eva-holm", True),
    (AGENT, "person/eva-holm", "person/holm", True),
    (AGENT, "person/eva-holm", "person/a-minister", True),
    (AGENT, "person/eva-holm", "organization/lund-group", True),  # one of both is misread
    (AGENT, "person/eva-holm", "person/ann-lund", False),
    (AGENT, "person/holm", "person/ann-lund", False),
    (AT, "place/oslo", "place/norway", True),
    (AT, "place/oslo", "place/bergen", False),
    (AT, "place/oslo", "place/lima", False),
    (AT, "place/oslo", "place/chile", False),
    (AT, "place/norway", "place/chile", False),
]


def telling(article: str, *roles: tuple[str, str], **more: object) -> EventMention:
    at = Passage(article, 0, 6)
    plain = (Frame.VERB, "arrest", "", at, at, "test", Factuality.ASSERTED, None, "", ())
    told = EventMention(*plain, roles, "arrest")  # type: ignore[arg-type]
    return replace(told, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("role", "first", "second", "is_possible"), PAIRS)
def test_only_names_of_one_kind_and_places_apart_contradict(
    role: str, first: str, second: str, is_possible: bool
) -> None:
    known = {entity.id: entity for entity in THINGS}
    a, b = telling("a", (role, first)), telling("b", (role, second))
    assert may_be_one(a, b, known) is is_possible
    assert may_be_one(b, a, known) is is_possible


@pytest.mark.parametrize(
    ("one", "other", "is_possible"),
    [
        ({"time": TimeValue("2031-03-04")}, {"time": TimeValue("2031-03")}, True),
        ({"time": TimeValue("2031-03-04")}, {"time": TimeValue("2031-03-05")}, False),
        ({"duration": "PT2H"}, {}, True),
        ({"duration": "PT2H"}, {"duration": "PT3H"}, False),
        ({"factuality": Factuality.REPORTED}, {}, True),
        ({"factuality": Factuality.DENIED}, {}, False),
        ({"factuality": Factuality.PLANNED}, {}, False),
    ],
)
def test_dates_lengths_and_status_contradict(
    one: dict[str, object], other: dict[str, object], is_possible: bool
) -> None:
    assert may_be_one(telling("a", **one), telling("b", **other), {}) is is_possible


WAYS = [
    ((("kg:patient", "person/eva-holm"), ("kg:destination", "place/oslo")), True),
    ((("kg:agent", "person/eva-holm"), ("kg:destination", "place/oslo")), False),
    ((("kg:patient", "person/eva-holm"), ("kg:origin", "place/oslo")), False),
    ((("kg:patient", "person/eva-holm"),), False),
]


@pytest.mark.parametrize(("roles", "is_one"), WAYS)
def test_in_one_story_who_is_taken_to_one_place_is_taken_there_once(
    roles: tuple[tuple[str, str], ...], is_one: bool
) -> None:
    taken = telling("a", *WAYS[0][0], classes=("kg:Transport",), predicate="take")
    flown = telling("b", *roles, classes=("kg:Transport",), predicate="fly")
    known = KnownThings({entity.id: entity for entity in THINGS}, {})
    assert (len(joined([taken, flown], known, Ties())) == 1) is is_one
    other_kind = replace(flown, classes=("kg:Meeting",))
    assert len(joined([taken, other_kind], known, Ties())) == 2
