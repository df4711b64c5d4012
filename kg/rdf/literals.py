"""Values as RDF literals: texts, dates at the precision that they have, numbers with few digits."""

import re
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.model import Fact
from kg.rdf.iris import Iris, term

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
    if not datatype:
        return text(value)
    whole = SURROGATE.sub("\ufffd", value)
    return Literal(whole, datatype=term(datatype))


def date(value: str) -> Literal:
    """Return an ISO date with the datatype of its precision; any other form stays plain text.

    >>> date("2021-02").datatype == term("xsd:gYearMonth")
    True
    """
    for form, datatype in DATATYPE_OF_DATE:
        if form.fullmatch(value):
            return typed(value, datatype)
    return text(value)


def moment(value: str) -> Literal:
    """Return an ISO date, with its time of day or without.

    >>> moment("2021-02-26T10:00:00+01:00").datatype == term("xsd:dateTime")
    True
    """
    return typed(value, "xsd:dateTime") if "T" in value else date(value)


def number(value: str) -> Literal:
    """Return a canonical number: xsd:integer for whole ones, else xsd:decimal; the two compare as
    numbers.
    """
    if WHOLE.fullmatch(value):
        return typed(value, "xsd:integer")
    if DECIMAL.fullmatch(value):
        return typed(value, "xsd:decimal")
    return text(value)


def integer(value: int) -> Literal:
    """Return a whole number as xsd:integer."""
    return typed(str(value), "xsd:integer")


def decimal(value: str) -> Literal:
    """Return a number as xsd:decimal, with a point even if it is whole (`38.0`)."""
    digits = f"{value}.0" if WHOLE.fullmatch(value) else value
    return typed(digits, "xsd:decimal")


def boolean(value: bool) -> Literal:
    """Return a truth value as xsd:boolean."""
    return typed("true" if value else "false", "xsd:boolean")


def share(value: float) -> Literal:
    """Return a number from 0 to 1 with two decimals.

    >>> share(0.9).value
    '0.90'
    """
    return typed(f"{value:.2f}", "xsd:decimal")


def object_of(fact: Fact, iris: Iris) -> NamedNode | Literal:
    """Return the object of a fact as a node or a literal."""
    value = fact.object
    if isinstance(value, str):
        return iris.node(value)
    return typed(value.text, value.datatype)


def spelt(value: Term) -> str:
    """Return a term as plain text: the lexical form of a literal, the IRI of a node."""
    if isinstance(value, (BlankNode, Triple)):
        return str(value)
    return value.value
