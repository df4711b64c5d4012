"""What a plain triple implies: its superproperties, its inverse, its mirror image where symmetric, and those of each other."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from pyoxigraph import NamedNode

from kg.rdf.descriptions import Description, about
from kg.rdf.literals import Term


class PropertyTerm(Protocol):
    """What has to be known of one property, as curies."""

    @property
    def inverse(self) -> str:
        """The property that says the same the other way round, or empty."""

    @property
    def symmetric(self) -> bool:
        """True where both ways round say the same."""

    @property
    def parents(self) -> tuple[str, ...]:
        """The properties that it implies directly."""


class Vocabulary(Protocol):
    """What has to be known of the ontology; `kg.graph.ontology.Ontology` is one."""

    @property
    def properties(self) -> Mapping[str, PropertyTerm]:
        """Every property by its curie."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The namespace of each prefix, those of the user's own ontologies with the rest."""

    def superclasses(self, curie: str) -> tuple[str, ...]:
        """The class itself and its superclasses."""


class Implications:
    """Answers what a property implies; each property is worked out once."""

    def __init__(self, vocabulary: Vocabulary):
        self._vocabulary = vocabulary
        self._readings: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._superproperties: dict[str, tuple[str, ...]] = {}

    def readings(self, predicate: str) -> tuple[tuple[str, bool], ...]:
        """Every property that a triple of `predicate` implies, itself included, and whether its ends change places; sorted."""
        if predicate not in self._readings:
            self._readings[predicate] = self._closure(predicate)
        return self._readings[predicate]

    def superproperties(self, predicate: str) -> tuple[str, ...]:
        """The property itself and all that it implies the same way round; sorted."""
        if predicate not in self._superproperties:
            self._superproperties[predicate] = tuple(curie for curie, turned in self.readings(predicate) if not turned)
        return self._superproperties[predicate]

    def opposites(self, predicate: str) -> tuple[str, ...]:
        """Return the properties that say the same the other way round: its inverse, and itself if it is symmetric."""
        known = self._vocabulary.properties.get(predicate)
        if known is None:
            return ()
        return (*([known.inverse] if known.inverse else []), *([predicate] if known.symmetric else []))

    def descriptions(self, subject: NamedNode, predicate: str, value: Term) -> Iterator[Description]:
        """What the triple says and all that it implies. A literal is never a subject, so it has no way back."""
        for curie, turned in self.readings(predicate):
            if not turned:
                yield about(subject, (curie, value))
            elif isinstance(value, NamedNode):
                yield about(value, (curie, subject))

    def _closure(self, predicate: str) -> tuple[tuple[str, bool], ...]:
        found = {(predicate, False)}
        ahead = [(predicate, False)]
        while ahead:
            curie, turned = ahead.pop()
            new = set(self._steps(curie, turned)) - found
            found |= new
            ahead += sorted(new)
        return tuple(sorted(found))

    def _steps(self, curie: str, turned: bool) -> Iterator[tuple[str, bool]]:
        known = self._vocabulary.properties.get(curie)
        if known is None:
            return
        yield from ((parent, turned) for parent in known.parents)
        yield from ((opposite, not turned) for opposite in self.opposites(curie))
