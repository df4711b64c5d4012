"""The chains as they grow: a union-find over mentions whose clusters carry a profile and know what they are not.

A merge happens only where the profiles agree and nothing keeps the two apart.
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.text.coref.entity_types import EntityType
from kg.text.coref.positions import Page
from kg.text.coref.profile import Profile, agree, disagreement, joined, profile_of


class Clusters:
    """Disjoint sets of mention indices. The root of a set is its first mention, whatever the order of merges."""

    def __init__(self, page: Page) -> None:
        count = len(page.spots)
        self._parent = list(range(count))
        self._profile = [profile_of(spot.mention) for spot in page.spots]
        self._members: list[list[int]] = [[index] for index in range(count)]
        self._apart: list[set[int]] = [set() for _ in range(count)]
        self._reasons: list[list[str]] = [[] for _ in range(count)]
        self._parts: list[list[int]] = [[] for _ in range(count)]
        self._outside: set[int] = set()

    def root(self, index: int) -> int:
        """The first mention of the cluster."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def profile(self, index: int) -> Profile:
        """What is known of the cluster of a mention."""
        return self._profile[self.root(index)]

    def members(self, index: int) -> list[int]:
        """The mentions of the cluster of a mention, in text order."""
        return self._members[self.root(index)]

    def reasons(self, index: int) -> list[str]:
        """Why the cluster is one, in the order of the passes."""
        return self._reasons[self.root(index)]

    def parts(self, index: int) -> list[int]:
        """Mentions of the known members of the group that the cluster is."""
        return self._parts[self.root(index)]

    def apart(self, index: int) -> frozenset[int]:
        """Mentions that the cluster of a mention can never be one with."""
        return frozenset(self._apart[self.root(index)])

    def together(self, a: int, b: int) -> bool:
        """True where the two mentions are in one cluster already."""
        return self.root(a) == self.root(b)

    def introduce(self, index: int, sorts: frozenset[EntityType]) -> None:
        """Note that the cluster is a thing outside the text, of one of these sorts, of which only pronouns speak."""
        root = self.root(index)
        self._outside.add(index)
        self._profile[root] = replace(self._profile[root], sorts=sorts)

    def is_outside(self, index: int) -> bool:
        """True for a cluster that was introduced as a thing outside the text and has found no name or description since."""
        profile = self.profile(index)
        return (
            not profile.names
            and not profile.nouns
            and any(each in self._outside for each in self.members(index))
        )

    def keep_apart(self, a: int, b: int) -> None:
        """Forbid that the two are ever one."""
        self._apart[self.root(a)].add(b)
        self._apart[self.root(b)].add(a)

    def add_parts(self, group: int, parts: Iterable[int]) -> None:
        """Note members of a group; the group itself is another thing."""
        own = self._parts[self.root(group)]
        for part in parts:
            if part not in own:
                own.append(part)
                self.keep_apart(group, part)

    def may_join(self, a: int, b: int, *, trusted: bool = False) -> bool:
        """True where the two may be one. `trusted` is for passes that know the names to be equal, whatever the profiles say."""
        first, second = self.root(a), self.root(b)
        if first == second or self._kept_apart(first, second):
            return False
        one, other = self._profile[first], self._profile[second]
        return bool(one.sorts & other.sorts) if trusted else agree(one, other)

    def obstacle(self, a: int, b: int) -> str:
        """Return what keeps two clusters that are not one from being joined, in words, for a trace."""
        if self._kept_apart(self.root(a), self.root(b)):
            return "grammar, or what was joined before, keeps them apart"
        return disagreement(self.profile(a), self.profile(b))

    def join(self, a: int, b: int, reason: str, *, trusted: bool = False) -> bool:
        """Make the two one where they may be; tells whether it was done."""
        if not self.may_join(a, b, trusted=trusted):
            return False
        first, second = sorted((self.root(a), self.root(b)))
        self._parent[second] = first
        self._profile[first] = joined(self._profile[first], self._profile[second])
        self._members[first] = sorted(self._members[first] + self._members[second])
        self._apart[first] |= self._apart[second]
        self._parts[first].extend(
            part for part in self._parts[second] if part not in self._parts[first]
        )
        self._reasons[first] = list(
            dict.fromkeys([*self._reasons[first], *self._reasons[second], reason])
        )
        return True

    def _kept_apart(self, a: int, b: int) -> bool:
        """Each side knows of the other, so the one that has less to look through is asked."""
        fewer, other = sorted((a, b), key=lambda root: len(self._apart[root]))
        return any(self.root(each) == other for each in self._apart[fewer])
