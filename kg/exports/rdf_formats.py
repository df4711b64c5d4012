"""The RDF formats of a graph without a context or named graphs, and the prefixes of all formats.

`rdf12` is Turtle with RDF 1.2 reifiers in place of statement nodes.
"""

import re
from collections.abc import Iterable, Sequence

from pyoxigraph import (
    Literal,
    NamedNode,
    RdfFormat,
    Triple,
    serialize,
)

from kg.errors import GraphError
from kg.rdf import (
    NOT_IN_XML,
    reified,
    text_files,
    turtle,
)
from kg.vocabulary import BASE_IRI, PREFIXES

ENDS_IN_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")
KIND = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")

Triples = Sequence[Triple]


def as_ntriples(triples: Triples) -> bytes:
    """Return triples as N-Triples."""
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def as_turtle(triples: Triples) -> bytes:
    """Return triples as Turtle."""
    return turtle(triples, base=base_of(triples)).encode()


def as_rdf12(triples: Triples) -> bytes:
    """Return triples as Turtle with RDF 1.2 reifiers."""
    return turtle(reified(triples), base=base_of(triples)).encode()


def as_rdf_xml(triples: Triples) -> bytes:
    """Return triples as RDF/XML. A carriage return becomes a character reference, since XML readers
    take a bare one for a line end.

    Raises `GraphError` if RDF/XML cannot hold a triple.
    """
    for triple in triples:
        _check_xml(triple)
    document = serialize(triples, format=RdfFormat.RDF_XML, prefixes=dict(PREFIXES)) or b""
    return document.replace(b"\r", b"&#xD;")


def base_of(triples: Iterable[Triple]) -> str:
    """Return the base IRI of a graph, taken from its documents; the usual one if there are none."""
    for iri in text_files(triples):
        base, step, _ = iri.rpartition("document/")
        if step:
            return base
    return BASE_IRI


def data_prefixes(triples: Triples) -> dict[str, str]:
    """Return the prefixes of the vocabulary, and one for each kind of node below the base."""
    base = base_of(triples)
    kinds: set[str] = set()
    for triple in triples:
        subject = triple.subject
        if isinstance(subject, NamedNode) and subject.value.startswith(base):
            kinds.add(subject.value.removeprefix(base).partition("/")[0])
    usable = [kind for kind in kinds - PREFIXES.keys() if KIND.fullmatch(kind)]
    return {**PREFIXES, **{kind: f"{base}{kind}/" for kind in sorted(usable)}}


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
