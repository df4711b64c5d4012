"""The relations that the learned reader knows: what each becomes in the graph, and which sorts of mentions it can tie.

The table is `data/relations.tsv`; how the relations of the training data map to it stands in `training/labels.tsv`.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.text.reader.entity_types import SORTS_OF_WORD, EntityType


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: its `property` as a curie, and the sorts that its subject and its object may have, also as the table's words.

    `turned` is true where the property is said the other way round, from the object to the subject ("^kg:leads" in the table),
    so that rules and reader say one fact in one way.
    """

    name: str
    property: str
    subject: frozenset[EntityType]
    object: frozenset[EntityType]
    subject_words: tuple[str, ...]
    object_words: tuple[str, ...]
    turned: bool = False

    def admits(self, subject: EntityType, value: EntityType) -> bool:
        """True where mentions of these sorts may stand at its ends."""
        return subject in self.subject and value in self.object


@lru_cache(maxsize=1)
def relations() -> tuple[Relation, ...]:
    """All relations, in the order of the table."""
    lines = (
        files("kg.text.reader").joinpath("data", "relations.tsv").read_text("utf-8").splitlines()
    )
    cells = (line.split("\t") for line in lines[1:])
    return tuple(
        Relation(
            name,
            property_.removeprefix("^"),
            _sorts(subject),
            _sorts(value),
            tuple(subject.split()),
            tuple(value.split()),
            property_.startswith("^"),
        )
        for name, property_, subject, value in cells
    )


def _sorts(words: str) -> frozenset[EntityType]:
    return frozenset().union(*(SORTS_OF_WORD[word] for word in words.split()))


@lru_cache(maxsize=1)
def tied_sorts() -> frozenset[tuple[EntityType, EntityType]]:
    """The pairs of sorts that some relation admits."""
    return frozenset(
        (a, b)
        for a in EntityType
        for b in EntityType
        if any(relation.admits(a, b) for relation in relations())
    )
