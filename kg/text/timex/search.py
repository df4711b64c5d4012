"""The search for places where time expressions may stand in a text.

The large pattern is tried only where a word can begin one, near a word of time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.lang.en import word_set
from kg.text.timex.expressions import EXPRESSION
from kg.text.timex.words import (
    CARDINALS,
    DECADES,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNIT_OF_PLURAL,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

WORD = re.compile(r"[^\W_]+")
MARKS = (":", "/", ".", "-")  # those that dates and clocks have behind figures
NEAR = 60  # characters from the start of an expression to its first word of time
# Every expression has one of these words in it, or figures that look like a date or a clock.
WORDS_OF_TIME = {
    *MONTHS,
    *WEEKDAYS,
    *SEASONS,
    *DECADES,
    *UNITS,
    *UNIT_OF_PLURAL,
    *word_set("times", "word-of-time"),
}
FIRST_WORDS = {
    *MONTHS,
    *WEEKDAYS,
    *WEEKDAY_SHORT,
    *SEASONS,
    *DECADES,
    *CARDINALS,
    *ORDINALS,
    *word_set("times", "first-word"),
}


def search(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what may be a time expression, in text order and without overlap.

    Only the words count here, so the verb "may" and "2000" people are among them. Takes time in
    proportion to the text.
    """
    words = list(WORD.finditer(text))
    near = [word.start() for word in words if _is_of_time(word)]
    done = 0
    for word in filter(_may_begin, words):
        start = word.start()
        if start < done or not _has_one_within(near, start, start + NEAR):
            continue
        match = _expression_at(text, start)
        if match:
            done = match.end()
            yield match.start(), done


def _may_begin(word: re.Match[str]) -> bool:
    text = word.group().lower()
    return text[0].isdigit() or text in FIRST_WORDS


def _has_one_within(places: Sequence[int], start: int, end: int) -> bool:
    """Return whether one of some places in order lies from `start` to `end`."""
    following = bisect_left(places, start)
    return following < len(places) and places[following] <= end


def _expression_at(text: str, start: int) -> re.Match[str] | None:
    """Return the time expression that begins at a word, with an apostrophe before it or without."""
    is_quoted = text[start - 1 : start] in ("'", "’")
    match = EXPRESSION.match(text, start - 1) if is_quoted else None
    return match or EXPRESSION.match(text, start)


def _is_of_time(word: re.Match[str]) -> bool:
    """Return whether a word may be of a time.

    So may a word of time, "1990s", "5th", a number of four figures, and figures before a mark that
    dates and clocks have.
    """
    text = word.group().lower()
    if not text[0].isdigit():
        return text in WORDS_OF_TIME
    is_bare = text.isdigit() and len(text) != 4
    return not is_bare or word.string.startswith(MARKS, word.end())
