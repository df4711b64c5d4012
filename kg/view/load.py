"""The model of a page, read from a graph and from the texts of its articles."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Triple

from kg.errors import GraphError
from kg.graph.ontology import Ontology
from kg.rdf import TEXTS_FOLDER, graph_file, read_triples
from kg.view.evidence import evidence_of
from kg.view.facts import facts
from kg.view.page_model import Document, PageModel, Quotation
from kg.view.subgraph import with_descriptions
from kg.view.things import things
from kg.view.triples import Triples
from kg.view.wording import Inverses, Labels


def read_model(
    source: Path, ontology: Ontology, chosen: Iterable[Triple] | None = None
) -> PageModel:
    """Return the model of a build folder (`graph.ttl` and `texts/`) or of a single file.

    If triples are chosen, it has only these. Raises `GraphError` if there is no graph, it is no
    Turtle, or nothing in it is in the vocabulary.
    """
    triples = read_graph(source, chosen)
    return model_of(Triples(triples), source, ontology)


def read_graph(source: Path, chosen: Iterable[Triple] | None = None) -> Iterable[Triple]:
    """Return the triples of a graph, or chosen ones with their descriptions in the graph.

    Raises `GraphError` if there is no graph, or it is no Turtle.
    """
    whole = read_triples(graph_file(source))
    if chosen is None:
        return whole
    return with_descriptions(chosen, whole)


def model_of(triples: Triples, source: Path, ontology: Ontology) -> PageModel:
    """Return the model of triples of the graph at `source`.

    Raises `GraphError` if nothing in them is in the vocabulary.
    """
    path = graph_file(source)
    texts = path.parent / TEXTS_FOLDER
    shown = things(triples, ontology)
    if not shown:
        raise GraphError(
            f"{path}: nothing in this graph is in the vocabulary: make one with kg build"
        )
    return PageModel(
        documents=tuple(_documents(triples, texts)),
        things=tuple(shown.values()),
        facts=facts(triples, shown, ontology),
        quotations=tuple(_quotations(triples)),
    )


def _documents(triples: Triples, texts: Path) -> Iterator[Document]:
    """Yield the articles, with their texts if there is the folder of these."""
    has_texts = texts.is_dir()
    for node in triples.of_class("schema:NewsArticle"):
        headline = triples.first_text(node, "schema:headline", "dcterms:source")
        outlets = _named(triples, node, "schema:publisher")
        authors = _named(triples, node, "schema:author")
        yield Document(
            iri=node,
            headline=headline or node,
            outlet=", ".join(outlets),
            published=triples.text(node, "schema:datePublished"),
            authors=tuple(authors),
            address=triples.text(node, "schema:url"),
            text=_text(node, texts) if has_texts else "",
            mentions=triples.nodes(node, "schema:mentions"),
        )


def _named(triples: Triples, node: str, predicate: str) -> Iterator[str]:
    """Yield the values of a property as names, of things as well as texts."""
    for value in triples.nodes(node, predicate):
        label = triples.text(value, "rdfs:label")
        if label:
            yield label
    yield from filter(None, triples.texts(node, predicate))


def _text(document: str, texts: Path) -> str:
    """Return the text of an article as the builder read it; empty if it is not there.

    Line ends are left as they are: offsets count them.
    """
    *_, name = document.split("/")
    path = texts / f"{name}.txt"
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(
            f"{path}: the text of an article cannot be read: {error}: build the graph again"
        ) from error


def _quotations(triples: Triples) -> Iterator[Quotation]:
    """Yield what is quoted."""
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


def labels_of(ontology: Ontology) -> Labels:
    """Return the words of an ontology's terms, by curie; terms without words are left out."""
    labels = ontology.labels.items()
    return {curie: label for curie, label in labels if label}


def inverses_of(ontology: Ontology) -> Inverses:
    """Return the inverse of each property that has one."""
    inverses = {}
    for curie, known in ontology.properties.items():
        if known.inverse:
            inverses[curie] = known.inverse
    return inverses
