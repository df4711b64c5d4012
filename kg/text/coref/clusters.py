"""The chains as they grow: a union-find over mentions, with what is known of each cluster.

A merge happens only if the attributes agree and no constraint forbids it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.text.coref.attributes import Attributes, agree, attributes_of, disagreement, joined
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType

ValueT = TypeVar("ValueT")


@dataclass(slots=True)
class _Cluster:
    """The knowledge of mentions that are taken for one thing."""

    attributes: Attributes
    members: list[MentionNode]
    forbidden: set[MentionNode] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)
    split_antecedents: list[MentionNode] = field(default_factory=list)

    def absorb(self, other: "_Cluster", reason: str) -> None:
        """Take over what is known of another cluster, which is the same thing for a reason."""
        self.attributes = joined(self.attributes, other.attributes)
        self.members += other.members
        self.members.sort()
        self.forbidden |= other.forbidden
        self.split_antecedents += other.split_antecedents
        _drop_repetitions(self.split_antecedents)
        self.reasons += other.reasons
        self.reasons.append(reason)
        _drop_repetitions(self.reasons)


class Clusters:
    """Disjoint sets of mentions.

    The root of a set is its first mention, whatever the order of merges.
    """

    def __init__(self, document: MentionDocument) -> None:
        self._parent = list(document.nodes)
        self._clusters: list[_Cluster] = []
        for node in document.nodes:
            attributes = attributes_of(node.mention)
            self._clusters.append(_Cluster(attributes, [node]))
        self._unnamed: set[MentionNode] = set()

    def root(self, node: MentionNode) -> MentionNode:
        """Return the first mention of the cluster of a mention."""
        parent = self._parent
        while parent[node.index] is not node:
            above = parent[node.index]
            parent[node.index] = parent[above.index]
            node = parent[node.index]
        return node

    def _cluster(self, node: MentionNode) -> _Cluster:
        """Return the cluster of a mention."""
        root = self.root(node)
        return self._clusters[root.index]

    def attributes(self, node: MentionNode) -> Attributes:
        """Return what is known of the cluster of a mention."""
        return self._cluster(node).attributes

    def entity_types(self, node: MentionNode) -> frozenset[EntityType]:
        """Return what the cluster of a mention may be."""
        return self.attributes(node).entity_types

    def is_person(self, node: MentionNode) -> bool:
        """Return whether the cluster of a mention can only be one human."""
        return self.attributes(node).is_person

    def is_described(self, node: MentionNode) -> bool:
        """Return whether the cluster of a mention has a name or a noun."""
        return self.attributes(node).is_described

    def members(self, node: MentionNode) -> list[MentionNode]:
        """Return the mentions of the cluster of a mention, in text order."""
        return self._cluster(node).members

    def reasons(self, node: MentionNode) -> list[str]:
        """Return why the cluster is one, in the order of the passes."""
        return self._cluster(node).reasons

    def split_antecedents(self, node: MentionNode) -> list[MentionNode]:
        """Return mentions of the known members of the group that the cluster is."""
        return self._cluster(node).split_antecedents

    def forbidden(self, node: MentionNode) -> frozenset[MentionNode]:
        """Return mentions that the cluster of a mention can never be one with."""
        return frozenset(self._cluster(node).forbidden)

    def together(self, a: MentionNode, b: MentionNode) -> bool:
        """Return whether two mentions are in one cluster already."""
        return self.root(a) is self.root(b)

    def introduce_unnamed(self, node: MentionNode, entity_types: frozenset[EntityType]) -> None:
        """Note that only pronouns speak of the cluster, which is of one of these types."""
        self._unnamed.add(node)
        cluster = self._cluster(node)
        cluster.attributes = replace(cluster.attributes, entity_types=entity_types)

    def is_unnamed(self, node: MentionNode) -> bool:
        """Return whether a cluster was introduced as unnamed and has no name or noun yet."""
        if self.is_described(node):
            return False
        return not self._unnamed.isdisjoint(self.members(node))

    def forbid_link(self, a: MentionNode, b: MentionNode) -> None:
        """Forbid that two mentions are ever one."""
        one, other = self._cluster(a), self._cluster(b)
        one.forbidden.add(b)
        other.forbidden.add(a)

    def add_split_antecedents(self, group: MentionNode, members: Iterable[MentionNode]) -> None:
        """Note members of a group; the group itself is another thing than each of them."""
        known = self.split_antecedents(group)
        for member in members:
            if member not in known:
                known.append(member)
                self.forbid_link(group, member)

    def may_join(self, a: MentionNode, b: MentionNode, *, trusted: bool = False) -> bool:
        """Return whether two clusters may be one.

        `trusted` is for passes that know the names to be equal, whatever the attributes say.
        """
        if self.together(a, b):
            return False
        if self._is_forbidden(a, b):
            return False
        one, other = self.attributes(a), self.attributes(b)
        if trusted:
            return not one.entity_types.isdisjoint(other.entity_types)
        return agree(one, other)

    def obstacle(self, a: MentionNode, b: MentionNode) -> str:
        """Return what keeps two clusters that are not one from being joined, for a trace."""
        if self._is_forbidden(a, b):
            return "grammar, or what was joined before, keeps them apart"
        return disagreement(self.attributes(a), self.attributes(b))

    def join(self, a: MentionNode, b: MentionNode, reason: str, *, trusted: bool = False) -> bool:
        """Make two clusters one if they may be; return whether it was done."""
        if not self.may_join(a, b, trusted=trusted):
            return False
        first, second = sorted((self.root(a), self.root(b)))
        kept = self._cluster(first)
        absorbed = self._cluster(second)
        kept.absorb(absorbed, reason)
        self._parent[second.index] = first
        return True

    def _is_forbidden(self, a: MentionNode, b: MentionNode) -> bool:
        """Return whether a constraint keeps the clusters of two mentions apart.

        Each side knows of the other, so the one that has less to look through is asked.
        """
        fewer, more = sorted((a, b), key=self._number_of_forbidden)
        root = self.root(more)
        forbidden = self._cluster(fewer).forbidden
        return any(self.root(node) is root for node in forbidden)

    def _number_of_forbidden(self, node: MentionNode) -> int:
        """Return how many mentions the cluster of a mention can never be one with."""
        return len(self._cluster(node).forbidden)


def _drop_repetitions(values: list[ValueT]) -> None:
    """Drop those of some values that stand before."""
    values[:] = dict.fromkeys(values)
