"""Passes for reflexive, personal and possessive pronouns of the third person.

Candidates are the things of the last sentences that agree in type, gender and number, ranked by
salience. A pronoun without a clear winner stays alone.
"""

from spacy.tokens import Token

from kg.text.coref.beside_quotations import beside_quotation
from kg.text.coref.clusters import Clusters
from kg.text.coref.constraints import is_opening
from kg.text.coref.document import (
    Links,
    MentionDocument,
    MentionNode,
)
from kg.text.coref.neuters import (
    WINDOW,
    is_actor,
    neuter,
    winner,
)
from kg.text.coref.plurals import plural_antecedent
from kg.text.coref.pronoun_forms import (
    MANY,
    Pronoun,
    Use,
)
from kg.text.coref.salience import Ranking, ranking
from kg.text.coref.unnamed import PERSONS, unnamed_person
from kg.text.parse import (
    SUBJECTS,
    children_with,
    clause_of,
    subjects,
)
from kg.text.parse.labels import COMPOUNDS, NOUN_SUBJECTS
from kg.trace import stopped

TOPICAL = NOUN_SUBJECTS | {"ROOT"}
OF_THIRD_PERSON = frozenset({Use.PERSONAL, Use.POSSESSIVE})
BESIDE_NOUN = COMPOUNDS | {"appos", "nmod"}  # "her sister Eva Lund"
NEAR = 1  # sentences back in which a name of unsure class may be a person


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
    """Yield personal and possessive pronouns of the third person with their antecedents.

    Those in quotations come last: of whom somebody speaks is told by who speaks, as "he" is in
    "“She is a good cook,” he wrote".
    """
    topic = topic_person(document, clusters)
    for node in sorted(document.nodes, key=_is_quoted):
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


def _is_quoted(node: MentionNode) -> bool:
    """Return whether a mention stands in somebody's words."""
    return node.is_quoted


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
    same = _same_subject(node, form, document)
    if same is not None and clusters.may_join(same, node):
        if clusters.is_described(same):
            return same
        return unnamed_person(node, document, clusters) if form.entity_types == PERSONS else None
    if form.entity_types == PERSONS:
        return _person(node, document, clusters, topic)
    if form.numbers == MANY:
        acts = is_actor(node.token)
        return plural_antecedent(node, document, clusters, window=WINDOW, acts=acts)
    return neuter(node, document, clusters)


def _same_subject(
    node: MentionNode, form: Pronoun, document: MentionDocument
) -> MentionNode | None:
    """Return the last subject before a pronoun in its sentence that is such a pronoun, too.

    "He said he had sold his house" speaks of one man, whoever that is, and so does "It wrote twice,
    its president said".
    """
    subject = None
    for other in document.earlier_in_sentence(node, node.sentence):
        own = other.pronoun
        if own is None or other.dep not in SUBJECTS or other.quote != node.quote:
            continue
        agrees = own.person == form.person and own.entity_types == form.entity_types
        if agrees and own.numbers == form.numbers and other.mention.gender == node.mention.gender:
            subject = other
    return subject


def _beside_owner(
    node: MentionNode, document: MentionDocument, clusters: Clusters
) -> MentionNode | None:
    """Return Acme in "Acme and its staff", Ann Lee in "Tom Vance met Ann Lee and her brother".

    In "her sister Eva Lund and her friends" both are of the same owner.
    """
    owned = node.governor
    if node.dep != "poss" or owned.dep_ != "conj":
        return None
    other = document.node_of(owned.head)
    if other is None or node < other:
        return None
    first_owner = _like_owner(owned.head, node, document)
    if first_owner is not None:
        return first_owner if clusters.may_join(first_owner, node) else None
    if not clusters.is_described(other):
        return None
    if clusters.may_join(other, node):
        return other
    return None


def _like_owner(noun: Token, node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the same pronoun before the first of two coordinated nouns, None if there is none."""
    words = [noun, *children_with(noun, *BESIDE_NOUN)]
    if noun.dep_ in BESIDE_NOUN:
        words.append(noun.head)
    for word in words:
        for owner in document.nodes_of(children_with(word, "poss")):
            if owner.is_pronoun and owner.token.lower_ == node.token.lower_:
                return owner
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
        best = winner(node, known)
        if best is not None:
            return best
        return _preferred(node, known, document, clusters, topic)
    unsure = ranking(node, document, clusters, NEAR, lambda other: _may_be_human(other, clusters))
    if unsure:
        return winner(node, unsure)
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


def _may_be_human(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention is a name of unsure class that is the subject of its clause."""
    if not other.is_name:
        return False
    if other.dep not in SUBJECTS:
        return False
    return clusters.attributes(other).may_be_person


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
