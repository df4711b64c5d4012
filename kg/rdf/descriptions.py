"""Descriptions of nodes: all that is said of one node, which becomes one block of a Turtle file.

Triples are made of descriptions if triples are needed. The Turtle writer groups them by subject,
with terms in N-Triples syntax, and lays its document out from that.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from pyoxigraph import NamedNode, Triple

from kg.rdf.iris import term
from kg.rdf.literals import Term
from kg.rdf.ntriples import SubjectTriples, TermText
from kg.vocabulary import expand

Pair = tuple[str, Term]  # a property, as a curie or IRI, and a value
Pairs = Iterator[Pair]
Description = tuple[NamedNode, list[Pair]]
Descriptions = Iterator[Description]
Value = TypeVar("Value")


def about(subject: NamedNode, *pairs: Pair) -> Description:
    """Return a description of a node."""
    return subject, list(pairs)


def each(make: Callable[[Value], Term], predicate: str, values: Iterable[Value]) -> Pairs:
    """Yield a pair of a property for each of its values, with the term that is made of it."""
    for value in values:
        yield predicate, make(value)


def given(make: Callable[[Value], Term], values: Mapping[str, Value]) -> Pairs:
    """Yield a pair for each property whose value is not empty, with the term that is made of it."""
    for predicate, value in values.items():
        if value:
            yield predicate, make(value)


def triples_of(descriptions: Iterable[Description]) -> Iterator[Triple]:
    """Yield the triples that descriptions consist of."""
    for subject, pairs in descriptions:
        for curie, value in pairs:
            predicate = term(curie)
            yield Triple(subject, predicate, value)


def descriptions_by_subject(descriptions: Iterable[Description]) -> SubjectTriples:
    """Group descriptions by their subject, with terms in N-Triples syntax."""
    by_subject: SubjectTriples = defaultdict(list)
    for node, pairs in descriptions:
        subject = str(node)
        texts = [(_property_text(curie), str(value)) for curie, value in pairs]
        by_subject[subject] += texts
    return by_subject


@lru_cache(maxsize=4096)
def _property_text(curie: str) -> TermText:
    """Return a property in N-Triples syntax."""
    return f"<{expand(curie)}>"
