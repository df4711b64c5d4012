"""The graph as a dataset with one named graph for each article: to drop that graph is to take the
article back.

A triple stands in the graph of every article that says it; the union of all graphs is the whole.
The graph of an article has its description and passages, the facts, events and quotations with a
passage in it, and names and classes of what it mentions. Without any article, such as what a
gazetteer says, a triple is in the default graph. Figures over all articles (`kg:sourceCount`,
`kg:confidence`) are those of the whole in each of them.
"""

from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from functools import cache
from itertools import product
from typing import NamedTuple

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from kg.exports.graph_index import GraphIndex
from kg.rdf import Term, spelt, term
from kg.vocabulary import compact

CONTEXT, DERIVED = "nif:referenceContext", "prov:wasDerivedFrom"
ARTICLE, STATEMENT = "schema:NewsArticle", "rdf:Statement"
ENDS = ("rdf:subject", "rdf:predicate", "rdf:object")

Articles = frozenset[NamedNode]
NONE: Articles = frozenset()


class Said(NamedTuple):
    """A fact: the property of its statement, and the articles that it comes from."""

    predicate: Term
    articles: Articles


class ByArticle:
    """The articles of every node and fact of a graph."""

    def __init__(self, triples: Sequence[Triple]):
        self._index = GraphIndex(triples)
        self._mentioning: dict[Term, set[NamedNode]] = {}
        self._using: dict[Term, set[NamedNode]] = {}
        self._facts: dict[tuple[Term, Term], list[Said]] = {}
        for node in self._index:
            self._note(node)

    def _note(self, node: Term) -> None:
        """Take down what a node says of the articles of others."""
        index = self._index
        if index.is_a(node, ARTICLE) and isinstance(node, NamedNode):
            for _, value in index.properties(node):
                mentioning = self._mentioning.setdefault(value, set())
                mentioning.add(node)
            return
        articles = self._sources(node)
        if index.is_a(node, STATEMENT):
            self._note_fact(node, articles)
            return
        for _, value in index.properties(node):
            using = self._using.setdefault(value, set())
            using.update(articles)

    def _note_fact(self, statement: Term, articles: Articles) -> None:
        """Take down the articles of a fact, by its ends; a statement that lacks one is none."""
        ends = [self._index.values(statement, end)[:1] for end in ENDS]
        for subject, predicate, value in product(*ends):
            ends_of_fact = (subject, value)
            facts = self._facts.setdefault(ends_of_fact, [])
            facts.append(Said(predicate, articles))

    def _sources(self, node: Term) -> Articles:
        """Return the articles of the passages that a node comes from."""
        found: set[NamedNode] = set()
        for passage in self._index.values(node, DERIVED):
            contexts = self._contexts(passage)
            found.update(contexts)
        return frozenset(found)

    def _contexts(self, passage: Term) -> Iterator[NamedNode]:
        """Yield the article of a passage."""
        for article in self._index.values(passage, CONTEXT):
            if isinstance(article, NamedNode):
                yield article

    def of_node(self, node: Term) -> Articles:
        """Return the articles that a node belongs to: itself, that of a passage, those that it
        comes from, that mention it, or whose events use it.
        """
        if self._index.is_a(node, ARTICLE) and isinstance(node, NamedNode):
            return frozenset((node,))
        candidates = (
            self._contexts(node),
            self._sources(node),
            self._mentioning.get(node, NONE),
            self._using.get(node, NONE),
        )
        found = map(frozenset, candidates)
        return next(filter(None, found), NONE)

    def of_triple(self, triple: Triple) -> Articles:
        """Return the articles that say a triple."""
        subject, predicate, value = triple
        if predicate == term(DERIVED):
            contexts = frozenset(self._contexts(value))
            return contexts or self.of_node(subject)
        facts = self._facts.get((subject, value), [])
        swapped = self._facts.get((value, subject), [])
        said = [fact for fact in facts if fact.predicate == predicate]
        if not said:
            said = [fact for fact in swapped if _are_opposites(fact.predicate, predicate)]
        if not said and not isinstance(value, Literal):
            said = [*facts, *swapped]
        if not said:
            return self.of_node(subject)
        articles = [fact.articles for fact in said]
        return NONE.union(*articles)


def _are_opposites(one: Term, other: Term) -> bool:
    """Return whether one property says the same as another one with the ends swapped."""
    curie = compact(spelt(one))
    opposites = _opposites().get(curie, frozenset())
    return compact(spelt(other)) in opposites


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    """Return the inverse of each property of the built-in vocabulary; itself if it is symmetric."""
    # Late: the other exports need no ontology.
    from kg.graph.ontology import load

    opposites: dict[str, frozenset[str]] = {}
    for curie, entry in load().properties.items():
        mirror = curie if entry.symmetric else ""
        both = {entry.inverse, mirror}
        opposites[curie] = frozenset(both - {""})
    return opposites


def named_graphs(triples: Sequence[Triple]) -> list[Quad]:
    """Return triples as quads, each in the graph of every article that says it; sorted by graph."""
    by_article = ByArticle(triples)
    quads: list[Quad] = []
    for triple in triples:
        articles = by_article.of_triple(triple)
        graphs: Iterable[NamedNode | DefaultGraph] = articles or (DefaultGraph(),)
        subject, predicate, value = triple
        quads += [Quad(subject, predicate, value, graph) for graph in graphs]
    return sorted(quads, key=_place)


def _place(quad: Quad) -> tuple[str, str]:
    """Return the sorting key of a quad; those of the default graph come first."""
    graph = quad.graph_name
    name = graph.value if isinstance(graph, NamedNode) else ""
    triple = str(quad.triple)
    return name, triple
