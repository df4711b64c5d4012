"""Entity types as the learned reader sees them: pronouns and descriptions apart from names.

A type goes into the encoder beside the words, as the token type of the mention's first and further
pieces.
"""

from collections.abc import Mapping
from enum import IntEnum, StrEnum, auto
from types import MappingProxyType

from kg.lang.en import word_set
from kg.model import Kind, Mention
from kg.vocabulary import ORGANIZATIONS, PLACES


class EntityType(IntEnum):
    """The types, in the order in which the weights know them: a new one goes to the end."""

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


class Demand(StrEnum):
    """The demands of `data/relations.tsv` on the ends of a relation."""

    PERSON = auto()
    ORGANIZATION = auto()
    PLACE = auto()
    COUNTRY = auto()
    TIME = auto()
    WORK = auto()
    THING = auto()


WORKS = frozenset(
    {
        "schema:CreativeWork",
        "schema:Book",
        "schema:Movie",
        "schema:TVSeries",
        "schema:MusicAlbum",
        "schema:MusicRecording",
        "schema:VideoGame",
    }
)
PERSONAL = word_set("pronouns", "reader-personal")
TYPE_OF_CLASS: Mapping[str, EntityType] = MappingProxyType(
    {
        "": EntityType.UNKNOWN,
        "schema:Person": EntityType.PERSON,
        "kg:Group": EntityType.GROUP,
        "schema:Country": EntityType.COUNTRY,
    }
)
DESCRIBED: Mapping[EntityType, EntityType] = MappingProxyType(
    {
        EntityType.PERSON: EntityType.PERSON_DESCRIBED,
        EntityType.ORGANIZATION: EntityType.ORGANIZATION_DESCRIBED,
        EntityType.PLACE: EntityType.PLACE_DESCRIBED,
        EntityType.COUNTRY: EntityType.PLACE_DESCRIBED,
        EntityType.GROUP: EntityType.GROUP,
    }
)
# What meets each demand. A pronoun or an unknown name may be anything but a time.
ANY = frozenset({EntityType.UNKNOWN, EntityType.THING_PRONOUN, EntityType.PLURAL_PRONOUN})
ENTITY_TYPES_OF_DEMAND: Mapping[Demand, frozenset[EntityType]] = MappingProxyType(
    {
        Demand.PERSON: ANY
        | {
            EntityType.PERSON,
            EntityType.GROUP,
            EntityType.PERSON_PRONOUN,
            EntityType.PERSON_DESCRIBED,
        },
        Demand.ORGANIZATION: ANY
        | {
            EntityType.ORGANIZATION,
            EntityType.GROUP,
            EntityType.ORGANIZATION_DESCRIBED,
            EntityType.THING_DESCRIBED,
        },
        Demand.PLACE: ANY | {EntityType.PLACE, EntityType.COUNTRY, EntityType.PLACE_DESCRIBED},
        Demand.COUNTRY: ANY | {EntityType.COUNTRY, EntityType.PLACE},
        Demand.TIME: frozenset({EntityType.TIME}),
        Demand.WORK: ANY | {EntityType.WORK, EntityType.THING, EntityType.THING_DESCRIBED},
        Demand.THING: ANY | {EntityType.THING, EntityType.WORK, EntityType.THING_DESCRIBED},
    }
)


def entity_type_of(mention: Mention, class_: str) -> EntityType:
    """Return the type of a mention; `class_` is that of its chain (a curie, or empty)."""
    if mention.kind is Kind.TIME:
        return EntityType.TIME
    if mention.kind is Kind.PRONOUN:
        return _type_of_pronoun(mention)
    named = type_of_class(class_ or mention.type)
    return named if mention.is_name else DESCRIBED.get(named, EntityType.THING_DESCRIBED)


def _type_of_pronoun(mention: Mention) -> EntityType:
    """Return the type of a pronoun by whether it is of persons, and its number."""
    if mention.text.lower() in PERSONAL:
        return EntityType.PERSON_PRONOUN
    return EntityType.PLURAL_PRONOUN if mention.plural else EntityType.THING_PRONOUN


def type_of_class(class_: str) -> EntityType:
    """Return the type of a name with that class.

    >>> type_of_class("schema:City"), type_of_class("kg:PoliticalParty"), type_of_class("")
    (<EntityType.PLACE: 4>, <EntityType.ORGANIZATION: 3>, <EntityType.UNKNOWN: 0>)
    """
    if class_ in TYPE_OF_CLASS:
        return TYPE_OF_CLASS[class_]
    if class_ in ORGANIZATIONS:
        return EntityType.ORGANIZATION
    if class_ in PLACES:
        return EntityType.PLACE
    return EntityType.WORK if class_ in WORKS else EntityType.THING
