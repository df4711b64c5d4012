"""Markdown, with front matter or without: its paragraphs, headings and lists as plain text.

Code, tables of short cells, pictures and HTML in it are left out.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.forms import NotTextError, decoded
from kg.text.read.front_matter import told_in_front
from kg.text.read.markup import front_matter
from kg.text.read.pieces import Data
from kg.text.read.readers.html import FEWEST_OF_CELL
from kg.text.read.readers.records import with_headline

BRACKET = "["
MOST_BRACKETS = 2_000  # in a line; each is compared with all others
CELLS = frozenset(("td_open", "th_open"))
HEADING = "h1"
BREAK = "break"  # of a line, soft or hard
WORDS = frozenset(("text", "code_inline"))


def documents(data: Data, settings: Settings) -> Iterator[Document]:
    """Yield the article of a file. Raises `NotTextError` if it has no text."""
    text = decoded(data.content, data.ending)
    body = text[front_matter(text) :]
    if any(line.count(BRACKET) > MOST_BRACKETS for line in body.split("\n")):
        raise NotTextError(f"has a line with more than {MOST_BRACKETS:,} brackets: no text has")
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    lines = list(_lines(tokens))
    if not lines:
        raise NotTextError("is Markdown without a text")
    told = [*told_in_front(text), Metadata(Origin.PAGE, headline=_heading(tokens))]
    article = "\n\n".join(lines)
    yield Document(with_headline(article, told[0]), tuple(told))


def _lines(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield the lines of Markdown, one for each paragraph, heading and item of a list."""
    opening = ""
    for token in tokens:
        if token.type != "inline":
            opening = token.type
            continue
        words = _words(token)
        if words and (opening not in CELLS or len(words.split()) >= FEWEST_OF_CELL):
            yield words


def _words(token: Token) -> str:
    """Return the words of a line, without marks of type, addresses and pictures."""
    parts = []
    for child in token.children or ():
        if child.type.endswith(BREAK):
            parts.append(" ")
        elif child.type in WORDS:
            parts.append(child.content)
    return " ".join("".join(parts).split())


def _heading(tokens: list[Token]) -> str:
    """Return the first heading of the first rank; empty if there is none."""
    for before, token in pairwise(tokens):
        if before.tag == HEADING and token.type == "inline":
            return _words(token)
    return ""
