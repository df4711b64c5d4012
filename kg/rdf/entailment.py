"""Entailment: the superclasses of a class; the superproperties of a property, its inverse, its
mirror image if symmetric, and theirs in turn.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from pyoxigraph import NamedNode

from kg.rdf.descriptions import Descriptions, about
from kg.rdf.literals import Term

Entailed = tuple[str, bool]  # a property, and whether subject and object are swapped


class PropertyTerm(Protocol):
    """One property of an ontology, in curies."""

    @property
    def inverse(self) -> str:
        """The property with subject and object swapped, or empty."""

    @property
    def symmetric(self) -> bool:
        """A mark of a property whose subject and object may be swapped."""

    @property
    def parents(self) -> tuple[str, ...]:
        """The direct superproperties."""


class Vocabulary(Protocol):
    """The parts of an ontology that are needed here; `kg.graph.ontology.Ontology` has them."""

    @property
    def properties(self) -> Mapping[str, PropertyTerm]:
        """Every property by its curie."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The namespace of each prefix, those of the user's own ontologies included."""

    def superclasses(self, curie: str) -> tuple[str, ...]:
        """Return the class itself and its superclasses."""


class Entailment:
    """The entailment of classes, and that of each property, which is worked out once."""

    def __init__(self, vocabulary: Vocabulary):
        self._vocabulary = vocabulary
        self._entailed: dict[str, tuple[Entailed, ...]] = {}
        self._superproperties: dict[str, tuple[str, ...]] = {}

    def entailed(self, predicate: str) -> tuple[Entailed, ...]:
        """Return every property that a triple of `predicate` entails, itself included, sorted.

        Each comes with whether subject and object are swapped.
        """
        if predicate not in self._entailed:
            closure = self._closure(predicate)
            self._entailed[predicate] = tuple(sorted(closure))
        return self._entailed[predicate]

    def superproperties(self, predicate: str) -> tuple[str, ...]:
        """Return the property itself and all that it entails without swapping the ends; sorted."""
        if predicate not in self._superproperties:
            entailed = self.entailed(predicate)
            unswapped = (curie for curie, is_swapped in entailed if not is_swapped)
            self._superproperties[predicate] = tuple(unswapped)
        return self._superproperties[predicate]

    def classes(self, types: Iterable[str]) -> tuple[str, ...]:
        """Return some classes and those above them, each once."""
        curies: dict[str, None] = {}
        for curie in types:
            superclasses = self._vocabulary.superclasses(curie)
            curies |= dict.fromkeys(superclasses)
        return tuple(curies)

    def opposites(self, predicate: str) -> tuple[str, ...]:
        """Return the properties that say the same with the ends swapped: the inverse, and itself if
        symmetric.
        """
        known = self._vocabulary.properties.get(predicate)
        if known is None:
            return ()
        itself = predicate if known.symmetric else ""
        return tuple(filter(None, (known.inverse, itself)))

    def descriptions(self, subject: NamedNode, predicate: str, value: Term) -> Descriptions:
        """Yield the triple and all that it entails. A literal is never a subject, so nothing is
        swapped for one.
        """
        for curie, is_swapped in self.entailed(predicate):
            if not is_swapped:
                yield about(subject, (curie, value))
            elif isinstance(value, NamedNode):
                yield about(value, (curie, subject))

    def _closure(self, predicate: str) -> set[Entailed]:
        """Return all that follows from a property, in any number of steps."""
        itself = (predicate, False)
        reached = {itself}
        ahead = [itself]
        while ahead:
            curie, is_swapped = ahead.pop()
            new = set(self._steps(curie, is_swapped)) - reached
            reached |= new
            ahead += new
        return reached

    def _steps(self, curie: str, is_swapped: bool) -> Iterator[Entailed]:
        """Yield what follows from a property in one step."""
        known = self._vocabulary.properties.get(curie)
        if known is None:
            return
        for parent in known.parents:
            yield parent, is_swapped
        for opposite in self.opposites(curie):
            yield opposite, not is_swapped
