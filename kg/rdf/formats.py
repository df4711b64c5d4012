"""Exports of a graph that was written before, with its evidence.

RDF formats lose nothing; the network and the table are for other tools. `rdf12` is Turtle with RDF
1.2 reifiers in place of statement nodes.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from kg.choices import ExportFormat
from kg.errors import GraphError
from kg.rdf.graph_files import text_files
from kg.rdf.literals import NOT_IN_XML
from kg.rdf.rdf12 import reified
from kg.rdf.staging import replace_file
from kg.rdf.store import read_triples
from kg.rdf.table import fact_csv
from kg.rdf.turtle_writer import turtle
from kg.vocabulary import BASE_IRI, PREFIXES

ENDS_IN_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")

Triples = Sequence[Triple]


def export(path: Path, form: ExportFormat, out: Path) -> None:
    """Write the graph of a folder or file in another format; the old file stays whole until the new
    one is complete.

    Raises `GraphError` if there is no graph or the format cannot hold it, `KgError` if the file
    cannot be written.
    """
    replace_file(out, exported(path, form))


def exported(path: Path, form: ExportFormat) -> bytes:
    """Return the graph of a folder or file in another format; the same graph gives the same bytes.

    Raises `GraphError` as `export` does.
    """
    triples = sorted(set(read_triples(path)), key=str)
    write = WRITER_OF_FORM[form]
    return write(triples)


def _nested(triples: Triples) -> bytes:
    quads = [Quad(*triple) for triple in triples]
    return serialize(quads, format=RdfFormat.JSON_LD) or b""


def _lines(triples: Triples) -> bytes:
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _turtle(triples: Triples) -> bytes:
    return turtle(triples, base=_base(triples)).encode()


def _rdf12(triples: Triples) -> bytes:
    return turtle(reified(triples), base=_base(triples)).encode()


def _base(triples: Triples) -> str:
    """Return the base IRI of a graph, taken from its documents; the usual one if there are none."""
    for iri in text_files(triples):
        base, step, _ = iri.rpartition("document/")
        if step:
            return base
    return BASE_IRI


def _xml(triples: Triples) -> bytes:
    """Return RDF/XML. A carriage return becomes a character reference, since XML readers take a
    bare one for a line end.
    """
    for triple in triples:
        _check_xml(triple)
    document = serialize(triples, format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES)) or b""
    return document.replace(b"\r", b"&#xD;")


def _check_xml(triple: Triple) -> None:
    """Raise `GraphError` if RDF/XML cannot hold a triple."""
    subject, predicate, value = triple
    name = predicate.value
    advice = "export it as jsonld or ntriples"
    if not ENDS_IN_XML_NAME.search(name):
        raise GraphError(f"RDF/XML has no way to write the property {name}: {advice}")
    if isinstance(value, Literal) and NOT_IN_XML.search(value.value):
        place = f"a text of {subject}"
        raise GraphError(f"RDF/XML cannot hold the control characters in {place}: {advice}")


def _network(triples: Triples) -> bytes:
    from kg.rdf.graphml import graphml

    return graphml(triples).encode()


def _table(triples: Triples) -> bytes:
    return fact_csv(triples).encode()


# Of a dataset with a default graph only, Turtle is TriG, and N-Triples are N-Quads.
WRITER_OF_FORM: dict[ExportFormat, Callable[[Triples], bytes]] = {
    ExportFormat.JSONLD: _nested,
    ExportFormat.TRIG: _turtle,
    ExportFormat.NQUADS: _lines,
    ExportFormat.NTRIPLES: _lines,
    ExportFormat.RDFXML: _xml,
    ExportFormat.TURTLE: _turtle,
    ExportFormat.RDF12: _rdf12,
    ExportFormat.GRAPHML: _network,
    ExportFormat.CSV: _table,
}
