"""The coarse types of entities that coreference keeps apart, and the type of each class."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType


class EntityType(Enum):
    """The coarse types of entities that coreference keeps apart."""

    PERSON = auto()
    GROUP = auto()
    ORGANIZATION = auto()
    PLACE = auto()
    THING = auto()


_PLACES = frozenset(
    "schema:Place schema:Country schema:City schema:State schema:RiverBodyOfWater "
    "schema:SeaBodyOfWater schema:LakeBodyOfWater schema:Mountain schema:Airport "
    "schema:LandmarksOrHistoricalBuildings kg:Region".split()
)
_ORGANIZATIONS = frozenset(
    "schema:Organization schema:GovernmentOrganization schema:NewsMediaOrganization "
    "schema:Corporation schema:EducationalOrganization schema:SportsTeam kg:PoliticalParty "
    "kg:ArmedGroup".split()
)
ENTITY_TYPE_OF_CLASS: Mapping[str, EntityType] = MappingProxyType(
    {"schema:Person": EntityType.PERSON, "kg:Group": EntityType.GROUP}
    | dict.fromkeys(sorted(_PLACES), EntityType.PLACE)
    | dict.fromkeys(sorted(_ORGANIZATIONS), EntityType.ORGANIZATION)
)


def entity_type_of(class_: str) -> EntityType | None:
    """Return the type of a class of the vocabulary, None if the class is empty.

    >>> entity_type_of("schema:City"), entity_type_of("schema:Book")
    (<EntityType.PLACE: 4>, <EntityType.THING: 5>)
    """
    if class_ in ENTITY_TYPE_OF_CLASS:
        return ENTITY_TYPE_OF_CLASS[class_]
    if class_:
        return EntityType.THING
    return None
