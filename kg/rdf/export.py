"""Other forms of a graph that was written before, evidence included: RDF formats without loss, and a network and a table.

`rdf12` is Turtle with RDF 1.2 reifiers in place of statement nodes.
"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from kg.errors import GraphError
from kg.rdf.folder import text_files
from kg.rdf.literals import NOT_IN_XML
from kg.rdf.rdf12 import reified
from kg.rdf.staging import replace_file
from kg.rdf.store import read_triples
from kg.rdf.table import fact_csv
from kg.rdf.turtle import turtle
from kg.vocabulary import BASE_IRI, PREFIXES

ENDS_IN_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")
OTHER_FORMS = "export it as jsonld or ntriples"


class Format(StrEnum):
    """The forms that a graph can be exported to."""

    JSONLD = "jsonld"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    RDFXML = "rdfxml"
    TURTLE = "turtle"
    RDF12 = "rdf12"
    GRAPHML = "graphml"
    CSV = "csv"


def export(path: Path, form: Format, out: Path) -> None:
    """Write the graph of a folder or file in another form; the old file stays whole until the new one is complete.

    Raises `GraphError` where there is no graph or the form cannot hold it, `KgError` where the file cannot be written.
    """
    replace_file(out, exported(path, form))


def exported(path: Path, form: Format) -> bytes:
    """The graph of a folder or file in another form; the same graph always gives the same bytes. Raises `GraphError`."""
    return WRITER_OF_FORM[form](sorted(set(read_triples(path)), key=str))


def _nested(triples: Sequence[Triple]) -> bytes:
    return _bytes(serialize((Quad(*triple) for triple in triples), format=RdfFormat.JSON_LD))


def _lines(triples: Sequence[Triple]) -> bytes:
    return _bytes(serialize(triples, format=RdfFormat.N_TRIPLES))


def _turtle(triples: Sequence[Triple]) -> bytes:
    return turtle(triples, base=_base(triples)).encode()


def _rdf12(triples: Sequence[Triple]) -> bytes:
    return turtle(reified(triples), base=_base(triples)).encode()


def _base(triples: Sequence[Triple]) -> str:
    """The base IRI of a graph, as its documents show it; the usual one where there are none."""
    documents = (iri.rpartition("document/") for iri in text_files(triples))
    return next((base for base, step, _ in documents if step), BASE_IRI)


def _xml(triples: Sequence[Triple]) -> bytes:
    """RDF/XML. A carriage return is written as a reference, since XML readers take a bare one for a line end."""
    for triple in triples:
        if not ENDS_IN_XML_NAME.search(triple.predicate.value):
            raise GraphError(f"RDF/XML has no way to write the property {triple.predicate.value}: {OTHER_FORMS}")
        if isinstance(triple.object, Literal) and NOT_IN_XML.search(triple.object.value):
            raise GraphError(f"RDF/XML cannot hold the control characters in a text of {triple.subject}: {OTHER_FORMS}")
    return _bytes(serialize(triples, format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES))).replace(b"\r", b"&#xD;")


def _network(triples: Sequence[Triple]) -> bytes:
    from kg.rdf.graphml import graphml

    return graphml(triples).encode()


def _table(triples: Sequence[Triple]) -> bytes:
    return fact_csv(triples).encode()


def _bytes(data: bytes | None) -> bytes:
    return data or b""


# A Turtle document is a TriG document, and N-Triples are N-Quads, of a dataset that has a default graph only.
WRITER_OF_FORM: dict[Format, Callable[[Sequence[Triple]], bytes]] = {
    Format.JSONLD: _nested,
    Format.TRIG: _turtle,
    Format.NQUADS: _lines,
    Format.NTRIPLES: _lines,
    Format.RDFXML: _xml,
    Format.TURTLE: _turtle,
    Format.RDF12: _rdf12,
    Format.GRAPHML: _network,
    Format.CSV: _table,
}
