"""kg build, kg retract and kg decide: make a graph, take an article back, correct what is wrong."""

import sys
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.choices import DEFAULT_MODEL, DEFAULT_READER, Demand, Engine
from kg.cli import options
from kg.cli.app import app

if TYPE_CHECKING:
    from kg.pipeline import BuildReport
    from kg.reading_articles import Progress

DEMANDS = {None: Demand.USUAL, True: Demand.PRECISE, False: Demand.MANY}  # by --precise/--many
NAMED = 10  # files of one ending that are named; of more it is told how many


@app.command()
def build(
    paths: options.Articles,
    out: options.Out,
    mentions: options.Mentions = False,
    ontology: options.Ontologies = None,
    decisions: options.Decisions = None,
    model: options.Model = DEFAULT_MODEL,
    reader: options.Reader = DEFAULT_READER,
    base_iri: options.BaseIri = "",
    engine: options.Engine = Engine.LOCAL,
    workers: options.Workers = 1,
    rdf12: options.Rdf12 = False,
    keep_paths: options.KeepPaths = False,
    columns: options.Columns = None,
    any_language: options.AnyLanguage = False,
    precise: options.Precise = None,
    identifier: options.Identifier = "",
    address: options.Address = "",
    title: options.Title = "",
    licence: options.Licence = "",
    strict: options.Strict = False,
    no_cache: options.NoCache = False,
) -> None:
    """Read articles and write their graph: graph.ttl, graph.html, refusals.ttl, and the texts.

    An article that was read before into the same folder is not read again. A file that cannot be
    read is named with the reason, the others are built all the same, and the exit code is 1.
    Remarks, files in a folder that no reader is for, and decisions of people that found nothing to
    apply to are notes.
    """
    from kg.pipeline import build as build_graph

    files, named = options.paths_and_columns(paths, columns)

    with progress_bar() as progress:
        report = build_graph(
            files,
            out,
            mentions=mentions,
            ontologies=ontology or (),
            decisions=decisions or (),
            model=model,
            reader=reader,
            base_iri=base_iri,
            engine=engine,
            workers=workers,
            rdf12=rdf12,
            cache=not no_cache,
            keep_paths=keep_paths,
            columns=named,
            any_language=any_language,
            demand=DEMANDS[precise],
            identifier=identifier,
            address=address,
            title=title,
            licence=licence,
            progress=progress,
            waiting=say_waiting,
        )
    finish_build(report, out, strict=strict)


@app.command()
def retract(folder: options.Folder, article: options.Article) -> None:
    """Take one article back: the graph, the page, the refusals and the texts become those of a
    build without it.

    A later kg build over files with that article brings it back.
    """
    from kg.retraction import retract as retract_article

    finish_build(retract_article(folder, article, waiting=say_waiting), folder)


@app.command()
def decide(
    folder: options.Folder,
    verdict: options.Verdict,
    what: options.What,
    by: options.By = "",
    why: options.Why = "",
    articles: options.InArticles = None,
    apply: options.Apply = False,
) -> None:
    """Correct the graph for good: which things are one or two, which facts are wrong or right, what
    something is called or of which class it is.

    It is written into decisions.ttl of the folder, and honoured by every later build, also after
    articles were added, changed or taken back. What is wrong becomes a refusal that names you.
    """
    from kg.deciding import decide as write_down
    from kg.decisions import short_words_of

    decided = write_down(
        folder,
        verdict,
        *what,
        by=by,
        why=why,
        articles=articles or (),
        waiting=say_waiting,
    )
    for decision in decided:
        print(f"decided, {short_words_of(decision)}")
    if apply:
        from kg.retraction import rebuild

        finish_build(rebuild(folder, waiting=say_waiting), folder)
    else:
        print(f"the next kg build into {folder} honours it; kg decide --apply does so at once")


def finish_build(report: "BuildReport", out: Path, *, strict: bool = False) -> None:
    """Print the counts of a build, and exit with 1 if an input was not read. With `strict`, notes
    count, too.
    """
    print_counts(report)
    print_place(out)
    notes = [*map(str, report.remarks), *passed_over(report.passed_over), *report.unused]
    print_each("note", report.of_ontology)
    print_each("note", notes)
    print_each("error", map(str, report.lost))
    if report.files_read < report.files:
        print_each("note", [files_read(report)])
    lost = len(report.lost)
    is_refused = strict and bool(notes)
    if lost:
        print(f"partly failed: {lost} of the inputs not read", file=sys.stderr)
    if is_refused:
        print("failed: there are notes, which --strict does not allow", file=sys.stderr)
    if lost or is_refused:
        sys.exit(1)


def print_counts(report: "BuildReport") -> None:
    """Print how much is in a graph, and how long its build took."""
    counts = [f"{count:,} {kind}" for kind, count in report.counts.items()]
    if report.known:
        anew = report.counts["articles"] - report.known
        counts[0] += f" ({anew:,} read anew)"
    counts.append(f"{report.seconds:.1f} seconds")
    print(", ".join(counts))


def print_place(out: Path) -> None:
    """Print where a graph is, and what its page leaves out."""
    from kg.view import excerpt_of

    print(f"written to {out}")
    excerpt = excerpt_of(out)
    if excerpt:
        print(f"the page shows {excerpt}; what all say: kg view {out} --focus NAME, kg query {out}")


def passed_over(files: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the files in folders that no reader is for, some of each ending."""
    for ending, names in files.items():
        named = ", ".join(names[:NAMED])
        unnamed = len(names) - NAMED
        if unnamed > 0:
            named += f" and {unnamed:,} more"
        kind = f"files that end in {ending}" if ending else "files without an ending"
        yield f"{named}: no reader for {kind}; save articles as plain text (.txt)"


def files_read(report: "BuildReport") -> str:
    """Return how many files were read of all, and the endings of those that no reader is for."""
    from kg.inputs import without_reader

    without = without_reader(report.passed_over)
    return f"read {report.files_read:,} of {report.files:,} files{without}"


def print_each(kind: str, messages: Iterable[str]) -> None:
    """Print messages on standard error, a line each."""
    for message in messages:
        print(f"{kind}: {message}", file=sys.stderr)


def say_waiting(folder: Path) -> None:
    """Say on standard error why nothing happens."""
    print(f"waiting: another kg writes into {folder}", file=sys.stderr)


@contextmanager
def progress_bar(doing: str = "Reading") -> "Iterator[Progress | None]":
    """Show a bar on standard error that counts the articles done; None if that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (doing, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
