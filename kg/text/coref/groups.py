"""Groups and their known members: "the envoys, including X and Y", "X, one of the envoys"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.attributes import ANY
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.parse import SUBJECTS, conjuncts, has_child, possessor

TWO = word_set("numbers", "coref-pair")
PAIR_WINDOW = 2  # sentences back in which "the two firms" are looked for
INCLUDING = word_set("function_words", "coref-including")
ONE_OF = word_set("function_words", "coref-one-of")


def add_listed_members(document: MentionDocument, clusters: Clusters) -> None:
    """Note the members of groups that the article names beside the group."""
    for node in document.nodes:
        for group, member in _groups_and_members(node, document):
            if EntityType.PERSON not in clusters.attributes(group.index).entity_types:
                clusters.add_split_antecedents(group.index, (member.index,))


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


def _included(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield X and Y in "the envoys, including X and Y"."""
    for preposition in node.token.children:
        if preposition.dep_ != "prep" or not _introduces_members(preposition):
            continue
        for noun in preposition.children:
            if noun.dep_ == "pobj":
                yield from _coordinated(noun, document)


def _introduces_members(preposition: Token) -> bool:
    """Return whether a preposition is "including" or the "as" of "such as"."""
    is_such_as = preposition.lower_ == "as" and has_child(preposition, words={"such"})
    return preposition.lower_ in INCLUDING or is_such_as


def _group_of(
    member: MentionNode, node: MentionNode, document: MentionDocument
) -> MentionNode | None:
    """Return the group of two coordinated ones that a member belongs to, None if it is not known.

    In "the envoys and their families, including X and his son" X is no family.
    """
    member_is_owned, group_is_owned = _is_owned(member), _is_owned(node)
    if group_is_owned and node.token.dep_ == "conj" and not member_is_owned:
        return document.node_of(node.token.head)
    if group_is_owned or not member_is_owned:
        return node
    others = [other for other in _coordinated(node.token, document) if other != node]
    return next((other for other in others if _is_owned(other)), None) if others else node


def _is_owned(node: MentionNode) -> bool:
    """Return whether a possessor stands before a noun."""
    return possessor(node.token) is not None


def _one_of(node: MentionNode, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield X in "X, one of the envoys" and "X is one of the envoys"."""
    of = node.token.head
    one = of.head
    if node.token.dep_ != "pobj" or of.lower_ != "of" or one.lower_ not in ONE_OF:
        return
    if one.dep_ == "appos":
        yield from _coordinated(one.head, document)
    elif one.dep_ == "attr" and one.head.lemma_ == "be":
        for subject in one.head.children:
            if subject.dep_ == "nsubj":
                yield from _coordinated(subject, document)


def _coordinated(noun: Token, document: MentionDocument) -> Iterator[MentionNode]:
    """Yield the mentions of a noun and of all that is coordinated with it."""
    for token in conjuncts(noun):
        node = document.node_of(token)
        if node is not None:
            yield node


def nearest_list(
    node: MentionNode, document: MentionDocument, clusters: Clusters, window: int
) -> tuple[MentionNode, ...]:
    """Return the nearest list of single things before "they" or "the two …"; empty without one.

    Such a list is "Ann Lee and Bo Ek". Of the lists of one sentence the one that is a subject goes
    first, then the last.
    """
    for number in range(node.sentence, max(-1, node.sentence - window - 1), -1):
        lists = [_list(first, document) for first in document.earlier_in_sentence(node, number)]
        complete = [members for members in lists if members and members[-1].index < node.index]
        fitting = [members for members in complete if _are_single(members, clusters)]
        if fitting:
            return max(fitting, key=_prominence)
    return ()


def _prominence(members: tuple[MentionNode, ...]) -> tuple[bool, int]:
    """Return the key by which lists are compared: subjects first, then the last."""
    return members[0].token.dep_ in SUBJECTS, members[0].index


def _list(node: MentionNode, document: MentionDocument) -> tuple[MentionNode, ...]:
    """Return the mentions of a list that starts with this one, empty if it starts none."""
    if node.token.dep_ == "conj":
        return ()
    members = tuple(_coordinated(node.token, document))
    return members if len(members) > 1 else ()


def _are_single(members: tuple[MentionNode, ...], clusters: Clusters) -> bool:
    """Return whether all members of a list are of one type and none is a group."""
    entity_types = {clusters.attributes(member.index).entity_types for member in members}
    if len(entity_types) != 1 or entity_types & {frozenset({EntityType.GROUP}), ANY}:
        return False
    return not any(member.mention.plural for member in members)


def is_pair(node: MentionNode) -> bool:
    """Return whether a mention is like "the two countries" and "both firms"."""
    if node.mention.kind is not Kind.NOMINAL or not node.mention.plural:
        return False
    return any(child.lower_ in TWO for child in node.token.lefts)


def add_pair_members(document: MentionDocument, clusters: Clusters) -> None:
    """Note whom "the two countries" and "both firms" consist of: the list of two before them."""
    for node in document.nodes:
        if not is_pair(node):
            continue
        members = nearest_list(node, document, clusters, PAIR_WINDOW)
        entity_type = entity_type_of(node.mention.type)
        fitting = [
            member
            for member in members
            if entity_type in clusters.attributes(member.index).entity_types
        ]
        if len(members) == len(fitting) == 2:
            clusters.add_split_antecedents(node.index, (member.index for member in members))
