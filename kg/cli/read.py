"""kg read, kg ontology and kg fetch: what is read in articles and ontologies, and pages for it."""

import json
import sys
from typing import TYPE_CHECKING

from kg.choices import (
    DEFAULT_MODEL,
    DEFAULT_READER,
    USUAL_PARTS,
    Part,
)
from kg.cli import options
from kg.cli.app import app
from kg.cli.build import passed_over, print_each

if TYPE_CHECKING:
    from kg.inspection import InspectionReport


@app.command()
def read(
    paths: options.ArticleFiles,
    show: options.Show = None,
    as_json: options.Json = False,
    ontology: options.Ontologies = None,
    model: options.Model = DEFAULT_MODEL,
    reader: options.Reader = DEFAULT_READER,
) -> None:
    """Show what is read in each sentence of an article, and why; nothing is written.

    The trace names for each sentence the rules that fired, and the condition at which others
    stopped, with the line of the code. Each article is read by itself: what a build would know from
    other articles is not known here.
    """
    from kg.inspection import document, inspect, report

    parts = tuple(show or USUAL_PARTS)
    inspected = inspect(
        paths, trace=Part.TRACE in parts, ontologies=ontology or (), model=model, reader=reader
    )
    if as_json:
        print(json.dumps(document(inspected, parts), ensure_ascii=False, indent=2))
    else:
        from rich.console import Console

        console = Console(highlight=False)
        console.print(report(inspected, parts), end="", soft_wrap=not console.is_terminal)
    _print_faults(inspected)


@app.command()
def fetch(urls: options.Urls, out: options.Pages) -> None:
    """Save pages of the web for kg build, each with its address and the time: the only command that
    asks the web.

    One host at a time is asked, with a pause between its pages, and what its robots.txt forbids is
    not fetched. A page that cannot be fetched is named, and the exit code is 1.
    """
    from kg.fetching import Saved
    from kg.fetching import fetch as fetch_pages

    failed = 0
    for found in fetch_pages(options.addresses(urls), out):
        if isinstance(found, Saved):
            print(found.file, flush=True)
        else:
            failed += 1
            print_each("error", [str(found)])
    if failed:
        print(f"partly failed: {failed} of the pages not fetched", file=sys.stderr)
        sys.exit(1)


@app.command()
def ontology(files: options.OntologyFiles, as_json: options.Json = False) -> None:
    """Show which properties of an ontology can be read in texts, and by which patterns; nothing is
    written.

    It may be anybody's, in Turtle, RDF/XML or JSON-LD. For properties that cannot be read there is
    a template to fill in. What the files say that is of no use here is named.
    """
    from kg.graph.ontology import load
    from kg.inspection import ontology_document, ontology_report

    loaded = load(files)
    if as_json:
        print(json.dumps(ontology_document(loaded), ensure_ascii=False, indent=2))
    else:
        sys.stdout.write(ontology_report(loaded))


def _print_faults(inspected: "InspectionReport") -> None:
    """Print the notes on the inputs, and exit with 1 if any was not read."""
    notes: list[str] = []
    errors: list[str] = []
    for fault in inspected.faults:
        kind = errors if fault.lost else notes
        kind.append(str(fault))
    print_each("note", notes)
    print_each("note", passed_over(inspected.passed_over))
    print_each("error", errors)
    if errors:
        sys.exit(1)
