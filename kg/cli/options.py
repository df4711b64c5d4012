"""Arguments and options of the commands; nothing here loads a library that takes time.

Their help is in `words.tsv`.
"""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg import choices
from kg.errors import QueryError
from kg.tables import words_for

HELP = words_for("kg.cli", "help")
PAGE = "graph.html"
MOST_ROWS = 10**9
MOST_SECONDS = 10**7  # some months


class DiffFormat(StrEnum):
    """The formats of a difference."""

    TEXT = "text"
    PATCH = "patch"
    JSON = "json"


def checked_seconds(given: float) -> float:
    """Return a time limit that a clock can count; "nan" is a number for the command line, too."""
    if not 0 <= given <= MOST_SECONDS:
        raise typer.BadParameter(f"give 0 to {MOST_SECONDS:,} seconds")
    return given


# Of several commands.
Graph = Annotated[
    Path, typer.Argument(metavar="DIR_OR_FILE", show_default=False, help=HELP["graph"])
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", show_default=False, help=HELP["folder"])]
Ontologies = Annotated[
    list[Path] | None, typer.Option("--ontology", metavar="F", help=HELP["ontology"])
]
Model = Annotated[str, typer.Option(metavar="M", help=HELP["model"])]
Reader = Annotated[str, typer.Option(metavar="R", help=HELP["reader"])]
PlainHttp = Annotated[bool, typer.Option("--plain-http", help=HELP["plain-http"])]

# Of kg build, kg retract and kg read.
Articles = Annotated[
    list[str], typer.Argument(metavar="PATH…", show_default=False, help=HELP["articles"])
]
ArticleFiles = Annotated[
    list[str], typer.Argument(metavar="FILE…", show_default=False, help=HELP["articles"])
]
Article = Annotated[
    str, typer.Argument(metavar="ARTICLE", show_default=False, help=HELP["article"])
]
Out = Annotated[
    Path, typer.Option("-o", "--output", metavar="DIR", show_default=False, help=HELP["out"])
]
Mentions = Annotated[bool, typer.Option("--mentions", help=HELP["mentions"])]
BaseIri = Annotated[str, typer.Option(metavar="I", help=HELP["base-iri"])]
Engine = Annotated[
    choices.Engine, typer.Option(metavar="|".join(choices.Engine), help=HELP["engine"])
]
Workers = Annotated[int, typer.Option(metavar="N", min=1, help=HELP["workers"])]
Rdf12 = Annotated[bool, typer.Option("--rdf12", help=HELP["rdf12"])]
KeepPaths = Annotated[bool, typer.Option("--keep-paths", help=HELP["keep-paths"])]
Strict = Annotated[bool, typer.Option("--strict", help=HELP["strict"])]
NoCache = Annotated[bool, typer.Option("--no-cache", help=HELP["no-cache"])]
Show = Annotated[
    list[choices.Part] | None, typer.Option(metavar="|".join(choices.Part), help=HELP["show"])
]
Json = Annotated[bool, typer.Option("--json", help=HELP["json"])]

# Of kg query, kg explain and kg index.
Askable = Annotated[
    str, typer.Argument(metavar="DIR_OR_FILE_OR_URL", show_default=False, help=HELP["askable"])
]
Query = Annotated[
    list[str] | None, typer.Argument(metavar="QUERY", show_default=False, help=HELP["query"])
]
Ask = Annotated[str, typer.Option(metavar="NAME", help=HELP["ask"])]
AnswerFormat = Annotated[
    choices.AnswerFormat,
    typer.Option(
        "--format", "-f", metavar="|".join(choices.AnswerFormat), help=HELP["answer-format"]
    ),
]
List = Annotated[bool, typer.Option("--list", help=HELP["list"])]
Limit = Annotated[int, typer.Option(metavar="ROWS", min=0, max=MOST_ROWS, help=HELP["limit"])]
Timeout = Annotated[
    float, typer.Option(metavar="SECONDS", callback=checked_seconds, help=HELP["timeout"])
]
NamedGraph = Annotated[str, typer.Option("--graph", metavar="IRI", help=HELP["named-graph"])]
Name = Annotated[str, typer.Argument(metavar="NAME_OR_IRI", show_default=False, help=HELP["name"])]
Remove = Annotated[bool, typer.Option("--remove", help=HELP["remove"])]

# Of kg view, kg export, kg push and kg diff.
Page = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help=HELP["page"])]
Focus = Annotated[str, typer.Option(metavar="NAME", help=HELP["focus"])]
Depth = Annotated[int, typer.Option(metavar="N", min=1, help=HELP["depth"])]
Construct = Annotated[str, typer.Option(metavar="QUERY", help=HELP["construct"])]
ExportFormat = Annotated[
    choices.ExportFormat,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(choices.ExportFormat),
        show_default=False,
        help=HELP["export-format"],
    ),
]
File = Annotated[
    Path, typer.Option("-o", "--output", metavar="F", show_default=False, help=HELP["file"])
]
Store = Annotated[str, typer.Argument(metavar="URL", show_default=False, help=HELP["store"])]
IntoGraph = Annotated[str, typer.Option("--graph", metavar="IRI", help=HELP["into-graph"])]
Resume = Annotated[bool, typer.Option("--resume", help=HELP["resume"])]
Before = Annotated[Path, typer.Argument(metavar="DIR_A", show_default=False, help=HELP["graph"])]
After = Annotated[Path, typer.Argument(metavar="DIR_B", show_default=False, help=HELP["after"])]
DifferenceFormat = Annotated[
    DiffFormat,
    typer.Option("--format", "-f", metavar="|".join(DiffFormat), help=HELP["diff-format"]),
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
