"""Validation of a graph by SHACL shapes, and by the domains and ranges of the ontology.

Source: SHACL (W3C Recommendation, 2017), by pySHACL, without inference: the graph itself has all
classes of a node.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode

from kg.errors import GraphError, OntologyError
from kg.extras import needed
from kg.graph.ontology import triples_of
from kg.paths import AnyPaths, listed_paths
from kg.rdf.ends import broken_ends
from kg.rdf.graph_files import GRAPH_FILE, MENTIONS_FILE, REFUSALS_FILE, graph_file
from kg.rdf.store import rdflib_term, read_triples, to_rdflib
from kg.vocabulary import compact

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One place in a graph that breaks a shape: the node, the property, and what is wrong.

    The property is empty if the shape is about the node itself.
    """

    node: str
    path: str
    message: str
    value: str = ""
    severity: str = "Violation"

    def __str__(self) -> str:
        """Return the violation in one line.

        >>> str(Violation("data/event/1", "rdfs:label", "Less than 1 values"))
        'data/event/1 rdfs:label: Less than 1 values'
        """
        path = f" {self.path}" if self.path else ""
        value = f" (value: {self.value})" if self.value else ""
        return f"{self.node}{path}: {self.message}{value}"


def validate(path: str | Path, shapes: AnyPaths, ontologies: AnyPaths) -> list[Violation]:
    """Return every violation in the graph of a folder or file, sorted; empty if it conforms.

    `shapes` and `ontologies` are one file or several; the latter say which class is under which,
    and which domain and range a property has. These must hold in all files of a folder, those of
    refusals and mentions, too. Raises `GraphError` for a graph, `OntologyError` for shapes or an
    ontology that cannot be read or used, `ExtraError` without the extra `shacl`.
    """
    from pyparsing import ParseException

    shacl, problem = needed("pyshacl"), needed("pyshacl.errors").ReportableRuntimeError
    files = tuple(map(Path, listed_paths(ontologies)))
    data = to_rdflib(path)
    shape_graph = _shapes(shapes)
    classes = _classes(files)
    try:
        _, report, _ = shacl.validate(
            data, shacl_graph=shape_graph, ont_graph=classes, inference="none", inplace=True
        )
        if isinstance(report, problem):
            raise report  # pySHACL hands some failures back instead of raising them
    except (problem, ParseException) as error:
        raise OntologyError(f"{shapes} cannot be used: {error}") from error
    violations = {*_violations(report), *_ends(Path(path), files)}
    return sorted(violations)


def _ends(path: Path, ontologies: Iterable[Path]) -> Iterator[Violation]:
    """Yield the ends of triples that break a domain or range; for a folder in all its files."""
    ontology = chain.from_iterable(map(triples_of, ontologies))
    files = _files_with(graph_file(path))
    graph = chain.from_iterable(map(read_triples, files))
    for broken in broken_ends(graph, ontology):
        node, predicate = broken.node, broken.predicate
        end = f"the {broken.end} of {predicate}"
        message = f"{end} is {broken.wanted}, which {node} is not"
        yield Violation(broken.subject, predicate, message, node)


def _files_with(main: Path) -> list[Path]:
    """Return the files of a folder with a graph; of any other graph its own file only."""
    files = [main]
    if main.name == GRAPH_FILE:
        others = map(main.with_name, (REFUSALS_FILE, MENTIONS_FILE))
        files += filter(Path.exists, others)
    return files


def _shapes(paths: AnyPaths) -> "Graph":
    """Return some files as one graph. Raises `OntologyError` if one cannot be read."""

    import rdflib

    joined = rdflib.Graph()
    for path in map(Path, listed_paths(paths)):
        try:
            for triple in to_rdflib(path):
                joined.add(triple)
        except GraphError as error:
            raise OntologyError(str(error)) from error
    return joined


def _classes(files: Iterable[Path]) -> "Graph":
    """Return what ontology files say of terms with an IRI, as one graph.

    Their constructs without one are no part of the data that shapes check. Raises `OntologyError`
    if a file cannot be read.
    """
    import rdflib

    joined = rdflib.Graph()
    for triple in chain.from_iterable(map(triples_of, files)):
        if not isinstance(triple.subject, BlankNode):
            subject, predicate, value = map(rdflib_term, triple)
            joined.add((subject, predicate, value))
    return joined


def _violations(report: "Graph") -> Iterator[Violation]:
    """Yield the violations in a report of pySHACL."""

    from rdflib import RDF, SH

    for result in report.subjects(RDF.type, SH.ValidationResult):
        part = partial(report.value, result)
        messages = map(str, report.objects(result, SH.resultMessage))
        _, _, severity = _short(part(SH.resultSeverity)).rpartition("#")
        yield Violation(
            node=_short(part(SH.focusNode)),
            path=_short(part(SH.resultPath)),
            message="; ".join(sorted(messages)),
            value=_short(part(SH.value)),
            severity=severity,
        )


def _short(value: "Node | None") -> str:
    """Return a node as a curie; empty if there is none."""
    return compact(str(value)) if value is not None else ""
