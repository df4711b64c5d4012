"""Positions for graphs of thousands of things: a frame from distances to pivots, then forces.

Source: Brandes & Pich 2007 (Pivot MDS); Tang et al. 2016 (LargeVis: repulsion from a few sampled
others instead of from all).
"""

from itertools import chain

import networkx as nx
import numpy as np
from numpy.typing import NDArray

PIVOTS = 24  # more change nothing that one would see
ROUNDS = 90
SAMPLES = 6  # others that push each thing away, in each round
PULL = 0.12  # share of a line's excess length that is taken in, in each round
SEED = 20

Positions = NDArray[np.float64]
Numbers = NDArray[np.int64]


def large_layout(graph: nx.Graph, space: float) -> Positions:
    """Return the position of every node, in the order of the graph.

    `space` is the wanted length of a line. Time grows with the edges.
    """
    index = {node: number for number, node in enumerate(graph)}
    neighbours = [sorted(index[other] for other in near) for _, near in graph.adjacency()]
    positions = _pivot_frame(neighbours) * space * len(neighbours) ** 0.5
    return _relaxed(positions, _edges(neighbours), space)


def _edges(neighbours: list[list[int]]) -> Numbers:
    """Return the edges as pairs of numbers in order, each once, without loops."""
    edges: set[tuple[int, int]] = set()
    for node, near in enumerate(neighbours):
        edges |= {(min(node, other), max(node, other)) for other in near if other != node}
    return np.array(sorted(edges), dtype=np.int64).reshape(-1, 2)


def _pivot_frame(neighbours: list[list[int]]) -> Positions:
    """Return the two main axes of the distances to the pivots, each of about unit length."""
    counts = np.array([len(near) for near in neighbours])
    begins = np.cumsum(counts) - counts
    ends = np.array(list(chain.from_iterable(neighbours)), dtype=np.int64)
    pivots: list[NDArray[np.float64]] = []
    start = int(counts.argmax())
    nearest = np.full(len(neighbours), np.inf)
    for _ in range(min(PIVOTS, len(neighbours))):
        distances = _distances(counts, begins, ends, start)
        pivots.append(distances)
        nearest = np.minimum(nearest, distances)
        start = int(nearest.argmax())
    return _main_axes(np.stack(pivots, axis=1))


def _main_axes(distances: Positions) -> Positions:
    squares = distances**2
    of_pivots = squares.mean(axis=0)
    of_nodes = squares.mean(axis=1)[:, None]
    centred = squares - of_pivots - of_nodes + squares.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    largest_two = vectors[:, -2:][:, ::-1]
    axes = centred @ largest_two
    longest = np.abs(axes).max(axis=0) + 1e-9
    return np.asarray(axes / longest / 2)


def _distances(counts: Numbers, begins: Numbers, ends: Numbers, start: int) -> NDArray[np.float64]:
    """Return the steps from one node to every other, a whole ring of nodes at a time.

    Those that cannot be reached stand one step beyond the farthest. Node n has `counts[n]`
    neighbours, which stand in `ends` from `begins[n]` on.
    """
    steps = np.full(len(counts), -1.0)
    steps[start] = 0.0
    ring = np.array([start])
    while ring.size:
        next_step = steps[ring[0]] + 1
        near = _neighbours_of(ring, counts, begins, ends)
        ring = np.unique(near[steps[near] < 0])
        steps[ring] = next_step
    steps[steps < 0] = steps.max() + 1
    return steps


def _neighbours_of(ring: Numbers, counts: Numbers, begins: Numbers, ends: Numbers) -> Numbers:
    """Return the neighbours of the nodes of a ring, those of the first node first."""
    in_ring = counts[ring]
    offsets = begins[ring] - np.cumsum(in_ring) + in_ring
    neighbours: Numbers = ends[np.repeat(offsets, in_ring) + np.arange(in_ring.sum())]
    return neighbours


def _relaxed(positions: Positions, edges: Numbers, space: float) -> Positions:
    """Return the positions after `ROUNDS` of forces, which move things less in each round."""
    random = np.random.default_rng(SEED)
    count = len(positions)
    shaken = positions + random.normal(0.0, space, positions.shape)
    positions = shaken.T.copy()  # a row for each axis: sums over both are then quick
    degree = np.maximum(1, np.bincount(edges.T.ravel(), minlength=count))
    for round_ in range(ROUNDS):
        calm = 1.0 - round_ / ROUNDS
        move = _attraction(positions, edges)
        move /= degree**0.5
        for sample in random.integers(0, count, (SAMPLES, count)):
            apart = positions - positions.take(sample, axis=1)
            squares = (apart**2).sum(axis=0) + space**2 / 4
            move += apart / squares * space**2 * count**0.5 / SAMPLES / 2
        longest = np.hypot(*move) + 1e-9
        positions = positions + move / longest * np.minimum(longest, space * 3 * calm + 1)
    return positions.T


def _attraction(positions: Positions, edges: Numbers) -> Positions:
    """Return the sum of the pulls of its lines on each node, a row for each axis."""
    count = positions.shape[1]
    ends, others = edges[:, 0], edges[:, 1]
    # take is twice as fast as positions[:, others]
    pulls = (positions.take(others, axis=1) - positions.take(ends, axis=1)) * PULL
    both = edges.T.ravel()
    sums = [np.bincount(both, np.concatenate([pull, -pull]), count) for pull in pulls]
    return np.stack(sums)
