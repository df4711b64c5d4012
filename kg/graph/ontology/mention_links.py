"""Mentions to entities: which entity each mention of each article turned out to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.lang.en import word_list, word_set
from kg.model import Claim, Entity, Kind, Mention, Reading, Role

EntityOf = Mapping[tuple[str, int], str]
PERSON = "schema:Person"
GROUP = "kg:Group"
ORGANIZATION = "schema:Organization"
FOLLOWED = frozenset({PERSON, ORGANIZATION})
RELATIVES = word_set("pronouns", "fact-relative")
ARMED = "kg:ArmedGroup"
# A capital that is not only that of a sentence's first word, as in "an Acme unit" and "US units".
PROPER = re.compile(r"\s[A-Z]|^[A-Z]+\b[^.]*\s|^[A-Z].*[A-Z]")
UNPICKED_DETERMINERS = "|".join(word_list("function_words", "fact-unpicked-determiner"))
UNPICKED = re.compile(rf"(?:{UNPICKED_DETERMINERS})\b", re.IGNORECASE)


@dataclass(frozen=True)
class LinkedMentions:
    """All entities by id, and the entity of every mention of one article that has one.

    A mention has one if its chain became an entity. `id_of` goes by head, which no two mentions of
    an article share.
    """

    entities: Mapping[str, Entity]
    id_of: Mapping[int, str]

    def of(self, mention: Mention) -> Entity | None:
        """Return the entity that a mention speaks of; None for one of somebody unknown."""
        return self.entities.get(self.id_of.get(mention.head, ""))

    def typed(self, claim: Claim) -> Claim:
        """Return the claim with every mention of its entity's type, for patterns to ask for it."""
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
    """Return the links of one reading's mentions.

    `entities` has all by their ids, `entity_of` the id for (article id, index of a chain).
    """
    id_of: dict[int, str] = {}
    for index, chain in enumerate(reading.chains):
        name = entity_of.get((reading.article.id, index))
        if name is not None:
            id_of.update((mention.head, name) for mention in chain.mentions)
    return LinkedMentions(entities, id_of)


def is_identified(entity: Entity) -> bool:
    """Return whether a fact may be about an entity.

    It may if the entity is named, a group of people ("eight miners"), or somebody whom the text
    follows. Such a person or organisation has another mention, a pronoun ("the miner … he"), or
    pronouns alone ("He was born in Lima."); "a spokesman" who only says something is not.
    """
    if not entity.described or GROUP in entity.types:
        return True
    return bool(FOLLOWED.intersection(entity.types)) and _is_followed(entity)


def _is_followed(entity: Entity) -> bool:
    """Return whether a pronoun speaks of a single person or organisation."""
    if any(nominal.plural for nominal in _nominals(entity)):
        return False
    passed_over = frozenset() if PERSON in entity.types else RELATIVES
    telling = [mention for mention in entity.mentions if mention.text.lower() not in passed_over]
    pronouns = [mention for mention in telling if mention.kind is Kind.PRONOUN]
    if not pronouns:
        return False
    return len(telling) > 1 or pronouns == telling


def _nominals(entity: Entity) -> list[Mention]:
    return [mention for mention in entity.mentions if mention.kind is Kind.NOMINAL]


def is_particular(entity: Entity) -> bool:
    """Return whether the words of a described organisation pick it out.

    "The coalition" and "Norwegian forces" do, "a hospital" does not. Words do so by "the", by a
    nationality or by a name in the description; armed groups in the plural also by whatever else
    stands beside the noun ("opposition forces"), as groups of people do. What is only counted off
    ("all parties", "other forces") is not picked out.
    """
    if ORGANIZATION not in entity.types:
        return False
    is_armed = ARMED in entity.types
    return any(_is_picked_out(mention, is_armed=is_armed) for mention in _nominals(entity))


def _is_picked_out(mention: Mention, *, is_armed: bool) -> bool:
    words = mention.text
    if UNPICKED.match(words):
        return False
    if mention.definite or mention.country:
        return True
    if PROPER.search(words):
        return True
    is_several = is_armed and mention.plural
    return is_several and " " in words


def plain_name(mention: Mention, entity: Entity | None) -> str:
    """Return how a refusal or label names a mention: by its entity, else by the text's words."""
    if entity is None or mention.kind is Kind.TIME:
        return " ".join(mention.text.split())
    return entity.name
