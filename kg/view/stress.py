"""Places in which things are as far from each other as their links say: layout by stress majorization, for a few hundred things.

Source: Gansner, Koren & North 2004 (stress majorization, here for all things at once); Torgerson 1952 (classical scaling, for the
first places).
"""

import networkx as nx
import numpy as np
from numpy.typing import NDArray

ROUNDS = 100  # after that the stress changes by less than a thousandth
ROUNDS_OF_SCALING = 30  # enough for first places
ROOM_OF_NEIGHBOURS = 0.16  # how much longer a line is for each square root of its ends' neighbours: hubs need room around them
SEED = 20  # of the first directions, and of the small shifts that part things in one place; any number does
STILL = 0.01  # of a line's length: when nothing moves by more, the picture stands
SHIFT = 0.05  # of a line's length

Places = NDArray[np.float64]


def stress_layout(graph: nx.Graph, nodes: list[int]) -> Places:
    """The place of each node of a connected graph, in the order of `nodes`; a line is about one unit long."""
    random = np.random.default_rng(SEED)
    wanted = _distances(graph, nodes)
    places = _scaled(wanted, random) + random.normal(0.0, SHIFT, (len(nodes), 2))
    pulls = 1.0 / np.maximum(wanted, 1.0)  # weight times distance: near things matter more
    weights = pulls / np.maximum(wanted, 1.0)
    np.fill_diagonal(pulls, 0.0)
    np.fill_diagonal(weights, 0.0)
    whole, shares = weights.sum(axis=1)[:, None], np.empty_like(pulls)
    for _ in range(ROUNDS):
        moved = _nearer(places, weights, pulls, shares) / whole
        done, places = float(np.abs(moved - places).max()) < STILL, moved
        if done:
            break
    return places


def _distances(graph: nx.Graph, nodes: list[int]) -> Places:
    """The length of the shortest way between every two nodes."""
    room = {node: ROOM_OF_NEIGHBOURS * len(graph.adj[node]) ** 0.5 for node in nodes}
    weighted = nx.Graph()
    weighted.add_nodes_from(nodes)
    weighted.add_weighted_edges_from((one, other, 1.0 + room[one] + room[other]) for one, other in graph.edges)
    lengths: Places = nx.floyd_warshall_numpy(weighted, nodes)
    return lengths


def _scaled(distances: Places, random: np.random.Generator) -> Places:
    """The two main axes of the distances, by repeated multiplication."""
    squares = distances**2
    centred = -0.5 * (squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean())
    axes = random.normal(size=(len(distances), 2))
    for _ in range(ROUNDS_OF_SCALING):
        axes, lengths = np.linalg.qr(centred @ axes)
    found: Places = axes * np.sqrt(np.abs(np.diag(lengths)))
    return found


def _nearer(places: Places, weights: Places, pulls: Places, shares: Places) -> Places:
    """Where all others want each thing, times the sum of its weights. `shares` is room to work in, for speed."""
    x, y = places[:, 0], places[:, 1]
    np.subtract.outer(x, x, out=shares)
    across = np.subtract.outer(y, y)
    shares *= shares
    across *= across
    shares += across
    np.sqrt(shares, out=shares)
    np.maximum(shares, 1e-9, out=shares)
    np.divide(pulls, shares, out=shares)
    wish: Places = weights @ places + places * shares.sum(axis=1)[:, None] - shares @ places
    return wish
