"""Frozen values as tables of plain columns, and back: the form in which they are stored, each of
them once.

Each class of the model that a reading is made of has a table, with a column for each of its fields.
A text is a number in one table of texts, a value within a value the number of its row; None has the
number -1. So a mention that is part of a chain, a claim and a quotation is stored once, and is one
object again when it is read. The columns follow from the type hints of the model alone: a field
that is added there needs nothing here.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from itertools import repeat
from operator import attrgetter
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kg.model import (
    Article,
    Chain,
    Claim,
    Mention,
    Passage,
    Quantity,
    Quote,
    Reading,
    Role,
    TimeValue,
)

# Each only holds values of those before it, so that tables are read in this order.
STORED: tuple[type, ...] = (
    Passage,
    TimeValue,
    Quantity,
    Mention,
    Role,
    Claim,
    Quote,
    Chain,
    Article,
    Reading,
)
NOTHING = -1  # the last place of a list, where `rows_of` puts None

Columns = dict[str, Any]  # the name of a class → its columns; "texts" → the texts


def columns_of(reading: Reading) -> Columns:
    """Return the tables of a reading, of lists, texts, numbers and truth values only."""
    numbers = _Numbers({cls: {} for cls in STORED})
    numbers.of_class[Reading][reading] = 0
    columns: Columns = {}
    for cls in reversed(STORED):  # whatever holds a value has numbered it by then
        contents = zip(*map(_contents(cls), numbers.of_class[cls]), strict=True)
        typed_columns = zip(contents, _hints(cls), strict=False)
        columns[cls.__name__] = [numbers.encoded(column, hint) for column, hint in typed_columns]
    return {**columns, "texts": list(numbers.of_text)}


def reading_of(columns: Columns) -> Reading:
    """Return the reading that has these tables.

    Raises `LookupError`, `TypeError` or `ValueError` for other tables.
    """
    texts = [*map(sys.intern, columns["texts"])]
    rows: dict[type, list[Any]] = {}
    for cls in STORED:
        rows[cls] = [*_rows(cls, columns[cls.__name__], texts, rows), None]
    (reading, _) = rows[Reading]
    if not isinstance(reading, Reading):
        raise TypeError("no reading")
    return reading


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The number of each value among those of its class, and of each text, in the order in which
    they were met.
    """

    of_class: dict[type, dict[Any, int]]
    of_text: dict[str, int] = field(default_factory=dict)

    def encoded(self, column: Iterable[Any], hint: Any) -> list[Any]:
        """Return the cells of a column for these values."""
        if get_origin(hint) is tuple:
            return [self.encoded(cell, get_args(hint)[0]) for cell in column]
        if get_origin(hint) is UnionType:
            hint = get_args(hint)[0]
        numbers = self.of_text if hint is str else self.of_class.get(hint)
        if numbers is None:
            return list(column)
        return [
            NOTHING if value is None else numbers.setdefault(value, len(numbers))
            for value in column
        ]


def _rows(
    cls: type, columns: list[list[Any]], texts: list[str], rows: dict[type, list[Any]]
) -> list[Any]:
    """Return the values of one class.

    Their fields are filled column by column: the constructor would take twice as long for each.
    """
    if not columns:
        return []
    values: list[Any] = [*map(object.__new__, repeat(cls, len(columns[0])))]
    for column, slot, hint in zip(columns, _slots(cls), _hints(cls), strict=True):
        if len(column) != len(values):
            raise ValueError(f"columns of {cls.__name__} differ in length")
        decode = _decoder(hint, texts, rows)
        deque(map(slot, values, map(decode, column) if decode else column), maxlen=0)
    return values


def _decoder(
    hint: Any, texts: list[str], rows: dict[type, list[Any]]
) -> Callable[[Any], Any] | None:
    """Return the function that decodes a cell of this type; None if each cell is its own value."""
    if get_origin(hint) is tuple:
        inner = _decoder(get_args(hint)[0], texts, rows)
        return tuple if inner is None else lambda cell: tuple(map(inner, cell))
    if get_origin(hint) is UnionType:
        hint = get_args(hint)[0]
    if hint is str:
        return texts.__getitem__
    if hint in rows:
        return rows[hint].__getitem__
    return _members(hint).__getitem__ if issubclass(hint, StrEnum) else None


@cache
def _hints(cls: type) -> tuple[Any, ...]:
    """Return the types of a class's fields, in their order."""
    hints = get_type_hints(cls)
    return tuple(hints[member.name] for member in fields(cls))


@cache
def _slots(cls: type) -> tuple[Callable[[Any, Any], None], ...]:
    """Return the setter of each field of a class with slots, in their order; it works on frozen
    classes, too.
    """
    return tuple(getattr(cls, member.name).__set__ for member in fields(cls))


@cache
def _members(kind: type[StrEnum]) -> dict[str, StrEnum]:
    return {member.value: member for member in kind}


@cache
def _contents(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """Return the function that gets the contents of a value's fields, in their order."""
    return attrgetter(*(member.name for member in fields(cls)))
