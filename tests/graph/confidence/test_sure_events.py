"""How sure an event is: its signs decide, those of its words and those of its roles in the graph."""

import re
from dataclasses import replace

import pytest

from kg.graph.confidence import with_sure_events
from kg.graph.confidence.events import HIGHEST, VOTES, signs_of
from kg.model import SEEN, Entity, Event, Factuality, Graph, Passage

PLACE = Passage("a", 0, 20)
ADA = Entity("person/ada-lund", "Ada Lund", ("schema:Person",))
VAN = Entity("thing/van", "van", ("schema:Vehicle",), described=True)
ARREST = Event(
    "event/1",
    "Ada Lund is arrested",
    ("kg:Arrest",),
    (("kg:patient", ADA.id), ("kg:instrument", VAN.id)),
    (PLACE,),
    ("verb",),
    confidence=0.5,
    triggers=(PLACE,),
    signs=("verb", "verb tag:VBD", SEEN),
)


def judged(event: Event) -> Event:
    (made,) = with_sure_events(Graph(entities=(ADA, VAN), events=(event,))).events
    return made


@pytest.mark.parametrize(
    "sign",
    [
        "verb tag:VBD",
        "in the graph:2",
        "in the graph:kg:patient person",
        "in the graph:kg:patient named",
        "in the graph:kg:instrument described",
        "told Asserted",
        "tellings:1",
        "articles:1",
        "read by verb",
        "kind:kg:Arrest",
    ],
)
def test_an_event_has_signs_of_its_words_and_of_its_roles_in_the_graph(sign: str) -> None:
    assert sign in signs_of(ARREST, {ADA.id: ADA, VAN.id: VAN})


@pytest.mark.parametrize(
    ("changes", "sign"),
    [
        ({"factuality": Factuality.PLANNED}, f"told {Factuality.PLANNED}"),
        ({"speakers": ("person/x",)}, "somebody says so"),
        ({"part_of": ("event/2",)}, "part of an event"),
        ({"rules": ("noun", "verb")}, "read by several rules"),
    ],
)
def test_how_it_is_told_is_among_the_signs(changes: dict[str, object], sign: str) -> None:
    assert sign in signs_of(replace(ARREST, **changes), {})
    assert sign not in signs_of(ARREST, {})


def test_an_event_that_a_reader_has_seen_is_judged_by_its_table() -> None:
    signs = signs_of(ARREST, {ADA.id: ADA, VAN.id: VAN})
    assert judged(ARREST).confidence == min(VOTES.with_reader.chance(signs), HIGHEST)
    unseen = replace(ARREST, signs=("verb", "verb tag:VBD"))
    signs = signs_of(unseen, {ADA.id: ADA, VAN.id: VAN})
    assert judged(unseen).confidence == min(VOTES.by_rules.chance(signs), HIGHEST)


def test_an_event_without_signs_stays_as_sure_as_it_is() -> None:
    assert judged(replace(ARREST, signs=())).confidence == ARREST.confidence


def test_what_the_reader_takes_for_an_event_is_surer_than_what_it_doubts() -> None:
    weights = VOTES.with_reader.weights
    steps = [sign for sign in weights if re.match(rf"{SEEN} \d", sign)]
    doubted = [sign for sign in steps if float(sign.split()[-1]) < 0.5]
    surer = replace(ARREST, signs=(*ARREST.signs, *steps))
    unsure = replace(ARREST, signs=(*ARREST.signs, *doubted))
    assert len(doubted) < len(steps)
    assert judged(surer).confidence > judged(unsure).confidence


@pytest.mark.parametrize(("sources", "asked"), [(2, True), (3, True), (1, False)])
def test_each_further_source_makes_an_event_surer(sources: int, asked: bool) -> None:
    alone, told = judged(ARREST), judged(replace(ARREST, articles=sources))
    signs = signs_of(replace(ARREST, articles=sources), {ADA.id: ADA, VAN.id: VAN})
    chance = VOTES.on(signs).chance(signs)
    assert (told.confidence > chance) is asked
    assert alone.confidence <= HIGHEST and told.confidence <= HIGHEST
