"""Arguments and options of the commands; nothing here loads a library that takes time.

Their help is in `words.tsv`.
"""

import re
import sys
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, BadParameter, Option
from typer.models import ArgumentInfo, OptionInfo

from kg import choices
from kg.errors import InputError, QueryError
from kg.tables import words_for

HELP = words_for("kg.cli", "help")
PAGE = "graph.html"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
ADDRESS = re.compile(r"https?://[^\s#]+")
COLUMN = re.compile(r"[a-z]+=")
MOST_ROWS = 10**9
MOST_PORTS = 65_535
MOST_SECONDS = 10**7  # some months


class DiffFormat(StrEnum):
    """The formats of a difference."""

    TEXT = "text"
    PATCH = "patch"
    JSON = "json"


class DecisionKind(StrEnum):
    """The kinds of decisions, as they are typed."""

    SAME = "same"
    DIFFERENT = "different"
    WRONG = "wrong"
    RIGHT = "right"
    LABEL = "label"
    CLASS = "class"


def checked_seconds(given: float) -> float:
    """Return a time limit that a clock can count; "nan" is a number for the command line, too."""
    if not 0 <= given <= MOST_SECONDS:
        raise BadParameter(f"give 0 to {MOST_SECONDS:,} seconds")
    return given


def checked_day(given: str) -> str:
    """Return a day that was given as an ISO date; empty if none was."""
    if given and not (DAY.fullmatch(given) and _is_day(given)):
        raise BadParameter("give a day as 2019-05-01")
    return given


def _is_day(given: str) -> bool:
    """Return whether the calendar has a day."""
    try:
        date.fromisoformat(given)
    except ValueError:
        return False
    return True


def checked_address(given: str) -> str:
    """Return the address of a page, as others will open it; empty if none was given."""
    if given and not ADDRESS.fullmatch(given):
        raise BadParameter("give an address as https://news.example/graphs/")
    return given


def argument(name: str, metavar: str) -> ArgumentInfo:
    """Return an argument whose help has a name."""
    info: ArgumentInfo = Argument(metavar=metavar, show_default=False, help=HELP[name])
    return info


def option(name: str, *flags: str, **more: Any) -> OptionInfo:
    """Return an option whose help has a name; without flags, they are made of the parameter's."""
    info: OptionInfo = Option(*flags, help=HELP[name], **more)
    return info


def choice(name: str, kind: type[StrEnum], *flags: str, **more: Any) -> OptionInfo:
    """Return an option that takes one of some values, or several of them."""
    return option(name, *flags, metavar="|".join(kind), **more)


# Of several commands.
Graph = Annotated[Path, argument("graph", "DIR_OR_FILE")]
Folder = Annotated[Path, argument("folder", "DIR")]
Ontologies = Annotated[
    list[Path] | None,
    option("ontology", "--ontology", metavar="F"),
]
OntologyFiles = Annotated[list[Path], argument("ontologies", "FILE…")]
Model = Annotated[
    str,
    option("model", metavar="M"),
]
Reader = Annotated[
    str,
    option("reader", metavar="R"),
]
PlainHttp = Annotated[
    bool,
    option("plain-http", "--plain-http"),
]

# Of kg build, kg retract and kg read.
Articles = Annotated[list[str], argument("articles", "PATH…")]
ArticleFiles = Annotated[list[str], argument("articles", "FILE…")]
Article = Annotated[str, argument("article", "ARTICLE")]
Out = Annotated[
    Path,
    option("out", "-o", "--output", metavar="DIR", show_default=False),
]
Mentions = Annotated[
    bool,
    option("mentions", "--mentions"),
]
BaseIri = Annotated[
    str,
    option("base-iri", metavar="I", show_default=False),
]
Engine = Annotated[
    choices.Engine,
    choice("engine", choices.Engine),
]
Workers = Annotated[
    int,
    option("workers", metavar="N", min=1),
]
Rdf12 = Annotated[
    bool,
    option("rdf12", "--rdf12"),
]
Columns = Annotated[
    list[str] | None,
    option("columns", "--columns", metavar="FIELD=COLUMN…"),
]
AnyLanguage = Annotated[
    bool,
    option("any-language", "--any-language"),
]
Precise = Annotated[
    bool | None,
    option("precise", "--precise/--many", show_default=False),
]
Identifier = Annotated[
    str,
    option("identifier", "--id", metavar="ID", show_default=False),
]
Title = Annotated[
    str,
    option("title", metavar="TEXT", show_default=False),
]
Licence = Annotated[
    str,
    option("licence", "--license", metavar="URL", show_default=False),
]
KeepPaths = Annotated[
    bool,
    option("keep-paths", "--keep-paths"),
]
Strict = Annotated[
    bool,
    option("strict", "--strict"),
]
NoCache = Annotated[
    bool,
    option("no-cache", "--no-cache"),
]
Show = Annotated[
    list[choices.Part] | None,
    choice("show", choices.Part),
]
Json = Annotated[
    bool,
    option("json", "--json"),
]
Decisions = Annotated[
    list[Path] | None,
    option("decisions", "--decisions", metavar="F"),
]

# Of kg fetch.
Urls = Annotated[list[str], argument("urls", "URL…")]
Pages = Annotated[
    Path,
    option("pages", "-o", "--output", metavar="FOLDER", show_default=False),
]

# Of kg decide.
Verdict = Annotated[DecisionKind, argument("verdict", "|".join(DecisionKind))]
What = Annotated[list[str], argument("what", "NODE…")]
By = Annotated[
    str,
    option("by", metavar="NAME"),
]
Why = Annotated[
    str,
    option("why", metavar="TEXT"),
]
InArticles = Annotated[
    list[str] | None,
    option("in-articles", "--in", metavar="ARTICLE"),
]
Apply = Annotated[
    bool,
    option("apply", "--apply"),
]

# Of kg query, kg serve, kg explain and kg index.
Askable = Annotated[str, argument("askable", "DIR_OR_FILE_OR_URL")]
Query = Annotated[list[str] | None, argument("query", "QUERY")]
Ask = Annotated[
    str,
    option("ask", metavar="NAME"),
]
AnswerFormat = Annotated[
    choices.AnswerFormat, choice("answer-format", choices.AnswerFormat, "--format", "-f")
]
List = Annotated[
    bool,
    option("list", "--list"),
]
Limit = Annotated[
    int,
    option("limit", metavar="ROWS", min=0, max=MOST_ROWS),
]
Timeout = Annotated[
    float,
    option("timeout", metavar="SECONDS", callback=checked_seconds),
]
AsOf = Annotated[
    str,
    option("as-of", "--as-of", metavar="DAY", callback=checked_day),
]
NamedGraph = Annotated[
    str,
    option("named-graph", "--graph", metavar="IRI"),
]
Port = Annotated[
    int,
    option("port", metavar="N", min=0, max=MOST_PORTS),
]
Name = Annotated[str, argument("name", "NAME_OR_IRI")]
Remove = Annotated[
    bool,
    option("remove", "--remove"),
]

# Of kg view, kg export, kg push and kg diff.
Page = Annotated[
    Path | None,
    option("page", "-o", "--output", metavar="FILE"),
]
Address = Annotated[
    str, option("address", metavar="URL", show_default=False, callback=checked_address)
]
Focus = Annotated[
    str,
    option("focus", metavar="NAME"),
]
Depth = Annotated[
    int,
    option("depth", metavar="N", min=1),
]
Construct = Annotated[
    str,
    option("construct", metavar="QUERY"),
]
ExportFormat = Annotated[
    choices.ExportFormat,
    choice("export-format", choices.ExportFormat, "--format", "-f", show_default=False),
]
File = Annotated[
    Path,
    option("file", "-o", "--output", metavar="F", show_default=False),
]
Store = Annotated[str, argument("store", "URL")]
IntoGraph = Annotated[
    str,
    option("into-graph", "--graph", metavar="IRI"),
]
Resume = Annotated[
    bool,
    option("resume", "--resume"),
]
Before = Annotated[Path, argument("graph", "DIR_A")]
After = Annotated[Path, argument("after", "DIR_B")]
DifferenceFormat = Annotated[
    DiffFormat,
    choice("diff-format", DiffFormat, "--format", "-f"),
]


def paths_and_columns(
    paths: Sequence[str], given: Sequence[str] | None
) -> tuple[list[str], dict[str, str]]:
    """Return the paths, and the columns by their fields.

    The shell splits `--columns title=head text=body`, so what follows stands among the paths.

    >>> paths_and_columns(["a.csv", "text=body"], ["title=head"])
    (['a.csv'], {'title': 'head', 'text': 'body'})
    """
    if not given:
        return list(paths), {}
    more = [path for path in paths if COLUMN.match(path) and not Path(path).exists()]
    pairs = [pair.partition("=") for pair in (*given, *more)]
    columns = {name.strip(): column.strip() for name, _, column in pairs}
    return [path for path in paths if path not in more], columns


def query_text(words: Sequence[str]) -> str:
    """Return the query itself, or the content of the file or of standard input that is named
    instead.
    """
    if len(words) != 1:
        raise BadParameter(
            "give one query in quotes, or @FILE, or - for standard input, or --ask NAME",
            param_hint="QUERY",
        )
    [text] = words
    try:
        return _meant(text)
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query file {text[1:]} cannot be read: {error}") from error


def addresses(given: Sequence[str]) -> list[str]:
    """Return the addresses that are given; of a file or of standard input, those on its lines.

    >>> addresses(["https://example.org/a"])
    ['https://example.org/a']
    """
    found: list[str] = []
    for text in given:
        try:
            lines = _meant(text).splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"the list {text[1:]} cannot be read: {error}") from error
        found += filter(None, map(str.strip, lines))
    return found


def _meant(text: str) -> str:
    """Return an argument, or what it stands for: the content of @FILE, or of standard input."""
    if text == "-":
        return sys.stdin.read()
    return Path(text[1:]).read_text("utf-8") if text.startswith("@") else text
