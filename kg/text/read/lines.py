"""The lines of a text with their offsets, and what one line by itself shows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Passage

Place = tuple[int, int]  # the characters of a text from a start up to an end

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


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that have more than blanks in them, in order."""
    found = []
    for match in LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            found.append(Line(start, start + len(words), words))
    return found


def without(lines: Iterable[Line], places: Iterable[Place]) -> list[Line]:
    """Return the lines less some places that start where a line does.

    A line is gone, or begins after its place."""
    end_of_start = dict(places)
    left = []
    for line in lines:
        end = end_of_start.get(line.start, line.start)
        words = line.text[end - line.start :].lstrip()
        if words:
            left.append(Line(line.end - len(words), line.end, words.rstrip()))
    return left


def covered(lines: Iterable[Line], places: Iterable[Place]) -> Iterator[Place]:
    """Yield the beginning of each line that lies in one of some places, which are sorted and do not
    overlap.

    >>> list(covered(lines_of("---" + chr(10) + "date" + chr(10) + "Title"), [(0, 8)]))
    [(0, 3), (4, 8)]
    """
    waiting = iter(places)
    start, end = next(waiting, (0, 0))
    for line in lines:
        while end <= line.start and (place := next(waiting, None)) is not None:
            start, end = place
        if start <= line.start < end:
            yield line.start, min(end, line.end)


def merged(places: Iterable[Place], text: str, article: str) -> tuple[Passage, ...]:
    """Return places as passages in text order.

    Those that overlap, or have only blanks between them, become one."""
    joined: list[Place] = []
    for start, end in sorted(set(places)):
        if joined:
            first, last = joined[-1]
            if start <= last or text[last:start].isspace():
                joined[-1] = first, max(end, last)
                continue
        if start < end:
            joined.append((start, end))
    return tuple(Passage(article, start, end) for start, end in joined)
