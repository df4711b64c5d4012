"""Web pages: the article alone, without navigation, comments, related links, notices and scripts.

trafilatura finds the article. What the page says about it for machines is read by
`kg.text.read.pages`.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml.etree import (
    LxmlError,
    iterwalk,
    strip_tags,
)
from lxml.html import HtmlElement
from trafilatura.utils import decode_file

from kg.text.read.documents import (
    Document,
    Metadata,
    Origin,
    Settings,
)
from kg.text.read.fields import short
from kg.text.read.forms import NotTextError
from kg.text.read.headers import authors_in
from kg.text.read.pages import (
    headline_shown,
    site_in_title,
    told_by_page,
    without_site,
)
from kg.text.read.pieces import Data
from kg.text.read.tables import names

# They speak of every page that is not well formed, to whoever listens
for library in names("libraries", "of-pages"):
    logging.getLogger(library).addHandler(logging.NullHandler())

START = "start"
END = "end"
INLINE = names("tags", "inline")
LINK = "a"
SENTENCE = "p"
MOST_LINKED = 0.5  # share of the words of a paragraph above which it is a list of links
BLOCKS = frozenset(names("tags", "of-article"))
BLOCKS_OF_PAGE = frozenset(names("tags", "block"))
CELL = "cell"
FEWEST_OF_CELL = 12  # words; a shorter line in a table is no prose
SENTENCE_ENDS = (".", "!", "?", "…")
CLOSING = "\"'”’»)]"
# What a page may have in it; each is many times what the longest has
MOST_BYTES = 20_000_000
MOST_ELEMENTS = 200_000
MOST_ATTRIBUTES = 1_000  # of one element; the parser's time grows with their square
TAG = re.compile(rb"<[a-zA-Z](?>[^>\"']+|\"[^\"]*\"|'[^']*')*")
QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")


def documents(data: Data, settings: Settings) -> Iterator[Document]:
    """Yield the article of a page. Raises `NotTextError` if it has none."""
    yield page(data.content)


def page(content: bytes | str, *, url: str = "") -> Document:
    """Return the article of a page that was at an address.

    Raises `NotTextError` if there is no article.
    """
    tree = _tree(content, is_page=True)
    told = list(told_by_page(tree, url))
    shown = headline_shown(tree)
    _join_sentences(tree)
    found = _article(tree, url)
    told.append(_of_page(found, shown, tree))
    lines = list(_lines(found.body))
    if len(lines) == 1:
        lines = _parted(lines[0], tree)
    if not any(map(_is_prose, lines)):
        raise NotTextError("has no article that could be told from the rest of the page")
    headline = shown or _headline(told)
    if headline and lines[0].casefold() != headline.casefold():
        lines.insert(0, headline)
    return Document("\n\n".join(lines), tuple(told))


def _is_prose(line: str) -> bool:
    """Return whether a line is a sentence, and no button, link or heading."""
    return line.rstrip(CLOSING).endswith(SENTENCE_ENDS) or len(line.split()) >= FEWEST_OF_CELL


def plain_text(fragment: str) -> str:
    """Return the text of a part of a page that is nothing but an article.

    Raises `NotTextError` if there is none.

    >>> plain_text("<p>Ada Lund quit <a href='x'>on Monday</a>.</p><p>She lives in Oslo.</p>")
    'Ada Lund quit on Monday.\\n\\nShe lives in Oslo.'
    """
    tree = _tree(fragment)
    strip_tags(tree, *INLINE)
    lines = list(_lines(_article(tree, "").body))
    return "\n\n".join(lines)


def _tree(content: bytes | str, *, is_page: bool = False) -> HtmlElement:
    """Return the elements of a page, or of a part of one.

    Raises `NotTextError` if they cannot be told, or are so many that no article has them.
    """
    if len(content) > MOST_BYTES:
        megabytes = len(content) / 1e6
        raise NotTextError(f"is a page of {megabytes:.0f} MB: save the article alone")
    attributes = max(map(_attributes, TAG.findall(_bytes(content))), default=0)
    if attributes > MOST_ATTRIBUTES:
        raise NotTextError(f"has an element of {attributes:,} attributes: save the article alone")
    tree = trafilatura.load_html(content) if is_page else None
    if tree is None:
        tree = trafilatura.load_html(_as_page(content))
    if tree is None:
        raise NotTextError("is called HTML, but has none in it")
    count = sum(1 for _ in tree.iter())
    if count > MOST_ELEMENTS:
        raise NotTextError(f"is a page of {count:,} elements: save the article alone")
    return tree


def _bytes(content: bytes | str) -> bytes:
    """Return a page as bytes in which its marks are found, whatever its encoding."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")
    return data.replace(b"\0", b"")


def _attributes(tag: bytes) -> int:
    """Return how many attributes a tag has, or a few more; of a short one, none.

    >>> _attributes(b"<p " + 1_500 * b"a='1 2' b ")
    3000
    """
    return len(QUOTED.sub(b"", tag).split()) - 1 if len(tag) > MOST_ATTRIBUTES else 0


def _as_page(content: bytes | str) -> str:
    """Return a part of a page as a page."""
    part = content if isinstance(content, str) else decode_file(content)
    return f"<html><body><article>{part}</article></body></html>"


def _join_sentences(tree: HtmlElement) -> None:
    """Take the marks of links and type out of sentences, which else would be cut there."""
    for paragraph in tree.iter(SENTENCE):
        linked = sum(len(link.text_content()) for link in paragraph.iter(LINK))
        if linked <= MOST_LINKED * len(paragraph.text_content()):
            strip_tags(paragraph, *INLINE)


def _article(tree: HtmlElement, url: str) -> Any:
    """Return what trafilatura takes for the article of a page.

    Raises `NotTextError` if it finds none.
    """
    try:
        found = trafilatura.bare_extraction(
            tree,
            url=url or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (LxmlError, ValueError, RecursionError) as error:
        raise NotTextError(f"is HTML that cannot be read ({type(error).__name__})") from error
    if found is None:
        raise NotTextError("has no article that could be told from the rest of the page")
    return found


def _of_page(found: Any, headline: str, tree: HtmlElement) -> Metadata:
    """Return what trafilatura reads from what the page shows, and the site that its title names
    behind the headline.
    """
    site = short(found.sitename or "") or site_in_title(tree, headline)
    return Metadata(
        Origin.PAGE,
        headline=without_site(short(found.title or ""), site),
        published=found.date or "",
        publisher=site,
        authors=authors_in((found.author or "").replace(";", ",")),
        url=found.url or "",
    )


def _headline(told: list[Metadata]) -> str:
    """Return the first headline that is told."""
    return next((each.headline for each in told if each.headline), "")


def _parted(line: str, tree: HtmlElement) -> list[str]:
    """Return the blocks of a page that trafilatura has run together in one line, as it does with
    what is short; the line itself if it is no run of blocks.
    """
    parts: list[str] = []
    end = 0
    for block in _lines(tree, blocks=BLOCKS_OF_PAGE):
        begin = end + 1 if parts else 0
        if line.startswith(block, begin):
            parts.append(block)
            end = begin + len(block)
    return parts if end == len(line) else [line]


def _lines(body: HtmlElement, *, blocks: frozenset[str] = BLOCKS) -> Iterator[str]:
    """Yield the lines of an article: paragraphs, headings, items of lists, and cells of tables that
    are prose.
    """
    words: list[str] = []
    cells = 0
    for event, element in iterwalk(body, events=(START, END)):
        if element.tag in blocks:
            yield from _ended("".join(words), in_cell=cells > 0)
            words.clear()
            if element.tag == CELL:
                cells += 1 if event == START else -1
        words.append((element.text if event == START else element.tail) or "")
    yield from _ended("".join(words), in_cell=False)


def _ended(words: str, *, in_cell: bool) -> Iterator[str]:
    """Yield the lines of a block that has ended."""
    for line in words.splitlines():
        parts = line.split()
        if parts and (not in_cell or len(parts) >= FEWEST_OF_CELL):
            yield " ".join(parts)
