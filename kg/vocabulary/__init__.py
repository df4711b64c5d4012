"""The words that the graph is written in: prefixes, classes, and how they are put for people."""

from kg.vocabulary.classes import ORGANIZATIONS, PEOPLE, PLACES
from kg.vocabulary.prefixes import BASE_IRI, PREFIXES, compact, expand
from kg.vocabulary.wording import duration_words, phrase, plain_words, premise_of, rule_words

__all__ = [
    "BASE_IRI",
    "ORGANIZATIONS",
    "PEOPLE",
    "PLACES",
    "PREFIXES",
    "compact",
    "duration_words",
    "expand",
    "phrase",
    "plain_words",
    "premise_of",
    "rule_words",
]
