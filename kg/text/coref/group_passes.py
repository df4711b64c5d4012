"""Passes for groups of people: the same count of them again, and the kin of one group."""

from collections import defaultdict
from collections.abc import Iterator

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.groups import is_pair
from kg.text.parse import possessor

LEAST_COUNT = 3  # people; there may be several twos in one article, and "the two" may be a list
KIN = word_set("nouns", "coref-kin")
KIN_MEMBERS = word_set("phrases", "coref-kin-member")


def same_count(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield "the eight envoys" and the only group of eight before: "Eight embassy employees"."""
    counted: dict[int, list[int]] = defaultdict(list)
    for node in document.nodes:
        size = node.mention.size
        if not _is_group(node) or size < LEAST_COUNT:
            continue
        earlier = sorted({clusters.root(index) for index in counted[size]})
        is_definite = node.mention.definite and not is_pair(node)
        if is_definite and len(earlier) == 1:
            yield earlier[0], node.index
        counted[size].append(node.index)


def _is_group(node: MentionNode) -> bool:
    is_nominal = node.mention.kind is Kind.NOMINAL
    return is_nominal and entity_type_of(node.mention.type) is EntityType.GROUP


def same_kin(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield "their families" and "their family members": all the kin of one group.

    "Family members" behind one of these in a list belongs to them, too.
    """
    kin_of: dict[int, int] = {}
    for node in document.nodes:
        owner = _owner(node, document) if _is_kin(node) else None
        if owner is not None:
            root = clusters.root(owner.index)
            yield kin_of.setdefault(root, node.index), node.index


def _is_kin(node: MentionNode) -> bool:
    """Return whether a plural stands for all of somebody's kin."""
    if not _is_group(node) or not node.mention.plural or node.mention.size:
        return False
    noun = node.mention.noun
    modifiers = [child.lower_ for child in node.token.lefts if child.dep_ == "compound"]
    return noun in KIN or " ".join([*modifiers, noun]) in KIN_MEMBERS


def _owner(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return whose kin it is: the possessor, or the group that a bare plural stands beside."""
    owner = possessor(node.token)
    if owner is not None:
        return document.node_of(owner)
    if node.token.dep_ != "conj" or not _is_bare(node):
        return None
    other = document.node_of(node.token.head)
    if other is None or not _is_group(other) or _is_kin(other):
        return None
    return other


def _is_bare(node: MentionNode) -> bool:
    """Return whether nothing but compounds and marks hangs on a noun."""
    return all(child.is_punct or child.dep_ == "compound" for child in node.token.children)
