"""The words of an explanation that are not those of a property: qualifiers, roles in events,
factuality.

They are wording of the output, not knowledge of English.
"""

import re
from collections.abc import Mapping

from kg.tables import words_for

# Properties that do not speak of the thing itself, but of its name or of how the graph was made.
ADMINISTRATIVE = frozenset(
    ("kg:mergeReason", "kg:sha256", "rdf:type", "rdfs:label", "schema:mentions", "skos:altLabel")
)

# Properties whose value is an address, to be told as it is.
ADDRESSES = frozenset(("owl:sameAs", "skos:closeMatch"))

WORD_OF_QUALIFIER: Mapping[str, str] = words_for("kg.query", "qualifier")

# The words for the participants and places of an event, in this order. A general property counts
# only for those that have no special one.
WORD_OF_ROLE: Mapping[str, str] = words_for("kg.query", "role")
GENERAL_ROLES = ("sem:hasActor", "sem:hasPlace")

OPENING_OF_FACTUALITY: Mapping[str, str] = words_for("kg.query", "opening")


def printable(text: str) -> str:
    """Return the text on one line and without the characters that a terminal would act on.

    >>> printable("two\\nlines\\x1b[2J")
    'two lines[2J'
    """
    return "".join(c for c in re.sub(r"\s", " ", text) if c.isprintable())
