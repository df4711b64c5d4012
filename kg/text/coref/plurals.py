"""The antecedents of "they", "them" and "their": a group near, a list, or the article's topic.

Source: the centre of attention that pronouns carry on, in Grosz, Joshi and Weinstein 1995,
"Centering" (Computational Linguistics 21:2).
"""

from collections.abc import Callable

from spacy.tokens import Token

from kg.text.coref.beside_quotations import beside_speech
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import (
    MentionDocument,
    MentionNode,
    Nodes,
)
from kg.text.coref.entity_types import EntityType
from kg.text.coref.groups import nearest_list
from kg.text.coref.pronoun_forms import MANY
from kg.text.coref.salience import (
    DECAY,
    MARGIN,
    Ranking,
    clear_winner,
    ranked,
    ranking,
    rival,
    weight,
)
from kg.text.parse import (
    SUBJECTS,
    children_with,
    first_child,
)
from kg.text.parse.labels import AUXILIARIES

ACTORS = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})
COLLECTIVE = 0.5  # share of an organisation's salience that counts for "they"
CENTRE = 1.25  # more than the margin by which the best candidate must lead
LIST_WINDOW = 1  # sentences back in which a list of single things is looked for
LEAD = 2  # sentences from the first on whose subject may be what the article is about
LEAST_TOPIC = 3  # mentions of a group before a pronoun far from it may take it up
QUIET = 2  # sentences back in which no other group may stand for that


def plural_antecedent(
    node: MentionNode, document: MentionDocument, clusters: Clusters, *, window: int, acts: bool
) -> MentionNode | None:
    """Return a mention of the group that a pronoun stands for, None if it is not clear.

    `acts` says that only somebody who acts can be meant. If a list of single things is nearer than
    any group, the pronoun is a new group with these members, and the result is None.
    """
    greeted = _object_before(node, document)
    if greeted is not None:
        return greeted
    candidates = _ranked_for_plural(node, document, clusters, window)
    members = nearest_list(node, document, clusters, LIST_WINDOW)
    if _is_ahead(members, candidates, node):
        clusters.add_split_antecedents(node, members)
        return None
    floor = 0.0 if acts else rival(node, document, window, plural=True)
    winner = clear_winner(candidates, floor)
    if winner is not None:
        return winner
    return _topic(node, document, clusters)


def _ranked_for_plural(
    node: MentionNode, document: MentionDocument, clusters: Clusters, window: int
) -> Ranking:
    """Return the clusters that "they" may stand for, most salient first."""
    is_object = node.words == "them"  # it is hardly ever a single firm
    fits = _is_many(clusters, collective=not is_object)
    salience_of = {}
    for salience, root in ranking(node, document, clusters, window, fits):
        salience_of[root] = salience * _plural_factor(root, node, clusters)
    return beside_speech(ranked(salience_of), node, document, clusters)


def _is_ahead(members: Nodes, groups: Ranking, node: MentionNode) -> bool:
    """Return whether a list of single things is clearly more salient than any group."""
    if not members:
        return False
    first = members[0]
    distance = node.sentence - first.sentence
    salience = weight(first.token) * DECAY**distance
    if not groups:
        return salience > 0
    best, _ = groups[0]
    return best * MARGIN < salience


def _object_before(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the first pronoun in "somebody greeted them as they arrived".

    The subject of the later clause is the object that it follows.
    """
    clause = node.governor
    if node.dep not in SUBJECTS:
        return None
    if clause.dep_ != "advcl":
        return None
    if clause.i < clause.head.i:
        return None
    objects = children_with(clause.head, "dobj", words={"them"})
    return next(document.nodes_of(objects), None)


def _is_many(clusters: Clusters, *, collective: bool) -> Callable[[MentionNode], bool]:
    """Return the test for groups and plurals, with `collective` for organisations, too."""
    entity_types = ACTORS if collective else frozenset()

    def fits(other: MentionNode) -> bool:
        attributes = clusters.attributes(other)
        if attributes.is_plural:
            return True
        return attributes.entity_types <= entity_types

    return fits


def _plural_factor(root: MentionNode, node: MentionNode, clusters: Clusters) -> float:
    """Return the factor on the salience of a thing for "they".

    An organisation goes behind a plural; what is "they" already goes before.
    """
    last_sentence = node.sentence - 1
    earlier = [other for other in clusters.members(root) if other < node]
    near = [other for other in earlier if other.sentence >= last_sentence]
    if any(map(_is_plural_pronoun, near)):
        return CENTRE
    if clusters.attributes(root).is_plural:
        return 1.0
    if any(map(_has_plural_verb, near)):
        return 1.0
    return COLLECTIVE


def _is_plural_pronoun(node: MentionNode) -> bool:
    """Return whether a mention is a pronoun that is plural only."""
    pronoun = node.pronoun
    if pronoun is None:
        return False
    return pronoun.numbers == MANY


def _has_plural_verb(node: MentionNode) -> bool:
    """Return whether a mention is the subject of a plural verb: "the firm have said"."""
    if node.dep not in SUBJECTS:
        return False
    finite = _finite(node.governor)
    return finite.tag_ == "VBP" or finite.lower_ == "were"


def _finite(verb: Token) -> Token:
    """Return the first auxiliary of a verb, else the verb itself."""
    auxiliary = first_child(verb, *AUXILIARIES)
    if auxiliary is not None:
        return auxiliary
    return verb


def _topic(node: MentionNode, document: MentionDocument, clusters: Clusters) -> MentionNode | None:
    """Return the group that the article is about, if no other has been spoken of just now."""
    topic = _first_group(document, clusters)
    if topic is None:
        return None
    if len(clusters.members(topic)) < LEAST_TOPIC:
        return None
    if not clusters.may_join(topic, node):
        return None
    for other in document.recent(node, QUIET):
        if clusters.together(topic, other):
            continue
        if _is_group(other, clusters):
            return None
    is_rivalled = rival(node, document, QUIET, plural=True) > 0
    if is_rivalled:
        return None
    return topic


def _first_group(document: MentionDocument, clusters: Clusters) -> MentionNode | None:
    """Return the first group that is the subject of one of the first sentences."""
    for node in document.nodes:
        if _leads(node, document) and _is_group(node, clusters):
            return node
    return None


def _leads(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a mention is the subject of one of the first sentences."""
    if node.dep not in SUBJECTS:
        return False
    return 0 <= node.sentence - document.first_sentence < LEAD


def _is_group(node: MentionNode, clusters: Clusters) -> bool:
    """Return whether a mention speaks of several people."""
    attributes = clusters.attributes(node)
    if attributes.entity_types != {EntityType.GROUP}:
        return False
    return attributes.is_plural
