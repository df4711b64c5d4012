"""The tellings of journeys that are surely one: what the same travellers do under several words.

"They made their way home", "their journey began with a ride" and "the trip included a crossing" say
in three words of a travelling as a whole what one group does once. So the journeys of a traveller
in one story are one, unless two of them have other days, lengths, places or fellow travellers, or
one is called another or a second one: then there is a choice, and the vote decides. "The trip" of
nobody is the only journey of its article.
"""

import re
from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from itertools import combinations

from kg.graph.events.compatibility import JOURNEY
from kg.graph.events.distinct import are_distinct
from kg.graph.events.event_mention import EventMention
from kg.graph.events.likeness import Entities, may_be_one
from kg.lang.en import word_set
from kg.model import Passage

# Before a journey they say that it is not the one spoken of before.
OTHERS = word_set("adjectives", "coref-different") | word_set("adjectives", "opposed-rank")
KNOWN = {f"happening det:{word}" for word in word_set("function_words", "coref-definite")}
WORD = re.compile(r"[^\W\d_]+")

Journey = list[EventMention]
Journeys = Mapping[Passage, int]  # by the triggers of the tellings: the number of their journey


def journeys_of(
    tellings: Iterable[EventMention],
    entities: Entities,
) -> Journeys:
    """Return for the tellings of one story which journey each tells of.

    Left out is what is no journey, or may be one of several.
    """
    told = [telling for telling in tellings if JOURNEY in telling.classes]
    found: list[Journey] = []
    for journey in _by_traveller(told).values():
        if not _is_a_choice(journey, entities):
            found = _put_together(journey, found)
    number_of: dict[Passage, int] = {}
    for number, journey in enumerate(found):
        number_of.update((telling.trigger, number) for telling in journey)
    number_of.update(_of_nobody(told, number_of))
    return number_of


def tell_one(
    first: EventMention,
    second: EventMention,
    journeys: Journeys,
) -> bool:
    """Return whether two tellings are surely of one journey."""
    own = journeys.get(first.trigger)
    return own is not None and own == journeys.get(second.trigger)


def _by_traveller(told: Iterable[EventMention]) -> Mapping[str, Journey]:
    """Return the tellings of journeys that took place by the ids of those who travel."""
    journeys: dict[str, Journey] = defaultdict(list)
    for telling in told:
        for who in sorted(_travellers(telling)):
            journeys[who].append(telling)
    return journeys


def _travellers(telling: EventMention) -> set[str]:
    return telling.fillers("kg:agent") | telling.fillers("kg:patient")


def _is_a_choice(
    journey: Sequence[EventMention],
    entities: Entities,
) -> bool:
    """Return whether some tellings of one traveller may be of several journeys."""
    if any(not telling.factuality.stands or _is_another(telling) for telling in journey):
        return True
    for first, second in combinations(journey, 2):
        if are_distinct(first, second) or not may_be_one(first, second, entities):
            return True
    return False


def _is_another(telling: EventMention) -> bool:
    words = WORD.findall(telling.phrase.lower())
    return not OTHERS.isdisjoint(words)


def _put_together(
    journey: Journey,
    found: Iterable[Journey],
) -> list[Journey]:
    """Return the journeys found so far, with one more, to which those are put that share with it.

    Who travels with others is told of together with each of them.
    """
    apart: list[Journey] = []
    whole = {telling.trigger: telling for telling in journey}
    for other in found:
        triggers = {telling.trigger for telling in other}
        if triggers.isdisjoint(whole):
            apart.append(other)
        else:
            whole.update((telling.trigger, telling) for telling in other)
    return [*apart, list(whole.values())]


def _of_nobody(
    told: Iterable[EventMention],
    number_of: Journeys,
) -> Iterator[tuple[Passage, int]]:
    """Yield the tellings without any role that speak of the only journey of their article."""
    journeys: dict[str, set[int | None]] = defaultdict(set)
    nobody: list[EventMention] = []
    for telling in told:
        if telling.roles:
            journeys[telling.article].add(number_of.get(telling.trigger))
        elif not KNOWN.isdisjoint(telling.signs) and not _is_another(telling):
            nobody.append(telling)
    for telling in nobody:
        only = journeys[telling.article]
        number, *others = only or {None}
        if number is not None and not others:
            yield telling.trigger, number
