"""Which line ends of a text are none of its content: those of lines that were wrapped, and of words
broken at a line end.

Lines were wrapped if most of those without a blank line between them are so long that the first
word of the next one had no room any more, and if sentences run on from line to line. Source: the
rule of greedy line filling, read backwards.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf

from kg.lang.en import word_set
from kg.text.read.lines import Line, lines_of
from kg.text.read.tables import common_words

Edit = tuple[int, int, str]  # the characters from start up to end give way to some others
LinePair = tuple[Line, Line]  # two lines with no blank line between them

WIDTHS = range(
    30, 133
)  # characters in a line that was wrapped; a longer one is a paragraph, shorter ones are a list
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
SUSPENDED = word_set(
    "function_words", "behind-a-suspended-hyphen"
)  # "two- and three-hour rides": the hyphen and the blank both belong there


def joins(text: str) -> Iterator[Edit]:
    """Yield what makes one line of lines that were wrapped, and one word of those that were broken,
    in text order.

    Line ends have to be line feeds. A hyphen goes with its line end if the word is known without
    it, in this text or in English; it stays if the word is known with it, or if both parts are
    words ("two-hour"), or if the second part has a capital letter.

    >>> [edit] = joins("the diplo-" + chr(10) + "mats left")
    >>> edit
    (9, 11, '')
    """
    pairs = list(_pairs(text))
    room = _room(pairs, text)
    for before, after in pairs:
        if broken := BROKEN.search(before.text, max(0, len(before.text) - LONGEST_PART)):
            yield from _mended(broken, before, after, text, room)
        elif _goes_on(before, after, text, room):
            yield before.end, after.start, " "


def _pairs(text: str) -> Iterator[LinePair]:
    """Yield each line with the next one, if no blank line stands between them."""
    for before, after in pairwise(lines_of(text)):
        if text.count("\n", before.end, after.start) == 1:
            yield before, after


def _room(pairs: Sequence[LinePair], text: str) -> float:
    """Return the characters that lines have room for; without end if none was wrapped, 0 if all
    were that have a next one.

    A line without a blank may be an address, and does not count for the width.
    """
    width = max((len(line.text) for pair in pairs for line in pair if line.words > 1), default=0)
    full = [pair for pair in pairs if _is_full(*pair, width)]
    if width not in WIDTHS or len(full) < MOST * len(pairs):
        return inf
    running = sum(_runs_on(*pair, text, few=len(pairs) <= FEW) for pair in full)
    if running < max(1, RUN_ON * len(full)):
        return inf
    paragraphs_apart = "\n\n" in text.strip("\n")
    return 0 if paragraphs_apart and len(full) >= ALL * len(pairs) else width


def _is_full(before: Line, after: Line, room: float) -> bool:
    """Return whether the first word of the next line had no room in this one; about none, unless a
    sentence ends here.
    """
    least = room if _is_ended(before) else FULL * room
    return len(before.text) + 1 + len(after.text.split(maxsplit=1)[0]) > least


def _runs_on(before: Line, after: Line, text: str, *, few: bool) -> bool:
    """Return whether a sentence clearly goes on in the next line.

    Where there are few lines, a line without a full stop before one with it is a sign, too; but not
    at the top, where it may be a heading.
    """
    if _is_ended(before):
        return False
    if after.text[0].islower():
        return True
    return few and _is_ended(after) and "\n\n" in text[: before.start]


def _goes_on(before: Line, after: Line, text: str, room: float) -> bool:
    """Return whether the line end between two lines is none of the text, where full lines have
    `room` characters.
    """
    ended = _is_ended(before)
    if ended and ITEM.match(after.text):
        return False
    if not ended and after.text[0].islower():
        return True
    set_in = _indent(after, text) >= _indent(before, text) + INDENT
    return not set_in and _is_full(before, after, room)


def _is_ended(line: Line) -> bool:
    """Return whether a line ends with a mark that ends a sentence or a clause."""
    return bool(STOP.search(line.text, max(0, len(line.text) - LONGEST_PART)))


def _indent(line: Line, text: str) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1


def _mended(
    broken: re.Match[str], before: Line, after: Line, text: str, room: float
) -> Iterator[Edit]:
    """Yield what mends a word that is broken at the end of a line."""
    first = FIRST.match(after.text)
    if first is None:
        return
    left, right = broken["left"], first.group()
    if not right[0].islower() and not _is_full(before, after, room):
        return
    if right in SUSPENDED and after.text[first.end() : first.end() + 1] == " ":
        yield before.end, after.start, " "
        return
    is_name = (
        left[0].isupper() and before.text[: broken.start()].rstrip()[-1:] not in SENTENCE_STARTS
    )
    hyphen_stays = _is_compound(left, right, text, is_name=is_name)
    yield before.end - (not hyphen_stays), after.start, ""


def _is_compound(left: str, right: str, text: str, *, is_name: bool) -> bool:
    """Return whether two parts of a word have a hyphen between them wherever they stand
    ("two-hour", "Jean-Luc").
    """
    whole, known = f"{left}{right}".lower(), _words_of(text)
    if whole in known:
        return False
    if (
        f"{left}-{right}".lower() in known
        or not right[0].islower()
        or len(left) == 1
        or not left.isalpha()
    ):
        return True
    if whole in common_words():
        return False
    if is_name and len(right) < SHORTEST_PART:
        return True
    both_words = {left.lower(), right} <= common_words()
    return both_words and not (
        is_name and len(left) <= SHORTEST_PART
    )  # "Chicago-based", but "Solberg"


@lru_cache(maxsize=1)
def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters, with their hyphens."""
    return frozenset(WORD.findall(text.lower()))
