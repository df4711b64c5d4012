"""Places for graphs of thousands of things: a frame from distances to pivots, then forces with sampled repulsion.

Source: Brandes & Pich 2007 (Pivot MDS); Tang et al. 2016 (LargeVis: repulsion from a few sampled others instead of from all).
"""

import networkx as nx
import numpy as np
from numpy.typing import NDArray

PIVOTS = 24  # more change nothing that one would see
ROUNDS = 90
SAMPLES = 6  # others that push each thing away, in each round
PULL = 0.12  # share of a line's excess length that is taken in, in each round
SEED = 20

Places = NDArray[np.float64]
Numbers = NDArray[np.int64]


def big_layout(graph: nx.Graph, space: float) -> Places:
    """The place of every node, in the order of the graph; `space` is the wanted length of a line. Time grows with the edges."""
    index = {node: at for at, node in enumerate(graph)}
    neighbours = [sorted(index[other] for other in near) for _, near in graph.adjacency()]
    edges = np.array(
        sorted({(min(a, b), max(a, b)) for a, near in enumerate(neighbours) for b in near if a != b}), dtype=np.int64
    )
    count = len(neighbours)
    places = _pivot_frame(neighbours) * space * count**0.5
    return _relaxed(places, edges.reshape(-1, 2), space)


def _pivot_frame(neighbours: list[list[int]]) -> Places:
    """The two main axes of the distances to the pivots, each of about unit length."""
    lines = np.array([len(near) for near in neighbours])
    begin, ends = np.cumsum(lines) - lines, np.array([other for near in neighbours for other in near], dtype=np.int64)
    pivots: list[NDArray[np.float64]] = []
    start, nearest = int(lines.argmax()), np.full(len(neighbours), np.inf)
    for _ in range(min(PIVOTS, len(neighbours))):
        distances = _distances(lines, begin, ends, start)
        pivots.append(distances)
        nearest = np.minimum(nearest, distances)
        start = int(nearest.argmax())
    squares = np.stack(pivots, axis=1) ** 2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    found = centred @ vectors[:, -2:][:, ::-1]
    return np.asarray(found / (np.abs(found).max(axis=0) + 1e-9) / 2)


def _distances(lines: Numbers, begin: Numbers, ends: Numbers, start: int) -> NDArray[np.float64]:
    """Steps from one node to every other; those that cannot be reached stand one step beyond the farthest.

    Node n has `lines[n]` neighbours, which stand in `ends` from `begin[n]` on. A whole ring of nodes is taken at a time.
    """
    steps = np.full(len(lines), -1.0)
    steps[start], ahead = 0.0, np.array([start])
    while ahead.size:
        counts = lines[ahead]
        first = np.repeat(begin[ahead] - np.cumsum(counts) + counts, counts)
        near = ends[first + np.arange(counts.sum())]
        far = steps[ahead[0]] + 1
        ahead = np.unique(near[steps[near] < 0])
        steps[ahead] = far
    steps[steps < 0] = steps.max() + 1
    return steps


def _relaxed(places: Places, edges: NDArray[np.int64], space: float) -> Places:
    random = np.random.default_rng(SEED)
    count = len(places)
    places = (places + random.normal(0.0, space, places.shape)).T.copy()  # a row for each axis: sums over both are then quick
    ends, others, both = edges[:, 0], edges[:, 1], edges.T.ravel()
    degree = np.maximum(1, np.bincount(both, minlength=count))
    for round_ in range(ROUNDS):
        calm = 1.0 - round_ / ROUNDS
        pull = (places.take(others, axis=1) - places.take(ends, axis=1)) * PULL  # twice as fast as places[:, others]
        move: Places = np.stack([np.bincount(both, np.concatenate([along, -along]), count) for along in pull])
        move /= degree**0.5
        for sample in random.integers(0, count, (SAMPLES, count)):
            apart = places - places.take(sample, axis=1)
            squares = (apart**2).sum(axis=0) + space**2 / 4
            move += apart / squares * space**2 * count**0.5 / SAMPLES / 2
        longest = np.hypot(*move) + 1e-9
        places = places + move / longest * np.minimum(longest, space * 3 * calm + 1)
    return places.T
