"""Facts of world knowledge between entities that are in the graph anyway.

They are in which country a city lies, and of which country it is the capital.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kg.gazetteer import Place, country_by_iso, places
from kg.graph.entities.assembly import GEONAMES, SOURCE_GEONAMES
from kg.model import Entity, Fact
from kg.vocabulary import PLACES_IN_A_COUNTRY

CITY, STATE, COUNTRY = "schema:City", "schema:State", "schema:Country"
CONTAINED = "schema:containedInPlace"

Ids = Mapping[str, str]  # of countries, by their codes
DivisionIds = Mapping[tuple[str, str], str]  # by the code of the country and the name


def gazetteer_facts(entities: Sequence[Entity]) -> tuple[Fact, ...]:
    """Return what the gazetteer says of the places among the entities, sorted.

    Both ends of each fact are among the entities. Only places that are linked without doubt take
    part, and only those that lie in one country.
    """
    countries = {}
    divisions = {}
    for entity in entities:
        type_, code = entity.types[0], entity.country
        if type_ == COUNTRY and code:
            countries[code] = entity.id
        elif type_ == STATE and entity.source:
            divisions[code, entity.name] = entity.id
    facts: list[Fact] = []
    for entity in entities:
        if entity.source:
            facts += _facts(entity, countries, divisions)
    return tuple(sorted(facts, key=_order))


def _order(fact: Fact) -> tuple[str, str, str]:
    return fact.subject, fact.predicate, str(fact.object)


def _facts(entity: Entity, countries: Ids, divisions: DivisionIds) -> Iterator[Fact]:
    """Yield the facts of one place."""
    home = countries.get(entity.country)
    if home and entity.types[0] in PLACES_IN_A_COUNTRY:
        yield _fact(entity, CONTAINED, home)
    place = _place(entity) if entity.types[0] == CITY else None
    if place is None:
        return
    division = divisions.get((entity.country, place.division))
    if division not in (None, entity.id):
        yield _fact(entity, CONTAINED, division)
    if home and _is_capital(place, entity):
        yield _fact(entity, "kg:capitalOf", home)


def _is_capital(place: Place, entity: Entity) -> bool:
    """Return whether a city is the capital of its country."""
    code = entity.country
    return place.capital_of == code and country_by_iso(code) is not None


def _fact(entity: Entity, predicate: str, other: str) -> Fact:
    source = entity.source
    name = "GeoNames" if source == SOURCE_GEONAMES else "newskg gazetteer"
    return Fact(entity.id, predicate, other, rules=(source,), gazetteer=name)


def _place(entity: Entity) -> Place | None:
    """Return the gazetteer's record that an entity is linked to."""
    linked = {link.iri for link in entity.links if link.source == SOURCE_GEONAMES}
    candidates = chain.from_iterable(map(places, (entity.name, *entity.aliases)))
    for place in candidates:
        if GEONAMES.format(place.geonames) in linked:
            return place
    return None
