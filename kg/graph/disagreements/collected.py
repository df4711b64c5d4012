"""The tellings of articles that may disagree, taken in one article after the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import (
    dataclass,
    field,
    replace,
)

from kg.graph.disagreements.single import single
from kg.graph.disagreements.telling import (
    FactTelling,
    Triple,
    source_of,
    triple_of,
)
from kg.graph.disagreements.tolls import Toll, tolls
from kg.graph.disagreements.turns import (
    Succession,
    Turn,
    bounded_properties,
    successions,
    turns,
)
from kg.graph.events import EventMention
from kg.graph.ontology import LinkedMentions, Ontology
from kg.model import (
    Disagreement,
    Fact,
    Graph,
    Reading,
)

ByTriple = dict[Triple, list[FactTelling]]


@dataclass(slots=True)
class Tellings:
    """The tellings of some articles.

    They are of facts with one value, of posts that are taken up or left, of who came after whom,
    and of tolls.
    """

    facts: ByTriple = field(default_factory=lambda: defaultdict(list))
    turns: list[Turn] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    successions: set[Succession] = field(default_factory=set)

    def add(
        self,
        reading: Reading,
        stated: Iterable[Fact],
        mentions: Sequence[EventMention],
        linked: LinkedMentions,
        ontology: Ontology,
    ) -> None:
        """Take in what one article states and tells."""
        bounded = bounded_properties()
        for fact in stated:
            curie = fact.predicate
            if curie in bounded or single(curie, ontology) is not None:
                self._add(fact, reading)
        self.turns += turns(reading, mentions, linked)
        self.tolls += tolls(reading, mentions, linked)
        found = successions(reading, linked)
        self.successions.update(found)

    def _add(self, fact: Fact, reading: Reading) -> None:
        if not fact.factuality.stands:
            return
        source = source_of(reading.article, fact.speakers)
        triple = triple_of(fact)
        for passage in fact.evidence:
            telling = FactTelling(passage, source, fact.past, fact.role)
            self.facts[triple].append(telling)


def with_more(graph: Graph, found: Iterable[Disagreement]) -> Graph:
    """Return a graph with further disagreements, each once, sorted by content."""
    by_content: dict[tuple[str, ...], Disagreement] = {}
    for disagreement in (*graph.disagreements, *found):
        content = _content(disagreement)
        by_content[content] = disagreement
    ordered = [by_content[content] for content in sorted(by_content)]
    return replace(graph, disagreements=tuple(ordered))


def _content(disagreement: Disagreement) -> tuple[str, ...]:
    first = _end(disagreement.first)
    second = _end(disagreement.second)
    return (str(disagreement.is_change), *first, *second)


def _end(end: Fact | str) -> tuple[str, ...]:
    """Return what a statement says, or the id of an event."""
    if isinstance(end, str):
        return (end,)
    value = end.object
    text = value if isinstance(value, str) else value.text
    bounds = (end.role, end.start, end.end)
    return end.subject, end.predicate, text, end.factuality, *bounds
