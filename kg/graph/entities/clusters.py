"""Disjoint sets of chains with the reasons why they are one, and those that were nearly joined."""

from collections import defaultdict
from collections.abc import (
    Sequence,
    Set,
)

from kg.graph.entities.chains import (
    ChainKey,
    ChainRecord,
    Records,
)
from kg.graph.entities.classes import (
    ORGANIZATION,
    PERSON,
)
from kg.graph.entities.contexts import (
    Around,
    Context,
)
from kg.model import Gender

# A son may be called like his father, a subsidiary like its owner; a place of one name is one.
MAY_SHARE_A_NAME = frozenset({PERSON, ORGANIZATION})

Numbers = Sequence[int]  # of records
Pair = tuple[int, int]
NumberSets = dict[int, set[int]]
Reasons = dict[int, set[str]]


class Clusters:
    """Sets of numbers of chain records; the smallest number stands for its set, as its root.

    The sets do not depend on the order in which rules join them.
    """

    def __init__(self, records: Records, around: Around) -> None:
        self.records = records
        self.number_of: dict[ChainKey, int] = {}
        self._around = around
        self._parent = list(range(len(records)))
        self._reasons: Reasons = defaultdict(set)
        self._near: set[Pair] = set()
        self._apart: NumberSets = defaultdict(set)
        for record in records:
            self.number_of[record.key] = record.number
        for record in records:
            if record.kind in MAY_SHARE_A_NAME:
                self._keep_apart(record)

    def _keep_apart(self, record: ChainRecord) -> None:
        """Note the chains that the record's article shows to be others."""
        number = record.number
        for index in record.chain.apart:
            key = record.article, index
            other = self.number_of.get(key)
            if other is None:
                continue
            self._apart[number].add(other)
            self._apart[other].add(number)

    def keep_apart(self, a: int, b: int) -> None:
        """Note that the sets of two records are of different things, whatever else is found."""
        first = self.root(a)
        second = self.root(b)
        self._apart[first].add(second)
        self._apart[second].add(first)

    def named(self, *kinds: str) -> Records:
        """Return the records of some kinds that have a name."""
        of_kinds = [record for record in self.records if record.kind in kinds]
        return [record for record in of_kinds if record.name]

    def article(self, number: int) -> str:
        """Return the id of the article of a record."""
        return self.records[number].article

    def gender(self, number: int) -> Gender:
        """Return the gender of a record."""
        return self.records[number].gender

    def context(self, number: int) -> Context:
        """Return what the article of a record speaks of."""
        article = self.article(number)
        return self._around[article]

    def root(self, number: int) -> int:
        """Return the smallest number of the set."""
        parent = self._parent
        while parent[number] != number:
            above = parent[parent[number]]
            parent[number] = above
            number = above
        return number

    def join(self, numbers: Numbers, reason: str) -> None:
        """Make one set of the sets of some records, but for those that an article keeps apart."""
        first, *others = numbers
        for other in others:
            root = self.root(first)
            joined = self.root(other)
            if root == joined or self.are_apart(root, joined):
                continue
            if joined < root:
                root, joined = joined, root
            self._parent[joined] = root
            self._apart[root] |= self._others(joined)
            reasons = self._reasons[root]
            reasons |= self._reasons[joined]
            reasons.add(reason)

    def are_apart(self, a: int, b: int) -> bool:
        """Return whether an article shows a chain of the one set and one of the other to be two.

        Each of the two sets knows of it, so the one that has fewer to look through is asked: a set
        of thousands has many.
        """
        asked = self.root(a)
        other = self.root(b)
        others = self._others(asked)
        others_of_other = self._others(other)
        if len(others_of_other) < len(others):
            others, other = others_of_other, asked
        return other in map(self.root, others)

    def _others(self, root: int) -> Set[int]:
        """Return the records that articles show to be others than those of a set."""
        return self._apart.get(root, frozenset())

    def nearly(self, number: int, *others: int) -> None:
        """Note that a record was almost taken for one with each of some others."""
        for other in others:
            self._near.add((number, other))

    def roots(self, numbers: Numbers) -> list[int]:
        """Return the roots of the sets of some records, each once, in order."""
        roots = set(map(self.root, numbers))
        return sorted(roots)

    def sets(self) -> list[Records]:
        """Return the records of all sets, each in order, in the order of their roots."""
        sets = defaultdict(list)
        for record in self.records:
            root = self.root(record.number)
            sets[root].append(record)
        return [sets[root] for root in sorted(sets)]

    def reasons(self, root: int) -> list[str]:
        """Return why the records of a set are one, in the order of the alphabet."""
        return sorted(self._reasons[root])

    def near_pairs(self) -> list[Pair]:
        """Return the pairs of roots that were almost taken for one and are not."""
        pairs = set()
        for a, b in self._near:
            first = self.root(a)
            second = self.root(b)
            if first != second:
                pairs.add((first, second))
        return sorted(pairs)
