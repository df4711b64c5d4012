"""A graph without the things that are not worth a node.

A thing without a name that is not worth a node is left out: of the graph, of the mentions, and of
the events in which it would take part. What a fact is about stays, and who says something, since
the fact and the quotation need it. What is left out of an event is a refusal, with its worth.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.graph.things.worth import VOTE, unworthy, uses_of
from kg.model import Entity, Event, Fact, Graph, Quotation, Refusal

RULE = "thing"  # by which refusals call the choice
UNWORTHY = "not worth a node"


def with_worthy_things(graph: Graph) -> Graph:
    """Return a graph without the things that are not worth a node, and with their refusals."""
    uses = uses_of(graph.facts, graph.events, graph.quotations)
    needed = {*_ends(graph.facts), *(quotation.speaker for quotation in graph.quotations)}
    found = unworthy(graph.entities, uses)
    left_out = {entity: chance for entity, chance in found.items() if entity not in needed}
    refused = {*graph.refusals, *_refusals(graph.entities, left_out, uses)}
    return replace(
        graph,
        entities=tuple(_kept(graph.entities, left_out)),
        events=tuple(_without(event, left_out) for event in graph.events),
        quotations=tuple(_to_others(quotation, left_out) for quotation in graph.quotations),
        refusals=tuple(sorted(refused)),
    )


def _kept(entities: Iterable[Entity], left_out: Container[str]) -> Iterator[Entity]:
    """Yield the entities that stay, without references to those that do not."""
    for entity in entities:
        if entity.id in left_out:
            continue
        near = tuple(other for other in entity.near_misses if other not in left_out)
        members = tuple(member for member in entity.members if member not in left_out)
        is_same = (near, members) == (entity.near_misses, entity.members)
        yield entity if is_same else replace(entity, near_misses=near, members=members)


def _ends(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield the entities that facts are about, and those who say so."""
    for fact in facts:
        yield fact.subject
        yield from fact.speakers
        if isinstance(fact.object, str):
            yield fact.object


def _without(event: Event, left_out: Container[str]) -> Event:
    """Return an event without what is left out among those who take part in it or tell it."""
    roles = tuple(role for role in event.roles if role[1] not in left_out)
    speakers = tuple(speaker for speaker in event.speakers if speaker not in left_out)
    if (roles, speakers) == (event.roles, event.speakers):
        return event
    return replace(event, roles=roles, speakers=speakers)


def _to_others(quotation: Quotation, left_out: Container[str]) -> Quotation:
    """Return a quotation without an addressee that is left out."""
    return replace(quotation, addressee="") if quotation.addressee in left_out else quotation


def _refusals(
    entities: Iterable[Entity], left_out: Mapping[str, float], used: Container[str]
) -> Iterator[Refusal]:
    """Yield a refusal for each thing that would have been in an event."""
    for entity in entities:
        if entity.id in left_out and entity.id in used:
            reason = f"{UNWORTHY}: {left_out[entity.id]:.2f}, {VOTE.floor:.2f} is asked"
            passage = entity.mentions[0].passage
            yield Refusal(passage, f"{entity.name} – thing", RULE, reason)
