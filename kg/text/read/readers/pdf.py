"""PDF: the text of all pages, without the lines that stand on each of them.

The day in the properties of a PDF is that of printing, and no date of publication.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2

from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.fields import short
from kg.text.read.forms import NotTextError
from kg.text.read.headers import authors_in
from kg.text.read.pieces import Data

MOST_PAGES = 500
MOST_CHARACTERS = 1_000_001  # one more than an article may have
FEWEST_PAGES = 3  # on which the same line makes it a header or footer
MOST_PIECES = 5_000  # of a page; more are a picture of signs
ROOM = 1.0  # heights of a line that are free between two paragraphs
EDGE = 2  # lines at the top and at the bottom of a page that may be one
DIGITS = "0123456789"


def documents(data: Data, settings: Settings) -> Iterator[Document]:
    """Yield the article of a PDF. Raises `NotTextError` if it has no text, or too many pages."""
    try:
        pdf = pypdfium2.PdfDocument(data.content)
    except pypdfium2.PdfiumError as error:
        raise NotTextError(f"is a PDF that cannot be read ({error})") from error
    try:
        yield _document(pdf)
    finally:
        pdf.close()


def _document(pdf: pypdfium2.PdfDocument) -> Document:
    """Return the article of an open PDF."""
    count = len(pdf)
    if count > MOST_PAGES:
        raise NotTextError(f"has {count:,} pages, more than {MOST_PAGES}: split it")
    pages = list(_pages(pdf))
    text = "\n".join(_without_edges(pages)).strip()
    if not text.strip():
        raise NotTextError("is a PDF without a text: its pages are pictures")
    about = pdf.get_metadata_dict()
    told = Metadata(
        Origin.PROPERTIES,
        headline=short(about.get("Title", "")),
        authors=authors_in(short(about.get("Author", ""))),
    )
    return Document(text, (told,))


def _pages(pdf: pypdfium2.PdfDocument) -> Iterator[list[str]]:
    """Yield the lines of each page, with an empty one between paragraphs."""
    characters = 0
    for page in pdf:
        words = page.get_textpage()
        lines = list(_lines(words))
        words.close()
        page.close()
        characters += sum(map(len, lines))
        yield lines
        if characters > MOST_CHARACTERS:
            return


def _lines(words: pypdfium2.PdfTextPage) -> Iterator[str]:
    """Yield the lines of a page, with an empty one where there is room for a line.

    Pieces that stand on one height are one line.
    """
    count = words.count_rects()
    if count > MOST_PIECES:
        yield from words.get_text_bounded().splitlines()
        return
    line = ""
    floor = 0.0
    for number in range(count):
        left, bottom, right, top = words.get_rect(number)
        piece = words.get_text_bounded(left, bottom, right, top).strip()
        height = top - bottom
        if line and abs(bottom - floor) < height / 2:
            line = f"{line} {piece}"
            continue
        if line:
            yield line
        if line and floor - top > ROOM * height:
            yield ""
        line = piece
        floor = bottom
    if line:
        yield line


def _without_edges(pages: Sequence[list[str]]) -> Iterator[str]:
    """Yield the lines of pages without headers and footers, which are alike but for figures."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update(set(map(_form, _edge(page))))
    common = {line for line, count in edges.items() if count >= FEWEST_PAGES}
    for page in pages:
        at_edge = _edge(page)
        for line in page:
            if line not in at_edge or _form(line) not in common:
                yield line


def _edge(page: list[str]) -> list[str]:
    """Return the lines at the top and at the bottom of a page."""
    lines = list(filter(None, page))
    return [*lines[:EDGE], *lines[-EDGE:]]


def _form(line: str) -> str:
    """Return a line without its figures."""
    return line.strip().strip(DIGITS).strip()
