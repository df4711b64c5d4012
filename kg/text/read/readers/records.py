"""Records with the fields of articles: rows of a table, values of JSON.

Which column has which field is known by its name (`data/fields.toml`), or given.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.text.read.documents import Document, Metadata, Origin, Settings
from kg.text.read.fields import ID, keyed, metadata, names_of_fields, whole_text
from kg.text.read.forms import NotTextError, forms_of
from kg.text.read.pieces import Data, Fault

Numbered = Iterable[tuple[str, Mapping[str, Any]]]  # records, each with its part of the file
HTML = "HTML"
NAMED = 12  # columns that are named if none is known
LISTED = 10  # records that are named


def documents_of(records: Numbered, data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles in some records, and one remark on those that have no text.

    Raises `NotTextError` if no record has a column of texts.
    """
    names = names_of_columns(settings)
    columns: dict[str, None] = {}
    without: list[str] = []
    found = 0
    for part, record in records:
        document = document_of(record, names, part)
        if document is None:
            without.append(part)
            names_here = map(str, list(record)[:NAMED])
            columns.update(dict.fromkeys(names_here))
            continue
        found += 1
        yield document
    if not found:
        raise NotTextError(_no_column(list(columns), settings))
    if without:
        yield Fault(data.name, _without_text(without), lost=False)


def names_of_columns(settings: Settings) -> Mapping[str, tuple[str, ...]]:
    """Return the names that the column of each field may have; those that are given stand alone.

    An id is only read if its column is given: the rows of each table may be numbered from one.
    """
    names = {field: usual for field, usual in names_of_fields("columns").items() if field != ID}
    for field, name in settings.columns.items():
        names[field] = (name,)
    return names


def document_of(
    record: Mapping[str, Any], names: Mapping[str, tuple[str, ...]], part: str = ""
) -> Document | None:
    """Return the article in a record; None if it has no text."""
    fields = keyed(record)
    text = whole_text(fields, names["text"])
    told = metadata(fields, names, Origin.COLUMN)
    content = text.encode("utf-8", "surrogatepass")
    if HTML in forms_of(content):
        text = _plain(text)
    if not text.strip():
        return None
    return Document(with_headline(text, told), (told,), part)


def _plain(text: str) -> str:
    """Return the text of HTML; empty if it has none."""
    from kg.text.read.readers.html import plain_text

    try:
        return plain_text(text)
    except NotTextError:
        return ""


def with_headline(text: str, told: Metadata) -> str:
    """Return a text with its headline above it, as a page shows it, unless it has it already."""
    headline = told.headline
    if not headline or _begins_with(text, headline):
        return text
    return f"{headline}\n\n{text}"


def _begins_with(text: str, headline: str) -> bool:
    """Return whether the first lines of a text are its headline, however it is spaced."""
    words = r"\s+".join(map(re.escape, headline.split()))
    return re.match(rf"\s*{words}[^\S\n]*(?:\n|\Z)", text, re.IGNORECASE) is not None


def _no_column(columns: list[str], settings: Settings) -> str:
    """Return why nothing was found, and what to do."""
    listed = ", ".join(columns[:NAMED]) or "none"
    given = settings.columns.get("text", "")
    if given:
        return f"has no column {given!r} with texts; its columns: {listed}"
    return (
        f"has no column known to hold texts; its columns: {listed}: "
        "name the one that does with --columns text=NAME"
    )


def _without_text(parts: list[str]) -> str:
    """Return how many records have no text, and some of them."""
    count = len(parts)
    listed = ", ".join(parts[:LISTED])
    unnamed = count - LISTED
    if unnamed > 0:
        listed += f" and {unnamed:,} more"
    return f"{count:,} records have no text: {listed}"
