"""Positions of the nodes of a graph, in two ways: for a few hundred nodes, and for thousands.

A few hundred are put as far from each other as their links say (stress majorization, here for all
nodes at once, from first positions by classical scaling). Thousands get a frame from distances to a
few pivots, then forces: lines pull, and a few sampled others push.

Sources: Gansner, Koren & North 2004 (stress majorization); Torgerson 1952 (classical scaling);
Brandes & Pich 2007 (Pivot MDS); Tang et al. 2016 (LargeVis: repulsion from sampled others).
"""

from collections.abc import Sequence
from itertools import chain

import networkx as nx
import numpy as np
from numpy.typing import NDArray

# Any number does: it fixes the first directions, and the shifts that part things in one place.
SEED = 20

STRESS_ROUNDS = 100  # after that the stress changes by less than a thousandth
SCALING_ROUNDS = 30  # enough for first positions
# How much longer a line is for each square root of its ends' neighbours: hubs need room.
ROOM_OF_NEIGHBOURS = 0.16
STILL = 0.01  # of a line's length: when nothing moves by more, the picture stands
SHIFT = 0.05  # of a line's length

PIVOTS = 24  # more change nothing that one would see
FORCE_ROUNDS = 90
SAMPLES = 6  # others that push each thing away, in each round
PULL = 0.12  # share of a line's excess length that is taken in, in each round

Positions = NDArray[np.float64]
Numbers = NDArray[np.int64]
Random = np.random.Generator
Nodes = list[int]
Neighbours = Sequence[Sequence[int]]  # the numbers of the neighbours of each node, in order


def stress_layout(graph: nx.Graph, nodes: Nodes) -> Positions:
    """Return the position of each node of a connected graph, in the order of `nodes`.

    A line is about one unit long.
    """
    random = np.random.default_rng(SEED)
    wanted = _lengths_of_paths(graph, nodes)
    scaled = _scaled(wanted, random)
    shifts = random.normal(0.0, SHIFT, scaled.shape)
    shaken = scaled + shifts
    return _settled(shaken, wanted)


def _settled(positions: Positions, wanted: Positions) -> Positions:
    """Return the positions once they have come to the wanted distances, or nearly so."""
    distances = np.maximum(wanted, 1.0)
    pulls = 1.0 / distances  # weight times distance: near things matter more
    weights = pulls / distances
    np.fill_diagonal(pulls, 0.0)
    np.fill_diagonal(weights, 0.0)
    sums = weights.sum(axis=1, keepdims=True)
    room = np.empty_like(pulls)
    for _ in range(STRESS_ROUNDS):
        wished = _wished(positions, weights, pulls, room)
        moved = wished / sums
        moves = abs(moved - positions)
        positions = moved
        if moves.max() < STILL:
            break
    return positions


def _lengths_of_paths(graph: nx.Graph, nodes: Nodes) -> Positions:
    """Return the length of the shortest path between every two nodes."""
    room = {node: ROOM_OF_NEIGHBOURS * degree**0.5 for node, degree in graph.degree}
    weighted = nx.Graph()
    weighted.add_nodes_from(nodes)
    for one, other in graph.edges:
        length = 1.0 + room[one] + room[other]
        weighted.add_edge(one, other, weight=length)
    lengths: Positions = nx.floyd_warshall_numpy(weighted, nodes)
    return lengths


def _scaled(distances: Positions, random: Random) -> Positions:
    """Return the two main axes of the distances, found by repeated multiplication."""
    products = _centred_squares(distances)
    products *= -0.5
    count = len(distances)
    axes = random.normal(size=(count, 2))
    for _ in range(SCALING_ROUNDS):
        turned = products @ axes
        axes, triangle = np.linalg.qr(turned)
    lengths = abs(triangle.diagonal())
    scaled: Positions = axes * lengths**0.5
    return scaled


def _centred_squares(distances: Positions) -> Positions:
    """Return the squares of distances without the means of their rows and columns."""
    squares = distances**2
    mean = squares.mean()
    mean_of_rows = squares.mean(axis=1, keepdims=True)
    squares -= squares.mean(axis=0)
    squares -= mean_of_rows
    squares += mean
    return squares


def _wished(
    positions: Positions, weights: Positions, pulls: Positions, room: Positions
) -> Positions:
    """Return the position that all others want for each thing, times the sum of its weights.

    `room` is an array of distances to work in, for speed.
    """
    x, y = positions.T
    np.subtract.outer(x, x, out=room)
    across = np.subtract.outer(y, y)
    room *= room
    across *= across
    room += across
    np.sqrt(room, out=room)
    np.maximum(room, 1e-9, out=room)
    shares = np.divide(pulls, room, out=room)
    sums = shares.sum(axis=1, keepdims=True)
    wished: Positions = weights @ positions
    wished += positions * sums
    wished -= shares @ positions
    return wished


def large_layout(graph: nx.Graph, space: float) -> Positions:
    """Return the position of every node, in the order of the graph.

    `space` is the wanted length of a line. Time grows with the edges.
    """
    neighbours = _neighbours(graph)
    positions = _pivot_frame(neighbours)
    positions *= space
    positions *= len(neighbours) ** 0.5
    edges = _edges(neighbours)
    return _relaxed(positions, edges, space)


def _neighbours(graph: nx.Graph) -> Neighbours:
    """Return the neighbours of each node; nodes are numbered in the order of the graph."""
    numbers = {node: number for number, node in enumerate(graph)}
    neighbours = []
    for _, adjacent in graph.adjacency():
        near = [numbers[other] for other in adjacent]
        neighbours.append(sorted(near))
    return neighbours


def _edges(neighbours: Neighbours) -> Numbers:
    """Return the edges as pairs of numbers in order, each once, without loops."""
    edges = []
    for node, near in enumerate(neighbours):
        edges += [(node, other) for other in near if node < other]
    pairs = np.array(edges, dtype=np.int64)
    return pairs.reshape(-1, 2)


def _pivot_frame(neighbours: Neighbours) -> Positions:
    """Return the two main axes of the distances to the pivots, each of about unit length."""
    adjacency = _Adjacency(neighbours)
    pivots: list[Positions] = []
    start = int(adjacency.counts.argmax())
    nearest = np.full(len(neighbours), np.inf)
    for _ in neighbours[:PIVOTS]:
        distances = adjacency.steps_from(start)
        pivots.append(distances)
        nearest = np.minimum(nearest, distances)
        start = int(nearest.argmax())
    to_pivots = np.stack(pivots, axis=1)
    return _main_axes(to_pivots)


def _main_axes(distances: Positions) -> Positions:
    """Return the two axes along which the distances differ most."""
    centred = _centred_squares(distances)
    products = centred.T @ centred
    _, vectors = np.linalg.eigh(products)
    largest_first = np.fliplr(vectors)
    axes: Positions = centred @ largest_first[:, :2]
    longest = abs(axes).max(axis=0)
    longest += 1e-9
    axes /= longest * 2
    return axes


def _begins(counts: Numbers) -> Numbers:
    """Return where each group begins if groups of these sizes stand one behind the other."""
    ends = counts.cumsum()
    return ends - counts


class _Adjacency:
    """The neighbours of all nodes in one array, for quick steps from many nodes at once.

    Node n has `counts[n]` neighbours, which stand in `ends` from `begins[n]` on.
    """

    def __init__(self, neighbours: Neighbours):
        ends = list(chain.from_iterable(neighbours))
        counts = list(map(len, neighbours))
        self.ends = np.array(ends, dtype=np.int64)
        self.counts = np.array(counts)
        self.begins = _begins(self.counts)

    def steps_from(self, start: int) -> Positions:
        """Return the steps from one node to every other, a whole ring of nodes at a time.

        Those that cannot be reached stand one step beyond the farthest.
        """
        count = len(self.counts)
        steps = np.full(count, -1.0)
        steps[start] = 0.0
        ring = np.array([start])
        while ring.size:
            next_step = steps[ring[0]] + 1
            near = self._of_ring(ring)
            is_new = steps[near] < 0
            ring = np.unique(near[is_new])
            steps[ring] = next_step
        farthest = steps.max()
        steps[steps < 0] = farthest + 1
        return steps

    def _of_ring(self, ring: Numbers) -> Numbers:
        """Return the neighbours of the nodes of a ring, those of the first node first."""
        counts = self.counts[ring]
        shifts = self.begins[ring]
        shifts -= _begins(counts)
        total = counts.sum()
        places = shifts.repeat(counts)
        places += np.arange(total)
        neighbours: Numbers = self.ends[places]
        return neighbours


def _relaxed(positions: Positions, edges: Numbers, space: float) -> Positions:
    """Return the positions after `FORCE_ROUNDS` of forces, which move things less each round."""
    random = np.random.default_rng(SEED)
    count = len(positions)
    shifts = random.normal(0.0, space, positions.shape)
    shaken = positions + shifts
    positions = shaken.T.copy()  # a row for each axis: sums over both are then quick
    lines = np.bincount(edges.ravel(), minlength=count)
    weights = np.maximum(1, lines) ** 0.5
    for round_ in range(FORCE_ROUNDS):
        move = _attraction(positions, edges)
        move /= weights
        samples = random.integers(0, count, (SAMPLES, count))
        for sample in samples:
            move += _repulsion(positions, sample, space)
        calm = 1.0 - round_ / FORCE_ROUNDS
        most = space * 3 * calm + 1
        _shorten(move, most)
        positions += move
    return positions.T


def _shorten(moves: Positions, most: float) -> None:
    """Make the moves that are longer than `most` as long as that, in place."""
    lengths = np.hypot(*moves)
    lengths += 1e-9
    moves /= lengths
    moves *= np.minimum(lengths, most)


def _repulsion(positions: Positions, sample: Numbers, space: float) -> Positions:
    """Return the push on each node from one other, which the sample names."""
    others = positions.take(sample, axis=1)
    apart = positions - others
    squares = (apart**2).sum(axis=0)
    squares += space**2 / 4
    push: Positions = apart / squares
    push *= space**2
    push *= len(sample) ** 0.5
    push /= SAMPLES * 2
    return push


def _attraction(positions: Positions, edges: Numbers) -> Positions:
    """Return the sum of the pulls of its lines on each node, a row for each axis."""
    count = positions.shape[1]
    ends, others = edges.T
    # take is twice as fast as positions[:, others]
    here = positions.take(ends, axis=1)
    there = positions.take(others, axis=1)
    apart = there - here
    both = edges.T.ravel()
    sums = []
    for pull in apart * PULL:
        pulls = np.concatenate([pull, -pull])
        total = np.bincount(both, pulls, count)
        sums.append(total)
    return np.stack(sums)
