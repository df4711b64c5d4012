"""kg query."""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import AnswerFormat, query_text


@app.command()
def query(
    graph: Annotated[
        Path | None, typer.Argument(metavar="DIR_OR_FILE", show_default=False, help="A folder of kg build, or an RDF file.")
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY", show_default=False, help="SPARQL, @FILE, or - for standard input; the values of --ask."),
    ] = None,
    ask: Annotated[str, typer.Option(metavar="NAME", help="Ask a ready question instead; see --list.")] = "",
    fmt: Annotated[
        AnswerFormat, typer.Option("--format", "-f", metavar="|".join(AnswerFormat), help="How the answer is printed.")
    ] = AnswerFormat.TABLE,
    list_: Annotated[bool, typer.Option("--list", help="Show the ready questions.")] = False,
) -> None:
    """Ask a graph a question in SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The prefixes of the vocabulary need no declaration.
    """
    from kg.query import ask as answer_to
    from kg.query import data_prefixes, listing, question, table, written
    from kg.rdf import open_graph
    from kg.terms import PREFIXES

    if list_:
        print(listing(), end="")
        return
    if graph is None:
        raise typer.BadParameter("name a folder of kg build or an RDF file, or use --list", param_hint="DIR_OR_FILE")
    asked = question(ask) if ask else None
    text = asked.bound(words or ()) if asked else query_text(words or ())
    store = open_graph(graph, also=asked.also if asked else ())
    answer, prefixes = answer_to(store, text), {**PREFIXES, **data_prefixes(store)}
    if fmt is AnswerFormat.TABLE:
        print(table(answer, prefixes=prefixes, width=get_terminal_size().columns if sys.stdout.isatty() else None), end="")
    else:
        sys.stdout.buffer.write(written(answer, fmt.value, prefixes=prefixes))
