"""Options that several commands share; nothing here loads a library that takes time."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import QueryError

PAGE = "graph.html"

Graph = Annotated[
    Path,
    typer.Argument(
        metavar="DIR_OR_FILE", show_default=False, help="A folder of kg build, or an RDF file."
    ),
]
Ontologies = Annotated[
    list[Path] | None,
    typer.Option(
        "--ontology", metavar="F", help="A further ontology in Turtle; may be given more than once."
    ),
]
PlainHttp = Annotated[
    bool,
    typer.Option(
        "--plain-http",
        help="Allow http:// to another machine, unencrypted; credentials are never sent so.",
    ),
]
Folder = Annotated[
    Path, typer.Argument(metavar="DIR", show_default=False, help="A folder of kg build.")
]


def query_text(words: Sequence[str]) -> str:
    """Return the query itself, or the content of the file or of standard input that is named
    instead.
    """
    if len(words) != 1:
        raise typer.BadParameter(
            "give one query in quotes, or @FILE, or - for standard input, or --ask NAME",
            param_hint="QUERY",
        )
    if words[0] == "-":
        return sys.stdin.read()
    if not words[0].startswith("@"):
        return words[0]
    try:
        return Path(words[0][1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query file {words[0][1:]} cannot be read: {error}") from error
