"""The graph as a network in GraphML, for tools such as Gephi and yEd.

Entities and events are nodes, facts and roles edges. Nodes carry their label, types and literal
values; edges carry their predicate and, for facts, the columns of the fact's row. Source: the
GraphML primer (Brandes et al.).
"""

from collections.abc import Iterable, Iterator

import networkx
from pyoxigraph import Literal, NamedNode, Triple

from kg.rdf.graph_index import GraphIndex
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


def graphml(triples: Iterable[Triple]) -> str:
    """Return the network as a GraphML document. Characters that XML cannot have become U+FFFD."""
    index = GraphIndex(triples)
    network = networkx.MultiDiGraph()
    nodes = [node for node in index if not _is_any(index, node, NOT_NODES)]
    for node in nodes:
        values = _node_values(index, node)
        network.add_node(spelt(node), **_clean(values))
    known = set(map(spelt, nodes))
    for start, end, values in (*_facts(index), *_roles(index, nodes)):
        if {start, end} <= known:
            network.add_edge(start, end, **_clean(values))
    lines = networkx.generate_graphml(network, named_key_ids=True)
    return "\n".join(lines) + "\n"


def _is_any(index: GraphIndex, node: Term, classes: Iterable[str]) -> bool:
    return any(index.is_a(node, curie) for curie in classes)


def _node_values(index: GraphIndex, node: Term) -> Row:
    """Return the label, types and literal values of a node; events and quotations also get their
    sentence.
    """
    texts_of: dict[str, list[str]] = {}
    for predicate, value in index.properties(node):
        if isinstance(value, Literal):
            name = compact(predicate.value)
            texts_of.setdefault(name, []).append(value.value)
    texts_of.pop("rdfs:label", None)
    types = map(compact, index.texts(node, "rdf:type"))
    values = {"label": index.label(node), "type": SEPARATOR.join(types)}
    for name, texts in texts_of.items():
        values[name] = SEPARATOR.join(texts)
    if _is_any(index, node, EVENT_LIKE):
        values |= evidence(index, node)
    return values


def _facts(index: GraphIndex) -> Iterator[tuple[str, str, Row]]:
    """Yield an edge for each fact between two entities, denied and planned ones included."""
    for row in fact_rows(index):
        if row["object_datatype"]:
            continue
        values = {name: value for name, value in row.items() if value and name not in OF_ENDS}
        yield row["subject"], row["object"], {"label": row["predicate"], **values}


def _roles(index: GraphIndex, nodes: Iterable[Term]) -> Iterator[tuple[str, str, Row]]:
    """Yield an edge from each event or quotation to each of its participants and amounts."""
    for node in nodes:
        if _is_any(index, node, EVENT_LIKE):
            for predicate, value in _special(index.properties(node)):
                yield spelt(node), spelt(value), {"label": predicate, "predicate": predicate}


def _special(properties: Iterable[tuple[NamedNode, Term]]) -> Iterator[tuple[str, Term]]:
    """Yield the edges from a node, without general roles whose filler has a special one."""
    edges = list(_edges(properties))
    filled = {value for curie, value in edges if curie not in GENERAL_ROLES}
    for curie, value in edges:
        if curie not in GENERAL_ROLES or value not in filled:
            yield curie, value


def _edges(properties: Iterable[tuple[NamedNode, Term]]) -> Iterator[tuple[str, Term]]:
    for predicate, value in properties:
        curie = compact(predicate.value)
        if isinstance(value, NamedNode) and curie not in NOT_EDGES:
            yield curie, value


def _clean(values: Row) -> Row:
    clean: Row = {}
    for name, value in values.items():
        clean[name.replace(":", "_")] = NOT_IN_XML.sub("\ufffd", value)
    return clean
