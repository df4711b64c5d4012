"""kg export."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import ExportFormat, Graph


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
