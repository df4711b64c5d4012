"""kg read."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.choices import DEFAULT_MODEL, DEFAULT_READER, USUAL_PARTS, Part
from kg.cli.app import app
from kg.cli.build import passed_over, print_each
from kg.cli.options import Ontologies

if TYPE_CHECKING:
    from kg.inspection import InspectionReport


@app.command()
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            show_default=False,
            help="Articles: files, folders, or - for standard input.",
        ),
    ],
    show: Annotated[
        list[Part] | None,
        typer.Option(
            metavar="|".join(Part),
            help="Only this part; may be given more than once. The trace only comes if asked for.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON document, for scripts.")
    ] = False,
    ontology: Ontologies = None,
    model: Annotated[
        str,
        typer.Option(metavar="M", help="An installed spaCy pipeline for English, or its folder."),
    ] = DEFAULT_MODEL,
    reader: Annotated[
        str,
        typer.Option(
            metavar="R", help="The learned reader: built-in, none, or a folder with another one."
        ),
    ] = DEFAULT_READER,
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


def _print_faults(inspected: "InspectionReport") -> None:
    """Print the notes on the inputs, and exit with 1 if any was not read."""
    lost = [fault for fault in inspected.faults if fault.lost]
    remarks = [fault for fault in inspected.faults if not fault.lost]
    print_each("note", [*map(str, remarks), *passed_over(inspected.passed_over)])
    print_each("error", map(str, lost))
    if lost:
        sys.exit(1)
