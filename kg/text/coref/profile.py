"""What is known of a thing from its mentions: its sort, gender, number, countries, names; and whether two may be one.

Source: the attributes shared by the mentions of a cluster in Lee et al. 2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules", section 3.
"""

from dataclasses import dataclass
from enum import Enum, auto

from kg.model import Gender, Kind, Mention
from kg.text.coref.entity_types import EntityType, sort_of_type
from kg.text.coref.names import Name, name_of, names_agree
from kg.text.coref.pronoun_forms import PRONOUNS


class Number(Enum):
    """Grammatical number."""

    SINGULAR = auto()
    PLURAL = auto()


ONE = frozenset({Number.SINGULAR})
MANY = frozenset({Number.PLURAL})
EITHER = ONE | MANY

ANY = frozenset(EntityType)
PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
# A class that a more special one of the same sort may refine; two different special classes are two things.
GENERAL = frozenset({"", "schema:Organization", "schema:Place", "kg:Region"})
KIN = {"kg:ArmedGroup": "schema:GovernmentOrganization"}  # an air force is both


@dataclass(frozen=True, slots=True)
class Profile:
    """The attributes of one or more mentions that are taken for one thing. `sorts` and `numbers` are what it may be."""

    sorts: frozenset[EntityType] = ANY
    numbers: frozenset[Number] = EITHER
    gender: Gender = Gender.UNKNOWN
    types: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    names: frozenset[Name] = frozenset()
    nouns: frozenset[str] = frozenset()
    size: int = 0

    @property
    def is_person(self) -> bool:
        """True for what can only be one human."""
        return self.sorts == {EntityType.PERSON}


def profile_of(mention: Mention) -> Profile:
    """What one mention shows by itself."""
    if mention.kind is Kind.PRONOUN:
        return _profile_of_pronoun(mention)
    sort = sort_of_type(mention.type)
    name = name_of(mention) if mention.is_name else None
    guessed = name is not None and name.is_weak and not mention.country
    sorts = ANY if sort is None else frozenset({sort, EntityType.PERSON} if guessed else {sort})
    country = (
        mention.country if EntityType.PERSON not in sorts or mention.kind is Kind.NOMINAL else ""
    )
    return Profile(
        sorts=sorts,
        numbers=_numbers(mention, sorts),
        gender=mention.gender,
        types=frozenset({mention.type} - {""}),
        countries=frozenset({country} - {""}),
        names=frozenset({name} if name is not None else ()),
        nouns=frozenset({mention.noun} - {""}),
        size=mention.size,
    )


def _profile_of_pronoun(mention: Mention) -> Profile:
    word = PRONOUNS.get(mention.text.lower())
    if word is None:
        return Profile(gender=mention.gender)
    number = {"singular": ONE, "plural": MANY}.get(word.number, EITHER)
    return Profile(sorts=word.entity_types, numbers=number, gender=word.gender)


def _numbers(mention: Mention, sorts: frozenset[EntityType]) -> frozenset[Number]:
    """Organisations and collective nouns ("the family") go with "it" and with "they"."""
    if mention.plural and not mention.is_name:
        return MANY
    collective = sorts <= {EntityType.ORGANIZATION, EntityType.GROUP} or not mention.type
    return EITHER if collective or mention.plural else ONE


def agree(a: Profile, b: Profile) -> bool:
    """Return whether nothing known speaks against the two being one thing."""
    return not disagreement(a, b)


def disagreement(a: Profile, b: Profile) -> str:
    """Return the first attribute that speaks against the two being one thing, in words; empty if none does."""
    if not a.sorts & b.sorts:
        return "they are of different sorts"
    if not a.numbers & b.numbers:
        return "one is singular, the other plural"
    if a.gender and b.gender and a.gender is not b.gender:
        return "they differ in gender"
    if a.size and b.size and a.size != b.size:
        return "they count different numbers of people"
    if a.countries and b.countries and not a.countries & b.countries:
        return "they are of different countries"
    if not _types_agree(a.types, b.types):
        return "their classes exclude each other"
    return "" if names_agree(a.names, b.names) else "their names contradict each other"


def _types_agree(a: frozenset[str], b: frozenset[str]) -> bool:
    """False for two special classes of which neither refines the other, such as a city and a country."""
    special_a, special_b = (
        {KIN.get(type_, type_) for type_ in types - GENERAL} for types in (a, b)
    )
    return not special_a or not special_b or bool(special_a & special_b)


def joined(a: Profile, b: Profile) -> Profile:
    """What is known once the two are taken for one thing."""
    return Profile(
        sorts=a.sorts & b.sorts or a.sorts,
        numbers=_joined_numbers(a, b),
        gender=a.gender or b.gender,
        types=a.types | b.types,
        countries=a.countries | b.countries,
        names=a.names | b.names,
        nouns=a.nouns | b.nouns,
        size=a.size or b.size,
    )


def _joined_numbers(a: Profile, b: Profile) -> frozenset[Number]:
    """What both may be; but a firm that was "it" once may be "they" the next time."""
    if any(each.numbers == EITHER and (each.names or each.nouns) for each in (a, b)):
        return EITHER
    return a.numbers & b.numbers or a.numbers
