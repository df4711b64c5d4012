"""All that the ontology makes of some readings, in one call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import Entity, Event, Fact, Quotation, Reading, Refusal
from kg.ontology.conclusions import conclusions, opponents
from kg.ontology.events import happenings
from kg.ontology.facts import facts
from kg.ontology.membership import memberships
from kg.ontology.merging import events
from kg.ontology.repeated import merged
from kg.ontology.schema import Ontology
from kg.ontology.speech import quotations
from kg.ontology.times import with_second_dates
from kg.ontology.world import EntityOf, world


@dataclass(frozen=True)
class Interpretation:
    """Facts, events, quotations and refusals, each sorted by content."""

    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    quotations: tuple[Quotation, ...]
    refusals: tuple[Refusal, ...]


def interpret(
    readings: Sequence[Reading],
    entities: Iterable[Entity],
    entity_of: EntityOf,
    ontology: Ontology,
    *,
    known: Iterable[Fact] = (),
) -> Interpretation:
    """Facts, events, quotations and refusals of some readings whose chains are resolved to entities.

    `known` are facts of a gazetteer, from which conclusions are drawn together with those of the text.
    """
    here = world(readings, entities, entity_of)
    typed = [replace(reading, claims=tuple(here.typed(claim) for claim in reading.claims)) for reading in readings]
    said, refused = facts(typed, here, ontology)
    told = [
        happening
        for reading in typed
        for happening in with_second_dates(happenings(reading, here, ontology), reading, here, ontology)
    ]
    concluded = conclusions(merged((*said, *known, *memberships(readings, here.entities, entity_of))))
    happened = events(told, ontology, members(concluded))
    fought = opponents(happened, here.entities)
    return Interpretation(merged((*concluded, *fought)), happened, quotations(readings, here), refused)


def members(facts: Iterable[Fact]) -> dict[str, frozenset[str]]:
    """The people who are told to be of each group, by the group's id."""
    found: dict[str, set[str]] = {}
    for fact in facts:
        told = fact.predicate == "schema:memberOf" and fact.factuality.stands and fact.subject.startswith("person/")
        if told and isinstance(fact.object, str) and fact.object.startswith("group/"):
            found.setdefault(fact.object, set()).add(fact.subject)
    return {group: frozenset(people) for group, people in found.items()}
