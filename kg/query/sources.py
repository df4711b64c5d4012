"""The sources of answers: a graph on disk, or a store on the network. Both take the same
questions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from pyoxigraph import Store

from kg.errors import QueryError
from kg.paths import AnyStrings, listed_strings
from kg.query.names import mistyped_terms
from kg.query.sparql import Answer, ask, base_iri, former_names, usual_prefixes
from kg.rdf import graph_file, has_index, held_on, open_graph, open_store
from kg.vocabulary import PREFIXES

BIG = 20_000_000  # bytes of a graph that takes more than a second or so to read


class Askable(Protocol):
    """Something that answers questions; `notes` are for whoever asks."""

    @property
    def notes(self) -> Sequence[str]:
        """Notes to show beside the answer."""

    def ask(self, query: str) -> Answer:
        """Return the answer to a query, as `kg.query.ask` does."""

    def notes_on(self, query: str) -> Sequence[str]:
        """Return notes on a query: terms in it that are probably mistyped."""

    def prefixes(self) -> Mapping[str, str]:
        """Return the prefixes that shorten the IRIs of an answer."""


@dataclass(frozen=True, slots=True)
class Local:
    """A graph on this machine, opened."""

    store: Store
    notes: tuple[str, ...] = ()

    def ask(self, query: str) -> Answer:
        """Return the answer to a query."""
        return ask(self.store, query)

    def notes_on(self, query: str) -> tuple[str, ...]:
        """Return a note on each term that is probably mistyped, and on IRIs of former builds."""
        return (*former_names(self.store, query), *mistyped_terms(self.store, query))

    def prefixes(self) -> Mapping[str, str]:
        """Return the vocabulary's prefixes, and those of the usual kinds of node."""
        return {**PREFIXES, **usual_prefixes(base_iri(self.store))}


def is_address(source: str) -> bool:
    """Return whether a source is an http or https address, or meant as one, and not the name of a
    file.

    >>> is_address("http://localhost:7878/query"), is_address("output"), is_address("ftp://e.org/x")
    (True, False, True)
    """
    return "://" in source


def askable(
    source: str,
    *,
    also: AnyStrings = (),
    graph: str = "",
    plain_http: bool = False,
    as_of: str = "",
) -> Askable:
    """Open the graph of a folder or file, with `also` of its files, or the store at an address,
    with a `graph` of it.

    With `as_of`, an ISO date, only what held on that day counts, in a graph on disk. Raises
    `GraphError`, `EndpointError`, and `QueryError` if a source does not have what is asked for.
    """
    further = listed_strings(also)
    if is_address(source):
        if as_of:
            raise QueryError("only a graph on this machine can be asked as of a day")
        if further:
            raise QueryError(
                f"this question looks into {' and '.join(further)}, which only a folder has"
            )
        from kg.query.endpoint import (
            Remote,
        )  # late: whoever asks a graph on disk need not load what speaks to the network
        from kg.rdf.remote import endpoint

        return Remote(endpoint(source, plain_http=plain_http), graph)
    if graph:
        raise QueryError(
            "only a store on the network has named graphs to choose from: leave out --graph"
        )
    local = _local(Path(source), further)
    return replace(local, store=held_on(local.store, as_of)) if as_of else local


def _local(path: Path, also: Sequence[str]) -> Local:
    file = graph_file(path)
    if also:
        return Local(open_graph(path, also=also))
    store = open_store(file)
    if store is not None:
        return Local(store)
    return Local(open_graph(path), _notes(path, file.stat().st_size))


def _notes(path: Path, size: int) -> tuple[str, ...]:
    """Return the notes on a graph that was read whole: that it is big, or that its store is out of
    date.
    """
    if has_index(path):
        fault = "is of another state of the graph, or damaged, and not used"
        return (f"the store beside {path} {fault}: kg index {path} makes it anew",)
    if size < BIG:
        return ()
    advice = f"kg index {path} makes a store that answers at once"
    return (f"this graph of {size / 1e6:.0f} MB is read anew for every question: {advice}",)
