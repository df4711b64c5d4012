"""The layout of the picture: the same graph always gives the same positions.

Each connected part is laid out by itself, its labels are pushed apart (`boxes.py`), and the parts
are packed side by side, the largest first. Graphs too large for that are laid out as a whole. The
positions themselves come from `positions.py`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import networkx as nx
import numpy as np

from kg.view.boxes import Box, Boxes, Frame, frame, pushed_apart
from kg.view.positions import Positions, large_layout, stress_layout

SMALL = 300  # things: up to here the exact layout takes about a second
# Pixels along a line between two things with few neighbours; pushing makes most of them longer.
SPACE = 72.0
STRETCH = 1.3  # a screen is wider than high
WIDER = np.array([STRETCH, 1.0])
WIDE = np.array([STRETCH**0.5, STRETCH**-0.5])  # the same area as a square
GAP = 40.0  # pixels between two parts
BESIDE = 70.0  # pixels from the neighbours
GOLDEN = 2.4  # the turn (radians) that lets no two of a row fall together
# Pixels in which a whole graph should be readable: a laptop's screen, beside the panel.
SCREEN = np.array([980.0, 740.0])
MOST_ROOM = 1.9  # how much larger boxes may be made for graphs that are shrunk to fit the screen
# 0: shapes keep their distances and become tiny, 1: they keep their sizes and become large.
DRAWN_TOGETHER = 0.6
# Pixels along each side that a thing has in a big graph, in which few names are written.
ROOM_OF_MANY = 46.0

Pixels = tuple[int, int]
Places = dict[int, Pixels]  # by node
BoxByNode = Mapping[int, Box]
Nodes = Iterable[int]
NodeList = list[int]


class _Part(NamedTuple):
    """A connected part of a graph that has been laid out, with the frame of its boxes."""

    positions: Positions
    frame: Frame


def layout(graph: nx.Graph, boxes: BoxByNode, aside: Collection[int] = ()) -> Places:
    """Return the position of every node of an undirected graph, in whole pixels, y downwards.

    Nodes `aside` take no room: they are put beside their neighbours at the end.
    """
    if not aside:
        return _laid_out(graph, boxes)
    kept = [node for node in graph if node not in aside]
    main = subgraph_of(graph, kept)
    places = _laid_out(main, boxes)
    left_out = sorted(set(graph).difference(kept))
    _put_beside(graph, left_out, places)
    return places


def _put_beside(graph: nx.Graph, nodes: Nodes, places: Places) -> None:
    """Give these nodes places beside their neighbours, or else beside the first node of all."""
    lowest = min(graph, default=0)
    first = min(places, default=lowest)
    for rank, node in enumerate(nodes):
        placed = filter(places.__contains__, graph[node])
        near = [places[other] for other in placed]
        if not near:
            origin = places.get(first, (0, 0))
            near.append(origin)
        angle = rank * GOLDEN
        places[node] = _beside(near, angle)
        first = min(first, node)


def _beside(places: Sequence[Pixels], angle: float) -> Pixels:
    """Return the place in that direction from the middle of others."""
    x, y = np.mean(places, axis=0)
    x += BESIDE * np.cos(angle)
    y += BESIDE * np.sin(angle)
    return round(x), round(y)


def subgraph_of(graph: nx.Graph, nodes: Collection[int]) -> nx.Graph:
    """Return a graph of these nodes (numbers) of an undirected graph, and the lines between them.

    The subgraphs of networkx take far longer.
    """
    kept = set(nodes)
    part = nx.Graph()
    part.add_nodes_from(nodes)
    for node in nodes:
        for other in graph.neighbors(node):
            if node < other and other in kept:
                part.add_edge(node, other)
    return part


def _laid_out(graph: nx.Graph, boxes: BoxByNode) -> Places:
    """Return the place of every node, in a large graph without a look at the boxes."""
    if not graph:
        return {}
    if len(graph) > SMALL:
        positions = large_layout(graph, SPACE)
        return _whole(graph, _spread(positions))
    connected = list(map(sorted, nx.connected_components(graph)))
    connected.sort()
    connected.sort(key=len, reverse=True)
    parts = [_part(graph, nodes, boxes) for nodes in connected]
    together = _drawn_together(_packed(parts))
    in_order = chain.from_iterable(connected)
    return _whole(in_order, together)


def _part(graph: nx.Graph, nodes: NodeList, boxes: BoxByNode) -> _Part:
    """Lay out a connected part of a graph."""
    own = [boxes[node] for node in nodes]
    positions = np.zeros((1, 2))
    if len(nodes) > 1:
        part = graph.subgraph(nodes)
        upright = stress_layout(part, nodes)
        lying = _lying(upright)
        stretched = lying * SPACE * WIDER
        positions = _roomy(stretched, own)
    area = frame(positions, own)
    return _Part(positions, area)


def _lying(positions: Positions) -> Positions:
    """Return the positions turned so that they are wider than high.

    The first one lies to the left and above the middle.
    """
    middle = positions.mean(axis=0)
    centred = positions - middle
    products = centred.T @ centred
    _, axes = np.linalg.eigh(products)
    turned: Positions = centred @ np.fliplr(axes)
    is_right_or_below = turned[0] > 0
    turned[:, is_right_or_below] *= -1.0
    return turned


def _roomy(positions: Positions, boxes: Boxes) -> Positions:
    """Return the positions so far apart that names do not meet even if all is shrunk to a screen.

    Names are not shrunk with the rest.
    """
    pushed = pushed_apart(positions, boxes)
    extent = _extent(pushed) + 2 * SPACE
    times = _times_of_screen(extent)
    shrunk = min(MOST_ROOM, times)
    widened = [box.widened(shrunk) for box in boxes]
    return pushed_apart(pushed, widened)


def _extent(positions: Positions) -> Positions:
    """Return the width and height of an area with all these positions."""
    extent: Positions = np.ptp(positions, axis=0)
    return extent


def _times_of_screen(extent: Positions) -> float:
    """Return how often a width and height must be shrunk to fit a screen: 1 if they fit."""
    times = extent / SCREEN
    return max(1.0, float(times.max()))


def _drawn_together(positions: Positions) -> Positions:
    """Return the positions closer together if the whole is larger than a screen.

    So shapes can still be seen when the picture is shrunk.
    """
    extent = _extent(positions)
    times = _times_of_screen(extent)
    together: Positions = positions / times**DRAWN_TOGETHER
    return together


def _spread(positions: Positions) -> Positions:
    """Return a big picture in its usual size: so many pixels a thing, in the shape of a screen."""
    middle = np.median(positions, axis=0)
    centred = positions - middle
    extent = np.quantile(abs(centred), 0.9, axis=0)
    extent = extent * 2 + 1e-9
    things_along = len(positions) ** 0.5
    wanted = ROOM_OF_MANY * things_along * WIDE
    spread: Positions = centred / extent
    spread *= wanted
    return spread


def _packed(parts: Sequence[_Part]) -> Positions:
    """Return all the parts in rows about as wide as the largest part, or as a screen."""
    limit = _width_of_rows(parts)
    left = top = height_of_row = 0.0
    packed = []
    for positions, area in parts:
        width, height = area.extent
        is_too_wide = left + width > limit
        if left and is_too_wide:
            left = 0.0
            top = top + height_of_row + GAP
            height_of_row = 0.0
        in_frame = positions - area.low
        corner = np.array([left, top])
        packed.append(in_frame + corner)
        left += width + GAP
        height_of_row = max(height_of_row, height)
    return np.concatenate(packed)


def _width_of_rows(parts: Sequence[_Part]) -> float:
    """Return the width of the largest part, or that of all of them in the shape of a screen."""
    area = largest = 0.0
    for part in parts:
        width, height = part.frame.extent
        area += (width + GAP) * (height + GAP)
        largest = max(largest, width)
    square: float = (area * STRETCH) ** 0.5
    return max(square, largest)


def _whole(nodes: Nodes, positions: Positions) -> Places:
    """Return the positions of nodes in whole pixels."""
    rounded = np.rint(positions).astype(int)
    pixels = map(tuple, rounded.tolist())
    return dict(zip(nodes, pixels, strict=True))
