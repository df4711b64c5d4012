"""The classes of the vocabulary as the entities need them: what is above each, and what kind of thing it is about."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

PERSON, ORGANIZATION, PLACE, GROUP, WORK, PRODUCT, THING = "person", "organization", "place", "group", "work", "product", "thing"

# Each class with the classes right above it, as the ontology has them.
ABOVE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "schema:Person": ("sem:Actor",),
        "kg:Group": ("sem:Actor",),
        "schema:Organization": ("sem:Actor",),
        "schema:GovernmentOrganization": ("schema:Organization",),
        "schema:NewsMediaOrganization": ("schema:Organization",),
        "schema:Corporation": ("schema:Organization",),
        "schema:EducationalOrganization": ("schema:Organization",),
        "schema:SportsTeam": ("schema:Organization",),
        "kg:PoliticalParty": ("schema:Organization",),
        "kg:ArmedGroup": ("schema:Organization",),
        "schema:Place": ("sem:Place",),
        "schema:Country": ("schema:Place",),
        "schema:City": ("schema:Place",),
        "schema:State": ("schema:Place",),
        "schema:BodyOfWater": ("schema:Place",),
        "schema:RiverBodyOfWater": ("schema:BodyOfWater",),
        "schema:SeaBodyOfWater": ("schema:BodyOfWater",),
        "schema:LakeBodyOfWater": ("schema:BodyOfWater",),
        "schema:Mountain": ("schema:Place",),
        "schema:Airport": ("schema:Place",),
        "schema:LandmarksOrHistoricalBuildings": ("schema:Place",),
        "kg:Region": ("schema:Place",),
        "schema:Book": ("schema:CreativeWork",),
        "schema:Movie": ("schema:CreativeWork",),
        "schema:TVSeries": ("schema:CreativeWork",),
        "schema:MusicAlbum": ("schema:CreativeWork",),
        "schema:MusicRecording": ("schema:CreativeWork",),
        "schema:VideoGame": ("schema:CreativeWork",),
        "schema:NewsArticle": ("schema:CreativeWork",),
    }
)
KIND_OF_TOP = MappingProxyType(
    {
        "schema:Person": PERSON,
        "schema:Organization": ORGANIZATION,
        "schema:Place": PLACE,
        "kg:Group": GROUP,
        "schema:CreativeWork": WORK,
        "schema:Product": PRODUCT,
    }
)


@lru_cache(maxsize=1000)
def with_superclasses(type_: str) -> tuple[str, ...]:
    """The class and all above it, the most special first.

    >>> with_superclasses("schema:Corporation")
    ('schema:Corporation', 'schema:Organization', 'sem:Actor')
    """
    found = [type_]
    for each in found:
        found.extend(above for above in ABOVE.get(each, ()) if above not in found)
    return tuple(found)


@lru_cache(maxsize=1000)
def kind(type_: str) -> str:
    """The sort of thing that a class is about; also the first part of an entity's id."""
    return next((KIND_OF_TOP[each] for each in with_superclasses(type_) if each in KIND_OF_TOP), THING)
