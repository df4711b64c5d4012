"""The pronouns of English, and what each demands of its antecedent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.lang.en import word_values
from kg.model import Gender
from kg.text.coref.entity_types import EntityType


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun demands of its antecedent.

    `use` is personal, possessive, reflexive or relative; `number` is singular, plural or either.
    """

    entity_types: frozenset[EntityType]
    person: int
    number: str
    gender: Gender
    use: str


USES = ("personal", "possessive", "reflexive", "relative")
# What the pronouns of the table may stand for, by the first word of their value.
ENTITY_TYPES_OF_WORD = {
    "human": frozenset({EntityType.PERSON}),
    "people": frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION}),
    "neuter": frozenset(EntityType) - {EntityType.PERSON},
    "site": frozenset({EntityType.PLACE, EntityType.ORGANIZATION}),
    "anything": frozenset(EntityType),
}


def _pronouns() -> Iterator[tuple[str, Pronoun]]:
    """Yield the pronouns of the table with what they demand."""
    for use in USES:
        for word, value in word_values("pronouns", f"{use}-pronoun").items():
            entity_types, person, number, gender = value.split()
            yield (
                word,
                Pronoun(
                    ENTITY_TYPES_OF_WORD[entity_types],
                    int(person),
                    number,
                    Gender[gender.upper()],
                    use,
                ),
            )


PRONOUNS: Mapping[str, Pronoun] = MappingProxyType(dict(_pronouns()))
