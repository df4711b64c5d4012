"""kg query, kg explain and kg index: ask a graph, or make its answers come at once."""

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from kg.choices import AnswerFormat
from kg.cli.app import app
from kg.cli.options import Graph, Ontologies, PlainHttp, query_text

if TYPE_CHECKING:
    from kg.query import Reply

MOST_ROWS = 10**9
MOST_SECONDS = 10**7  # some months


def checked_seconds(given: float) -> float:
    """Return a time limit that a clock can count; "nan" is a number for the command line, too."""
    if not 0 <= given <= MOST_SECONDS:
        raise typer.BadParameter(f"give 0 to {MOST_SECONDS:,} seconds")
    return given


@app.command()
def query(
    graph: Annotated[
        str,
        typer.Argument(
            metavar="DIR_OR_FILE_OR_URL",
            show_default=False,
            help="A folder of kg build, an RDF file, or the SPARQL endpoint of a store.",
        ),
    ] = "",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY",
            show_default=False,
            help="SPARQL, @FILE, or - for standard input; the values of --ask.",
        ),
    ] = None,
    ask: Annotated[
        str, typer.Option(metavar="NAME", help="Ask a ready question instead; see --list.")
    ] = "",
    fmt: Annotated[
        AnswerFormat,
        typer.Option(
            "--format", "-f", metavar="|".join(AnswerFormat), help="How the answer is printed."
        ),
    ] = AnswerFormat.TABLE,
    list_: Annotated[bool, typer.Option("--list", help="Show the ready questions.")] = False,
    limit: Annotated[
        int,
        typer.Option(
            metavar="ROWS",
            min=0,
            max=MOST_ROWS,
            help="Give at most so many rows or triples; 0 gives all of them.",
        ),
    ] = 100_000,
    timeout: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            callback=checked_seconds,
            help="Stop a question that takes longer; 0 lets it take its time.",
        ),
    ] = 60,
    named: Annotated[
        str,
        typer.Option(
            "--graph", metavar="IRI", help="Ask that graph of the store, not its default one."
        ),
    ] = "",
    plain_http: PlainHttp = False,
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
    inquiry = Inquiry(graph, text, also, fmt.value, width, limit, named, plain_http)
    show(answered(inquiry, timeout=timeout or None))


@app.command()
def explain(
    graph: Graph,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME_OR_IRI", show_default=False, help="A name, in any case, or an IRI."
        ),
    ],
    ontology: Ontologies = None,
) -> None:
    """Tell everything that a graph says of a thing, each with its sentence, article, rule and
    confidence.
    """
    from rich.console import Console

    from kg.graph.ontology import load
    from kg.query import explain as accounts_of
    from kg.query import report
    from kg.rdf import open_graph

    accounts = accounts_of(
        open_graph(graph), name, labels=load(ontology).labels if ontology else {}
    )
    console = Console(highlight=False)
    console.print(report(accounts), end="", soft_wrap=not console.is_terminal)


@app.command()
def index(
    graph: Graph,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the store instead.")] = False,
) -> None:
    """Make a store beside a graph, from which questions are answered without reading the graph
    anew.

    It is used only as long as the graph is the same; after a build, make it again.
    """
    from kg.rdf import make_index, remove_index

    if not remove:
        print(make_index(graph))
    else:
        print(f"removed the store of {graph}" if remove_index(graph) else f"{graph} has no store")


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
