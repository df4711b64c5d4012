"""The graph as a network in GraphML, for tools such as Gephi and yEd.

Entities and events are nodes, facts and roles edges. Nodes carry their label, types and literal
values; edges carry their predicate and, for facts, the columns of the fact's row. Source: the
GraphML primer (Brandes et al.).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import networkx
from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.graph_index import GraphIndex
from kg.rdf.iris import term
from kg.rdf.literals import NOT_IN_XML, Term, spelt
from kg.rdf.table import SEPARATOR, Row, evidence, fact_rows
from kg.vocabulary import compact

NOT_NODES = (
    "rdf:Statement",
    "schema:NewsArticle",
    "nif:RFC5147String",
    "prov:Entity",
    "kg:Refusal",
)
EVENT_LIKE = ("sem:Event", "schema:Quotation")
GENERAL_ROLES = (
    "sem:hasActor",
    "sem:hasPlace",
)  # left out where a more special role has the same filler
NOT_EDGES = ("rdf:type", "prov:wasDerivedFrom", "prov:wasAttributedTo", "kg:factuality")
OF_ENDS = ("subject", "subject_label", "object", "object_label", "object_datatype")

Property = tuple[NamedNode, Term]
LabelledEnd = tuple[str, Term]


class Edge(NamedTuple):
    """An edge of the network: the IRIs of its ends, and its values."""

    start: str
    end: str
    values: Row


def graphml(triples: Iterable[Triple]) -> str:
    """Return the network as a GraphML document. Characters that XML cannot have become U+FFFD."""
    index = GraphIndex(triples)
    nodes = [node for node in index if not _is_any(index, node, NOT_NODES)]
    edges = [*_facts(index), *_roles(index, nodes)]
    network = networkx.MultiDiGraph()
    for node in nodes:
        values = _node_values(index, node)
        network.add_node(spelt(node), **_clean(values))
    for start, end, values in edges:
        if start in network and end in network:
            network.add_edge(start, end, **_clean(values))
    lines = networkx.generate_graphml(network, named_key_ids=True)
    return "\n".join(lines) + "\n"


def _is_any(index: GraphIndex, node: Term, curies: tuple[str, ...]) -> bool:
    """Return whether a node has one of some classes."""
    classes = index.values(node, "rdf:type")
    return any(term(curie) in classes for curie in curies)


def _node_values(index: GraphIndex, node: Term) -> Row:
    """Return the label, types and literal values of a node; events and quotations also get their
    sentence.
    """
    types = map(compact, index.texts(node, "rdf:type"))
    values = {"label": index.label(node), "type": SEPARATOR.join(types)}
    for predicate, value in index.properties(node):
        name = compact(predicate.value)
        if isinstance(value, Literal) and name != "rdfs:label":
            text = value.value
            values[name] = f"{values[name]}{SEPARATOR}{text}" if name in values else text
    if _is_any(index, node, EVENT_LIKE):
        values |= evidence(index, node)
    return values


def _facts(index: GraphIndex) -> Iterator[Edge]:
    """Yield an edge for each fact between two entities, denied and planned ones included."""
    for row in fact_rows(index):
        if row["object_datatype"]:
            continue
        told = {name: value for name, value in row.items() if value and name not in OF_ENDS}
        values = {"label": row["predicate"], **told}
        yield Edge(row["subject"], row["object"], values)


def _roles(index: GraphIndex, nodes: Iterable[Term]) -> Iterator[Edge]:
    """Yield an edge from each event or quotation to each of its participants and amounts."""
    for node in nodes:
        if not _is_any(index, node, EVENT_LIKE):
            continue
        for curie, value in _special(index.properties(node)):
            values = {"label": curie, "predicate": curie}
            yield Edge(spelt(node), spelt(value), values)


def _special(properties: Iterable[Property]) -> Iterator[LabelledEnd]:
    """Yield the edges from a node, without general roles whose filler has a special one."""
    edges = list(_edges(properties))
    filled = {value for curie, value in edges if curie not in GENERAL_ROLES}
    for curie, value in edges:
        if curie not in GENERAL_ROLES or value not in filled:
            yield curie, value


def _edges(properties: Iterable[Property]) -> Iterator[LabelledEnd]:
    """Yield the properties of a node that lead to another node."""
    for predicate, value in properties:
        curie = compact(predicate.value)
        if isinstance(value, NamedNode) and curie not in NOT_EDGES:
            yield curie, value


def _clean(values: Row) -> Row:
    """Return values with names and characters that GraphML can have."""
    clean = {}
    for name, value in values.items():
        key = name.replace(":", "_")
        clean[key] = NOT_IN_XML.sub("\ufffd", value)
    return clean
