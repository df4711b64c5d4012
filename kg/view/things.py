"""Reads the things of a graph: entities, events and articles, with their names, links and attributes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.graph.ontology import Ontology
from kg.view.content import Thing
from kg.view.evidence import evidence_of, number
from kg.view.kinds import KIND_OF_CLASS, kind_of
from kg.view.triples import Triples
from kg.view.wording import quantity_words
from kg.vocabulary import compact, duration_words, plain_words

# Attributes that need no statement of their own, and what the page calls them, in its order.
ATTRIBUTES = (
    ("schema:jobTitle", "post"),
    ("schema:gender", "gender"),
    ("kg:age", "age"),
    ("kg:size", "how many"),
    ("kg:memberType", "each a"),
    ("kg:isoCode", "ISO code"),
    ("schema:datePublished", "published"),
    ("schema:inLanguage", "language"),
    ("sem:hasTimeStamp", "when"),
    ("sem:hasBeginTimeStamp", "from"),
    ("sem:hasEndTimeStamp", "until"),
    ("kg:timeExpression", "in the words"),
    ("kg:duration", "how long"),
)
# Classes that say nothing beyond the kind, or belong to the apparatus.
SILENT_CLASSES = frozenset(("sem:Actor", "nif:Context"))
COMMUNICATION = "kg:Communication"
UNSAID = frozenset(("Denied", "Planned", "Possible"))  # what is told so did not take place: no quotation tells the same

Attribute = tuple[str, str]


def things(triples: Triples, ontology: Ontology) -> Mapping[str, Thing]:
    """Every thing of the graph by IRI, in order of IRI."""
    attributes, sorts = _attributes(triples), _Sorts(ontology)
    telling = [cls for cls in triples.all_classes() if kind_of(ontology.superclasses(cls))]
    nodes = sorted({node for cls in telling for node in triples.of_class(cls)})
    found = (_thing(triples, node, sorts, attributes.get(node, ())) for node in nodes)
    return {thing.iri: thing for thing in found if thing}


class _Sorts(dict[tuple[str, ...], tuple[str, tuple[str, ...]]]):
    """The kind of the things with some classes, and these classes in words; worked out once, for few differ."""

    def __init__(self, ontology: Ontology):
        super().__init__()
        self._ontology = ontology

    def __missing__(self, classes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        kind = kind_of(above for cls in classes for above in self._ontology.superclasses(cls))
        self[classes] = found = kind, tuple(_type_words(classes, self._ontology))
        return found


def _thing(triples: Triples, node: str, sorts: _Sorts, attributes: Iterable[Attribute]) -> Thing | None:
    classes = triples.classes(node)
    kind, types = sorts[classes]
    if not kind:
        return None
    evidence = evidence_of(triples, node) if kind == "event" else None
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
        start=triples.text(node, "sem:hasTimeStamp") or triples.text(node, "sem:hasBeginTimeStamp"),
        end=triples.text(node, "sem:hasEndTimeStamp"),
        talk=COMMUNICATION in classes and not (evidence and evidence.factuality in UNSAID),
        classes=classes,
        point=_point(triples, node),
    )


def _point(triples: Triples, node: str) -> tuple[float, float] | None:
    """Where a place lies; None where the graph does not say, or says what is nowhere on the globe."""
    latitude, longitude = number(triples.text(node, "geo:lat")), number(triples.text(node, "geo:long"))
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    return latitude, longitude


def _name(triples: Triples, node: str) -> str:
    """The label, else the headline of an article, else the end of the IRI in words."""
    return triples.text(node, "rdfs:label") or triples.text(node, "schema:headline") or plain_words(node)


def _type_words(classes: tuple[str, ...], ontology: Ontology) -> Iterator[str]:
    """The classes in words, without those that others of them imply or that the kind says already."""
    implied = {above for cls in classes for above in ontology.superclasses(cls)[1:]}
    for cls in classes:
        if cls not in implied and cls not in SILENT_CLASSES and cls not in KIND_OF_CLASS:
            yield ontology.labels.get(cls) or plain_words(cls)


def _attributes(triples: Triples) -> Mapping[str, Sequence[Attribute]]:
    """The attributes of each node (IRI) that has any, in the order of the page; those that have a statement are told as facts."""
    found: dict[str, list[Attribute]] = defaultdict(list)
    stated = _stated(triples)
    for curie, words in ATTRIBUTES:
        for node in triples.having(curie):
            if (node, curie) not in stated:
                values = (*triples.texts(node, curie), *map(plain_words, triples.nodes(node, curie)))
                found[node] += ((words, duration_words(value)) for value in values)
    for node in triples.having("kg:quantity"):
        found[node] += (("amount", _amount(triples, amount)) for amount in triples.nodes(node, "kg:quantity"))
    for node in triples.having("geo:lat"):
        latitude, longitude = triples.text(node, "geo:lat"), triples.text(node, "geo:long")
        if latitude and longitude:
            found[node].append(("coordinates", f"{latitude}, {longitude}"))
    for node in triples.having("kg:mergeReason"):
        found[node] += (("one thing because", reason) for reason in triples.texts(node, "kg:mergeReason"))
    return found


def _stated(triples: Triples) -> set[tuple[str, str]]:
    """The attributes (subject, property) that have a statement."""
    return {
        (triples.node(node, "rdf:subject"), compact(triples.node(node, "rdf:predicate")))
        for node in triples.of_class("rdf:Statement")
        if triples.texts(node, "rdf:object")
    }


def _amount(triples: Triples, node: str) -> str:
    value, least, most = (triples.text(node, f"schema:{name}") for name in ("value", "minValue", "maxValue"))
    unit = triples.text(node, "schema:unitText") or triples.text(node, "schema:currency")
    return quantity_words(value, least, most, unit, triples.text(node, "kg:approximate") == "true")
