"""A graph in memory, indexed by subject and property: what the page asks of it are values of single nodes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from kg.terms import compact

NOTHING: Mapping[str, list[str]] = {}


class Triples:
    """The triples of a graph by subject (IRI) and property (curie). Blank nodes are named by their label."""

    def __init__(self, triples: Iterable[ox.Triple]):
        self._nodes: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._texts: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._of_class: dict[str, set[str]] = defaultdict(set)
        for node, property_, value in triples:  # of which there may be millions: all in one loop, without calls of our own
            if isinstance(value, ox.Triple):
                continue
            subject, predicate, said = str(getattr(node, "value", "")), compact(property_.value), value.value
            values_of = (self._texts if isinstance(value, ox.Literal) else self._nodes)[subject]
            if predicate in values_of:
                values_of[predicate].append(said)
            else:
                values_of[predicate] = [said]
            if predicate == "rdf:type":
                self._of_class[compact(said)].add(subject)

    def all_classes(self) -> tuple[str, ...]:
        """Every class that the graph gives something, in order of curie."""
        return tuple(sorted(self._of_class))

    def subjects(self) -> tuple[str, ...]:
        """Every subject, in order of IRI."""
        return tuple(sorted(self._nodes.keys() | self._texts.keys()))

    def of_class(self, curie: str) -> tuple[str, ...]:
        """The subjects that the graph gives that class, in order of IRI."""
        return tuple(sorted(self._of_class.get(curie, ())))

    def predicates(self, subject: str) -> tuple[str, ...]:
        """The properties that a subject has, in order of curie."""
        return tuple(sorted(self._nodes.get(subject, NOTHING).keys() | self._texts.get(subject, NOTHING).keys()))

    def nodes(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a property that are nodes, as IRIs in order."""
        return _in_order(self._nodes.get(subject, NOTHING).get(predicate, ()))

    def texts(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a property that are literals, as texts in order."""
        return _in_order(self._texts.get(subject, NOTHING).get(predicate, ()))

    def node(self, subject: str, predicate: str) -> str:
        """The first value that is a node; empty where there is none."""
        found = self._nodes.get(subject, NOTHING).get(predicate)
        return min(found) if found else ""

    def text(self, subject: str, predicate: str) -> str:
        """The first value that is a literal; empty where there is none."""
        found = self._texts.get(subject, NOTHING).get(predicate)
        return min(found) if found else ""

    def classes(self, subject: str) -> tuple[str, ...]:
        """The classes of a subject as curies, in order."""
        return tuple(map(compact, self.nodes(subject, "rdf:type")))

    def __contains__(self, subject: str) -> bool:
        return subject in self._nodes or subject in self._texts


def _in_order(values: Sequence[str]) -> tuple[str, ...]:
    """The values sorted, each once; most properties have one or none."""
    return tuple(sorted(set(values)) if len(values) > 1 else values)
