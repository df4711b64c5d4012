"""What a page tells: things, facts about them, quotations, and the articles and passages that they rest on. Plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: characters `start` up to, not including, `end`, in Unicode code points; `text` are its words."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact, event or quotation rests on.

    `confidence` is 0 to 1, or None where the graph gives none. `speakers` are the IRIs of those who say so; `articles` counts the
    independent articles, 0 for world knowledge. `sources` are the names of gazetteers.
    """

    factuality: str = ""
    confidence: float | None = None
    rules: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: int = 0
    passages: tuple[Passage, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article. `published` is an ISO date; what the graph does not tell is empty, and so is a text that is not there."""

    iri: str
    headline: str
    outlet: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    address: str = ""
    text: str = ""
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the picture: an entity, an event or an article.

    `kind` is one of `kinds.KINDS`; `types` are its classes in words, the most special first. `attributes` are pairs of words.
    `evidence` is an event's own. `start` and `end` are ISO dates of an event, empty where unknown. `talk` marks events that are
    but an act of speaking that took place. `classes` are curies; `point` is the latitude and longitude of a place, in degrees.
    """

    iri: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    doubtful_links: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    evidence: Evidence | None = None
    start: str = ""
    end: str = ""
    talk: bool = False
    classes: tuple[str, ...] = ()
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two things, a role in an event, or an attribute (`object` is empty, `value` is its text).

    `predicate` is a curie or IRI. `qualifiers` are pairs of words ("since", "2011"). The evidence of a role is its event's.
    `statement` is the IRI of the node that carries the evidence; empty where there is none. `implied` are those of the facts that
    only say the same in general, which the page does not tell.
    """

    subject: str
    predicate: str
    object: str = ""
    value: str = ""
    role: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    evidence: Evidence | None = None
    of_event: bool = False
    statement: str = ""
    implied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said; `speaker` and `addressee` are IRIs, empty where unknown."""

    text: str
    speaker: str = ""
    addressee: str = ""
    date: str = ""
    indirect: bool = False
    evidence: Evidence | None = None
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a page tells, each tuple in a fixed order.

    `articles` is how many articles the graph has where the page shows the newest of them, 0 where it is not cut so.
    """

    documents: tuple[Document, ...] = ()
    things: tuple[Thing, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    articles: int = 0
