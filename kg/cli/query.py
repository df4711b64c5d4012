"""kg query."""

import sys
from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import AnswerFormat, PlainHttp, query_text

if TYPE_CHECKING:
    from kg.query.process import Reply

MOST_ROWS = 10**9
MOST_SECONDS = 10**7  # some months


def checked_seconds(given: float) -> float:
    """A time limit that a clock can count; "nan" is a number for the command line, too."""
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
        typer.Argument(metavar="QUERY", show_default=False, help="SPARQL, @FILE, or - for standard input; the values of --ask."),
    ] = None,
    ask: Annotated[str, typer.Option(metavar="NAME", help="Ask a ready question instead; see --list.")] = "",
    fmt: Annotated[
        AnswerFormat, typer.Option("--format", "-f", metavar="|".join(AnswerFormat), help="How the answer is printed.")
    ] = AnswerFormat.TABLE,
    list_: Annotated[bool, typer.Option("--list", help="Show the ready questions.")] = False,
    limit: Annotated[
        int, typer.Option(metavar="ROWS", min=0, max=MOST_ROWS, help="Give at most so many rows or triples; 0 gives all of them.")
    ] = 100_000,
    timeout: Annotated[
        float,
        typer.Option(
            metavar="SECONDS", callback=checked_seconds, help="Stop a question that takes longer; 0 lets it take its time."
        ),
    ] = 60,
    named: Annotated[str, typer.Option("--graph", metavar="IRI", help="Ask that graph of the store, not its default one.")] = "",
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
            "name a folder of kg build, an RDF file or an endpoint, or use --list", param_hint="DIR_OR_FILE_OR_URL"
        )
    from kg.query.process import Inquiry, answered

    text, also = ready_text(ask, words or ()) if ask else (query_text(words or ()), ())
    width = get_terminal_size().columns if sys.stdout.isatty() else None
    inquiry = Inquiry(graph, text, also, fmt.value, width, limit, named, plain_http)
    show(answered(inquiry, timeout=timeout or None))


def show_questions() -> None:
    """Print the ready questions."""
    from kg.query import listing

    print(listing(), end="")


def show(reply: "Reply") -> None:
    """Print an answer, and what is to be said about it on standard error."""
    sys.stdout.flush()
    sys.stdout.buffer.write(reply.content)
    sys.stdout.flush()
    for note in reply.notes:
        print(f"note: {note}", file=sys.stderr)


def ready_text(name: str, values: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The text of a ready question with its values, and which further files of the folder it looks into."""
    from kg.query import question

    asked = question(name)
    return asked.bound(values), asked.also
