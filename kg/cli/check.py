"""kg validate, kg verify and kg diff: check a graph, or compare it with another."""

import sys
from collections.abc import Sequence

from kg.cli import options
from kg.cli.app import app, fail
from kg.cli.options import DiffFormat


@app.command()
def validate(graph: options.Graph, ontology: options.Ontologies = None) -> None:
    """Check a graph against the ontology and its SHACL shapes, and list every violation.

    It needs the extra shacl.
    """
    from kg.graph.ontology import ontology_files, shapes_file
    from kg.rdf import validate as violations_of

    violations = violations_of(graph, shapes_file(), ontology_files(ontology or ()))
    conclude([str(violation) for violation in violations], "violation", f"{graph} is valid")


@app.command()
def verify(folder: options.Folder) -> None:
    """Check that every quoted passage is exactly what stands in the stored text."""
    from kg.rdf import verify as faults_of

    conclude(faults_of(folder), "fault", f"{folder}: every passage is what its text says")


@app.command()
def diff(
    before: options.Before,
    after: options.After,
    fmt: options.DifferenceFormat = DiffFormat.TEXT,
    ontology: options.Ontologies = None,
) -> None:
    """Compare two graphs: list what the second one adds (+), no longer says (-), and changes (~).

    The RDF patch has every triple that differs: applied to the first graph, it gives the second.
    Graphs of two base IRIs are compared as if they had one, but for the patch.
    """
    from kg.changes import Side, as_json, base_of, below, changes, patch, report
    from kg.graph.ontology import load
    from kg.rdf import open_graph

    if fmt is DiffFormat.PATCH:
        sys.stdout.writelines(f"{line}\n" for line in patch(before, after))
        return
    labels = load(ontology).labels if ontology else {}
    later = open_graph(after)
    former = below(open_graph(before), base_of(later))
    differences = changes(Side(former, labels), Side(later, labels))
    print(as_json(differences) if fmt is DiffFormat.JSON else report(differences), end="")


def conclude(faults: Sequence[str], kind: str, well: str) -> None:
    """Print that all is well; or list the faults, and exit with 1."""
    if not faults:
        print(well)
        return
    print("\n".join(faults))
    fail(f"{len(faults)} {kind}{'' if len(faults) == 1 else 's'}")
