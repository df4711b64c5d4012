"""Attributes of a thing, known from its mentions: type, gender, number, countries and names.

Source: the attributes shared by the mentions of a cluster in Lee et al. 2013, "Deterministic
coreference resolution based on entity-centric, precision-ranked rules", section 3.
"""

from dataclasses import dataclass
from itertools import product

from kg.lang.en import word_set
from kg.model import (
    Gender,
    Kind,
    Mention,
)
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.names import (
    Name,
    name_of,
    names_agree,
)
from kg.text.coref.pronoun_forms import (
    EITHER,
    MANY,
    ONE,
    PRONOUNS,
    Number,
)
from kg.vocabulary import is_a

ANY = frozenset(EntityType)
COLLECTIVE = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})
# A class that a more special one of the same type may refine; two special classes are two things.
GENERAL = frozenset({"", "schema:Organization", "schema:Place", "kg:Region", "kg:Group"})
# Nouns for groups that may have a name, as an organisation has: "the team", "the purchasing group".
MAY_HAVE_NAME = word_set("nouns", "group-with-a-name")
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
        """Certainty that it is one human."""
        return self.entity_types == {EntityType.PERSON}

    @property
    def may_be_person(self) -> bool:
        """Possibility that it is one human, among others."""
        return EntityType.PERSON in self.entity_types

    @property
    def is_plural(self) -> bool:
        """Certainty that it is several."""
        return self.numbers == MANY

    @property
    def is_described(self) -> bool:
        """Presence of a name or a noun that says what it is."""
        return bool(self.names or self.nouns)


def attributes_of(mention: Mention) -> Attributes:
    """Return what one mention shows by itself."""
    if mention.kind is Kind.PRONOUN:
        return _attributes_of_pronoun(mention)
    name = name_of(mention) if mention.is_name else None
    entity_types = _entity_types(mention, name)
    return Attributes(
        entity_types=entity_types,
        numbers=_numbers(mention, entity_types),
        gender=mention.gender,
        types=_known(mention.type),
        countries=_known(_country(mention, entity_types)),
        names=frozenset({name} if name is not None else ()),
        nouns=_known(mention.noun),
        size=mention.size,
    )


def _country(mention: Mention, entity_types: frozenset[EntityType]) -> str:
    """Return the country of a mention, empty for a name that may be a person's."""
    if mention.kind is Kind.NOMINAL:
        return mention.country
    if EntityType.PERSON in entity_types:
        return ""
    return mention.country


def _known(value: str) -> frozenset[str]:
    """Return a set of the value, empty if it is empty."""
    return frozenset({value} - {""})


def _entity_types(mention: Mention, name: Name | None) -> frozenset[EntityType]:
    """Return what a mention may be; a name whose class is a guess may be a person, too.

    A team may be an organisation.
    """
    entity_type = entity_type_of(mention.type)
    if entity_type is None:
        return ANY
    if entity_type is EntityType.GROUP and _may_have_name(mention):
        return COLLECTIVE
    sure = frozenset({entity_type})
    if name is None or mention.country:
        return sure
    if name.is_weak:
        return sure | {EntityType.PERSON}
    return sure


def _may_have_name(mention: Mention) -> bool:
    """Return whether a mention is a noun in the singular for a group that may have a name."""
    if mention.kind is not Kind.NOMINAL:
        return False
    return not MAY_HAVE_NAME.isdisjoint(mention.text.lower().split()[-1:])


def _attributes_of_pronoun(mention: Mention) -> Attributes:
    """Return what a pronoun demands of its antecedent."""
    pronoun = PRONOUNS.get(mention.text.lower())
    if pronoun is None:
        return Attributes(gender=mention.gender)
    return Attributes(pronoun.entity_types, pronoun.numbers, pronoun.gender)


def _numbers(mention: Mention, entity_types: frozenset[EntityType]) -> frozenset[Number]:
    """Return the numbers of pronouns for a mention.

    Organisations and collective nouns ("the family") go with "it" and with "they".
    """
    if mention.plural:
        if mention.is_name:
            return EITHER
        return MANY
    if not mention.type:
        return EITHER
    if entity_types <= COLLECTIVE:
        return EITHER
    return ONE


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
    if _are_apart(_special(a.types), _special(b.types)):
        return "their classes exclude each other"
    if names_agree(a.names, b.names):
        return ""
    return "their names contradict each other"


def _differ(a: Gender | int, b: Gender | int) -> bool:
    """Return whether two attributes are known and differ."""
    if not a or not b:
        return False
    return a != b


def _exclude(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two sets of attributes are known and have nothing in common."""
    if not a or not b:
        return False
    return a.isdisjoint(b)


def _are_apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether classes are known of both, and none of them refines one of the other.

    A product may be a vehicle; a city is no country.
    """
    pairs = list(product(a, b))
    return bool(pairs) and not any(is_a(one, two) or is_a(two, one) for one, two in pairs)


def _special(types: frozenset[str]) -> frozenset[str]:
    """Return the special classes, such as a city and a country, which exclude each other."""
    return frozenset(KIN.get(type_, type_) for type_ in types - GENERAL)


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
    if any(map(_may_be_either, (a, b))):
        return EITHER
    return a.numbers & b.numbers or a.numbers


def _may_be_either(attributes: Attributes) -> bool:
    """Return whether a name or a noun goes with "it" and with "they"."""
    return attributes.numbers == EITHER and attributes.is_described
