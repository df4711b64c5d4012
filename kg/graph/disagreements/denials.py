"""Denials of facts and events that another source tells."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, product

from kg.graph.disagreements.collected import Tellings, with_more
from kg.graph.disagreements.days import are_apart, days_apart
from kg.graph.disagreements.happenings import (
    AGENT,
    PATIENT,
    Happenings,
    fillers,
    have_other_places,
    is_rare,
    places,
)
from kg.graph.disagreements.held import (
    Known,
    known_of,
    only_follows,
)
from kg.graph.disagreements.single import single
from kg.graph.disagreements.telling import Triple, triple_of
from kg.graph.ontology import Ontology
from kg.model import (
    Disagreement,
    Event,
    Fact,
    Factuality,
    Graph,
)

SPELL = 30  # days within which a fact and its denial are of one present
NEWS = 60  # days within which a denial is one of what was told to have happened

Disagreements = Iterator[Disagreement]


def with_denials(
    graph: Graph,
    tellings: Tellings,
    ontology: Ontology,
) -> Graph:
    """Return a graph that says which of its facts and events another source denies."""
    known = known_of(graph, tellings, ontology)
    happenings = Happenings.of(graph)
    return with_more(graph, [*_of_facts(known), *_of_events(happenings)])


def _of_facts(known: Known) -> Disagreements:
    """Yield what is denied by one and told by another."""
    standing: dict[Triple, Fact] = {}
    denied: list[Fact] = []
    for fact in known.facts:
        if fact.factuality is Factuality.DENIED:
            denied.append(fact)
        elif fact.factuality.stands and not fact.past and not only_follows(fact):
            standing[triple_of(fact)] = fact
    for fact in denied:
        told = standing.get(triple_of(fact))
        if told is not None and _are_of_one_time(told, fact, known):
            yield Disagreement(told, fact)


def _are_of_one_time(
    told: Fact,
    denied: Fact,
    known: Known,
) -> bool:
    """Return whether another tells what is denied, and in the same weeks if it can change."""
    rule = single(told.predicate, known.ontology)
    is_lasting = rule is not None and rule.is_lasting
    for one, other in product(known.told(denied), known.told(told)):
        if not one.source.is_other_than(other.source):
            continue
        gap = days_apart(one.source.day, other.source.day)
        if is_lasting or gap is None or abs(gap) <= SPELL:
            return True
    return False


# -------------------------------------------------------------------------------------- events


def _of_events(happenings: Happenings) -> Disagreements:
    """Yield what one tells to have happened and another denies."""
    of_class: dict[str, list[Event]] = defaultdict(list)
    denied: list[Event] = []
    for event in happenings.events:
        if event.factuality is Factuality.DENIED:
            denied.append(event)
        elif event.factuality.stands:
            for cls in event.types:
                of_class[cls].append(event)
    for event in denied:
        alike = chain.from_iterable(of_class[cls] for cls in event.types)
        for told in alike:
            if _is_denied(told, event, happenings):
                yield Disagreement(told.id, event.id)


def _is_denied(
    told: Event,
    denied: Event,
    happenings: Happenings,
) -> bool:
    """Return whether one event is that which another source denies."""
    if not _have_same_core(told, denied, happenings):
        return False
    if have_other_places(told, denied) or _are_of_two_times(told, denied):
        return False
    for one, other in happenings.sources_apart(told, denied):
        gap = days_apart(one.day, other.day)
        if gap is None or abs(gap) <= NEWS:
            return True
    return False


def _are_of_two_times(first: Event, second: Event) -> bool:
    if first.time is None or second.time is None:
        return False
    return are_apart(first.time.start, second.time.start)


def _have_same_core(
    first: Event,
    second: Event,
    happenings: Happenings,
) -> bool:
    """Return whether two events share who does it and whom it befalls, two named things or more.

    One is enough for what befalls it once.
    """
    shared: set[str] = set()
    for role in (AGENT, PATIENT):
        one = fillers(first, role)
        other = fillers(second, role)
        if one and other and one != other:
            return False
        shared |= one & other
    shared |= places(first) & places(second)
    named = [name for name in shared if happenings.is_named(name)]
    return len(named) >= (1 if is_rare(first) else 2)
