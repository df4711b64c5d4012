"""Unnamed things: whom an article speaks of by pronouns though nothing before says who it is.

A personal pronoun without any possible antecedent before it ("He was born in Lima." as a first
sentence) introduces an unnamed thing. The pronouns of its kind that follow take it for an
antecedent like any other. "It" and "we" do so only if they act as organisations do, since an "it"
may be anything.
"""

import re

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import Links, MentionDocument, MentionNode, Nodes
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import (
    ACTIONS,
    DONE_TO_FIRMS,
    FIRM_ACTIONS,
    OWNED_BY_ACTORS,
    OWNED_BY_FIRMS,
)
from kg.text.coref.pronoun_forms import EITHER, ONE, Number
from kg.text.coref.speakers import is_of_writer
from kg.text.parse import direct_objects, has_child
from kg.text.parse.labels import NOUN_SUBJECTS

QUOTATION_MARKS = re.compile(r"[\"“”„]|''")
BASED_SOMEWHERE = word_set("verbs", "coref-based-somewhere")
SITES = word_set("function_words", "coref-site")
OWNED = OWNED_BY_ACTORS | OWNED_BY_FIRMS
DONE_BY_FIRMS = ACTIONS | FIRM_ACTIONS
PERSONS = frozenset({EntityType.PERSON})
ORGANIZATIONS = frozenset({EntityType.ORGANIZATION})
NEUTRAL = frozenset({EntityType.ORGANIZATION, EntityType.GROUP, EntityType.THING})


def unnamed_person(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the unnamed person that "he" or "she" takes up, None if another may be meant.

    If nobody before it can be meant, the pronoun introduces one, and the result is None.
    """
    if not _is_in_article_voice(node, document):
        return None
    earlier = document.nodes[: node.index]
    before = [other for other in earlier if _may_be_meant(other, node, clusters)]
    if not before and _is_introduced_later(node, document, clusters):
        return None
    return _taken_up_or_introduced(node, before, clusters, PERSONS)


def unnamed_organization(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the unnamed organisation that an "it" takes up, None if another may be meant.

    If nothing before it can be meant, an "it" that acts introduces one, and the result is None.
    """
    if not _is_in_article_voice(node, document):
        return None
    before = _actors_before(node, document, clusters)
    if not is_firm(node.token) and not any(map(clusters.is_unnamed, before)):
        return None
    return _taken_up_or_introduced(node, before, clusters, ORGANIZATIONS)


def _actors_before(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> list[MentionNode]:
    """Return the mentions before a pronoun that may be an organisation it stands for."""
    earlier = document.nodes[: node.index]
    return [other for other in earlier if _may_act(other, node, clusters)]


def narrators(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield all "we" of the organisation that writes, and introduce it and the "I" that writes.

    It says "we" outside all quotations and does what organisations do.
    """
    for node in _unknown_writers(document, clusters, ONE):
        clusters.introduce_unnamed(node, PERSONS)
    writing = _unknown_writers(document, clusters, EITHER)
    if not any(is_firm(node.token) for node in writing):
        return
    first, *others = writing
    if _actors_before(first, document, clusters):
        return
    clusters.introduce_unnamed(first, ORGANIZATIONS)
    for node in others:
        yield first, node


def _unknown_writers(
    document: MentionDocument, clusters: Clusters, numbers: frozenset[Number]
) -> list[MentionNode]:
    """Return the pronouns of the first person in the article's own voice that stand for nobody."""
    own = [node for node in document.nodes if is_of_writer(node, numbers)]
    unknown = [node for node in own if not clusters.is_described(node)]
    return [node for node in unknown if _is_in_article_voice(node, document)]


def _taken_up_or_introduced(
    node: MentionNode,
    before: Nodes,
    clusters: Clusters,
    entity_types: frozenset[EntityType],
) -> MentionNode | None:
    """Return the only thing before a pronoun if it is unnamed; without any, introduce one."""
    if not before:
        clusters.introduce_unnamed(node, entity_types)
        return None
    first = before[0]
    if not all(clusters.together(first, other) for other in before):
        return None
    if clusters.is_unnamed(first):
        return first
    return None


def _is_in_article_voice(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether the article itself speaks there.

    It does not in a quotation, in a headline, nor by the "he" who said what is quoted.
    """
    if node.is_quoted or document.is_in_front(node):
        return False
    if node.mention in document.speakers:
        return False
    return not _is_behind_open_mark(node, document)


def _is_behind_open_mark(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether an odd number of quotation marks stands before it in its paragraph.

    Then they are somebody's words, though nobody is known to say them.
    """
    text = document.article.text
    end = node.passage.start
    start = text.rfind("\n", 0, end) + 1
    marks = QUOTATION_MARKS.findall(text, start, end)
    return len(marks) % 2 == 1


def _may_be_meant(other: MentionNode, node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is a person before a pronoun, or a subject of unsure class."""
    if not clusters.attributes(other).may_be_person:
        return False
    if _stands_for_nothing(other, clusters):
        return False
    if not clusters.may_join(other, node):
        return False
    if clusters.is_person(other):
        return True
    return other.is_name and other.dep in NOUN_SUBJECTS


def _may_act(other: MentionNode, node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is an organisation, a group or a country before a pronoun."""
    if _stands_for_nothing(other, clusters):
        return False
    if not clusters.may_join(other, node):
        return False
    attributes = clusters.attributes(other)
    if attributes.entity_types <= NEUTRAL:
        return True
    if attributes.types != {"schema:Country"}:
        return False
    return other.dep in NOUN_SUBJECTS


def _stands_for_nothing(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is a pronoun that stands for nothing known."""
    if not other.is_pronoun or clusters.is_unnamed(other):
        return False
    return not clusters.is_described(other)


def _is_introduced_later(node: MentionNode, document: MentionDocument, clusters: Clusters) -> bool:
    """Return whether the sentence goes on to say who it is: "In his speech the minister …"."""
    if node.dep in NOUN_SUBJECTS:
        return False
    for other in document.by_sentence[node.sentence]:
        if other < node:
            continue
        if not _is_described_person(other, clusters):
            continue
        if clusters.may_join(other, node):
            return True
    return False


def _is_described_person(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a subject is a name or a description of a person."""
    if other.is_pronoun or other.dep not in NOUN_SUBJECTS:
        return False
    return clusters.is_person(other)


def is_firm(token: Token) -> bool:
    """Return whether a pronoun speaks of an organisation.

    So it is in "its subsidiary", "we employ", "it was founded" and "based in Lima, it".
    """
    governor = token.head
    if token.dep_ == "poss":
        return governor.lemma_.lower() in OWNED
    if token.dep_ not in NOUN_SUBJECTS:
        return False
    if any(map(_is_done_to_firms, (governor, *governor.children))):
        return True
    if token.dep_ != "nsubj":
        return False
    return _is_done_by_firms(governor)


def _is_done_by_firms(verb: Token) -> bool:
    """Return whether a verb is what organisations do: "we employ", "it opened operations"."""
    if verb.lemma_.lower() in DONE_BY_FIRMS:
        return True
    return any(noun.lemma_ == "operation" for noun in direct_objects(verb))


def _is_done_to_firms(verb: Token) -> bool:
    """Return whether a participle is "founded" or the like, or "based in"; "based on" is not."""
    if verb.tag_ != "VBN":
        return False
    lemma = verb.lemma_.lower()
    if lemma in BASED_SOMEWHERE:
        return has_child(verb, words=SITES)
    return lemma in DONE_TO_FIRMS
