"""The picture: a pyvis network of the things and the facts between them, every node in its place.

pyvis's `add_node` and `add_edge` search lists, which takes minutes for big graphs, so its nodes and
edges are put in directly. Physics is off: the positions come from Python, and the picture stands at
once.
"""

import math
from collections import Counter
from collections.abc import (
    Iterator,
    Mapping,
    Set,
)
from dataclasses import dataclass

import networkx as nx
from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from kg.model import Factuality
from kg.view import assets
from kg.view.boxes import box
from kg.view.initial_view import (
    InitialView,
    SizeByNode,
    community_lines,
    initial_view,
    shown_initially,
)
from kg.view.kinds import LEGEND, Kind
from kg.view.layout import layout
from kg.view.page_model import (
    Evidence,
    Fact,
    NumberByIri,
    PageModel,
    Thing,
)
from kg.view.wording import (
    Labels,
    clause,
    count_words,
    edge_words,
    label_lines,
)

LEAST_SIZE, MOST_SIZE = 8.0, 26.0  # radius of a shape, pixels
DASHES_OF_FACTUALITY: Mapping[str, list[int]] = {
    Factuality.REPORTED: [8, 5],
    Factuality.POSSIBLE: [2, 4],
    Factuality.PLANNED: [2, 4],
    Factuality.DENIED: [2, 4],
}
BEND = 0.16  # how far the second and further lines between the same two things bend
THIN = 0.5  # pixels: a line that no passage says by itself
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


def draw(model: PageModel, labels: Labels, apart: Set[int] = frozenset()) -> Picture:
    """Return the picture of a page; `labels` are the words of an ontology's terms, by curie.

    The facts `apart` (numbers) have thin lines: no passage says them by itself.
    """
    index = model.index()
    graph = picture_graph(model, index)
    sizes = {number: size_of(degree) for number, degree in graph.degree}
    initial = initial_view(model, graph, sizes)
    nodes = list(_nodes(model, graph, sizes))
    nodes += _community_nodes(initial, model)
    edges = list(_edges(model, index, labels, apart))
    edges += _community_edges(initial, model)
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [node.options for node in nodes]
    network.edges = [edge.options for edge in edges]
    network.set_options(assets.options())
    return Picture(network, initial)


def picture_graph(model: PageModel, index: NumberByIri) -> nx.Graph:
    """Return the undirected graph of linked things, for the layout and the importance of things."""
    graph = nx.Graph()
    graph.add_nodes_from(range(len(model.things)))
    for fact in model.facts:
        subject = index[fact.subject]
        end = index.get(fact.object, subject)
        if end != subject:
            graph.add_edge(subject, end)
    return graph


def _nodes(model: PageModel, graph: nx.Graph, sizes: SizeByNode) -> Iterator[Node]:
    """Yield the nodes of the things, each in its place."""
    labels = []
    boxes = {}
    for number, thing in enumerate(model.things):
        lines = label_lines(thing.name)
        labels.append("\n".join(lines))
        boxes[number] = box(sizes[number], lines)
    shown = shown_initially(model)
    aside = graph.nodes - set(shown)
    places = layout(graph, boxes, aside)
    for number, thing in enumerate(model.things):
        shape = LEGEND[Kind(thing.kind)].shape
        x, y = places[number]
        size = round(sizes[number], 1)
        style = _style_of_thing(thing)
        yield Node(number, shape, labels[number], x=x, y=y, size=size, **style)


def _style_of_thing(thing: Thing) -> Style:
    """Return the colours of a thing, and the dashes around an event that is not simply so."""
    dashes = _dashes(thing.evidence)
    if not dashes:
        return {"group": thing.kind}
    return {"group": f"{thing.kind} open", "shapeProperties": {"borderDashes": dashes}}


def _edges(model: PageModel, index: NumberByIri, labels: Labels, apart: Set[int]) -> Iterator[Edge]:
    """Yield the lines of the facts between two things."""
    lines = Counter[frozenset[int]]()
    for number, fact in enumerate(model.facts):
        if fact.object not in index:
            continue
        start = index[fact.subject]
        end = index[fact.object]
        pair = frozenset((start, end))
        rank = lines[pair]
        lines[pair] += 1
        style = _style(fact, rank, turned=start > end)
        if number in apart:
            style["width"] = THIN
        label = edge_label(fact, labels)
        yield Edge(start, end, directed=True, id=number, label=label, **style)


def _community_nodes(initial: InitialView, model: PageModel) -> Iterator[Node]:
    """Yield the nodes of the communities that are in the picture, numbered after the things."""
    offset = len(model.things)
    for number in initial.pictured:
        community = initial.communities[number]
        lines = community_lines(community)
        yield Node(
            offset + number,
            "dot",
            "\n".join(lines),
            x=community.x,
            y=community.y,
            size=community.size,
            group="community",
        )


def _community_edges(initial: InitialView, model: PageModel) -> Iterator[Edge]:
    """Yield the lines from communities to things, numbered after the facts."""
    offset = len(model.things)
    identifier = len(model.facts)
    for number in initial.pictured:
        community = initial.communities[number]
        for thing, lines in community.links:
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
    """Return the dashes for what is not simply so; None for a whole line."""
    if evidence is None:
        return None
    return DASHES_OF_FACTUALITY.get(evidence.factuality)


def _style(fact: Fact, rank: int, *, turned: bool) -> Style:
    """Return the dashes of a line and its bend.

    The second line between two things bends to one side, the third to the other, and so on.
    """
    style: Style = {}
    dashes = _dashes(fact.evidence)
    if dashes:
        style["dashes"] = dashes
    if rank:
        clockwise = (rank % 2 == 1) != turned
        curve = "curvedCW" if clockwise else "curvedCCW"
        times = (rank + 1) // 2
        roundness = round(BEND * times, 2)
        style["smooth"] = {"enabled": True, "type": curve, "roundness": roundness}
    return style


def size_of(degree: int) -> float:
    """Return the radius of a thing with so many neighbours, in pixels.

    >>> size_of(0), size_of(4), size_of(10_000)
    (8.0, 14.0, 26.0)
    """
    size = LEAST_SIZE + 3.0 * math.sqrt(degree)
    return min(MOST_SIZE, size)


def edge_label(fact: Fact, labels: Labels) -> str:
    """Return the words on a line: the relation, and the role if there is one.

    >>> edge_label(Fact("a", "schema:worksFor", "b", role="third secretary"), {})
    'works for · third secretary'
    """
    sentence_words = clause(fact.predicate, labels)
    words = edge_words(sentence_words)
    if not fact.role:
        return words
    role = fact.role[:LONG_ROLE]
    return f"{words} · {role}"
