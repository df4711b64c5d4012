"""Confidence in an event: the probability that a careful reader would call it right as it is.

An event is right if it belongs in a chronology, if it is told as the text tells it (as a fact, a
plan, a denial), and if everybody who takes part in it does so in the text, in the right role. No
rule is right often enough to say that by its name alone, so signs vote: those of the words that
tell it, of the classes, and of its roles as they are in the graph. The weights are in
`data/events.tsv`; without a learned reader, in `data/events_by_rules.tsv`.
"""

import math
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import replace
from sys import intern

from kg.choices import Demand
from kg.graph.confidence.idle import (
    DOUBTFUL,
    Ids,
    others,
    without_idle,
)
from kg.graph.vote import Vote, Votes
from kg.model import (
    Entity,
    Event,
    Fact,
    Graph,
    Refusal,
)

VOTES = Votes(
    Vote("kg.graph.confidence", "events.tsv"), Vote("kg.graph.confidence", "events_by_rules.tsv")
)
MANY = 4  # a higher count makes no difference
HIGHEST = 0.99  # nothing that is read is certain
SHARED = 0.5  # weight of a further source
RULE = "event"  # by which refusals call the choice

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
            chance = _told_by(event.articles, VOTES.on(signs).chance(signs))
            event = replace(event, confidence=min(chance, HIGHEST))
        events.append(event)
    return replace(graph, events=tuple(events))


def _told_by(sources: int, chance: float) -> float:
    """Return the probability of what several sources tell, each further one worth half a witness.

    As with facts (`kg.graph.ontology.calibration`), they share a parser. The signs do not tell it:
    hardly any event of the annotated news is told twice.
    """
    wrong = math.pow(1 - chance, 1 + SHARED * (sources - 1))
    return round(1 - wrong, 2)


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


# --------------------------------------------------------------------------------------- doubts


def without_doubtful_events(graph: Graph, demand: Demand = Demand.USUAL) -> Graph:
    """Return a graph without the events that are more likely wrong than its readers forgive.

    An event whose confidence, that of `with_sure_events`, is below the floor of its table for this
    demand is a refusal, with its confidence, and so are facts about it. What several articles tell
    stays, and so does what the text itself makes out (`_is_believed`). A thing without a name that
    only such events needed goes with them.
    """
    entities = {entity.id: entity for entity in graph.entities}
    floors = {event.id: _floor(event, entities, demand) for event in graph.events}
    wholes: set[str] = set()
    for event in graph.events:
        wholes.update(event.part_of)
    doubtful: list[Event] = []
    for event in graph.events:
        floor = floors[event.id]
        if event.confidence >= floor:
            continue
        if _is_believed(event, wholes):
            continue
        doubtful.append(event)
    if not doubtful:
        return graph
    gone = {event.id for event in doubtful}
    freed: set[str] = set()
    for event in doubtful:
        freed.update(filler for _, filler in event.roles)
    refusals = {*graph.refusals, *_refusals(doubtful, floors)}
    stay = tuple(_staying(graph.events, gone))
    left = replace(
        graph,
        events=stay,
        facts=tuple(_aboutothers(graph.facts, gone)),
        refusals=tuple(sorted(refusals)),
    )
    return without_idle(left, freed)


def _staying(events: Iterable[Event], gone: Ids) -> Iterator[Event]:
    """Yield the events that stay, which no signs judge again; none is a near miss of one that is
    gone.
    """
    for event in events:
        if event.id not in gone:
            near = others(event.near_misses, gone)
            yield replace(event, near_misses=near, signs=())


def _is_believed(event: Event, wholes: Ids) -> bool:
    """Return whether a doubtful event stays: several articles tell it, or the text says what it is.

    That it does of a part of another, of a whole with parts, and of what has a name of its own:
    "the trip included crossing the river", "the Covid-19 pandemic".
    """
    if event.articles > 1:
        return True
    if event.part_of or event.id in wholes:
        return True
    if event.roles:
        return False
    words = event.label.split()
    further = words[1:]
    return any(word[0].isupper() for word in further)


def _aboutothers(facts: Iterable[Fact], gone: Ids) -> Iterator[Fact]:
    """Yield the facts of which no end is gone."""
    for fact in facts:
        ends = (fact.subject, fact.object)
        if gone.isdisjoint(ends):
            yield fact


def _refusals(events: Iterable[Event], floors: dict[str, float]) -> Iterator[Refusal]:
    for event in events:
        floor = floors[event.id]
        words = f"{event.label} – event"
        reason = intern(f"{DOUBTFUL}: {event.confidence:.2f}, {floor:.2f} is asked")
        for passage in event.evidence:
            yield Refusal(passage, words, RULE, reason)


def _floor(event: Event, entities: Entities, demand: Demand) -> float:
    """Return the confidence that an event needs; none for one that was made by hand."""
    signs = signs_of(event, entities)
    return VOTES.on(signs).floor_for(demand) if signs else 0.0
