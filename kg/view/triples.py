"""A graph in memory, indexed by property and subject, for questions about single nodes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from sys import intern
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, Triple

from kg.vocabulary import compact

# Most properties have one value, and a list for each would take much room.
Stored = str | list[str]
ValueBySubject = dict[str, Stored]
Values = tuple[str, ...]

NOTHING: ValueBySubject = {}
NO_VALUE: Stored = []

T = TypeVar("T")


class _Table(defaultdict[str, ValueBySubject]):
    """The values of subjects (IRI), by property (curie)."""

    def stored(self, subject: str, predicate: str) -> Stored:
        """Return the values as they are stored; an empty list if there are none."""
        by_subject = self.get(predicate, NOTHING)
        return by_subject.get(subject, NO_VALUE)


class Triples:
    """The triples of a graph by property (curie) and subject (IRI), without those about triples.

    Blank nodes are called b0, b1 … in their order: the parser names some at random.
    """

    def __init__(self, triples: Iterable[Triple] = ()):
        self._nodes = _Table(dict)
        self._texts = _Table(dict)
        self._of_class = defaultdict[str, set[str]](set)
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
                node = _named(node, names)
                value = _named(value, names)
                triple = Triple(node, property_, value)
            subject = intern(node.value)
            predicate = compact(property_.value)
            text = intern(value.value)
            table = self._texts if isinstance(value, Literal) else self._nodes
            values = table[predicate]
            known = values.setdefault(subject, text)
            if isinstance(known, list):
                known.append(text)
            elif known != text:
                values[subject] = [known, text]
            if predicate == "rdf:type":
                self._of_class[compact(text)].add(subject)
            yield triple

    def all_classes(self) -> Values:
        """Return every class that has members in the graph, in order of curie."""
        return tuple(sorted(self._of_class))

    def of_class(self, curie: str) -> Values:
        """Return the subjects that the graph gives that class, in order of IRI."""
        members = self._of_class.get(curie, ())
        return tuple(sorted(members))

    def links(self) -> Values:
        """Return every property that has nodes as values, in order of curie."""
        return tuple(sorted(self._nodes))

    def subjects_with(self, predicate: str) -> Collection[str]:
        """Return the subjects that have a property, in any order."""
        with_node = self._nodes.get(predicate, NOTHING)
        with_text = self._texts.get(predicate, NOTHING)
        return with_node.keys() | with_text.keys()

    def nodes(self, subject: str, predicate: str) -> Values:
        """Return the values of a property that are nodes, as IRIs in order."""
        stored = self._nodes.stored(subject, predicate)
        return _in_order(stored)

    def texts(self, subject: str, predicate: str) -> Values:
        """Return the values of a property that are literals, as texts in order."""
        stored = self._texts.stored(subject, predicate)
        return _in_order(stored)

    def node(self, subject: str, predicate: str) -> str:
        """Return the first value that is a node; empty if there is none."""
        stored = self._nodes.stored(subject, predicate)
        return _first(stored)

    def text(self, subject: str, predicate: str) -> str:
        """Return the first value that is a literal; empty if there is none."""
        stored = self._texts.stored(subject, predicate)
        return _first(stored)

    def first_text(self, subject: str, *predicates: str) -> str:
        """Return the text of the first of these properties that has one; empty if none has."""
        for predicate in predicates:
            text = self.text(subject, predicate)
            if text:
                return text
        return ""

    def classes(self, subject: str) -> Values:
        """Return the classes of a subject as curies, in order of IRI."""
        iris = self.nodes(subject, "rdf:type")
        return tuple(map(compact, iris))


def _named(value: T, names: dict[BlankNode, BlankNode]) -> T | BlankNode:
    """Return a blank node by its new name; any other value as it is."""
    if not isinstance(value, BlankNode):
        return value
    new_name = BlankNode(f"b{len(names)}")
    return names.setdefault(value, new_name)


def _in_order(values: Stored) -> Values:
    """Return the values sorted, each once."""
    if isinstance(values, str):
        return (values,)
    return tuple(sorted(set(values)))


def _first(values: Stored) -> str:
    """Return the first of the values in order; empty if there are none."""
    if isinstance(values, str):
        return values
    return min(values, default="")
