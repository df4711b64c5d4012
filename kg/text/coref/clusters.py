"""The chains as they grow: a union-find over mentions, with what is known of each cluster.

A merge happens only if the attributes agree and no constraint forbids it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kg.text.coref.attributes import Attributes, agree, attributes_of, disagreement, joined
from kg.text.coref.document import MentionDocument
from kg.text.coref.entity_types import EntityType

ValueT = TypeVar("ValueT", int, str)


class Clusters:
    """Disjoint sets of mention indices.

    The root of a set is its first mention, whatever the order of merges.
    """

    def __init__(self, document: MentionDocument) -> None:
        count = len(document.nodes)
        self._parent = list(range(count))
        self._attributes = [attributes_of(node.mention) for node in document.nodes]
        self._members: list[list[int]] = [[index] for index in range(count)]
        self._forbidden: list[set[int]] = [set() for _ in range(count)]
        self._reasons: list[list[str]] = [[] for _ in range(count)]
        self._split_antecedents: list[list[int]] = [[] for _ in range(count)]
        self._unnamed: set[int] = set()

    def root(self, index: int) -> int:
        """Return the first mention of the cluster of a mention."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def attributes(self, index: int) -> Attributes:
        """Return what is known of the cluster of a mention."""
        return self._attributes[self.root(index)]

    def members(self, index: int) -> list[int]:
        """Return the mentions of the cluster of a mention, in text order."""
        return self._members[self.root(index)]

    def reasons(self, index: int) -> list[str]:
        """Return why the cluster is one, in the order of the passes."""
        return self._reasons[self.root(index)]

    def split_antecedents(self, index: int) -> list[int]:
        """Return mentions of the known members of the group that the cluster is."""
        return self._split_antecedents[self.root(index)]

    def forbidden(self, index: int) -> frozenset[int]:
        """Return mentions that the cluster of a mention can never be one with."""
        return frozenset(self._forbidden[self.root(index)])

    def together(self, a: int, b: int) -> bool:
        """Return whether two mentions are in one cluster already."""
        return self.root(a) == self.root(b)

    def introduce_unnamed(self, index: int, entity_types: frozenset[EntityType]) -> None:
        """Note that only pronouns speak of the cluster, which is of one of these types."""
        root = self.root(index)
        self._unnamed.add(index)
        self._attributes[root] = replace(self._attributes[root], entity_types=entity_types)

    def is_unnamed(self, index: int) -> bool:
        """Return whether a cluster was introduced as unnamed and has no name or noun yet."""
        if self.attributes(index).is_described:
            return False
        return any(member in self._unnamed for member in self.members(index))

    def forbid_link(self, a: int, b: int) -> None:
        """Forbid that two mentions are ever one."""
        self._forbidden[self.root(a)].add(b)
        self._forbidden[self.root(b)].add(a)

    def add_split_antecedents(self, group: int, members: Iterable[int]) -> None:
        """Note members of a group; the group itself is another thing than each of them."""
        known = self._split_antecedents[self.root(group)]
        for member in members:
            if member not in known:
                known.append(member)
                self.forbid_link(group, member)

    def may_join(self, a: int, b: int, *, trusted: bool = False) -> bool:
        """Return whether two clusters may be one.

        `trusted` is for passes that know the names to be equal, whatever the attributes say.
        """
        first, second = self.root(a), self.root(b)
        if first == second or self._is_forbidden(first, second):
            return False
        one, other = self._attributes[first], self._attributes[second]
        return bool(one.entity_types & other.entity_types) if trusted else agree(one, other)

    def obstacle(self, a: int, b: int) -> str:
        """Return what keeps two clusters that are not one from being joined, for a trace."""
        if self._is_forbidden(self.root(a), self.root(b)):
            return "grammar, or what was joined before, keeps them apart"
        return disagreement(self.attributes(a), self.attributes(b))

    def join(self, a: int, b: int, reason: str, *, trusted: bool = False) -> bool:
        """Make two clusters one if they may be; return whether it was done."""
        if not self.may_join(a, b, trusted=trusted):
            return False
        first, second = sorted((self.root(a), self.root(b)))
        self._parent[second] = first
        self._attributes[first] = joined(self._attributes[first], self._attributes[second])
        self._members[first] = sorted(self._members[first] + self._members[second])
        self._forbidden[first] |= self._forbidden[second]
        self._split_antecedents[first] = _without_repetition(
            self._split_antecedents[first] + self._split_antecedents[second]
        )
        reasons = [*self._reasons[first], *self._reasons[second], reason]
        self._reasons[first] = _without_repetition(reasons)
        return True

    def _is_forbidden(self, a: int, b: int) -> bool:
        """Return whether a constraint keeps two roots apart.

        Each side knows of the other, so the one that has less to look through is asked.
        """
        fewer, other = sorted((a, b), key=lambda root: len(self._forbidden[root]))
        return any(self.root(mention) == other for mention in self._forbidden[fewer])


def _without_repetition(values: list[ValueT]) -> list[ValueT]:
    return list(dict.fromkeys(values))
