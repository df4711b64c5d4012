"""The ontology: classes, properties, the words that express them, and how sure a rule is."""

from kg.graph.ontology.calibration import LEARNED, confidence
from kg.graph.ontology.foreign.phrases import template_for
from kg.graph.ontology.foreign.readable import Readable
from kg.graph.ontology.foreign.verbs import singular
from kg.graph.ontology.kinds import event_kinds
from kg.graph.ontology.loading import load, ontology_files, shapes_file
from kg.graph.ontology.mention_links import (
    ARMED,
    GROUP,
    ORGANIZATION,
    PERSON,
    EntityOf,
    LinkedMentions,
    is_identified,
    is_particular,
    is_single,
    linked_mentions,
    plain_name,
)
from kg.graph.ontology.pattern import BE, OF
from kg.graph.ontology.schema import EVENT, Condition, Ontology, Outlets, Pattern, Property
from kg.graph.ontology.sources import triples_of
from kg.graph.ontology.unnamed_words import unnamed

__all__ = [
    "ARMED",
    "BE",
    "EVENT",
    "GROUP",
    "LEARNED",
    "OF",
    "ORGANIZATION",
    "PERSON",
    "Condition",
    "EntityOf",
    "LinkedMentions",
    "Ontology",
    "Outlets",
    "Pattern",
    "Property",
    "Readable",
    "confidence",
    "event_kinds",
    "is_identified",
    "is_particular",
    "is_single",
    "linked_mentions",
    "load",
    "ontology_files",
    "plain_name",
    "shapes_file",
    "singular",
    "template_for",
    "triples_of",
    "unnamed",
]
