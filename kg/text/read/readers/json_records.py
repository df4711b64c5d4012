"""Articles in JSON: one value, a list of them, a reply of a service that holds a list, or a line
for each (JSON Lines).

Sources: RFC 8259; RFC 6901 (a value in JSON as the end of an address: "#/2");
https://jsonlines.org; https://www.jsonfeed.org/version/1.1/
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.fields import keyed, plain, short
from kg.text.read.forms import NotTextError, decoded
from kg.text.read.pieces import Data, Fault
from kg.text.read.readers.records import Numbered, document_of, documents_of, names_of_columns
from kg.text.read.tables import table

FEED = "https://jsonfeed.org/version/"
DEEPEST = 3  # values within values on the way to a list
LISTED = 10  # lines that are named


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles in JSON. Raises `NotTextError` if it is damaged, or has none."""
    text = decoded(data.content).lstrip("\ufeff")
    try:
        content = json.loads(text)
    except RecursionError as error:
        raise NotTextError("is JSON of values within values without end") from error
    except ValueError as error:
        yield from _of_lines(text, data, settings, error)
        return
    records = list(_listed(content))
    whole = _whole(content, settings)
    if whole is not None and not _have_text(records, settings):
        yield whole
        return
    told = tuple(_of_feed(content))
    for found in documents_of(records, data, settings):
        if told and isinstance(found, Document):
            yield replace(found, told=(*found.told, *told))
        else:
            yield found


def _of_feed(content: Any) -> Iterator[Metadata]:
    """Yield what a JSON feed says of all its items: who publishes it."""
    if not isinstance(content, dict) or not str(content.get("version", "")).startswith(FEED):
        return
    yield Metadata(Origin.FEED, publisher=short(str(content.get("title", ""))))


def _whole(content: Any, settings: Settings) -> Document | None:
    """Return the article that a value as a whole is; None if it is none."""
    if not isinstance(content, dict):
        return None
    return document_of(content, names_of_columns(settings))


def _have_text(records: Numbered, settings: Settings) -> bool:
    """Return whether any of some records has a text."""
    names = names_of_columns(settings)
    return any(document_of(record, names) is not None for _, record in records)


def _of_lines(
    text: str, data: Data, settings: Settings, error: ValueError
) -> Iterator[Document | Fault]:
    """Yield the articles in a text with a value of JSON in each line, and the lines without one.

    Raises `NotTextError` with the error of the text as a whole if it is no such text.
    """
    damaged: list[str] = []
    records = list(_lines(text, damaged))
    if not records:
        raise NotTextError(f"is JSON that cannot be read ({error})") from error
    yield from documents_of(records, data, settings)
    if damaged:
        named = ", ".join(damaged[:LISTED])
        yield Fault(data.name, f"{len(damaged):,} lines are no JSON and were not read: {named}")


def _lines(text: str, damaged: list[str]) -> Numbered:
    """Yield the objects in the lines of a text; the numbers of other lines go into `damaged`."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            damaged.append(str(number))
            continue
        if isinstance(record, dict):
            yield f"#line={number}", record
        else:
            damaged.append(str(number))


def _listed(content: Any, path: str = "#", depth: int = 0) -> Numbered:
    """Yield the records in a value: its own members, or those of a list on the way."""
    if depth > DEEPEST:
        return
    if isinstance(content, list):
        for number, record in enumerate(content):
            if isinstance(record, dict):
                yield f"{path}/{number}", _unwrapped(record)
    elif isinstance(content, dict):
        for key, value in content.items():
            if plain(str(key)) in _holders():
                yield from _listed(value, f"{path}/{key}", depth + 1)


def _unwrapped(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record inside another one that says how it was found."""
    inner = keyed(record).get("source")
    return inner if isinstance(inner, dict) and "_source" in record else record


def _holders() -> set[str]:
    """Return what a list of articles may be called."""
    names: str = table("fields")["lists"]["names"]
    return set(map(plain, names.split()))
