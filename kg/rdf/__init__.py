"""Graphs as RDF: triples with their evidence, the files that hold them, and everything that reads such files again."""

from kg.rdf.export import Format, export, exported
from kg.rdf.folder import GRAPH_FILE, MENTIONS_FILE, REFUSALS_FILE, TEXTS_FOLDER, graph_file, text_file
from kg.rdf.implied import PropertyTerm, Vocabulary
from kg.rdf.iris import Iris, checked_base
from kg.rdf.staging import Staging, staged
from kg.rdf.store import open_graph, read_triples, to_rdflib
from kg.rdf.triples import mention_places, mention_triples, refusal_triples, triples
from kg.rdf.turtle import turtle
from kg.rdf.validate import Violation, validate
from kg.rdf.verify import verify
from kg.rdf.writer import write

__all__ = [
    "GRAPH_FILE",
    "MENTIONS_FILE",
    "REFUSALS_FILE",
    "TEXTS_FOLDER",
    "Format",
    "Iris",
    "PropertyTerm",
    "Staging",
    "Violation",
    "Vocabulary",
    "checked_base",
    "export",
    "exported",
    "graph_file",
    "mention_places",
    "mention_triples",
    "open_graph",
    "read_triples",
    "refusal_triples",
    "staged",
    "text_file",
    "to_rdflib",
    "triples",
    "turtle",
    "validate",
    "verify",
    "write",
]
