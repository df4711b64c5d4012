"""The layout of the picture: the same graph always gives the same positions.

Each connected part is laid out by itself (`stress_layout.py`), its labels are pushed apart, and the
parts are packed side by side, the largest first. Graphs too large for that are laid out by
distances to a few pivots and sampled forces (`large_layout.py`).

Source: Dwyer, Marriott & Stuckey 2005 (removal of overlaps along one axis).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.large_layout import large_layout
from kg.view.stress_layout import stress_layout
from kg.view.wording import wide

Positions = NDArray[np.float64]
Numbers = NDArray[np.int64]
Pixels = tuple[int, int]

SMALL = 300  # things: up to here the exact layout takes about a second
# Pixels along a line between two things with few neighbours; pushing makes most of them longer.
SPACE = 72.0
STRETCH = 1.3  # a screen is wider than high
GAP = 40.0  # pixels between two parts
BESIDE = 70.0  # pixels from the neighbours
GOLDEN = 2.4  # the turn (radians) that lets no two of a row fall together
PUSHES = 200  # rounds of pushing labels apart; most graphs need far fewer
AT_ONCE = 10  # rounds between two looks at which boxes are near each other
NEAR = 30.0  # pixels between boxes that are near each other
LETTER, LINE = 6.4, 15.0  # pixels: width of a letter and height of a line of a label
TOUCH = 1.0  # pixels by which boxes may still overlap: less than their margins
MARGIN = 9.0  # pixels that labels keep from each other
# Pixels in which a whole graph should be readable: a laptop's screen, beside the panel.
SCREEN = np.array([980.0, 740.0])
MOST_ROOM = 1.9  # how much larger boxes may be made for graphs that are shrunk to fit the screen
# 0: shapes keep their distances and become tiny, 1: they keep their sizes and become large.
DRAWN_TOGETHER = 0.6
# Pixels along each side that a thing has in a big graph, in which few names are written.
ROOM_OF_MANY = 46.0


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a thing takes with its label below it, in pixels.

    `size` is the radius of its shape.
    """

    size: float
    width: float
    height: float


def box(size: float, lines: Sequence[str]) -> Box:
    """Return the room of a shape with this radius and a label of these lines."""
    longest = max(map(wide, lines), default=0)
    width = max(2 * size, longest * LETTER)
    height = 2 * size + len(lines) * LINE
    return Box(size, width + MARGIN, height + MARGIN)


def layout(
    graph: nx.Graph, boxes: Mapping[int, Box], aside: Collection[int] = ()
) -> dict[int, Pixels]:
    """Return the position of every node of an undirected graph, in whole pixels, y downwards.

    Nodes `aside` take no room: they are put beside their neighbours at the end.
    """
    kept = [node for node in graph if node not in aside]
    main = subgraph_of(graph, kept) if aside else graph
    positions = _laid_out(main, boxes)
    first = min(positions, default=min(graph, default=0))
    for rank, node in enumerate(sorted(set(graph) - set(main))):
        near = sorted(other for other in graph[node] if other in positions) or [first]
        middle_x, middle_y = _middle([positions.get(other, (0, 0)) for other in near])
        angle = rank * GOLDEN
        x = middle_x + BESIDE * np.cos(angle)
        y = middle_y + BESIDE * np.sin(angle)
        positions[node] = (round(x), round(y))
        first = min(first, node)
    return positions


def _middle(positions: Sequence[Pixels]) -> tuple[float, float]:
    count = len(positions)
    sum_x = sum(x for x, _ in positions)
    sum_y = sum(y for _, y in positions)
    return sum_x / count, sum_y / count


def subgraph_of(graph: nx.Graph, nodes: Collection[int]) -> nx.Graph:
    """Return a graph of these nodes (numbers) of an undirected graph, and the lines between them.

    The subgraphs of networkx take far longer.
    """
    kept = set(nodes)
    part = nx.Graph()
    part.add_nodes_from(nodes)
    for node in nodes:
        later = [other for other in graph.neighbors(node) if node < other and other in kept]
        part.add_edges_from((node, other) for other in later)
    return part


def _laid_out(graph: nx.Graph, boxes: Mapping[int, Box]) -> dict[int, Pixels]:
    if graph.number_of_nodes() > SMALL:
        spread = _spread(large_layout(graph, SPACE))
        return _whole(dict(zip(graph, spread, strict=True)))
    connected = [sorted(part) for part in nx.connected_components(graph)]
    parts = sorted(connected, key=lambda part: (-len(part), part))
    placed = [_laid_out_part(graph.subgraph(part), part, boxes) for part in parts]
    packed = _packed(parts, placed, boxes)
    return _whole(_drawn_together(packed))


def _laid_out_part(graph: nx.Graph, nodes: list[int], boxes: Mapping[int, Box]) -> Positions:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    lying = _lying(stress_layout(graph, nodes))
    stretched = lying * SPACE * np.array([STRETCH, 1.0])
    return _roomy(stretched, [boxes[node] for node in nodes])


def _lying(positions: Positions) -> Positions:
    """Return the positions turned so that they are wider than high.

    The first one lies to the left and above the middle.
    """
    centred = positions - positions.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Positions = centred @ axes[:, ::-1]
    return turned * np.where(turned[0] > 0, -1.0, 1.0)


def _roomy(positions: Positions, boxes: Sequence[Box]) -> Positions:
    """Return the positions so far apart that names do not meet even if all is shrunk to a screen.

    Names are not shrunk with the rest.
    """
    pushed = pushed_apart(positions, boxes)
    extent = _extent(pushed) + 2 * SPACE
    shrunk = min(MOST_ROOM, _times_of_screen(extent))
    enlarged = [Box(b.size, b.width * shrunk, b.height * shrunk) for b in boxes]
    return pushed_apart(pushed, enlarged)


def _extent(positions: Positions) -> Positions:
    """Return the width and height of an area with all these positions."""
    extent: Positions = positions.max(axis=0) - positions.min(axis=0)
    return extent


def _times_of_screen(extent: Positions) -> float:
    """Return how often a width and height must be shrunk to fit a screen: 1 if they fit."""
    return max(1.0, float((extent / SCREEN).max()))


def _drawn_together(positions: Mapping[int, Positions]) -> dict[int, Positions]:
    """Return the positions closer together if the whole is larger than a screen.

    So shapes can still be seen when the picture is shrunk.
    """
    if not positions:
        return {}
    every = np.array(list(positions.values()))
    divisor = _times_of_screen(_extent(every)) ** DRAWN_TOGETHER
    return {node: position / divisor for node, position in positions.items()}


def _spread(positions: Positions) -> Positions:
    """Return a big picture in its usual size: so many pixels a thing, in the shape of a screen."""
    middle = np.median(positions, axis=0)
    centred = positions - middle
    extent = np.quantile(np.abs(centred), 0.9, axis=0) * 2 + 1e-9
    shape = np.array([STRETCH**0.5, STRETCH**-0.5])
    wanted = ROOM_OF_MANY * len(positions) ** 0.5 * shape
    spread: Positions = centred / extent * wanted
    return spread


def pushed_apart(positions: Positions, boxes: Sequence[Box]) -> Positions:
    """Return the positions with no two boxes on each other, as far as `PUSHES` rounds go.

    A box begins at the top of its shape. Each pair that overlaps is moved apart along the axis on
    which it overlaps less, by its measure, half by half.
    """
    below = np.array([b.height / 2 - b.size for b in boxes])
    x = positions[:, 0].copy()
    y = positions[:, 1] + below
    widths = _half_sums([b.width for b in boxes])
    heights = _half_sums([b.height for b in boxes])
    later = np.triu(np.ones_like(widths, dtype=bool), 1)
    for _ in range(PUSHES // AT_ONCE):
        near_x = np.abs(np.subtract.outer(x, x)) < widths + NEAR
        near_y = np.abs(np.subtract.outer(y, y)) < heights + NEAR
        one, other = np.nonzero(near_x & near_y & later)
        near_widths, near_heights = widths[one, other], heights[one, other]
        pushed = [_push(x, y, one, other, near_widths, near_heights) for _ in range(AT_ONCE)]
        if not pushed[0]:
            break
    return np.stack([x, y - below], axis=1)


def _push(
    x: Positions,
    y: Positions,
    one: Numbers,
    other: Numbers,
    widths: Positions,
    heights: Positions,
) -> bool:
    """Move the pairs that overlap among those given, in place; return whether any does."""
    apart_x, apart_y = x[one] - x[other], y[one] - y[other]
    hit_x = np.abs(apart_x) < widths - TOUCH
    hit = hit_x & (np.abs(apart_y) < heights - TOUCH)
    if not hit.any():
        return False
    one, other = one[hit], other[hit]
    push_x, push_y = _pushes(apart_x[hit], apart_y[hit], widths[hit], heights[hit])
    count = len(x)
    pairs = np.bincount(np.concatenate([one, other]), minlength=count)
    share = 0.5 / np.sqrt(np.maximum(1, pairs))
    for along, push in ((x, push_x), (y, push_y)):
        forwards = np.bincount(one, push, count)
        backwards = np.bincount(other, push, count)
        along += share * (forwards - backwards)
    return True


def _pushes(
    apart_x: Positions, apart_y: Positions, widths: Positions, heights: Positions
) -> tuple[Positions, Positions]:
    """Return how far to move the first of each pair that overlaps, sideways or up and down.

    Of two in one place, the first goes left or up.
    """
    over_x = widths - np.abs(apart_x)
    over_y = heights - np.abs(apart_y)
    sideways = over_x * heights < over_y * widths
    push_x = np.where(apart_x > 0, over_x, -over_x) * sideways
    push_y = np.where(apart_y > 0, over_y, -over_y) * ~sideways
    return push_x, push_y


def _half_sums(sizes: Sequence[float]) -> Positions:
    """Return half the sum of every two sizes: how far apart two boxes have to be."""
    half = np.array(sizes) / 2
    sums: Positions = np.add.outer(half, half)
    return sums


def _packed(
    parts: list[list[int]], placed: list[Positions], boxes: Mapping[int, Box]
) -> dict[int, Positions]:
    """Return all the parts in rows about as wide as the largest part, or as a screen."""
    of_part = [[boxes[node] for node in part] for part in parts]
    frames = list(map(_frame, placed, of_part))
    limit = _width_of_rows(frames)
    corner = np.zeros(2)
    height_of_row = 0.0
    packed: dict[int, Positions] = {}
    for part, positions, (low, high) in zip(parts, placed, frames, strict=True):
        width, height = high - low
        if corner[0] and corner[0] + width > limit:
            corner = np.array([0.0, corner[1] + height_of_row + GAP])
            height_of_row = 0.0
        packed.update(zip(part, positions - low + corner, strict=True))
        corner = corner + np.array([width + GAP, 0.0])
        height_of_row = max(height_of_row, height)
    return packed


def _width_of_rows(frames: Sequence[tuple[Positions, Positions]]) -> float:
    area = sum(float(np.prod(high - low + GAP)) for low, high in frames)
    largest = max((float((high - low)[0]) for low, high in frames), default=0.0)
    square: float = (area * STRETCH) ** 0.5
    return max(square, largest)


def _frame(positions: Positions, boxes: Sequence[Box]) -> tuple[Positions, Positions]:
    """Return the upper left and the lower right corner of the boxes at these positions."""
    x, y = positions[:, 0], positions[:, 1]
    half = np.array([b.width / 2 for b in boxes])
    above = np.array([b.size for b in boxes])
    below = np.array([b.height - b.size for b in boxes])
    left, right = (x - half).min(), (x + half).max()
    top, bottom = (y - above).min(), (y + below).max()
    return np.array([left, top]), np.array([right, bottom])


def _whole(positions: Mapping[int, Positions]) -> dict[int, Pixels]:
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in positions.items()}
