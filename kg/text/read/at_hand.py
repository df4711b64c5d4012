"""Articles at hand in Python, each a record of its fields, to what readers find in files.

The names of fields are those of columns; what a record says of its article is given, so it stands
before what its text shows.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.text.read.documents import Document, Origin, Settings
from kg.text.read.fields import (
    ID,
    Names,
    Record,
    first,
    keyed,
    metadata,
    names_of_fields,
    plain,
    short,
    written,
)
from kg.text.read.forms import refusal
from kg.text.read.pieces import Data, Fault, printable
from kg.text.read.readers.records import document_of, names_of_columns

Found = tuple[Data, Document] | Fault

MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")  # or only a year
SHOWN = 60  # characters of a name for people
ALL = "records"  # what a remark on several is about


def at_hand(records: Iterable[Record], settings: Settings) -> Iterator[Found]:
    """Yield the article of each record, with a name for it, and remarks; faults for those without
    an article.
    """
    names = {ID: names_of_fields("columns")[ID], **names_of_columns(settings)}
    known = _known(names)
    unread: dict[str, None] = {}
    for number, record in enumerate(records, start=1):
        of_others = (str(name) for name in record if plain(str(name)) not in known)
        unread.update(dict.fromkeys(of_others))
        yield from _given(record, number, names)
    if unread:
        listed = printable(", ".join(unread))
        yield Fault(ALL, f"nothing is read from the fields {listed}", lost=False)


def _given(record: Record, number: int, names: Names) -> Iterator[Found]:
    """Yield the article of a record, or why there is none; a date that is none is a remark."""
    values: Record = written(record)
    fields = keyed(values)
    told = metadata(fields, names, Origin.RECORD)
    dated = short(first(fields, names["published"]))
    if not told.published and MONTH.fullmatch(dated):
        told = replace(told, published=dated)
    source = printable(told.identifier or told.url or told.headline)
    name = source[:SHOWN] or f"record {number}"
    document = document_of(values, names)
    if document is None:
        wanted = names["text"][0] if len(names["text"]) == 1 else "text"
        yield Fault(name, f"has no text: give it as a string, named {wanted}", of_file=True)
        return
    refused = refusal(document.text)
    if refused:
        yield Fault(name, refused, of_file=True)
        return
    yield Data(source or "record", name, b""), replace(document, told=(told,))
    if dated and not told.published:
        wrong = f"the date {printable(dated)!r} is not understood: give it as 2008-03-01"
        yield Fault(name, wrong, lost=False)


def _known(names: Names) -> set[str]:
    """Return all names that something is read from, without what is within their values."""
    known = set()
    for usual in names.values():
        for name in usual:
            outer, _, _ = name.partition(".")
            known |= {plain(name), plain(outer)}
    return known
