"""A graph without the events that are more likely wrong than its readers forgive.

A newsroom forgives what is missing, not what is false. So an event whose confidence is below the
floor of its table is a refusal, with its confidence, and so are facts about it. A thing without a
name that only such events needed goes with them.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from kg.graph.confidence.events import VOTES, signs_of
from kg.model import Entity, Event, Graph, Refusal

RULE = "event"
DOUBTFUL = "not sure enough that it is right"

Ids = Set[str]


def without_doubtful_events(graph: Graph) -> Graph:
    """Return a graph without its doubtful events, and with their refusals.

    The confidence of the events is that of `with_sure_events`.
    """
    entities = {entity.id: entity for entity in graph.entities}
    floor_of = {event.id: _floor(event, entities) for event in graph.events}
    doubtful = [event for event in graph.events if event.confidence < floor_of[event.id]]
    if not doubtful:
        return graph
    gone = {event.id for event in doubtful}
    events = tuple(_apart(event, gone) for event in graph.events if event.id not in gone)
    facts = tuple(fact for fact in graph.facts if gone.isdisjoint((fact.subject, fact.object)))
    refusals = {*graph.refusals, *_refusals(doubtful, floor_of)}
    left = replace(graph, events=events, facts=facts, refusals=tuple(sorted(refusals)))
    return _without_idle(left, {filler for event in doubtful for _, filler in event.roles})


def _floor(event: Event, entities: dict[str, Entity]) -> float:
    """Return the confidence that an event needs; none for one that was made by hand."""
    signs = signs_of(event, entities)
    return VOTES.on(signs).floor if signs else 0.0


def _apart(event: Event, gone: Ids) -> Event:
    """Return an event that is no part of what is gone."""
    wholes = tuple(whole for whole in event.part_of if whole not in gone)
    return event if wholes == event.part_of else replace(event, part_of=wholes)


def _refusals(events: Iterable[Event], floor_of: dict[str, float]) -> Iterator[Refusal]:
    for event in events:
        floor = floor_of[event.id]
        reason = f"{DOUBTFUL}: {event.confidence:.2f}, {floor:.2f} is asked"
        for passage in event.evidence:
            yield Refusal(passage, f"{event.label} – event", RULE, reason)


def _without_idle(graph: Graph, freed: Ids) -> Graph:
    """Return a graph without those of the freed things that have no name and no use any more."""
    used = set(_used(graph))
    idle = {
        entity.id
        for entity in graph.entities
        if entity.described and entity.signs and entity.id in freed - used
    }
    entities = tuple(_without_members(each, idle) for each in graph.entities if each.id not in idle)
    return replace(graph, entities=entities)


def _used(graph: Graph) -> Iterator[str]:
    """Yield the entities that facts, events, quotations and groups need."""
    for fact in graph.facts:
        yield from (fact.subject, *fact.speakers)
        if isinstance(fact.object, str):
            yield fact.object
    for event in graph.events:
        yield from event.speakers
        yield from (filler for _, filler in event.roles)
    for quotation in graph.quotations:
        yield from (quotation.speaker, quotation.addressee)


def _without_members(entity: Entity, idle: Ids) -> Entity:
    members = tuple(member for member in entity.members if member not in idle)
    near = tuple(each for each in entity.near_misses if each not in idle)
    if members == entity.members and near == entity.near_misses:
        return entity
    return replace(entity, members=members, near_misses=near)
