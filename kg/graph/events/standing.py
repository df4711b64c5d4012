"""The signs of where something stands in an article from the words of an event, for votes."""

from bisect import bisect_left, bisect_right
from collections.abc import (
    Iterable,
    Sequence,
)
from functools import lru_cache

from kg.graph.events.event_mention import EventMention
from kg.model import (
    SEEN,
    Article,
    Passage,
)

DISTANCES = (40, 200, 500)  # characters between an event and what it may have: close, near, middle
MANY = 3  # paragraphs between; more make no difference
LONGEST = 30  # characters of a word
WORD = " word:"  # in a sign of which word it is


def standing(own: Passage, other: Passage, article: Article, *, is_here: bool) -> str:
    """Return where a passage stands from the words of an event: "before, paragraph 1, near".

    `is_here` tells that it stands in the same sentence.
    """
    if is_in(other, article.front):
        return "from the headline"
    if is_in(own, article.front):
        return "to the headline"
    first, last = sorted((own, other))
    between = article.text[first.end : last.start]
    side = "before" if first is other else "after"
    if is_here:
        comma = ", over a comma" if "," in between else ""
        return f"sentence {side}, {_distance(between)}{comma}"
    paragraph = between.strip().count("\n")
    return f"{side}, paragraph {min(paragraph, MANY)}, {_distance(between)}"


def _distance(between: str) -> str:
    """Return how far apart two places are."""
    step = bisect_left(DISTANCES, len(between))
    return f"distance {step}"


def side_of(stands: str) -> str:
    """Return the first part of where something stands: "before"."""
    return stands.partition(",")[0]


def grammar(mention: EventMention) -> tuple[str, ...]:
    """Return the signs of a mention that are not of its words: "verb tag:VBD"."""
    return _of_grammar(mention.signs)


@lru_cache(maxsize=1_024)  # a mention is asked once for each date and place around it
def _of_grammar(signs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([sign for sign in signs if not sign.startswith(SEEN) and WORD not in sign])


def is_in(passage: Passage, lines: Iterable[Passage]) -> bool:
    """Return whether a passage stands in one of some lines."""
    return any(line.covers(passage) for line in lines)


def events_between(own: Passage, other: Passage, triggers: Sequence[int]) -> int:
    """Return how many words that tell events begin between two passages, 3 for more.

    `triggers` are the places where all such words begin, sorted.
    """
    first, last = sorted((own, other))
    between = bisect_left(triggers, last.start) - bisect_right(triggers, first.start)
    return min(max(between, 0), MANY)


def word_before(passage: Passage, article: Article) -> str:
    """Return the word before a passage, in small letters; empty at the beginning."""
    words = article.text[max(0, passage.start - LONGEST) : passage.start].split()
    return words[-1].lower() if words else ""


def word_after(passage: Passage, article: Article) -> str:
    """Return what follows a passage: its mark, "name" for a capital, else the word itself."""
    after = article.text[passage.end : passage.end + LONGEST]
    words = after.split()
    if not words or not after[0].isspace():
        return after[:1]
    first, *_ = words
    return "name" if first[0].isupper() else first
