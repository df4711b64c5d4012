"""Pieces of a long article that are read one by one, and their readings put together again.

Rules of grammar and coreference look around in a text. What they look at must not grow with it
without end, or a book would take hours, and a text made for that purpose days. An article of news
is one piece.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from kg.model.reading import Chain, Claim, Quote, Reading
from kg.model.relocation import moved
from kg.model.text import Article, Passage

LONGEST_PIECE = 50_000  # characters; about 8,000 words, ten times as many as an article of news has
PARAGRAPH_END = re.compile(r"\n\s*")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]?\s+(?=[^\sa-z])")
WORD_END = re.compile(r"\s+")


def pieces(article: Article) -> Iterator[tuple[int, Article]]:
    """Yield the pieces of an article, each with the offset at which it starts.

    They are as few as can be, cut behind a paragraph if possible. Each is an article of the same
    name whose offsets count from its own start.
    """
    start = 0
    for end in _ends(article.text):
        yield (
            start,
            replace(
                article,
                text=article.text[start:end],
                furniture=tuple(_inside(article.furniture, start, end)),
                front=tuple(_inside(article.front, start, end)),
                written_in=tuple(_inside(article.written_in, start, end)),
            ),
        )
        start = end


def joined(article: Article, readings: Iterable[tuple[int, Reading]]) -> Reading:
    """Return the reading of an article from those of its pieces, each with its piece's offset.

    A thing that two pieces speak of has a chain in each.
    """
    chains: list[Chain] = []
    claims: list[Claim] = []
    quotes: list[Quote] = []
    for start, reading in readings:
        piece = moved(reading, article, partial(_later, by=start), before=len(chains))
        chains += piece.chains
        claims += piece.claims
        quotes += piece.quotes
    return Reading(article, tuple(chains), tuple(claims), tuple(quotes))


def _later(passage: Passage, *, by: int) -> Passage:
    return Passage(passage.article, passage.start + by, passage.end + by)


def _ends(text: str) -> Iterator[int]:
    """Yield the offsets at which the pieces of a text end."""
    start = 0
    while len(text) - start > LONGEST_PIECE:
        start = _end(text, start)
        yield start
    yield len(text)


def _end(text: str, start: int) -> int:
    """Return the end of the piece that begins at `start`.

    It is the last end in its second half of a paragraph, else of a sentence, or a word.
    """
    middle, limit = start + LONGEST_PIECE // 2, start + LONGEST_PIECE
    for pattern in (PARAGRAPH_END, SENTENCE_END, WORD_END):
        last = max((match.end() for match in pattern.finditer(text, middle, limit)), default=0)
        if last:
            return last
    return limit


def _inside(passages: Iterable[Passage], start: int, end: int) -> Iterator[Passage]:
    """Yield the parts of passages that lie in a piece, counted from its start."""
    for passage in passages:
        if passage.start < end and start < passage.end:
            first, last = max(passage.start, start), min(passage.end, end)
            yield Passage(passage.article, first - start, last - start)
