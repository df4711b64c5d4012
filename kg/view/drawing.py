"""The picture: a pyvis network of the things and the facts between them, every node in its place.

pyvis's `add_node` and `add_edge` search lists, which takes minutes for big graphs, so its nodes and edges are put in directly.
Physics is off: the places come from Python, and the picture stands at once.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.view.content import Content, Fact
from kg.view.first import FirstScreen, community_lines, first_screen, shown_at_first
from kg.view.kinds import SHAPE_OF_KIND
from kg.view.layout import box, layout
from kg.view.wording import clause, count_words, edge_words, label_lines

LEAST_SIZE, MOST_SIZE = 8.0, 26.0  # radius of a shape, pixels
DASHES_OF_FACTUALITY: Mapping[str, list[int]] = {"Reported": [8, 5], "Possible": [2, 4], "Planned": [2, 4], "Denied": [2, 4]}
BEND = 0.16  # how far the second and further lines between the same two things bend
LONG_ROLE = 200  # letters of a role that are kept on a line

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


@dataclass(frozen=True, slots=True)
class Picture:
    """A network whose node ids are indices into `things` and edge ids indices into `facts`, and the first screen of a big one.

    The communities of a big graph follow the things, and the lines from them follow the facts.
    """

    network: Network
    first: FirstScreen


def draw(content: Content, labels: Mapping[str, str]) -> Picture:
    """The picture of a content; `labels` are the words of an ontology's terms, by curie."""
    index = {thing.iri: at for at, thing in enumerate(content.things)}
    graph = picture_graph(content, index)
    sizes = {at: size_of(len(near)) for at, near in graph.adjacency()}
    first = first_screen(content, graph, sizes)
    network = Network(directed=True, cdn_resources="in_line")
    nodes = (*_nodes(content, graph, sizes), *_community_nodes(first, len(content.things)))
    edges = (*_edges(content, index, labels), *_community_edges(first, content))
    network.nodes = [node.options for node in nodes]
    network.edges = [edge.options for edge in edges]
    network.set_options(json.dumps(OPTIONS))
    return Picture(network, first)


def picture_graph(content: Content, index: Mapping[str, int]) -> nx.Graph:
    """The undirected graph of what is linked with what, for the layout and for the importance of things."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(content.things)))
    graph.add_edges_from((index[fact.subject], index[fact.object]) for fact in content.facts if fact.object in index)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


def _nodes(content: Content, graph: nx.Graph, sizes: Mapping[int, float]) -> Iterator[Node]:
    lines = [label_lines(thing.name) for thing in content.things]
    aside = set(range(len(content.things))) - set(shown_at_first(content))
    places = layout(graph, {at: box(sizes[at], lines[at]) for at in graph}, aside)
    for at, thing in enumerate(content.things):
        dashes = DASHES_OF_FACTUALITY.get(thing.evidence.factuality if thing.evidence else "")
        style = {"group": f"{thing.kind} open", "shapeProperties": {"borderDashes": dashes}} if dashes else {"group": thing.kind}
        x, y = places[at]
        yield Node(at, SHAPE_OF_KIND[thing.kind], "\n".join(lines[at]), x=x, y=y, size=round(sizes[at], 1), **style)


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


def _community_nodes(first: FirstScreen, offset: int) -> Iterator[Node]:
    for at in first.pictured:
        community = first.communities[at]
        label = "\n".join(community_lines(community))
        yield Node(offset + at, "dot", label, x=community.x, y=community.y, size=community.size, group="community")


def _community_edges(first: FirstScreen, content: Content) -> Iterator[Edge]:
    ends = ((len(content.things) + at, *link) for at in first.pictured for link in first.communities[at].links)
    for at, (start, end, lines) in enumerate(ends):
        words = count_words(lines, "link", "links")
        yield Edge(start, end, directed=True, id=len(content.facts) + at, label=words, arrows="", dashes=[1, 3])


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
    return min(MOST_SIZE, LEAST_SIZE + 3.0 * math.sqrt(degree))


def edge_label(fact: Fact, labels: Mapping[str, str]) -> str:
    """The words on a line: the relation, and the role where there is one.

    >>> edge_label(Fact("a", "schema:worksFor", "b", role="third secretary"), {})
    'works for · third secretary'
    """
    words = edge_words(clause(fact.predicate, labels))
    return f"{words} · {fact.role[:LONG_ROLE]}" if fact.role else words
