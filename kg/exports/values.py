"""The values of an export: texts, numbers, truth values and days, in tables with typed columns."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Value = str | int | float | bool
Values = dict[str, Value]
Cell = Value | date | None
Row = list[Cell]

TRUE = "true"
LAST_MONTH = "12"


class Kind(StrEnum):
    """The types of columns."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    TRUTH = "truth"
    DAY = "day"


class Column(NamedTuple):
    """A column: its name, and the type of its cells."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and rows in a fixed order."""

    columns: Sequence[Column]
    rows: Sequence[Row]


def truth(text: str) -> bool:
    """Return a truth value as XML Schema spells it."""
    return text == TRUE


READER_OF_KIND: Mapping[Kind, Callable[[str], Value]] = {
    Kind.TEXT: str,
    Kind.NUMBER: float,
    Kind.COUNT: int,
    Kind.TRUTH: truth,
}
KIND_OF_DATATYPE: Mapping[str, Kind] = {
    "xsd:integer": Kind.COUNT,
    "xsd:nonNegativeInteger": Kind.COUNT,
    "xsd:decimal": Kind.NUMBER,
    "xsd:double": Kind.NUMBER,
    "xsd:boolean": Kind.TRUTH,
}


def value_of(text: str, kind: Kind) -> Value | None:
    """Return a text as a value of a type; None if it is none, in a graph that others wrote.

    >>> value_of("0.90", Kind.NUMBER), value_of("many", Kind.COUNT)
    (0.9, None)
    """
    try:
        return READER_OF_KIND[kind](text)
    except ValueError:
        return None


def day(text: str) -> date | None:
    """Return a full date; None for any other text, and for the date of a moment its day."""
    try:
        return date.fromisoformat(text[: len("2024-05-03")])
    except ValueError:
        return None


def first_day(text: str) -> date | None:
    """Return the first day of a date that may be a month or a year; None for another text.

    >>> first_day("2024-02"), first_day("2024")
    (datetime.date(2024, 2, 1), datetime.date(2024, 1, 1))
    """
    whole = day(text)
    if whole is not None:
        return whole
    year, _, month = text.partition("-")
    return day(f"{year}-{month or '01'}-01")


def last_day(text: str) -> date | None:
    """Return the last day of a date that may be a month or a year; None for another text.

    >>> last_day("2024-02"), last_day("2024")
    (datetime.date(2024, 2, 29), datetime.date(2024, 12, 31))
    """
    whole = day(text)
    if whole is not None:
        return whole
    year, _, month = text.partition("-")
    first = day(f"{year}-{month or LAST_MONTH}-01")
    if first is None:
        return None
    _, days = monthrange(first.year, first.month)
    return first.replace(day=days)
