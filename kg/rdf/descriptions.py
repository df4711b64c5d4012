"""Descriptions of nodes: all that is said of one node, which becomes one block of a Turtle file.

Triples are made of descriptions if triples are needed. The Turtle writer groups them by subject,
with terms in N-Triples syntax, and lays its document out from that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from kg.rdf.iris import term
from kg.rdf.literals import Term
from kg.vocabulary import expand

Pair = tuple[str, Term]  # a property, as a curie or IRI, and a value
MaybePair = tuple[str, Term | None]  # None: nothing is said of that property
Description = tuple[NamedNode, list[Pair]]
TermText = str  # <iri>, _:name, "text"^^<datatype>, <<( s p o )>>
PairText = tuple[TermText, TermText]  # property and value
SubjectTriples = dict[TermText, list[PairText]]


def about(subject: NamedNode, *pairs: MaybePair) -> Description:
    """Return a description of a node; pairs without a value are left out."""
    return subject, [(predicate, value) for predicate, value in pairs if value is not None]


def pairs_of(predicate: str, values: Iterable[Term]) -> list[Pair]:
    """Return a pair for each value of a property."""
    return [(predicate, value) for value in values]


def triples_of(descriptions: Iterable[Description]) -> Iterator[Triple]:
    """Yield the triples that descriptions consist of."""
    for subject, pairs in descriptions:
        for predicate, value in pairs:
            yield Triple(subject, term(predicate), value)


def triples_by_subject(triples: Iterable[Triple]) -> SubjectTriples:
    """Group triples by their subject, with terms in N-Triples syntax; some may be there twice."""
    document = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode("utf-8")
    by_subject: SubjectTriples = defaultdict(list)
    for line in document.split(" .\n")[:-1]:
        subject, predicate, value = line.split(" ", 2)
        by_subject[subject].append((predicate, value))
    return by_subject


def descriptions_by_subject(descriptions: Iterable[Description]) -> SubjectTriples:
    """Group descriptions by their subject, with terms in N-Triples syntax."""
    by_subject: SubjectTriples = defaultdict(list)
    for subject, pairs in descriptions:
        texts = [(_property_text(predicate), str(value)) for predicate, value in pairs]
        by_subject[str(subject)] += texts
    return by_subject


@lru_cache(maxsize=4096)
def _property_text(curie: str) -> TermText:
    return f"<{expand(curie)}>"
