"""People named as relatives of somebody: "his wife, Ann Lee", "Ann Lee, his sister"."""

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionNode
from kg.text.parse import children_with, governor_of, possessor
from kg.text.parse.labels import COMPOUNDS

KIN = frozenset().union(
    word_set("nouns", "kin-partner"),
    word_set("nouns", "kin-child"),
    word_set("nouns", "kin-parent-or-sibling"),
    word_set("nouns", "kin-of-group"),
)


def is_introduced_as_kin(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether the first name of a person stands beside what that person is to another.

    In "Eva Lee, widow of Tom Lee", it is Tom who is named only as a relative.
    """
    first = next((member for member in clusters.members(node) if member.is_name), node)
    token = first.token
    widow = governor_of(token, "of")
    if widow is not None and widow.lemma_.lower() in KIN:
        return True
    beside = [*children_with(token, "appos"), *children_with(token, *COMPOUNDS)]
    if token.dep_ == "appos":
        beside.append(token.head)
    return any(map(_is_somebodys_kin, beside))


def _is_somebodys_kin(noun: Token) -> bool:
    """Return whether a noun is "his wife" or "Lund's brother", or "wife" before a name."""
    if noun.lemma_.lower() not in KIN:
        return False
    return possessor(noun) is not None or possessor(noun.head) is not None
