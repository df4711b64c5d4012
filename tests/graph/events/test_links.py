"""Who takes part in two tellings of one story: what contradicts, and what does not."""

from dataclasses import replace

import pytest

from kg.graph.events import EventMention, KnownThings, may_be_one
from kg.graph.events.likeness import undisputed
from kg.graph.events.links import Ties, joined
from kg.graph.events.nodes import nodes
from kg.graph.events.pair_signs import of_words
from kg.graph.ontology import load
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
        ({"factuality": Factuality.DENIED}, {"factuality": Factuality.PLANNED}, False),
        ({"factuality": Factuality.PLANNED}, {}, True),  # and then it happened
        ({"factuality": Factuality.POSSIBLE}, {"factuality": Factuality.REPORTED}, True),
        ({"factuality": Factuality.POSSIBLE}, {"factuality": Factuality.PLANNED}, False),
    ],
)
def test_dates_lengths_and_status_contradict(
    one: dict[str, object], other: dict[str, object], is_possible: bool
) -> None:
    assert may_be_one(telling("a", **one), telling("b", **other), {}) is is_possible


POLICE = ("kg:agent", "organization/lund-group")
CAUGHT = ("kg:patient", "person/eva-holm")
SAID = ("quay", "smuggler", "organization/lund-group", "person/eva-holm")
RARITY = {"quay": 5.0, "smuggler": 5.0, "arrest": 4.0, "organization/lund-group": 2.5}


def arrested(article: str, *roles: tuple[str, str], **more: object) -> EventMention:
    """A telling of an arrest in one story."""
    return telling(article, *roles, classes=("kg:Arrest",), context=SAID, **more)


def events_of(*tellings: EventMention) -> list[list[EventMention]]:
    known = KnownThings({entity.id: entity for entity in THINGS}, RARITY)
    return joined(list(tellings), known, Ties())


def test_one_misread_name_is_outweighed_and_takes_no_part() -> None:
    agreeing = [arrested(article, POLICE, CAUGHT) for article in "ab"]
    silent = [arrested(article, POLICE) for article in "cdefgh"]
    misread = arrested("i", POLICE, ("kg:patient", "person/ann-lund"))
    (event,) = events_of(*agreeing, *silent, misread)
    assert len(event) == 9
    assert {role for telling_ in event for role in telling_.roles} == {POLICE, CAUGHT}


def test_two_names_in_two_articles_are_two_events() -> None:
    other = arrested("b", POLICE, ("kg:patient", "person/ann-lund"))
    assert len(events_of(arrested("a", POLICE, CAUGHT), other)) == 2
    others = [arrested(article, POLICE, ("kg:patient", "person/ann-lund")) for article in "def"]
    assert len(events_of(*(arrested(each, POLICE, CAUGHT) for each in "abc"), *others)) == 2


def test_another_day_is_never_outweighed() -> None:
    dated = TimeValue("2031-03-04")
    first = arrested("a", POLICE, CAUGHT, time=dated)
    silent = [arrested(article, POLICE, CAUGHT) for article in "bcdefgh"]
    later = arrested("i", POLICE, CAUGHT, time=TimeValue("2031-03-19"))
    assert len(events_of(first, *silent, later)) == 2


@pytest.mark.parametrize(
    ("others", "is_kept"),
    [
        (["person/eva-holm", "person/eva-holm"], True),
        (["person/holm", "person/ann-lund", "person/eva-holm"], True),
        (["person/ann-lund"], False),
        (["person/ann-lund", "person/ann-lund", "person/eva-holm"], False),
        (["person/a-minister", "organization/lund-group"], True),
    ],
)
def test_a_participant_stays_if_more_agree_than_contradict(
    others: list[str], is_kept: bool
) -> None:
    known = {entity.id: entity for entity in THINGS}
    first = telling("a", (AGENT, "person/eva-holm"), (AT, "place/oslo"))
    rest = [telling(f"b{at}", (AGENT, other)) for at, other in enumerate(others)]
    left, *_ = undisputed([first, *rest], known)
    assert ((AGENT, "person/eva-holm") in left.roles) is is_kept
    assert (AT, "place/oslo") in left.roles


def test_what_was_planned_is_no_part_of_what_happened() -> None:
    plan = arrested("a", CAUGHT, ("kg:patient", "person/ann-lund"), factuality=Factuality.PLANNED)
    told = arrested("b", POLICE, CAUGHT, factuality=Factuality.REPORTED, speaker="person/holm")
    (event,) = nodes([[plan, told]], load([]), Ties())
    assert event.factuality is Factuality.REPORTED
    assert event.speakers == ("person/holm",)
    assert ("kg:patient", "person/ann-lund") not in event.roles
    assert event.articles == 1 and len(event.evidence) == 2
    (planned,) = nodes([[plan]], load([]), Ties())
    assert planned.factuality is Factuality.PLANNED
    assert ("kg:patient", "person/ann-lund") in planned.roles


@pytest.mark.parametrize(
    ("frame", "one", "other", "expected"),
    [
        (Frame.HAPPENING, "heist", "jewel heist", "one word"),
        (Frame.HAPPENING, "murder", "murder trial", "two words"),
        (Frame.HAPPENING, "prison term", "prison break", "two words"),
        (Frame.VERB, "take", "take over", "one stem"),
        (Frame.VERB, "take over", "take over", "one word"),
    ],
)
def test_the_noun_tells_and_not_what_stands_before_it(
    frame: Frame, one: str, other: str, expected: str
) -> None:
    first = telling("a", frame=frame, predicate=one)
    second = telling("b", frame=frame, predicate=other)
    assert of_words(first, second) == expected == of_words(second, first)


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
