"""The classes of the things in a graph: which lies below which, and the groups that rules ask for.

The hierarchy is that of the ontology (`rdfs:subClassOf` in `ontologies/newskg.ttl` and in its
profile); a test holds the two to each other. It is stated here too since the language half knows no
RDF. Classes of events are not here: only the ontology says what is an event.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

# Each class with the classes right above it.
SUPERCLASSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
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
        "schema:Vehicle": ("schema:Product",),
        "schema:Book": ("schema:CreativeWork",),
        "schema:Movie": ("schema:CreativeWork",),
        "schema:TVSeries": ("schema:CreativeWork",),
        "schema:MusicAlbum": ("schema:CreativeWork",),
        "schema:MusicRecording": ("schema:CreativeWork",),
        "schema:VideoGame": ("schema:CreativeWork",),
        "schema:NewsArticle": ("schema:CreativeWork",),
    }
)


@cache
def with_superclasses(cls: str) -> tuple[str, ...]:
    """Return a class and all above it, the nearest first; the class alone if nothing is above it.

    >>> with_superclasses("schema:Corporation")
    ('schema:Corporation', 'schema:Organization', 'sem:Actor')
    """
    classes = [cls]
    for known in classes:
        classes.extend(above for above in SUPERCLASSES.get(known, ()) if above not in classes)
    return tuple(classes)


def is_a(cls: str, ancestor: str) -> bool:
    """Return whether a class is another one or lies below it.

    >>> is_a("schema:City", "schema:Place"), is_a("schema:Place", "schema:City")
    (True, False)
    """
    return ancestor in with_superclasses(cls)


def with_subclasses(ancestor: str) -> frozenset[str]:
    """Return a class and all below it.

    >>> sorted(with_subclasses("schema:BodyOfWater"))[:2]
    ['schema:BodyOfWater', 'schema:LakeBodyOfWater']
    """
    return frozenset({ancestor, *(cls for cls in SUPERCLASSES if is_a(cls, ancestor))})


ORGANIZATIONS = with_subclasses("schema:Organization")
# Waters in general are left out: a mention is a river, a sea, a lake, or no more than a place.
PLACES = with_subclasses("schema:Place") - {"schema:BodyOfWater"}
# People live in them and belong to them, or nothing more is known of them: no waters, mountains,
# airports and buildings.
POPULATED_PLACES = frozenset(
    {"schema:Place", "schema:Country", "schema:City", "schema:State", "kg:Region"}
)
# They can lie in one country as a whole; a plain place may be a part of the world.
PLACES_IN_A_COUNTRY = PLACES - {"schema:Place", "schema:Country", "schema:SeaBodyOfWater"}
PEOPLE = frozenset({"schema:Person", "kg:Group"})
# What a name in an article can be the title of; an article is a source, not a work that one names.
CREATIVE_WORKS = with_subclasses("schema:CreativeWork") - {"schema:NewsArticle"}
