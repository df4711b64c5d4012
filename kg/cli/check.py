"""kg validate and kg verify."""

from kg.cli.app import app, conclude
from kg.cli.options import Folder, Graph, Ontologies


@app.command()
def validate(graph: Graph, ontology: Ontologies = None) -> None:
    """Check a graph against the ontology's domains and ranges and its SHACL shapes; list every violation."""
    from kg.graph.ontology import ontology_files, shapes_file
    from kg.rdf import validate as violations_of

    violations = violations_of(graph, shapes_file(), ontology_files(ontology or ()))
    conclude([str(violation) for violation in violations], "violation", f"{graph} is valid")


@app.command()
def verify(folder: Folder) -> None:
    """Check that every quoted passage is exactly what stands in the stored text."""
    from kg.rdf import verify as faults_of

    conclude(faults_of(folder), "fault", f"{folder}: every passage is what its text says")
