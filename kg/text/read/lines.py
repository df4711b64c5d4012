"""The lines of a text with their offsets, and what one line by itself shows."""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Place = tuple[int, int]  # the characters of a text from a start up to an end
Places = Iterable[Place]
Match = re.Match[str]
BEYOND = (sys.maxsize, sys.maxsize)  # a place behind the end of any text

LINE = re.compile(r"[^\r\n]+")
SENTENCE_END = re.compile(r"[a-z0-9)\]%][.!?…][\"”’')\]]*(?=\s+[\"“‘'(]?[A-Z])")
MOST_WORDS = 30  # of a title
MOST_CHARACTERS = 250  # of a title
LONGEST = 400  # characters; a longer line is a paragraph and no heading, date line or byline


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it: characters `start` up to `end` of the text."""

    start: int
    end: int
    text: str

    @property
    def place(self) -> Place:
        """The characters that it takes up."""
        return self.start, self.end

    def at(self, place: Place) -> Place:
        """Return a place in the text that is given as a place in this line."""
        start, end = place
        return self.start + start, self.start + end

    def behind(self, offset: int) -> "Line":
        """Return the line from an offset of the text on."""
        words = self.text[offset - self.start :].lstrip()
        start = self.end - len(words)
        return Line(start, self.end, words)

    def between(self, before: Place, after: Place) -> str:
        """Return what stands between two places in this line."""
        _, start = before
        end, _ = after
        return self.text[start:end]

    @property
    def words(self) -> int:
        """The number of its words."""
        words = self.text.split()
        return len(words)

    @property
    def is_title(self) -> bool:
        """The look of a title: it is short and has no full stop, or is a question or a call."""
        if self.words > MOST_WORDS or len(self.text) > MOST_CHARACTERS:
            return False
        last_sign = self.text.rstrip("\"”’'»)]")[-1:]
        return last_sign not in (".", ":", ";", ",", "…")

    @property
    def sentences(self) -> int:
        """The number of its sentences, about."""
        ends = SENTENCE_END.findall(self.text)
        return len(ends) + 1


Lines = Sequence[Line]


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that have more than blanks in them, in order."""
    found = []
    for match in LINE.finditer(text):
        whole = match.group()
        words = whole.strip()
        if words:
            start = match.start() + whole.index(words)
            end = start + len(words)
            found.append(Line(start, end, words))
    return found


def without(lines: Lines, places: Places) -> list[Line]:
    """Return the lines less some places that start where a line does.

    A line is gone, or begins after its place."""
    end_of_start = dict(places)
    left = []
    for line in lines:
        end = end_of_start.get(line.start, line.start)
        rest = line.behind(end)
        if rest.text:
            left.append(rest)
    return left


def elsewhere(lines: Lines, places: Places) -> list[Line]:
    """Return the lines that begin where none of some places does."""
    starts = dict(places)
    return [line for line in lines if line.start not in starts]


def covered(lines: Lines, places: Places) -> Places:
    """Yield the beginning of each line that lies in one of some places, which are sorted and do not
    overlap.

    >>> list(covered(lines_of("---" + chr(10) + "date" + chr(10) + "Title"), [(0, 8)]))
    [(0, 3), (4, 8)]
    """
    waiting = iter(places)
    start, end = next(waiting, BEYOND)
    for line in lines:
        first, last = line.place
        while end <= first:
            start, end = next(waiting, BEYOND)
        if start <= first:
            yield first, min(end, last)


def merged(places: Places, text: str) -> list[Place]:
    """Return places in text order; those that overlap, or have only blanks between them, become
    one.
    """
    joined: list[Place] = []
    for place in sorted(places):
        start, end = place
        if joined and _touch(joined[-1], place, text):
            start, last = joined.pop()
            end = max(end, last)
        if start < end:
            joined.append((start, end))
    return joined


def _touch(before: Place, after: Place, text: str) -> bool:
    """Return whether two places overlap, or have only blanks between them."""
    _, end = before
    start, _ = after
    return start <= end or text[end:start].isspace()
