"""The one place that loads spaCy and parses text; grammar helpers over its trees."""

from kg.analyse.grammar import (
    clause_of,
    conjuncts,
    is_passive,
    neighbour,
    noun_phrase,
    passage_of,
    subjects,
    trimmed,
    verb_lemma,
)
from kg.analyse.parser import load, parse, parse_all
from kg.defaults import DEFAULT_MODEL

__all__ = [
    "DEFAULT_MODEL",
    "clause_of",
    "conjuncts",
    "is_passive",
    "load",
    "neighbour",
    "noun_phrase",
    "parse",
    "parse_all",
    "passage_of",
    "subjects",
    "trimmed",
    "verb_lemma",
]
