"""Passes for reflexive, personal and possessive pronouns of the third person.

Candidates are the things of the last sentences that agree in type, gender and number, ranked by
salience. A pronoun without a clear winner stays alone.
"""

from spacy.tokens import Token

from kg.text.coref.beside_quotations import (
    beside_quotation,
    beside_speech,
    is_heard,
)
from kg.text.coref.clusters import Clusters
from kg.text.coref.constraints import is_opening
from kg.text.coref.document import Links, MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import ACTIONS, OWNED_BY_ACTORS
from kg.text.coref.plurals import ACTORS, plural_antecedent
from kg.text.coref.pronoun_forms import MANY, Pronoun, Use
from kg.text.coref.salience import Ranking, clear_winner, ranking, rival
from kg.text.coref.unnamed import PERSONS, unnamed_organization, unnamed_person
from kg.text.parse import SUBJECTS, clause_of, is_inside_phrase, subjects
from kg.text.parse.labels import NOUN_SUBJECTS
from kg.trace import stopped

TOPICAL = NOUN_SUBJECTS | {"ROOT"}
OF_THIRD_PERSON = frozenset({Use.PERSONAL, Use.POSSESSIVE})
PLACES = frozenset({EntityType.PLACE})
NEAR = 1  # sentences back in which a name of unsure class may be a person
WINDOW = 4  # sentences back in which a pronoun looks for its antecedent


def reflexive(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield a reflexive and the subject of its clause."""
    for node in document.nodes:
        if node.use is not Use.REFLEXIVE:
            continue
        other = _subject_of_clause(node, document)
        if other is not None and other < node:
            yield other, node
        else:
            stopped("reflexive", node.mention, "the subject of its clause is no mention before it")


def _subject_of_clause(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the mention that is the first subject of the clause around another."""
    subject = next(iter(subjects(clause_of(node.token))), None)
    return document.node_of(subject)


def pronoun(document: MentionDocument, clusters: Clusters) -> Links:
    """Yield personal and possessive pronouns of the third person with their antecedents."""
    topic = topic_person(document, clusters)
    for node in document.nodes:
        form = node.pronoun
        if form is None or form.person != 3:
            continue
        if form.use not in OF_THIRD_PERSON:
            continue
        antecedent = _antecedent(node, form, document, clusters, topic)
        if antecedent is not None:
            yield antecedent, node
            continue
        nothing_clear = "nothing before it fits, or nothing is clearly more present than the rest"
        stopped("pronoun", node.mention, nothing_clear)


def _antecedent(
    node: MentionNode,
    form: Pronoun,
    document: MentionDocument,
    clusters: Clusters,
    topic: MentionNode | None,
) -> MentionNode | None:
    """Return a mention of the thing that a pronoun stands for, None if it is not clear."""
    beside = _beside_owner(node, document, clusters)
    if beside is not None:
        return beside
    if form.entity_types == PERSONS:
        return _person(node, document, clusters, topic)
    if form.numbers == MANY:
        acts = _is_actor(node.token)
        return plural_antecedent(node, document, clusters, window=WINDOW, acts=acts)
    return _neuter(node, document, clusters)


def _neuter(node: MentionNode, document: MentionDocument, clusters: Clusters) -> MentionNode | None:
    """Return the antecedent of "it" and "its".

    It is ahead of all nouns that are no mentions, unless only somebody who acts can be meant.
    """
    acts = _is_actor(node.token)
    floor = 0.0 if acts else rival(node, document, WINDOW, plural=False)

    def fits(other: MentionNode) -> bool:
        if not _is_thing(other, clusters, acts=acts):
            return False
        return is_heard(other, node, document, clusters)

    things = ranking(node, document, clusters, WINDOW, fits)
    things = beside_speech(things, node, document, clusters)
    if things:
        return _winner(node, things, floor)
    return unnamed_organization(node, document, clusters)


def _beside_owner(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return Acme in "Acme and its staff", Ann Lee in "Tom Vance met Ann Lee and her brother"."""
    owned = node.governor
    if node.dep != "poss" or owned.dep_ != "conj":
        return None
    other = document.node_of(owned.head)
    if other is None or node < other:
        return None
    if not clusters.is_described(other):
        return None
    if clusters.may_join(other, node):
        return other
    return None


def _person(
    node: MentionNode, document: MentionDocument, clusters: Clusters, topic: MentionNode | None
) -> MentionNode | None:
    """Return the antecedent of "he" or "she".

    First the subject behind an opening clause. If no person is near: a subject of unsure class, the
    subject that follows, the topic.
    """
    behind = _behind_opening(node, document, clusters)
    if behind is not None:
        return behind
    known = ranking(node, document, clusters, WINDOW, clusters.is_person)
    known = beside_quotation(known, node, document, clusters)
    if known:
        winner = _winner(node, known)
        if winner is not None:
            return winner
        return _preferred(node, known, document, clusters, topic)
    unsure = ranking(node, document, clusters, NEAR, lambda other: _may_be_human(other, clusters))
    if unsure:
        return _winner(node, unsure)
    for antecedent in (_cataphor(node, document, clusters), topic):
        if antecedent is None:
            continue
        if clusters.may_join(antecedent, node):
            return antecedent
    return unnamed_person(node, document, clusters)


def _behind_opening(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the subject behind a participle clause that a pronoun is in.

    It is Ann Lee in "Asked whether she would stay, Ann Lee laughed".
    """
    for clause in filter(is_opening, node.token.ancestors):
        for other in document.nodes_of(subjects(clause.head)):
            if not clause.i < other.token.i:
                continue
            if not node < other:
                continue
            if clusters.is_person(other) and clusters.may_join(other, node):
                return other
    return None


def _preferred(
    node: MentionNode,
    things: Ranking,
    document: MentionDocument,
    clusters: Clusters,
    topic: MentionNode | None,
) -> MentionNode | None:
    """Return the person whom the article is about, if the subject of a sentence may be that one.

    Another may be as salient. Without such a person, the only unnamed one.
    """
    if node.dep not in SUBJECTS:
        return None
    if node.governor.dep_ != "ROOT":
        return None
    in_sentence = document.earlier_in_sentence(node, node.sentence)
    taken = set(map(clusters.root, in_sentence))
    free = [root for _, root in things[:2] if root not in taken]
    if topic is not None and clusters.root(topic) in free:
        return topic
    unnamed = [root for root in free if clusters.is_unnamed(root)]
    if len(unnamed) == 1:
        return unnamed[0]
    return None


def _winner(node: MentionNode, things: Ranking, floor: float = 0.0) -> MentionNode | None:
    """Return the root at the top of a ranking if it is clearly ahead, else None.

    `floor` is the salience of a noun that is no mention.
    """
    winner = clear_winner(things, floor)
    if winner is None:
        _note_rival(node, things, floor)
    return winner


def _note_rival(node: MentionNode, things: Ranking, floor: float) -> None:
    """Note for a trace what keeps the first of a ranking from being the antecedent."""
    first, *others = (root.mention for _, root in things[:2])
    if things[0][0] < floor:
        condition = "a noun that is no mention is more present than “{}”"
        stopped("pronoun", node.mention, condition, first)
    else:
        stopped(
            "pronoun", node.mention, "“{}” is not clearly more present than “{}”", first, *others
        )


def _may_be_human(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is a name of unsure class that is the subject of its clause."""
    if not other.is_name:
        return False
    if other.dep not in SUBJECTS:
        return False
    return clusters.attributes(other).may_be_person


def _is_actor(token: Token) -> bool:
    """Return whether a pronoun can only stand for somebody who acts.

    So it is in "it announced" and "its headquarters".
    """
    governor = token.head.lemma_.lower()
    if token.dep_ == "poss":
        return governor in OWNED_BY_ACTORS
    return token.dep_ == "nsubj" and governor in ACTIONS


def _is_thing(other: MentionNode, clusters: Clusters, *, acts: bool) -> bool:
    """Return whether "it" may stand for a mention.

    If the pronoun `acts`, only organisations, groups and countries can be meant.
    """
    attributes = clusters.attributes(other)
    if attributes.entity_types == PLACES and is_inside_phrase(other.token):
        return False  # "Danish" in "Danish ships"
    if acts:
        if attributes.entity_types <= ACTORS:
            return True
        return "schema:Country" in attributes.types
    return not attributes.is_person


def topic_person(document: MentionDocument, clusters: Clusters) -> MentionNode | None:
    """Return the first named person of the article, None if that person is no likely topic.

    The name must stand so high that the whole text may be about that person.
    """
    people = filter(clusters.is_person, document.nodes)
    first = next((person for person in people if person.is_name), None)
    if first is None or first.dep not in TOPICAL:
        return None
    return first


def _cataphor(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return the subject that follows in the sentence: "In his first speech, Smith …"."""
    for other in document.nodes_of(subjects(node.token.sent.root)):
        if not other.is_name or not node < other:
            continue
        if clusters.may_join(other, node):
            return other
    return None
