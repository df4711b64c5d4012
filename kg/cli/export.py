"""kg export and kg push: hand a graph on in another format, or to a triple store."""

from pathlib import Path
from typing import Annotated

import typer

from kg.choices import ExportFormat
from kg.cli.app import app
from kg.cli.options import Graph, PlainHttp


@app.command()
def export(
    graph: Graph,
    fmt: Annotated[
        ExportFormat,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(ExportFormat),
            show_default=False,
            help="The form to write.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="F", show_default=False, help="The file to write."),
    ],
) -> None:
    """Write the same graph in another form, evidence included."""
    from kg.rdf import export as write_export

    write_export(graph, fmt, out)
    print(out)


@app.command()
def push(
    graph: Graph,
    store: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            show_default=False,
            help="The address of the store's SPARQL Graph Store Protocol.",
        ),
    ],
    named: Annotated[
        str,
        typer.Option(
            "--graph",
            metavar="IRI",
            help="Load into that graph of the store, not into its default one.",
        ),
    ] = "",
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Go on where a push was cut short; nobody may have changed the graph since.",
        ),
    ] = False,
    plain_http: PlainHttp = False,
) -> None:
    """Load a graph into a triple store, in place of what that graph of the store held.

    Credentials come from the environment: KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD, or
    KG_ENDPOINT_TOKEN.
    """
    from kg.cli.build import progress_bar
    from kg.rdf.push import push as push_graph
    from kg.rdf.remote import endpoint

    with progress_bar("Sending") as progress:
        count = push_graph(
            graph,
            endpoint(store, plain_http=plain_http),
            graph=named,
            resume=resume,
            progress=progress,
        )
    print(f"{count:,} triples are in {named or 'the default graph'} of {store.partition('?')[0]}")
