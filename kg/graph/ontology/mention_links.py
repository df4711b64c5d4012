"""Mentions to entities, for the rules of this room: which thing each mention of each article turned out to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.model import Claim, Entity, Kind, Mention, Reading, Role

EntityOf = Mapping[tuple[str, int], str]
PERSON = "schema:Person"
GROUP = "kg:Group"
ORGANIZATION = "schema:Organization"
FOLLOWED = frozenset({PERSON, ORGANIZATION})
RELATIVES = frozenset(
    {"who", "whom", "whose", "which", "that", "where"}
)  # "a company that …" follows nothing
ARMED = "kg:ArmedGroup"
# A capital that is not only that of a sentence's first word, as in "an Acme unit" and "US units".
PROPER = re.compile(r"\s[A-Z]|^[A-Z]+\b[^.]*\s|^[A-Z].*[A-Z]")
UNPICKED = re.compile(
    r"(?:all|any|each|every|no|some|other|another|such|both|an?)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class LinkedMentions:
    """All entities by id, and the entity of every mention of one article that is in a chain which became one."""

    entities: Mapping[str, Entity]
    id_of: Mapping[int, str]  # by head, which no two mentions of an article share

    def of(self, mention: Mention) -> Entity | None:
        """The entity that a mention speaks of; nothing for a pronoun or description that nobody could be found for."""
        return self.entities.get(self.id_of.get(mention.head, ""))

    def typed(self, claim: Claim) -> Claim:
        """The claim with every mention of the type that its entity turned out to have, so that patterns can ask for it."""
        if not claim.roles:
            return claim
        roles = tuple(map(self._typed, claim.roles))
        return claim if roles == claim.roles else replace(claim, roles=roles)

    def _typed(self, role: Role) -> Role:
        entity = self.of(role.mention)
        if entity is None or entity.types[0] == role.mention.type:
            return role
        return Role(role.name, replace(role.mention, type=entity.types[0]))


def linked_mentions(
    reading: Reading, entities: Mapping[str, Entity], entity_of: EntityOf
) -> LinkedMentions:
    """The world of one reading. `entities` has all by their ids, `entity_of` the id for (article id, index of a chain)."""
    ids = (entity_of.get((reading.article.id, index)) for index in range(len(reading.chains)))
    id_of = {
        m.head: name
        for name, chain in zip(ids, reading.chains, strict=True)
        if name is not None
        for m in chain.mentions
    }
    return LinkedMentions(entities, id_of)


def is_identified(entity: Entity) -> bool:
    """True for what a fact may be about: a named thing, a group of people ("eight miners"), or somebody whom the text follows.

    Such a person or organisation is spoken of again by a pronoun ("the miner … he"), or by pronouns alone ("He was born in
    Lima."); "a spokesman" who only says something is not.
    """
    return (
        not entity.described
        or GROUP in entity.types
        or (bool(FOLLOWED.intersection(entity.types)) and _is_followed(entity))
    )


def _is_followed(entity: Entity) -> bool:
    apposed = RELATIVES if PERSON not in entity.types else frozenset()
    kinds = [mention.kind for mention in entity.mentions if mention.text.lower() not in apposed]
    if Kind.PRONOUN not in kinds or any(
        mention.plural for mention in entity.mentions if mention.kind is Kind.NOMINAL
    ):
        return False
    return len(kinds) > 1 or kinds == [Kind.PRONOUN]


def is_particular(entity: Entity) -> bool:
    """True for a described organisation that its words pick out: "the coalition", "Norwegian forces", not "a hospital".

    It does so by "the", by a nationality or by a name in its description; armed groups in the plural also by whatever tells
    them apart ("opposition forces"), as groups of people do. What is only counted off ("all parties", "other forces") is not.
    """
    if ORGANIZATION not in entity.types:
        return False
    told = [
        mention
        for mention in entity.mentions
        if mention.kind is Kind.NOMINAL and not UNPICKED.match(mention.text)
    ]
    armed = ARMED in entity.types
    return any(
        mention.definite
        or mention.country
        or PROPER.search(mention.text)
        or (armed and mention.plural and " " in mention.text)
        for mention in told
    )


def plain_name(mention: Mention, found: Entity | None) -> str:
    """How a refusal or label names a mention: the entity's name, else the words of the text."""
    return (
        found.name
        if found is not None and mention.kind is not Kind.TIME
        else " ".join(mention.text.split())
    )
