"""The relations that the learned reader knows: what each becomes, and what it can tie.

The table is `data/relations.tsv`; how the relations of the training data map to it stands in
`training/labels.tsv`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import lru_cache
from importlib.resources import files
from itertools import product

from kg.text.reader.entity_types import ENTITY_TYPES_OF_DEMAND, Demand, EntityType


class Known(StrEnum):
    """The relations of the table of which grammar knows more than the network, by their names."""

    EMPLOYMENT = auto()
    CHIEF = auto()
    HEAD = auto()
    NATIONALITY = auto()
    HEADQUARTERS = auto()
    SUBSIDIARY = auto()
    CONTAINMENT = auto()
    SPOUSE = auto()
    SIBLING = auto()
    PARENT = auto()


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation: its `property` as a curie, and the types that its two ends may have.

    The types are also given as the demands of the table. `turned` is true if the property is said
    the other way round, from the object to the subject ("^kg:leads" in the table), so that rules
    and reader say one fact in one way.
    """

    name: str
    property: str
    subject: frozenset[EntityType]
    object: frozenset[EntityType]
    subject_demands: tuple[Demand, ...]
    object_demands: tuple[Demand, ...]
    turned: bool = False

    def admits(self, subject: EntityType, value: EntityType) -> bool:
        """Return whether mentions of these types may stand at its ends."""
        return subject in self.subject and value in self.object


@lru_cache(maxsize=1)
def relations() -> tuple[Relation, ...]:
    """Return all relations, in the order of the table."""
    table = files("kg.text.reader").joinpath("data", "relations.tsv")
    _, *rows = table.read_text("utf-8").splitlines()
    return tuple(_relation(*row.split("\t")) for row in rows)


def _relation(name: str, property_: str, subject: str, value: str) -> Relation:
    """Return the relation of a row of the table."""
    subject_demands = tuple(map(Demand, subject.split()))
    object_demands = tuple(map(Demand, value.split()))
    return Relation(
        name,
        property_.removeprefix("^"),
        _entity_types(subject_demands),
        _entity_types(object_demands),
        subject_demands,
        object_demands,
        turned=property_.startswith("^"),
    )


def _entity_types(demands: Iterable[Demand]) -> frozenset[EntityType]:
    """Return all types that meet any of some demands."""
    return frozenset().union(*map(ENTITY_TYPES_OF_DEMAND.__getitem__, demands))


@lru_cache(maxsize=1)
def tied_entity_types() -> frozenset[tuple[EntityType, EntityType]]:
    """Return the pairs of entity types that some relation admits."""
    tied: set[tuple[EntityType, EntityType]] = set()
    for relation in relations():
        tied.update(product(relation.subject, relation.object))
    return frozenset(tied)
