"""kg explain."""

from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.options import Graph, Ontologies


@app.command()
def explain(
    graph: Graph,
    name: Annotated[str, typer.Argument(metavar="NAME_OR_IRI", show_default=False, help="A name, in any case, or an IRI.")],
    ontology: Ontologies = None,
) -> None:
    """Tell everything that a graph says of a thing, each with its sentence, article, rule and confidence."""
    from rich.console import Console

    from kg.graph.ontology import load
    from kg.query import explain as accounts_of
    from kg.query import report
    from kg.rdf import open_graph

    accounts = accounts_of(open_graph(graph), name, labels=load(ontology).labels if ontology else {})
    console = Console(highlight=False)
    console.print(report(accounts), end="", soft_wrap=not console.is_terminal)
