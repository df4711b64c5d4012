"""What a graph tells of each subject, in terms as N-Triples write them: what a Turtle document is laid out from."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from pyoxigraph import RdfFormat, Triple, serialize

from kg.rdf.descriptions import Description
from kg.vocabulary import expand

Term = str  # <iri>, _:name, "text"^^<datatype>, <<( s p o )>>
SubjectTriples = dict[Term, list[tuple[Term, Term]]]  # properties, each with a value, by the subject that they are told of


def triples_by_subject(triples: Iterable[Triple]) -> SubjectTriples:
    """What triples tell of every subject; some of it more than once."""
    lines = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode("utf-8").split(" .\n")
    told: SubjectTriples = defaultdict(list)
    for line in lines[:-1]:
        subject, predicate, value = line.split(" ", 2)
        told[subject].append((predicate, value))
    return told


def told(descriptions: Iterable[Description]) -> SubjectTriples:
    """What descriptions tell of every subject; some of it more than once."""
    found: SubjectTriples = defaultdict(list)
    for subject, pairs in descriptions:
        found[str(subject)] += [(_predicate(predicate), str(value)) for predicate, value in pairs]
    return found


@lru_cache(maxsize=4096)
def _predicate(curie: str) -> Term:
    return f"<{expand(curie)}>"
