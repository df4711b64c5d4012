"""Events that cannot both have happened so, and plans of which another date was told later.

Some things happen to somebody only once, or once in a while (`data/once.tsv`). Two dates of them
contradict each other, and so do two sums of money. Of what is only planned, the date that was told
last counts.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from kg.graph.disagreements.collected import with_more
from kg.graph.disagreements.days import are_apart, days_apart
from kg.graph.disagreements.happenings import (
    Fillers,
    Happenings,
    Once,
    SourcePair,
    fillers,
    have_other_places,
    rare_kinds,
)
from kg.graph.disagreements.numbers import exclude
from kg.model import (
    Disagreement,
    Event,
    Factuality,
    Graph,
    Quantity,
)

Pair = tuple[Event, Event]


def with_disagreeing_events(graph: Graph) -> Graph:
    """Return a graph that says which of its events contradict or take the place of others."""
    happenings = Happenings.of(graph)
    found: list[Disagreement] = []
    for once in rare_kinds():
        for group in _groups(happenings, once):
            for pair in combinations(group, 2):
                found += _of_pair(pair, once, happenings)
    return with_more(graph, found)


def _groups(happenings: Happenings, once: Once) -> Iterator[list[Event]]:
    """Yield the events of a class with the same named fillers of its roles."""
    found: dict[tuple[Fillers, ...], list[Event]] = defaultdict(list)
    for event in happenings.events:
        if once.cls not in event.types:
            continue
        taking = tuple(fillers(event, role) for role in once.roles)
        if all(taking) and all(map(happenings.is_named, frozenset().union(*taking))):
            found[taking].append(event)
    yield from found.values()


def _of_pair(
    pair: Pair,
    once: Once,
    happenings: Happenings,
) -> Iterator[Disagreement]:
    """Yield that two tellings of one event give it two dates, or two sums."""
    first, second = pair
    if not _are_told_alike(pair) or have_other_places(first, second):
        return
    sources = happenings.sources_apart(first, second)
    if not sources or not _is_one_spell(pair, once.days):
        return
    if not _are_dated_apart(pair):
        if _have_two_sums(pair):
            yield Disagreement(first.id, second.id)
    elif first.factuality is Factuality.PLANNED:
        yield _of_plans(pair, sources[0])
    else:
        yield Disagreement(first.id, second.id)


def _are_told_alike(pair: Pair) -> bool:
    """Return whether two events both stand, or are both planned."""
    first, second = pair
    if first.factuality.stands:
        return second.factuality.stands
    return first.factuality is second.factuality is Factuality.PLANNED


def _is_one_spell(pair: Pair, days: int) -> bool:
    """Return whether two events are within so many days of each other; 0 is for ever."""
    if not days:
        return True
    first, second = (event.time for event in pair)
    if first is None or second is None:
        return False
    gap = days_apart(first.start, second.start)
    return gap is not None and abs(gap) <= days


def _are_dated_apart(pair: Pair) -> bool:
    """Return whether two events have single dates that cannot be one."""
    first, second = (event.time for event in pair)
    if first is None or second is None:
        return False
    if not first.is_point or not second.is_point:
        return False
    return are_apart(first.start, second.start)


def _have_two_sums(pair: Pair) -> bool:
    """Return whether two events have each one sum of money, of one currency, that differ."""
    first, second = map(_sums, pair)
    if len(first) != 1 or len(second) != 1:
        return False
    [one], [other] = first, second
    return one.currency == other.currency and exclude(one, other)


def _sums(event: Event) -> list[Quantity]:
    return [amount for amount in event.quantities if amount.currency]


def _of_plans(pair: Pair, sources: SourcePair) -> Disagreement:
    """Return that the date of a plan was changed, or told in two ways on one day."""
    first, second = pair
    one, other = sources
    gap = days_apart(one.day, other.day)
    if not gap:
        return Disagreement(first.id, second.id)
    if gap > 0:
        return Disagreement(second.id, first.id, is_change=True)
    return Disagreement(first.id, second.id, is_change=True)
