"""The legs of journeys: which movements are parts of a journey told in the same article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.graph.events.compatibility import JOURNEY, times_agree
from kg.model import Event

MOVEMENT = "kg:Movement"
TRAVELLERS = frozenset({"kg:agent", "kg:patient"})


def with_legs(made: Sequence[Event]) -> list[Event]:
    """The events, each movement as a part of the only journey that the same travellers make in the same article."""
    journeys: dict[str, list[Event]] = {}  # by article: a leg is told in the same one
    for event in made:
        for article in sorted({passage.article for passage in event.evidence}) if JOURNEY in event.types else ():
            journeys.setdefault(article, []).append(event)
    legs = [_as_leg(event, journeys) if MOVEMENT in event.types and JOURNEY not in event.types else event for event in made]
    by_id = {event.id: event for event in legs}
    return [_with_travellers(event, by_id) for event in legs]


def _with_travellers(event: Event, by_id: Mapping[str, Event]) -> Event:
    """A leg that names nobody is made by those who make the journey."""
    if any(role in TRAVELLERS for role, _ in event.roles):
        return event
    told = (pair for whole in event.part_of for pair in by_id[whole].roles)
    inherited = {(role, entity) for role, entity in told if role in (*TRAVELLERS, "sem:hasActor")}
    return replace(event, roles=tuple(sorted({*event.roles, *inherited}))) if inherited else event


def _as_leg(event: Event, journeys: Mapping[str, Sequence[Event]]) -> Event:
    """The event as a leg of the only journey of its travellers; as it is where there is none, or a choice."""
    near = {each.id: each for passage in event.evidence for each in journeys.get(passage.article, ())}
    wholes = [journey for journey in near.values() if _is_leg(event, journey)]
    if event.part_of or len(wholes) != 1:
        return event
    return replace(event, part_of=(wholes[0].id,), rules=tuple(sorted({*event.rules, "leg-of-journey"})))


def _is_leg(event: Event, journey: Event) -> bool:
    """True where travellers and date of two events in one article agree."""
    travellers = {entity for role, entity in event.roles if role in TRAVELLERS}
    same = travellers & {entity for role, entity in journey.roles if role in TRAVELLERS}
    dates = [each.time.start for each in (event, journey) if each.time]
    return bool(same) and event.factuality.stands and (len(dates) < 2 or times_agree(*dates))
