"""Tolls of one happening that differ: contradictions, and counts that grew or were corrected.

The differing ones become statements of their event: the amount, who says it, and where.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
    replace,
)
from itertools import combinations

from kg.graph.disagreements.collected import Tellings, with_more
from kg.graph.disagreements.days import are_apart, days_apart
from kg.graph.disagreements.numbers import exclude, grows
from kg.graph.disagreements.tolls import (
    SUM,
    Toll,
    in_order,
)
from kg.model import (
    Disagreement,
    Event,
    Fact,
    Factuality,
    Graph,
    Passage,
    Quantity,
)

QUANTITY, CONTAINED = "kg:quantity", "schema:containedInPlace"
RULE = "toll"
NEWS = 14  # days for which an undated happening is news

Containers = Mapping[str, set[str]]
EventOf = Mapping[Passage, str]  # by the words that tell of it
Statement = tuple[str, Quantity]  # an event, and how many


@dataclass(slots=True)
class _Found:
    """The tolls that differ, by what they state, and how they do."""

    told: dict[Statement, list[Toll]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[tuple[Statement, Statement], bool] = field(default_factory=dict)

    def add(self, toll: Toll, event: str) -> Statement:
        """Return the statement of a toll about an event, and take it in."""
        statement = (event, toll.quantity)
        self.told[statement].append(toll)
        return statement


def with_disagreeing_tolls(graph: Graph, tellings: Tellings) -> Graph:
    """Return a graph that states the tolls of its events that differ, and how they do."""
    event_of = _events_of(graph.events)
    containers = _containers(graph.facts)
    found = _Found()
    for first, second in _comparable(in_order(tellings.tolls), event_of, containers):
        own = _event(first, event_of)
        other = _event(second, event_of)
        is_change = _is_change(first, second)
        if is_change is None or not (own or other):
            continue
        old = found.add(first, own or other)
        new = found.add(second, other or own)
        found.pairs.setdefault((new, old), is_change)
    fact_of = {statement: _fact(statement, told) for statement, told in found.told.items()}
    more = [
        Disagreement(fact_of[new], fact_of[old], is_change)
        for (new, old), is_change in found.pairs.items()
    ]
    stated = [fact_of[statement] for statement in sorted(fact_of)]
    whole = replace(
        graph,
        events=tuple(_with_amounts(graph.events, found.told)),
        facts=(*graph.facts, *stated),
    )
    return with_more(whole, more)


def _containers(facts: Iterable[Fact]) -> Containers:
    """Return the places that each place lies in, as far as the graph says."""
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        value = fact.object
        if fact.predicate == CONTAINED and isinstance(value, str):
            found[fact.subject].add(value)
    return found


def _events_of(events: Iterable[Event]) -> dict[Passage, str]:
    """Return the event of a graph by the words that tell of it."""
    event_of: dict[Passage, str] = {}
    for event in events:
        event_of |= dict.fromkeys(event.triggers, event.id)
    return event_of


def _event(toll: Toll, event_of: EventOf) -> str:
    """Return the first event of the graph that is told by the words of a toll or of its cause."""
    for trigger in toll.triggers:
        if trigger in event_of:
            return event_of[trigger]
    return ""


def _comparable(
    tolls: Sequence[Toll], event_of: EventOf, containers: Containers
) -> Iterator[tuple[Toll, Toll]]:
    """Yield the pairs of tolls that count the same of one happening, the earlier told first."""
    alike: dict[tuple[str, str], list[Toll]] = defaultdict(list)
    for toll in tolls:
        for key in _keys(toll, event_of, containers):
            alike[key].append(toll)
    done: set[tuple[Toll, Toll]] = set()
    for group in alike.values():
        for first, second in combinations(group, 2):
            if (first, second) in done or not exclude(first.quantity, second.quantity):
                continue
            done.add((first, second))
            if _count_the_same(first, second) and _is_one_happening(first, second, event_of):
                yield first, second


def _keys(
    toll: Toll,
    event_of: EventOf,
    containers: Containers,
) -> Iterator[tuple[str, str]]:
    """Yield what tolls of one happening have in common: an event, or a place."""
    places = set(toll.places)
    for place in toll.places:
        places |= containers.get(place, set())
    for place in sorted(places):
        yield toll.kind, place
    for trigger in toll.triggers:
        if trigger in event_of:
            yield toll.kind, event_of[trigger]


def _count_the_same(first: Toll, second: Toll) -> bool:
    """Return whether two tolls count the same people, and one voice does not tell both."""
    if first.counted != second.counted:
        return False
    return first.source.is_other_than(second.source)


def _is_one_happening(
    first: Toll,
    second: Toll,
    event_of: EventOf,
) -> bool:
    """Return whether nothing speaks against two tolls being of one happening."""
    own = {event_of.get(trigger) for trigger in first.triggers}
    shared = own.intersection(map(event_of.get, second.triggers))
    if shared - {None}:
        return True
    if first.cause != second.cause:
        return False
    if first.day and second.day:
        return not are_apart(first.day, second.day)
    if not first.cause:
        return False
    one = first.day or first.source.day
    other = second.day or second.source.day
    gap = days_apart(one, other)
    return gap is not None and abs(gap) <= NEWS


def _is_change(first: Toll, second: Toll) -> bool | None:
    """Return whether the second toll, told later, took the place of the first.

    A count that grew by another day did, and any later one of the same source. Others contradict
    each other, and so do sums of money. None if it is not known which came first.
    """
    gap = days_apart(first.source.day, second.source.day)
    if gap is None:
        is_one_article = first.source.article == second.source.article
        return False if is_one_article else None
    if not gap:
        return False
    if second.source.speaks_for(first.source):
        return True
    return first.counted != SUM and grows(first.quantity, second.quantity)


# ---------------------------------------------------------------------------------- statements


def _fact(key: Statement, told: Iterable[Toll]) -> Fact:
    """Return the statement of an amount, with all sentences that give it."""
    event, quantity = key
    told = list(told)
    evidence = {toll.evidence for toll in told}
    speakers: set[str] = set()
    for toll in told:
        speakers.update(toll.source.speakers)
    stands = [toll.factuality for toll in told]
    asserted = Factuality.ASSERTED in stands
    return Fact(
        event,
        QUANTITY,
        quantity.id,
        (RULE,),
        tuple(sorted(evidence)),
        Factuality.ASSERTED if asserted else stands[0],
        speakers=tuple(sorted(speakers)),
        articles=len({passage.article for passage in evidence}),
    )


def _with_amounts(events: Iterable[Event], found: Mapping[Statement, object]) -> Iterator[Event]:
    """Yield the events, each with the amounts that statements give it."""
    amounts: dict[str, set[Quantity]] = defaultdict(set)
    for event, quantity in found:
        amounts[event].add(quantity)
    for each in events:
        if each.id in amounts:
            quantities = {*each.quantities, *amounts[each.id]}
            each = replace(each, quantities=tuple(sorted(quantities)))
        yield each
