"""Confidence in an event: the probability that a careful reader would call it right as it is.

An event is right if it belongs in a chronology, if it is told as the text tells it (as a fact, a
plan, a denial), and if everybody who takes part in it does so in the text, in the right role. No
rule is right often enough to say that by its name alone, so signs vote: those of the words that
tell it, of the classes, and of its roles as they are in the graph. The weights are in
`data/events.tsv`; without a learned reader, in `data/events_by_rules.tsv`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.graph.vote import Vote, Votes
from kg.model import Entity, Event, Graph

VOTES = Votes(
    Vote("kg.graph.confidence", "events.tsv"), Vote("kg.graph.confidence", "events_by_rules.tsv")
)
MANY = 4  # a higher count makes no difference
HIGHEST = 0.99  # nothing that is read is certain

Entities = Mapping[str, Entity]  # by their ids


def with_sure_events(graph: Graph) -> Graph:
    """Return a graph whose events are as sure as their signs say.

    An event without signs, as one that was made by hand, stays as sure as it is.
    """
    entities = {entity.id: entity for entity in graph.entities}
    events = []
    for event in graph.events:
        signs = signs_of(event, entities)
        if signs:
            chance = VOTES.on(signs).chance(signs)
            event = replace(event, confidence=min(chance, HIGHEST))
        events.append(event)
    return replace(graph, events=tuple(events))


def signs_of(event: Event, entities: Entities) -> tuple[str, ...]:
    """Return the signs by which an event is judged, sorted; none if nothing tells of its words."""
    if not event.signs:
        return ()
    signs = set(event.signs)
    signs.update(_of_roles(event, entities))
    signs.update(_of_tellings(event))
    return tuple(sorted(signs))


def _of_roles(event: Event, entities: Entities) -> Iterator[str]:
    """Yield who takes part: how many in each role, of what kind, named or not."""
    fillers = {filler for _, filler in event.roles}
    yield f"in the graph:{min(len(fillers), MANY)}"
    counts: dict[str, int] = {}
    for curie, filler in event.roles:
        counts[curie] = counts.get(curie, 0) + 1
        entity = entities.get(filler)
        if entity is None:
            continue
        kind, *_ = filler.split("/")
        known = "described" if entity.described else "named"
        yield f"in the graph:{curie} {kind}"
        yield f"in the graph:{curie} {known}"
    for curie, count in counts.items():
        yield f"in the graph:{curie} {min(count, MANY)}"


def _of_tellings(event: Event) -> Iterator[str]:
    """Yield how often, how and by whom the event is told, and what is known of its time."""
    yield f"told {event.factuality}"
    yield f"tellings:{min(len(event.triggers), MANY)}"
    yield f"articles:{min(event.articles, MANY)}"
    yield from (f"read by {rule}" for rule in event.rules)
    yield from (f"kind:{cls}" for cls in event.types)
    if len(event.rules) > 1:
        yield "read by several rules"
    if event.time is not None:
        yield "has a time"
    if event.speakers:
        yield "somebody says so"
    if event.part_of:
        yield "part of an event"
