"""A look into the reading of an article, sentence by sentence, for people and scripts.

It reads as a build does, each article by itself, and shows what a build keeps to itself: mentions,
chains, claims with the patterns that they match, quotations, and on request which rules fired and
at which condition others stopped. Of an ontology, it says how each property is read.
"""

from kg.choices import USUAL_PARTS, Part
from kg.inspection.articles import inspect
from kg.inspection.json_document import document
from kg.inspection.ontologies import ontology_document, ontology_report
from kg.inspection.results import Claimed, InspectedArticle, InspectionReport, Sentence
from kg.inspection.text_report import report

__all__ = [
    "USUAL_PARTS",
    "Claimed",
    "InspectedArticle",
    "InspectionReport",
    "Part",
    "Sentence",
    "document",
    "inspect",
    "ontology_document",
    "ontology_report",
    "report",
]
