"""Values as RDF literals: texts, dates at the precision that they have, numbers with few digits."""

import re
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.rdf.iris import term

Term = NamedNode | Literal | BlankNode | Triple

DATATYPE_OF_DATE = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)
WHOLE = re.compile(r"[+-]?\d+")
DECIMAL = re.compile(r"[+-]?\d*\.\d+")
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
SURROGATE = re.compile("[\ud800-\udfff]")


def text(value: str) -> Literal:
    """Return a plain text literal.

    Half of a surrogate pair (an undecodable byte of a file name) becomes U+FFFD: RDF has no such
    character.

    >>> text("Oslo").datatype == term("xsd:string")
    True
    """
    return Literal(value if value.isascii() else SURROGATE.sub("\ufffd", value))


@lru_cache(maxsize=10_000)
def typed(value: str, datatype: str) -> Literal:
    """Return a value in the lexical form of a datatype, given as a curie; the empty datatype is
    plain text.
    """
    return (
        Literal(SURROGATE.sub("\ufffd", value), datatype=term(datatype))
        if datatype
        else text(value)
    )


def date(value: str) -> Literal:
    """Return an ISO date with the datatype of its precision; any other form stays plain text.

    >>> date("2021-02").datatype == term("xsd:gYearMonth")
    True
    """
    return typed(
        value, next((datatype for form, datatype in DATATYPE_OF_DATE if form.fullmatch(value)), "")
    )


def number(value: str) -> Literal:
    """Return a canonical number: xsd:integer for whole ones, else xsd:decimal; the two compare as
    numbers.
    """
    if WHOLE.fullmatch(value):
        return typed(value, "xsd:integer")
    return typed(value, "xsd:decimal" if DECIMAL.fullmatch(value) else "")


def decimal(value: str) -> Literal:
    """Return a number as xsd:decimal, with a point even if it is whole (`38.0`)."""
    return typed(f"{value}.0" if WHOLE.fullmatch(value) else value, "xsd:decimal")


def share(value: float) -> Literal:
    """Return a number from 0 to 1 with two decimals.

    >>> share(0.9).value
    '0.90'
    """
    return typed(f"{value:.2f}", "xsd:decimal")


def spelt(value: Term) -> str:
    """Return a term as plain text: the lexical form of a literal, the IRI of a node."""
    return str(value) if isinstance(value, (BlankNode, Triple)) else value.value


def given(value: str) -> Literal | None:
    """Return a text, or None if it is empty."""
    return text(value) if value else None


def dated(value: str) -> Literal | None:
    """Return a date, or None if it is empty."""
    return date(value) if value else None
