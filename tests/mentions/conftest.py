"""Documents for the tests of the mentions: hand-built trees, which need no model, and really parsed ones."""

from collections.abc import Callable
from itertools import pairwise

import pytest
import spacy
from spacy.tokens import Doc

from kg.analyse import load, parse
from kg.mentions import mentions
from kg.model import Article, Mention

VOCAB = spacy.blank("en").vocab
Tree = Callable[[str], Doc]
Find = Callable[[str], tuple[Mention, ...]]


def doc_of(table: str) -> Doc:
    """A document from lines "word TAG POS dep head-index"; the head counts from 0, a lemma may follow a word's slash."""
    rows = [line.split() for line in table.strip().splitlines()]
    words = [row[0].partition("/")[0] for row in rows]
    lemmas = [row[0].partition("/")[2] or row[0].lower() for row in rows]
    spaces = [word != "-" and follower not in (",", ".", "'s", "-") for word, follower in pairwise(words)] + [False]
    return Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        lemmas=lemmas,
    )


def article_of(text: str) -> Article:
    return Article(id="a", text=text, source="a.txt", sha256="")


@pytest.fixture
def tree() -> Tree:
    return doc_of


@pytest.fixture
def article() -> Callable[[str], Article]:
    return article_of


@pytest.fixture(scope="session")
def find() -> Find:
    """The mentions of a text that the real model has parsed."""
    nlp = load()

    def found(text: str) -> tuple[Mention, ...]:
        return mentions(parse(nlp, article_of(text)), article_of(text))

    return found
