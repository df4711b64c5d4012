"""Tables of articles as text: CSV, TSV and the like, a row for each article.

Source: RFC 4180; RFC 7111 (a row of a table as the end of an address: "#row=2").
"""

import csv
import io
import sys
from collections.abc import Iterator

from kg.text.read.documents import Document, Settings
from kg.text.read.forms import NotTextError, decoded
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers.records import Numbered, documents_of

DELIMITERS = ",\t;|"
MOST_COLUMNS = 1_000
SAMPLE = 65_536  # characters from which the delimiter is told
SEPARATOR = "sep="  # the first line of tables that say how their cells are parted


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles in a table with a head. Raises `NotTextError` if no column has texts."""
    text = decoded(data.content).lstrip("\ufeff")
    yield from documents_of(_rows(text), data, settings)


def _rows(text: str) -> Numbered:
    """Yield the rows of a table below its head, numbered from 2 on as programs show them."""
    limit = csv.field_size_limit(sys.maxsize)
    try:
        first_line, _, rest = text.partition("\n")
        delimiter = _delimiter(text)
        body = text
        if first_line.startswith(SEPARATOR):
            delimiter = first_line[len(SEPARATOR)]
            body = rest
        lines = io.StringIO(body, newline="")
        rows = csv.reader(lines, delimiter=delimiter)
        head = next(rows, [])
        if len(head) > MOST_COLUMNS:
            raise NotTextError(
                f"has {len(head):,} columns, more than the {MOST_COLUMNS:,} of a table: "
                "leave out those without text"
            )
        for number, row in enumerate(rows, start=2):
            if row:
                cells = zip(head, row, strict=False)
                yield f"#row={number}", dict(cells)
    except csv.Error as error:
        raise NotTextError(f"is a table that cannot be read ({error})") from error
    finally:
        csv.field_size_limit(limit)


def _delimiter(text: str) -> str:
    """Return what parts the cells of the head of a table."""
    head, _, _ = text[:SAMPLE].lstrip().partition("\n")
    return max(DELIMITERS, key=head.count)
