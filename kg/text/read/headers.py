"""The head of a page: a block of lines such as "Title: …", the headline, and the outlet above it.

The words are in `kg/lang/en/pages.tsv`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import NamedTuple

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.read.dates import first_date
from kg.text.read.lines import Line, Lines, Place, Places, elsewhere
from kg.text.read.tables import alternatives


class Key(StrEnum):
    """The kind of thing that a line of a block tells."""

    TITLE = auto()
    DATE = auto()
    AUTHOR = auto()
    PUBLISHER = auto()
    ADDRESS = auto()
    OTHER = auto()


KEY = "|".join(rf"(?P<{key}>{alternatives(f'header-{key}')})" for key in Key)
KEY_LINE = re.compile(rf"(?:{KEY})\s?:\s{{0,5}}(?P<value>.*)", re.IGNORECASE)
FENCE = re.compile(r"-{3,}|\+{3,}|={3,}|\*{3,}")
FEWEST = 2  # lines of a block
QUOTES = "\"'“”‘’[] "
BETWEEN = re.compile(rf",\s?|;\s?|\s(?:{alternatives('between-authors')})\s")
BYLINE = re.compile(rf"^\s*(?:{alternatives('byline')})[\s:]+", re.IGNORECASE)
AT = re.compile(r"https?://\S{4,300}")
OUTLETS = word_set("pages", "outlet")
SMALL = word_set("pages", "small-in-outlet")
SECTIONS = word_set("pages", "section")
DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,2}", re.IGNORECASE)
MEDIA = "schema:NewsMediaOrganization"
MOST_WORDS = 6  # of the name of an outlet
FEWEST_LINES = 3  # the name of an outlet, a headline, and a text


@dataclass(frozen=True, slots=True)
class Header:
    """Front matter in a block of "key: value" lines, and the places of these lines.

    Of the line with the title only what stands before the title is in `places`.
    """

    title: Line | None = None
    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    places: tuple[Place, ...] = ()


class Entry(NamedTuple):
    """A line of a block, with its key and value; one that only fences the block has none."""

    line: Line
    key: Key | None = None
    value: str = ""


class Masthead(NamedTuple):
    """The line above a headline, and the outlet that it names; none if it names a section."""

    outlet: str
    line: Line


Block = list[Entry]


def header_of(lines: Lines) -> Header:
    """Return what the block of "key: value" lines says that opens a text, if there is one.

    >>> from kg.text.read.lines import lines_of
    >>> header_of(lines_of(chr(10).join(["Title: Bridge closed", "Author: Ada Lund"]))).authors
    ('Ada Lund',)
    """
    block = list(_block(lines))
    keys = {entry.key for entry in block if entry.key}
    if len(keys) < FEWEST:
        return Header()
    title = _title(block)
    publisher = _value(block, Key.PUBLISHER)
    address = AT.search(_value(block, Key.ADDRESS) or publisher)
    if AT.search(publisher):
        publisher = ""
    return Header(
        title=title,
        published=first_date(_value(block, Key.DATE)),
        publisher=publisher,
        authors=authors_in(_value(block, Key.AUTHOR)),
        url=address[0] if address else "",
        places=tuple(_places(block, title)),
    )


def _block(lines: Lines) -> Iterator[Entry]:
    """Yield the entries of the block that opens a text."""
    for line in lines:
        match = KEY_LINE.fullmatch(line.text)
        if match is not None:
            key = next(filter(match.group, Key))
            value = match["value"].strip(QUOTES)
            yield Entry(line, key, value)
        elif FENCE.fullmatch(line.text):
            yield Entry(line)
        else:
            return


def _value(block: Block, key: Key) -> str:
    """Return the first value of a key in a block; empty if it has none."""
    for entry in block:
        if entry.key is key:
            return entry.value
    return ""


def _title(block: Block) -> Line | None:
    """Return the title in its line, None if there is none or it is empty."""
    for line, key, value in block:
        if key is not Key.TITLE:
            continue
        start = line.start + line.text.rindex(value)
        end = start + len(value)
        return Line(start, end, value) if value else None
    return None


def authors_in(names: str) -> tuple[str, ...]:
    """Return the authors whose names stand in a line, without the "By" before them.

    >>> authors_in("By Ada Lund and Bo Dahl")
    ('Ada Lund', 'Bo Dahl')
    """
    authors = []
    for name in BETWEEN.split(BYLINE.sub("", names)):
        author = name.strip(QUOTES)
        if author:
            authors.append(author)
    return tuple(authors)


def _places(block: Block, title: Line | None) -> Places:
    """Yield the places of the lines of a block, without the title itself."""
    for entry in block:
        start, end = entry.line.place
        if title is not None and start <= title.start < end:
            end = title.start
        yield start, end


def masthead_of(lines: Lines) -> Masthead | None:
    """Return the outlet whose name stands above the headline; None if none does."""
    if len(lines) < FEWEST_LINES:
        return None
    first, second = lines[:2]
    if not first.is_title or not second.is_title:
        return None
    name = first.text
    if not _may_be_outlet(name):
        return None
    if name.lower() in SECTIONS:
        return Masthead("", first)
    if _is_outlet(name):
        return Masthead(name, first)
    return None


def _may_be_outlet(name: str) -> bool:
    """Return whether words are as few as a name, and have capitals."""
    words = name.split()
    if len(words) > MOST_WORDS:
        return False
    return all(map(_may_be_of_name, words))


def _may_be_of_name(word: str) -> bool:
    """Return whether a word has a capital, or stands small in names of outlets."""
    if not word[0].islower() or word in SMALL:
        return True
    return DOMAIN.fullmatch(word) is not None


def _is_outlet(name: str) -> bool:
    """Return whether a name is that of a newspaper or broadcaster."""
    if DOMAIN.fullmatch(name):
        return True
    known = gazetteer.organization(name)
    if known is not None and known.type == MEDIA:
        return True
    *others, last_word = name.split()
    return bool(others) and last_word.lower() in OUTLETS


def headline_of(lines: Lines, taken: Places) -> Line | None:
    """Return the title, or None.

    It is the first line that is no furniture, date line or byline, if it is short, has no full
    stop, and text after it.
    """
    free = elsewhere(lines, taken)
    if len(free) < 2:
        return None
    first = free[0]
    if not first.is_title or first.sentences > 1:
        return None
    has_letters = any(map(str.isalpha, first.text))
    return first if has_letters else None
