"""What is known of a thing from its mentions: its type, gender, number, countries and names.

Source: the attributes shared by the mentions of a cluster in Lee et al. 2013, "Deterministic
coreference resolution based on entity-centric, precision-ranked rules", section 3.
"""

from collections.abc import Set
from dataclasses import dataclass
from enum import Enum, auto

from kg.model import Gender, Kind, Mention
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.names import Name, name_of, names_agree
from kg.text.coref.pronoun_forms import PRONOUNS


class Number(Enum):
    """Grammatical number."""

    SINGULAR = auto()
    PLURAL = auto()


ONE = frozenset({Number.SINGULAR})
MANY = frozenset({Number.PLURAL})
EITHER = ONE | MANY
NUMBERS_OF_PRONOUN = {"singular": ONE, "plural": MANY, "either": EITHER}

ANY = frozenset(EntityType)
COLLECTIVE = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})
# A class that a more special one of the same type may refine; two special classes are two things.
GENERAL = frozenset({"", "schema:Organization", "schema:Place", "kg:Region"})
KIN = {"kg:ArmedGroup": "schema:GovernmentOrganization"}  # an air force is both


@dataclass(frozen=True, slots=True)
class Attributes:
    """The attributes of one or more mentions that are taken for one thing.

    `entity_types` and `numbers` are what it may be.
    """

    entity_types: frozenset[EntityType] = ANY
    numbers: frozenset[Number] = EITHER
    gender: Gender = Gender.UNKNOWN
    types: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    names: frozenset[Name] = frozenset()
    nouns: frozenset[str] = frozenset()
    size: int = 0

    @property
    def is_person(self) -> bool:
        """Return whether it can only be one human."""
        return self.entity_types == {EntityType.PERSON}

    @property
    def is_described(self) -> bool:
        """Return whether a name or a noun says what it is."""
        return bool(self.names or self.nouns)


def attributes_of(mention: Mention) -> Attributes:
    """Return what one mention shows by itself."""
    if mention.kind is Kind.PRONOUN:
        return _attributes_of_pronoun(mention)
    name = name_of(mention) if mention.is_name else None
    entity_types = _entity_types(mention, name)
    may_be_person = EntityType.PERSON in entity_types and mention.kind is not Kind.NOMINAL
    return Attributes(
        entity_types=entity_types,
        numbers=_numbers(mention, entity_types),
        gender=mention.gender,
        types=_known(mention.type),
        countries=_known("" if may_be_person else mention.country),
        names=frozenset({name} if name is not None else ()),
        nouns=_known(mention.noun),
        size=mention.size,
    )


def _known(value: str) -> frozenset[str]:
    """Return a set of the value, empty if it is empty."""
    return frozenset({value} - {""})


def _entity_types(mention: Mention, name: Name | None) -> frozenset[EntityType]:
    """Return what a mention may be; a name whose class is a guess may be a person, too."""
    entity_type = entity_type_of(mention.type)
    if entity_type is None:
        return ANY
    is_guess = name is not None and name.is_weak
    if is_guess and not mention.country:
        return frozenset({entity_type, EntityType.PERSON})
    return frozenset({entity_type})


def _attributes_of_pronoun(mention: Mention) -> Attributes:
    pronoun = PRONOUNS.get(mention.text.lower())
    if pronoun is None:
        return Attributes(gender=mention.gender)
    numbers = NUMBERS_OF_PRONOUN[pronoun.number]
    return Attributes(pronoun.entity_types, numbers, pronoun.gender)


def _numbers(mention: Mention, entity_types: frozenset[EntityType]) -> frozenset[Number]:
    """Return the numbers of pronouns for a mention.

    Organisations and collective nouns ("the family") go with "it" and with "they".
    """
    if mention.plural:
        return EITHER if mention.is_name else MANY
    is_collective = entity_types <= COLLECTIVE or not mention.type
    return EITHER if is_collective else ONE


def agree(a: Attributes, b: Attributes) -> bool:
    """Return whether nothing known speaks against the two being one thing."""
    return not disagreement(a, b)


def disagreement(a: Attributes, b: Attributes) -> str:
    """Return the first attribute that speaks against the two being one; empty if none does."""
    if not a.entity_types & b.entity_types:
        return "they are of different sorts"
    if not a.numbers & b.numbers:
        return "one is singular, the other plural"
    if _differ(a.gender, b.gender):
        return "they differ in gender"
    if _differ(a.size, b.size):
        return "they count different numbers of people"
    if _exclude(a.countries, b.countries):
        return "they are of different countries"
    if _exclude(_special(a.types), _special(b.types)):
        return "their classes exclude each other"
    return "" if names_agree(a.names, b.names) else "their names contradict each other"


def _differ(a: Gender | int, b: Gender | int) -> bool:
    """Return whether two attributes are known and differ."""
    return bool(a and b) and a != b


def _exclude(a: Set[str], b: Set[str]) -> bool:
    """Return whether two sets of attributes are known and have nothing in common."""
    return bool(a and b) and not a & b


def _special(types: frozenset[str]) -> set[str]:
    """Return the special classes, such as a city and a country, which exclude each other."""
    return {KIN.get(type_, type_) for type_ in types - GENERAL}


def joined(a: Attributes, b: Attributes) -> Attributes:
    """Return what is known once the two are taken for one thing."""
    return Attributes(
        entity_types=a.entity_types & b.entity_types or a.entity_types,
        numbers=_joined_numbers(a, b),
        gender=a.gender or b.gender,
        types=a.types | b.types,
        countries=a.countries | b.countries,
        names=a.names | b.names,
        nouns=a.nouns | b.nouns,
        size=a.size or b.size,
    )


def _joined_numbers(a: Attributes, b: Attributes) -> frozenset[Number]:
    """Return what both may be; but a firm that was "it" once may be "they" the next time."""
    if _may_be_either(a) or _may_be_either(b):
        return EITHER
    return a.numbers & b.numbers or a.numbers


def _may_be_either(attributes: Attributes) -> bool:
    return attributes.numbers == EITHER and attributes.is_described
