"""All that the ontology makes of some readings, in one call."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.graph.events import EventMention, event_mentions, events, with_second_dates
from kg.graph.facts import facts, in_order, inferred_facts, memberships, merged, opponents, put_together, quotations
from kg.graph.ontology import EntityOf, LinkedMentions, Ontology, linked_mentions
from kg.model import Entity, Event, Fact, Quotation, Reading, Refusal


@dataclass(frozen=True)
class Interpretation:
    """Facts, events, quotations and refusals, each sorted by content."""

    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    quotations: tuple[Quotation, ...]
    refusals: tuple[Refusal, ...]


def interpret(
    readings: Iterable[Reading],
    entities: Iterable[Entity],
    entity_of: EntityOf,
    ontology: Ontology,
    *,
    known: Iterable[Fact] = (),
) -> Interpretation:
    """Facts, events, quotations and refusals of some readings, in any order, whose chains are resolved to entities.

    `known` are facts of a gazetteer, from which conclusions are drawn together with those of the text.
    """
    by_id = {entity.id: entity for entity in entities}
    found = _Found()
    for reading in readings:
        here = linked_mentions(reading, by_id, entity_of)
        found.add(replace(reading, claims=tuple(map(here.typed, reading.claims))), here, ontology)
        found.joined += memberships(reading, by_id, entity_of)
    concluded = inferred_facts(merged((*put_together(found.said, ontology), *known, *found.joined)))
    happened = events(found.told, ontology, members(concluded))
    fought = opponents(happened, by_id)
    refused = tuple(sorted(found.refused, key=_order))
    return Interpretation(merged((*concluded, *fought)), happened, in_order(found.quoted), refused)


@dataclass(slots=True)
class _Found:
    """What was found in the articles so far."""

    said: list[Fact] = field(default_factory=list)
    refused: set[Refusal] = field(default_factory=set)
    joined: list[Fact] = field(default_factory=list)
    told: list[EventMention] = field(default_factory=list)
    quoted: list[Quotation] = field(default_factory=list)

    def add(self, reading: Reading, here: LinkedMentions, ontology: Ontology) -> None:
        """Take in one article, whose mentions have the types of their entities."""
        said, refused = facts(reading, here, ontology)
        self.said += said
        self.refused.update(refused)
        self.told += with_second_dates(event_mentions(reading, here, ontology), reading, here, ontology)
        self.quoted += quotations(reading, here)


def _order(refusal: Refusal) -> tuple[str, int, int, str, str, str]:
    passage = refusal.passage
    return passage.article, passage.start, passage.end, refusal.candidate, refusal.rule, refusal.reason


def members(facts: Iterable[Fact]) -> dict[str, frozenset[str]]:
    """The people who are told to be of each group, by the group's id."""
    found: dict[str, set[str]] = {}
    for fact in facts:
        told = fact.predicate == "schema:memberOf" and fact.factuality.stands and fact.subject.startswith("person/")
        if told and isinstance(fact.object, str) and fact.object.startswith("group/"):
            found.setdefault(fact.object, set()).add(fact.subject)
    return {group: frozenset(people) for group, people in found.items()}
