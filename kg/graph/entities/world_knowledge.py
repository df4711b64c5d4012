"""Facts of world knowledge between entities that are in the graph anyway: which country a city lies in, whose capital it is."""

from collections.abc import Iterator, Sequence

from kg.gazetteer import Place, country_by_iso, places
from kg.graph.entities.assembly import GEONAMES, SOURCE_GEONAMES
from kg.model import Entity, Fact

NAME_OF_SOURCE = {"gazetteer:geonames": "GeoNames", "gazetteer:newskg": "newskg gazetteer"}
INSIDE_A_COUNTRY = frozenset(
    "schema:City schema:State schema:Airport schema:Mountain schema:LakeBodyOfWater schema:LandmarksOrHistoricalBuildings"
    " kg:Region schema:RiverBodyOfWater".split()
)


def gazetteer_facts(entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """What the gazetteer says of the places among the entities, sorted; both ends of each fact are among them.

    Only places that are linked without doubt take part, and only those that lie in one country.
    """
    countries = {entity.country: entity.id for entity in entities if entity.types[0] == "schema:Country" and entity.country}
    divisions = {(e.country, e.name): e.id for e in entities if e.types[0] == "schema:State" and e.source}
    facts = [fact for entity in entities if entity.source for fact in _facts(entity, countries, divisions)]
    return tuple(sorted(facts, key=lambda fact: (fact.subject, fact.predicate, str(fact.object))))


def _facts(entity: Entity, countries: dict[str, str], divisions: dict[tuple[str, str], str]) -> Iterator[Fact]:
    home = countries.get(entity.country)
    if home and entity.types[0] in INSIDE_A_COUNTRY:
        yield _fact(entity, "schema:containedInPlace", home)
    place = _place(entity) if entity.types[0] == "schema:City" else None
    if place is None:
        return
    division = divisions.get((entity.country, place.division))
    if division and division != entity.id:
        yield _fact(entity, "schema:containedInPlace", division)
    if home and place.capital_of == entity.country and country_by_iso(entity.country):
        yield _fact(entity, "kg:capitalOf", home)


def _fact(entity: Entity, predicate: str, other: str) -> Fact:
    return Fact(entity.id, predicate, other, rules=(entity.source,), gazetteer=NAME_OF_SOURCE[entity.source])


def _place(entity: Entity) -> Place | None:
    """The gazetteer's record that an entity is linked to."""
    linked = {link.iri for link in entity.links if link.source == SOURCE_GEONAMES}
    candidates = (place for name in (entity.name, *entity.aliases) for place in places(name))
    return next((place for place in candidates if GEONAMES.format(place.geonames) in linked), None)
