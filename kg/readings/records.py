"""One reading as bytes, and back.

A record is a line with its key and the SHA-256 of the rest, then the tables as compressed JSON.
JSON has no code in it, unlike a pickle. Texts are encoded with "surrogatepass", so that even half a
surrogate pair comes back as it was.

Each class of the model that a reading is made of has a table, with a column for each of its fields.
A text is a number in one table of texts, a value within a value the number of its row; None has the
number -1. So a mention that is part of a chain, a claim and a quotation is stored once, and is one
object again when it is read. The columns follow from the type hints of the model alone: a field
that is added there needs nothing here.
"""

import json
import sys
import zlib
from collections import deque
from collections.abc import (
    Callable,
    Iterable,
)
from dataclasses import (
    dataclass,
    field,
    fields,
)
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import repeat
from operator import attrgetter
from typing import (
    Any,
    get_args,
    get_origin,
    get_type_hints,
)

from kg.model import (
    Article,
    Chain,
    Claim,
    Mention,
    NamedDate,
    Passage,
    Quantity,
    Quote,
    Reading,
    Role,
    SeenRole,
    TimeValue,
)

QUICKEST = 1  # of zlib's levels: half the size of none, and the higher ones gain little more
# Each only holds values of those before it, so that tables are read in this order.
STORED: tuple[type, ...] = (
    Passage,
    TimeValue,
    Quantity,
    Mention,
    NamedDate,
    Role,
    SeenRole,
    Claim,
    Quote,
    Chain,
    Article,
    Reading,
)
NOTHING = -1  # the last place of a list, where `rows_of` puts None

Columns = dict[str, Any]  # the name of a class → its columns; "texts" → the texts
Rows = dict[type, list[Any]]  # the values of each class
Decoder = Callable[[Any], Any]


class SharedNumbers(dict[str, Any]):
    """Numbers by their digits: those that are in nearly every reading are one object each.

    A number takes 24 to 32 bytes, as much as three or four places that point at one.
    """

    def __init__(self, kind: Callable[[str], Any], usual: Iterable[Any]) -> None:
        super().__init__((str(number), number) for number in usual)
        self._kind = kind

    def __missing__(self, digits: str) -> Any:
        return self._kind(digits)


WHOLE = SharedNumbers(int, range(-100, 10_000))  # offsets, and what vectors are made of
SHARES = SharedNumbers(float, (share / 100 for share in range(101)))  # probabilities


class DamagedRecordError(ValueError):
    """Bytes that are no whole record."""


def key_of(article: Article, version: str) -> str:
    """Return the name of the reading of an article by a version of the pipeline: 64 hexadecimal
    digits.

    It is made from the article's text and metadata.
    """
    return sha256(f"{version} {article!r}".encode()).hexdigest()


def record(reading: Reading, version: str) -> bytes:
    """Return the bytes of a reading that a version of the pipeline made; the same reading gives the
    same bytes.
    """
    text = json.dumps(columns_of(reading), ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")
    content = zlib.compress(data, QUICKEST)
    key = key_of(reading.article, version)
    return _head(content, key) + content


def is_whole(data: bytes, key: str) -> bool:
    """Return whether the data are the record of that key, every byte of it."""
    head, end, content = data.partition(b"\n")
    return head + end == _head(content, key)


def recorded(data: bytes, key: str) -> Reading:
    """Return the reading that was made into these bytes.

    Raises `DamagedRecordError` if a single one of them differs, or they are of another article or
    version.
    """
    if not is_whole(data, key):
        raise DamagedRecordError("cut short, changed, or of another article or version")
    _, _, content = data.partition(b"\n")
    try:
        text = zlib.decompress(content).decode("utf-8", "surrogatepass")
        return reading_of(
            json.loads(text, parse_int=WHOLE.__getitem__, parse_float=SHARES.__getitem__)
        )
    except (LookupError, TypeError, ValueError, zlib.error) as error:
        raise DamagedRecordError(str(error)) from error


def _head(content: bytes, key: str) -> bytes:
    summed = sha256(content).hexdigest()
    head = f"newskg reading, format 2, key {key}, content {summed}\n"
    return head.encode()


def columns_of(reading: Reading) -> Columns:
    """Return the tables of a reading, of lists, texts, numbers and truth values only."""
    numbers = _Numbers({cls: {} for cls in STORED})
    numbers.of_class[Reading][reading] = 0
    columns: Columns = {}
    for cls in reversed(STORED):  # whatever holds a value has numbered it by then
        rows = map(_contents(cls), numbers.of_class[cls])
        contents = zip(*rows, strict=True)
        typed_columns = zip(contents, _hints(cls), strict=False)
        columns[cls.__name__] = [numbers.encoded(column, hint) for column, hint in typed_columns]
    columns["texts"] = list(numbers.of_text)
    return columns


def reading_of(columns: Columns) -> Reading:
    """Return the reading that has these tables.

    Raises `LookupError`, `TypeError` or `ValueError` for other tables.
    """
    texts = list(map(sys.intern, columns["texts"]))
    rows: Rows = {}
    for cls in STORED:
        values = _rows(cls, columns[cls.__name__], texts, rows)
        rows[cls] = [*values, None]
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
        kind, *_ = get_args(hint) or (hint,)
        if get_origin(hint) is tuple:
            return [self.encoded(cell, kind) for cell in column]
        numbers = self.of_text if kind is str else self.of_class.get(kind)
        if numbers is None:
            return list(column)
        return [
            NOTHING if value is None else numbers.setdefault(value, len(numbers))
            for value in column
        ]


def _rows(cls: type, columns: list[list[Any]], texts: list[str], rows: Rows) -> list[Any]:
    """Return the values of one class.

    Their fields are filled column by column: the constructor would take twice as long for each.
    """
    if not columns:
        return []
    count = len(columns[0])
    values: list[Any] = [*map(object.__new__, repeat(cls, count))]
    for column, slot, hint in zip(columns, _slots(cls), _hints(cls), strict=True):
        if len(column) != count:
            raise ValueError(f"columns of {cls.__name__} differ in length")
        decode = _decoder(hint, texts, rows)
        cells = map(decode, column) if decode else column
        deque(map(slot, values, cells), maxlen=0)
    return values


def _decoder(hint: Any, texts: list[str], rows: Rows) -> Decoder | None:
    """Return the function that decodes a cell of this type; None if each cell is its own value."""
    kind, *_ = get_args(hint) or (hint,)
    if get_origin(hint) is tuple:
        inner = _decoder(kind, texts, rows)
        return tuple if inner is None else lambda cell: tuple(map(inner, cell))
    if kind is str:
        return texts.__getitem__
    if kind in rows:
        return rows[kind].__getitem__
    return _members(kind).__getitem__ if issubclass(kind, StrEnum) else None


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
