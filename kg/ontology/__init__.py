"""The ontology and what it makes of claims: facts, events, quotations, and refusals of what does not fit."""

from kg.ontology.interpret import Interpretation, interpret
from kg.ontology.load import load, ontology_files, shapes_file
from kg.ontology.schema import Ontology, Property

__all__ = ["Interpretation", "Ontology", "Property", "interpret", "load", "ontology_files", "shapes_file"]
