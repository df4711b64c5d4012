"""A graph in memory, indexed by subject and property: what the page asks of it are values of single nodes."""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.terms import compact


class Triples:
    """The triples of a graph by subject (IRI) and property (curie). Blank nodes are named by their label."""

    def __init__(self, triples: Iterable[ox.Triple]):
        self._values: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]] = defaultdict(dict)
        self._of_class: dict[str, list[str]] = defaultdict(list)
        for triple in triples:
            if not isinstance(triple.object, ox.Triple):
                self._add(str(getattr(triple.subject, "value", "")), compact(triple.predicate.value), triple.object)

    def _add(self, subject: str, predicate: str, value: ox.NamedNode | ox.BlankNode | ox.Literal) -> None:
        self._values[subject].setdefault(predicate, []).append(value)
        if predicate == "rdf:type":
            self._of_class[compact(value.value)].append(subject)

    def subjects(self) -> tuple[str, ...]:
        """Every subject, in order of IRI."""
        return tuple(sorted(self._values))

    def of_class(self, curie: str) -> tuple[str, ...]:
        """The subjects that the graph gives that class, in order of IRI."""
        return tuple(sorted(set(self._of_class.get(curie, ()))))

    def predicates(self, subject: str) -> tuple[str, ...]:
        """The properties that a subject has, in order of curie."""
        return tuple(sorted(self._values.get(subject, ())))

    def nodes(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a property that are nodes, as IRIs in order."""
        return self._sorted(subject, predicate, literal=False)

    def texts(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a property that are literals, as texts in order."""
        return self._sorted(subject, predicate, literal=True)

    def _sorted(self, subject: str, predicate: str, *, literal: bool) -> tuple[str, ...]:
        found = self._values[subject].get(predicate) if subject in self._values else None
        if not found:
            return ()
        return tuple(sorted({value.value for value in found if isinstance(value, ox.Literal) is literal}))

    def node(self, subject: str, predicate: str) -> str:
        """The first value that is a node; empty where there is none."""
        return next(iter(self.nodes(subject, predicate)), "")

    def text(self, subject: str, predicate: str) -> str:
        """The first value that is a literal; empty where there is none."""
        return next(iter(self.texts(subject, predicate)), "")

    def classes(self, subject: str) -> tuple[str, ...]:
        """The classes of a subject as curies, in order."""
        return tuple(map(compact, self.nodes(subject, "rdf:type")))

    def __contains__(self, subject: str) -> bool:
        return subject in self._values
