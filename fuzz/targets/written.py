"""The law of writing: triples that were written are read back, in every format, and no others."""

from functools import cache

import pyoxigraph as ox

from kg.graph.ontology import Ontology, load
from kg.rdf import turtle
from kg.vocabulary.prefixes import BASE_IRI

FORMATS = (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.JSON_LD)


def check_written(said: set[ox.Triple]) -> None:
    """Write some triples in each format and read them back."""
    document = turtle(said, base=BASE_IRI).encode()
    assert {quad.triple for quad in ox.parse(document, format=ox.RdfFormat.TURTLE)} == said
    for form in FORMATS:
        written = ox.serialize((ox.Quad(*each) for each in said), format=form) or b""
        assert {quad.triple for quad in ox.parse(written, format=form)} == said


@cache
def ontology() -> Ontology:
    """Return the built-in ontology, loaded once."""
    return load([])
