"""Facts of world knowledge between entities that are in the graph anyway.

They are in which country a city lies, and of which country it is the capital.
"""

from collections.abc import Iterator, Mapping, Sequence

from kg.gazetteer import Place, country_by_iso, places
from kg.graph.entities.assembly import GEONAMES, SOURCE_GEONAMES
from kg.model import Entity, Fact
from kg.vocabulary import PLACES_IN_A_COUNTRY

CITY, STATE, COUNTRY = "schema:City", "schema:State", "schema:Country"
CONTAINED, CAPITAL = "schema:containedInPlace", "kg:capitalOf"

Facts = tuple[Fact, ...]
Ids = Mapping[str, str]  # of countries, by their codes
Division = tuple[str, str]  # the code of the country, and the name
DivisionIds = Mapping[Division, str]


def gazetteer_facts(entities: Sequence[Entity]) -> Facts:
    """Return what the gazetteer says of the places among the entities, sorted.

    Both ends of each fact are among the entities. Only places that are linked without doubt take
    part, and only those that lie in one country.
    """
    countries = {}
    divisions = {}
    for entity in entities:
        id_ = entity.id
        type_ = entity.types[0]
        code = entity.country
        if type_ == COUNTRY and code:
            countries[code] = id_
        elif type_ == STATE and entity.source:
            divisions[code, entity.name] = id_
    facts: list[Fact] = []
    for entity in entities:
        if entity.source:
            facts += _facts(entity, countries, divisions)
    facts.sort(key=_order)
    return tuple(facts)


def _order(fact: Fact) -> tuple[str, str, str]:
    return fact.subject, fact.predicate, str(fact.object)


def _facts(entity: Entity, countries: Ids, divisions: DivisionIds) -> Iterator[Fact]:
    """Yield the facts of one place."""
    type_ = entity.types[0]
    code = entity.country
    home = countries.get(code)
    if home and type_ in PLACES_IN_A_COUNTRY:
        yield _fact(entity, CONTAINED, home)
    if type_ != CITY:
        return
    place = _place(entity)
    if place is None:
        return
    key = (code, place.division)
    division = divisions.get(key)
    if division and division != entity.id:
        yield _fact(entity, CONTAINED, division)
    is_capital = place.capital_of == code
    if home and is_capital and country_by_iso(code):
        yield _fact(entity, CAPITAL, home)


def _fact(entity: Entity, predicate: str, other: str) -> Fact:
    source = entity.source
    name = "GeoNames" if source == SOURCE_GEONAMES else "newskg gazetteer"
    return Fact(entity.id, predicate, other, rules=(source,), gazetteer=name)


def _place(entity: Entity) -> Place | None:
    """Return the gazetteer's record that an entity is linked to."""
    linked = {link.iri for link in entity.links if link.source == SOURCE_GEONAMES}
    names = (entity.name, *entity.aliases)
    for name in names:
        for place in places(name):
            iri = GEONAMES.format(place.geonames)
            if iri in linked:
                return place
    return None
