"""The head of a page: a block of lines such as "Title: …", and the outlet above the headline.

The words are in `kg/lang/en/pages.tsv`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.read.dates import ANYWHERE, iso_date
from kg.text.read.lines import Line, Place
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
AT = re.compile(r"https?://\S{4,300}")
OUTLETS = word_set("pages", "outlet")
SMALL = word_set("pages", "small-in-outlet")
SECTIONS = word_set("pages", "section")
DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,2}", re.IGNORECASE)
MEDIA = "schema:NewsMediaOrganization"
MOST_WORDS = 6  # of the name of an outlet


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


def header_of(lines: Sequence[Line]) -> Header:
    """Return what the block of "key: value" lines says that opens a text, if there is one.

    >>> from kg.text.read.lines import lines_of
    >>> header_of(lines_of(chr(10).join(["Title: Bridge closed", "Author: Ada Lund"]))).authors
    ('Ada Lund',)
    """
    block = list(_block(lines))
    found: dict[Key, tuple[Line, str]] = {}
    for line, match in block:
        if match is not None:
            key = next(filter(match.group, Key))
            found.setdefault(key, (line, match["value"].strip(QUOTES)))
    if len(found) < FEWEST:
        return Header()
    value = {key: told for key, (_, told) in found.items()}
    title = _title(*found[Key.TITLE]) if Key.TITLE in found else None
    day = ANYWHERE.search(value.get(Key.DATE, ""))
    address = AT.search(value.get(Key.ADDRESS, "") or value.get(Key.PUBLISHER, ""))
    publisher = value.get(Key.PUBLISHER, "")
    return Header(
        title=title,
        published=iso_date(day) if day else "",
        publisher="" if AT.search(publisher) else publisher,
        authors=_authors(value),
        url=address[0] if address else "",
        places=tuple(_places(block, title)),
    )


def _block(lines: Sequence[Line]) -> Iterator[tuple[Line, re.Match[str] | None]]:
    """Yield the lines of the block that opens a text; those that only fence it have no match."""
    for line in lines:
        match = KEY_LINE.fullmatch(line.text)
        if match is None and FENCE.fullmatch(line.text) is None:
            return
        yield line, match


def _title(line: Line, value: str) -> Line | None:
    """Return the title in its line, None if it is empty."""
    if not value:
        return None
    start = line.start + line.text.rindex(value)
    return Line(start, start + len(value), value)


def _authors(value: Mapping[Key, str]) -> tuple[str, ...]:
    """Return the names of the authors in a block."""
    names = (name.strip(QUOTES) for name in BETWEEN.split(value.get(Key.AUTHOR, "")))
    return tuple(filter(None, names))


def _places(
    block: Sequence[tuple[Line, re.Match[str] | None]], title: Line | None
) -> Iterator[Place]:
    """Yield the places of the lines of a block, without the title itself."""
    for line, _ in block:
        if title is not None and line.start <= title.start < line.end:
            yield line.start, title.start
        else:
            yield line.place


def masthead_of(lines: Sequence[Line]) -> tuple[str, Line] | None:
    """Return the outlet whose name stands above the headline, with its line; None if none does.

    The name is empty if it is that of a section ("World News").
    """
    if len(lines) < 2 + 1 or not all(line.is_title for line in lines[:2]):
        return None
    first = lines[0]
    words = first.text.split()
    if len(words) > MOST_WORDS or not all(map(_may_be_of_name, words)):
        return None
    if first.text.lower() in SECTIONS:
        return "", first
    return (first.text, first) if _is_outlet(first.text, words) else None


def _may_be_of_name(word: str) -> bool:
    """Return whether a word has a capital, or stands small in names of outlets."""
    return not word[0].islower() or DOMAIN.fullmatch(word) is not None or word in SMALL


def _is_outlet(name: str, words: Sequence[str]) -> bool:
    """Return whether a name is that of a newspaper or broadcaster."""
    if DOMAIN.fullmatch(name):
        return True
    known = gazetteer.organization(name)
    if known is not None and known.type == MEDIA:
        return True
    return len(words) > 1 and words[-1].lower() in OUTLETS
