"""Passes for what the tree shows: appositions, predicates and relative pronouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.attributes import COLLECTIVE
from kg.text.coref.beside import is_named_behind
from kg.text.coref.clusters import Clusters
from kg.text.coref.constraints import names_its_head
from kg.text.coref.document import Link, MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.pronoun_forms import Use
from kg.text.parse import first_child, governor_of, has_child
from kg.text.parse.labels import (
    COMPOUNDS,
    DETERMINERS_AND_OWNERS,
    NAMED_BESIDE,
    NOUNS,
    PRESENTS,
)

DESCRIBING = NAMED_BESIDE | {"attr"}
LOOSE_HOSTS = word_set("labels", "no-noun-before-a-relative")
AROUND_RELATIVES = word_set("labels", "clause-around-a-relative")
KINDS_BESIDE = ({Kind.NAME, Kind.NOMINAL}, {Kind.NOMINAL})
NONE_OF_THEM = word_set("function_words", "coref-no-single")
ARTICLES = word_set("function_words", "article")
CONDITIONAL = word_set("function_words", "coref-condition")
PERSONAL_RELATIVES = word_set("pronouns", "personal-relative")
RELATIVE_OF_PLACE = "where"
LOOSE_RELATIVES = PERSONAL_RELATIVES | {RELATIVE_OF_PLACE}
PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
MAX_APPOSITION = 12  # tokens between the heads of a name and its apposition


def apposition(document: MentionDocument, clusters: Clusters) -> Iterator[Link]:
    """Yield a name and the description set beside it.

    "Ann Lee, a chemist", "his daughter, Mia", "the firm Acme".
    """
    for node in document.nodes:
        other = _set_beside(node, document, clusters)
        if other is not None:
            yield other, node


def _set_beside(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return what a description or name is set beside, None if it is beside nothing."""
    before = _described_before(node, document)
    if before is not None and clusters.may_join(before, node):
        return before
    if node.dep == "appos" or _is_title_noun(node, document):
        return _apposed(node, document, clusters)
    return names_its_head(node, document)


def _described_before(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the nearest description of the person whom a name between commas names."""
    earlier = list(document.earlier_in_sentence(node, node.sentence))
    for other in reversed(earlier):
        if is_named_behind(other, node, document):
            return other
    return None


def _apposed(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the first mention above a description or name that may be one with it."""
    for other in document.nodes_of(_hosts(node.governor)):
        if not _are_beside(node, other):
            continue
        if clusters.may_join(other, node):
            return other
    return None


def second_office(document: MentionDocument, clusters: Clusters) -> Iterator[Link]:
    """Yield two descriptions of one person under one article: "the founder and chairman"."""
    for node in document.nodes:
        if node.dep != "conj" or not _describes_person(node, clusters):
            continue
        first = document.node_of(node.governor)
        if first is None or not _describes_person(first, clusters):
            continue
        if first.dep in DESCRIBING and _share_article(first.token, node.token):
            yield first, node


def _share_article(first: Token, second: Token) -> bool:
    """Return whether the first of two nouns has an article and the second none of its own."""
    if has_child(second, *DETERMINERS_AND_OWNERS):
        return False
    return has_child(first, words=ARTICLES)


def _describes_person(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is the description of a human."""
    return node.is_nominal and clusters.is_person(node)


def _is_title_noun(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a description stands right before the name that it belongs to.

    Such is "his three-year-old daughter" before "Mia".
    """
    if node.dep not in COMPOUNDS or not node.is_nominal:
        return False
    other = document.node_of(node.governor)
    if other is None or not other.is_name:
        return False
    return other.passage.start == node.passage.end + 1


def _are_beside(a: MentionNode, b: MentionNode) -> bool:
    """Return whether one of two mentions near each other describes the other.

    Two names beside each other are a list or a place.
    """
    if {a.mention.kind, b.mention.kind} not in KINDS_BESIDE:
        return False
    if abs(a.token.i - b.token.i) > MAX_APPOSITION:
        return False
    if not a.mention.plural or b.mention.plural:
        return True
    return not b.is_name


def predicate(document: MentionDocument, clusters: Clusters) -> Iterator[Link]:
    """Yield subject and predicate of an "is" that is neither denied nor doubted.

    A past "was" counts if the predicate is indefinite ("was a chemist"); "was the minister" may be
    somebody else today.
    """
    for node in document.nodes:
        if node.dep != "attr" or not node.is_nominal:
            continue
        if has_child(node.token, words=NONE_OF_THEM) or not _asserts(node.governor, node):
            continue
        other = document.node_of(first_child(node.governor, "nsubj"))
        if other is not None:
            yield other, node


def _asserts(verb: Token, noun: MentionNode) -> bool:
    """Return whether a verb is "be" without a modal, negation, question or condition."""
    if verb.lemma_ != "be" or not _lasts(verb, noun):
        return False
    if has_child(verb, "neg", "aux"):
        return False
    if has_child(verb, words=CONDITIONAL):
        return False
    return verb.doc[verb.sent.end - 1].text != "?"


def _lasts(verb: Token, noun: MentionNode) -> bool:
    """Return whether a verb is in the present tense, or "was" before an indefinite predicate."""
    if verb.tag_ in PRESENTS:
        return True
    return verb.tag_ == "VBD" and not noun.mention.definite


def relative_pronoun(document: MentionDocument, clusters: Clusters) -> Iterator[Link]:
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
    if not node.index:
        return None
    other = document.nodes[node.index - 1]
    if other.is_pronoun:
        return None
    gap = document.between(other, node)
    if node.dep == "pobj":
        gap = gap.removesuffix(f"{node.governor.text} ")
    if gap not in (" ", ", "):
        return None
    return other if _may_be_taken_up(other, node, clusters) else None


def _may_be_taken_up(other: MentionNode, relative: MentionNode, clusters: Clusters) -> bool:
    """Return whether a relative may stand for what is right before it: "who" for many people."""
    if not clusters.may_join(other, relative):
        return False
    if other.is_name or relative.words not in PERSONAL_RELATIVES:
        return True
    return clusters.entity_types(other) <= COLLECTIVE | PEOPLE


def _hosts_of(node: MentionNode, document: MentionDocument, clusters: Clusters) -> list[Token]:
    """Return the nouns that a relative may take up.

    For "at Acme in Oslo, where" the organisation goes before the places around it.
    """
    nouns = list(_hosts(_modified(node.token)))
    if node.words != RELATIVE_OF_PLACE:
        return nouns
    if not any(map(document.node_of, nouns)):
        sites = _sites(node, document, clusters)
        nouns = [other.token for other in sites]

    def is_other(noun: Token) -> bool:
        return not _is_organization(noun, document, clusters)

    return sorted(nouns, key=is_other)


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


def _hosts(noun: Token | None) -> Iterator[Token]:
    """Yield the noun before a relative clause, then those that it depends on.

    "A pitcher in the league who" is about the pitcher.
    """
    while noun is not None:
        yield noun
        noun = _host_above(noun)


def _host_above(noun: Token) -> Token | None:
    """Return the noun that a noun is a part, predicate, conjunct or apposition of, else None."""
    head = noun.head
    if noun.dep_ in NAMED_BESIDE:
        return head if head != noun else None
    if noun.dep_ == "attr":
        return first_child(head, "nsubj") if head.lemma_ == "be" else None
    whole = governor_of(noun)
    if whole is None or head.dep_ != "prep":
        return None
    return whole if whole.pos_ in NOUNS else None


def _modified(pronoun: Token) -> Token | None:
    """Return the noun before the relative clause that a pronoun opens, None without one."""
    token = pronoun
    while token.head != token:
        if token.dep_ == "relcl":
            return token.head if token.head.i < pronoun.i else None
        if token.dep_ in AROUND_RELATIVES and token.i < pronoun.i:
            return None
        token = token.head
    return None
