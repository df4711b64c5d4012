"""Sayings: what a graph says of one entity, each with the words of the articles that support it."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode, Store

from kg.query.nodes import Ends, label, named_values, text, value_labels

WHOLE = re.compile(r"[0-9]{1,9}")  # more figures than any article has characters
LEAD = 450  # characters after the headline: about two paragraphs
IN_LEAD = 2.0  # times the weight of a fact that stands in the headline or the lead
OF_TWO_THINGS = 2.0  # times the weight of a fact that ties a thing to another, not to a mere value


class Topic(StrEnum):
    """The headings of an explanation, in their order."""

    FACT = "Facts"
    EVENT = "Events"
    QUOTATION = "Quotations"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A sentence of an article.

    `published` is an ISO date; headline, outlet and date are empty if the article shows none. A
    gazetteer is a source without a sentence; its name is the outlet.
    """

    published: str
    headline: str
    begin: int
    sentence: str
    outlet: str
    document: str


class Tie(StrEnum):
    """The ways in which a fact or event stands to another that is told."""

    AGAINST = "against"  # both cannot be true
    BEFORE = "before"  # the other was so before, and gave place
    AFTER = "after"  # the other took its place
    PERHAPS = "perhaps"  # the other may be the same


@dataclass(frozen=True, slots=True)
class Other:
    """Another fact or event, beside one that is told: how it stands to it, its sentence, and where
    it is from.
    """

    tie: Tie
    sentence: str
    speakers: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """One fact, event or quotation.

    `confidence` is 0 to 1, or None if the graph gives none; `factuality` is as in the vocabulary
    ("Asserted"). `speakers` are those who say so, if it is not the articles themselves; `articles`
    counts the independent articles, 0 for world knowledge, whose source is then in `rules`.
    `merged` are the reasons for which several tellings were taken for one event, `others` what is
    told otherwise, was so before, came later, or is perhaps the same.
    """

    topic: Topic
    sentence: str
    factuality: str = ""
    confidence: float | None = None
    rules: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: int = 0
    sources: tuple[Source, ...] = ()
    merged: tuple[str, ...] = ()
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entity and all that is said of it. `merged` gives the reasons for which its mentions were
    taken for one, `decided` what people decided about it.
    """

    iri: str
    name: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]
    sayings: tuple[Saying, ...]
    merged: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()


def weight(saying: Saying, found: Ends) -> float:
    """Return how much a fact matters in the articles: 0 if none says so.

    What counts is how many say it, how often, how surely, and whether one does at its beginning;
    and what ties two things before what is merely a value.
    """
    sure = 1.0 if saying.confidence is None else saying.confidence
    told = saying.articles * sure * math.sqrt(len(saying.sources))
    if any(map(_is_in_lead, saying.sources)):
        told *= IN_LEAD
    _, _, value = found
    return told if isinstance(value, Literal) else told * OF_TWO_THINGS


def _is_in_lead(source: Source) -> bool:
    """Return whether a passage begins in the headline or the lead of its article."""
    return bool(source.sentence) and source.begin < len(source.headline) + LEAD


def sources_of(store: Store, node: NamedNode) -> Iterator[Source]:
    """Yield the passages that a node comes from, and the gazetteers, which have a name and no
    words.
    """
    for origin in named_values(store, node, "prov:wasDerivedFrom"):
        documents = named_values(store, origin, "nif:referenceContext")
        for document in documents:
            yield _passage(store, origin, document)
        if not documents:
            yield _gazetteer(store, origin)


def _passage(store: Store, passage: NamedNode, document: NamedNode) -> Source:
    begin = text(store, passage, "nif:beginIndex")
    outlets = value_labels(store, document, "schema:publisher")
    return Source(
        published=text(store, document, "schema:datePublished"),
        headline=text(store, document, "schema:headline"),
        begin=whole(begin, 0),
        sentence=text(store, passage, "nif:anchorOf"),
        outlet=", ".join(outlets),
        document=document.value,
    )


def _gazetteer(store: Store, origin: NamedNode) -> Source:
    return Source(
        published="",
        headline="",
        begin=0,
        sentence="",
        outlet=label(store, origin),
        document=origin.value,
    )


def whole(number: str, default: int) -> int:
    """Return a whole number; the default if the graph, which anybody may have written, has none."""
    if WHOLE.fullmatch(number) is None:
        return default
    return int(number)
