"""The kinds of things that a page distinguishes, each with its shape, and the classes of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.tables import table


class Kind(StrEnum):
    """A kind of thing."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    WORK = "work"
    ARTICLE = "article"
    STORY = "story"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A kind of thing in the legend: its key, its name for one and for many, and its shape.

    `path` draws that shape in a square of 16 pixels.
    """

    key: str
    one: str
    many: str
    shape: str
    path: str


LEGEND: Mapping[Kind, LegendEntry] = {
    Kind(key): LegendEntry(key, *words) for key, *words in table("kg.view", "kinds.tsv")
}

# The first of these classes that a thing falls under decides.
KIND_OF_CLASS: Mapping[str, Kind] = {
    "schema:NewsArticle": Kind.ARTICLE,
    "kg:Story": Kind.STORY,
    "sem:Event": Kind.EVENT,
    "schema:Person": Kind.PERSON,
    "kg:Group": Kind.GROUP,
    "schema:Organization": Kind.ORGANISATION,
    "schema:Place": Kind.PLACE,
    "schema:CreativeWork": Kind.WORK,
}

# Things of these kinds have no name of their own.
NAMELESS = frozenset((Kind.EVENT, Kind.ARTICLE, Kind.STORY))

# Nodes of these classes carry the evidence or the values of others and are no things themselves.
APPARATUS = frozenset(
    (
        "rdf:Statement",
        "nif:RFC5147String",
        "prov:Entity",
        "prov:Activity",
        "schema:Quotation",
        "schema:QuantitativeValue",
        "schema:MonetaryAmount",
        "kg:Refusal",
        "kg:EditorialDecision",
    )
)


def kind_of(classes: Iterable[str]) -> str:
    """Return the kind of a thing with these classes (curies, superclasses included).

    It is `other` if no class is known, and empty for apparatus.

    >>> kind_of(["kg:Crossing", "sem:Event"]), kind_of(["nif:RFC5147String"])
    ('event', '')
    >>> kind_of(["ex:Comet"]), kind_of([])
    ('other', '')
    """
    known = set(classes)
    if not known or known & APPARATUS:
        return ""
    for cls, kind in KIND_OF_CLASS.items():
        if cls in known:
            return kind.value
    return Kind.OTHER.value
