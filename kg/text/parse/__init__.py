"""The one place that loads spaCy and parses text; grammar helpers over its trees."""

from kg.choices import DEFAULT_MODEL
from kg.text.parse.grammar import (
    children_with,
    clause_of,
    conjunction_root,
    conjuncts,
    first_child,
    governor_of,
    has_child,
    is_passive,
    neighbour,
    noun_phrase,
    objects_after,
    objects_of,
    passage_of,
    possessors,
    subjects,
    trimmed,
    verb_lemma,
)
from kg.text.parse.labels import CLAUSES, SUBJECTS
from kg.text.parse.parser import load, parse, parse_all

__all__ = [
    "CLAUSES",
    "DEFAULT_MODEL",
    "SUBJECTS",
    "children_with",
    "clause_of",
    "conjunction_root",
    "conjuncts",
    "first_child",
    "governor_of",
    "has_child",
    "is_passive",
    "load",
    "neighbour",
    "noun_phrase",
    "objects_after",
    "objects_of",
    "parse",
    "parse_all",
    "passage_of",
    "possessors",
    "subjects",
    "trimmed",
    "verb_lemma",
]
