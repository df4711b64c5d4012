"""kg view, kg export and kg push: hand a graph on, as a page, in a format, or to a store."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import options
from kg.cli.app import app
from kg.cli.options import PAGE, query_text
from kg.errors import QueryError
from kg.vocabulary import BASE_IRI

if TYPE_CHECKING:
    import pyoxigraph

LOCAL_NAMES = (
    f"the IRIs of this graph begin with {BASE_IRI}, as those of others may: for a store with other "
    "graphs, build it with --base-iri"
)


@app.command()
def view(
    graph: options.Graph,
    out: options.Page = None,
    focus: options.Focus = "",
    depth: options.Depth = 2,
    query: options.Construct = "",
    address: options.Address = "",
) -> None:
    """Make the interactive page from any graph in the vocabulary, or from a part of it.

    If a build has too many articles for one page, that of its folder shows the newest; a part is
    always one of the whole.
    """
    from kg.build_folder import kept_address
    from kg.view import Selection, write_page

    page = out or (graph / PAGE if graph.is_dir() else graph.with_suffix(".html"))
    selection = Selection(focus, depth, chosen_triples(graph, query) if query else None)
    own = address or kept_address(graph)
    print(write_page(graph, page, selection=selection, address=own))


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


@app.command()
def export(graph: options.Graph, fmt: options.ExportFormat, out: options.File) -> None:
    """Write the same graph in another form, evidence included, for the tool that you go on in.

    gexf and graphml are networks, neo4j is a bulk import, ftm is FollowTheMoney, csv has the facts,
    tables and parquet have them with entities, events, quotations, articles and all evidence. TriG
    and N-Quads have a named graph for each article.
    """
    from kg.exports import export as write_export

    write_export(graph, fmt, out)
    print(out)


@app.command()
def push(
    graph: options.Graph,
    store: options.Store,
    named: options.IntoGraph = "",
    resume: options.Resume = False,
    plain_http: options.PlainHttp = False,
) -> None:
    """Load a graph into a triple store, in place of what that graph of the store held.

    Credentials come from the environment: KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or
    KG_ENDPOINT_TOKEN.
    """
    from kg.cli.build import print_each, progress_bar
    from kg.rdf.push import has_local_names
    from kg.rdf.push import push as push_graph
    from kg.rdf.remote import endpoint

    with progress_bar("Sending") as progress:
        count = push_graph(
            graph,
            endpoint(store, plain_http=plain_http),
            graph=named,
            resume=resume,
            progress=progress,
        )
    print(f"{count:,} triples are in {named or 'the default graph'} of {store.partition('?')[0]}")
    if has_local_names(graph):
        print_each("note", [LOCAL_NAMES])
