"""Bounds of conclusions: none is surer than what it follows from.

Who is one of a group takes part in what it does: that is no surer than the event, nor than that
somebody is one of the group. Two sides of an attack are opponents if it took place; and a
nationality of a group is that of its members as far as they are its members.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import replace

from kg.graph.facts import (
    BY_ATTACK,
    BY_MEMBER,
    MEMBER_NATIONALITY,
)
from kg.model import (
    Event,
    Fact,
    Graph,
)

MEMBER = "schema:memberOf"
AGENT = "kg:agent"
PATIENT = "kg:patient"

Chances = Mapping[tuple[str, str, str], float]  # of facts, by their triples
Groups = Mapping[str, Sequence[str]]  # by the id of a member


def with_bounded_conclusions(graph: Graph) -> Graph:
    """Return a graph in which no conclusion is surer than its premises; what people say stands."""
    bounds = _Bounds(graph)
    facts: list[Fact] = []
    for fact in graph.facts:
        if len(fact.rules) == 1 and not fact.decisions:
            (rule,) = fact.rules
            bound = max(bounds.of(fact, rule), default=fact.confidence)
            fact = replace(fact, confidence=min(fact.confidence, bound))
        facts.append(fact)
    return replace(graph, facts=tuple(facts))


class _Bounds:
    """The confidence of the premises of each conclusion, for every way in which it follows."""

    def __init__(self, graph: Graph) -> None:
        self._events = {event.id: event for event in graph.events}
        self._chances = dict(_chances(graph.facts))
        self._groups = _groups(graph.facts)
        self._sides = _sides(graph.events)

    def of(self, fact: Fact, rule: str) -> Iterator[float]:
        """Yield how sure the premises are by which a rule concludes a fact."""
        value = str(fact.object)
        if rule == BY_ATTACK:
            both = frozenset((fact.subject, value))
            yield from (event.confidence for event in self._sides.get(both, ()))
        elif rule == BY_MEMBER and value in self._events:
            event = self._events[value]
            acting = {entity for _, entity in event.roles}
            for group in self._groups.get(fact.subject, ()):
                if group in acting:
                    yield min(event.confidence, self._chances[fact.subject, MEMBER, group])
        elif rule == MEMBER_NATIONALITY:
            for group in self._groups.get(fact.subject, ()):
                upper = self._chances.get((group, fact.predicate, value))
                if upper is not None:
                    yield min(upper, self._chances[fact.subject, MEMBER, group])


def _chances(facts: Iterable[Fact]) -> Iterator[tuple[tuple[str, str, str], float]]:
    for fact in facts:
        if isinstance(fact.object, str):
            yield (fact.subject, fact.predicate, fact.object), fact.confidence


def _groups(facts: Iterable[Fact]) -> Groups:
    """Return the groups of each member."""
    groups: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if fact.predicate == MEMBER and isinstance(fact.object, str):
            groups[fact.subject].append(fact.object)
    return groups


def _sides(events: Iterable[Event]) -> Mapping[frozenset[str], Sequence[Event]]:
    """Return the events by each agent and patient."""
    sides: dict[frozenset[str], list[Event]] = defaultdict(list)
    for event in events:
        agents = [entity for curie, entity in event.roles if curie == AGENT]
        patients = [entity for curie, entity in event.roles if curie == PATIENT]
        for agent in agents:
            for patient in patients:
                sides[frozenset((agent, patient))].append(event)
    return sides
