"""Arguments and options of the commands; nothing here loads a library that takes time.

Their help is in `words.tsv`.
"""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, BadParameter, Option

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
        raise BadParameter(f"give 0 to {MOST_SECONDS:,} seconds")
    return given


# Of several commands.
Graph = Annotated[Path, Argument(metavar="DIR_OR_FILE", show_default=False, help=HELP["graph"])]
Folder = Annotated[Path, Argument(metavar="DIR", show_default=False, help=HELP["folder"])]
Ontologies = Annotated[list[Path] | None, Option("--ontology", metavar="F", help=HELP["ontology"])]
Model = Annotated[str, Option(metavar="M", help=HELP["model"])]
Reader = Annotated[str, Option(metavar="R", help=HELP["reader"])]
PlainHttp = Annotated[bool, Option("--plain-http", help=HELP["plain-http"])]

# Of kg build, kg retract and kg read.
Articles = Annotated[
    list[str], Argument(metavar="PATH…", show_default=False, help=HELP["articles"])
]
ArticleFiles = Annotated[
    list[str], Argument(metavar="FILE…", show_default=False, help=HELP["articles"])
]
Article = Annotated[str, Argument(metavar="ARTICLE", show_default=False, help=HELP["article"])]
Out = Annotated[Path, Option("-o", "--output", metavar="DIR", show_default=False, help=HELP["out"])]
Mentions = Annotated[bool, Option("--mentions", help=HELP["mentions"])]
BaseIri = Annotated[str, Option(metavar="I", help=HELP["base-iri"])]
Engine = Annotated[choices.Engine, Option(metavar="|".join(choices.Engine), help=HELP["engine"])]
Workers = Annotated[int, Option(metavar="N", min=1, help=HELP["workers"])]
Rdf12 = Annotated[bool, Option("--rdf12", help=HELP["rdf12"])]
KeepPaths = Annotated[bool, Option("--keep-paths", help=HELP["keep-paths"])]
Strict = Annotated[bool, Option("--strict", help=HELP["strict"])]
NoCache = Annotated[bool, Option("--no-cache", help=HELP["no-cache"])]
Show = Annotated[
    list[choices.Part] | None, Option(metavar="|".join(choices.Part), help=HELP["show"])
]
Json = Annotated[bool, Option("--json", help=HELP["json"])]

# Of kg query, kg explain and kg index.
Askable = Annotated[
    str, Argument(metavar="DIR_OR_FILE_OR_URL", show_default=False, help=HELP["askable"])
]
Query = Annotated[
    list[str] | None, Argument(metavar="QUERY", show_default=False, help=HELP["query"])
]
Ask = Annotated[str, Option(metavar="NAME", help=HELP["ask"])]
AnswerFormat = Annotated[
    choices.AnswerFormat,
    Option("--format", "-f", metavar="|".join(choices.AnswerFormat), help=HELP["answer-format"]),
]
List = Annotated[bool, Option("--list", help=HELP["list"])]
Limit = Annotated[int, Option(metavar="ROWS", min=0, max=MOST_ROWS, help=HELP["limit"])]
Timeout = Annotated[
    float, Option(metavar="SECONDS", callback=checked_seconds, help=HELP["timeout"])
]
NamedGraph = Annotated[str, Option("--graph", metavar="IRI", help=HELP["named-graph"])]
Name = Annotated[str, Argument(metavar="NAME_OR_IRI", show_default=False, help=HELP["name"])]
Remove = Annotated[bool, Option("--remove", help=HELP["remove"])]

# Of kg view, kg export, kg push and kg diff.
Page = Annotated[Path | None, Option("-o", "--output", metavar="FILE", help=HELP["page"])]
Focus = Annotated[str, Option(metavar="NAME", help=HELP["focus"])]
Depth = Annotated[int, Option(metavar="N", min=1, help=HELP["depth"])]
Construct = Annotated[str, Option(metavar="QUERY", help=HELP["construct"])]
ExportFormat = Annotated[
    choices.ExportFormat,
    Option(
        "--format",
        "-f",
        metavar="|".join(choices.ExportFormat),
        show_default=False,
        help=HELP["export-format"],
    ),
]
File = Annotated[Path, Option("-o", "--output", metavar="F", show_default=False, help=HELP["file"])]
Store = Annotated[str, Argument(metavar="URL", show_default=False, help=HELP["store"])]
IntoGraph = Annotated[str, Option("--graph", metavar="IRI", help=HELP["into-graph"])]
Resume = Annotated[bool, Option("--resume", help=HELP["resume"])]
Before = Annotated[Path, Argument(metavar="DIR_A", show_default=False, help=HELP["graph"])]
After = Annotated[Path, Argument(metavar="DIR_B", show_default=False, help=HELP["after"])]
DifferenceFormat = Annotated[
    DiffFormat,
    Option("--format", "-f", metavar="|".join(DiffFormat), help=HELP["diff-format"]),
]


def query_text(words: Sequence[str]) -> str:
    """Return the query itself, or the content of the file or of standard input that is named
    instead.
    """
    if len(words) != 1:
        raise BadParameter(
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
