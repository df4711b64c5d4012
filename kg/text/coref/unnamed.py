"""Unnamed things: whom an article speaks of by pronouns though nothing before says who it is.

A personal pronoun without any possible antecedent before it ("He was born in Lima." as a first
sentence) introduces an unnamed thing. The pronouns of its kind that follow take it for an
antecedent like any other. "It" and "we" do so only if they act as organisations do, since an "it"
may be anything.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import (
    ACTIONS,
    DONE_TO_FIRMS,
    FIRM_ACTIONS,
    OWNED_BY_ACTORS,
    OWNED_BY_FIRMS,
)
from kg.text.parse import has_child
from kg.text.parse.labels import NOUN_SUBJECTS

QUOTATION_MARKS = re.compile(r"[\"“”„]|''")
BASED_SOMEWHERE = word_set("verbs", "coref-based-somewhere")
SITES = word_set("function_words", "coref-site")
PERSONS = frozenset({EntityType.PERSON})
ORGANIZATIONS = frozenset({EntityType.ORGANIZATION})
NEUTRAL = frozenset({EntityType.ORGANIZATION, EntityType.GROUP, EntityType.THING})


def unnamed_person(node: MentionNode, document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the unnamed person that "he" or "she" takes up, None if another may be meant.

    If nobody before it can be meant, the pronoun introduces one, and the result is None.
    """
    if not _is_in_article_voice(node, document):
        return None
    before = [
        other for other in document.nodes[: node.index] if _may_be_meant(other, node, clusters)
    ]
    if not before and _is_introduced_later(node, document, clusters):
        return None
    return _taken_up_or_introduced(node, before, clusters, PERSONS)


def unnamed_organization(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> int | None:
    """Return the unnamed organisation that an "it" takes up, None if another may be meant.

    If nothing before it can be meant, an "it" that acts introduces one, and the result is None.
    """
    if not _is_in_article_voice(node, document):
        return None
    before = [other for other in document.nodes[: node.index] if _may_act(other, node, clusters)]
    is_known = any(clusters.is_unnamed(other.index) for other in before)
    if not is_known and not is_firm(node.token):
        return None
    return _taken_up_or_introduced(node, before, clusters, ORGANIZATIONS)


def narrators(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield all "we" of the organisation that writes, and introduce it and the "I" that writes.

    It says "we" outside all quotations and does what organisations do.
    """
    for node in _unknown_first(document, clusters, "singular"):
        clusters.introduce_unnamed(node.index, PERSONS)
    writing = _unknown_first(document, clusters, "either")
    if not any(is_firm(node.token) for node in writing):
        return
    first, *others = writing
    if any(_may_act(other, first, clusters) for other in document.nodes[: first.index]):
        return
    clusters.introduce_unnamed(first.index, ORGANIZATIONS)
    for node in others:
        yield first.index, node.index


def _unknown_first(document: MentionDocument, clusters: Clusters, number: str) -> list[MentionNode]:
    """Return the pronouns of the first person in the article's own voice that stand for nobody."""
    own = [node for node in document.nodes if _is_first_person(node, number)]
    unknown = [node for node in own if not clusters.attributes(node.index).is_described]
    return [node for node in unknown if _is_in_article_voice(node, document)]


def _taken_up_or_introduced(
    node: MentionNode,
    before: Sequence[MentionNode],
    clusters: Clusters,
    entity_types: frozenset[EntityType],
) -> int | None:
    """Return the only thing before a pronoun if it is unnamed; without any, introduce one."""
    roots = {clusters.root(other.index) for other in before}
    if not roots:
        clusters.introduce_unnamed(node.index, entity_types)
        return None
    is_unnamed = len(roots) == 1 and clusters.is_unnamed(before[0].index)
    return before[0].index if is_unnamed else None


def _is_in_article_voice(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether the article itself speaks there.

    It does not in a quotation, in a headline, nor by the "he" who said what is quoted.
    """
    if node.quote >= 0 or document.is_in_front(node) or node.mention in document.speakers:
        return False
    return not _is_behind_open_mark(node, document)


def _is_behind_open_mark(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether an odd number of quotation marks stands before it in its paragraph.

    Then they are somebody's words, though nobody is known to say them.
    """
    text, end = document.article.text, node.mention.passage.start
    start = text.rfind("\n", 0, end) + 1
    return len(QUOTATION_MARKS.findall(text[start:end])) % 2 == 1


def _may_be_meant(other: MentionNode, node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is a person before a pronoun, or a subject of unsure class."""
    attributes = clusters.attributes(other.index)
    if EntityType.PERSON not in attributes.entity_types or _stands_for_nothing(other, clusters):
        return False
    if not clusters.may_join(other.index, node.index):
        return False
    return attributes.is_person or (other.mention.is_name and other.token.dep_ in NOUN_SUBJECTS)


def _may_act(other: MentionNode, node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is an organisation, a group or a country before a pronoun."""
    if _stands_for_nothing(other, clusters) or not clusters.may_join(other.index, node.index):
        return False
    attributes = clusters.attributes(other.index)
    if attributes.entity_types <= NEUTRAL:
        return True
    return attributes.types == {"schema:Country"} and other.token.dep_ in NOUN_SUBJECTS


def _stands_for_nothing(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is a pronoun that stands for nothing known."""
    if other.mention.kind is not Kind.PRONOUN or clusters.is_unnamed(other.index):
        return False
    return not clusters.attributes(other.index).is_described


def _is_introduced_later(node: MentionNode, document: MentionDocument, clusters: Clusters) -> bool:
    """Return whether the sentence goes on to say who it is: "In his speech the minister …"."""
    if node.token.dep_ in NOUN_SUBJECTS:
        return False
    later = [other for other in document.by_sentence[node.sentence] if other.index > node.index]
    people = [other for other in later if _is_described_person(other, clusters)]
    return any(clusters.may_join(other.index, node.index) for other in people)


def _is_described_person(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a subject is a name or a description of a person."""
    if other.mention.kind is Kind.PRONOUN or other.token.dep_ not in NOUN_SUBJECTS:
        return False
    return clusters.attributes(other.index).is_person


def _is_first_person(node: MentionNode, number: str) -> bool:
    """Return whether a mention is a pronoun of the first person outside of all quotations."""
    pronoun = node.pronoun
    if pronoun is None or node.quote >= 0:
        return False
    return pronoun.person == 1 and pronoun.number == number


def is_firm(token: Token) -> bool:
    """Return whether a pronoun speaks of an organisation.

    So it is in "its subsidiary", "we employ", "it was founded" and "based in Lima, it".
    """
    governor = token.head.lemma_.lower()
    if token.dep_ == "poss":
        return governor in OWNED_BY_ACTORS | OWNED_BY_FIRMS
    if token.dep_ not in NOUN_SUBJECTS:
        return False
    participles = [verb for verb in (token.head, *token.head.children) if verb.tag_ == "VBN"]
    if any(_is_done_to_firms(verb) for verb in participles):
        return True
    acts = governor in ACTIONS | FIRM_ACTIONS or _opens_operations(token.head)
    return token.dep_ == "nsubj" and acts


def _opens_operations(verb: Token) -> bool:
    """Return whether the object of a verb is "operations"."""
    objects = [child.lemma_ for child in verb.children if child.dep_ == "dobj"]
    return "operation" in objects


def _is_done_to_firms(verb: Token) -> bool:
    """Return whether a verb is "founded" or the like, or "based in", which "based on" is not."""
    lemma = verb.lemma_.lower()
    return has_child(verb, words=SITES) if lemma in BASED_SOMEWHERE else lemma in DONE_TO_FIRMS
