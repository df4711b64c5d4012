"""The coarse sorts of things that coreference keeps apart, and the sort of each class of the vocabulary."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from kg.vocabulary import ORGANIZATIONS, PLACES


class EntityType(Enum):
    """The coarse sorts of things that coreference keeps apart."""

    PERSON = auto()
    GROUP = auto()
    ORGANIZATION = auto()
    PLACE = auto()
    THING = auto()


SORTS: Mapping[str, EntityType] = MappingProxyType(
    {"schema:Person": EntityType.PERSON, "kg:Group": EntityType.GROUP}
    | dict.fromkeys(sorted(PLACES), EntityType.PLACE)
    | dict.fromkeys(sorted(ORGANIZATIONS), EntityType.ORGANIZATION)
)


def sort_of_type(type_: str) -> EntityType | None:
    """The sort of a class of the vocabulary; nothing where the class is empty.

    >>> sort_of_type("schema:City"), sort_of_type("schema:Book")
    (<EntityType.PLACE: 4>, <EntityType.THING: 5>)
    """
    if type_ in SORTS:
        return SORTS[type_]
    return EntityType.THING if type_ else None
