"""Guards: the classes of this vocabulary that those of other ontologies mean.

Things in news have the classes of this vocabulary. A class of somebody else stands for one of them
if it says so (`owl:equivalentClass`, `skos:exactMatch`, a superclass), or if its noun does: an
"airline" is a company. A class that stands for none is one of things that have no name, such as
"ideology" or "electric car".
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.graph.ontology.foreign.terms import names_of_term, word_class
from kg.graph.ontology.sources import Statements
from kg.graph.ontology.words import endings
from kg.tables import listed, table
from kg.vocabulary import with_superclasses

SAME = ("owl:equivalentClass", "skos:exactMatch", "skos:closeMatch")
VERY = "!"  # behind a class: that very class, none below it
# Classes above which a thing is not said to be vaguely one: an actor may be a place, too.
TOP = frozenset({"sem:Actor", "sem:Place", "sem:Event"})
# What a thing may be that stands for a class without a name of its own: no person, and no place.
THINGS = (
    "schema:Organization",
    "schema:CreativeWork",
    "schema:Product",
    "schema:MedicalCondition",
    "kg:Asset",
    "kg:Award",
    "kg:Law",
    "sem:Event",
)

# Classes of which news speak by common nouns as well as by names: "electric cars".
OFTEN_UNNAMED = frozenset(
    {"schema:Product", "schema:Vehicle", "schema:MedicalCondition", "kg:Asset"}
)

Curies = tuple[str, ...]
Ancestors = Mapping[str, Curies]


class Guards:
    """The classes of this vocabulary that stand for those of other ontologies."""

    def __init__(self, statements: Statements, ancestors: Ancestors, own: Iterable[str]):
        self._statements = statements
        self._ancestors = ancestors
        self._own = frozenset(own)
        self._by_label = _labels(statements, self._own)
        self._known: dict[str, Curies] = {}

    def of(self, cls: str) -> Curies:
        """Return the classes that stand for a class; none for a class of things without names."""
        if cls not in self._known:
            self._known[cls] = self._found(cls)
        return self._known[cls]

    def allowed(self, classes: Iterable[str]) -> Curies:
        """Return what may be at an end that asks for one of some classes; empty: anything.

        What is only known to be of a class above may be there, too: a thing of which the news says
        no more than that it is an organisation may well be a company.
        """
        allowed: dict[str, None] = {}
        for cls in classes:
            if is_anything(cls):
                return ()
            standing = self.of(cls)
            allowed.update(dict.fromkeys(standing or THINGS))
            allowed.update(dict.fromkeys(_vaguely(standing)))
        return tuple(allowed)

    def things(self, classes: Iterable[str]) -> str:
        """Return the first class of things without a name among some, empty if there is none."""
        for cls in classes:
            if not is_anything(cls) and OFTEN_UNNAMED.issuperset(self.of(cls)):
                return cls
        return ""

    def _found(self, cls: str) -> Curies:
        for known in self._ancestors.get(cls, (cls,)):
            if known in self._own:
                return (known,)
            same = [each for each in self._same(known) if each in self._own]
            if same:
                return tuple(same)
            named = self._named(known)
            if named:
                return named
        return ()

    def _same(self, cls: str) -> Iterator[str]:
        for predicate in SAME:
            yield from self._statements.texts(cls, predicate)

    def _named(self, cls: str) -> Curies:
        """Return the classes that the nouns of a class name; the longest ending counts."""
        for name in names_of_term(self._statements, cls):
            for ending in endings(name):
                found = self._by_label.get(ending) or class_words().get(ending, ())
                if found:
                    return found
        return ()


def is_anything(cls: str) -> bool:
    """Return whether everything is of a class: it asks for nothing."""
    return cls in word_class("anything")


def _labels(statements: Statements, own: Iterable[str]) -> Mapping[str, Curies]:
    """Return the classes of the vocabulary by their labels."""
    return {statements.first(cls, "rdfs:label"): (cls,) for cls in own}


def _vaguely(classes: Iterable[str]) -> Iterator[str]:
    """Yield each class above some as one that a thing may be alone."""
    for cls in classes:
        for above in with_superclasses(cls)[1:]:
            if above not in TOP:
                yield above + VERY


@cache
def class_words() -> Mapping[str, Curies]:
    """Return the classes that the nouns of other ontologies mean."""
    rows = table("kg.graph.ontology.foreign", "data/classes.tsv")
    return {word: listed(classes) for word, classes in rows}
