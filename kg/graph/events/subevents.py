"""The legs of journeys: which movements are parts of a journey that the same article tells of."""

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
    legs = [_as_leg(event, journeys) if _is_movement(event) else event for event in events]
    by_id = {event.id: event for event in legs}
    return [_with_travellers(event, by_id) for event in legs]


def _journeys(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return the journeys by article, since a leg and its journey are told in one."""
    journeys: dict[str, list[Event]] = {}
    for event in events:
        if JOURNEY in event.types:
            for article in sorted({passage.article for passage in event.evidence}):
                journeys.setdefault(article, []).append(event)
    return journeys


def _is_movement(event: Event) -> bool:
    return MOVEMENT in event.types and JOURNEY not in event.types


def _with_travellers(event: Event, by_id: Mapping[str, Event]) -> Event:
    """Return an event with the travellers of its journey if it names nobody itself."""
    if any(role in TRAVELLERS for role, _ in event.roles):
        return event
    inherited: set[tuple[str, str]] = set()
    for journey in event.part_of:
        inherited.update(pair for pair in by_id[journey].roles if pair[0] in INHERITED)
    if not inherited:
        return event
    return replace(event, roles=tuple(sorted({*event.roles, *inherited})))


def _as_leg(event: Event, journeys: Mapping[str, Sequence[Event]]) -> Event:
    """Return the event as a leg of the only journey of its travellers.

    It stays as it is if there is no such journey, or a choice.
    """
    near: dict[str, Event] = {}
    for passage in event.evidence:
        near.update((journey.id, journey) for journey in journeys.get(passage.article, ()))
    wholes = [journey.id for journey in near.values() if _is_leg(event, journey)]
    if event.part_of or len(wholes) != 1:
        return event
    rules = tuple(sorted({*event.rules, "leg-of-journey"}))
    return replace(event, part_of=(wholes[0],), rules=rules)


def _is_leg(event: Event, journey: Event) -> bool:
    """Return whether travellers and date of two events in one article agree."""
    if not event.factuality.stands or not _travellers(event) & _travellers(journey):
        return False
    if event.time is None or journey.time is None:
        return True
    return times_agree(event.time.start, journey.time.start)


def _travellers(event: Event) -> set[str]:
    return {entity for role, entity in event.roles if role in TRAVELLERS}
