"""An in-memory index of a graph's triples by subject and property, for tables and networks."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.rdf import Term, spelt, term

NAMES = (
    "rdfs:label",
    "schema:headline",
    "schema:text",
    "dcterms:source",
)  # what a thing is called by, the best first


Values = dict[NamedNode, list[Term]]  # by property


class GraphIndex:
    """Triples by subject and property; subjects and values come in the order of the triples."""

    def __init__(self, triples: Iterable[Triple]):
        self._values_of: dict[Term, Values] = {}
        for subject, predicate, value in triples:
            values = self._values_of.setdefault(subject, {})
            values.setdefault(predicate, []).append(value)

    def __iter__(self) -> Iterator[Term]:
        return iter(self._values_of)

    def properties(self, node: Term) -> Iterator[tuple[NamedNode, Term]]:
        """Yield every property of a node with each of its values."""
        values_of = self._values_of.get(node, {})
        for predicate, values in values_of.items():
            for value in values:
                yield predicate, value

    def values(self, node: Term, curie: str) -> list[Term]:
        """Return the values of one property; empty if there are none."""
        values_of = self._values_of.get(node, {})
        return values_of.get(term(curie), [])

    def texts(self, node: Term, curie: str) -> list[str]:
        """Return the values of one property as plain text."""
        return list(map(spelt, self.values(node, curie)))

    def text(self, node: Term, curie: str) -> str:
        """Return the first value of one property as plain text; empty if there is none."""
        values = self.values(node, curie)
        return spelt(values[0]) if values else ""

    def is_a(self, node: Term, curie: str) -> bool:
        """Return whether the node has that class in the graph."""
        return term(curie) in self.values(node, "rdf:type")

    def label(self, node: Term) -> str:
        """Return a name for a node; its IRI if it has none, and for a literal its text."""
        for curie in NAMES:
            name = self.text(node, curie)
            if name:
                return name
        return spelt(node)
