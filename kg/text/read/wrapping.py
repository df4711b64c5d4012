"""Line ends that are none of a text's content: in wrapped paragraphs, and in broken words.

Lines were wrapped if most of those without a blank line between them are so long that the first
word of the next one had no room any more, and if sentences run on from line to line. Source: the
rule of greedy line filling, read backwards.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf

from kg.lang.en import word_set
from kg.text.read.lines import Line, Match, lines_of
from kg.text.read.tables import common_words

Edit = tuple[int, int, str]  # the characters from start up to end give way to some others
Edits = Iterable[Edit]

# Characters in a line that was wrapped; a longer one is a paragraph, shorter ones are a list
WIDTHS = range(30, 133)
# Share of the width that a wrapped line fills, its next word included; less where letters differ in
# width
FULL = 0.85
# Share of full lines from which on each line is taken for wrapped: paragraphs have blank lines
# between them
ALL = 0.8
# Share of lines that are full, where each paragraph has a short last line and may have no blank
# line after it
MOST = 0.5
# Share of full lines after which the next begins with a small letter; in English about three words
# in four do
RUN_ON = 0.25
FEW = 3  # line ends; of so few, one that clearly runs on is enough
LONGEST_PART = 40  # characters in the first part of a broken word; a longer one is no word
# Letters that typesetters leave at least to the second line; fewer are a part of a name ("Jae-in")
SHORTEST_PART = 3
INDENT = 2  # blanks by which the first line of a paragraph may be set in

STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
ITEM = re.compile(r"(?:[-–—*•·▪‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
BROKEN = re.compile(r"(?P<left>\w+)[-\u2010]$")
FIRST = re.compile(r"\w+")
WORD = re.compile(r"\w+(?:-\w+)*")
SENTENCE_STARTS = frozenset(("", *'.!?:"“‘'))  # what stands before the first word of a sentence
# "two- and three-hour rides": the hyphen and the blank both belong there
SUSPENDED = word_set("function_words", "behind-a-suspended-hyphen")


@dataclass(frozen=True, slots=True)
class LineEnd:
    """The end of a line in a text, with no blank line before the next one."""

    before: Line
    after: Line
    text: str

    def replaced(self, instead: str, *, dropped: int = 0) -> Edit:
        """Return what puts something in its place, and in that of some characters before it."""
        start = self.before.end - dropped
        return start, self.after.start, instead

    def is_full(self, room: float) -> bool:
        """Return whether the first word of the next line had no room in this one; about none,
        unless a sentence ends here.
        """
        first_word, *_ = self.after.text.split(maxsplit=1)
        filled = f"{self.before.text} {first_word}"
        if not self.is_ended:
            room *= FULL
        return len(filled) > room

    def runs_on(self, *, few: bool) -> bool:
        """Return whether a sentence clearly goes on in the next line.

        Where there are few lines, a line without a full stop before one with it is a sign, too; but
        not at the top, where it may be a heading.
        """
        if self.is_ended:
            return False
        if self.is_before_small:
            return True
        is_at_top = "\n\n" not in self.text[: self.before.start]
        return few and not is_at_top and _is_ended(self.after)

    def is_layout(self, room: float) -> bool:
        """Return whether it is none of the text, where full lines have `room` characters."""
        if self.is_ended:
            if ITEM.match(self.after.text):
                return False
        elif self.is_before_small:
            return True
        return self.is_full(room) and not self.is_set_in

    @property
    def is_ended(self) -> bool:
        """The presence of a mark that ends a sentence or a clause."""
        return _is_ended(self.before)

    @property
    def is_before_small(self) -> bool:
        """The presence of a small letter at the start of the next line."""
        return self.after.text[0].islower()

    @property
    def is_set_in(self) -> bool:
        """The start of the next line further to the right."""
        left = _indent(self.before, self.text)
        right = _indent(self.after, self.text)
        return right >= left + INDENT


def joins(text: str) -> Edits:
    """Yield what makes one line of lines that were wrapped, and one word of those that were broken,
    in text order.

    Line ends have to be line feeds. A hyphen goes with its line end if the word is known without
    it, in this text or in English; it stays if the word is known with it, or if both parts are
    words ("two-hour"), or if the second part has a capital letter.

    >>> [edit] = joins("the diplo-" + chr(10) + "mats left")
    >>> edit
    (9, 11, '')
    """
    ends = list(_line_ends(text))
    room = _room(ends, text)
    for end in ends:
        broken = BROKEN.search(end.before.text, _tail(end.before))
        if broken:
            yield from _mended(broken, end, room)
        elif end.is_layout(room):
            yield end.replaced(" ")


def _line_ends(text: str) -> Iterator[LineEnd]:
    """Yield the line ends of a text but those before a blank line."""
    lines = lines_of(text)
    for before, after in pairwise(lines):
        breaks = text.count("\n", before.end, after.start)
        if breaks == 1:
            yield LineEnd(before, after, text)


def _room(ends: Sequence[LineEnd], text: str) -> float:
    """Return the characters that lines have room for; without end if none was wrapped, 0 if all
    were that have a next one.
    """
    width = _width(ends)
    if width not in WIDTHS:
        return inf
    full = [end for end in ends if end.is_full(width)]
    share_of_full = len(full) / len(ends)
    if share_of_full < MOST:
        return inf
    few = len(ends) <= FEW
    running = sum(end.runs_on(few=few) for end in full)
    least = RUN_ON * len(full)
    if running < max(1, least):
        return inf
    are_paragraphs_apart = "\n\n" in text.strip("\n")
    if are_paragraphs_apart and share_of_full >= ALL:
        return 0
    return width


def _width(ends: Sequence[LineEnd]) -> int:
    """Return the characters in the longest line.

    A line without a blank may be an address, and does not count.
    """
    width = 0
    for end in ends:
        for line in (end.before, end.after):
            if line.words > 1:
                width = max(width, len(line.text))
    return width


def _is_ended(line: Line) -> bool:
    """Return whether a line ends with a mark that ends a sentence or a clause."""
    return bool(STOP.search(line.text, _tail(line)))


def _tail(line: Line) -> int:
    """Return where in a line the signs of its end are looked for."""
    return max(0, len(line.text) - LONGEST_PART)


def _indent(line: Line, text: str) -> int:
    """Return the number of blanks before a line."""
    line_end = text.rfind("\n", 0, line.start)
    return line.start - line_end - 1


def _mended(broken: Match, end: LineEnd, room: float) -> Edits:
    """Yield what mends a word that is broken at the end of a line."""
    next_line = end.after.text
    first = FIRST.match(next_line)
    if first is None:
        return
    left = broken["left"]
    right = first.group()
    is_small = right[0].islower()
    if not is_small and not end.is_full(room):
        return
    is_word = next_line.startswith(" ", first.end())
    if is_word and right in SUSPENDED:
        yield end.replaced(" ")
        return
    is_name = left[0].isupper() and not _starts_sentence(broken)
    if _is_compound(left, right, end.text, is_name=is_name):
        yield end.replaced("")
    else:
        yield end.replaced("", dropped=len("-"))


def _starts_sentence(word: Match) -> bool:
    """Return whether a word is the first of a sentence or of its line."""
    before = word.string[: word.start()].rstrip()
    last_sign = before[-1:]
    return last_sign in SENTENCE_STARTS


def _is_compound(left: str, right: str, text: str, *, is_name: bool) -> bool:
    """Return whether two parts of a word have a hyphen between them wherever they stand
    ("two-hour", "Jean-Luc").
    """
    known = _words_of(text)
    whole = f"{left}{right}".lower()
    parted = f"{left}-{right}".lower()
    if whole in known:
        return False
    if parted in known or not right[0].islower():
        return True
    if len(left) == 1 or not left.isalpha():
        return True
    if whole in common_words():
        return False
    if is_name:  # "Chicago-based", but "Solberg"
        if len(right) < SHORTEST_PART:
            return True
        if len(left) <= SHORTEST_PART:
            return False
    parts = {left.lower(), right}
    return parts <= common_words()


@lru_cache(maxsize=1)
def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters, with their hyphens."""
    small = text.lower()
    return frozenset(WORD.findall(small))
