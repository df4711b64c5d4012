"""The legs of journeys: which movements are parts of a journey that the same article tells of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.graph.events.compatibility import JOURNEY, times_agree
from kg.model import Event

MOVEMENT = "kg:Movement"
TRAVELLERS = frozenset({"kg:agent", "kg:patient"})
INHERITED = TRAVELLERS | {"sem:hasActor"}


def with_legs(events: Sequence[Event]) -> list[Event]:
    """Return the events, each movement as a part of the journey that it is a leg of.

    That is the only journey that the same travellers make in the same article.
    """
    journeys = _journeys(events)
    legs = [_as_leg(event, journeys) for event in events]
    by_id = {event.id: event for event in legs}
    return [_with_travellers(event, by_id) for event in legs]


def _journeys(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return the journeys by article, since a leg and its journey are told in one."""
    journeys: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if JOURNEY not in event.types:
            continue
        for article in _articles(event):
            journeys[article].append(event)
    return journeys


def _articles(event: Event) -> set[str]:
    return {passage.article for passage in event.evidence}


def _with_travellers(event: Event, by_id: Mapping[str, Event]) -> Event:
    """Return an event with the travellers of its journey if it names nobody itself."""
    if any(role in TRAVELLERS for role, _ in event.roles):
        return event
    roles = set(event.roles)
    for whole in event.part_of:
        journey = by_id[whole]
        roles.update(role for role in journey.roles if role[0] in INHERITED)
    return replace(event, roles=tuple(sorted(roles)))


def _as_leg(event: Event, journeys: Mapping[str, Sequence[Event]]) -> Event:
    """Return a movement as a leg of the only journey of its travellers.

    It stays as it is if there is no such journey, or a choice.
    """
    if event.part_of or not _may_be_leg(event):
        return event
    wholes: set[str] = set()
    for article in _articles(event):
        near = journeys.get(article, ())
        wholes.update(journey.id for journey in near if _is_leg(event, journey))
    if len(wholes) != 1:
        return event
    rules = {*event.rules, "leg-of-journey"}
    return replace(event, part_of=tuple(wholes), rules=tuple(sorted(rules)))


def _may_be_leg(event: Event) -> bool:
    """Return whether an event is a movement that took place, and no journey itself."""
    if JOURNEY in event.types or MOVEMENT not in event.types:
        return False
    return event.factuality.stands


def _is_leg(event: Event, journey: Event) -> bool:
    """Return whether travellers and date of two events in one article agree."""
    if not _travellers(event) & _travellers(journey):
        return False
    if event.time is None or journey.time is None:
        return True
    return times_agree(event.time.start, journey.time.start)


def _travellers(event: Event) -> set[str]:
    return {entity for role, entity in event.roles if role in TRAVELLERS}
