"""Where every thing stands in the picture: the same graph always gives the same places.

Each connected part is laid out by itself (`stress.py`), its labels are pushed apart, and the parts are packed side by
side, the largest first. Parts too large for that are laid out by distances to a few pivots and sampled forces.

Source: Dwyer, Marriott & Stuckey 2005 (removal of overlaps along one axis).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.view.bigger import big_layout
from kg.view.stress import stress_layout
from kg.view.wording import wide

Places = NDArray[np.float64]
Numbers = NDArray[np.int64]

SMALL = 300  # things: up to here the exact layout takes about a second
SPACE = 72.0  # pixels along a line between two things with few neighbours; pushing makes most of them longer
STRETCH = 1.3  # a screen is wider than high
GAP = 40.0  # pixels between two parts
BESIDE, GOLDEN = 70.0, 2.4  # pixels from the neighbours, and the turn (radians) that lets no two of a row fall together
PUSHES = 200  # rounds of pushing labels apart; most graphs need far fewer
AT_ONCE, NEAR = 10, 30.0  # rounds between two looks at which boxes are near each other, and how near (pixels)
LETTER, LINE = 6.4, 15.0  # pixels: width of a letter and height of a line of a label
TOUCH = 1.0  # pixels by which boxes may still overlap: less than their margins
MARGIN = 9.0  # pixels that labels keep from each other
SCREEN = np.array([980.0, 740.0])  # pixels in which a whole graph should be readable: a laptop's, beside the panel
MOST_ROOM = 1.9  # how much larger boxes may be made for graphs that are shrunk to fit the screen
DRAWN_TOGETHER = 0.6  # 0: shapes keep their distances and become tiny, 1: they keep their sizes and become large
ROOM_OF_MANY = 46.0  # pixels along each side that a thing has in a big graph, in which few names are written


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


def layout(graph: nx.Graph, boxes: Mapping[int, Box], aside: Collection[int] = ()) -> dict[int, tuple[int, int]]:
    """The place of every node of an undirected graph, in whole pixels, y downwards.

    Nodes `aside` take no room: they are put beside their neighbours at the end.
    """
    main = part_of(graph, [node for node in graph if node not in aside]) if aside else graph
    places = _laid_out(main, boxes)
    first = min(places, default=min(graph, default=0))
    for at, node in enumerate(sorted(set(graph) - set(main))):
        near = sorted(other for other in graph[node] if other in places) or [first]
        middle = [sum(along) / len(near) for along in zip(*(places.get(other, (0, 0)) for other in near), strict=True)]
        angle = at * GOLDEN
        places[node] = (round(middle[0] + BESIDE * np.cos(angle)), round(middle[1] + BESIDE * np.sin(angle)))
        first = min(first, node)
    return places


def part_of(graph: nx.Graph, nodes: Collection[int]) -> nx.Graph:
    """A graph of these nodes of an undirected graph, which are numbers, and the lines between them; networkx takes far longer."""
    kept = set(nodes)
    part = nx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from((one, other) for one in nodes for other in graph.neighbors(one) if one < other and other in kept)
    return part


def _laid_out(graph: nx.Graph, boxes: Mapping[int, Box]) -> dict[int, tuple[int, int]]:
    if graph.number_of_nodes() > SMALL:
        return _whole(dict(zip(graph, _spread(big_layout(graph, SPACE)), strict=True)))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = [_part(graph.subgraph(part), part, boxes) for part in parts]
    return _whole(_sized(_packed(parts, placed, boxes)))


def _part(graph: nx.Graph, nodes: list[int], boxes: Mapping[int, Box]) -> Places:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    places = _lying(stress_layout(graph, nodes)) * SPACE * np.array([STRETCH, 1.0])
    return _roomy(places, [boxes[node] for node in nodes])


def _lying(places: Places) -> Places:
    """The places turned so that they are wider than high; the first one lies to the left and above the middle."""
    centred = places - places.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Places = centred @ axes[:, ::-1]
    return turned * np.where(turned[0] > 0, -1.0, 1.0)


def _roomy(places: Places, boxes: Sequence[Box]) -> Places:
    """The places pushed so far apart that names do not meet when all is shrunk to fit a screen: they are not shrunk with it."""
    pushed = pushed_apart(places, boxes)
    extent: Places = pushed.max(axis=0) - pushed.min(axis=0) + 2 * SPACE
    shrunk = min(MOST_ROOM, max(1.0, float((extent / SCREEN).max())))
    return pushed_apart(pushed, [Box(b.size, b.width * shrunk, b.height * shrunk) for b in boxes])


def _sized(places: Mapping[int, Places]) -> dict[int, Places]:
    """The places drawn together where the whole is larger than a screen, so that shapes can still be seen when it is shrunk."""
    if not places:
        return {}
    every = np.array(list(places.values()))
    shrunk = max(1.0, float(((every.max(axis=0) - every.min(axis=0)) / SCREEN).max()))
    return {node: place / shrunk**DRAWN_TOGETHER for node, place in places.items()}


def _spread(places: Places) -> Places:
    """A big picture in its usual size: so many pixels for each thing, as wide as a screen has it."""
    middle = np.median(places, axis=0)
    extent: Places = np.quantile(np.abs(places - middle), 0.9, axis=0) * 2 + 1e-9
    wanted = ROOM_OF_MANY * len(places) ** 0.5 * np.array([STRETCH**0.5, STRETCH**-0.5])
    spread: Places = (places - middle) / extent * wanted
    return spread


def pushed_apart(places: Places, boxes: Sequence[Box]) -> Places:
    """The same places with no two boxes on each other, as far as `PUSHES` rounds go. A box begins at the top of its shape.

    Each pair that overlaps is moved apart along the axis on which it overlaps less, by its measure, half by half.
    """
    below = np.array([b.height / 2 - b.size for b in boxes])
    x, y = places[:, 0].copy(), places[:, 1] + below
    widths, heights = _sums([b.width for b in boxes]), _sums([b.height for b in boxes])
    later = np.triu(np.ones_like(widths, dtype=bool), 1)
    for _ in range(PUSHES // AT_ONCE):
        apart_x, apart_y = np.abs(np.subtract.outer(x, x)), np.abs(np.subtract.outer(y, y))
        one, other = np.nonzero((apart_x < widths + NEAR) & (apart_y < heights + NEAR) & later)
        pushed = [_push(x, y, one, other, widths[one, other], heights[one, other]) for _ in range(AT_ONCE)]
        if not pushed[0]:
            break
    return np.stack([x, y - below], axis=1)


def _push(x: Places, y: Places, one: Numbers, other: Numbers, widths: Places, heights: Places) -> bool:
    """Move the pairs that overlap among those given, in place; False where none does."""
    apart_x, apart_y = x[one] - x[other], y[one] - y[other]
    hit = (np.abs(apart_x) < widths - TOUCH) & (np.abs(apart_y) < heights - TOUCH)
    if not hit.any():
        return False
    one, other = one[hit], other[hit]
    push_x, push_y = _pushes(apart_x[hit], apart_y[hit], widths[hit], heights[hit])
    share = 0.5 / np.sqrt(np.maximum(1, np.bincount(np.concatenate([one, other]), minlength=len(x))))
    x += share * (np.bincount(one, push_x, len(x)) - np.bincount(other, push_x, len(x)))
    y += share * (np.bincount(one, push_y, len(x)) - np.bincount(other, push_y, len(x)))
    return True


def _pushes(apart_x: Places, apart_y: Places, widths: Places, heights: Places) -> tuple[Places, Places]:
    """How far to move the first of each pair that overlaps, sideways or up and down; of two in one place it goes left or up."""
    over_x, over_y = widths - np.abs(apart_x), heights - np.abs(apart_y)
    sideways = over_x * heights < over_y * widths
    push_x = np.where(apart_x > 0, over_x, -over_x) * sideways
    push_y = np.where(apart_y > 0, over_y, -over_y) * ~sideways
    return push_x, push_y


def _sums(sizes: Sequence[float]) -> Places:
    """Half the sum of every two sizes: how far apart two boxes have to be."""
    half = np.array(sizes) / 2
    sums: Places = np.add.outer(half, half)
    return sums


def _packed(parts: list[list[int]], placed: list[Places], boxes: Mapping[int, Box]) -> dict[int, Places]:
    """All the parts in rows about as wide as the largest part, or as a screen would have them."""
    frames = [_frame(places, [boxes[node] for node in part]) for part, places in zip(parts, placed, strict=True)]
    area = sum(float(np.prod(high - low + GAP)) for low, high in frames)
    limit = max([(area * STRETCH) ** 0.5, *(float((high - low)[0]) for low, high in frames)])
    corner, row = np.zeros(2), 0.0
    found: dict[int, Places] = {}
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
