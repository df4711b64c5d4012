"""Groups of people: their known members, the same count of them again, the kin of one group.

Members stand beside a group, in "the envoys, including X and Y" and "X, one of the envoys", or
before it, in a list.
"""

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.attributes import ANY
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, MentionNode, Nodes
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.mentions import picked_from, whole_group
from kg.text.parse import (
    SUBJECTS,
    any_word,
    children_with,
    conjuncts,
    governed_by,
    governor_of,
    has_child,
    possessor,
    prepositions_of,
    with_label,
)

TWO = word_set("numbers", "coref-pair")
PAIR_WINDOW = 2  # sentences back in which "the two firms" are looked for
INCLUDING = word_set("function_words", "coref-including")
ONE_OF = word_set("function_words", "coref-one-of")
LEAST_COUNT = 3  # people; there may be several twos in one article, and "the two" may be a list
KIN = word_set("nouns", "coref-kin")
KIN_MEMBERS = word_set("phrases", "coref-kin-member")
GROUPS = frozenset({EntityType.GROUP})
PLURAL_TYPES = frozenset({GROUPS, ANY})  # what a thing may be that is no single one


def add_listed_members(document: MentionDocument, clusters: Clusters) -> None:
    """Note the members of groups that the article names beside the group."""
    for node in document.nodes:
        for group, member in _groups_and_members(node, document):
            if not clusters.attributes(group).may_be_person:
                clusters.add_split_antecedents(group, (member,))


def _groups_and_members(
    node: MentionNode, document: MentionDocument
) -> Iterator[tuple[MentionNode, MentionNode]]:
    """Yield the members that are named beside a plural, each with its group."""
    if not node.mention.plural:
        return
    for member in _included(node, document):
        group = _group_of(member, node, document)
        if group is not None:
            yield group, member
    for member in _one_of(node, document):
        yield node, member
    yield from _parts(node, document)


def _included(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield X and Y in "the envoys, including X and Y"."""
    for preposition in filter(_introduces_members, prepositions_of(node.token)):
        for noun in governed_by(preposition):
            yield from _coordinated(noun, document)


def _introduces_members(preposition: Token) -> bool:
    """Return whether a preposition is "including" or the "as" of "such as"."""
    if preposition.lower_ in INCLUDING:
        return True
    if preposition.lower_ != "as":
        return False
    return has_child(preposition, words={"such"})


def _group_of(
    member: MentionNode, node: MentionNode, document: MentionDocument
) -> MentionNode | None:
    """Return the group of two coordinated ones that a member belongs to, None if it is not known.

    In "the envoys and their families, including X and his son" X is no family.
    """
    if _is_owned(member):
        if _is_owned(node):
            return node
        return _owned_beside(node, document)
    if _is_owned(node) and node.dep == "conj":
        return document.node_of(node.governor)
    return node


def _owned_beside(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the group with a possessor behind a group, None if there are only others."""
    others = [other for other in _coordinated(node.token, document) if other is not node]
    if not others:
        return node
    return next(filter(_is_owned, others), None)


def _is_owned(node: MentionNode) -> bool:
    """Return whether a possessor stands before a noun."""
    return possessor(node.token) is not None


def _one_of(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield X in "X, one of the envoys" and "X is one of the envoys"."""
    one = governor_of(node.token, "of")
    if one is None or one.lower_ not in ONE_OF:
        return
    if one.dep_ == "appos":
        yield from _coordinated(one.head, document)
    elif one.dep_ == "attr" and one.head.lemma_ == "be":
        for subject in children_with(one.head, "nsubj"):
            yield from _coordinated(subject, document)


def _parts(
    node: MentionNode, document: MentionDocument
) -> Iterator[tuple[MentionNode, MentionNode]]:
    """Yield the group of "two of the envoys" with these two."""
    whole = whole_group(node.token) or picked_from(node.token)
    group = None if whole is None else document.node_of(whole)
    if group is not None and node.is_nominal:
        yield group, node


def _coordinated(noun: Token, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the mentions of a noun and of all that is coordinated with it."""
    return document.nodes_of(conjuncts(noun))


def nearest_list(
    node: MentionNode, document: MentionDocument, clusters: Clusters, window: int
) -> Nodes:
    """Return the nearest list of single things before "they" or "the two …"; empty without one.

    Such a list is "Ann Lee and Bo Ek". Of the lists of one sentence the one that is a subject goes
    first, then the last.
    """
    for number in range(node.sentence, max(-1, node.sentence - window - 1), -1):
        lists = _lists_before(node, document, number)
        fitting = [members for members in lists if _are_single(members, clusters)]
        if fitting:
            return max(fitting, key=_prominence)
    return ()


def _lists_before(
    node: MentionNode, document: MentionDocument, sentence: int
) -> Iterator[list[MentionNode]]:
    """Yield the lists of a sentence that end before a mention."""
    for first in document.earlier_in_sentence(node, sentence):
        members = _list(first, document)
        if members and members[-1] < node:
            yield members


def _prominence(members: Nodes) -> tuple[bool, int]:
    """Return the key by which lists are compared: subjects first, then the last."""
    first = members[0]
    return first.dep in SUBJECTS, first.index


def _list(node: MentionNode, document: MentionDocument) -> list[MentionNode]:
    """Return the mentions of a list that starts with this one, empty if it starts none."""
    if node.dep == "conj":
        return []
    members = list(_coordinated(node.token, document))
    if len(members) > 1:
        return members
    return []


def _are_single(members: Nodes, clusters: Clusters) -> bool:
    """Return whether all members of a list are of one type and none is a group."""
    if any(member.mention.plural for member in members):
        return False
    entity_types = set(map(clusters.entity_types, members))
    if len(entity_types) != 1:
        return False
    return entity_types.isdisjoint(PLURAL_TYPES)


def is_pair(node: MentionNode) -> bool:
    """Return whether a mention is like "the two countries" and "both firms"."""
    if not node.is_nominal or not node.mention.plural:
        return False
    return any_word(node.token.lefts, *TWO)


def add_pair_members(document: MentionDocument, clusters: Clusters) -> None:
    """Note whom "the two countries" and "both firms" consist of: the list of two before them."""
    for node in filter(is_pair, document.nodes):
        members = nearest_list(node, document, clusters, PAIR_WINDOW)
        if len(members) != 2:
            continue
        entity_type = entity_type_of(node.mention.type)
        if all(entity_type in clusters.entity_types(member) for member in members):
            clusters.add_split_antecedents(node, members)


def same_count(document: MentionDocument, clusters: Clusters) -> Links:
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
    if node.mention.size < LEAST_COUNT:
        return False
    return _is_group(node)


def _is_definite(node: MentionNode) -> bool:
    """Return whether a description speaks of something known, and of no list before it."""
    if not node.mention.definite:
        return False
    return not is_pair(node)


def _is_group(node: MentionNode) -> bool:
    """Return whether a mention is a description of a group of people."""
    if not node.is_nominal:
        return False
    return entity_type_of(node.mention.type) is EntityType.GROUP


def same_kin(document: MentionDocument, clusters: Clusters) -> Links:
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
    if _is_group(other):
        return other
    return None


def _is_bare(node: MentionNode) -> bool:
    """Return whether nothing but compounds and marks hangs on a noun."""
    return all(map(_is_compound_or_mark, node.token.children))


def _is_compound_or_mark(child: Token) -> bool:
    """Return whether a word on a noun is a compound or a punctuation mark."""
    return child.is_punct or child.dep_ == "compound"
