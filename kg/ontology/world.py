"""Mentions to entities, for the rules of this room: which thing each mention of each article turned out to be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Entity, Kind, Mention, Reading

EntityOf = Mapping[tuple[str, int], str]
PERSON = "schema:Person"
GROUP = "kg:Group"


@dataclass(frozen=True)
class World:
    """All entities by id, and the entity of every mention in a chain that became one."""

    entities: Mapping[str, Entity]
    id_of: Mapping[Mention, str]

    def of(self, mention: Mention) -> Entity | None:
        """The entity that a mention speaks of; nothing for a pronoun or description that nobody could be found for."""
        return self.entities.get(self.id_of.get(mention, ""))


def world(readings: Iterable[Reading], entities: Iterable[Entity], entity_of: EntityOf) -> World:
    """The world of some readings. `entity_of` gives the entity's id for (article id, index of a chain)."""
    id_of = {
        mention: entity_of[reading.article.id, index]
        for reading in readings
        for index, chain in enumerate(reading.chains)
        if (reading.article.id, index) in entity_of
        for mention in chain.mentions
    }
    return World({entity.id: entity for entity in entities}, id_of)


def is_identified(entity: Entity) -> bool:
    """True for what a fact may be about: a named thing, or a group of people ("eight miners"), but not "a spokesman"."""
    return not entity.described or GROUP in entity.types


def plain_name(mention: Mention, found: Entity | None) -> str:
    """How a refusal or label names a mention: the entity's name, else the words of the text."""
    return found.name if found is not None and mention.kind is not Kind.TIME else " ".join(mention.text.split())
