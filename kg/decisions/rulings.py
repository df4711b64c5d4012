"""The decisions of people as a build honours them, stage by stage, and which of them applied.

Things come first, since facts and events are about them. A fact that is wrong is taken out before
anything follows from it, and so is every fact that entails it: if nobody works for Globex, nobody
leads it. What is right has a confidence of 1. What is refused names the decision.
"""

from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Protocol

from kg.decisions.events import Refused, events_as_decided, quotations_as_decided
from kg.decisions.form import EVENT, QUOTATION, kind_of_node
from kg.decisions.search import R
from kg.decisions.things import (
    Decided,
    Make,
    Superclasses,
    Things,
)
from kg.decisions.wording import (
    refusals_of,
    short_words_of,
)
from kg.model import (
    DecidedFact,
    Decision,
    Entity,
    Event,
    Fact,
    Graph,
    Literal,
    Quotation,
    Refusal,
    Target,
    Verdict,
)

CERTAIN = 1.0
NOT_FOUND = "found nothing to apply to"

Triple = tuple[str, str, str | Literal]
Told = tuple[Triple, bool, bool]  # whether it stands, and whether it is past
Made = tuple[list[Decided[R]], Sequence[Entity]]


class Entails(Protocol):
    """The conclusions from a triple by its property; `kg.rdf.Entailment` knows them."""

    def entailed(self, predicate: str) -> Iterable[tuple[str, bool]]:
        """Return all that a property entails, itself too, and whether the ends are swapped."""

    def opposites(self, predicate: str) -> Iterable[str]:
        """Return the properties that say the same with the ends swapped."""


@dataclass(slots=True)
class Rulings:
    """Decisions in the order in which they were made.

    `classes` has each class of the ontology, with those above it.
    `statement_of` gives the id of a fact's statement. `applied` are the ids of the decisions that
    were found to apply so far, `refused` are what was taken out, each with its decision.
    """

    decisions: Sequence[Decision] = ()
    classes: Superclasses = field(default_factory=dict)
    entails: Entails | None = None
    statement_of: Callable[[Fact], str] = repr
    applied: set[str] = field(default_factory=set)
    refused: Refused = field(default_factory=dict)
    _place_of: dict[Target, str] = field(default_factory=dict)
    _of_fact: dict[Told, Decision] = field(default_factory=dict)
    _of_statement: dict[str, Decision] = field(default_factory=dict)
    _overruled: set[str] = field(default_factory=set)
    _sure: dict[str, str] = field(default_factory=dict)  # decisions, by the event that is right

    # ---------------------------------------------------------------------------------- things

    def regroup(self, sets: Sequence[Sequence[R]], make: Make[R]) -> Made[R]:
        """Return the sets of records as decided, with their entities, which `make` makes."""
        if not self.decisions:
            as_they_are = [Decided(list(records)) for records in sets]
            return as_they_are, make(as_they_are)
        things = Things(sets, make, self.classes)
        of_things = [each for each in self.decisions if _kind(each) not in (EVENT, QUOTATION)]
        self.applied |= things.apply(each for each in of_things if each.fact is None)
        entities = things.entities()
        ends = chain.from_iterable(_ends(each.fact) for each in of_things)
        self._place_of = things.places(ends, entities)
        self._note_facts()
        return things.sets(), entities

    # ----------------------------------------------------------------------------------- facts

    def _note_facts(self) -> None:
        """Note which facts are decided on; of decisions on one fact the last counts."""
        for decision in self.decisions:
            fact = decision.fact
            if fact is None:
                continue
            if fact.subject is None:
                self._of_statement[fact.id] = decision
                continue
            triple = self._triple(fact)
            if triple is not None:
                told = (triple, fact.stands, fact.past)
                former = self._of_fact.get(told)
                if former is not None:
                    self._overruled.add(former.id)
                self._of_fact[told] = decision

    def _triple(self, fact: DecidedFact) -> Triple | None:
        """Return the triple that a decision means, None if one of its ends is not found."""
        subject = self._id_of(fact.subject)
        value = fact.object
        if isinstance(value, Literal):
            return (subject, fact.predicate, _plain(value)) if subject else None
        last = self._id_of(value)
        if not (subject and last):
            return None
        return subject, fact.predicate, last

    def _id_of(self, thing: Target | None) -> str:
        """Return the id of a thing in this graph, empty if it is not found."""
        if thing is None:
            return ""
        if kind_of_node(thing.id) == EVENT:
            return thing.id
        return self._place_of.get(thing, "")

    def judged(self, facts: Iterable[Fact]) -> list[Fact]:
        """Return the facts without those that people call wrong.

        Those that they call right are as sure as can be.
        """
        kept: list[Fact] = []
        for fact in facts:
            wrong = self._decision_on(fact, Verdict.WRONG)
            if wrong is not None:
                self.refused[fact] = wrong
                self.applied.add(wrong.id)
            else:
                kept.append(self._confirmed(fact))
        return kept

    def _confirmed(self, fact: Fact) -> Fact:
        """Return a fact, as sure as can be if people call it right."""
        right = self._decision_on(fact, Verdict.RIGHT)
        if right is None:
            return fact
        self.applied.add(right.id)
        return replace(
            fact,
            confidence=CERTAIN,
            probability=CERTAIN,
            decisions=(right.id,),
        )

    def _decision_on(self, fact: Fact, verdict: Verdict) -> Decision | None:
        """Return the decision that calls a fact wrong, or right; None if there is none."""
        if not (self._of_fact or self._of_statement):
            return None
        stands = fact.factuality.stands
        if self._of_statement:
            self._note_statement(fact)
        for triple in self._forms(fact, verdict):
            found = self._of_fact.get((triple, stands, fact.past))
            if found is not None and found.verdict is verdict:
                return found
        return None

    def _note_statement(self, fact: Fact) -> None:
        """Note the triple of a fact that a decision names only by its statement."""
        statement = self.statement_of(fact)
        decision = self._of_statement.get(statement)
        if decision is not None:
            triple, *_ = self._forms(fact, Verdict.RIGHT)
            told = (triple, fact.factuality.stands, fact.past)
            self._of_fact.setdefault(told, decision)

    def _forms(self, fact: Fact, verdict: Verdict) -> Iterator[Triple]:
        """Yield the triples that a verdict on a fact may name.

        A fact is wrong if a triple that it entails is wrong; it is right only if it is called so
        itself, in either direction.
        """
        subject, predicate, value = fact.subject, fact.predicate, fact.object
        plain = value if isinstance(value, str) else _plain(value)
        yield subject, predicate, plain
        if self.entails is None:
            return
        if verdict is Verdict.WRONG and fact.factuality.stands:
            for curie, is_swapped in self.entails.entailed(predicate):
                if not is_swapped:
                    yield subject, curie, plain
                elif isinstance(value, str):
                    yield value, curie, subject
        elif isinstance(value, str):
            for curie in self.entails.opposites(predicate):
                yield value, curie, subject

    # ------------------------------------------------------------------- events and quotations

    def happened(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Return the events as decided: put together, called otherwise, without wrong ones."""
        of_events = self._latest(each for each in self.decisions if _kind(each) == EVENT)
        if not of_events:
            return events
        result = events_as_decided(events, of_events, self.classes)
        self._sure.update(result.sure)
        self.applied |= result.applied
        self.refused |= result.refused
        return result.events

    def _latest(self, decisions: Iterable[Decision]) -> list[Decision]:
        """Return decisions without those that later ones on the same thing overrule."""
        last: dict[str, Decision] = {}
        kept: list[Decision] = []
        for each in decisions:
            if each.verdict in (Verdict.WRONG, Verdict.RIGHT):
                former = last.get(each.things[0].id)
                if former is not None:
                    self._overruled.add(former.id)
                last[each.things[0].id] = each
            kept.append(each)
        return [each for each in kept if each.id not in self._overruled]

    def said(self, quotations: Iterable[Quotation]) -> list[Quotation]:
        """Return the quotations without wrong ones; what is right names the decision."""
        of_quotations = self._latest(each for each in self.decisions if _kind(each) == QUOTATION)
        kept, refused = quotations_as_decided(quotations, of_quotations)
        self.refused |= refused
        self.applied |= {decision.id for decision in refused.values()}
        self.applied.update(*(quotation.decisions for quotation in kept))
        return kept

    def with_sure_events(self, graph: Graph) -> Graph:
        """Return a graph in which the events that people call right are as sure as can be."""
        if not self._sure:
            return graph
        events = [self._sure_event(event) for event in graph.events]
        return replace(graph, events=tuple(events))

    def _sure_event(self, event: Event) -> Event:
        decision = self._sure.get(event.id)
        if decision is None:
            return event
        return replace(
            event,
            confidence=CERTAIN,
            decisions=(*event.decisions, decision),
        )

    # ---------------------------------------------------------------------------------- result

    def refusals(self, words: Callable[[Fact], str]) -> Iterator[Refusal]:
        """Yield a refusal for each passage of what was taken out; `words` puts a fact in words."""
        return refusals_of(self.refused, words)

    def used(self) -> tuple[Decision, ...]:
        """Return the decisions that applied, sorted by their ids."""
        used = [each for each in self.decisions if each.id in self.applied]
        return tuple(sorted(used, key=lambda decision: decision.id))

    def unused(self) -> tuple[str, ...]:
        """Return a line for each decision that did not apply: its place, and what it is about."""
        settled = self.applied | self._overruled
        lines: list[str] = []
        for each in self.decisions:
            if each.id not in settled:
                place = f"{each.source}, line {each.line}"
                lines.append(f"{place}: {short_words_of(each)}: {NOT_FOUND}")
        return tuple(lines)


NO_RULINGS = Rulings()


def _plain(value: Literal) -> Literal:
    """Return a value as decisions compare it: by its text."""
    return Literal(value.text)


def _kind(decision: Decision) -> str:
    """Return what kind of node a decision is about, "" for a fact."""
    if not decision.things:
        return ""
    return kind_of_node(decision.things[0].id)


def _ends(fact: DecidedFact | None) -> Iterator[Target]:
    """Yield the things at the ends of a fact."""
    if fact is None:
        return
    for end in (fact.subject, fact.object):
        if isinstance(end, Target):
            yield end
