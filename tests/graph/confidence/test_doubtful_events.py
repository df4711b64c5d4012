"""An event below the floor is a refusal, and what only it needed goes with it."""

from dataclasses import replace

import pytest

from kg.choices import Demand
from kg.graph.confidence import without_doubtful_events
from kg.graph.confidence.events import VOTES
from kg.model import SEEN, Entity, Event, Fact, Graph, Passage, Quotation

PLACE = Passage("a", 0, 20)
ADA = Entity("person/ada-lund", "Ada Lund", ("schema:Person",))
VAN = Entity("thing/van", "van", ("schema:Vehicle",), described=True, signs=("det:the",))
CREW = Entity("group/crew", "crew", ("kg:Group",), described=True, members=(VAN.id,))
FLOOR = VOTES.with_reader.floor


def event(name: str, confidence: float, *, part_of: tuple[str, ...] = ()) -> Event:
    return Event(
        f"event/{name}",
        f"Ada Lund {name}",
        (),
        (("kg:agent", ADA.id), ("kg:patient", VAN.id)),
        (PLACE,),
        ("verb",),
        confidence=confidence,
        signs=("verb", SEEN),
        part_of=part_of,
    )


SURE, DOUBTFUL = event("arrives", 0.9), event("leaves", FLOOR - 0.01)


def kept(*events: Event, **more: object) -> Graph:
    return without_doubtful_events(Graph(entities=(ADA, VAN), events=events, **more))


def test_what_reaches_the_floor_stays_and_what_does_not_is_a_refusal_with_its_figure() -> None:
    graph = kept(SURE, DOUBTFUL, event("waits", FLOOR))
    assert [each.id for each in graph.events] == ["event/arrives", "event/waits"]
    (refusal,) = graph.refusals
    assert refusal.candidate == "Ada Lund leaves – event"
    assert refusal.passage == PLACE
    assert f"{DOUBTFUL.confidence:.2f}, {FLOOR:.2f} is asked" in refusal.reason


def test_a_graph_without_doubtful_events_is_the_same_graph() -> None:
    graph = Graph(entities=(ADA, VAN), events=(SURE,))
    assert without_doubtful_events(graph) is graph


def test_an_event_without_signs_is_made_by_hand_and_stays() -> None:
    assert kept(replace(DOUBTFUL, signs=())).events


def test_a_thing_without_a_name_goes_with_the_only_event_that_needed_it() -> None:
    assert kept(DOUBTFUL).entities == (ADA,)
    assert kept(DOUBTFUL, SURE).entities == (ADA, VAN)
    said = Quotation("quotation/1", "Stop", PLACE, speaker=VAN.id)
    assert kept(DOUBTFUL, quotations=(said,)).entities == (ADA, VAN)
    owned = Fact(ADA.id, "schema:owns", VAN.id, (PLACE,), ("verb",))
    assert kept(DOUBTFUL, facts=(owned,)).entities == (ADA, VAN)


def test_nothing_points_at_what_is_gone() -> None:
    member = Fact(ADA.id, "kg:participatesAsMember", DOUBTFUL.id, (PLACE,), ("inferred:member",))
    arrival = replace(SURE, roles=(("kg:agent", ADA.id),))
    graph = without_doubtful_events(
        Graph(entities=(ADA, VAN, CREW), events=(DOUBTFUL, arrival), facts=(member,))
    )
    assert graph.facts == ()
    assert [each.id for each in graph.events] == [SURE.id]
    assert [each.members for each in graph.entities] == [(), ()]


@pytest.mark.parametrize(
    "changes",
    [
        {"articles": 2},
        {"part_of": ("event/arrives",)},
        {"label": "The Orsk flood", "roles": ()},
        {"label": "Summit of the Nine Seas League", "roles": ()},
    ],
)
def test_what_several_tell_and_what_the_text_makes_out_stays(changes: dict[str, object]) -> None:
    assert len(kept(SURE, replace(DOUBTFUL, **changes)).events) == 2


def test_the_whole_of_a_part_stays_and_a_bare_noun_does_not() -> None:
    assert len(kept(event("arrives", 0.9, part_of=(DOUBTFUL.id,)), DOUBTFUL).events) == 2
    assert kept(replace(DOUBTFUL, label="Late runoff", roles=())).events == ()


def test_who_wants_precise_events_gets_fewer_and_who_wants_many_gets_more() -> None:
    graph = Graph(entities=(ADA, VAN), events=(DOUBTFUL, event("waits", FLOOR)))
    counts = {demand: len(without_doubtful_events(graph, demand).events) for demand in Demand}
    assert counts == {Demand.USUAL: 1, Demand.PRECISE: 0, Demand.MANY: 2}
