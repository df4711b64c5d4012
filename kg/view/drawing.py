"""The picture: a pyvis network of the things and the facts between them, every node in its place.

pyvis's `add_node` and `add_edge` search lists, which takes minutes for big graphs; its nodes and edges are therefore put in directly.
Physics is off: the places come from Python, so the picture stands at once.
"""

import json
from collections.abc import Iterator, Mapping

import networkx as nx
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.view.content import Content, Fact
from kg.view.kinds import SHAPE_OF_KIND
from kg.view.layout import box, layout
from kg.view.wording import clause, edge_words, wide

LEAST_SIZE, MOST_SIZE = 8.0, 26.0  # radius of a shape, pixels
WIDTH_OF_LINE = 22  # letters of a label's line
LINES = 2  # of a label at rest; the panel has the whole name
DASHES_OF_FACTUALITY: Mapping[str, list[int]] = {"Reported": [9, 5], "Possible": [2, 5], "Planned": [2, 5], "Denied": [2, 5]}
BEND = 0.16  # how far the second and further lines between the same two things bend
LONG_NAME = 400  # letters of a name that are kept in the picture

OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False, "tooltipDelay": 1000000},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {
        "smooth": False,
        "width": 1.2,
        "selectionWidth": 2.5,
        "hoverWidth": 1,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
    },
}


def draw(content: Content, labels: Mapping[str, str]) -> Network:
    """The network of a content: node ids are indices into `things`, edge ids indices into `facts`."""
    index = {thing.iri: at for at, thing in enumerate(content.things)}
    graph = picture_graph(content, index)
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [node.options for node in _nodes(content, graph)]
    network.edges = [edge.options for edge in _edges(content, index, labels)]
    network.set_options(json.dumps(OPTIONS))
    return network


def picture_graph(content: Content, index: Mapping[str, int]) -> nx.Graph:
    """The undirected graph of what is linked with what, for the layout and for the importance of things."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(content.things)))
    graph.add_edges_from((index[fact.subject], index[fact.object]) for fact in content.facts if fact.object in index)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


def _nodes(content: Content, graph: nx.Graph) -> Iterator[Node]:
    lines = [label_lines(thing.name) for thing in content.things]
    sizes = {at: size_of(graph.degree(at)) for at in graph}
    places = layout(graph, {at: box(sizes[at], lines[at]) for at in graph})
    for at, thing in enumerate(content.things):
        shape = SHAPE_OF_KIND[thing.kind]
        dashes = DASHES_OF_FACTUALITY.get(thing.evidence.factuality if thing.evidence else "")
        node = Node(at, shape, "\n".join(lines[at]), group=thing.kind, x=places[at][0], y=places[at][1], size=round(sizes[at], 1))
        if dashes:
            node.options["shapeProperties"] = {"borderDashes": dashes}
        yield node


def _edges(content: Content, index: Mapping[str, int], labels: Mapping[str, str]) -> Iterator[Edge]:
    parallel: dict[tuple[int, int], int] = {}
    for at, fact in enumerate(content.facts):
        if fact.object not in index:
            continue
        start, end = index[fact.subject], index[fact.object]
        pair = (min(start, end), max(start, end))
        rank = parallel.get(pair, 0)
        parallel[pair] = rank + 1
        yield Edge(start, end, directed=True, id=at, label=edge_label(fact, labels), **_style(fact, rank, turned=start > end))


def _style(fact: Fact, rank: int, *, turned: bool) -> dict[str, object]:
    """Dashes by factuality; the second line between two things bends to one side, the third to the other, and so on."""
    dashes = DASHES_OF_FACTUALITY.get(fact.evidence.factuality if fact.evidence else "")
    style: dict[str, object] = {"dashes": dashes} if dashes else {}
    if rank:
        way = "curvedCW" if (rank % 2 == 1) != turned else "curvedCCW"
        style["smooth"] = {"enabled": True, "type": way, "roundness": round(BEND * ((rank + 1) // 2), 2)}
    return style


def size_of(degree: int) -> float:
    """The radius of a thing with so many neighbours, in pixels.

    >>> size_of(0), size_of(4), size_of(10_000)
    (8.0, 14.0, 26.0)
    """
    return min(MOST_SIZE, LEAST_SIZE + 3.0 * degree**0.5)


def edge_label(fact: Fact, labels: Mapping[str, str]) -> str:
    """The words on a line: the relation, and the role where there is one.

    >>> edge_label(Fact("a", "schema:worksFor", "b", role="third secretary"), {})
    'works for · third secretary'
    """
    words = edge_words(clause(fact.predicate, labels))
    return f"{words} · {fact.role[:LONG_NAME]}" if fact.role else words


def label_lines(name: str) -> list[str]:
    """A name in lines that fit under a shape, the last ending in an ellipsis where it was too long.

    >>> label_lines("Ministry of Trade and Coastal Affairs of Vesterland")
    ['Ministry of Trade and', 'Coastal Affairs of…']
    """
    lines: list[str] = []
    words = " ".join(name[:LONG_NAME].split()).split(" ")
    for word in words:
        if lines and wide(lines[-1]) + 1 + wide(word) <= WIDTH_OF_LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    shown = [_cut(line, WIDTH_OF_LINE + 2) for line in lines[:LINES]]
    if len(lines) > LINES:
        shown[-1] = _cut(shown[-1] + "…", WIDTH_OF_LINE + 2)
    return shown


def _cut(line: str, width: int) -> str:
    return line if wide(line) <= width else line[: width - 1].rstrip("…") + "…"
