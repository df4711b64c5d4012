"""Tables of articles, a row for each: as text (CSV, TSV and the like), or in Parquet.

Source: RFC 4180; Apache Parquet, read by pyarrow; RFC 7111 (a row of a table as the end of an
address: "#row=2").
"""

import csv
import io
import sys
from collections.abc import Iterator
from io import BytesIO

from kg.text.read.documents import Document, Settings
from kg.text.read.fields import written
from kg.text.read.forms import NotTextError, decoded
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers.records import Numbered, documents_of

DELIMITERS = ",\t;|"
MOST_COLUMNS = 1_000
PARQUET = b"PAR1"  # how tables in Parquet begin
BATCH = 1_000  # rows of them that are read at once
SAMPLE = 65_536  # characters from which the delimiter is told
SEPARATOR = "sep="  # the first line of tables that say how their cells are parted


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles in a table with a head. Raises `NotTextError` if no column has texts."""
    if data.content.startswith(PARQUET):
        rows = _rows_of_parquet(data.content)
    else:
        text = decoded(data.content).lstrip("\ufeff")
        rows = _rows(text)
    yield from documents_of(rows, data, settings)


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
        _check_width(len(head))
        for number, row in enumerate(rows, start=2):
            if row:
                cells = zip(head, row, strict=False)
                yield f"#row={number}", dict(cells)
    except csv.Error as error:
        raise NotTextError(f"is a table that cannot be read ({error})") from error
    finally:
        csv.field_size_limit(limit)


def _rows_of_parquet(content: bytes) -> Numbered:
    """Yield the rows of a table in Parquet, numbered from 1 on."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(BytesIO(content))
        _check_width(len(table.schema_arrow.names))
        number = 0
        for batch in table.iter_batches(batch_size=BATCH):
            for row in batch.to_pylist():
                number += 1
                yield f"#row={number}", written(row)
    except (ArrowException, OSError) as error:
        raise NotTextError(f"is a Parquet table that is damaged ({error})") from error


def _check_width(columns: int) -> None:
    """Raise `NotTextError` if a table has too many columns."""
    if columns > MOST_COLUMNS:
        raise NotTextError(
            f"has {columns:,} columns, more than the {MOST_COLUMNS:,} of a table: "
            "leave out those without text"
        )


def _delimiter(text: str) -> str:
    """Return what parts the cells of the head of a table."""
    head, _, _ = text[:SAMPLE].lstrip().partition("\n")
    return max(DELIMITERS, key=head.count)
