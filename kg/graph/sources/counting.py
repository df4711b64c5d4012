"""The number of independent sources of facts and events.

An article that gives the report of an agency, or the text of another article, is no second source,
nor is another paper of the same house.
"""

from collections import defaultdict
from collections.abc import (
    Iterable,
    Mapping,
)
from dataclasses import (
    dataclass,
    replace,
)
from typing import TypeVar

from kg.graph.ontology import (
    Ontology,
    confidence,
)
from kg.graph.sources.credits import Credits
from kg.model import (
    Article,
    Event,
    Fact,
    Origin,
    Passage,
)

Told = TypeVar("Told", Fact, Event)


@dataclass(frozen=True)
class Sources:
    """Articles and their origins, by id of the article, and the ways to credit an outlet."""

    articles: Mapping[str, Article]
    origins: Mapping[str, Origin]
    credits: Credits

    def counted(self, told: Iterable[Told]) -> tuple[Told, ...]:
        """Return facts or events with the number of their independent sources."""
        return tuple(map(self._counted, told))

    def _counted(self, told: Told) -> Told:
        if told.articles < 2:
            return told
        count = len(self.of(told.evidence))
        if count >= told.articles:
            return told
        learned = told.probability if isinstance(told, Fact) else 0.0
        sure = confidence(told.rules, count, learned)
        return replace(told, articles=count, confidence=sure)

    def of(self, passages: Iterable[Passage]) -> set[str]:
        """Return the origins of what some passages say, one for each article at most.

        An outlet counts as the house that it is of. The origin is that of a sentence only if the
        article does not say so itself.
        """
        by_article: dict[str, set[str]] = defaultdict(set)
        for passage in passages:
            origin = self._of_passage(passage)
            by_article[passage.article].add(origin)
        found: set[str] = set()
        for article, origins in by_article.items():
            own = self._of_article(article)
            first = min(origins)
            found.add(own if own in origins else first)
        return found

    def _of_passage(self, passage: Passage) -> str:
        article = self.articles[passage.article]
        sentence = passage.of(article.text)
        outlet = self.credits.of_sentence(sentence)
        return self._house(outlet) if outlet else self._of_article(article.id)

    def _of_article(self, article: str) -> str:
        origin = self.origins.get(article)
        if origin is None:
            return article
        return self._house(origin.source) or origin.first

    def _house(self, outlet: str) -> str:
        """Return the house of an outlet, else the outlet itself."""
        return self.credits.outlets.origins.get(outlet, outlet)


def sources_of(
    articles: Iterable[Article], origins: Iterable[Origin], ontology: Ontology
) -> Sources:
    """Return some articles as sources, with the origins that `origins_of` found."""
    by_id = {article.id: article for article in articles}
    of_article = {origin.article: origin for origin in origins}
    known = Credits(ontology.outlets)
    return Sources(by_id, of_article, known)
