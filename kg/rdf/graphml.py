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


def graphml(triples: Iterable[Triple]) -> str:
    """Return the network as a GraphML document. Characters that XML cannot have become U+FFFD."""
    index = GraphIndex(triples)
    network = networkx.MultiDiGraph()
    nodes = [node for node in index if not any(index.is_a(node, kind) for kind in NOT_NODES)]
    for node in nodes:
        network.add_node(spelt(node), **_clean(_node_values(index, node)))
    known = set(map(spelt, nodes))
    for start, end, values in (*_facts(index), *_roles(index, nodes)):
        if {start, end} <= known:
            network.add_edge(start, end, **_clean(values))
    return "\n".join(networkx.generate_graphml(network, named_key_ids=True)) + "\n"


def _node_values(index: GraphIndex, node: Term) -> Row:
    """Return the label, types and literal values of a node; events and quotations also get their
    sentence.
    """
    found: dict[str, list[str]] = {}
    for predicate, value in index.properties(node):
        if isinstance(value, Literal):
            found.setdefault(compact(predicate.value), []).append(value.value)
    types = [compact(kind) for kind in index.texts(node, "rdf:type")]
    source = evidence(index, node) if any(index.is_a(node, kind) for kind in EVENT_LIKE) else {}
    joined = {
        name: SEPARATOR.join(values) for name, values in found.items() if name != "rdfs:label"
    }
    return {"label": index.label(node), "type": SEPARATOR.join(types), **joined, **source}


def _facts(index: GraphIndex) -> Iterator[tuple[str, str, Row]]:
    """Yield an edge for each fact between two entities, denied and planned ones included."""
    for row in fact_rows(index):
        if not row["object_datatype"]:
            ends = ("subject", "subject_label", "object", "object_label", "object_datatype")
            values = {name: value for name, value in row.items() if name not in ends and value}
            yield row["subject"], row["object"], {"label": row["predicate"], **values}


def _roles(index: GraphIndex, nodes: Iterable[Term]) -> Iterator[tuple[str, str, Row]]:
    """Yield an edge from each event or quotation to each of its participants and amounts."""
    for node in nodes:
        if any(index.is_a(node, kind) for kind in EVENT_LIKE):
            for predicate, value in _special(list(index.properties(node))):
                yield spelt(node), spelt(value), {"label": predicate, "predicate": predicate}


def _special(properties: list[tuple[NamedNode, Term]]) -> Iterator[tuple[str, Term]]:
    pairs = [
        (compact(predicate.value), value)
        for predicate, value in properties
        if isinstance(value, NamedNode)
    ]
    pairs = [(predicate, value) for predicate, value in pairs if predicate not in NOT_EDGES]
    filled = {value for predicate, value in pairs if predicate not in GENERAL_ROLES}
    return (
        (predicate, value)
        for predicate, value in pairs
        if predicate not in GENERAL_ROLES or value not in filled
    )


def _clean(values: Row) -> Row:
    return {
        name.replace(":", "_"): NOT_IN_XML.sub("\ufffd", value) for name, value in values.items()
    }
