"""Reads a graph, and the texts of its articles, into what a page tells."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.ontology import Ontology
from kg.rdf import TEXTS_FOLDER, graph_file, read_triples
from kg.view.content import Content, Document, Quotation
from kg.view.evidence import evidence_of
from kg.view.facts import facts
from kg.view.part import described
from kg.view.things import things
from kg.view.triples import Triples


def read_content(source: Path, ontology: Ontology, part: Iterable[ox.Triple] | None = None) -> Content:
    """What the graph in a build folder (with `graph.ttl` and `texts/`) or in a single file says; of these triples only, if given.

    Raises `GraphError` where there is no graph, it is no Turtle, or nothing in it is in the vocabulary.
    """
    return content_of(Triples(read_graph(source, part)), source, ontology)


def read_graph(source: Path, part: Iterable[ox.Triple] | None = None) -> Iterable[ox.Triple]:
    """The triples of a graph, or of a part with what the graph tells of it.

    Raises `GraphError` where there is no graph, or it is no Turtle.
    """
    whole = read_triples(graph_file(source))
    return whole if part is None else described(part, whole)


def content_of(triples: Triples, source: Path, ontology: Ontology) -> Content:
    """What triples of the graph at `source` say. Raises `GraphError` where nothing in them is in the vocabulary."""
    path = graph_file(source)
    texts = path.parent / TEXTS_FOLDER
    found = content(triples, ontology, texts if texts.is_dir() else None)
    if not found.things:
        raise GraphError(f"{path}: nothing in this graph is in the vocabulary: make one with kg build")
    return found


def content(triples: Triples, ontology: Ontology, texts: Path | None = None) -> Content:
    """What a graph says; `texts` is the folder with the texts of its articles, None where there is none."""
    found = things(triples, ontology)
    return Content(
        documents=tuple(_documents(triples, texts)),
        things=tuple(found.values()),
        facts=facts(triples, found, ontology),
        quotations=tuple(_quotations(triples)),
    )


def _documents(triples: Triples, texts: Path | None) -> Iterator[Document]:
    for node in triples.of_class("schema:NewsArticle"):
        yield Document(
            iri=node,
            headline=triples.text(node, "schema:headline") or triples.text(node, "dcterms:source") or node,
            outlet=", ".join(_named(triples, node, "schema:publisher")),
            published=triples.text(node, "schema:datePublished"),
            authors=_named(triples, node, "schema:author"),
            address=triples.text(node, "schema:url"),
            text=_text(node, texts) if texts else "",
            mentions=triples.nodes(node, "schema:mentions"),
        )


def _named(triples: Triples, node: str, predicate: str) -> tuple[str, ...]:
    """The values of a property as names, whether they are things or texts."""
    labels = (triples.text(value, "rdfs:label") for value in triples.nodes(node, predicate))
    return tuple(name for name in (*labels, *triples.texts(node, predicate)) if name)


def _text(document: str, texts: Path) -> str:
    """The text of an article as the builder read it; empty where it is not there.

    Line ends are left as they are: offsets count them.
    """
    path = texts / f"{document.rpartition('/')[2]}.txt"
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"{path}: the text of an article cannot be read: {error}: build the graph again") from error


def _quotations(triples: Triples) -> Iterator[Quotation]:
    for node in triples.of_class("schema:Quotation"):
        yield Quotation(
            text=triples.text(node, "schema:text"),
            speaker=triples.node(node, "schema:creator"),
            addressee=triples.node(node, "kg:addressee"),
            date=triples.text(node, "sem:hasTimeStamp"),
            indirect=triples.text(node, "kg:indirect") == "true",
            evidence=evidence_of(triples, node),
            iri=node,
        )


def labels_of(ontology: Ontology) -> Mapping[str, str]:
    """The words of an ontology's terms, those without any left out."""
    return {curie: label for curie, label in ontology.labels.items() if label}


def inverses_of(ontology: Ontology) -> Mapping[str, str]:
    """The properties that have an inverse, and that."""
    return {curie: known.inverse for curie, known in ontology.properties.items() if known.inverse}
