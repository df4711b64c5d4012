"""The things of a graph: entities, events and articles, with names, links and attributes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kg.graph.ontology import Ontology
from kg.model import Factuality
from kg.tables import words_for
from kg.view.evidence import evidence_of, number
from kg.view.kinds import KIND_OF_CLASS, Kind, kind_of
from kg.view.page_model import Pair, Point, Texts, Thing, ThingByIri
from kg.view.triples import Triples
from kg.view.wording import quantity_words
from kg.vocabulary import compact, duration_words, plain_words

# Attributes that need no statement of their own, with their names on the page, in its order.
ATTRIBUTES = words_for("kg.view", "attribute")
# The words for the codes of reasons for a merge.
REASONS = words_for("kg.view", "reason")
# Classes that say nothing beyond the kind, or belong to the apparatus.
SILENT_CLASSES = frozenset(("sem:Actor", "nif:Context"))
COMMUNICATION = "kg:Communication"
AMOUNT = "kg:quantity"
# An act of speaking with such a factuality did not take place: no quotation says the same.
UNSAID = frozenset((Factuality.DENIED, Factuality.PLANNED, Factuality.POSSIBLE))

Attributes = Mapping[str, Sequence[Pair]]  # names and values, by node (IRI)
Typing = tuple[str, Texts]  # a kind, and classes in words
NamedValue = tuple[str, str, str]  # a node (IRI), the name of an attribute, and its value in words


def things(triples: Triples, ontology: Ontology) -> ThingByIri:
    """Return every thing of the graph by IRI, in order of IRI."""
    attributes = _attributes(triples)
    typings = _TypingOfClasses(ontology)
    nodes: set[str] = set()
    for cls in triples.all_classes():
        if kind_of(ontology.superclasses(cls)):
            nodes.update(triples.of_class(cls))
    found = {}
    for node in sorted(nodes):
        thing = _thing(triples, node, typings, attributes)
        if thing:
            found[node] = thing
    return found


class _TypingOfClasses(dict[Texts, Typing]):
    """The kind of the things with some classes, and these classes in words.

    It is worked out once for each combination of classes, of which there are few.
    """

    def __init__(self, ontology: Ontology):
        super().__init__()
        self._ontology = ontology

    def __missing__(self, classes: Texts) -> Typing:
        ontology = self._ontology
        every = chain.from_iterable(map(ontology.superclasses, classes))
        words = _type_words(classes, ontology)
        typing = kind_of(every), tuple(words)
        self[classes] = typing
        return typing


def _thing(
    triples: Triples, node: str, typings: _TypingOfClasses, attributes: Attributes
) -> Thing | None:
    """Return the thing that a node is; None if it belongs to the apparatus."""
    classes = triples.classes(node)
    kind, types = typings[classes]
    if not kind:
        return None
    evidence = evidence_of(triples, node) if kind == Kind.EVENT else None
    is_unsaid = evidence is not None and evidence.factuality in UNSAID
    own = attributes.get(node, ())
    return Thing(
        iri=node,
        kind=kind,
        name=_name(triples, node),
        aliases=triples.texts(node, "skos:altLabel"),
        types=types,
        links=triples.nodes(node, "owl:sameAs"),
        doubtful_links=triples.nodes(node, "skos:closeMatch"),
        attributes=tuple(own),
        evidence=evidence,
        start=_start(triples, node),
        end=triples.text(node, "sem:hasEndTimeStamp"),
        within=_within(triples, node),
        talk=COMMUNICATION in classes and not is_unsaid,
        classes=classes,
        point=_point(triples, node),
    )


def _start(triples: Triples, event: str) -> str:
    """Return the day of an event, or the one on which it began; empty if the graph has none."""
    return triples.first_text(event, "sem:hasTimeStamp", "sem:hasBeginTimeStamp")


def _within(triples: Triples, event: str) -> Texts:
    """Return the dates of the nearest whole that has any: when it began, and when it ended.

    An event that has a date itself, and one that is no part of a dated whole, have none.
    """
    if _start(triples, event):
        return ()
    seen = {event}
    wholes = [event]
    for part in wholes:
        for whole in triples.nodes(part, "sem:subEventOf"):
            start = _start(triples, whole)
            end = triples.text(whole, "sem:hasEndTimeStamp")
            if start:
                return (start, end) if end else (start,)
            if whole not in seen:
                seen.add(whole)
                wholes.append(whole)
    return ()


def _point(triples: Triples, node: str) -> Point | None:
    """Return where a place lies; None if the graph does not say, or it is nowhere on the globe."""
    latitude = number(triples.text(node, "geo:lat"))
    longitude = number(triples.text(node, "geo:long"))
    if latitude is None or longitude is None:
        return None
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return latitude, longitude


def _name(triples: Triples, node: str) -> str:
    """Return the label, else the headline of an article, else the end of the IRI in words."""
    label = triples.first_text(node, "rdfs:label", "schema:headline")
    return label or plain_words(node)


def _type_words(classes: Texts, ontology: Ontology) -> Iterator[str]:
    """Yield the classes in words.

    Those that others of them imply, or that the kind says already, are left out.
    """
    silent = set(SILENT_CLASSES)
    silent.update(KIND_OF_CLASS)
    for cls in classes:
        _, *implied = ontology.superclasses(cls)
        silent.update(implied)
    for cls in classes:
        if cls not in silent:
            yield ontology.labels.get(cls) or plain_words(cls)


def _attributes(triples: Triples) -> Attributes:
    """Return the attributes of each node that has any, in the order of the page."""
    attributes = defaultdict[str, list[Pair]](list)
    for read in (_unstated_values, _amounts, _coordinates, _reasons_of_merging):
        for node, name, value in read(triples):
            attributes[node].append((name, value))
    return attributes


def _unstated_values(triples: Triples) -> Iterator[NamedValue]:
    """Yield the attributes without a statement, texts first: the others are read as facts."""
    stated = _stated(triples)
    for curie, name in ATTRIBUTES.items():
        for node in triples.subjects_with(curie):
            if (node, curie) in stated:
                continue
            for text in triples.texts(node, curie):
                yield node, name, duration_words(text)
            for value in triples.nodes(node, curie):
                words = plain_words(value)
                yield node, name, duration_words(words)


def _stated(triples: Triples) -> set[Pair]:
    """Return the attributes (subject, property) that have a statement."""
    stated = set()
    for node in triples.of_class("rdf:Statement"):
        if triples.texts(node, "rdf:object"):
            subject = triples.node(node, "rdf:subject")
            predicate = triples.node(node, "rdf:predicate")
            stated.add((subject, compact(predicate)))
    return stated


def _amounts(triples: Triples) -> Iterator[NamedValue]:
    """Yield the amounts that nodes have, except for those with a statement: these are facts."""
    stated = set()
    for statement in triples.of_class("rdf:Statement"):
        if compact(triples.node(statement, "rdf:predicate")) == AMOUNT:
            subject = triples.node(statement, "rdf:subject")
            stated.add((subject, triples.node(statement, "rdf:object")))
    for node in triples.subjects_with(AMOUNT):
        for amount in triples.nodes(node, AMOUNT):
            if (node, amount) not in stated:
                yield node, "amount", amount_words(triples, amount)


def amount_words(triples: Triples, node: str) -> str:
    """Return an amount with its unit or currency."""
    approximate = triples.text(node, "kg:approximate")
    return quantity_words(
        triples.text(node, "schema:value"),
        triples.text(node, "schema:minValue"),
        triples.text(node, "schema:maxValue"),
        triples.first_text(node, "schema:unitText", "schema:currency"),
        approximate == "true",
    )


def _coordinates(triples: Triples) -> Iterator[NamedValue]:
    """Yield where places lie, as the graph says it."""
    for node in triples.subjects_with("geo:lat"):
        latitude = triples.text(node, "geo:lat")
        longitude = triples.text(node, "geo:long")
        if latitude and longitude:
            yield node, "coordinates", f"{latitude}, {longitude}"


def _reasons_of_merging(triples: Triples) -> Iterator[NamedValue]:
    """Yield why names were taken for those of one thing, and tellings for those of one event."""
    for node in triples.subjects_with("kg:mergeReason"):
        for reason in reason_words(triples.texts(node, "kg:mergeReason")):
            yield node, "one thing because", reason


def reason_words(reasons: Texts) -> list[str]:
    """Return the reasons for a merge in words; of one with several probabilities, the surest.

    >>> reason_words(("one-story:0.43", "one-story:0.92", "the same name: lima"))
    ['told in articles of one story (0.92 sure)', 'the same name: lima']
    """
    surest: dict[str, str] = {}
    for reason in sorted(reasons):
        code, _, chance = reason.partition(":")
        words = REASONS.get(code, reason)
        is_sure = code in REASONS and bool(chance)
        surest[words] = f"{words} ({chance} sure)" if is_sure else words
    return list(surest.values())
