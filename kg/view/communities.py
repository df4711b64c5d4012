"""The communities of a big graph: things that belong together, named after their main members.

Louvain alone takes half a minute for 20,000 things, so each thing first joins its foremost
neighbour, until it comes to one of the few hundred that have most neighbours. networkx then finds
communities among these crowds, weighed by their lines.

Source: Blondel et al. 2008 (the Louvain method).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

import networkx as nx

HUBS = 300  # things that do not join another's crowd
SEED = 20  # any number does: it fixes the order in which Louvain looks at things
SMALLEST = 5  # members: smaller communities are counted among the rest
MOST = 36  # communities in the initial view, the largest; the others are counted among the rest


Nodes = list[int]
NumberByNode = dict[int, int]
Pair = tuple[int, int]
HubByNode = Mapping[int, int]


class Communities(NamedTuple):
    """The largest communities, the largest first, and the nodes that are in none of them."""

    largest: list[Nodes]
    rest: Nodes


def communities(graph: nx.Graph) -> Communities:
    """Return the largest communities, members with most neighbours first, and the rest.

    The nodes of the graph are numbers. The same
    graph gives the same communities, whatever the order of its lines.
    """
    ordered = foremost_first(graph)
    hub_of = _hubs(graph, ordered)
    crowds = _between(graph, hub_of)
    community_of_hub = _louvain(crowds)
    members: dict[int, Nodes] = defaultdict(list)
    for node in ordered:
        if node in hub_of:
            hub = hub_of[node]
            community = community_of_hub[hub]
            members[community].append(node)
    largest = _largest(members.values())
    in_largest = set(chain.from_iterable(largest))
    rest = [node for node in ordered if node not in in_largest]
    return Communities(largest, rest)


def foremost_first(graph: nx.Graph) -> Nodes:
    """Return the nodes of a graph, those with most neighbours first, then by number."""
    neighbours = dict(graph.adjacency())
    ordered = sorted(graph)
    ordered.sort(key=lambda node: len(neighbours[node]), reverse=True)
    return ordered


def rank_of(ordered: Iterable[int]) -> NumberByNode:
    """Return the place of each node in an order, from 0 on."""
    return {node: place for place, node in enumerate(ordered)}


def _largest(communities: Iterable[Nodes]) -> list[Nodes]:
    """Return the communities that are shown, the largest first."""
    big_enough = [nodes for nodes in communities if len(nodes) >= SMALLEST]
    big_enough.sort()
    big_enough.sort(key=len, reverse=True)
    return big_enough[:MOST]


def _louvain(graph: nx.Graph) -> NumberByNode:
    """Return the number of the community of each node."""
    community_of: NumberByNode = {}
    found = nx.community.louvain_communities(graph, seed=SEED)
    for number, nodes in enumerate(found):
        community_of |= dict.fromkeys(nodes, number)
    return community_of


def _hubs(graph: nx.Graph, ordered: Nodes) -> HubByNode:
    """Return the hub whose crowd each linked thing is in: that of its foremost neighbour.

    A thing that is foremost among its own neighbours is a hub itself, as are the first `HUBS`.
    """
    rank = rank_of(ordered)
    neighbours = dict(graph.adjacency())
    hub_of: NumberByNode = {}
    for place, node in enumerate(ordered):
        near = neighbours[node]
        if not near:
            break
        foremost = min(near, key=rank.__getitem__)
        if place < HUBS or place < rank[foremost]:
            hub_of[node] = node
        else:
            hub_of[node] = hub_of[foremost]
    return hub_of


def _between(graph: nx.Graph, hub_of: HubByNode) -> nx.Graph:
    """Return the crowds, by hub, with the number of lines between each two, and within each."""
    pairs = Counter[Pair]()
    for one, other in graph.edges:
        hub = hub_of[one]
        other_hub = hub_of[other]
        first = min(hub, other_hub)
        last = max(hub, other_hub)
        pairs[first, last] += 1
    between = nx.Graph()
    hubs = set(hub_of.values())
    between.add_nodes_from(sorted(hubs))
    for pair, lines in sorted(pairs.items()):
        between.add_edge(*pair, weight=lines)
    return between
