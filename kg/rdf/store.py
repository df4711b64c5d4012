"""Graphs that were written before, opened as triples, as a store, or for rdflib.

The graph is that of a folder of `kg build`, or any RDF file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.errors import GraphError
from kg.paths import AnyStrings, listed_strings
from kg.rdf.disk_store import make_store, open_store
from kg.rdf.graph_files import graph_file
from kg.rdf.literals import Term
from kg.rdf.rdf12 import REIFIES, statements
from kg.vocabulary import PREFIXES

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


def read_triples(path: str | Path) -> Iterator[Triple]:
    """Yield the triples of a folder's graph or of a file, in its order; RDF 1.2 reifiers come as
    statement nodes.

    Graph names of a dataset are left out. Raises `GraphError`, with file and line, if the file is
    missing or no RDF.
    """
    return statements(read_file(path))


def read_file(path: str | Path) -> Iterator[Triple]:
    """Yield the triples of a folder's graph or of a file as they are there, with RDF 1.2 reifiers.

    Raises as `read_triples` does.
    """
    file = graph_file(path)
    return (quad.triple for quad in _quads(file))


def open_graph(path: str | Path, *, also: AnyStrings = ()) -> Store:
    """Open a store with the graph, ready for SPARQL.

    `also` names further files of the folder (`refusals.ttl`) to be in it. If `make_index` made a
    store of exactly this graph, that one is opened, for reading only; else the files are read. RDF
    1.2 reifiers are there as statement nodes, too, so that one question suits both forms. Raises
    `GraphError`, with file and line, if a file is missing or no RDF.
    """
    main = graph_file(path)
    further = [graph_file(main.parent / name) for name in listed_strings(also)]
    store = None if further else open_store(main)
    if store is None:
        store = Store()
        for file in (main, *further):
            _load(store, file)
    return store


def make_index(path: Path) -> Path:
    """Make the store on disk of a graph, which `open_graph` then opens in no time; return its
    folder.

    Raises `GraphError` for a graph that is missing or no RDF, `KgError` if the store cannot be
    written.
    """
    return make_store(path, _load)


def _load(store: Store, file: Path) -> None:
    """Read a file into a store, without the names of its graphs, and add the statement nodes of its
    reifiers.
    """
    kind = _format(file)
    address = _address(file)
    with _faults_named(file):
        if kind.supports_datasets:
            store.bulk_extend(Quad(*quad.triple) for quad in _quads(file))
        else:
            store.bulk_load(path=str(file), format=kind, base_iri=address)
        reifiers = (quad.triple for quad in store.quads_for_pattern(None, REIFIES, None))
        nodes = [Quad(*triple) for triple in statements(reifiers)]
        store.extend(nodes)


def to_rdflib(path: str | Path) -> "rdflib.Graph":
    """Return the same graph as an `rdflib.Graph`, with the vocabulary's prefixes and literals spelt
    as they were.
    """
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in read_triples(path):
        subject, predicate, value = map(rdflib_term, triple)
        graph.add((subject, predicate, value))
    return graph


def _quads(file: Path) -> Iterator[Quad]:
    """Yield the triples of a file with their graph names."""
    kind = _format(file)
    with _faults_named(file):
        yield from parse(path=str(file), format=kind, base_iri=_address(file))


@contextmanager
def _faults_named(file: Path) -> Iterator[None]:
    """Turn the reader's errors into one that names the file and the line."""
    try:
        yield
    except SyntaxError as error:
        raise GraphError(
            f"{file} is damaged, line {error.lineno}: {error.msg}; build it again"
        ) from error
    except OSError as error:
        raise GraphError(f"{file} cannot be read: {error.strerror or error}") from error


def _format(file: Path) -> RdfFormat:
    """Return the format of a file by its name."""
    kind = RdfFormat.from_extension(file.suffix.removeprefix(".").lower())
    if kind is None:
        raise GraphError(
            f"{file} is no kind of RDF file that is known here: "
            f"its name should end in one of ttl nt nq trig jsonld json rdf xml n3"
        )
    return kind


def _address(file: Path) -> str:
    """Return the base of the relative IRIs of a file that names none itself."""
    return file.resolve().as_uri()


def rdflib_term(value: Term) -> "Node":
    """Return a term as rdflib has it."""

    import rdflib

    if isinstance(value, NamedNode):
        return rdflib.URIRef(value.value)
    if isinstance(value, BlankNode):
        return rdflib.BNode(value.value)
    if not isinstance(value, Literal):
        raise GraphError("rdflib knows no RDF 1.2 triple terms other than those of statements")
    if value.language:
        return rdflib.Literal(value.value, lang=value.language)
    datatype = value.datatype.value
    is_plain = datatype == PREFIXES["xsd"] + "string"
    return rdflib.Literal(
        value.value, datatype=None if is_plain else rdflib.URIRef(datatype), normalize=False
    )
