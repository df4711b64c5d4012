"""The words of a text apart from its layout: line ends, blanks and invisible characters are not
content.

An article keeps its text as it was given, and every offset counts in that. It is read as a
`Layout`, in which lines that were wrapped by hand are one line again, words broken at a line end
are whole, blanks are single, and characters that cannot be seen are gone. A `Layout` knows where
each of its characters stands in the given text, so that passages go back to it.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Passage
from kg.text.read.wrapping import Edit, joins

# A soft hyphen at a line end is where a word was broken; elsewhere it is invisible, as are joiners,
# marks of direction and the byte order mark. The zero-width joiners stay between letters of scripts
# that are written with them.
BROKEN = r"\u00ad[^\S\n]*(?:\r\n?|\n)[^\S\n]*(?=\w)"
INVISIBLE = (
    r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
    r"|(?<![^\x00-\u052f])[\u200c\u200d]"
)
LINE_END = r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
BLANK = r"[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029 ]"
LIGATURE = r"[\ufb00-\ufb06]"
MARKS = r"(?<=[^\W\d_\ufb00-\ufb06])[\u0300-\u036f]+"  # accents that stand behind their letter
ODDITY = re.compile(rf"(?=[^ -~\n])(?:{BROKEN}|{INVISIBLE}|{LINE_END}|{BLANK}|{LIGATURE}|{MARKS})")
BLANKS = re.compile(r" {2,}|^ | $", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of an article without its layout, and where its characters stand in the text as
    given.

    Character `i` of `text` is made of the characters `starts[i]` up to, not including, `ends[i]` of
    the given text; both rise with `i`. Both are empty if the two texts are the same.
    """

    text: str
    starts: "array[int]"
    ends: "array[int]"

    def given(self, passage: Passage) -> Passage:
        """Return the passage of the given text that a passage of this one is made of.

        >>> laid_out("The  Ta\u00adgus River").given(Passage("a1", 4, 9))
        Passage(article='a1', start=5, end=11)
        """
        if not self.starts or passage.start >= passage.end:
            return passage
        return Passage(passage.article, self.starts[passage.start], self.ends[passage.end - 1])

    def read(self, passage: Passage) -> Passage:
        """Return the passage of this text that is made of a passage of the given one; empty if
        nothing is left of it.

        >>> laid_out("The  Ta\u00adgus River").read(Passage("a1", 5, 11))
        Passage(article='a1', start=4, end=9)
        """
        if not self.starts:
            return passage
        start = bisect_right(self.ends, passage.start)
        return Passage(passage.article, start, max(start, bisect_left(self.starts, passage.end)))


def laid_out(text: str) -> Layout:
    """Return a text without its layout.

    >>> laid_out(chr(160).join(["The", "Tagus  River,", "which is", "", "a border."])).text
    'The Tagus River, which is a border.'
    """
    layout = Layout(text, array("l"), array("l"))
    for edits in (_plain_characters, joins, _single_blanks):
        layout = _edited(layout, tuple(edits(layout.text)))
    return layout


def _plain_characters(text: str) -> Iterator[Edit]:
    """Make every blank a space and every line end a line feed; compose letters; drop what cannot be
    seen.
    """
    for match in ODDITY.finditer(text):
        start, end = match.span()
        if unicodedata.combining(text[start]):
            yield start - 1, end, unicodedata.normalize("NFC", text[start - 1 : end])
        else:
            yield start, end, _plain(match.group())


def _plain(oddity: str) -> str:
    if "\ufb00" <= oddity <= "\ufb06":
        return unicodedata.normalize("NFKC", oddity)
    if re.fullmatch(LINE_END, oddity):
        return "\n"
    return " " if re.fullmatch(BLANK, oddity) else ""


def _single_blanks(text: str) -> Iterator[Edit]:
    """Drop blanks at the ends of lines, and all but one between words."""
    for match in BLANKS.finditer(text):
        start, end = match.span()
        around = {text[max(0, start - 1) : start], text[end : end + 1]}
        is_inside = around.isdisjoint(("", "\n"))
        yield start, end, " " if is_inside else ""


def _edited(layout: Layout, edits: Sequence[Edit]) -> Layout:
    """Return a layout with some edits of its text, which are in order and do not overlap."""
    if not edits:
        return layout
    old = layout if layout.starts else _unedited(layout.text)
    new = _unedited("")
    pieces, done = list[str](), 0
    for start, end, instead in edits:
        pieces += old.text[done:start], instead
        _extend(new, old, done, start)
        for _ in instead:
            new.starts.append(old.starts[start])
            new.ends.append(old.ends[end - 1])
        done = end
    _extend(new, old, done, len(old.text))
    return Layout("".join([*pieces, old.text[done:]]), new.starts, new.ends)


def _extend(new: Layout, old: Layout, start: int, end: int) -> None:
    """Add the places of some characters of an old layout to a new one."""
    new.starts.extend(old.starts[start:end])
    new.ends.extend(old.ends[start:end])


def _unedited(text: str) -> Layout:
    """Return a layout in which each character stands where it stood."""
    length = len(text)
    return Layout(text, array("l", range(length)), array("l", range(1, length + 1)))
