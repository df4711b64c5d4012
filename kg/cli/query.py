"""kg query, kg explain, kg index, kg serve and kg mcp: ask a graph, or make it answer others."""

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import typer

from kg.choices import AnswerFormat
from kg.cli import options
from kg.cli.app import app
from kg.cli.options import query_text

if TYPE_CHECKING:
    from kg.query import Reply


@app.command()
def query(
    graph: options.Askable = "",
    words: options.Query = None,
    ask: options.Ask = "",
    fmt: options.AnswerFormat = AnswerFormat.TABLE,
    list_: options.List = False,
    limit: options.Limit = 100_000,
    timeout: options.Timeout = 60,
    named: options.NamedGraph = "",
    plain_http: options.PlainHttp = False,
    as_of: options.AsOf = "",
) -> None:
    """Ask a graph a question in SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The prefixes of the vocabulary need no declaration.
    """
    if list_:
        show_questions()
        return
    if not graph:
        raise typer.BadParameter(
            "name a folder of kg build, an RDF file or an endpoint, or use --list",
            param_hint="DIR_OR_FILE_OR_URL",
        )
    from kg.query import Inquiry, answered

    text, also = ready_text(ask, words or ()) if ask else (query_text(words or ()), ())
    width = get_terminal_size().columns if sys.stdout.isatty() else None
    inquiry = Inquiry(graph, text, also, fmt.value, width, limit, named, plain_http, as_of)
    show(answered(inquiry, timeout=timeout or None))


@app.command()
def explain(
    graph: options.Graph,
    name: options.Name,
    ontology: options.Ontologies = None,
    as_of: options.AsOf = "",
) -> None:
    """Tell everything that a graph says of a thing, each with its sentence, article, rule and
    confidence, and with what is told otherwise, was so before, or came later.
    """
    from rich.console import Console

    from kg.graph.ontology import load
    from kg.query import explain as accounts_of
    from kg.query import report
    from kg.rdf import held_on, open_graph

    whole = open_graph(graph)
    store = held_on(whole, as_of) if as_of else whole
    accounts = accounts_of(store, name, labels=load(ontology).labels if ontology else {})
    console = Console(highlight=False)
    console.print(report(accounts), end="", soft_wrap=not console.is_terminal)


@app.command()
def index(graph: options.Graph, remove: options.Remove = False) -> None:
    """Make a store beside a graph, from which questions are answered without reading the graph
    anew.

    It is used only as long as the graph is the same; after a build, make it again.
    """
    from kg.rdf import make_index, remove_index

    if not remove:
        print(make_index(graph))
    else:
        print(f"removed the store of {graph}" if remove_index(graph) else f"{graph} has no store")


@app.command()
def serve(
    graph: options.Graph,
    port: options.Port = 8000,
    limit: options.Limit = 100_000,
    timeout: options.Timeout = 60,
) -> None:
    """Show a graph on this machine, until it is stopped with Ctrl+C: the page, a page for
    questions, the SPARQL 1.1 Protocol, and the texts.

    It listens on 127.0.0.1 only, and nothing is written. kg index makes answers from big graphs
    come at once.
    """
    from kg.serve import ENDPOINT, QUESTIONS, Limits, Server

    limits = Limits(limit, timeout)
    with Server(graph, port=port, limits=limits) as server:
        address = server.address
        lines = (
            f"page       {address}/",
            f"questions  {address}{QUESTIONS}",
            f"SPARQL     {address}{ENDPOINT}",
            f"texts      {address}/texts/",
        )
        for line in lines:
            print(line)
        sys.stdout.flush()
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("stopped", file=sys.stderr)


@app.command()
def mcp(graph: options.Graph) -> None:
    """Answer an agent over the Model Context Protocol, on standard input and output.

    Five tools that only read: find, explain, evidence, timeline, query. Answers have the sentences,
    articles and dates that they rest on. It needs the extra mcp.
    """
    from kg.mcp_server import server

    server(graph).run()


def show_questions() -> None:
    """Print the saved questions."""
    from kg.query import listing

    print(listing(), end="")


def show(reply: "Reply") -> None:
    """Print an answer, and its notes on standard error."""
    sys.stdout.flush()
    sys.stdout.buffer.write(reply.content)
    sys.stdout.flush()
    for note in reply.notes:
        print(f"note: {note}", file=sys.stderr)


def ready_text(name: str, values: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the text of a saved question with its values, and the further files of the folder that
    it looks into.
    """
    from kg.query import question

    asked = question(name)
    return asked.bound(values), asked.also
