"""What a graph tells of each subject, in terms as N-Triples write them: what a Turtle document is laid out from."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from pyoxigraph import RdfFormat, Triple, serialize

from kg.rdf.descriptions import Description
from kg.terms import expand

Term = str  # <iri>, _:name, "text"^^<datatype>, <<( s p o )>>
Told = dict[Term, list[tuple[Term, Term]]]  # properties, each with a value, by the subject that they are told of


def told_by_triples(triples: Iterable[Triple]) -> Told:
    """What triples tell of every subject; some of it more than once."""
    lines = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode("utf-8").split(" .\n")
    told: Told = defaultdict(list)
    for line in lines[:-1]:
        subject, predicate, value = line.split(" ", 2)
        told[subject].append((predicate, value))
    return told


def told(descriptions: Iterable[Description]) -> Told:
    """What descriptions tell of every subject; some of it more than once."""
    found: Told = defaultdict(list)
    for subject, pairs in descriptions:
        found[str(subject)] += [(_predicate(predicate), str(value)) for predicate, value in pairs]
    return found


@lru_cache(maxsize=4096)
def _predicate(curie: str) -> Term:
    return f"<{expand(curie)}>"
