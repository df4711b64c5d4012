"""Which things of a big graph belong together: communities, each named after its main members.

Louvain alone takes half a minute for 20,000 things, so each thing first joins its foremost neighbour, until it comes to one
of the few hundred that have most neighbours. networkx then finds communities among these crowds, weighed by their lines.

Source: Blondel et al. 2008 (the Louvain method).
"""

from collections import Counter
from collections.abc import Collection, Mapping

import networkx as nx

HUBS = 300  # things that do not join another's crowd
SEED = 20  # any number does: it fixes the order in which Louvain looks at things
SMALLEST = 5  # members: smaller communities are counted among the rest
MOST = 36  # communities on the first screen, the largest; the others are counted among the rest


def communities(graph: nx.Graph) -> tuple[list[list[int]], list[int]]:
    """The largest communities, members with most neighbours first, and the rest: everything that is in none of them.

    The nodes of the graph are numbers. The same graph gives the same communities, whatever the order of its lines.
    """
    near_of = dict(graph.adjacency())
    degree = {at: len(near_of[at]) for at in sorted(graph)}
    crowd = _crowds(near_of, {at: lines for at, lines in degree.items() if lines})  # what stands alone is in no community
    found = nx.community.louvain_communities(_between(graph, crowd), seed=SEED)
    number = {hub: at for at, hubs in enumerate(found) for hub in hubs}
    members: dict[int, list[int]] = {}
    for at in sorted(crowd, key=lambda at: (-degree[at], at)):
        members.setdefault(number[crowd[at]], []).append(at)
    ranked = sorted((part for part in members.values() if len(part) >= SMALLEST), key=lambda part: (-len(part), part))[:MOST]
    told = {at for part in ranked for at in part}
    return ranked, [at for at in sorted(degree, key=lambda at: (-degree[at], at)) if at not in told]


def _crowds(near_of: Mapping[int, Collection[int]], degree: Mapping[int, int]) -> dict[int, int]:
    """For each thing, the one whose crowd it is in: its foremost neighbour's, unless it is foremost among its own or a hub."""
    rank = {at: (degree[at], -at) for at in degree}
    ordered = sorted(degree, key=rank.__getitem__, reverse=True)
    crowd = {at: at for at in ordered[:HUBS]}
    for at in ordered[HUBS:]:
        best = max(near_of[at], key=rank.__getitem__, default=at)
        crowd[at] = crowd[best] if rank[best] > rank[at] else at
    return crowd


def _between(graph: nx.Graph, crowd: Mapping[int, int]) -> nx.Graph:
    """The crowds, and how many lines there are between each two, and within each."""
    pairs = Counter((min(crowd[a], crowd[b]), max(crowd[a], crowd[b])) for a, b in graph.edges)
    between = nx.Graph()
    between.add_nodes_from(sorted(set(crowd.values())))
    between.add_weighted_edges_from((one, other, lines) for (one, other), lines in sorted(pairs.items()))
    return between
