"""An in-memory index of a graph's triples by subject and property, for tables and networks."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.rdf.iris import term
from kg.rdf.literals import Term, spelt

NAMES = (
    "rdfs:label",
    "schema:headline",
    "schema:text",
    "dcterms:source",
)  # what a thing is called by, the best first


class GraphIndex:
    """Triples by subject and property; subjects and values come in the order of the triples."""

    def __init__(self, triples: Iterable[Triple]):
        self._values: dict[Term, dict[NamedNode, list[Term]]] = {}
        for subject, predicate, value in triples:
            self._values.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def __iter__(self) -> Iterator[Term]:
        return iter(self._values)

    def properties(self, node: Term) -> Iterator[tuple[NamedNode, Term]]:
        """Yield every property of a node with each of its values."""
        for predicate, values in self._values.get(node, {}).items():
            yield from ((predicate, value) for value in values)

    def values(self, node: Term, curie: str) -> list[Term]:
        """Return the values of one property; empty if there are none."""
        return self._values.get(node, {}).get(term(curie), [])

    def texts(self, node: Term, curie: str) -> list[str]:
        """Return the values of one property as plain text."""
        return [spelt(value) for value in self.values(node, curie)]

    def text(self, node: Term, curie: str) -> str:
        """Return the first value of one property as plain text; empty if there is none."""
        return next(iter(self.texts(node, curie)), "")

    def is_a(self, node: Term, curie: str) -> bool:
        """Return whether the node has that class in the graph."""
        return term(curie) in self.values(node, "rdf:type")

    def label(self, node: Term) -> str:
        """Return a name for a node; its IRI if it has none, and for a literal its text."""
        names = (self.text(node, curie) for curie in NAMES)
        return next(filter(None, names), spelt(node))
