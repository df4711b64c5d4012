"""A graph in memory, indexed by property and subject, for questions about single nodes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from sys import intern
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, Triple

from kg.vocabulary import compact

Values = str | list[str]  # most properties have one value, and a list for each would take much room

NOTHING: Mapping[str, Values] = {}

T = TypeVar("T")


class Triples:
    """The triples of a graph by property (curie) and subject (IRI), without those about triples.

    Blank nodes are called b0, b1 … in their order: the parser names some at random.
    """

    def __init__(self, triples: Iterable[Triple] = ()):
        self._nodes: dict[str, dict[str, Values]] = defaultdict(dict)
        self._texts: dict[str, dict[str, Values]] = defaultdict(dict)
        self._of_class: dict[str, set[str]] = defaultdict(set)
        for _ in self.passing(triples):
            pass

    def passing(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        """Take in triples one by one and yield them again.

        So a graph can be indexed and written out without being held as a list.
        """
        names: dict[BlankNode, BlankNode] = {}
        for triple in triples:  # there may be millions: one loop, without calls of our own
            node, property_, value = triple
            if isinstance(node, Triple) or isinstance(value, Triple):
                continue
            if isinstance(node, BlankNode) or isinstance(value, BlankNode):
                node, value = _named(node, names), _named(value, names)
                triple = Triple(node, property_, value)
            subject, predicate = intern(node.value), compact(property_.value)
            text = intern(value.value)
            values = (self._texts if isinstance(value, Literal) else self._nodes)[predicate]
            known = values.setdefault(subject, text)
            if isinstance(known, list):
                known.append(text)
            elif known != text:
                values[subject] = [known, text]
            if predicate == "rdf:type":
                self._of_class[compact(text)].add(subject)
            yield triple

    def all_classes(self) -> tuple[str, ...]:
        """Return every class that has members in the graph, in order of curie."""
        return tuple(sorted(self._of_class))

    def of_class(self, curie: str) -> tuple[str, ...]:
        """Return the subjects that the graph gives that class, in order of IRI."""
        return tuple(sorted(self._of_class.get(curie, ())))

    def links(self) -> tuple[str, ...]:
        """Return every property that has nodes as values, in order of curie."""
        return tuple(sorted(self._nodes))

    def subjects_with(self, predicate: str) -> Collection[str]:
        """Return the subjects that have a property, in any order."""
        with_node = self._nodes.get(predicate, NOTHING)
        with_text = self._texts.get(predicate, NOTHING)
        return with_node.keys() | with_text.keys()

    def nodes(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the values of a property that are nodes, as IRIs in order."""
        return _in_order(self._nodes.get(predicate, NOTHING).get(subject))

    def texts(self, subject: str, predicate: str) -> tuple[str, ...]:
        """Return the values of a property that are literals, as texts in order."""
        return _in_order(self._texts.get(predicate, NOTHING).get(subject))

    def node(self, subject: str, predicate: str) -> str:
        """Return the first value that is a node; empty if there is none."""
        return _first(self._nodes.get(predicate, NOTHING).get(subject, ""))

    def text(self, subject: str, predicate: str) -> str:
        """Return the first value that is a literal; empty if there is none."""
        return _first(self._texts.get(predicate, NOTHING).get(subject, ""))

    def classes(self, subject: str) -> tuple[str, ...]:
        """Return the classes of a subject as curies, in order of IRI."""
        return tuple(map(compact, self.nodes(subject, "rdf:type")))


def _named(value: T, names: dict[BlankNode, BlankNode]) -> T | BlankNode:
    """Return a blank node by its new name; any other value as it is."""
    if not isinstance(value, BlankNode):
        return value
    return names.setdefault(value, BlankNode(f"b{len(names)}"))


def _in_order(values: Values | None) -> tuple[str, ...]:
    """Return the values sorted, each once."""
    if values is None:
        return ()
    return (values,) if isinstance(values, str) else tuple(sorted(set(values)))


def _first(values: Values) -> str:
    return values if isinstance(values, str) else min(values)
