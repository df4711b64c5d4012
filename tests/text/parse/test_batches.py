"""Articles parsed together: not a bit of what the model says of one depends on the others."""

from collections.abc import Sequence

import numpy as np
import pytest
from spacy.tokens import Doc

from kg.engines import BATCH
from kg.model import Article
from kg.text.parse import load, parse, parse_all

ANNOTATIONS = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
SENTENCES = [
    "Ada Lund, the minister, flew to Oslo on Monday.",
    "“We will not pay,” Globex said.",
    "The two sides, which met in Lima in 2011, signed nothing; the talks go on, according to Reuters.",
    "Shares rose 3%.",
]


def articles(number: int) -> list[Article]:
    """Articles of different lengths."""
    texts = (" ".join((SENTENCES * 9)[at % 4 : at % 4 + 1 + at * 5 % 23]) for at in range(number))
    return [Article(f"a{at}", text, f"{at}.txt", "") for at, text in enumerate(texts)]


def said(docs: Sequence[Doc]) -> list[tuple[bytes, bytes]]:
    """The vectors of each document and its annotations, bit by bit."""
    return [(np.asarray(doc.tensor).tobytes(), doc.to_array(ANNOTATIONS).tobytes()) for doc in docs]


@pytest.mark.parametrize("size", [2, 7, BATCH])
def test_a_batch_changes_no_bit(size: int) -> None:
    given = articles(BATCH)
    alone = said([parse(load(), article) for article in given])
    together = [
        each
        for at in range(0, BATCH, size)
        for each in said(parse_all(load(), given[at : at + size]))
    ]
    assert together == alone
