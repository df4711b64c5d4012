"""Clusters of things that are probably one, from how likely each pair of them is.

The likeliest pair is put together first, then the next, each time with the mean over all pairs of
two clusters. A pair about which nothing is known counts 0. A pair that is `NEVER` one keeps its
clusters apart for ever.

Source: agglomerative clustering by average linkage (Sokal and Michener 1958).

`meeting` finds the pairs that are worth a look: those that have a key in common. Of a key that many
have, each meets those nearest to it in their order. So the pairs grow with the articles, and are
given one after the other: all at once would take more memory than the articles.
"""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import (
    Collection,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import (
    dataclass,
    field,
)
from heapq import (
    heapify,
    heappop,
    heappush,
)

NEVER = -math.inf
NEAREST = 12  # articles after one that it meets under a key

Pair = tuple[int, int]
Candidate = tuple[float, int, int, int]  # mean, doubted; two clusters, the size of both


@dataclass(slots=True)
class _Cluster:
    """Some things that are one, and the sum of the chances with each other cluster."""

    members: list[int]
    links: dict[int, float] = field(default_factory=dict)


class Linkage:
    """Clusters of `count` things, by the chances of their pairs to be one."""

    def __init__(
        self,
        count: int,
        chances: Mapping[Pair, float],
        floor: float,
    ) -> None:
        self._clusters = {number: _Cluster([number]) for number in range(count)}
        self._floor = floor
        for (first, second), chance in chances.items():
            self._clusters[first].links[second] = chance
            self._clusters[second].links[first] = chance
        self._heap: list[Candidate] = []
        for first, second in chances:
            self._heap += self._candidates(first, second)
        heapify(self._heap)
        while self._heap:
            self._join(heappop(self._heap))

    def clusters(self) -> list[list[int]]:
        """Return the members of each cluster."""
        return [cluster.members for cluster in self._clusters.values()]

    def _candidates(
        self,
        first: int,
        second: int,
    ) -> Iterator[Candidate]:
        """Yield two clusters as a candidate if they are one with the probability that is asked."""
        one, other = self._clusters[first], self._clusters[second]
        pairs = len(one.members) * len(other.members)
        mean = one.links[second] / pairs
        if mean >= self._floor:
            low, high = sorted((first, second))
            yield -mean, low, high, len(one.members) + len(other.members)

    def _join(self, candidate: Candidate) -> None:
        """Make two clusters one, if neither has grown since they became a candidate."""
        _, first, second, size = candidate
        one, other = self._clusters.get(first), self._clusters.get(second)
        if one is None or other is None or len(one.members) + len(other.members) != size:
            return
        del self._clusters[second], one.links[second], other.links[first]
        one.members += other.members
        for number, chance in other.links.items():
            third = self._clusters[number]
            del third.links[second]
            one.links[number] = one.links.get(number, 0.0) + chance
        for number, chance in one.links.items():
            self._clusters[number].links[first] = chance
            for again in self._candidates(first, number):
                heappush(self._heap, again)


def meeting(keys_of: Sequence[Collection[str]]) -> Iterator[Pair]:
    """Yield the pairs of those that have a key in common, by their numbers, sorted.

    >>> list(meeting([["quake", "Lima"], ["vote"], ["Lima", "quake"], ["vote", "Lima"]]))
    [(0, 2), (0, 3), (1, 3), (2, 3)]
    """
    under: dict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(keys_of):
        for key in keys:
            under[key].append(number)
    for number, keys in enumerate(keys_of):
        met: set[int] = set()
        for key in keys:
            numbers = under[key]
            after = bisect_right(numbers, number)
            met.update(numbers[after : after + NEAREST])
        yield from ((number, other) for other in sorted(met))
