"""All that the ontology makes of some readings, in one call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Entity, Event, Fact, Quotation, Reading, Refusal
from kg.ontology.conclusions import conclusions
from kg.ontology.events import happenings
from kg.ontology.facts import facts
from kg.ontology.merging import events
from kg.ontology.schema import Ontology
from kg.ontology.speech import quotations
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
    said, refused = facts(readings, here, ontology)
    told = [happening for reading in readings for happening in happenings(reading, here, ontology)]
    return Interpretation(conclusions((*said, *known)), events(told, ontology), quotations(readings, here), refused)
