"""The fields of an article in records of data, whatever they are called there.

The known names are in `data/fields.toml`.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache, lru_cache
from itertools import islice
from numbers import Number
from typing import Any
from uuid import UUID

from kg.text.read.documents import Metadata, Origin
from kg.text.read.headers import authors_in
from kg.text.read.moments import Moment, moment
from kg.text.read.tables import table

Record = Mapping[str, Any]
Names = Mapping[str, tuple[str, ...]]  # of each field, the first choice first

SIGNS = re.compile(r"[\W_]+")
ADDRESS = re.compile(r"https?://\S{4,2000}")
BLANKS = re.compile(r"\s+")
ID = "id"  # the field with what somebody calls an article, in all its versions
LONGEST = 500  # characters of a headline, a name and the like
MOST_AUTHORS = 50
MOST_VALUES = 10_000  # of a list, such as the paragraphs of an article
DEEPEST = 6  # values within values on the way to one


@cache
def names_of_fields(kind: str) -> Names:
    """Return what each field may be called in a kind of data: `names_of_fields("columns")`."""
    group = table("fields")[kind]
    return {field: tuple(names.split()) for field, names in group.items()}


@lru_cache(4096)
def plain(name: str) -> str:
    """Return the name of a field without signs, blanks and capitals.

    >>> plain("Date_Published")
    'datepublished'
    """
    return SIGNS.sub("", name).casefold()


def metadata(record: Record, names: Names, origin: Origin) -> Metadata:
    """Return what a record says about its article; the record is one that `keyed` returns."""
    day = _moment(record, names.get("published", ()))
    changed = _moment(record, names.get("modified", ()))
    return Metadata(
        origin,
        headline=short(first(record, names.get("headline", ()))),
        published=day.day,
        published_at=day.instant,
        publisher=_name(first(record, names.get("publisher", ()))),
        authors=tuple(_authors(record, names.get("authors", ()))),
        url=address(record, names.get("url", ())),
        section=short(first(record, names.get("section", ()))),
        language=short(first(record, names.get("language", ()))),
        identifier=short(first(record, names.get(ID, ()))),
        modified=changed.instant or changed.day,
    )


def _moment(record: Record, names: Iterable[str]) -> Moment:
    """Return the first of some fields that is a full date."""
    for name in names:
        for words in values(record, name):
            found = moment(words)
            if found.day:
                return found
    return Moment()


def _name(words: str) -> str:
    """Return the name of an outlet; that of an address is its host."""
    if ADDRESS.fullmatch(words):
        host = words.split("/")[2]
        return host.removeprefix("www.")
    return short(words)


def _authors(record: Record, names: Iterable[str]) -> Iterator[str]:
    """Yield the authors that the first field with any names, each once."""
    for name in names:
        found: dict[str, None] = {}
        for words in values(record, name):
            if ADDRESS.match(words):
                continue
            authors = authors_in(short(words))
            found.update(dict.fromkeys(authors))
        if found:
            yield from list(found)[:MOST_AUTHORS]
            return


def address(record: Record, names: Iterable[str]) -> str:
    """Return the first of some fields that is an address of the web."""
    for name in names:
        for words in values(record, name):
            if ADDRESS.fullmatch(words.strip()):
                return words.strip()
    return ""


def short(words: str) -> str:
    """Return words in one line, with what HTML wrote as a name of a sign; cut if they are long."""
    line = BLANKS.sub(" ", html.unescape(words)).strip()
    return line[:LONGEST]


def first(record: Record, names: Iterable[str]) -> str:
    """Return the first value that a record has under some names, as text."""
    for name in names:
        for words in values(record, name):
            if words.strip():
                return words
    return ""


def whole_text(record: Record, names: Iterable[str]) -> str:
    """Return the text that a record has under some names; paragraphs in a list are put together.

    A number is no text.
    """
    for name in names:
        found = [each for each in _values(record, name) if isinstance(each, str)]
        paragraphs = [words for words in found if words.strip()]
        if paragraphs:
            return "\n\n".join(paragraphs)
    return ""


def values(record: Record, name: str) -> Iterator[str]:
    """Yield the values under a name, as text; a dot leads into a value that has fields itself.

    The record is one that `keyed` returns.

    >>> list(values(keyed({"Author": [{"name": "Ada Lund"}, {"name": "Bo Dahl"}]}), "author.name"))
    ['Ada Lund', 'Bo Dahl']
    """
    yield from map(str, _values(record, name))


def _values(record: Record, name: str) -> Iterator[str | Number]:
    """Yield the texts and numbers under a name."""
    whole = record.get(plain(name))
    if whole is not None:
        yield from _texts(whole, (), 0)
    elif "." in name:
        key, *path = map(plain, name.split("."))
        yield from _texts(record.get(key), tuple(path), 0)


def _texts(value: object, path: tuple[str, ...], depth: int) -> Iterator[str | Number]:
    """Yield the texts and numbers at the end of a path into a value."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:MOST_VALUES]:
            yield from _texts(each, path, depth + 1)
    elif path and isinstance(value, dict):
        yield from _texts(keyed(value).get(path[0]), path[1:], depth + 1)
    elif not path and isinstance(value, str | Number) and not isinstance(value, bool):
        yield value


def keyed(record: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a record with plain names of its fields; of two alike the first counts."""
    found: dict[str, Any] = {}
    for name, value in record.items():
        found.setdefault(plain(str(name)), value)
    return found


def written(value: object, depth: int = 0) -> Any:
    """Return a value of Python as files of data have it: dates as ISO 8601 writes them, all that
    holds several values as a list or a record; None for one that is missing or of another kind.

    >>> written({"authors": ("Ada Lund",), "date": datetime(2024, 3, 14), "url": float("nan")})
    {'authors': ['Ada Lund'], 'date': '2024-03-14T00:00:00', 'url': None}
    """
    if depth > DEEPEST or _is_missing(value):
        return None
    match value:
        case str() | Number():
            return value
        case UUID():
            return str(value)
        case Mapping():
            return {name: written(each, depth + 1) for name, each in value.items()}
        case bytes() | bytearray():
            return None
        case Iterable():
            return [written(each, depth + 1) for each in islice(value, MOST_VALUES)]
    dated = getattr(value, "isoformat", None)
    return dated() if dated else None


def _is_missing(value: object) -> bool:
    """Return whether a value is the NaN or NaT of tables, which no value is the same as."""
    return isinstance(value, Number | datetime) and bool(value != value)
