"""Positions as far from each other as their links say: a layout for a few hundred things.

Source: Gansner, Koren & North 2004 (stress majorization, here for all things at once); Torgerson
1952 (classical scaling, for the first positions).
"""

import networkx as nx
import numpy as np
from numpy.typing import NDArray

ROUNDS = 100  # after that the stress changes by less than a thousandth
ROUNDS_OF_SCALING = 30  # enough for first positions
# How much longer a line is for each square root of its ends' neighbours: hubs need room.
ROOM_OF_NEIGHBOURS = 0.16
# Any number does: it fixes the first directions, and the shifts that part things in one place.
SEED = 20
STILL = 0.01  # of a line's length: when nothing moves by more, the picture stands
SHIFT = 0.05  # of a line's length

Positions = NDArray[np.float64]


def stress_layout(graph: nx.Graph, nodes: list[int]) -> Positions:
    """Return the position of each node of a connected graph, in the order of `nodes`.

    A line is about one unit long.
    """
    random = np.random.default_rng(SEED)
    wanted = _distances(graph, nodes)
    positions = _scaled(wanted, random) + random.normal(0.0, SHIFT, (len(nodes), 2))
    pulls = 1.0 / np.maximum(wanted, 1.0)  # weight times distance: near things matter more
    weights = pulls / np.maximum(wanted, 1.0)
    np.fill_diagonal(pulls, 0.0)
    np.fill_diagonal(weights, 0.0)
    sums = weights.sum(axis=1)[:, None]
    room = np.empty_like(pulls)
    for _ in range(ROUNDS):
        moved = _wished(positions, weights, pulls, room) / sums
        longest = float(np.abs(moved - positions).max())
        positions = moved
        if longest < STILL:
            break
    return positions


def _distances(graph: nx.Graph, nodes: list[int]) -> Positions:
    """Return the length of the shortest path between every two nodes."""
    room = {node: ROOM_OF_NEIGHBOURS * len(graph.adj[node]) ** 0.5 for node in nodes}
    weighted = nx.Graph()
    weighted.add_nodes_from(nodes)
    for one, other in graph.edges:
        weighted.add_edge(one, other, weight=1.0 + room[one] + room[other])
    lengths: Positions = nx.floyd_warshall_numpy(weighted, nodes)
    return lengths


def _scaled(distances: Positions, random: np.random.Generator) -> Positions:
    """Return the two main axes of the distances, found by repeated multiplication."""
    squares = distances**2
    of_columns = squares.mean(axis=0)
    of_rows = squares.mean(axis=1)[:, None]
    centred = -0.5 * (squares - of_columns - of_rows + squares.mean())
    axes = random.normal(size=(len(distances), 2))
    for _ in range(ROUNDS_OF_SCALING):
        axes, lengths = np.linalg.qr(centred @ axes)
    scaled: Positions = axes * np.sqrt(np.abs(np.diag(lengths)))
    return scaled


def _wished(
    positions: Positions, weights: Positions, pulls: Positions, room: Positions
) -> Positions:
    """Return the position that all others want for each thing, times the sum of its weights.

    `room` is an array of distances to work in, for speed.
    """
    x, y = positions[:, 0], positions[:, 1]
    np.subtract.outer(x, x, out=room)
    across = np.subtract.outer(y, y)
    room *= room
    across *= across
    room += across
    np.sqrt(room, out=room)
    np.maximum(room, 1e-9, out=room)
    shares = np.divide(pulls, room, out=room)
    own = positions * shares.sum(axis=1)[:, None]
    wished: Positions = weights @ positions + own - shares @ positions
    return wished
