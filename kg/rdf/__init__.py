"""Graphs as RDF: triples with their evidence, and the files that hold them."""

from kg.rdf.as_of import held_on
from kg.rdf.content import spoken_of
from kg.rdf.dataset import Making, Software, checked_licence
from kg.rdf.disk_store import has_index, open_store, remove_index
from kg.rdf.entailment import Entailment, PropertyTerm, Vocabulary
from kg.rdf.graph_files import (
    EXCERPT_FILE,
    EXCERPT_NOTE,
    GRAPH_FILE,
    MENTIONS_FILE,
    REFUSALS_FILE,
    TEXTS_FOLDER,
    graph_file,
    text_file,
    text_files,
)
from kg.rdf.inferred import with_inferred
from kg.rdf.iris import Iris, checked_base, term
from kg.rdf.literals import NOT_IN_XML, SURROGATE, Term, spelt
from kg.rdf.lock import OWN_FOLDER, Waiting, locked
from kg.rdf.rdf12 import reified
from kg.rdf.staging import Staging, replace_file, staged
from kg.rdf.store import make_index, open_graph, read_file, read_triples, to_rdflib
from kg.rdf.triples import mention_places, mention_triples, refusal_triples, triples
from kg.rdf.turtle_writer import turtle
from kg.rdf.validation import Violation, validate
from kg.rdf.verification import verify
from kg.rdf.writer import write, write_graph

__all__ = [
    "EXCERPT_FILE",
    "EXCERPT_NOTE",
    "GRAPH_FILE",
    "MENTIONS_FILE",
    "NOT_IN_XML",
    "OWN_FOLDER",
    "REFUSALS_FILE",
    "SURROGATE",
    "TEXTS_FOLDER",
    "Entailment",
    "Iris",
    "Making",
    "PropertyTerm",
    "Software",
    "Staging",
    "Term",
    "Violation",
    "Vocabulary",
    "Waiting",
    "checked_base",
    "checked_licence",
    "graph_file",
    "has_index",
    "held_on",
    "locked",
    "make_index",
    "mention_places",
    "mention_triples",
    "open_graph",
    "open_store",
    "read_file",
    "read_triples",
    "refusal_triples",
    "reified",
    "remove_index",
    "replace_file",
    "spelt",
    "spoken_of",
    "staged",
    "term",
    "text_file",
    "text_files",
    "to_rdflib",
    "triples",
    "turtle",
    "validate",
    "verify",
    "with_inferred",
    "write",
    "write_graph",
]
