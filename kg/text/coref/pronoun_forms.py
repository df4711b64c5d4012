"""The pronouns of English, and what each demands of its antecedent."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.model import Gender
from kg.text.coref.entity_types import EntityType


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun demands of its antecedent. `use` is personal, possessive, reflexive or relative."""

    sorts: frozenset[EntityType]
    person: int
    number: str
    gender: Gender
    use: str


_HUMAN = frozenset({EntityType.PERSON})
_PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION})
_MANY = frozenset({EntityType.GROUP, EntityType.ORGANIZATION, EntityType.THING, EntityType.PLACE})
_NEUTER = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.THING, EntityType.GROUP})
_ANY = frozenset(EntityType)

_ROWS = (
    # words in the order personal (subject and object), possessive, reflexive; sorts; person; number; gender
    (("he him", "his", "himself"), _HUMAN, 3, "singular", Gender.MALE),
    (("she", "her hers", "herself"), _HUMAN, 3, "singular", Gender.FEMALE),
    (("it", "its", "itself"), _NEUTER, 3, "singular", Gender.UNKNOWN),
    (("they them", "their theirs", "themselves"), _MANY, 3, "plural", Gender.UNKNOWN),
    (("i me", "my mine", "myself"), _HUMAN, 1, "singular", Gender.UNKNOWN),
    (("we us", "our ours", "ourselves"), _MANY, 1, "either", Gender.UNKNOWN),
    (("you", "your yours", "yourself yourselves"), _PEOPLE, 2, "either", Gender.UNKNOWN),
)
_RELATIVE = (
    ("who whom", _PEOPLE),
    ("whose", _ANY),
    ("which", _NEUTER | {EntityType.THING}),
    ("that", _ANY),
    ("where", frozenset({EntityType.PLACE, EntityType.ORGANIZATION})),
)


def _pronouns() -> dict[str, Pronoun]:
    table = {
        word: Pronoun(sorts, person, number, gender, use)
        for forms, sorts, person, number, gender in _ROWS
        for use, words in zip(("personal", "possessive", "reflexive"), forms, strict=True)
        for word in words.split()
    }
    for words, sorts in _RELATIVE:
        table |= {word: Pronoun(sorts, 3, "either", Gender.UNKNOWN, "relative") for word in words.split()}
    return table


PRONOUNS: Mapping[str, Pronoun] = MappingProxyType(_pronouns())
