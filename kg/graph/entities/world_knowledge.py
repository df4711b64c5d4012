"""Facts of world knowledge between entities that are in the graph anyway.

They are in which country a city lies, and of which country it is the capital.
"""

from collections.abc import Iterator, Sequence

from kg.gazetteer import Place, country_by_iso, places
from kg.graph.entities.assembly import GEONAMES, SOURCE_GEONAMES
from kg.model import Entity, Fact
from kg.vocabulary import PLACES_IN_A_COUNTRY

NAME_OF_SOURCE = {"gazetteer:geonames": "GeoNames", "gazetteer:newskg": "newskg gazetteer"}
CITY, STATE, COUNTRY = "schema:City", "schema:State", "schema:Country"


def gazetteer_facts(entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """Return what the gazetteer says of the places among the entities, sorted.

    Both ends of each fact are among the entities. Only places that are linked without doubt take
    part, and only those that lie in one country.
    """
    countries: dict[str, str] = {}
    divisions: dict[tuple[str, str], str] = {}
    for entity in entities:
        if entity.types[0] == COUNTRY and entity.country:
            countries[entity.country] = entity.id
        elif entity.types[0] == STATE and entity.source:
            divisions[entity.country, entity.name] = entity.id
    sure = [entity for entity in entities if entity.source]
    facts = [fact for entity in sure for fact in _facts(entity, countries, divisions)]
    return tuple(sorted(facts, key=lambda fact: (fact.subject, fact.predicate, str(fact.object))))


def _facts(
    entity: Entity, countries: dict[str, str], divisions: dict[tuple[str, str], str]
) -> Iterator[Fact]:
    """Yield the facts of one place."""
    home = countries.get(entity.country)
    if home and entity.types[0] in PLACES_IN_A_COUNTRY:
        yield _fact(entity, "schema:containedInPlace", home)
    place = _place(entity) if entity.types[0] == CITY else None
    if place is None:
        return
    division = divisions.get((entity.country, place.division))
    if division and division != entity.id:
        yield _fact(entity, "schema:containedInPlace", division)
    is_capital = place.capital_of == entity.country and country_by_iso(entity.country)
    if home and is_capital:
        yield _fact(entity, "kg:capitalOf", home)


def _fact(entity: Entity, predicate: str, other: str) -> Fact:
    source = entity.source
    return Fact(entity.id, predicate, other, rules=(source,), gazetteer=NAME_OF_SOURCE[source])


def _place(entity: Entity) -> Place | None:
    """Return the gazetteer's record that an entity is linked to."""
    linked = {link.iri for link in entity.links if link.source == SOURCE_GEONAMES}
    for name in (entity.name, *entity.aliases):
        for place in places(name):
            if GEONAMES.format(place.geonames) in linked:
                return place
    return None
