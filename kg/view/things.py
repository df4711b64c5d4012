"""The things of a graph: entities, events and articles, with names, links and attributes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kg.graph.ontology import Ontology
from kg.model import Factuality
from kg.tables import words_for
from kg.view.evidence import evidence_of, number
from kg.view.kinds import KIND_OF_CLASS, Kind, kind_of
from kg.view.page_model import Thing
from kg.view.triples import Triples
from kg.view.wording import quantity_words
from kg.vocabulary import compact, duration_words, plain_words

# Attributes that need no statement of their own, with their names on the page, in its order.
ATTRIBUTES = words_for("kg.view", "attribute")
# Classes that say nothing beyond the kind, or belong to the apparatus.
SILENT_CLASSES = frozenset(("sem:Actor", "nif:Context"))
COMMUNICATION = "kg:Communication"
# An act of speaking with such a factuality did not take place: no quotation says the same.
UNSAID = frozenset((Factuality.DENIED, Factuality.PLANNED, Factuality.POSSIBLE))

Attribute = tuple[str, str]
Typing = tuple[str, tuple[str, ...]]  # a kind, and classes in words


def things(triples: Triples, ontology: Ontology) -> Mapping[str, Thing]:
    """Return every thing of the graph by IRI, in order of IRI."""
    attributes = _attributes(triples)
    typings = _TypingOfClasses(ontology)
    nodes: set[str] = set()
    for cls in triples.all_classes():
        if kind_of(ontology.superclasses(cls)):
            nodes.update(triples.of_class(cls))
    read = (_thing(triples, node, typings, attributes.get(node, ())) for node in sorted(nodes))
    return {thing.iri: thing for thing in read if thing}


class _TypingOfClasses(dict[tuple[str, ...], Typing]):
    """The kind of the things with some classes, and these classes in words.

    It is worked out once for each combination of classes, of which there are few.
    """

    def __init__(self, ontology: Ontology):
        super().__init__()
        self._ontology = ontology

    def __missing__(self, classes: tuple[str, ...]) -> Typing:
        every = chain.from_iterable(map(self._ontology.superclasses, classes))
        words = _type_words(classes, self._ontology)
        self[classes] = typing = kind_of(every), tuple(words)
        return typing


def _thing(
    triples: Triples, node: str, typings: _TypingOfClasses, attributes: Iterable[Attribute]
) -> Thing | None:
    classes = triples.classes(node)
    kind, types = typings[classes]
    if not kind:
        return None
    evidence = evidence_of(triples, node) if kind == Kind.EVENT else None
    is_unsaid = evidence is not None and evidence.factuality in UNSAID
    date = triples.text(node, "sem:hasTimeStamp")
    return Thing(
        iri=node,
        kind=kind,
        name=_name(triples, node),
        aliases=triples.texts(node, "skos:altLabel"),
        types=types,
        links=triples.nodes(node, "owl:sameAs"),
        doubtful_links=triples.nodes(node, "skos:closeMatch"),
        attributes=tuple(attributes),
        evidence=evidence,
        start=date or triples.text(node, "sem:hasBeginTimeStamp"),
        end=triples.text(node, "sem:hasEndTimeStamp"),
        talk=COMMUNICATION in classes and not is_unsaid,
        classes=classes,
        point=_point(triples, node),
    )


def _point(triples: Triples, node: str) -> tuple[float, float] | None:
    """Return where a place lies; None if the graph does not say, or it is nowhere on the globe."""
    latitude = number(triples.text(node, "geo:lat"))
    longitude = number(triples.text(node, "geo:long"))
    if latitude is None or longitude is None:
        return None
    is_on_globe = abs(latitude) <= 90 and abs(longitude) <= 180
    return (latitude, longitude) if is_on_globe else None


def _name(triples: Triples, node: str) -> str:
    """Return the label, else the headline of an article, else the end of the IRI in words."""
    label = triples.text(node, "rdfs:label") or triples.text(node, "schema:headline")
    return label or plain_words(node)


def _type_words(classes: tuple[str, ...], ontology: Ontology) -> Iterator[str]:
    """Yield the classes in words.

    Those that others of them imply, or that the kind says already, are left out.
    """
    silent = SILENT_CLASSES | KIND_OF_CLASS.keys()
    for cls in classes:
        silent |= set(ontology.superclasses(cls)[1:])
    for cls in classes:
        if cls not in silent:
            yield ontology.labels.get(cls) or plain_words(cls)


def _attributes(triples: Triples) -> Mapping[str, Sequence[Attribute]]:
    """Return the attributes of each node (IRI) that has any, in the order of the page.

    Those that have a statement are left out: they are read as facts.
    """
    attributes: dict[str, list[Attribute]] = defaultdict(list)
    stated = _stated(triples)
    for curie, words in ATTRIBUTES.items():
        for node in triples.subjects_with(curie):
            if (node, curie) not in stated:
                values = _values(triples, node, curie)
                attributes[node] += _named(words, values)
    for node in triples.subjects_with("kg:quantity"):
        amounts = triples.nodes(node, "kg:quantity")
        values = (_amount_words(triples, amount) for amount in amounts)
        attributes[node] += _named("amount", values)
    for node in triples.subjects_with("geo:lat"):
        latitude = triples.text(node, "geo:lat")
        longitude = triples.text(node, "geo:long")
        if latitude and longitude:
            attributes[node].append(("coordinates", f"{latitude}, {longitude}"))
    for node in triples.subjects_with("kg:mergeReason"):
        reasons = triples.texts(node, "kg:mergeReason")
        attributes[node] += _named("one thing because", reasons)
    return attributes


def _named(name: str, values: Iterable[str]) -> Iterator[Attribute]:
    for value in values:
        yield name, value


def _values(triples: Triples, node: str, curie: str) -> Iterator[str]:
    """Yield the values of an attribute in words, texts first."""
    nodes = map(plain_words, triples.nodes(node, curie))
    yield from map(duration_words, (*triples.texts(node, curie), *nodes))


def _stated(triples: Triples) -> set[tuple[str, str]]:
    """Return the attributes (subject, property) that have a statement."""
    return {
        (triples.node(node, "rdf:subject"), compact(triples.node(node, "rdf:predicate")))
        for node in triples.of_class("rdf:Statement")
        if triples.texts(node, "rdf:object")
    }


def _amount_words(triples: Triples, node: str) -> str:
    unit = triples.text(node, "schema:unitText") or triples.text(node, "schema:currency")
    return quantity_words(
        triples.text(node, "schema:value"),
        triples.text(node, "schema:minValue"),
        triples.text(node, "schema:maxValue"),
        unit,
        triples.text(node, "kg:approximate") == "true",
    )
