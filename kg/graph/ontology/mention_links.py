"""Mentions to entities: which entity each mention of each article turned out to be."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from kg.lang.en import word_list, word_set
from kg.model import Claim, Entity, Kind, Mention, Reading, Role

Entities = Mapping[str, Entity]  # by id
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
NO_SINGLE = word_set("function_words", "no-single-determiner")
UNPICKED = re.compile(rf"(?:{UNPICKED_DETERMINERS})\b", re.IGNORECASE)


@dataclass(frozen=True)
class LinkedMentions:
    """All entities by id, and the entity of every mention of one article that has one.

    A mention has one if its chain became an entity. `id_of` goes by head, which no two mentions of
    an article share.
    """

    entities: Entities
    id_of: Mapping[int, str]

    def of(self, mention: Mention) -> Entity | None:
        """Return the entity that a mention speaks of; None for one of somebody unknown."""
        id_ = self.id_of.get(mention.head, "")
        return self.entities.get(id_)

    def typed(self, claim: Claim) -> Claim:
        """Return the claim with every mention of its entity's type, for patterns to ask for it."""
        roles = tuple(map(self._typed, claim.roles))
        if roles == claim.roles:
            return claim
        return replace(claim, roles=roles)

    def _typed(self, role: Role) -> Role:
        mention = role.mention
        entity = self.of(mention)
        if entity is None:
            return role
        type_ = entity.types[0]
        if type_ == mention.type:
            return role
        typed = replace(mention, type=type_)
        return Role(role.name, typed)


def linked_mentions(reading: Reading, entities: Entities, entity_of: EntityOf) -> LinkedMentions:
    """Return the links of one reading's mentions.

    `entities` has all by their ids, `entity_of` the id for (article id, index of a chain).
    """
    id_of: dict[int, str] = {}
    article = reading.article.id
    for index, chain in enumerate(reading.chains):
        key = (article, index)
        entity = entity_of.get(key)
        if entity is None:
            continue
        for mention in chain.mentions:
            id_of[mention.head] = entity
    return LinkedMentions(entities, id_of)


def is_identified(entity: Entity) -> bool:
    """Return whether a fact may be about an entity.

    It may if the entity is named, a group of people ("eight miners"), or somebody whom the text
    follows. Such a person or organisation has another mention, a pronoun ("the miner … he"), or
    pronouns alone ("He was born in Lima."); "a spokesman" who only says something is not.
    """
    types = entity.types
    if not entity.described or GROUP in types:
        return True
    if FOLLOWED.isdisjoint(types):
        return False
    return _is_followed(entity)


def is_single(entity: Entity) -> bool:
    """Return whether an entity is one thing, not several nor a group, as far as words tell."""
    if GROUP in entity.types:
        return False
    return not any(each.plural or _begins(each, NO_SINGLE) for each in _nominals(entity))


def _begins(mention: Mention, words: Container[str]) -> bool:
    """Return whether a description begins with one of some words."""
    first, *_ = mention.text.lower().split(maxsplit=1)
    return first in words


def _is_followed(entity: Entity) -> bool:
    """Return whether a pronoun speaks of a single person or organisation."""
    if any(nominal.plural for nominal in _nominals(entity)):
        return False
    pronouns = [mention for mention in entity.mentions if mention.kind is Kind.PRONOUN]
    words = {pronoun.text.lower() for pronoun in pronouns}
    if PERSON not in entity.types:
        words -= RELATIVES
    return bool(words)


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
    described = [mention for mention in _nominals(entity) if not UNPICKED.match(mention.text)]
    if any(map(_is_picked_out, described)):
        return True
    if ARMED not in entity.types:
        return False
    return any(mention.plural and " " in mention.text for mention in described)


def _is_picked_out(mention: Mention) -> bool:
    if mention.definite or mention.country:
        return True
    return PROPER.search(mention.text) is not None


def plain_name(mention: Mention, entity: Entity | None) -> str:
    """Return how a refusal or label names a mention: by its entity, else by the text's words."""
    if entity is None or mention.kind is Kind.TIME:
        return " ".join(mention.text.split())
    return entity.name
