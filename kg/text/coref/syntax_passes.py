"""Passes for what the tree shows: appositions, predicates and relative pronouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Kind
from kg.text.coref.clusters import Clusters
from kg.text.coref.constraints import is_named_behind
from kg.text.coref.document import (
    Links,
    MentionDocument,
    MentionNode,
)
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.parse import (
    children_with,
    first_child,
    governor_of,
    has_child,
    word_before,
)
from kg.text.parse.labels import (
    COMPOUNDS,
    DETERMINERS_AND_OWNERS,
    NAMED_BESIDE,
    NOUN_SUBJECTS,
    NOUNS,
    PLURALS,
    PRESENTS,
)

DESCRIBING = NAMED_BESIDE | {"attr"}
KINDS_BESIDE = ({Kind.NAME, Kind.NOMINAL}, {Kind.NOMINAL})
NONE_OF_THEM = word_set("function_words", "coref-no-single")
ARTICLES = word_set("function_words", "article")
RULING_OUT = word_set("function_words", "rules-out-a-name")
RELATIVE_OWNERS = frozenset({"whose"})
CONDITIONAL = word_set("function_words", "coref-condition")
VEHICLE = "schema:Vehicle"
MAX_APPOSITION = 12  # tokens between the heads of a name and its apposition


def apposition(document: MentionDocument, clusters: Clusters) -> Links:
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
    """Return what a description or name is set beside, None if it is beside nothing.

    So it is in "Ann Lund, not Bo Coil": he is ruled out.
    """
    if word_before(node.token.left_edge) in RULING_OUT:
        return None
    before = _described_before(node, document)
    if before is not None and clusters.may_join(before, node):
        return before
    if node.dep == "appos" and _opens_list(node):
        return None
    if node.dep == "appos" or _is_title_noun(node, document):
        return _apposed(node, document, clusters)
    return _body_right_before(node, document)


def _opens_list(node: MentionNode) -> bool:
    """Return whether others follow a description: "Ann Lund, the captain and three others"."""
    if not node.is_nominal or node.mention.plural:
        return False
    return any(other.tag_ in PLURALS for other in children_with(node.token, "conj"))


def _body_right_before(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the body that a name right behind it names, whatever the parser makes of it.

    "The news agency Acme"; not "the firm Acme bought", where the name begins a clause.
    """
    if not _is_one_body(node) or not node.is_name:
        return None
    for other in document.earlier_in_sentence(node, node.sentence):
        if _is_description_before(other, node):
            return other
    return None


def _is_description_before(description: MentionNode, name: MentionNode) -> bool:
    """Return whether a definite description of a body ends right before a name."""
    if not description.is_nominal or not description.mention.definite:
        return False
    if description.passage.end + 1 != name.passage.start:
        return False
    if name.dep in NOUN_SUBJECTS and description.dep != "ROOT":
        return False
    return _is_one_body(description)


def _is_one_body(node: MentionNode) -> bool:
    """Return whether a mention speaks of one organisation or vehicle."""
    if node.mention.plural:
        return False
    if node.mention.type == VEHICLE:
        return True
    return entity_type_of(node.mention.type) is EntityType.ORGANIZATION


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
    for other in document.nodes_of(hosts(node.governor)):
        if not _are_beside(node, other):
            continue
        if clusters.may_join(other, node):
            return other
    return None


def second_office(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield two descriptions of one person under one article: "the founder and chairman"."""
    for node in document.nodes:
        if node.dep != "conj":
            continue
        if not _describes_person(node, clusters):
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
    if not node.is_nominal:
        return False
    return clusters.is_person(node)


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
    if _is_of_relative(a) or _is_of_relative(b):
        return False
    if abs(a.token.i - b.token.i) > MAX_APPOSITION:
        return False
    if not a.mention.plural or b.mention.plural:
        return True
    return not b.is_name


def _is_of_relative(node: MentionNode) -> bool:
    """Return whether a description begins a relative clause: "Acme, whose owner"."""
    return has_child(node.token, "poss", words=RELATIVE_OWNERS)


def predicate(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield subject and predicate of an "is" that is neither denied nor doubted.

    A past "was" counts if the predicate is indefinite ("was a chemist"); "was the minister" may be
    somebody else today.
    """
    for node in document.nodes:
        if node.dep != "attr" or not node.is_nominal:
            continue
        if has_child(node.token, words=NONE_OF_THEM):
            continue
        if not _asserts(node.governor, node):
            continue
        other = document.node_of(first_child(node.governor, "nsubj"))
        if other is not None:
            yield other, node


def said_who(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a pronoun and the name that says whom it means: "He is Bo Coil"."""
    for node in document.nodes:
        if node.dep != "attr" or not node.is_name or not _asserts(node.governor, node):
            continue
        subject = first_child(node.governor, "nsubj")
        other = document.node_of(subject)
        if other is not None and subject is not None and subject.tag_ == "PRP":
            yield other, node


def _asserts(verb: Token, noun: MentionNode) -> bool:
    """Return whether a verb is "be" without a modal, negation, question or condition."""
    if verb.lemma_ != "be":
        return False
    if not _lasts(verb, noun):
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


def hosts(noun: Token | None) -> Iterator[Token]:
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
        if head != noun:
            return head
        return None
    if noun.dep_ == "attr":
        if head.lemma_ == "be":
            return first_child(head, "nsubj")
        return None
    whole = governor_of(noun)
    if whole is None or head.dep_ != "prep":
        return None
    if whole.pos_ in NOUNS:
        return whole
    return None
