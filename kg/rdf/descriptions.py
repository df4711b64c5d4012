"""What is said of one node, together: the form in which a graph goes to its files, where each node is one block.

Triples come from it where triples are needed.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.rdf.iris import term
from kg.rdf.literals import Term

Pair = tuple[str, Term]  # a property, as a curie or IRI, and a value
Description = tuple[NamedNode, list[Pair]]


def about(subject: NamedNode, *pairs: tuple[str, Term | None]) -> Description:
    """What the pairs say of a node; a pair without a value says nothing."""
    return subject, [(predicate, value) for predicate, value in pairs if value is not None]


def each(predicate: str, values: Iterable[Term]) -> list[Pair]:
    """A pair for each of a property's values."""
    return [(predicate, value) for value in values]


def triples_of(descriptions: Iterable[Description]) -> Iterator[Triple]:
    """The same as triples."""
    for subject, pairs in descriptions:
        for predicate, value in pairs:
            yield Triple(subject, term(predicate), value)
