"""Bodies with premises, at which something happens: "died at a hospital in Oslo".

A hospital, a school or a court is an organisation, and also a place where it is the place of an
event.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.graph.events.places import WHERE
from kg.graph.ontology import ORGANIZATION
from kg.lang.en import word_set, word_values
from kg.model import Entity, Event, Mention
from kg.vocabulary import with_superclasses

PLACE = "schema:Place"
AT_PREMISES = word_values("function_words", "place-at-premises")
PREMISES = word_set("nouns", "narrower-place")
SCHOOL = "schema:EducationalOrganization"


def property_at_premises(role: str, mention: Mention, entity: Entity) -> str:
    """Return the property of a body where something happens on its premises, empty for others."""
    if ORGANIZATION not in entity.types:
        return ""
    words = mention.text.lower().split()
    if SCHOOL not in entity.types and PREMISES.isdisjoint(words):
        return ""
    return AT_PREMISES.get(role, "")


def with_premises(entities: Iterable[Entity], events: Iterable[Event]) -> Iterator[Entity]:
    """Yield the entities; organisations that are the place of an event are also places."""
    places = {filler for event in events for curie, filler in event.roles if curie in WHERE}
    for entity in entities:
        if entity.id in places and ORGANIZATION in entity.types and PLACE not in entity.types:
            entity = replace(entity, types=(*entity.types, *with_superclasses(PLACE)))
        yield entity
