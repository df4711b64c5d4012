"""The difference of two graphs in three formats: text for people, JSON, and an RDF patch.

The patch says what to delete from one graph, and what to add to it, to get the other.
Source: RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html), with terms as in N-Triples, one
transaction, and no header.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from pyoxigraph import BlankNode, Triple

from kg.changes.side import Change, Topic
from kg.errors import GraphError
from kg.rdf import read_file
from kg.tables import words_for

HEADING_OF_TOPIC = {
    Topic[name]: heading for name, heading in words_for("kg.changes", "heading").items()
}
NO_CHANGES = "no difference in articles, things, facts, events and quotations"


def report(changes: Iterable[Change]) -> str:
    """Return a heading for each topic, a line for each change: + added, - withdrawn, ~ changed,
    with its details below it.

    >>> report([])
    'no difference in articles, things, facts, events and quotations\\n'
    """
    paragraphs = []
    for topic, group in groupby(changes, key=attrgetter("topic")):
        lines = [HEADING_OF_TOPIC[topic], *_lines(group)]
        paragraphs.append("\n".join(lines))
    text = "\n\n".join(paragraphs) or NO_CHANGES
    return f"{text}\n"


def _lines(changes: Iterable[Change]) -> Iterator[str]:
    """Yield the lines below a heading."""
    for change in changes:
        said = " ".join(change.said.split())
        yield f"  {change.outcome} {said}"
        for detail in change.details:
            yield f"      {detail}"


def as_json(changes: Iterable[Change]) -> str:
    """Return a list of objects with `topic`, `outcome` (added, withdrawn, changed), `said`, `iri`,
    and `details`.
    """
    rows = []
    for change in changes:
        row = asdict(change)
        row["topic"] = change.topic.name.lower()
        row["outcome"] = change.outcome.name.lower()
        rows.append(row)
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def patch(before: Path, after: Path) -> Iterator[str]:
    """Yield the lines of a patch that turns the graph of one folder or file into that of another.

    Lines are sorted within each part. Triples are those of the files, so that of RDF 1.2 files it
    has reifiers. Raises `GraphError` if a graph is missing, damaged, or has blank nodes, which no
    patch can name.
    """
    old = named(before)
    new = named(after)
    yield "TX ."
    yield from lines("D", old - new)
    yield from lines("A", new - old)
    yield "TC ."


def named(path: Path) -> set[Triple]:
    """Return the triples of a graph. Raises `GraphError` if it has blank nodes."""
    triples = set(read_file(path))
    if any(_has_blank_node(triple) for triple in triples):
        raise GraphError(
            f"{path} has blank nodes, which no patch can name: graphs of kg build have none"
        )
    return triples


def _has_blank_node(triple: Triple) -> bool:
    return isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)


def lines(operation: str, triples: Iterable[Triple]) -> Iterator[str]:
    """Yield one line for each triple, sorted."""
    for text in sorted(map(str, triples)):
        yield f"{operation} {text} ."
