"""kg index."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import Graph


@app.command()
def index(graph: Graph, remove: Annotated[bool, typer.Option("--remove", help="Remove the store instead.")] = False) -> None:
    """Make a store beside a graph, from which questions are answered without reading the graph anew.

    It is used only as long as the graph is the same; after a build, make it again.
    """
    from kg.rdf import make_index, remove_index

    if not remove:
        print(make_index(graph))
    else:
        print(f"removed the store of {graph}" if remove_index(graph) else f"{graph} has no store")
