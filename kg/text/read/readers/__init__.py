"""Readers of forms: each is a module that finds the articles in data of one form.

A reader has `documents(data, settings)`, which yields a `Document` for each article and a `Fault`
for each part that cannot be read, and raises `NotTextError` if nothing can. Which form has which
reader is in `data/readers.toml`; a reader is loaded when the first file of its form is met.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from kg.extras import lacking
from kg.text.read.documents import Document, Settings
from kg.text.read.forms import (
    NotTextError,
    decoded,
    forms_of,
    of_ending,
    refusal,
    starts_as,
)
from kg.text.read.front_matter import told_in_front
from kg.text.read.pieces import Data, Fault
from kg.text.read.tables import table

Names = Mapping[str, str]
Found = Document | Fault
Reader = Callable[[Data, Settings], Iterator[Found]]

READER_OF_FORM: Names = MappingProxyType(table("readers")["forms"])
OWN_ENDINGS: Names = MappingProxyType(table("readers")["endings"])
GENERAL_ENDINGS: Names = MappingProxyType(table("readers")["general"])


def form_of(data: Data) -> str:
    """Return the form of data that a reader is for; empty if none is.

    It is what the content shows, and only then what the file is called; Markdown is known by its
    ending alone, since any text may be it.
    """
    own = OWN_ENDINGS.get(data.ending, "")
    if own and not starts_as(data.content, data.ending):
        return own
    forms = [*forms_of(data.content, data.ending), of_ending(data.ending)]
    return next((form for form in forms if form in READER_OF_FORM), "")


def has_reader(ending: str) -> bool:
    """Return whether files with an ending are of a form that a reader is for."""
    return ending in OWN_ENDINGS or of_ending(ending) in READER_OF_FORM


def may_have_reader(ending: str) -> bool:
    """Return whether only the content of files with an ending tells if a reader is for them."""
    return ending in GENERAL_ENDINGS or not of_ending(ending)


def documents(data: Data, settings: Settings) -> Iterator[Found]:
    """Yield the articles in data, and faults for its parts that cannot be read.

    Raises `NotTextError` if nothing in it can be read, `ExtraError` if a library for it is missing.
    """
    form = form_of(data)
    if form:
        yield from _read(READER_OF_FORM[form], data, settings)
    else:
        text = prose(data)
        yield Document(text, tuple(told_in_front(text)))


def _read(name: str, data: Data, settings: Settings) -> Iterator[Found]:
    """Yield what a reader finds. Raises `ExtraError` if its library is not installed."""
    try:
        yield from _reader(name)(data, settings)
    except ModuleNotFoundError as error:
        raise lacking(error) from error


def prose(data: Data) -> str:
    """Return the text of data that is prose. Raises `NotTextError` if it is none."""
    text = decoded(data.content, data.ending)
    refused = refusal(text, data.ending if data.named else "")
    if refused:
        raise NotTextError(refused)
    return text


@cache
def _reader(name: str) -> Reader:
    """Return a reader, by the name of its module."""
    found: Reader = import_module(f"{__name__}.{name}").documents
    return found
