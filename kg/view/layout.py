"""Where every thing stands in the picture: the same graph always gives the same places.

Each connected part is laid out by itself (networkx, spring forces), its labels are pushed apart, and the parts are packed side by
side, the largest first. Parts too large for that are laid out by distances to a few pivots and sampled forces.

Source: Fruchterman & Reingold 1991 (spring forces); Dwyer, Marriott & Stuckey 2005 (removal of overlaps by pushing along one axis).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.bigger import big_layout
from kg.view.wording import wide

Places = NDArray[np.float64]

SMALL = 300  # things: up to here networkx's spring forces take under a second
ROUNDS = 150  # of the spring forces; after that nothing moves that one would see
SEED = 20  # of networkx's first places; any number gives a picture, this one the same picture
SPACE = 118.0  # pixels along one line between two things, about the width of a label
STRETCH = 1.3  # a screen is wider than high
GAP = 40.0  # pixels between two parts
PUSHES = 120  # rounds of pushing labels apart; most graphs need fewer
LETTER, LINE = 6.4, 15.0  # pixels: width of a letter and height of a line of a label
MARGIN = 9.0  # pixels that labels keep from each other


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a thing takes with its label below it, in pixels; `size` is the radius of its shape."""

    size: float
    width: float
    height: float


def box(size: float, lines: Sequence[str]) -> Box:
    """The room of a shape with this radius and a label of these lines."""
    longest = max(map(wide, lines), default=0)
    return Box(size, max(2 * size, longest * LETTER) + MARGIN, 2 * size + len(lines) * LINE + MARGIN)


def layout(graph: nx.Graph, boxes: Mapping[int, Box]) -> dict[int, tuple[int, int]]:
    """The place of every node of an undirected graph, in whole pixels, y downwards."""
    if graph.number_of_nodes() > SMALL:
        return _whole(dict(zip(graph, big_layout(graph, SPACE), strict=True)))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_part(graph.subgraph(part), part, boxes) for part in parts]
    return _whole(_packed(parts, placed, boxes))


def _part(graph: nx.Graph, nodes: list[int], boxes: Mapping[int, Box]) -> Places:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.edges))
    found = nx.spring_layout(ordered, seed=SEED, iterations=ROUNDS, k=1.9 / len(nodes) ** 0.5, scale=None)
    places = np.array([found[node] for node in nodes], dtype=np.float64)
    lengths = [float(np.hypot(*(found[a] - found[b]))) for a, b in ordered.edges]
    places *= np.array([STRETCH, 1.0]) * SPACE / (float(np.median(lengths)) or 1.0)
    return pushed_apart(places, [boxes[node] for node in nodes])


def pushed_apart(places: Places, boxes: Sequence[Box]) -> Places:
    """The same places with no two boxes on each other, as far as `PUSHES` rounds go. A box begins at the top of its shape.

    Each pair that overlaps is moved apart along the axis on which it overlaps less, half by half.
    """
    sizes = np.array([(b.width, b.height) for b in boxes])
    middle = np.array([(0.0, b.height / 2 - b.size) for b in boxes])
    centres = places + middle
    wanted = (sizes[:, None, :] + sizes[None, :, :]) / 2
    for _ in range(PUSHES):
        apart = centres[:, None, :] - centres[None, :, :]
        overlap = wanted - np.abs(apart)
        hit = (overlap > 0).all(axis=2)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        sideways = overlap[:, :, 0] < overlap[:, :, 1]
        side = np.where(apart == 0, _order(len(boxes)), np.sign(apart))
        push = np.stack([sideways, ~sideways], axis=2) * hit[:, :, None] * side * overlap
        centres = centres + push.sum(axis=1) * 0.5 / np.maximum(1, hit.sum(axis=1) ** 0.5)[:, None]
    return centres - middle


def _order(count: int) -> Places:
    """Which of two things in the same place goes which way: the later one to the right and down."""
    rank = np.arange(count)
    return np.repeat(np.sign(rank[:, None] - rank[None, :])[:, :, None], 2, axis=2).astype(np.float64)


def _packed(parts: list[list[int]], placed: list[Places], boxes: Mapping[int, Box]) -> dict[int, Places]:
    """All the parts in rows about as wide as the largest part, or as a screen would have them."""
    frames = [_frame(places, [boxes[node] for node in part]) for part, places in zip(parts, placed, strict=True)]
    area = sum(float(np.prod(high - low + GAP)) for low, high in frames)
    limit = max([(area * STRETCH) ** 0.5, *(float((high - low)[0]) for low, high in frames)])
    corner, row, found = np.zeros(2), 0.0, {}
    for part, places, (low, high) in zip(parts, placed, frames, strict=True):
        width, height = high - low
        if corner[0] and corner[0] + width > limit:
            corner, row = np.array([0.0, corner[1] + row + GAP]), 0.0
        found.update(zip(part, places - low + corner, strict=True))
        corner, row = corner + np.array([width + GAP, 0.0]), max(row, height)
    return found


def _frame(places: Places, boxes: Sequence[Box]) -> tuple[Places, Places]:
    half = np.array([b.width / 2 for b in boxes])
    above = np.array([b.size for b in boxes])
    below = np.array([b.height - b.size for b in boxes])
    low = np.array([(places[:, 0] - half).min(), (places[:, 1] - above).min()])
    return low, np.array([(places[:, 0] + half).max(), (places[:, 1] + below).max()])


def _whole(places: Mapping[int, Places]) -> dict[int, tuple[int, int]]:
    return {node: (round(float(place[0])), round(float(place[1]))) for node, place in places.items()}
