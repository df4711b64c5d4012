"""kg view."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import PAGE, Graph, query_text
from kg.errors import QueryError

if TYPE_CHECKING:
    import pyoxigraph


@app.command()
def view(
    graph: Graph,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The page; by default beside the graph."
        ),
    ] = None,
    focus: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Show only the things of this name, and what lies around them."
        ),
    ] = "",
    depth: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many facts away, with --focus.")
    ] = 2,
    query: Annotated[
        str,
        typer.Option(
            metavar="QUERY",
            help="Show only what a CONSTRUCT gives: SPARQL, @FILE, or - for standard input.",
        ),
    ] = "",
) -> None:
    """Make the interactive page from any graph in the vocabulary, or from a part of it.

    If a build has too many articles for one page, that of its folder shows the newest; a part is
    always one of the whole.
    """
    from kg.view import Selection, write_page

    page = out or (graph / PAGE if graph.is_dir() else graph.with_suffix(".html"))
    selection = Selection(focus, depth, chosen_triples(graph, query) if query else None)
    print(write_page(graph, page, selection=selection))


def chosen_triples(graph: Path, query: str) -> "list[pyoxigraph.Triple]":
    """Return the triples that a query constructs.

    Raises `QueryError` for a query that gives rows or a truth value.
    """
    from pyoxigraph import QueryTriples

    from kg.query import ask
    from kg.rdf import open_graph

    answer = ask(open_graph(graph), query_text([query]))
    if not isinstance(answer, QueryTriples):
        raise QueryError("a page is made of what CONSTRUCT or DESCRIBE gives, not of rows")
    return list(answer)
