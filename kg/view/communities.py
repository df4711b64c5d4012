"""The communities of a big graph: things that belong together, named after their main members.

Louvain alone takes half a minute for 20,000 things, so each thing first joins its foremost
neighbour, until it comes to one of the few hundred that have most neighbours. networkx then finds
communities among these crowds, weighed by their lines.

Source: Blondel et al. 2008 (the Louvain method).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

import networkx as nx

HUBS = 300  # things that do not join another's crowd
SEED = 20  # any number does: it fixes the order in which Louvain looks at things
SMALLEST = 5  # members: smaller communities are counted among the rest
MOST = 36  # communities in the initial view, the largest; the others are counted among the rest


def communities(graph: nx.Graph) -> tuple[list[list[int]], list[int]]:
    """Return the largest communities, members with most neighbours first, and the rest.

    The rest is everything that is in none of them. The nodes of the graph are numbers. The same
    graph gives the same communities, whatever the order of its lines.
    """
    neighbours = dict(graph.adjacency())
    degree = {node: len(neighbours[node]) for node in sorted(graph)}
    foremost_first = sorted(degree, key=lambda node: (-degree[node], node))
    linked = {node: lines for node, lines in degree.items() if lines}
    hub_of = _hubs(neighbours, linked)
    crowds = _between(graph, hub_of)
    community_of_hub = _louvain(crowds)
    members: dict[int, list[int]] = {}
    for node in foremost_first:
        if node in hub_of:
            hub = hub_of[node]
            members.setdefault(community_of_hub[hub], []).append(node)
    largest = _largest(members.values())
    in_largest = set(chain.from_iterable(largest))
    rest = [node for node in foremost_first if node not in in_largest]
    return largest, rest


def _largest(communities: Iterable[list[int]]) -> list[list[int]]:
    """Return the communities that are shown, the largest first."""
    big_enough = [nodes for nodes in communities if len(nodes) >= SMALLEST]
    big_enough.sort(key=lambda nodes: (-len(nodes), nodes))
    return big_enough[:MOST]


def _louvain(graph: nx.Graph) -> dict[int, int]:
    """Return the number of the community of each node."""
    community_of: dict[int, int] = {}
    found = nx.community.louvain_communities(graph, seed=SEED)
    for number, nodes in enumerate(found):
        community_of |= dict.fromkeys(nodes, number)
    return community_of


def _hubs(neighbours: Mapping[int, Collection[int]], degree: Mapping[int, int]) -> dict[int, int]:
    """Return the hub whose crowd each thing is in: that of its foremost neighbour.

    A thing that is foremost among its own neighbours is a hub itself, as are the first `HUBS`.
    """
    rank = {node: (degree[node], -node) for node in degree}
    ordered = sorted(degree, key=rank.__getitem__, reverse=True)
    hub_of = {node: node for node in ordered[:HUBS]}
    for node in ordered[HUBS:]:
        best = max(neighbours[node], key=rank.__getitem__, default=node)
        is_foremost = rank[best] <= rank[node]
        hub_of[node] = node if is_foremost else hub_of[best]
    return hub_of


def _between(graph: nx.Graph, hub_of: Mapping[int, int]) -> nx.Graph:
    """Return the crowds, by hub, with the number of lines between each two, and within each."""
    pairs: Counter[tuple[int, int]] = Counter()
    for one, other in graph.edges:
        ends = hub_of[one], hub_of[other]
        pairs[min(ends), max(ends)] += 1
    between = nx.Graph()
    between.add_nodes_from(sorted(set(hub_of.values())))
    for (one, other), lines in sorted(pairs.items()):
        between.add_edge(one, other, weight=lines)
    return between
