"""The pronouns of English, and what each demands of its antecedent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from types import MappingProxyType

from kg.lang.en import word_values
from kg.model import Gender
from kg.text.coref.entity_types import EntityType


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singular"
    PLURAL = "plural"


ONE = frozenset({Number.SINGULAR})
MANY = frozenset({Number.PLURAL})
EITHER = ONE | MANY


class Use(StrEnum):
    """The use of a pronoun, which names its class in the table of pronouns."""

    PERSONAL = "personal"
    POSSESSIVE = "possessive"
    REFLEXIVE = "reflexive"
    RELATIVE = "relative"


class Reach(Enum):
    """The types that a pronoun may stand for; the table of pronouns has the names."""

    HUMAN = frozenset({EntityType.PERSON})
    PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION})
    NEUTER = frozenset(EntityType) - {EntityType.PERSON}
    SITE = frozenset({EntityType.PLACE, EntityType.ORGANIZATION})
    ANYTHING = frozenset(EntityType)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The demands of a pronoun on its antecedent; `numbers` are what it may be."""

    entity_types: frozenset[EntityType]
    person: int
    numbers: frozenset[Number]
    gender: Gender
    use: Use


def _pronoun(use: Use, demands: str) -> Pronoun:
    """Return the pronoun with the demands that the table of pronouns gives in four words."""
    reach, person, number, gender = demands.split()
    return Pronoun(
        Reach[reach.upper()].value,
        int(person),
        EITHER if number == "either" else frozenset({Number(number)}),
        Gender[gender.upper()],
        use,
    )


def _pronouns() -> Iterator[tuple[str, Pronoun]]:
    """Yield the pronouns of the table with what they demand."""
    for use in Use:
        for word, demands in word_values("pronouns", f"{use}-pronoun").items():
            yield word, _pronoun(use, demands)


PRONOUNS: Mapping[str, Pronoun] = MappingProxyType(dict(_pronouns()))
