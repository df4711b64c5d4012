"""The difference of two graphs as an RDF patch: what to delete from one, and what to add to it, to get the other.

Source: RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html), with terms as in N-Triples, one transaction, and no header.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import BlankNode, Triple

from kg.errors import GraphError
from kg.rdf import read_file


def patch(before: Path, after: Path) -> Iterator[str]:
    """The lines of a patch that makes the graph of one folder or file into that of another, sorted within each part.

    Triples are those that stand in the files, so that of RDF 1.2 files it has reifiers. Raises `GraphError` where a graph is
    missing, damaged, or has blank nodes, which no patch can name.
    """
    old, new = named(before), named(after)
    yield "TX ."
    yield from lines("D", old - new)
    yield from lines("A", new - old)
    yield "TC ."


def named(path: Path) -> set[Triple]:
    """The triples of a graph. Raises `GraphError` where it has blank nodes."""
    triples = set(read_file(path))
    if any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        raise GraphError(f"{path} has blank nodes, which no patch can name: graphs of kg build have none")
    return triples


def lines(operation: str, triples: Iterable[Triple]) -> Iterator[str]:
    """One line for each triple, sorted."""
    yield from sorted(f"{operation} {triple} ." for triple in triples)
