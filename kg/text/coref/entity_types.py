"""The coarse sorts of things that coreference keeps apart, and the sort of each class of the vocabulary."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType


class EntityType(Enum):
    """The coarse sorts of things that coreference keeps apart."""

    PERSON = auto()
    GROUP = auto()
    ORGANIZATION = auto()
    PLACE = auto()
    THING = auto()


_PLACES = frozenset(
    "schema:Place schema:Country schema:City schema:State schema:RiverBodyOfWater schema:SeaBodyOfWater schema:LakeBodyOfWater "
    "schema:Mountain schema:Airport schema:LandmarksOrHistoricalBuildings kg:Region".split()
)
_ORGANIZATIONS = frozenset(
    "schema:Organization schema:GovernmentOrganization schema:NewsMediaOrganization schema:Corporation "
    "schema:EducationalOrganization schema:SportsTeam kg:PoliticalParty kg:ArmedGroup".split()
)
SORTS: Mapping[str, EntityType] = MappingProxyType(
    {"schema:Person": EntityType.PERSON, "kg:Group": EntityType.GROUP}
    | dict.fromkeys(sorted(_PLACES), EntityType.PLACE)
    | dict.fromkeys(sorted(_ORGANIZATIONS), EntityType.ORGANIZATION)
)


def sort_of_type(type_: str) -> EntityType | None:
    """The sort of a class of the vocabulary; nothing where the class is empty.

    >>> sort_of_type("schema:City"), sort_of_type("schema:Book")
    (<EntityType.PLACE: 4>, <EntityType.THING: 5>)
    """
    if type_ in SORTS:
        return SORTS[type_]
    return EntityType.THING if type_ else None
