"""The way of a graph into a triple store, in parts.

The first part replaces the store's graph, the others are added to it.

Source: SPARQL 1.1 Graph Store HTTP Protocol (PUT, POST). Sending a part twice changes nothing, so
each can be tried again. All triples with blank nodes are in the first part: a store renames the
blank nodes of every request.
"""

import hashlib
import json
from collections.abc import (
    Callable,
    Iterator,
    Sequence,
)
from contextlib import suppress
from dataclasses import (
    asdict,
    dataclass,
    replace,
)
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import (
    BlankNode,
    NamedNode,
    RdfFormat,
    Triple,
    serialize,
)

from kg.errors import EndpointError
from kg.rdf.graph_files import graph_file
from kg.rdf.remote import Endpoint, RefusedError
from kg.rdf.store import read_triples
from kg.vocabulary import BASE_IRI

PART = 20_000  # triples in a request; two to three megabytes
JOURNAL = "push.json"  # in the folder, while a push is under way
HEADERS = {
    "Content-Type": "text/turtle; charset=utf-8"
}  # N-Triples are Turtle, which every store takes
TOO_LARGE = 413

Triples = Sequence[Triple]
Progress = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Journal:
    """A note of how far a push came.

    `done` triples of the graph with that sum are at that address, in that graph.
    """

    sum: str
    address: str
    graph: str
    done: int


def push(
    path: Path,
    store: Endpoint,
    *,
    graph: str = "",
    part: int = PART,
    resume: bool = False,
    progress: Progress | None = None,
) -> int:
    """Load the graph of a folder or file into a graph of a store, and return its number of triples.

    `graph` is the IRI of a named graph; empty means the default graph. In the end it holds exactly
    these triples; while it is being loaded it holds a part of them. A push that was cut short
    begins anew, or with `resume` where it stopped, if the graph is still the same; the caller must
    know that nobody else wrote to the store's graph meanwhile. `progress` is called with the number
    of triples sent and the number of all. Raises `GraphError` for the graph, `EndpointError` for
    the store.
    """
    query = _query(graph)
    triples = sorted(set(read_triples(path)), key=_order)
    journal = Journal(_sum(path), store.name, graph, 0)
    place = graph_file(path).parent / JOURNAL
    begun = _done(place, journal) if resume else 0
    for done in _sent(store, query, triples, begun, part):
        _note(place, replace(journal, done=done))
        if progress is not None:
            progress(done, len(triples))
    place.unlink(missing_ok=True)
    return len(triples)


def has_local_names(path: Path) -> bool:
    """Return whether the IRIs in the file of a graph are those of graphs whose makers gave no base
    IRI: many graphs may have them.
    """
    with graph_file(path).open("rb") as file:
        return any(BASE_IRI.encode() in line for line in file)


def _sent(store: Endpoint, query: str, triples: Triples, done: int, part: int) -> Iterator[int]:
    """Send the triples after the first `done`, and yield how many the store has after each."""
    count = len(triples)
    blank = sum(map(_has_blank_node, triples))  # they come first, and stay together
    is_first = done == 0
    while is_first or done < count:
        least = blank if is_first else 0
        end = max(done + part, least)
        try:
            _send(store, query, triples[done:end], is_first)
        except RefusedError as error:
            can_be_split = part > 1 and least <= part
            if error.code != TOO_LARGE or not can_be_split:
                raise
            part = max(1, min(part, count) // 2)
            continue
        done = min(end, count)
        is_first = False
        yield done


def _send(store: Endpoint, query: str, triples: Triples, is_first: bool) -> None:
    """Replace the store's graph by some triples, or add them to it."""
    method = "PUT" if is_first else "POST"
    body = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    answer = store.send_again(method, query=query, body=body, headers=HEADERS)
    answer.close()


def _order(triple: Triple) -> tuple[bool, str]:
    """Return the sorting key of a triple: those with blank nodes come first."""
    return not _has_blank_node(triple), str(triple)


def _has_blank_node(term: object) -> bool:
    """Return whether a term is a blank node, or a triple that has one."""
    if isinstance(term, Triple):
        return _has_blank_node(term.subject) or _has_blank_node(term.object)
    return isinstance(term, BlankNode)


def _query(graph: str) -> str:
    """Return the query that names a graph of a store by its IRI; empty means the default graph."""
    if not graph:
        return "default"
    try:
        iri = NamedNode(graph).value
    except ValueError as error:
        raise EndpointError(f"{graph!r} is not an absolute IRI, and cannot name a graph") from error
    return f"graph={quote(iri, safe='')}"


def _sum(path: Path) -> str:
    """Return the SHA-256 of the file of a graph."""
    with graph_file(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _done(place: Path, journal: Journal) -> int:
    """Return how many triples of the same graph an earlier push sent to the same place; 0 if there
    was none.
    """
    try:
        content = json.loads(place.read_text("utf-8"))
        left = Journal(**content)
    except (OSError, ValueError, TypeError):
        return 0
    done = left.done
    is_same = replace(left, done=0) == journal
    is_count = isinstance(done, int) and done > 0
    return done if is_same and is_count else 0


def _note(place: Path, journal: Journal) -> None:
    """Write down how far the push came; a process killed here leaves the earlier note."""
    new = place.with_name(f"{place.name}.new")
    content = json.dumps(asdict(journal), indent=1)
    # A graph in a folder that cannot be written is pushed all the same, and begins anew if need be.
    with suppress(OSError):
        new.write_text(content, "utf-8", newline="\n")
        new.replace(place)
