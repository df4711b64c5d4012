"""Sorts of mentions as the learned reader sees them: coarse classes, with pronouns and descriptions apart from names.

A sort goes into the encoder beside the words, as the token type of the mention's first and further pieces.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from kg.model import Kind, Mention
from kg.vocabulary import CREATIVE_WORKS, ORGANIZATIONS, PLACES


class EntityType(IntEnum):
    """The sorts, in the order in which the weights know them: a new one goes to the end."""

    UNKNOWN = 0
    PERSON = 1
    GROUP = 2
    ORGANIZATION = 3
    PLACE = 4
    COUNTRY = 5
    TIME = 6
    WORK = 7
    THING = 8
    PERSON_PRONOUN = 9
    THING_PRONOUN = 10
    PLURAL_PRONOUN = 11
    PERSON_DESCRIBED = 12
    ORGANIZATION_DESCRIBED = 13
    PLACE_DESCRIBED = 14
    THING_DESCRIBED = 15


PERSONAL = frozenset("i me my mine myself he him his himself she her hers herself who whom whose you your".split())
DESCRIBED: Mapping[EntityType, EntityType] = MappingProxyType(
    {
        EntityType.PERSON: EntityType.PERSON_DESCRIBED,
        EntityType.ORGANIZATION: EntityType.ORGANIZATION_DESCRIBED,
        EntityType.PLACE: EntityType.PLACE_DESCRIBED,
        EntityType.COUNTRY: EntityType.PLACE_DESCRIBED,
        EntityType.GROUP: EntityType.GROUP,
    }
)
# What each word of `data/relations.tsv` takes in. A pronoun or an unknown name may be anything but a time.
ANY = frozenset({EntityType.UNKNOWN, EntityType.THING_PRONOUN, EntityType.PLURAL_PRONOUN})
SORTS_OF_WORD: Mapping[str, frozenset[EntityType]] = MappingProxyType(
    {
        "person": ANY | {EntityType.PERSON, EntityType.GROUP, EntityType.PERSON_PRONOUN, EntityType.PERSON_DESCRIBED},
        "organization": ANY
        | {EntityType.ORGANIZATION, EntityType.GROUP, EntityType.ORGANIZATION_DESCRIBED, EntityType.THING_DESCRIBED},
        "place": ANY | {EntityType.PLACE, EntityType.COUNTRY, EntityType.PLACE_DESCRIBED},
        "country": ANY | {EntityType.COUNTRY, EntityType.PLACE},
        "time": frozenset({EntityType.TIME}),
        "work": ANY | {EntityType.WORK, EntityType.THING, EntityType.THING_DESCRIBED},
        "thing": ANY | {EntityType.THING, EntityType.WORK, EntityType.THING_DESCRIBED},
    }
)


def sort_of(mention: Mention, type_: str) -> EntityType:
    """The sort of a mention, given the class that its chain turned out to have (a curie, or empty)."""
    if mention.kind is Kind.TIME:
        return EntityType.TIME
    if mention.kind is Kind.PRONOUN:
        return _of_pronoun(mention)
    sort = of_type(type_ or mention.type)
    return sort if mention.is_name else DESCRIBED.get(sort, EntityType.THING_DESCRIBED)


def _of_pronoun(mention: Mention) -> EntityType:
    if mention.text.lower() in PERSONAL:
        return EntityType.PERSON_PRONOUN
    return EntityType.PLURAL_PRONOUN if mention.plural else EntityType.THING_PRONOUN


def of_type(type_: str) -> EntityType:
    """The sort of a name with that class.

    >>> of_type("schema:City"), of_type("kg:PoliticalParty"), of_type("")
    (<EntityType.PLACE: 4>, <EntityType.ORGANIZATION: 3>, <EntityType.UNKNOWN: 0>)
    """
    single = {
        "": EntityType.UNKNOWN,
        "schema:Person": EntityType.PERSON,
        "kg:Group": EntityType.GROUP,
        "schema:Country": EntityType.COUNTRY,
    }
    if type_ in single:
        return single[type_]
    if type_ in ORGANIZATIONS:
        return EntityType.ORGANIZATION
    if type_ in PLACES:
        return EntityType.PLACE
    return EntityType.WORK if type_ in CREATIVE_WORKS else EntityType.THING
