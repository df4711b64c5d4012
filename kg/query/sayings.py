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
