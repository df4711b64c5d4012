"""Things without a name that nothing needs any more, since what needed them is not told.

A newsroom forgives what is missing, not what is false: events and titles that are not sure enough
are left out, and such things with them.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from kg.model import Entity, Graph

DOUBTFUL = "not sure enough that it is right"  # why something is left out, in refusals

Ids = Set[str]


def others(ids: Iterable[str], gone: Ids) -> tuple[str, ...]:
    """Return the ids of those that are not gone."""
    return tuple(each for each in ids if each not in gone)


def without_idle(graph: Graph, freed: Ids) -> Graph:
    """Return a graph without those of the freed things that have no name and no use any more.

    `freed` are the ids of things that something needed which is left out.
    """
    unused = freed - set(_used(graph))
    idle: set[str] = set()
    for entity in graph.entities:
        is_nameless = entity.described and entity.signs
        if is_nameless and entity.id in unused:
            idle.add(entity.id)
    entities: list[Entity] = []
    for entity in graph.entities:
        if entity.id not in idle:
            left = _without_members(entity, idle)
            entities.append(left)
    return replace(graph, entities=tuple(entities))


def _used(graph: Graph) -> Iterator[str]:
    """Yield the entities that facts, events, quotations and groups need."""
    for fact in graph.facts:
        yield from (fact.subject, *fact.speakers)
        if isinstance(fact.object, str):
            yield fact.object
    for event in graph.events:
        yield from event.speakers
        for _, filler in event.roles:
            yield filler
    for quotation in graph.quotations:
        yield quotation.speaker
        yield quotation.addressee


def _without_members(entity: Entity, idle: Ids) -> Entity:
    members = others(entity.members, idle)
    near = others(entity.near_misses, idle)
    if members == entity.members and near == entity.near_misses:
        return entity
    return replace(entity, members=members, near_misses=near)
