"""The one place that loads spaCy and parses text; grammar helpers over its trees."""

from kg.choices import DEFAULT_MODEL
from kg.text.parse.grammar import (
    CLAUSES,
    SUBJECTS,
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
from kg.text.parse.parser import load, parse, parse_all

__all__ = [
    "CLAUSES",
    "DEFAULT_MODEL",
    "SUBJECTS",
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
