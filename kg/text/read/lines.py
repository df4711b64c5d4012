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
MOST_WORDS, MOST_CHARACTERS = 30, 250  # of a title
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

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(self.text.split())

    @property
    def is_title(self) -> bool:
        """The look of a title: it is short and has no full stop, or is a question or a call."""
        if self.words > MOST_WORDS or len(self.text) > MOST_CHARACTERS:
            return False
        return not self.text.rstrip("\"”’'»)]").endswith((".", ":", ";", ",", "…"))

    @property
    def sentences(self) -> int:
        """The number of its sentences, about."""
        return len(SENTENCE_END.findall(self.text)) + 1


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
        words = line.text[end - line.start :].lstrip()
        if words:
            start = line.end - len(words)
            left.append(Line(start, line.end, words))
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
        while end <= line.start:
            start, end = next(waiting, BEYOND)
        if start <= line.start:
            yield line.start, min(end, line.end)


def merged(places: Places, text: str) -> list[Place]:
    """Return places in text order; those that overlap, or have only blanks between them, become
    one.
    """
    joined: list[Place] = []
    for start, end in sorted(places):
        if joined:
            first, last = joined[-1]
            if start <= last or text[last:start].isspace():
                joined[-1] = first, max(end, last)
                continue
        if start < end:
            joined.append((start, end))
    return joined
