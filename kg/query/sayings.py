"""Sayings: what a graph says of one entity, each with the words of the articles that support it."""

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Saying:
    """One fact, event or quotation.

    `confidence` is 0 to 1, or None if the graph gives none; `factuality` is as in the vocabulary
    ("Asserted"). `speakers` are those who say so, if it is not the articles themselves; `articles`
    counts the independent articles, 0 for world knowledge, whose source is then in `rules`.
    """

    topic: Topic
    sentence: str
    factuality: str = ""
    confidence: float | None = None
    rules: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: int = 0
    sources: tuple[Source, ...] = ()


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
