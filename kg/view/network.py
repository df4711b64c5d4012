"""The picture: a pyvis network of the things and the facts between them, every node in its place.

pyvis's `add_node` and `add_edge` search lists, which takes minutes for big graphs, so its nodes and
edges are put in directly. Physics is off: the positions come from Python, and the picture stands at
once.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.model import Factuality
from kg.view import assets
from kg.view.boxes import box
from kg.view.initial_view import InitialView, community_lines, initial_view, shown_initially
from kg.view.kinds import LEGEND, Kind
from kg.view.layout import layout
from kg.view.page_model import Evidence, Fact, PageModel, Thing
from kg.view.wording import clause, count_words, edge_words, label_lines

LEAST_SIZE, MOST_SIZE = 8.0, 26.0  # radius of a shape, pixels
DASHES_OF_FACTUALITY: Mapping[str, list[int]] = {
    Factuality.REPORTED: [8, 5],
    Factuality.POSSIBLE: [2, 4],
    Factuality.PLANNED: [2, 4],
    Factuality.DENIED: [2, 4],
}
BEND = 0.16  # how far the second and further lines between the same two things bend
LONG_ROLE = 200  # letters of a role that are kept on a line


Style = dict[str, object]


@dataclass(frozen=True, slots=True)
class Picture:
    """A network, and the initial view of a big one.

    Its node ids are indices into `things`, its edge ids indices into `facts`. The communities of a
    big graph follow the things, and the lines from them follow the facts.
    """

    network: Network
    initial: InitialView


def draw(model: PageModel, labels: Mapping[str, str]) -> Picture:
    """Return the picture of a page; `labels` are the words of an ontology's terms, by curie."""
    index = {thing.iri: number for number, thing in enumerate(model.things)}
    graph = picture_graph(model, index)
    sizes = {number: size_of(len(near)) for number, near in graph.adjacency()}
    initial = initial_view(model, graph, sizes)
    nodes = list(_nodes(model, graph, sizes))
    nodes += _community_nodes(initial, len(model.things))
    edges = list(_edges(model, index, labels))
    edges += _community_edges(initial, model)
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [node.options for node in nodes]
    network.edges = [edge.options for edge in edges]
    network.set_options(assets.options())
    return Picture(network, initial)


def picture_graph(model: PageModel, index: Mapping[str, int]) -> nx.Graph:
    """Return the undirected graph of linked things, for the layout and the importance of things."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(model.things)))
    linking = [fact for fact in model.facts if fact.object in index]
    graph.add_edges_from((index[fact.subject], index[fact.object]) for fact in linking)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


def _nodes(model: PageModel, graph: nx.Graph, sizes: Mapping[int, float]) -> Iterator[Node]:
    lines = [label_lines(thing.name) for thing in model.things]
    shown = set(shown_initially(model))
    aside = graph.nodes - shown
    boxes = {number: box(sizes[number], lines[number]) for number in graph}
    positions = layout(graph, boxes, aside)
    for number, thing in enumerate(model.things):
        shape = LEGEND[Kind(thing.kind)].shape
        label = "\n".join(lines[number])
        x, y = positions[number]
        size = round(sizes[number], 1)
        yield Node(number, shape, label, x=x, y=y, size=size, **_style_of_thing(thing))


def _style_of_thing(thing: Thing) -> Style:
    dashes = _dashes(thing.evidence)
    if not dashes:
        return {"group": thing.kind}
    return {"group": f"{thing.kind} open", "shapeProperties": {"borderDashes": dashes}}


def _edges(model: PageModel, index: Mapping[str, int], labels: Mapping[str, str]) -> Iterator[Edge]:
    ranks: dict[tuple[int, int], int] = {}
    for number, fact in enumerate(model.facts):
        if fact.object not in index:
            continue
        start = index[fact.subject]
        end = index[fact.object]
        pair = (min(start, end), max(start, end))
        rank = ranks.get(pair, 0)
        ranks[pair] = rank + 1
        style = _style(fact, rank, turned=start > end)
        label = edge_label(fact, labels)
        yield Edge(start, end, directed=True, id=number, label=label, **style)


def _community_nodes(initial: InitialView, offset: int) -> Iterator[Node]:
    for number in initial.pictured:
        community = initial.communities[number]
        yield Node(
            offset + number,
            "dot",
            "\n".join(community_lines(community)),
            x=community.x,
            y=community.y,
            size=community.size,
            group="community",
        )


def _community_edges(initial: InitialView, model: PageModel) -> Iterator[Edge]:
    offset = len(model.things)
    identifier = len(model.facts)
    for number in initial.pictured:
        for thing, lines in initial.communities[number].links:
            yield Edge(
                offset + number,
                thing,
                directed=True,
                id=identifier,
                label=count_words(lines, "link", "links"),
                arrows="",
                dashes=[1, 3],
            )
            identifier += 1


def _dashes(evidence: Evidence | None) -> list[int] | None:
    return DASHES_OF_FACTUALITY.get(evidence.factuality) if evidence else None


def _style(fact: Fact, rank: int, *, turned: bool) -> Style:
    """Return the dashes of a line and its bend.

    The second line between two things bends to one side, the third to the other, and so on.
    """
    dashes = _dashes(fact.evidence)
    style: Style = {"dashes": dashes} if dashes else {}
    if rank:
        clockwise = (rank % 2 == 1) != turned
        roundness = round(BEND * ((rank + 1) // 2), 2)
        curve = "curvedCW" if clockwise else "curvedCCW"
        style["smooth"] = {"enabled": True, "type": curve, "roundness": roundness}
    return style


def size_of(degree: int) -> float:
    """Return the radius of a thing with so many neighbours, in pixels.

    >>> size_of(0), size_of(4), size_of(10_000)
    (8.0, 14.0, 26.0)
    """
    return min(MOST_SIZE, LEAST_SIZE + 3.0 * math.sqrt(degree))


def edge_label(fact: Fact, labels: Mapping[str, str]) -> str:
    """Return the words on a line: the relation, and the role if there is one.

    >>> edge_label(Fact("a", "schema:worksFor", "b", role="third secretary"), {})
    'works for · third secretary'
    """
    words = edge_words(clause(fact.predicate, labels))
    return f"{words} · {fact.role[:LONG_ROLE]}" if fact.role else words
