"""The chains as they grow: a union-find over mentions, with what is known of each cluster.

A merge happens only if the attributes agree and no constraint forbids it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.text.coref.attributes import Attributes, agree, attributes_of, disagreement, joined
from kg.text.coref.document import MentionDocument
from kg.text.coref.entity_types import EntityType

ValueT = TypeVar("ValueT", int, str)


@dataclass(slots=True)
class _Cluster:
    """What is known of the mentions that are taken for one thing; mentions go by their index."""

    attributes: Attributes
    members: list[int]
    forbidden: set[int] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    split_antecedents: list[int] = field(default_factory=list)

    def absorb(self, other: "_Cluster", reason: str) -> None:
        """Take over what is known of another cluster, which is the same thing for a reason."""
        self.attributes = joined(self.attributes, other.attributes)
        self.members = sorted(self.members + other.members)
        self.forbidden |= other.forbidden
        antecedents = self.split_antecedents + other.split_antecedents
        self.split_antecedents = _without_repetition(antecedents)
        self.reasons = _without_repetition([*self.reasons, *other.reasons, reason])


class Clusters:
    """Disjoint sets of mention indices.

    The root of a set is its first mention, whatever the order of merges.
    """

    def __init__(self, document: MentionDocument) -> None:
        mentions = [node.mention for node in document.nodes]
        self._parent = list(range(len(mentions)))
        self._clusters = [
            _Cluster(attributes_of(mention), [index]) for index, mention in enumerate(mentions)
        ]
        self._unnamed: set[int] = set()

    def root(self, index: int) -> int:
        """Return the first mention of the cluster of a mention."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def _cluster(self, index: int) -> _Cluster:
        return self._clusters[self.root(index)]

    def attributes(self, index: int) -> Attributes:
        """Return what is known of the cluster of a mention."""
        return self._cluster(index).attributes

    def members(self, index: int) -> list[int]:
        """Return the mentions of the cluster of a mention, in text order."""
        return self._cluster(index).members

    def reasons(self, index: int) -> list[str]:
        """Return why the cluster is one, in the order of the passes."""
        return self._cluster(index).reasons

    def split_antecedents(self, index: int) -> list[int]:
        """Return mentions of the known members of the group that the cluster is."""
        return self._cluster(index).split_antecedents

    def forbidden(self, index: int) -> frozenset[int]:
        """Return mentions that the cluster of a mention can never be one with."""
        return frozenset(self._cluster(index).forbidden)

    def together(self, a: int, b: int) -> bool:
        """Return whether two mentions are in one cluster already."""
        return self.root(a) == self.root(b)

    def introduce_unnamed(self, index: int, entity_types: frozenset[EntityType]) -> None:
        """Note that only pronouns speak of the cluster, which is of one of these types."""
        self._unnamed.add(index)
        cluster = self._cluster(index)
        cluster.attributes = replace(cluster.attributes, entity_types=entity_types)

    def is_unnamed(self, index: int) -> bool:
        """Return whether a cluster was introduced as unnamed and has no name or noun yet."""
        if self.attributes(index).is_described:
            return False
        return any(member in self._unnamed for member in self.members(index))

    def forbid_link(self, a: int, b: int) -> None:
        """Forbid that two mentions are ever one."""
        self._cluster(a).forbidden.add(b)
        self._cluster(b).forbidden.add(a)

    def add_split_antecedents(self, group: int, members: Iterable[int]) -> None:
        """Note members of a group; the group itself is another thing than each of them."""
        known = self.split_antecedents(group)
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
        one, other = self.attributes(first), self.attributes(second)
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
        self._clusters[first].absorb(self._clusters[second], reason)
        return True

    def _is_forbidden(self, a: int, b: int) -> bool:
        """Return whether a constraint keeps two roots apart.

        Each side knows of the other, so the one that has less to look through is asked.
        """
        fewer, other = sorted((a, b), key=lambda root: len(self._clusters[root].forbidden))
        return any(self.root(mention) == other for mention in self._clusters[fewer].forbidden)


def _without_repetition(values: list[ValueT]) -> list[ValueT]:
    return list(dict.fromkeys(values))
