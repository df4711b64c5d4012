"""Statements as RDF 1.2 reifiers, and back.

A reifier has `rdf:reifies <<( s p o )>>` in place of rdf:subject, rdf:predicate and rdf:object.
Source: RDF 1.2 Concepts, triple terms and reification.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, NamedNode, Triple

from kg.rdf.iris import term
from kg.rdf.literals import Term

TYPE, STATEMENT, REIFIES = term("rdf:type"), term("rdf:Statement"), term("rdf:reifies")
ENDS = (term("rdf:subject"), term("rdf:predicate"), term("rdf:object"))

Node = NamedNode | BlankNode | Triple
Ends = dict[NamedNode, Term]


def reified(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples with every statement node as a reifier; one that lacks an end stays as it
    is.
    """
    ends_of: dict[Node, Ends] = defaultdict(dict)
    for triple in triples:
        node, predicate, value = triple
        if predicate in ENDS:
            ends_of[node][predicate] = value
        elif predicate != TYPE or value != STATEMENT:
            yield triple
    for node, ends in ends_of.items():
        yield from _reifier(node, ends)


def _reifier(node: Node, ends: Ends) -> Iterator[Triple]:
    """Yield a statement as a reifier; if it lacks an end, as it is."""
    if ends.keys() == set(ENDS):
        subject, predicate, value = (ends[end] for end in ENDS)
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
            triple = Triple(subject, predicate, value)
            yield Triple(node, REIFIES, triple)
            return
    yield Triple(node, TYPE, STATEMENT)
    for end, part in ends.items():
        yield Triple(node, end, part)


def statements(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples with every reifier as a statement node, so that readers know one form
    only.
    """
    for triple in triples:
        value = triple.object
        if not isinstance(value, Triple) or triple.predicate != REIFIES:
            yield triple
            continue
        node = triple.subject
        yield Triple(node, TYPE, STATEMENT)
        for end, part in zip(ENDS, value, strict=True):
            yield Triple(node, end, part)
