"""Namesakes: which of several people, firms or places a shorter form of their names is of.

A surname is that of the person whom the article is about, not of a relative who comes in later.
"""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import (
    MentionDocument,
    MentionNode,
    Nodes,
)
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import Words
from kg.text.coref.names import Name, words_of
from kg.text.coref.person_names import SUFFIXES
from kg.text.parse import (
    SUBJECTS,
    children_with,
    governor_of,
    has_child,
    is_object,
    objects_after,
    possessor,
)
from kg.text.parse.labels import COMPOUNDS

OPENING = 2  # sentences in which the person of the headline is named in full
DOMINANCE = 2  # times as many mentions as any other full name
SPOUSES = word_set("names", "title-of-a-spouse")
HAVING = word_set("verbs", "having-children")
KIN = frozenset().union(
    word_set("nouns", "kin-partner"),
    word_set("nouns", "kin-child"),
    word_set("nouns", "kin-parent-or-sibling"),
    word_set("nouns", "kin-of-group"),
    word_set("nouns", "kin-beyond-the-core"),
)


def likeliest(
    fuller: Nodes,
    short: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
) -> Nodes:
    """Return those of several fuller names that a shorter form is most likely short for.

    A surname is that of the person whom the article is about, not of a relative.
    """
    entity_type = longest_name(short, clusters).entity_type
    if entity_type is EntityType.PERSON:
        others = [other for other in fuller if not _is_introduced_as_kin(other, clusters)]
        fuller = _of_that_surname(others, short, clusters)
    before: Nodes = [other for other in fuller if other < short]
    if not before and document.is_in_front(short):
        before = _first_in_opening(fuller, document)
    if len(before) <= 1:
        return before
    if entity_type is EntityType.ORGANIZATION:
        return _dominant(before, clusters)
    if entity_type is EntityType.PERSON:
        return [other for other in before if _leads(other, document)]
    return before


def _of_that_surname(fuller: Nodes, short: MentionNode, clusters: Clusters) -> Nodes:
    """Return those of several people whose surname is the word; all, if none has it.

    "Lund" is Tom Lund, where Eva Berg-Lund is another.
    """
    surname = longest_name(short, clusters).words
    exact = [other for other in fuller if _last_word(longest_name(other, clusters)) == surname]
    return exact or fuller


def _last_word(name: Name) -> Words:
    """Return the last word of a name before "Jr."; its parts if a hyphen joins them."""
    words = list(map(words_of, name.text.split()))
    while len(words) > 1 and SUFFIXES.issuperset(words[-1]):
        words.pop()
    return words[-1]


def _first_in_opening(nodes: Nodes, document: MentionDocument) -> Nodes:
    """Return the subject of the first sentence of the opening, if it is one of some mentions."""
    last = document.first_sentence + OPENING - 1
    subjects = [node for node in nodes if node.dep in SUBJECTS]
    in_opening = [node for node in subjects if node.sentence <= last]
    first = min((node.sentence for node in in_opening), default=0)
    return [node for node in in_opening if node.sentence == first]


def _leads(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a mention stands in the headline or the first sentence."""
    return node.sentence <= document.first_sentence


def _dominant(candidates: Nodes, clusters: Clusters) -> Nodes:
    """Return the one candidate with far more mentions than any other, or none."""

    def mentions(candidate: MentionNode) -> int:
        return len(clusters.members(candidate))

    first, second, *_ = sorted(candidates, key=mentions, reverse=True)
    if mentions(first) < DOMINANCE * mentions(second):
        return ()
    return (first,)


def longest_name(node: MentionNode, clusters: Clusters) -> Name:
    """Return the name of a cluster with the most words."""
    names = clusters.attributes(node).names
    return max(names, key=_fullness)


def length_of(name: Name) -> tuple[int, int]:
    """Return the key by which names are compared in length: words first, then signs."""
    return len(name), len(name.text)


def _fullness(name: Name) -> tuple[int, int, str]:
    """Return the key by which the fullest name is found; of like ones the last in the alphabet."""
    words, signs = length_of(name)
    return words, signs, name.text


def is_later_relative(full: MentionNode, short: MentionNode, clusters: Clusters) -> bool:
    """Return whether a full name only comes in as a relative, after the short one was used.

    "Vance" is another in "Vance left. His wife, Eva Vance, stayed." and in "President Vance left.
    First Lady Eva Vance stayed."
    """
    if not short < full:
        return False
    first = _first_name(full, clusters)
    if first.mention.title.lower() in SPOUSES or _is_kin_of_somebody(first.token):
        return True
    return _is_introduced_as_kin(full, clusters)


def _is_kin_of_somebody(token: Token) -> bool:
    """Return whether what stands beside a name makes it a relative: "Eva Vance, wife of Tom"."""
    for noun in children_with(token, "appos"):
        if noun.lemma_.lower() in KIN and has_child(noun, "prep"):
            return True
    return False


def _is_kin_of_unnamed(token: Token) -> bool:
    """Return whether a name stands beside what it is to somebody without a name there."""
    for noun in children_with(token, "appos"):
        if noun.lemma_.lower() not in KIN:
            continue
        if any(owner.pos_ == "NOUN" for owner in objects_after(noun, "of")):
            return True
    return False


def _is_introduced_as_kin(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether the first name of a person stands beside what that person is to another.

    In "Eva Lee, widow of Tom Lee", it is Tom who is named only as a relative; in "Ada Lee, a cousin
    of the accused", it is Ada.
    """
    token = _first_name(node, clusters).token
    if _is_kin_of_unnamed(token):
        return True
    widow = governor_of(token, "of")
    if widow is not None and widow.lemma_.lower() in KIN:
        return True
    beside = list(children_with(token, "appos"))
    beside += children_with(token, *COMPOUNDS)
    if token.dep_ == "appos":
        beside.append(token.head)
    return any(map(_is_somebodys_kin, beside))


def _first_name(node: MentionNode, clusters: Clusters) -> MentionNode:
    """Return the first name of a cluster; the mention itself if it has none."""
    names = (member for member in clusters.members(node) if member.is_name)
    return next(names, node)


def _is_somebodys_kin(noun: Token) -> bool:
    """Return whether a noun is "his wife" or "Lund's brother", or "wife" before a name.

    So is that of "Lund has a sister, Eva Lund".
    """
    if noun.lemma_.lower() not in KIN:
        return False
    if possessor(noun) is not None:
        return True
    if is_object(noun) and noun.head.lemma_ in HAVING:
        return True
    return possessor(noun.head) is not None
