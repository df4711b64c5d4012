"""Properties with one value, for ever or at a time, as `data/single.tsv` and ontologies say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import cache

from kg.graph.ontology import Ontology
from kg.model import Fact
from kg.tables import table

PACKAGE = "kg.graph.disagreements"
FOR_EVER = "ever"


class End(StrEnum):
    """The end of a property that can have one value only; EITHER is that of a symmetric one."""

    SUBJECT = auto()
    OBJECT = auto()
    EITHER = auto()


class Kind(StrEnum):
    """The ways in which two values are compared."""

    DATE = auto()
    CITY = auto()
    AGE = auto()
    NUMBER = auto()
    POST = auto()
    THING = auto()


@dataclass(frozen=True, slots=True)
class Single:
    """The end of a property that has one value, `is_lasting` for ever, else one at a time."""

    end: End
    is_lasting: bool
    kind: Kind

    def owners(self, fact: Fact) -> tuple[str, ...]:
        """Return the things that can have one value of this property, of a fact."""
        other = fact.object if isinstance(fact.object, str) else ""
        match self.end:
            case End.SUBJECT:
                return (fact.subject,)
            case End.OBJECT:
                return (other,)
            case End.EITHER:
                return fact.subject, other

    def value(self, fact: Fact, owner: str) -> str:
        """Return the value that a fact gives to an owner: an id, or the text of a literal."""
        if not isinstance(fact.object, str):
            return fact.object.text
        return fact.object if fact.subject == owner else fact.subject


@cache
def _known() -> Mapping[str, Single]:
    rows = table(PACKAGE, "data/single.tsv")
    known: dict[str, Single] = {}
    for curie, end, when, kind in rows:
        known[curie] = Single(End(end), when == FOR_EVER, Kind(kind))
    return known


@cache
def posts() -> Mapping[str, str]:
    """Return the post that a role names, of posts that one person at a time holds."""
    rows = table(PACKAGE, "data/posts.tsv")
    return {row[0]: row[1] for row in rows}


def single(curie: str, ontology: Ontology) -> Single | None:
    """Return how a property is single-valued; None if it is not.

    What an ontology calls functional has one value for ever.
    """
    known = _known().get(curie)
    if known is not None:
        return known
    relation = ontology.properties.get(curie)
    if relation is None or not relation.functional:
        return None
    kind = Kind.DATE if relation.literal else Kind.THING
    return Single(End.SUBJECT, True, kind)
