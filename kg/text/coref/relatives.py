"""The pass for relative pronouns: "who", "which" and "where" with the noun of their clause."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.attributes import COLLECTIVE
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.pronoun_forms import Use
from kg.text.coref.syntax_passes import hosts

RIGHT_BEFORE = re.compile(r"(, \d{1,3})?,? ")  # a comma at most, and an age: "Ann Lee, 34, who"
LOOSE_HOSTS = word_set("labels", "no-noun-before-a-relative")
AROUND_RELATIVES = word_set("labels", "clause-around-a-relative")
PERSONAL_RELATIVES = word_set("pronouns", "personal-relative")
RELATIVE_OF_PLACE = "where"
LOOSE_RELATIVES = PERSONAL_RELATIVES | {RELATIVE_OF_PLACE}
PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})


def relative_pronoun(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a relative pronoun and the noun that its clause modifies."""
    for node in document.nodes:
        if node.use is not Use.RELATIVE:
            continue
        other = _taken_up(node, document, clusters)
        if other is not None:
            yield other, node


def _taken_up(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the mention that a relative stands for.

    It is found by the tree, or stands right before if the tree has none that fits.
    """
    is_loose = node.words in LOOSE_RELATIVES
    for noun in _hosts_of(node, document, clusters):
        other = document.node_of(noun)
        if other is not None:
            if other < node and _fits(other, node, clusters):
                return other
        elif not is_loose and not _is_loose_host(noun):
            return None
    return _right_before(node, document, clusters)


def _is_loose_host(noun: Token) -> bool:
    """Return whether a noun that is no mention leaves open what the relative takes up."""
    return noun.dep_ == "appos" or noun.pos_ in LOOSE_HOSTS


def _right_before(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return what ends right before a relative, or its preposition, and may be taken up.

    It is Acme in "the owner, Acme, in which", the police in "chased by the police, who".
    """
    other = _ending_before(node, document)
    if other is None or other.is_pronoun:
        return None
    gap = document.between(other, node)
    if node.dep == "pobj":
        gap = gap.removesuffix(f"{node.governor.text} ")
    if RIGHT_BEFORE.fullmatch(gap) is None:
        return None
    if _may_be_taken_up(other, node, clusters):
        return other
    return None


def _ending_before(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the last mention that ends before another begins: not "whose firm" for "whose"."""
    for other in reversed(document.nodes[: node.index]):
        if other.passage.end <= node.passage.start:
            return other
    return None


def _may_be_taken_up(other: MentionNode, relative: MentionNode, clusters: Clusters) -> bool:
    """Return whether a relative may stand for what is right before it: "who" for many people."""
    if not clusters.may_join(other, relative):
        return False
    if other.is_name or relative.words not in PERSONAL_RELATIVES:
        return True
    return clusters.entity_types(other) <= COLLECTIVE | PEOPLE


def _hosts_of(node: MentionNode, document: MentionDocument, clusters: Clusters) -> list[Token]:
    """Return the nouns that a relative may take up.

    For "at Acme in Oslo, where" the organisation goes before the places around it, for "the head of
    Acme, who" the person.
    """
    nouns = list(hosts(_modified(node.token)))
    if node.words in PERSONAL_RELATIVES:
        return sorted(nouns, key=lambda noun: not _is_of_people(noun, document, clusters))
    if node.words != RELATIVE_OF_PLACE:
        return nouns
    if not any(map(document.node_of, nouns)):
        sites = _sites(node, document, clusters)
        nouns = [other.token for other in sites]

    def is_other(noun: Token) -> bool:
        return not _is_organization(noun, document, clusters)

    return sorted(nouns, key=is_other)


def _is_of_people(noun: Token, document: MentionDocument, clusters: Clusters) -> bool:
    """Return whether a noun is the head of a mention of a person or of people."""
    node = document.node_of(noun)
    if node is None:
        return False
    return clusters.entity_types(node) <= PEOPLE


def _is_organization(noun: Token, document: MentionDocument, clusters: Clusters) -> bool:
    """Return whether a noun is the head of a mention of an organisation."""
    node = document.node_of(noun)
    if node is None:
        return False
    return clusters.entity_types(node) == {EntityType.ORGANIZATION}


def _sites(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> Iterator[MentionNode]:
    """Yield the places and organisations before "where" in its sentence, the last first.

    "Left the bank in 1990, where he worked".
    """
    earlier = list(document.earlier_in_sentence(node, node.sentence))
    for other in reversed(earlier):
        if other.is_pronoun:
            continue
        if clusters.may_join(other, node):
            yield other


def _fits(other: MentionNode, relative: MentionNode, clusters: Clusters) -> bool:
    """Return whether "who" finds people and "which" finds none.

    "Who" takes an organisation only if it stands right behind its name.
    """
    if not clusters.may_join(other, relative):
        return False
    if relative.words not in PERSONAL_RELATIVES:
        return True
    if clusters.entity_types(other) <= PEOPLE:
        return True
    gap = relative.passage.start - other.passage.end
    return other.is_name and gap <= len(", ")


def _modified(pronoun: Token) -> Token | None:
    """Return the noun before the relative clause that a pronoun opens, None without one."""
    token = pronoun
    while token.head != token:
        if token.dep_ == "relcl":
            if token.head.i < pronoun.i:
                return token.head
            return None
        if token.dep_ in AROUND_RELATIVES and token.i < pronoun.i:
            return None
        token = token.head
    return None
