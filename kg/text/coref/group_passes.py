"""Passes for groups of people: the same count of them again, and the kin of one group."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Link, MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.groups import is_pair
from kg.text.parse import possessor, with_label

LEAST_COUNT = 3  # people; there may be several twos in one article, and "the two" may be a list
KIN = word_set("nouns", "coref-kin")
KIN_MEMBERS = word_set("phrases", "coref-kin-member")


def same_count(document: MentionDocument, clusters: Clusters) -> Iterator[Link]:
    """Yield "the eight envoys" and the only group of eight before: "Eight embassy employees"."""
    counted: dict[int, list[MentionNode]] = defaultdict(list)
    for node in filter(_is_counted_group, document.nodes):
        same_size = counted[node.mention.size]
        roots = set(map(clusters.root, same_size))
        if len(roots) == 1 and _is_definite(node):
            (root,) = roots
            yield root, node
        same_size.append(node)


def _is_counted_group(node: MentionNode) -> bool:
    """Return whether a description speaks of a group whose size says which one it is."""
    return node.mention.size >= LEAST_COUNT and _is_group(node)


def _is_definite(node: MentionNode) -> bool:
    """Return whether a description speaks of something known, and of no list before it."""
    return node.mention.definite and not is_pair(node)


def _is_group(node: MentionNode) -> bool:
    """Return whether a mention is a description of a group of people."""
    if not node.is_nominal:
        return False
    return entity_type_of(node.mention.type) is EntityType.GROUP


def same_kin(document: MentionDocument, clusters: Clusters) -> Iterator[Link]:
    """Yield "their families" and "their family members": all the kin of one group.

    "Family members" behind one of these in a list belongs to them, too.
    """
    kin_of: dict[MentionNode, MentionNode] = {}
    for node in filter(_is_kin, document.nodes):
        owner = _owner(node, document)
        if owner is not None:
            root = clusters.root(owner)
            yield kin_of.setdefault(root, node), node


def _is_kin(node: MentionNode) -> bool:
    """Return whether a plural stands for all of somebody's kin."""
    if node.mention.size or not node.mention.plural:
        return False
    if not _is_group(node):
        return False
    noun = node.mention.noun
    if noun in KIN:
        return True
    modifiers = [child.lower_ for child in with_label(node.token.lefts, "compound")]
    return " ".join([*modifiers, noun]) in KIN_MEMBERS


def _owner(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return whose kin it is: the possessor, or the group that a bare plural stands beside."""
    owner = possessor(node.token)
    if owner is not None:
        return document.node_of(owner)
    if node.dep != "conj" or not _is_bare(node):
        return None
    other = document.node_of(node.governor)
    if other is None or _is_kin(other):
        return None
    return other if _is_group(other) else None


def _is_bare(node: MentionNode) -> bool:
    """Return whether nothing but compounds and marks hangs on a noun."""
    return all(map(_is_compound_or_mark, node.token.children))


def _is_compound_or_mark(child: Token) -> bool:
    """Return whether a word on a noun is a compound or a punctuation mark."""
    return child.is_punct or child.dep_ == "compound"
