"""Disjoint sets of chains with the reasons why they are one, and those that were nearly joined."""

from collections import defaultdict
from collections.abc import Sequence, Set

from kg.graph.entities.chains import ChainRecord, Records
from kg.graph.entities.classes import ORGANIZATION, PERSON
from kg.model import Gender

# A son may be called like his father, a subsidiary like its owner; a place of one name is one.
MAY_SHARE_A_NAME = frozenset({PERSON, ORGANIZATION})

Numbers = Sequence[int]  # of records


class Clusters:
    """Sets of numbers of chain records; the smallest number stands for its set, as its root.

    The sets do not depend on the order in which rules join them.
    """

    def __init__(self, records: Records) -> None:
        self.records = records
        self.number_of: dict[tuple[str, int], int] = {}
        for record in records:
            self.number_of[record.article, record.index] = record.number
        self._parent = list(range(len(records)))
        self._reasons: list[set[str]] = [set() for _ in records]
        self._near: set[tuple[int, int]] = set()
        self._apart: dict[int, set[int]] = defaultdict(set)
        for record in records:
            if record.kind in MAY_SHARE_A_NAME:
                self._keep_apart(record)

    def _keep_apart(self, record: ChainRecord) -> None:
        """Note the chains that the record's article shows to be others."""
        for index in record.chain.apart:
            other = self.number_of.get((record.article, index))
            if other is not None:
                self._apart[record.number].add(other)
                self._apart[other].add(record.number)

    def article(self, number: int) -> str:
        """Return the id of the article of a record."""
        return self.records[number].article

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
        for number in numbers[1:]:
            roots = (self.root(numbers[0]), self.root(number))
            first, second = sorted(roots)
            if first == second or self.are_apart(first, second):
                continue
            self._parent[second] = first
            self._apart[first] |= self._others(second)
            self._reasons[first] |= self._reasons[second]
            self._reasons[first].add(reason)

    def are_apart(self, a: int, b: int) -> bool:
        """Return whether an article shows a chain of the one set and one of the other to be two.

        Each of the two sets knows of it, so the one that has fewer to look through is asked: a set
        of thousands has many.
        """
        asked, other = self.root(a), self.root(b)
        if len(self._others(other)) < len(self._others(asked)):
            asked, other = other, asked
        return any(self.root(number) == other for number in self._others(asked))

    def _others(self, root: int) -> Set[int]:
        """Return the records that articles show to be others than those of a set."""
        return self._apart.get(root, frozenset())

    def nearly(self, a: int, b: int) -> None:
        """Note that two records were almost taken for one."""
        self._near.add((a, b))

    def roots(self, numbers: Numbers) -> list[int]:
        """Return the roots of the sets of some records, each once, in order."""
        return sorted({self.root(number) for number in numbers})

    def sets(self) -> list[list[int]]:
        """Return all sets, each in order, in the order of their roots."""
        members: dict[int, list[int]] = {}
        for number in range(len(self.records)):
            root = self.root(number)
            members.setdefault(root, []).append(number)
        return [members[root] for root in sorted(members)]

    def reasons(self, root: int) -> tuple[str, ...]:
        """Return why the records of a set are one, in the order of the alphabet."""
        return tuple(sorted(self._reasons[root]))

    def near_pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of roots that were almost taken for one and are not."""
        pairs = set()
        for a, b in self._near:
            first, second = self.root(a), self.root(b)
            if first != second:
                pairs.add((first, second))
        return sorted(pairs)


def genders_agree(a: Gender, b: Gender) -> bool:
    """Return whether two genders may be one person's; an unknown one agrees with each."""
    return Gender.UNKNOWN in (a, b) or a == b
