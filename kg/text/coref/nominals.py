"""Passes for descriptions that come again: "the diplomats", "her brother"."""

from collections import defaultdict
from collections.abc import Set

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, MentionNode
from kg.text.coref.groups import is_pair
from kg.text.coref.lexicon import (
    DEMONSTRATIVES,
    EPITHETS,
)
from kg.text.parse import is_inside_phrase, possessor, with_label, word_before
from kg.text.parse.labels import NOUN_CLAUSES

MAX_EARLIER = 6  # earlier mentions with the same head noun that are looked at
LEAD = 2  # sentences from the first on that may introduce what the headline speaks of
LONG_DESCRIPTION = 3  # words from which on the very same words are the same thing
# Modifiers that make two descriptions two things.
DIRECTIONS = word_set("adjectives", "opposed-direction")
RANKS = word_set("adjectives", "opposed-rank")
AGES = word_set("adjectives", "opposed-age")
TENURES = word_set("adjectives", "opposed-tenure")
OPPOSED = (DIRECTIONS, RANKS, AGES, TENURES)
DIFFERENT = word_set("adjectives", "coref-different")


def is_anaphoric(node: MentionNode) -> bool:
    """Return whether a mention is a definite description that nothing after it completes.

    "The ministry" is one; "the ministry of defence" says itself which one is meant.
    """
    if not node.is_nominal:
        return False
    if not _has_demonstrative(node.token):
        return False
    return not any(map(_completes, node.token.rights))


def _has_demonstrative(noun: Token) -> bool:
    """Return whether an article or the like shows that a noun speaks of something known."""
    determiners = with_label(noun.lefts, "det")
    return any(determiner.lower_ in DEMONSTRATIVES for determiner in determiners)


def _completes(child: Token) -> bool:
    """Return whether a child is "of …" or a relative clause that no comma cuts off."""
    if child.dep_ in NOUN_CLAUSES:
        return word_before(child.left_edge) != ","
    return child.lower_ == "of"


def same_description(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a definite description and the last mention before it with the same head noun.

    Their modifiers must agree. Without an article, too: a long description in the very same words,
    and one that the headline gives in short.
    """
    described: dict[str, list[MentionNode]] = defaultdict(list)
    for node in document.nodes:
        if not node.is_nominal or not node.mention.noun:
            continue
        earlier = described[node.lemma]
        for other in reversed(earlier[-MAX_EARLIER:]):
            if _repeats(node, other, document, clusters):
                yield other, node
                break
        earlier.append(node)


def same_owner(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield "her brother" again, once the pronouns are known.

    One owner has one of the kind, whatever words speak of the owner.
    """
    last: dict[tuple[str, MentionNode], MentionNode] = {}
    for node in document.nodes:
        owner = _owner(node, document)
        if owner is None:
            continue
        key = (node.lemma, clusters.root(owner))
        other = last.get(key)
        if other is not None and _modifiers_agree(node, other):
            yield other, node
        last[key] = node


def _owner(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the mention of the owner of what a description speaks of, None without one."""
    if node.is_nominal:
        return document.node_of(possessor(node.token))
    return None


def _repeats(
    node: MentionNode, other: MentionNode, document: MentionDocument, clusters: Clusters
) -> bool:
    """Return whether a description speaks of the thing of an earlier one again."""
    if is_pair(node):
        return False
    if not clusters.may_join(other, node):
        return False
    if not _owners_agree(node, other, document, clusters):
        return False
    if _is_same_long_description(node, other):
        return True
    if is_anaphoric(node) or possessor(node.token) is not None:
        return _modifiers_agree(node, other)
    if not _is_lead_of_headline(node, other, document):
        return False
    return _modifiers_agree(other, node)


def _is_lead_of_headline(node: MentionNode, other: MentionNode, document: MentionDocument) -> bool:
    """Return whether a mention is among the first sentences, and an earlier one in the headline."""
    if node.sentence >= document.first_sentence + LEAD:
        return False
    return document.is_in_front(other)


def _is_same_long_description(node: MentionNode, other: MentionNode) -> bool:
    """Return whether two descriptions are the very same words, and not few."""
    if node.words != other.words:
        return False
    return len(node.words.split()) >= LONG_DESCRIPTION


def _owners_agree(
    node: MentionNode, other: MentionNode, document: MentionDocument, clusters: Clusters
) -> bool:
    """Return whether both descriptions name the same owner, or the later one names none."""
    later, earlier = possessor(node.token), possessor(other.token)
    if later is None:
        return True
    owner, other_owner = document.node_of(later), document.node_of(earlier)
    if owner is None:
        return False
    if other_owner is None:
        return False
    return clusters.together(owner, other_owner)


def _modifiers_agree(node: MentionNode, other: MentionNode) -> bool:
    """Return whether a description adds nothing to an earlier one and contradicts nothing in it."""
    earlier = modifiers(other)
    # "war-torn", "Oslo-based" only describe, and countries are compared as such
    later = {word for word in modifiers(node) if "-" not in word} - EPITHETS
    if node.mention.country and node.mention.country == other.mention.country:
        later = {word for word in later if not _is_nationality(word)}
    if later & DIFFERENT:
        return False
    if any(_are_opposed(later, earlier, group) for group in OPPOSED):
        return False
    return later <= earlier


def _is_nationality(word: str) -> bool:
    """Return whether a word in small letters says a country: "danish"."""
    return gazetteer.demonym(word.capitalize()) is not None


def _are_opposed(later: Set[str], earlier: Set[str], group: frozenset[str]) -> bool:
    """Return whether both have modifiers of a group, but none in common."""
    first = later & group
    second = earlier & group
    if not first or not second:
        return False
    return first.isdisjoint(second)


def modifiers(node: MentionNode) -> frozenset[str]:
    """Return the words before the head of a description, in small letters."""
    modifiers = filter(is_inside_phrase, node.token.lefts)
    return frozenset(child.lower_ for child in modifiers if not child.is_punct)
