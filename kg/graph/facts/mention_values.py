"""Values of single mentions: the id of an entity, a day, a number; and literals of them.

The datatype of a date tells how precise it is: to the year, the month or the day.
"""

import re
from collections.abc import Container, Iterable

from kg.graph.ontology import LinkedMentions
from kg.model import Kind, Literal, Mention

DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}  # by length of an ISO date
YEAR = "xsd:gYear"
INTEGER = "xsd:integer"
DECIMAL = "xsd:decimal"
INTEGERS = frozenset(
    {
        INTEGER,
        "xsd:byte",
        "xsd:int",
        "xsd:long",
        "xsd:nonNegativeInteger",
        "xsd:positiveInteger",
        "xsd:short",
        "xsd:unsignedByte",
        "xsd:unsignedInt",
        "xsd:unsignedLong",
        "xsd:unsignedShort",
    }
)
NUMBERS = INTEGERS | {DECIMAL, "xsd:double", "xsd:float"}
WHOLE_NUMBER = re.compile(r"[0-9]+")
ANY_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def id_of(mention: Mention | None, linked: LinkedMentions) -> str:
    """Return the id of the entity of a mention, empty if it is nobody known."""
    if mention is None:
        return ""
    entity = linked.of(mention)
    return entity.id if entity is not None else ""


def day_of(mention: Mention | None) -> str:
    """Return the single date of a mention, empty if it has none."""
    if mention is None or mention.time is None:
        return ""
    time = mention.time
    return time.start if time.is_point else ""


def count_of(mention: Mention) -> str:
    """Return how many a group or quantity counts; empty if the words give no single number."""
    quantity = mention.quantity
    if mention.kind is Kind.QUANTITY and quantity is not None:
        return quantity.value
    return str(mention.size) if mention.size else ""


def date_literal(text: str, datatypes: Container[str]) -> Literal | None:
    """Return an ISO date as a literal of its precision; None for other words.

    Where only years are asked for, it is the year of the date.
    """
    datatype = DATE_TYPES.get(len(text))
    if datatype is None:
        return None
    if datatype in datatypes:
        return Literal(text, datatype)
    year = text[:4]
    return Literal(year, YEAR) if YEAR in datatypes else None


def number_literal(text: str, datatypes: Iterable[str]) -> Literal | None:
    """Return a number as a literal of the first datatype that takes it; None for other words."""
    for datatype in datatypes:
        form = WHOLE_NUMBER if datatype in INTEGERS else ANY_NUMBER
        if datatype in NUMBERS and form.fullmatch(text):
            return Literal(text, datatype)
    return None
