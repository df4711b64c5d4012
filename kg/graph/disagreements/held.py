"""Values that facts give to things, with the tellings of each: who says it, when."""

from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass

from kg.graph.disagreements.collected import Tellings
from kg.graph.disagreements.single import posts
from kg.graph.disagreements.telling import (
    FactTelling,
    Source,
    source_of,
    triple_of,
)
from kg.graph.ontology import Ontology
from kg.model import (
    Article,
    Entity,
    Fact,
    Graph,
)
from kg.vocabulary import premise_of

LINKS = frozenset({"schema:containedInPlace", "schema:parentOrganization", "schema:owns"})

Texts = tuple[str, str]  # two values


@dataclass(frozen=True, slots=True)
class Held:
    """A value that a fact gives to somebody or something, with the tellings of it."""

    fact: Fact
    value: str
    tellings: Sequence[FactTelling]

    @property
    def sources(self) -> list[Source]:
        """The sources with a day that say that it is so at the time."""
        found: list[Source] = []
        for telling in self.tellings:
            source = telling.source
            if source.day and not telling.is_past:
                found.append(source)
        return found

    @property
    def days(self) -> list[str]:
        """The days on which it was told as so, in order."""
        return sorted(source.day for source in self.sources)

    @property
    def posts(self) -> set[str]:
        """The posts that the tellings name, of those that one person holds."""
        known = posts()
        roles = {telling.role.lower() for telling in self.tellings}
        roles.add(self.fact.role.lower())
        return {known[role] for role in roles if role in known}

    @property
    def articles(self) -> set[str]:
        """The articles that tell it."""
        return {passage.article for passage in self.fact.evidence}


@dataclass(frozen=True, slots=True)
class Known:
    """All that is needed to compare the facts of a graph; `links` are pairs that go together."""

    facts: Sequence[Fact]
    entities: Mapping[str, Entity]
    articles: Mapping[str, Article]
    tellings: Tellings
    links: frozenset[Texts]
    ontology: Ontology

    def held(self, fact: Fact, value: str) -> Held:
        """Return a fact with its tellings."""
        triple = triple_of(fact)
        watched = self.tellings.facts.get(triple, [])
        own = [telling for telling in watched if telling.evidence in fact.evidence]
        return Held(fact, value, own or self.told(fact))

    def told(self, fact: Fact) -> list[FactTelling]:
        """Return a telling for each sentence of a fact, as far as the fact itself shows it."""
        found: list[FactTelling] = []
        for passage in fact.evidence:
            article = self.articles.get(passage.article)
            if article is not None:
                source = source_of(article, fact.speakers)
                telling = FactTelling(passage, source, fact.past)
                found.append(telling)
        return found

    def are_in_succession(self, values: Texts) -> bool:
        """Return whether the text says that one came after the other."""
        first, second = values
        both_ways = {(first, second), (second, first)}
        return not both_ways.isdisjoint(self.tellings.successions)


def known_of(
    graph: Graph,
    tellings: Tellings,
    ontology: Ontology,
) -> Known:
    """Return what a graph and its articles tell."""
    return Known(
        graph.facts,
        {entity.id: entity for entity in graph.entities},
        {article.id: article for article in graph.articles},
        tellings,
        frozenset(_links(graph.facts)),
        ontology,
    )


def _links(facts: Iterable[Fact]) -> Iterator[Texts]:
    """Yield the pairs of things of which one contains, owns or heads the other."""
    for fact in facts:
        value = fact.object
        if fact.predicate in LINKS and isinstance(value, str):
            yield fact.subject, value
            yield value, fact.subject


def only_follows(fact: Fact) -> bool:
    """Return whether a fact is only a general form of another, or world knowledge."""
    if fact.gazetteer:
        return True
    return any(map(premise_of, fact.rules))
