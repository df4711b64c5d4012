"""Ends of properties that another ontology declares: what may stand there.

Several domains or ranges are a choice, however OWL reads them: those who write several mean that.
A range that no file declares and that no noun explains is a value: the words of the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.graph.ontology.foreign.classes import Guards, is_anything
from kg.graph.ontology.foreign.phrases import Values
from kg.graph.ontology.foreign.terms import names_of_term, word_class
from kg.graph.ontology.sources import Statements
from kg.tables import listed, table

DATATYPES = ("xsd:", "rdfs:Literal", "rdf:langString", "rdf:PlainLiteral")
LOCAL = re.compile(r"[/#:]")
TEXTS = "xsd:string"
ANY_NODE = "owl:Thing"
# The kinds of values that make a property one of literals, the most telling first.
LITERALS = (Values.DATE, Values.NUMBER, Values.TEXT, Values.UNREADABLE)

Curies = tuple[str, ...]
Datatype = tuple[Values, Curies]


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of a property, as classes of this vocabulary, and the kind of its values.

    `thing` is the class of values that need no name, or the datatype of such a text; empty if a
    value must be a thing of its own.
    """

    domain: Curies
    range: Curies
    values: Values
    thing: str = ""
    names: Curies = ()

    @property
    def is_literal(self) -> bool:
        """The mark of a property whose values are literals."""
        return self.values in LITERALS


class EndsOfProperties:
    """Finder of the ends of properties."""

    def __init__(self, statements: Statements, guards: Guards, declared: Iterable[str]):
        self._statements = statements
        self._guards = guards
        self._declared = frozenset(declared)

    def of(self, curie: str, domain: Curies, range_: Curies) -> Ends:
        """Return the ends of a property with these classes at its ends."""
        ends = self._found(curie, domain, range_)
        return replace(ends, names=names_of_term(self._statements, curie))

    def _found(self, curie: str, domain: Curies, range_: Curies) -> Ends:
        allowed = self._guards.allowed(domain)
        known = [datatype_of(cls) for cls in range_ if self._is_datatype(cls)]
        classes = tuple(cls for cls in range_ if not self._is_datatype(cls))
        types = self._statements.texts(curie, "rdf:type")
        if known and not classes:
            return _literal(allowed, known)
        if not range_ and "owl:DatatypeProperty" in types:
            return _literal(allowed, [self._by_name(curie)])
        thing = self._guards.things(classes)
        if thing and thing not in self._declared:
            thing = TEXTS
        if not classes or all(map(is_anything, classes)):
            thing = ANY_NODE if "owl:ObjectProperty" in types else TEXTS
        values = Values.THING if thing else Values.NODE
        return Ends(allowed, self._guards.allowed(classes), values, thing)

    def _is_datatype(self, cls: str) -> bool:
        """Return whether a range is a datatype, declared or not."""
        return cls not in self._declared and is_datatype(cls, self._statements)

    def _by_name(self, curie: str) -> Datatype:
        """Return what the values of a property without a range are, from its name."""
        names = names_of_term(self._statements, curie)
        words = " ".join(names).split()
        if not word_class("time").keys().isdisjoint(words):
            return datatypes()["date"]
        if not word_class("count").keys().isdisjoint(words):
            return datatypes()["integer"]
        return Values.TEXT, ()


def _literal(domain: Curies, known: Iterable[Datatype]) -> Ends:
    """Return the ends of a property whose values are literals."""
    found = list(known)
    kinds = [kind for kind, _ in found]
    best = min(kinds, key=LITERALS.index)
    return Ends(domain, tuple(_datatypes(best, found)), best)


def _datatypes(best: Values, known: Iterable[Datatype]) -> Iterator[str]:
    for kind, curies in known:
        if kind is best:
            yield from curies or (TEXTS,)


def is_datatype(cls: str, statements: Statements) -> bool:
    """Return whether a range is a datatype: declared as one, of a standard, or called like one."""
    if cls.startswith(DATATYPES) or "rdfs:Datatype" in statements.texts(cls, "rdf:type"):
        return True
    return LOCAL.split(cls)[-1] in datatypes()


def datatype_of(cls: str) -> Datatype:
    """Return what a text can give for a datatype, and the datatypes that it is then written in."""
    return datatypes().get(LOCAL.split(cls)[-1], (Values.TEXT, ()))


@cache
def datatypes() -> Mapping[str, Datatype]:
    """Return what a text can give for each datatype by its name."""
    rows = table("kg.graph.ontology.foreign", "data/datatypes.tsv")
    return {name: (Values[values], listed(curies)) for name, values, curies in rows}
