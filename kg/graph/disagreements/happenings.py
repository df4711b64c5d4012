"""Events with all that is needed to compare them: who takes part where, and who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from kg.graph.disagreements.single import PACKAGE
from kg.graph.disagreements.telling import Source, source_of
from kg.model import (
    Article,
    Entity,
    Event,
    Graph,
)
from kg.tables import listed, table

AGENT, PATIENT = "kg:agent", "kg:patient"
PLACES = ("sem:hasPlace", "kg:destination", "kg:origin")

Fillers = frozenset[str]
SourcePair = tuple[Source, Source]


@dataclass(frozen=True, slots=True)
class Once:
    """A class of event in which the same fillers of some roles take part once in some days."""

    cls: str
    roles: tuple[str, ...]
    days: int


@cache
def rare_kinds() -> tuple[Once, ...]:
    """Return the classes of event that happen to somebody only once, or once in a while."""
    rows = table(PACKAGE, "data/once.tsv")
    found: list[Once] = []
    for cls, roles, days in rows:
        once = Once(cls, listed(roles), int(days))
        found.append(once)
    return tuple(found)


def is_rare(event: Event) -> bool:
    """Return whether an event is of a class that happens to somebody only once in a while."""
    classes = {once.cls for once in rare_kinds()}
    return not classes.isdisjoint(event.types)


@dataclass(frozen=True, slots=True)
class Happenings:
    """The events of a graph, with its entities and articles by their ids."""

    events: Sequence[Event]
    entities: Mapping[str, Entity]
    articles: Mapping[str, Article]

    @classmethod
    def of(cls, graph: Graph) -> "Happenings":
        """Return the events of a graph."""
        entities = {entity.id: entity for entity in graph.entities}
        articles = {article.id: article for article in graph.articles}
        return cls(graph.events, entities, articles)

    def is_named(self, name: str) -> bool:
        """Return whether an id is that of a thing with a name."""
        entity = self.entities.get(name)
        return entity is not None and not entity.described

    def sources(self, event: Event) -> list[Source]:
        """Return who tells of an event."""
        names = {passage.article for passage in event.evidence}
        found: list[Source] = []
        for name in sorted(names):
            article = self.articles.get(name)
            if article is not None:
                found.append(source_of(article, event.speakers))
        return found

    def sources_apart(self, first: Event, second: Event) -> list[SourcePair]:
        """Return the pairs of sources of two events; none if one article tells both by itself."""
        pairs = list(product(self.sources(first), self.sources(second)))
        for one, other in pairs:
            if not one.is_other_than(other):
                return []
        return pairs


def fillers(event: Event, role: str) -> Fillers:
    """Return the ids of those who have a role in an event."""
    found: set[str] = set()
    for curie, filler in event.roles:
        if curie == role:
            found.add(filler)
    return frozenset(found)


def places(event: Event) -> Fillers:
    """Return the ids of the places of an event."""
    found: set[str] = set()
    for curie, filler in event.roles:
        if curie in PLACES:
            found.add(filler)
    return frozenset(found)


def have_other_places(first: Event, second: Event) -> bool:
    """Return whether two events have places, and none in common."""
    one = places(first)
    other = places(second)
    return bool(one) and bool(other) and one.isdisjoint(other)
