"""The graph as a network of networkx: entities and events are nodes, facts and roles are edges.

Nodes carry their label, types and literal values; edges carry their predicate and, for facts, the
columns of the fact's row. Numbers and truth values are such, not texts.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import networkx
from pyoxigraph import Literal, NamedNode, Triple

from kg.exports.facts_csv import (
    COLUMNS,
    KIND_OF_COLUMN,
    SEPARATOR,
    evidence,
    fact_rows,
)
from kg.exports.graph_index import GraphIndex
from kg.exports.values import (
    KIND_OF_DATATYPE,
    Kind,
    Value,
    Values,
    value_of,
)
from kg.rdf import Term, spelt, term
from kg.vocabulary import compact

NOT_NODES = (
    "rdf:Statement",
    "kg:EditorialDecision",
    "schema:NewsArticle",
    "kg:Story",
    "nif:RFC5147String",
    "prov:Entity",
    "prov:Activity",
    "kg:Refusal",
)
EVENT_LIKE = (
    "sem:Event",
    "schema:Quotation",
)
# Left out if a more special role has the same filler.
GENERAL_ROLES = (
    "sem:hasActor",
    "sem:hasPlace",
)
NOT_EDGES = (
    "rdf:type",
    "prov:wasDerivedFrom",
    "prov:wasAttributedTo",
    "kg:factuality",
)
LABEL = "label"
TYPE = "type"
PREDICATE = "predicate"
OF_ENDS = frozenset(COLUMNS[:6]) - {PREDICATE}  # what the ends of an edge say already

Property = tuple[NamedNode, Term]
LabelledEnd = tuple[str, Term]


class Edge(NamedTuple):
    """An edge of the network: the IRIs of its ends, and its values."""

    start: str
    end: str
    values: Values


def network(triples: Iterable[Triple]) -> "networkx.MultiDiGraph":
    """Return the network of a graph. Nodes are IRIs; names of values are curies or columns."""
    index = GraphIndex(triples)
    nodes = [node for node in index if not _is_any(index, node, NOT_NODES)]
    values_of: dict[str, Values] = {}
    for node in nodes:
        iri = spelt(node)
        values_of[iri] = _node_values(index, node)
    every = (
        *_facts(index),
        *_roles(index, nodes),
    )
    ends = values_of.keys()
    edges = [edge for edge in every if ends >= {edge.start, edge.end}]
    _unify(list(values_of.values()))
    _unify([edge.values for edge in edges])
    found = networkx.MultiDiGraph()
    for iri, values in values_of.items():
        found.add_node(iri, **values)
    for start, end, values in edges:
        found.add_edge(start, end, **values)
    return found


def _unify(rows: Sequence[Values]) -> None:
    """Give the values of one name one type in all rows: a whole number beside broken ones is one of
    them, and beside texts all are texts.
    """
    types_of: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            types = types_of.setdefault(name, set())
            types.add(type(value))
    for name, types in types_of.items():
        if len(types) == 1:
            continue
        wanted = float if types == {int, float} else str
        for row in rows:
            if name in row:
                row[name] = wanted(row[name])


def _is_any(index: GraphIndex, node: Term, curies: tuple[str, ...]) -> bool:
    """Return whether a node has one of some classes."""
    classes = index.values(node, "rdf:type")
    return any(term(curie) in classes for curie in curies)


def _node_values(index: GraphIndex, node: Term) -> Values:
    """Return the label, types and literal values of a node; events and quotations also get their
    sentence.

    Of several texts all are there, of several numbers the first.
    """
    types = map(compact, index.texts(node, "rdf:type"))
    values: Values = {
        LABEL: index.label(node),
        TYPE: SEPARATOR.join(types),
    }
    for predicate, value in index.properties(node):
        name = compact(predicate.value)
        if isinstance(value, Literal) and name != "rdfs:label":
            known = values.get(name)
            read = _read(value)
            values[name] = _with(known, read)
    if _is_any(index, node, EVENT_LIKE):
        values |= evidence(index, node)
    return values


def _with(known: Value | None, value: Value) -> Value:
    """Return a value beside one that is known already: texts are joined."""
    if known is None:
        return value
    if isinstance(known, str) and isinstance(value, str):
        return f"{known}{SEPARATOR}{value}"
    return known


def _read(value: Literal) -> Value:
    """Return a literal as a number or truth value if it is one, else its text."""
    datatype = compact(value.datatype.value)
    kind = KIND_OF_DATATYPE.get(datatype, Kind.TEXT)
    read = value_of(value.value, kind)
    return value.value if read is None else read


def _facts(index: GraphIndex) -> Iterator[Edge]:
    """Yield an edge for each fact between two entities, denied and planned ones included."""
    for row in fact_rows(index):
        if row["object_datatype"]:
            continue
        values: Values = {LABEL: row[PREDICATE]}
        for name, text in row.items():
            if text and name not in OF_ENDS:
                kind = KIND_OF_COLUMN[name]
                read = value_of(text, kind)
                values[name] = text if read is None else read
        yield Edge(
            row["subject"],
            row["object"],
            values,
        )


def _roles(index: GraphIndex, nodes: Iterable[Term]) -> Iterator[Edge]:
    """Yield an edge from each event or quotation to each of its participants and amounts."""
    for node in nodes:
        if not _is_any(index, node, EVENT_LIKE):
            continue
        for curie, value in _special(index.properties(node)):
            values: Values = {
                LABEL: curie,
                PREDICATE: curie,
            }
            yield Edge(
                spelt(node),
                spelt(value),
                values,
            )


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
