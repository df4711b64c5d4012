"""Values of single mentions: the id of an entity, a day, a number; and literals of them.

The datatype of a date tells how precise it is: to the year, the month or the day.
"""

import re

from kg.graph.ontology import LinkedMentions
from kg.model import Kind, Literal, Mention

DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}  # by length of an ISO date
INTEGER = "xsd:integer"
WHOLE_NUMBER = re.compile(r"[0-9]+")


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


def date_literal(text: str) -> Literal | None:
    """Return an ISO date as a literal of its precision; None for other words."""
    datatype = DATE_TYPES.get(len(text))
    if datatype is None:
        return None
    return Literal(text, datatype)


def number_literal(text: str) -> Literal | None:
    """Return a whole number as a literal; None for other words."""
    if WHOLE_NUMBER.fullmatch(text) is None:
        return None
    return Literal(text, INTEGER)
