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
    for _ in range(ROUNDS):
        places = _nearer(places, weights, pulls)
    return places


def _distances(graph: nx.Graph, nodes: list[int]) -> Places:
    """The length of the shortest way between every two nodes."""
    weighted = nx.Graph()
    weighted.add_nodes_from(nodes)
    for one, other in sorted(tuple(sorted(edge)) for edge in graph.edges):
        room = ROOM_OF_NEIGHBOURS * (graph.degree(one) ** 0.5 + graph.degree(other) ** 0.5)
        weighted.add_edge(one, other, weight=1.0 + room)
    lengths = dict(nx.all_pairs_dijkstra_path_length(weighted))
    return np.array([[lengths[one][other] for other in nodes] for one in nodes])


def _scaled(distances: Places, random: np.random.Generator) -> Places:
    """The two main axes of the distances, by repeated multiplication."""
    squares = distances**2
    centred = -0.5 * (squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean())
    axes = random.normal(size=(len(distances), 2))
    for _ in range(ROUNDS_OF_SCALING):
        axes, lengths = np.linalg.qr(centred @ axes)
    found: Places = axes * np.sqrt(np.abs(np.diag(lengths)))
    return found


def _nearer(places: Places, weights: Places, pulls: Places) -> Places:
    """The places after each thing has gone where, on the average, all others want it."""
    apart_x = places[:, None, 0] - places[None, :, 0]
    apart_y = places[:, None, 1] - places[None, :, 1]
    share = pulls / np.maximum(np.sqrt(apart_x**2 + apart_y**2), 1e-9)
    wish = np.stack([(share * apart_x).sum(axis=1), (share * apart_y).sum(axis=1)], axis=1)
    moved: Places = (weights @ places + wish) / weights.sum(axis=1)[:, None]
    return moved
