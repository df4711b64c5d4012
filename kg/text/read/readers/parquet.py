"""Tables of articles in Parquet, a row for each article."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from kg.text.read.documents import Document, Settings
from kg.text.read.fields import written
from kg.text.read.forms import NotTextError
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers.records import Numbered, documents_of

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

MOST_COLUMNS = 1_000
ROWS = 1_000  # that are read at once


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles in a table. Raises `NotTextError` if no column has texts."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(BytesIO(data.content))
        columns = len(table.schema_arrow.names)
        if columns > MOST_COLUMNS:
            raise NotTextError(f"has {columns:,} columns, more than {MOST_COLUMNS:,}")
        yield from documents_of(_rows(table), data, settings)
    except (ArrowException, OSError) as error:
        raise NotTextError(f"is a Parquet table that is damaged ({error})") from error


def _rows(table: "ParquetFile") -> Numbered:
    """Yield the rows of a table, numbered from 1 on."""
    number = 0
    for batch in table.iter_batches(batch_size=ROWS):
        for row in batch.to_pylist():
            number += 1
            yield f"#row={number}", written(row)
