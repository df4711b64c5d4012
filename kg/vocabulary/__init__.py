"""The words that the graph is written in: prefixes, classes, and how they are put for people."""

from kg.vocabulary.classes import (
    CREATIVE_WORKS,
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
    PLACES_IN_A_COUNTRY,
    POPULATED_PLACES,
    is_a,
    with_subclasses,
    with_superclasses,
)
from kg.vocabulary.prefixes import BASE_IRI, FORMER_BASE_IRI, PREFIXES, compact, expand
from kg.vocabulary.wording import (
    duration_words,
    is_inferred,
    phrase,
    plain_words,
    premise_of,
    rule_words,
)

__all__ = [
    "BASE_IRI",
    "CREATIVE_WORKS",
    "FORMER_BASE_IRI",
    "ORGANIZATIONS",
    "PEOPLE",
    "PLACES",
    "PLACES_IN_A_COUNTRY",
    "POPULATED_PLACES",
    "PREFIXES",
    "compact",
    "duration_words",
    "expand",
    "is_a",
    "is_inferred",
    "phrase",
    "plain_words",
    "premise_of",
    "rule_words",
    "with_subclasses",
    "with_superclasses",
]
