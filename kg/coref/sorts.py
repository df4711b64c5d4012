"""The coarse sorts of things that coreference keeps apart, and the sort of each class of the vocabulary."""

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType


class Sort(Enum):
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
SORTS: Mapping[str, Sort] = MappingProxyType(
    {"schema:Person": Sort.PERSON, "kg:Group": Sort.GROUP}
    | dict.fromkeys(sorted(_PLACES), Sort.PLACE)
    | dict.fromkeys(sorted(_ORGANIZATIONS), Sort.ORGANIZATION)
)


def sort_of_type(type_: str) -> Sort | None:
    """The sort of a class of the vocabulary; nothing where the class is empty.

    >>> sort_of_type("schema:City"), sort_of_type("schema:Book")
    (<Sort.PLACE: 4>, <Sort.THING: 5>)
    """
    if type_ in SORTS:
        return SORTS[type_]
    return Sort.THING if type_ else None
