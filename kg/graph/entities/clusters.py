"""Disjoint sets of things with the reasons why they are one and the others that they were nearly taken for."""

from collections.abc import Sequence

from kg.graph.entities.chains import Thing
from kg.graph.entities.classes import ORGANIZATION, PERSON
from kg.model import Gender

NAMESAKES = frozenset({PERSON, ORGANIZATION})  # a son may be called like his father, a subsidiary like its owner; a place is one


class Clusters:
    """Sets of numbers of things; the smallest number stands for its set. What is joined does not depend on who asks first."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self.things = things
        self._parent = list(range(len(things)))
        self._reasons: list[set[str]] = [set() for _ in things]
        self._near: set[tuple[int, int]] = set()
        self.number_of = at = {(thing.article, thing.index): thing.number for thing in things}
        self._apart: dict[int, set[int]] = {}
        for thing in (each for each in things if each.kind in NAMESAKES):
            for index in thing.chain.apart:
                if (thing.article, index) in at:
                    self._apart.setdefault(thing.number, set()).add(at[thing.article, index])
                    self._apart.setdefault(at[thing.article, index], set()).add(thing.number)

    def root(self, number: int) -> int:
        """The smallest number of the set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, numbers: Sequence[int], reason: str) -> None:
        """Make the things one."""
        for number in numbers[1:]:
            first, second = sorted((self.root(numbers[0]), self.root(number)))
            if first != second and not self.are_apart(first, second):
                self._parent[second] = first
                self._apart.setdefault(first, set()).update(self._apart.get(second, ()))
                self._reasons[first] |= self._reasons[second] | {reason}

    def are_apart(self, a: int, b: int) -> bool:
        """True where a thing of the one set and a thing of the other stand in one article that tells them to be two.

        Each of the two sets knows of it, so the one that has fewer to look through is asked: a set of thousands has many.
        """
        first, second = self.root(a), self.root(b)
        of_first, of_second = self._apart.get(first, ()), self._apart.get(second, ())
        fewer, other = (of_first, second) if len(of_first) <= len(of_second) else (of_second, first)
        return any(self.root(number) == other for number in fewer)

    def nearly(self, a: int, b: int) -> None:
        """Note that two things were almost taken for one."""
        self._near.add((a, b))

    def roots(self, numbers: Sequence[int]) -> list[int]:
        """The different sets of some things, in order."""
        return sorted({self.root(number) for number in numbers})

    def sets(self) -> list[list[int]]:
        """All sets, each in order, in the order of their first things."""
        members: dict[int, list[int]] = {}
        for number in range(len(self.things)):
            members.setdefault(self.root(number), []).append(number)
        return [members[root] for root in sorted(members)]

    def reasons(self, root: int) -> tuple[str, ...]:
        """Why the things of a set are one, in the order of the alphabet."""
        return tuple(sorted(self._reasons[root]))

    def near_pairs(self) -> list[tuple[int, int]]:
        """Pairs of roots that were almost taken for one and are not."""
        pairs = {(self.root(a), self.root(b)) for a, b in self._near}
        return sorted((a, b) for a, b in pairs if a != b)


def genders_agree(a: Gender, b: Gender) -> bool:
    """True unless one is male and the other female."""
    return not a or not b or a == b
