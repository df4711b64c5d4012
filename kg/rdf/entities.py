"""Entities as nodes: their classes, names, coordinates, and other attributes."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg.model import Entity, Gender, Graph
from kg.rdf.descriptions import Description, MaybePair, about, pairs_of
from kg.rdf.iris import Iris, source_label, term
from kg.rdf.literals import decimal, given, text, typed

NODE_OF_GENDER = {Gender.MALE: "schema:Male", Gender.FEMALE: "schema:Female"}
COUNTRY = "schema:Country"


def entity_descriptions(entities: Iterable[Entity], iris: Iris) -> Iterator[Description]:
    """Yield descriptions of entities; their relations to others are in facts and events."""
    for entity in entities:
        node = iris.node(entity.id)
        yield name_description(entity, iris)
        yield about(node, *_attributes(entity), *_identity(entity, iris))


def name_description(entity: Entity, iris: Iris) -> Description:
    """Return the classes and names of an entity: the least by which a reader knows it."""
    names = sorted({alias for alias in entity.aliases if alias and alias != entity.name})
    return about(
        iris.node(entity.id),
        *pairs_of("rdf:type", map(term, entity.types)),
        ("rdfs:label", text(entity.name)),
        *pairs_of("skos:altLabel", map(text, names)),
    )


def source_descriptions(names: Iterable[str], iris: Iris) -> Iterator[Description]:
    """Yield descriptions of gazetteers, which are sources but no articles.

    `names` may contain empty names, and some of them twice.
    """
    for name in sorted(set(filter(None, names))):
        yield about(
            iris.source(name),
            ("rdf:type", term("prov:Entity")),
            ("rdfs:label", text(source_label(name))),
        )


def written_entities(graph: Graph) -> tuple[Entity, ...]:
    """Return the entities that belong in the graph.

    All that have a name do, and those with a description only, if something is said of them.
    """
    used = spoken_of(graph)
    return tuple(e for e in graph.entities if not e.described or e.id in used)


def spoken_of(graph: Graph) -> set[str]:
    """Return the ids of all entities that facts, events and quotations mention, speakers
    included.
    """
    used: set[str] = set()
    for fact in graph.facts:
        used |= {fact.subject, *fact.speakers}
        if isinstance(fact.object, str):
            used.add(fact.object)
    for event in graph.events:
        used.update(event.speakers)
        used.update(filler for _, filler in event.roles)
    for quotation in graph.quotations:
        used |= {quotation.speaker, quotation.addressee}
    return used - {""}


def _attributes(entity: Entity) -> Iterator[MaybePair]:
    gender = NODE_OF_GENDER.get(entity.gender)
    yield "schema:gender", term(gender) if gender else None
    yield "geo:lat", decimal(entity.latitude) if entity.latitude else None
    yield "geo:long", decimal(entity.longitude) if entity.longitude else None
    yield "kg:isoCode", given(entity.country) if COUNTRY in entity.types else None
    yield "kg:size", typed(str(entity.size), "xsd:integer") if entity.size else None
    yield "kg:memberType", given(entity.member_type)


def _identity(entity: Entity, iris: Iris) -> Iterator[MaybePair]:
    yield from ((link.predicate, NamedNode(link.iri)) for link in entity.links)
    yield from pairs_of("kg:mergeReason", map(text, sorted(set(entity.reasons))))
    yield "prov:wasDerivedFrom", iris.source(entity.source) if entity.source else None
