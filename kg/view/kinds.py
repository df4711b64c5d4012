"""The kinds of things that a page distinguishes, each with its shape, and the classes of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: its key, its name for one and for many, and its shape."""

    key: str
    one: str
    many: str
    shape: str


KINDS = (
    Kind("person", "person", "people", "dot"),
    Kind("group", "group", "groups", "hexagon"),
    Kind("organisation", "organisation", "organisations", "square"),
    Kind("place", "place", "places", "triangle"),
    Kind("event", "event", "events", "diamond"),
    Kind("work", "work", "works", "star"),
    Kind("article", "article", "articles", "triangleDown"),
    Kind("other", "other thing", "other things", "cross"),  # a shape that vis-network does not have
)
SHAPE_OF_KIND: Mapping[str, str] = {kind.key: kind.shape for kind in KINDS}

# The first of these classes that a thing falls under decides.
KIND_OF_CLASS: Mapping[str, str] = {
    "schema:NewsArticle": "article",
    "sem:Event": "event",
    "schema:Person": "person",
    "kg:Group": "group",
    "schema:Organization": "organisation",
    "schema:Place": "place",
    "schema:CreativeWork": "work",
}

# Nodes of these classes carry the evidence or the values of others and are no things themselves.
APPARATUS = frozenset(
    (
        "rdf:Statement",
        "nif:RFC5147String",
        "prov:Entity",
        "schema:Quotation",
        "schema:QuantitativeValue",
        "schema:MonetaryAmount",
        "kg:Refusal",
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
    return next((kind for cls, kind in KIND_OF_CLASS.items() if cls in known), "other")
