"""The network as GraphML and GEXF, for tools such as Gephi and yEd, and as CSV for Neo4j.

Source: the GraphML primer (Brandes et al.); GEXF 1.2; the header of `neo4j-admin database import`
(`:ID`, `:LABEL`, `:START_ID`, `:END_ID`, `:TYPE`, and the types of properties).
"""

import csv
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from io import StringIO
from types import MappingProxyType
from typing import TYPE_CHECKING

import networkx

from kg.exports.facts_csv import SEPARATOR
from kg.exports.values import Value, Values
from kg.rdf import NOT_IN_XML

if TYPE_CHECKING:
    from networkx import MultiDiGraph

# networkx writes the day on which it writes, and its own version.
META = re.compile(r"<meta [^>]*>.*?</meta>", re.DOTALL)
GEXF_META = "<meta><creator>newskg</creator></meta>"
# These mean in GEXF that a network changes in time.
START = "start"
END = "end"
RENAMED = MappingProxyType({START: f"{START}_date", END: f"{END}_date"})
NOTHING_RENAMED: Mapping[str, str] = MappingProxyType({})

NODES, EDGES = "nodes.csv", "relationships.csv"
TYPE = "type"
PREDICATE = "predicate"
HEADER_OF_NODES = [
    "iri:ID",
    ":LABEL",
]
HEADER_OF_EDGES = [
    ":START_ID",
    ":END_ID",
    ":TYPE",
]
NOT_IN_LABEL = re.compile(r"[^A-Za-z0-9_]")
NEXT_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
LINE_ENDS = re.compile(r"[\r\n]+")
ENDS_OF_NAMESPACE = re.compile(r"[/#:]")

Columns = dict[str, type]


class PropertyType(StrEnum):
    """The types of properties in Neo4j."""

    LONG = "long"
    DOUBLE = "double"
    BOOLEAN = "boolean"
    STRING = "string"


TYPE_OF_PROPERTY: Mapping[type, PropertyType] = {
    int: PropertyType.LONG,
    float: PropertyType.DOUBLE,
    bool: PropertyType.BOOLEAN,
    str: PropertyType.STRING,
}


def graphml(network: "MultiDiGraph") -> str:
    """Return a network as GraphML. Characters that XML cannot have become U+FFFD."""
    clean = _clean(network, NOTHING_RENAMED)
    lines = networkx.generate_graphml(clean, named_key_ids=True)
    return "\n".join(lines) + "\n"


def gexf(network: "MultiDiGraph") -> str:
    """Return a network as GEXF 1.2, without the day on which it is written."""
    clean = _clean(network, RENAMED)
    lines = networkx.generate_gexf(clean)
    document = "\n".join(lines)
    return META.sub(GEXF_META, document, count=1) + "\n"


def _clean(network: "MultiDiGraph", renamed: Mapping[str, str]) -> "MultiDiGraph":
    """Return a network with names and characters that XML can have."""
    clean = networkx.MultiDiGraph()
    for node, values in network.nodes(data=True):
        kept = _clean_values(values, renamed)
        clean.add_node(node, **kept)
    for start, end, values in network.edges(data=True):
        number = clean.number_of_edges()
        kept = _clean_values(values, renamed)
        clean.add_edge(start, end, key=number, **kept)
    return clean


def _clean_values(values: Values, renamed: Mapping[str, str]) -> Values:
    clean: Values = {}
    for name, value in values.items():
        key = renamed.get(name, name)
        key = key.replace(":", "_")
        if isinstance(value, str):
            value = NOT_IN_XML.sub("\ufffd", value)
        clean[key] = value
    return clean


def neo4j(network: "MultiDiGraph") -> dict[str, bytes]:
    """Return a network as the two files of a bulk import into Neo4j, by their names.

    The labels of a node are its classes without their prefix, the type of a relationship is its
    property in capitals.
    """
    return {NODES: _nodes(network), EDGES: _edges(network)}


def _nodes(network: "MultiDiGraph") -> bytes:
    """Return the file of nodes."""
    nodes = list(network.nodes(data=True))
    columns = _columns(values for _, values in nodes)
    rows = [[*HEADER_OF_NODES, *_header(columns)]]
    for node, values in nodes:
        labels = _labels(str(values[TYPE]))
        cells = _cells(values, columns)
        rows.append([node, labels, *cells])
    return _csv(rows)


def _edges(network: "MultiDiGraph") -> bytes:
    """Return the file of relationships."""
    edges = list(network.edges(data=True))
    columns = _columns(values for _, _, values in edges)
    rows = [[*HEADER_OF_EDGES, *_header(columns)]]
    for start, end, values in edges:
        kind = _relationship(str(values[PREDICATE]))
        cells = _cells(values, columns)
        rows.append([start, end, kind, *cells])
    return _csv(rows)


def _columns(rows: Iterable[Values]) -> Columns:
    """Return the names of all values but the types of nodes, sorted, each with its type."""
    type_of: Columns = {}
    for row in rows:
        for name, value in row.items():
            type_of[name] = type(value)
    type_of.pop(TYPE, None)
    return dict(sorted(type_of.items()))


def _header(columns: Columns) -> list[str]:
    header = []
    for name, kind in columns.items():
        key = name.replace(":", "_")
        header.append(f"{key}:{TYPE_OF_PROPERTY[kind]}")
    return header


def _cells(values: Values, columns: Iterable[str]) -> list[str]:
    cells = []
    for name in columns:
        value = values.get(name, "")
        cells.append(_spelt(value))
    return cells


def _spelt(value: Value) -> str:
    """Return a value as the import reads it."""
    text = str(value)
    return text.lower() if isinstance(value, bool) else text


def _labels(types: str) -> str:
    """Return the classes of a node as labels.

    >>> _labels("schema:City | schema:Place")
    'City;Place'
    """
    labels = []
    for curie in filter(None, types.split(SEPARATOR)):
        _, _, name = curie.rpartition(":")
        labels.append(NOT_IN_LABEL.sub("_", name))
    return ";".join(labels)


def _relationship(curie: str) -> str:
    """Return a property as the type of a relationship, as Neo4j's users write it.

    >>> _relationship("schema:worksFor")
    'WORKS_FOR'
    """
    *_, name = ENDS_OF_NAMESPACE.split(curie)
    words = NEXT_WORD.sub("_", name)
    plain = NOT_IN_LABEL.sub("_", words)
    return plain.upper() or PREDICATE.upper()


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as CSV; a line end inside a text is a blank, since the import reads by lines."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        cells = [LINE_ENDS.sub(" ", cell) for cell in row]
        writer.writerow(cells)
    whole = text.getvalue()
    return whole.encode("utf-8", "replace")
