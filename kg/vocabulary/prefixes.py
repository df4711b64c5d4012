"""The prefixes of the vocabulary, and curies to IRIs and back, without any RDF library."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

# What the IRIs of a graph begin with if its makers do not say: a URN (RFC 8141), which names nobody
# on the web, since many graphs have it. Graphs of earlier builds have the other one.
BASE_IRI = "urn:newskg:local/"
FORMER_BASE_IRI = "https://w3id.org/newskg/data/"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "kg": "https://w3id.org/newskg/ontology#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
        "prov": "http://www.w3.org/ns/prov#",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dcterms": "http://purl.org/dc/terms/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "void": "http://rdfs.org/ns/void#",
    }
)


def expand(curie: str) -> str:
    """Return the full IRI of a curie; a text without a known prefix is returned as it is.

    >>> expand("schema:parent")
    'https://schema.org/parent'
    """
    prefix, colon, name = curie.partition(":")
    return PREFIXES[prefix] + name if colon and prefix in PREFIXES else curie


@lru_cache(maxsize=1_000)
def compact(iri: str) -> str:
    """Return the curie of an IRI in a known namespace; any other IRI is returned as it is.

    >>> compact("https://schema.org/parent")
    'schema:parent'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
