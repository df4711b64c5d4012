"""The words of a text apart from its layout: line ends, blanks and invisible characters are not
content.

An article keeps its text as it was given, and every offset counts in that. It is read as a
`Layout`, in which lines that were wrapped by hand are one line again, words broken at a line end
are whole, blanks are single, and characters that cannot be seen are gone. A `Layout` knows where
each of its characters stands in the given text, so that passages go back to it.
"""

import html
import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kg.model import Passage
from kg.text.read.tables import names
from kg.text.read.wrapping import Edits, joins

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
# What is left of a page that was pasted as text: references to characters, and tags inside a line.
# Letters that were read in a wrong encoding are repaired before (`kg.text.read.forms.repaired`).
TAG = "|".join(sorted(names("tags", "inline"), reverse=True))
AMPERSAND = html.escape("&")  # which is escaped itself where a page was escaped twice
VALUE = r"\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'|[^\s\"'<>]{1,2000}"  # of an attribute
OF_PAGE = re.compile(
    rf"(?P<reference>(?:{AMPERSAND}|&)"
    r"(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});)"
    rf"|(?P<tag></?(?P<name>(?i:{TAG}))(?:\s+[\w:-]{{1,60}}\s?=\s?(?:{VALUE})){{0,20}}\s?/?>)"
)
LINE_BREAK = "br"
BLANKS = re.compile(r"^ +| +$|(?P<inside> {2,})", re.MULTILINE)


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
        last = passage.end - 1
        start = self.starts[passage.start]
        end = self.ends[last]
        return Passage(passage.article, start, end)

    def read(self, passage: Passage) -> Passage:
        """Return the passage of this text that is made of a passage of the given one; empty if
        nothing is left of it.

        >>> laid_out("The  Ta\u00adgus River").read(Passage("a1", 5, 11))
        Passage(article='a1', start=4, end=9)
        """
        if not self.starts:
            return passage
        start = bisect_right(self.ends, passage.start)
        end = bisect_left(self.starts, passage.end)
        return Passage(passage.article, start, max(start, end))


def laid_out(text: str) -> Layout:
    """Return a text without its layout.

    >>> laid_out(chr(160).join(["The", "Tagus  River,", "which is", "", "a border."])).text
    'The Tagus River, which is a border.'
    """
    layout = Layout(text, array("l"), array("l"))
    for edits_of in (_of_page, _plain_characters, joins, _single_blanks):
        edits = edits_of(layout.text)
        layout = _edited(layout, edits)
    return layout


def _of_page(text: str) -> Edits:
    """Write characters for references to them; drop tags.

    >>> laid_out("Ann Lund&#8217;s <b>friend</b> Jos&eacute;").text
    'Ann Lund’s friend José'
    """
    for match in OF_PAGE.finditer(text):
        found = match.group()
        if match["reference"]:
            instead = html.unescape(html.unescape(found))
        else:
            instead = "\n" if match["name"].lower() == LINE_BREAK else ""
        if instead != found:
            yield *match.span(), instead


def _plain_characters(text: str) -> Edits:
    """Make every blank a space and every line end a line feed; compose letters; drop what cannot be
    seen.
    """
    for match in ODDITY.finditer(text):
        start, end = match.span()
        oddity = match.group()
        if unicodedata.combining(oddity[0]):
            start -= 1
            letter = text[start:end]
            yield start, end, unicodedata.normalize("NFC", letter)
        else:
            yield start, end, _plain(oddity)


def _plain(oddity: str) -> str:
    """Return what stands for a ligature, a line end, a blank, or what cannot be seen."""
    if "\ufb00" <= oddity <= "\ufb06":
        return unicodedata.normalize("NFKC", oddity)
    if re.fullmatch(LINE_END, oddity):
        return "\n"
    if re.fullmatch(BLANK, oddity):
        return " "
    return ""


def _single_blanks(text: str) -> Edits:
    """Drop blanks at the ends of lines, and all but one between words."""
    for match in BLANKS.finditer(text):
        start, end = match.span()
        blank = " " if match["inside"] else ""
        yield start, end, blank


def _edited(layout: Layout, edits: Edits) -> Layout:
    """Return a layout with some edits of its text, which are in order and do not overlap."""
    text = layout.text
    waiting = tuple(edits)
    if not waiting:
        return layout
    old = layout if layout.starts else _unedited(text)
    starts = array("l")
    ends = array("l")
    pieces: list[str] = []
    done = 0
    length = len(text)
    none_at_end = (length, length, "")
    for start, end, instead in (*waiting, none_at_end):
        pieces += text[done:start], instead
        starts += old.starts[done:start]
        ends += old.ends[done:start]
        for _ in instead:
            starts.append(old.starts[start])
            ends.append(old.ends[end - 1])
        done = end
    return Layout("".join(pieces), starts, ends)


def _unedited(text: str) -> Layout:
    """Return a layout in which each character stands where it stood."""
    length = len(text)
    starts = array("l", range(length))
    ends = array("l", range(1, length + 1))
    return Layout(text, starts, ends)
