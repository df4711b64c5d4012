"""Names of terms: their labels, and their ends of IRIs, as small English words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from kg.graph.ontology.sources import Statements
from kg.tables import listed, table
from kg.vocabulary import plain_words

OPAQUE = re.compile(r"[A-Za-z]{0,4}[_-]?\d+|[0-9a-fA-F-]{12,}")
BRACKET = re.compile(r"\s*[(\[].*?[)\]]\s*")
MADE_UP = re.compile(r"[^\W\d_]+(?:[A-Z_][^\W_]*)+")  # parentCompany, place_of_birth
PHRASE = re.compile(r"[a-z][a-z' .&/-]*[a-z.]|[a-z]")
MOST_WORDS = 6

Words = Mapping[str, tuple[str, ...]]  # what each stands for


@cache
def word_class(name: str) -> Words:
    """Return the words of a class of `data/words.tsv`, each with what it stands for."""
    rows = table("kg.graph.ontology.foreign", "data/words.tsv")
    return {word: listed(value) for cls, word, value in rows if cls == name}


def names_of_term(statements: Statements, term: str) -> tuple[str, ...]:
    """Return the names of a term in small words, its labels first; each once."""
    phrases = [*_labels(statements, term), *_local(term)]
    good = [phrase for phrase in phrases if _is_phrase(phrase)]
    return tuple(dict.fromkeys(good))


def _labels(statements: Statements, term: str) -> Iterator[str]:
    for annotation in word_class("named-by"):
        for label in statements.texts(term, annotation):
            plain = BRACKET.sub(" ", label).strip()
            if MADE_UP.fullmatch(plain):
                yield plain_words(plain)
            else:
                yield " ".join(plain.lower().replace("_", " ").split())


def _local(term: str) -> Iterator[str]:
    """Yield the name in the IRI, unless it is only a number."""
    name = re.split(r"[/#:]", term.rstrip("/#:"))[-1]
    if name and not OPAQUE.fullmatch(name):
        yield plain_words(name)


def _is_phrase(phrase: str) -> bool:
    return PHRASE.fullmatch(phrase) is not None and len(phrase.split()) <= MOST_WORDS
