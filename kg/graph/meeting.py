"""Articles that meet under a key, so that none has to be compared with all others.

Of a key that many have, each meets those nearest to it in their order. So the pairs grow with the
articles, and are given one after the other: all at once would take more memory than the articles.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

NEAREST = 12  # articles after one that it meets under a key

Pair = tuple[int, int]


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
