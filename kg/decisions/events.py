"""Decisions about events and quotations: which are one, which are wrong, how they are called.

One is found by its id, else by where the words stand that tell it, else by its label in an article
that told it, else by a label that no other has.
"""

from collections.abc import (
    Iterable,
    Mapping,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
    replace,
)
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from kg.decisions.search import article_keys
from kg.decisions.things import Superclasses
from kg.model import (
    Decision,
    Event,
    Fact,
    Factuality,
    Passage,
    Quantity,
    Quotation,
    Target,
    TimeValue,
    Verdict,
)

EVENT_CLASS = "sem:Event"
Refused = dict[Fact | Event | Quotation, Decision]
Sortable = TypeVar("Sortable", str, Passage, Quantity, tuple[str, str])


@dataclass(slots=True)
class EventsAsDecided:
    """Events after decisions about them.

    `refused` are those that are wrong, with their decision; `sure` has the decision for each id
    that is right; `applied` are the ids of all decisions that were found to apply.
    """

    classes: Superclasses
    events: tuple[Event, ...] = ()
    refused: Refused = field(default_factory=dict)
    sure: dict[str, str] = field(default_factory=dict)
    applied: set[str] = field(default_factory=set)


def events_as_decided(
    events: Iterable[Event], decisions: Iterable[Decision], classes: Superclasses
) -> EventsAsDecided:
    """Return events as some decisions about events have them, sorted by id.

    `classes` are those that something can be of.
    """
    result = EventsAsDecided(classes)
    known = {event.id: event for event in events}
    new_id: dict[str, str] = {}
    for decision in decisions:
        found = _found_events(decision.things, known, new_id)
        fewest = 2 if decision.verdict is Verdict.SAME else 1
        if len(found) < fewest or not _apply(decision, found, known, result):
            continue
        result.applied.add(decision.id)
        for event in found:
            new_id[event.id] = found[0].id
    wholes = [_with_wholes(event, new_id) for event in known.values()]
    wholes.sort(key=attrgetter("id"))
    result.events = tuple(wholes)
    return result


def _apply(
    decision: Decision, found: Sequence[Event], known: dict[str, Event], result: EventsAsDecided
) -> bool:
    """Apply a decision to the events that were found; return whether it can be."""
    first, *_ = found
    if decision.verdict is Verdict.WRONG:
        result.refused[known.pop(first.id)] = decision
        return True
    if decision.verdict is Verdict.RIGHT:
        result.sure[first.id] = decision.id
        return True
    changed = _changed(decision, found, result.classes)
    if changed is None:
        return False
    for event in found:
        known.pop(event.id, None)
    decisions = (*changed.decisions, decision.id)
    known[changed.id] = replace(changed, decisions=decisions)
    return True


def _changed(decision: Decision, found: Sequence[Event], classes: Superclasses) -> Event | None:
    """Return the event that a decision makes of some, None if it makes none."""
    first, *_ = found
    if decision.verdict is Verdict.SAME:
        return _united(found)
    if decision.verdict is Verdict.LABEL:
        return replace(first, label=decision.value)
    types = classes.get(decision.value, ())
    if EVENT_CLASS not in types:
        return None
    special = [cls for cls in types if cls != EVENT_CLASS]
    return replace(first, types=tuple(special))


def _found_events(
    things: Iterable[Target], known: dict[str, Event], new_id: dict[str, str]
) -> list[Event]:
    """Return the events that are meant, each once, in the order in which articles tell them."""
    found: dict[str, Event] = {}
    for thing in things:
        own = new_id.get(thing.id, thing.id)
        event = known.get(own) or _told_there(own, known.values())
        event = event or _only_event(thing, known.values())
        if event is not None:
            found[event.id] = event
    return sorted(found.values(), key=attrgetter("evidence", "id"))


def _told_there(identifier: str, events: Iterable[Event]) -> Event | None:
    """Return the event that the same words tell: the end of an id says where they stand."""
    place = _place(identifier)
    for event in events:
        if _place(event.id) == place:
            return event
    return None


def _place(identifier: str) -> str:
    *_, place = identifier.split("-")
    return place


def _only_event(thing: Target, events: Iterable[Event]) -> Event | None:
    """Return the only event of a label, in the articles of a thing if it has some."""
    called = [event for event in events if event.label in thing.names]
    articles_of = {event.id: _articles(event) for event in called}
    articles = set(chain.from_iterable(articles_of.values()))
    near = article_keys(thing.articles, articles)
    if near:
        called = [event for event in called if near & articles_of[event.id]]
    return called[0] if len(called) == 1 else None


def _articles(event: Event) -> set[str]:
    return {passage.article for passage in event.evidence}


def _united(events: Sequence[Event]) -> Event:
    """Return one event for several: the first, with all that the others tell."""
    first, *_ = events
    fullest = max(events, key=_fullness)
    times = [event.time for event in events if event.time is not None]
    evidence = _all(event.evidence for event in events)
    articles = {passage.article for passage in evidence}
    return replace(
        first,
        label=fullest.label,
        types=_each_once(event.types for event in events),
        roles=_all(event.roles for event in events),
        evidence=evidence,
        rules=_all(event.rules for event in events),
        time=max(times, key=_precision, default=None),
        time_expressions=_all(event.time_expressions for event in events),
        duration=max(event.duration for event in events),
        quantities=_all(event.quantities for event in events),
        factuality=_factuality(events),
        speakers=_speakers(events),
        articles=len(articles),
        part_of=_all(event.part_of for event in events),
        triggers=_all(event.triggers for event in events),
        around=_all(event.around for event in events),
        signs=_all(event.signs for event in events),
        decisions=_each_once(event.decisions for event in events),
    )


def _all(values: Iterable[Iterable[Sortable]]) -> tuple[Sortable, ...]:
    """Return all values, sorted, each once."""
    once = set(chain.from_iterable(values))
    return tuple(sorted(once))


def _each_once(values: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return all values in their order, each once."""
    once = dict.fromkeys(chain.from_iterable(values))
    return tuple(once)


def _fullness(event: Event) -> tuple[int, int]:
    """Return a key for the event whose label serves best: the one with most who take part."""
    return len(event.roles), -event.evidence[0].start


def _precision(time: TimeValue) -> tuple[int, str]:
    return len(time.start), time.start


def _factuality(events: Sequence[Event]) -> Factuality:
    """Return "asserted" if some event is, else what the first is."""
    degrees = [event.factuality for event in events]
    if Factuality.ASSERTED in degrees:
        return Factuality.ASSERTED
    return degrees[0]


def _speakers(events: Sequence[Event]) -> tuple[str, ...]:
    """Return who says that it happened; nobody if an article says so itself."""
    for event in events:
        if not event.speakers and event.factuality is Factuality.ASSERTED:
            return ()
    return _all(event.speakers for event in events)


def _with_wholes(event: Event, new_id: Mapping[str, str]) -> Event:
    """Return an event as a part of the events that its wholes have become."""
    wholes = {new_id.get(whole, whole) for whole in event.part_of}
    wholes.discard(event.id)
    return replace(event, part_of=tuple(sorted(wholes)))


# ----------------------------------------------------------------------------------- quotations


def quotations_as_decided(
    quotations: Iterable[Quotation], decisions: Sequence[Decision]
) -> tuple[list[Quotation], Refused]:
    """Return the quotations that nobody calls wrong, and the others with their decision.

    Those that somebody calls right name the decision.
    """
    kept: list[Quotation] = []
    refused: Refused = {}
    for quotation in quotations:
        meant = [decision for decision in decisions if _is_meant(quotation, decision)]
        wrong = [decision for decision in meant if decision.verdict is Verdict.WRONG]
        if wrong:
            refused[quotation] = wrong[0]
        else:
            ids = tuple(decision.id for decision in meant)
            kept.append(replace(quotation, decisions=ids))
    return kept, refused


def _is_meant(quotation: Quotation, decision: Decision) -> bool:
    """Return whether a decision is about a quotation: by its id, or its words in an article."""
    for thing in decision.things:
        if thing.id == quotation.id:
            return True
        if quotation.text not in thing.names:
            continue
        if article_keys(thing.articles, [quotation.evidence.article]):
            return True
    return False
