"""Where time expressions may stand in a text: the large pattern, tried only where a word can begin one, near a word of time."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.text.timex.expressions import EXPRESSION
from kg.text.timex.words import CARDINALS, DECADES, MONTHS, ORDINALS, SEASONS, UNITS, WEEKDAY_SHORT, WEEKDAYS

WORD = re.compile(r"[^\W_]+")
NEAR = 60  # characters from the start of an expression to its first word of time
# Every expression has one of these words in it, or figures that look like a date or a clock.
WORDS_OF_TIME = (
    {*MONTHS, *WEEKDAYS, *SEASONS, *DECADES, *UNITS, *(f"{unit}s" for unit in UNITS), "centuries"}
    | set("today tomorrow tonight yesterday night morning afternoon evening noon midday midnight am pm m".split())
    | set("christmas easter halloween year valentine boxing palm ash fools women q1 q2 q3 q4 h1 h2".split())
)
FIRST_WORDS = (
    {*MONTHS, *WEEKDAYS, *WEEKDAY_SHORT, *SEASONS, *DECADES, *CARDINALS, *ORDINALS}
    | set(
        "a about almost an another around at beginning close coming current dozens each early end every exactly few fewer".split()
    )
    | set(
        "final financial fiscal following from fy good half halloween hundreds just last late latter less later earlier".split()
    )
    | set(
        "many mid midday middle midnight more nearly next noon over palm ash easter boxing christmas new past preceding".split()
    )
    | set(
        "previous prior q1 q2 q3 q4 h1 h2 recent remainder rest roughly same several some start that the these this those".split()
    )
    | set("today tomorrow tonight turn under upcoming valentine very well year yesterday international".split())
)


def search(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what may be a time expression, in text order and without overlap.

    Only the words count here, so the verb "may" and "2000" people are among them. Takes time in proportion to the text.
    """
    words = list(WORD.finditer(text))
    near = [word.start() for word in words if _is_of_time(word)]
    done = 0
    for word in words:
        start = word.start()
        if start < done or not (word.group()[0].isdigit() or word.group().lower() in FIRST_WORDS):
            continue
        following = bisect_left(near, start)
        if following == len(near) or near[following] > start + NEAR:
            continue
        quoted = text[start - 1 : start] in ("'", "’")
        match = (EXPRESSION.match(text, start - 1) if quoted else None) or EXPRESSION.match(text, start)
        if match:
            done = match.end()
            yield match.start(), done


def _is_of_time(word: re.Match[str]) -> bool:
    """A word of time, "1990s", "5th", a number of four figures, or figures before a mark that dates and clocks have."""
    text = word.group().lower()
    if not text[0].isdigit():
        return text in WORDS_OF_TIME
    return not text.isdigit() or len(text) == 4 or word.string[word.end() : word.end() + 1] in (":", "/", ".", "-")
