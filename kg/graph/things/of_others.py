"""Things and classes of other ontologies: nodes for what needs no name, and classes of ends.

"Electric car" becomes a node of the class that the ontology gives the object of the property. And
what stands at an end of a property of others is of the class that this property asks for: a store
that reasons by the ontology says so anyway, and the graph agrees with it.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.graph.entities import slug
from kg.graph.ontology import Ontology
from kg.model import Entity, Fact, Graph, Literal

ANY_NODE = "owl:Thing"  # the class of a thing of which the ontology says no class

Classes = Mapping[str, Iterable[str]]  # of an entity, by its id


def with_things_of_others(graph: Graph, ontology: Ontology) -> Graph:
    """Return a graph with a node for each object without a name, and with the classes of others."""
    if not ontology.readables:
        return graph
    names = _names(graph.facts, ontology)
    facts = tuple(_with_node(fact, names, ontology) for fact in graph.facts)
    classes = _classes(facts, graph, ontology)
    known = {entity.id for entity in graph.entities}
    entities = [_classed(entity, classes) for entity in graph.entities]
    entities += _new(names, known, classes)
    entities.sort(key=_id)
    return replace(graph, facts=facts, entities=tuple(entities))


def _id(entity: Entity) -> str:
    return entity.id


def _is_thing(fact: Fact, ontology: Ontology) -> bool:
    value = fact.object
    if not isinstance(value, Literal):
        return False
    return value.datatype in ontology.ancestors or value.datatype == ANY_NODE


def _names(facts: Iterable[Fact], ontology: Ontology) -> Mapping[str, str]:
    """Return the ids of all things without a name by their words.

    Words that only differ in what an id leaves out have numbers behind theirs.
    """
    values = (fact.object for fact in facts if _is_thing(fact, ontology))
    texts = sorted({value.text for value in values if isinstance(value, Literal)})
    ids: dict[str, str] = {}
    counts: dict[str, int] = defaultdict(int)
    for text in texts:
        id_ = f"thing/{slug(text)}"
        counts[id_] += 1
        ids[text] = id_ if counts[id_] == 1 else f"{id_}-{counts[id_]}"
    return ids


def _with_node(fact: Fact, names: Mapping[str, str], ontology: Ontology) -> Fact:
    """Return a fact with the node of its object, if that is a thing without a name."""
    value = fact.object
    if isinstance(value, Literal) and _is_thing(fact, ontology):
        return replace(fact, object=names[value.text])
    return fact


def _new(names: Mapping[str, str], known: Container[str], classes: Classes) -> Iterator[Entity]:
    """Yield a node for each thing without a name."""
    for name, id_ in names.items():
        if id_ not in known:
            types = sorted(classes.get(id_, ())) or [ANY_NODE]
            yield Entity(id_, name, tuple(types), described=True)


def _classes(facts: Iterable[Fact], graph: Graph, ontology: Ontology) -> Classes:
    """Return the classes that properties of others give to things at their ends."""
    types_of = {entity.id: entity.types for entity in graph.entities}
    found: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        relation = ontology.properties[fact.predicate]
        if not fact.factuality.stands or fact.predicate not in ontology.readables:
            continue
        found[fact.subject].update(
            _meant(types_of.get(fact.subject, ()), relation.stated_domain, ontology)
        )
        if isinstance(fact.object, str):
            types = types_of.get(fact.object, ())
            found[fact.object].update(_meant(types, relation.stated_range, ontology))
    return found


def _meant(types: Iterable[str], stated: Iterable[str], ontology: Ontology) -> Iterator[str]:
    """Yield the class that a thing of some types must have, the first that it can of several."""
    types = tuple(types)
    for cls in stated:
        if not types or ontology.fits(types, ontology.guards.get(cls, (cls,))):
            yield cls
            return


def _classed(entity: Entity, classes: Classes) -> Entity:
    """Return a thing with further classes, behind its own."""
    new = sorted(set(classes.get(entity.id, ())) - set(entity.types))
    return replace(entity, types=(*entity.types, *new)) if new else entity
