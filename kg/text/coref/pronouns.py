"""Passes for reflexive, personal and possessive pronouns of the third person.

Candidates are the things of the last sentences that agree in type, gender and number, ranked by
salience. A pronoun without a clear winner stays alone.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import ACTIONS, OWNED_BY_ACTORS
from kg.text.coref.plurals import ACTORS, plural_antecedent
from kg.text.coref.pronoun_forms import Pronoun
from kg.text.coref.salience import Ranking, clear_winner, ranking, rival
from kg.text.coref.speakers import is_heard
from kg.text.coref.unnamed import unnamed_organization, unnamed_person
from kg.text.parse import SUBJECTS, clause_of, is_inside_phrase, subjects
from kg.trace import stopped

TOPICAL = frozenset({"nsubj", "nsubjpass", "ROOT"})
NEAR = 1  # sentences back in which a name of unsure class may be a person
WINDOW = 3  # sentences back in which a pronoun looks for its antecedent


def reflexives(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield a reflexive and the subject of its clause."""
    for node in document.nodes:
        if node.pronoun is None or node.pronoun.use != "reflexive":
            continue
        subject = next(iter(subjects(clause_of(node.token))), None)
        other = document.node_of(subject) if subject is not None else None
        if other is not None and other.index < node.index:
            yield other.index, node.index
        else:
            stopped("reflexive", node.mention, "the subject of its clause is no mention before it")


def pronouns(document: MentionDocument, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield personal and possessive pronouns of the third person with their antecedents."""
    topic = topic_person(document, clusters)
    for node in document.nodes:
        pronoun = node.pronoun
        if pronoun is None or pronoun.person != 3 or pronoun.use not in ("personal", "possessive"):
            continue
        antecedent = _antecedent(node, pronoun, document, clusters, topic)
        if antecedent is None:
            nothing_clear = (
                "nothing before it fits, or nothing is clearly more present than the rest"
            )
            stopped("pronoun", node.mention, nothing_clear)
        else:
            yield antecedent, node.index


def _antecedent(
    node: MentionNode,
    pronoun: Pronoun,
    document: MentionDocument,
    clusters: Clusters,
    topic: int | None,
) -> int | None:
    """Return a mention of the thing that a pronoun stands for, None if it is not clear."""
    beside = _beside_owner(node, document, clusters)
    if beside is not None:
        return beside
    if pronoun.entity_types == frozenset({EntityType.PERSON}):
        return _person(node, document, clusters, topic)
    if pronoun.number == "plural":
        acts = _is_actor(node.token)
        return plural_antecedent(node, document, clusters, window=WINDOW, acts=acts)
    return _neuter(node, document, clusters)


def _neuter(node: MentionNode, document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the antecedent of "it" and "its".

    It is ahead of all nouns that are no mentions, unless only somebody who acts can be meant.
    """
    acts = _is_actor(node.token)
    floor = 0.0 if acts else rival(node, document, WINDOW, plural=False)

    def fits(other: MentionNode) -> bool:
        return _is_thing(other, clusters, acts=acts) and is_heard(other, node, document, clusters)

    ranked = ranking(node, document, clusters, WINDOW, fits)
    winner = _winner(node, ranked, document, floor)
    if winner is not None or ranked:
        return winner
    return unnamed_organization(node, document, clusters)


def _beside_owner(node: MentionNode, document: MentionDocument, clusters: Clusters) -> int | None:
    """Return Acme in "Acme and its staff", Ann Lee in "Tom Vance met Ann Lee and her brother"."""
    owned = node.token.head
    if node.token.dep_ != "poss" or owned.dep_ != "conj":
        return None
    other = document.node_of(owned.head)
    if other is None or other.index > node.index:
        return None
    if not clusters.attributes(other.index).is_described:
        return None
    return other.index if clusters.may_join(other.index, node.index) else None


def _person(
    node: MentionNode, document: MentionDocument, clusters: Clusters, topic: int | None
) -> int | None:
    """Return the antecedent of "he" or "she".

    If no person is near: a subject of unsure class, the subject that follows, the topic.
    """
    known = ranking(node, document, clusters, WINDOW, lambda other: _is_human(other, clusters))
    if known:
        winner = _winner(node, known, document)
        if winner is not None:
            return winner
        return _preferred(node, known, document, clusters, topic)
    unsure = ranking(node, document, clusters, NEAR, lambda other: _may_be_human(other, clusters))
    if unsure:
        return _winner(node, unsure, document)
    for antecedent in (_cataphor(node, document, clusters), topic):
        if antecedent is not None and clusters.may_join(antecedent, node.index):
            return antecedent
    return unnamed_person(node, document, clusters)


def _preferred(
    node: MentionNode,
    ranked: Ranking,
    document: MentionDocument,
    clusters: Clusters,
    topic: int | None,
) -> int | None:
    """Return the person whom the article is about, if the subject of a sentence may be that one.

    Another may be as salient. Without such a person, the only unnamed one.
    """
    if node.token.dep_ not in SUBJECTS or node.token.head.dep_ != "ROOT":
        return None
    in_sentence = document.earlier_in_sentence(node, node.sentence)
    roots = {root for _, root in ranked[:2]} - {clusters.root(other.index) for other in in_sentence}
    if topic is not None and clusters.root(topic) in roots:
        return topic
    unnamed = [root for root in roots if clusters.is_unnamed(root)]
    return unnamed[0] if len(unnamed) == 1 else None


def _winner(
    node: MentionNode, ranked: Ranking, document: MentionDocument, floor: float = 0.0
) -> int | None:
    """Return the root at the top of a ranking if it is clearly ahead, else None.

    `floor` is the salience of a noun that is no mention.
    """
    winner = clear_winner(ranked, floor)
    if winner is None and ranked:
        _note_rival(node, ranked, document, floor)
    return winner


def _note_rival(
    node: MentionNode, ranked: Ranking, document: MentionDocument, floor: float
) -> None:
    """Note for a trace what keeps the first of a ranking from being the antecedent."""
    first, *others = (document.nodes[root].mention for _, root in ranked[:2])
    if ranked[0][0] < floor:
        condition = "a noun that is no mention is more present than “{}”"
        stopped("pronoun", node.mention, condition, first)
    else:
        stopped(
            "pronoun", node.mention, "“{}” is not clearly more present than “{}”", first, *others
        )


def _may_be_human(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is a name of unsure class that is the subject of its clause."""
    is_subject = other.mention.is_name and other.token.dep_ in SUBJECTS
    return is_subject and EntityType.PERSON in clusters.attributes(other.index).entity_types


def _is_actor(token: Token) -> bool:
    """Return whether a pronoun can only stand for somebody who acts.

    So it is in "it announced" and "its headquarters".
    """
    governor = token.head.lemma_.lower()
    if token.dep_ == "poss":
        return governor in OWNED_BY_ACTORS
    return token.dep_ == "nsubj" and governor in ACTIONS


def _is_human(other: MentionNode, clusters: Clusters) -> bool:
    return clusters.attributes(other.index).entity_types == {EntityType.PERSON}


def _is_thing(other: MentionNode, clusters: Clusters, *, acts: bool) -> bool:
    """Return whether "it" may stand for a mention.

    If the pronoun `acts`, only organisations, groups and countries can be meant.
    """
    attributes = clusters.attributes(other.index)
    is_place = attributes.entity_types == {EntityType.PLACE}
    if is_place and is_inside_phrase(other.token):
        return False  # "Danish" in "Danish ships"
    if acts:
        return attributes.entity_types <= ACTORS or "schema:Country" in attributes.types
    return not attributes.is_person


def topic_person(document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the first named person of the article, None if that person is no likely topic.

    The name must stand so high that the whole text may be about that person.
    """
    for node in document.nodes:
        if node.mention.is_name and clusters.attributes(node.index).is_person:
            return node.index if node.token.dep_ in TOPICAL else None
    return None


def _cataphor(node: MentionNode, document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the subject that follows in the sentence: "In his first speech, Smith …"."""
    for subject in subjects(node.token.sent.root):
        other = document.node_of(subject)
        if other is None or other.index <= node.index or not other.mention.is_name:
            continue
        if clusters.may_join(other.index, node.index):
            return other.index
    return None
