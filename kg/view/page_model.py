"""The model of a page, as plain values.

It has things, facts about them, quotations, and the articles and passages that they rest on.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Texts = tuple[str, ...]
Pair = tuple[str, str]
Numbers = tuple[int, ...]
Point = tuple[float, float]  # latitude and longitude, in degrees


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: characters `start` up to, not including, `end`.

    Offsets count Unicode code points; `text` are the words.
    """

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence for a fact, event or quotation.

    `confidence` is 0 to 1, or None if the graph gives none. `speakers` are the IRIs of those who
    say so; `articles` counts the independent articles, 0 for world knowledge. `sources` are the
    names of gazetteers, `decided` what people decided, in words: what, who, when and why.
    """

    factuality: str = ""
    confidence: float | None = None
    rules: Texts = ()
    speakers: Texts = ()
    articles: int = 0
    passages: tuple[Passage, ...] = ()
    sources: Texts = ()
    decided: Texts = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article.

    `published` is an ISO date. Whatever the graph does not say is empty, and so is a missing text.
    """

    iri: str
    headline: str
    outlet: str = ""
    published: str = ""
    authors: Texts = ()
    address: str = ""
    text: str = ""
    mentions: Texts = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the picture: an entity, an event or an article.

    `kind` is one of `kinds.KINDS`; `types` are its classes in words, the most special first.
    `attributes` are pairs of words. `evidence` is an event's own. `start` and `end` are ISO dates
    of an event, empty if unknown; `within` is the date of the whole, if it has none itself, and
    when that ends, if the graph says so. `talk` marks events that are but an act of speaking that
    took place. `classes` are curies; `point` is the latitude and longitude of a place, in degrees.
    """

    iri: str
    kind: str
    name: str
    aliases: Texts = ()
    types: Texts = ()
    links: Texts = ()
    doubtful_links: Texts = ()
    attributes: tuple[Pair, ...] = ()
    evidence: Evidence | None = None
    start: str = ""
    end: str = ""
    within: Texts = ()
    talk: bool = False
    classes: Texts = ()
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two things, a role in an event, or an attribute.

    An attribute has no `object`; `value` is its text. `predicate` is a curie or IRI. `qualifiers`
    are pairs of words ("since", "2011"). The evidence of a role is its event's. `statement` is the
    IRI of the node that carries the evidence; empty if there is none. `implied` are the statements
    that only say the same in general, which the page leaves out. `against` are the numbers of the
    facts that cannot be true with it, `replaced` of those whose place it took.
    """

    subject: str
    predicate: str
    object: str = ""
    value: str = ""
    role: str = ""
    qualifiers: tuple[Pair, ...] = ()
    evidence: Evidence | None = None
    of_event: bool = False
    statement: str = ""
    implied: Texts = ()
    against: Numbers = ()
    replaced: Numbers = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said; `speaker` and `addressee` are IRIs, empty if unknown."""

    text: str
    speaker: str = ""
    addressee: str = ""
    date: str = ""
    indirect: bool = False
    evidence: Evidence | None = None
    iri: str = ""


@dataclass(frozen=True, slots=True)
class PageModel:
    """Everything that a page shows, each tuple in a fixed order.

    `articles` is how many articles the graph has if the page shows only the newest, otherwise 0.
    """

    documents: tuple[Document, ...] = ()
    things: tuple[Thing, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    articles: int = 0

    def index(self) -> "NumberByIri":
        """Return the number of each thing, by IRI."""
        return {thing.iri: number for number, thing in enumerate(self.things)}


NumberByIri = Mapping[str, int]
ThingByIri = Mapping[str, Thing]
