"""Tables as CSV, as Parquet, and as data frames of pandas.

Source: RFC 4180; Apache Parquet, written by pyarrow. Both libraries are extras.
"""

import csv
from collections.abc import Mapping
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from kg.exports.values import (
    TRUE,
    Cell,
    Kind,
    Table,
)
from kg.extras import needed

if TYPE_CHECKING:
    import pandas

TEXT = "string"
TRUTH = "boolean"
# The types of columns in pandas, each of which has a value for what is missing.
DTYPES: Mapping[Kind, str] = {
    Kind.TEXT: TEXT,
    Kind.NUMBER: "float64",
    Kind.COUNT: "Int64",
    Kind.TRUTH: TRUTH,
    Kind.DAY: "datetime64[s]",
}


def table_csv(table: Table) -> bytes:
    """Return a table as CSV below a row of names; lines end in CRLF, what is missing is empty."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    names = [column.name for column in table.columns]
    writer.writerow(names)
    for row in table.rows:
        cells = map(_spelt, row)
        writer.writerow(cells)
    whole = text.getvalue()
    return whole.encode("utf-8", "replace")


def _spelt(cell: Cell) -> str:
    """Return a cell as text."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return TRUE if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def table_parquet(table: Table) -> bytes:
    """Return a table as Parquet. Raises `ExtraError` if pyarrow is not installed."""
    arrow = needed("pyarrow")
    parquet = needed("pyarrow.parquet")
    type_of = {
        Kind.TEXT: arrow.string(),
        Kind.NUMBER: arrow.float64(),
        Kind.COUNT: arrow.int64(),
        Kind.TRUTH: arrow.bool_(),
        Kind.DAY: arrow.date32(),
    }
    fields = [(column.name, type_of[column.kind]) for column in table.columns]
    schema = arrow.schema(fields)
    columns = _columns(table)
    out = BytesIO()
    parquet.write_table(arrow.table(columns, schema=schema), out)
    return out.getvalue()


def data_frame(table: Table) -> "pandas.DataFrame":
    """Return a table as a data frame. Raises `ExtraError` if pandas is not installed."""
    frames = needed("pandas")
    series: dict[str, Any] = {}
    for column, cells in zip(table.columns, _columns(table), strict=True):
        dtype = DTYPES[column.kind]
        series[column.name] = frames.Series(cells, dtype=dtype)
    frame: pandas.DataFrame = frames.DataFrame(series)
    return frame


def _columns(table: Table) -> list[list[Cell]]:
    """Return the cells of a table column by column."""
    if not table.rows:
        return [[] for _ in table.columns]
    columns = zip(*table.rows, strict=True)
    return list(map(list, columns))
