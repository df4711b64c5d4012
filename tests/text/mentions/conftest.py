"""Documents for the tests of the mentions: hand-built trees, which need no model, and really parsed ones."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from trees import doc_of

from kg.model import Article, Mention
from kg.text.mentions import mentions
from kg.text.parse import load, parse

Tree = Callable[[str], Doc]
Find = Callable[[str], tuple[Mention, ...]]


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
