"""The organisation or state that a person speaks for, as the words around a name say.

"Acme spokeswoman Ann Lee", "Ann Lee, who leads Acme", "Ann Lee of Acme", "Peru's foreign minister".
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode, Nodes
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.parse import (
    children_with,
    conjuncts,
    first_child,
    governed_by,
    objects_of,
    prepositions_of,
)
from kg.text.parse.labels import NOUNS

REPRESENTATIVES = word_set("nouns", "representative")
STATE_POSTS = word_set("nouns", "representative-of-state")
LEADING = word_set("verbs", "leading-organisation")
COPULAS = word_set("verbs", "copula")
BEHIND_POST = word_set("function_words", "behind-a-post")
WITHIN_PHRASE = word_set("labels", "within-a-noun-phrase")
SPEAKERS_OF = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})
PLACES = frozenset({EntityType.PLACE})


def represented(
    speaking: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the organisation, group or state that a person speaks for, None if it is not clear.

    It is what the one post of the person is a post of, what the person leads, or Acme in "Ann Lee
    of Acme".
    """
    for noun in _nouns_of_person(speaking.token):
        words = set(_words_of_phrase(noun))
        found: MentionNode | None = None
        if words & REPRESENTATIVES:
            found = _only(_bodies_in(noun, speaking, document, clusters), clusters)
        if found is None and words & STATE_POSTS:
            found = _only(_states_in(noun, speaking, document, clusters), clusters)
        if found is not None:
            return found
    return _led(speaking, document, clusters) or _origin(speaking, document, clusters)


def _nouns_of_person(head: Token) -> Iterator[Token]:
    """Yield the noun of a person, its appositions, and what a relative clause says the person is.

    Of these it is "director" in "Ann Lee, who became director of Acme".
    """
    yield head
    yield from children_with(head, "appos")
    if head.dep_ == "appos" and head.head.pos_ in NOUNS:
        yield head.head
    for clause in children_with(head, "relcl"):
        if clause.lemma_ in COPULAS:
            yield from children_with(clause, "attr")


def _words_of_phrase(noun: Token) -> Iterator[str]:
    """Yield the words and lemmas of a noun and of what stands right at it."""
    at_it = (child for child in noun.children if child.dep_ != "appos")
    for token in (noun, *at_it):
        yield token.lower_
        yield token.lemma_.lower()


def _only(nodes: Nodes, clusters: Clusters) -> MentionNode | None:
    """Return the first of some mentions if all are of one thing, else None."""
    roots = set(map(clusters.root, nodes))
    if len(roots) == 1:
        return nodes[0]
    return None


def _bodies_in(
    noun: Token, speaking: MentionNode, document: MentionDocument, clusters: Clusters
) -> list[MentionNode]:
    """Return the organisations and groups inside the phrase of a noun, with all of a list."""
    in_sentence = document.by_sentence[speaking.sentence]
    tokens: list[Token] = []
    for node in in_sentence:
        if _depends_on(node.token, noun):
            tokens.extend(conjuncts(node.token))
    inside = document.nodes_of(tokens)
    return [node for node in inside if node is not speaking and _is_body(node, clusters)]


def _is_body(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is known to be an organisation or a group that may say "we"."""
    if not clusters.is_described(node):
        return False
    if clusters.entity_types(node) <= SPEAKERS_OF:
        return True
    return entity_type_of(node.mention.type) in SPEAKERS_OF


def _depends_on(token: Token, head: Token) -> bool:
    """Return whether a word is inside the noun phrase of a head, but in no clause of it.

    Its appositions are inside.
    """
    while token != head:
        if token.dep_ not in WITHIN_PHRASE:
            return False
        if token.head == token:
            return False
        token = token.head
    return True


def _states_in(
    noun: Token, speaking: MentionNode, document: MentionDocument, clusters: Clusters
) -> list[MentionNode]:
    """Return the countries and towns whose post a noun is: "Peru" in "Peru's foreign minister"."""
    in_sentence = document.by_sentence[speaking.sentence]
    places = [node for node in in_sentence if clusters.entity_types(node) == PLACES]
    return [place for place in places if _is_of_post(place.token, noun)]


def _is_of_post(token: Token, noun: Token) -> bool:
    """Return whether nothing but words of a post stands between a place and the noun it is at."""
    while token != noun:
        token = token.head
        if token == noun:
            return True
        is_of = token.dep_ == "prep" and token.lower_ in BEHIND_POST
        if not is_of and token.lemma_.lower() not in STATE_POSTS:
            return False
    return False


def _led(
    speaking: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return Acme in "Ann Lee, who leads Acme"."""
    for clause in children_with(speaking.token, "relcl"):
        if clause.lemma_ not in LEADING:
            continue
        if first_child(clause, "nsubj", words={"who"}) is None:
            continue
        led = [node for node in document.nodes_of(objects_of(clause)) if _is_body(node, clusters)]
        if led:
            return _only(led, clusters)
    return None


def _origin(
    speaking: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return Acme in "Ann Lee of Acme"."""
    if not speaking.is_name:
        return None
    for link in prepositions_of(speaking.token, "of"):
        if link.i != speaking.token.i + 1:
            continue
        bodies = [node for node in document.nodes_of(governed_by(link)) if _is_body(node, clusters)]
        return _only(bodies, clusters)
    return None
