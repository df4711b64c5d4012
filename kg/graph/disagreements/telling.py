"""Tellings: what one sentence of one article says, with who says it, when."""

from dataclasses import dataclass

from kg.model import (
    Article,
    Fact,
    Literal,
    Passage,
)

Triple = tuple[str, str, str | Literal]  # subject, predicate, object


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a telling: an article of a day, or somebody whom it names.

    `article` is its id, `day` the date on which it came out and `publisher` its outlet, both empty
    if they are not known; `speakers` are the ids of those who say so, if it does not speak itself.
    """

    article: str
    day: str = ""
    publisher: str = ""
    speakers: tuple[str, ...] = ()

    def is_other_than(self, other: "Source") -> bool:
        """Return whether two tellings can disagree: no article contradicts itself."""
        if self.article != other.article:
            return True
        return self.speakers != other.speakers

    def speaks_for(self, other: "Source") -> bool:
        """Return whether one outlet or one speaker stands behind both tellings."""
        if self.speakers or other.speakers:
            return self.speakers == other.speakers
        return bool(self.publisher) and self.publisher == other.publisher


def source_of(article: Article, speakers: tuple[str, ...] = ()) -> Source:
    """Return the source of what an article says, or somebody in it."""
    return Source(article.id, article.published, article.publisher, speakers)


@dataclass(frozen=True, slots=True)
class FactTelling:
    """A fact as one sentence says it.

    `is_past` marks what the sentence says to be over.
    """

    evidence: Passage
    source: Source
    is_past: bool = False
    role: str = ""


def triple_of(fact: Fact) -> Triple:
    """Return the triple of a fact."""
    return fact.subject, fact.predicate, fact.object
