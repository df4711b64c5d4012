"""The antecedents of "they", "them" and "their": a group near, a list, or the article's topic.

Source: the centre of attention that pronouns carry on, in Grosz, Joshi and Weinstein 1995,
"Centering" (Computational Linguistics 21:2).
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from kg.text.coref.attributes import MANY
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.groups import nearest_list
from kg.text.coref.salience import DECAY, MARGIN, clear_winner, ranking, rival, weight
from kg.text.parse import SUBJECTS, first_child

ACTORS = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})
COLLECTIVE = 0.5  # share of an organisation's salience that counts for "they"
CENTRE = 1.25  # more than the margin by which the best candidate must lead
LIST_WINDOW = 1  # sentences back in which a list of single things is looked for
LEAD = 2  # sentences from the first on whose subject may be what the article is about
LEAST_TOPIC = 3  # mentions of a group before a pronoun far from it may take it up
QUIET = 2  # sentences back in which no other group may stand for that


def plural_antecedent(
    node: MentionNode, document: MentionDocument, clusters: Clusters, *, window: int, acts: bool
) -> int | None:
    """Return a mention of the group that a pronoun stands for, None if it is not clear.

    `acts` says that only somebody who acts can be meant. If a list of single things is nearer than
    any group, the pronoun is a new group with these members, and the result is None.
    """
    greeted = _object_before(node, document)
    if greeted is not None:
        return greeted
    ranked = _ranked_for_plural(node, document, clusters, window)
    members = nearest_list(node, document, clusters, LIST_WINDOW)
    if members and _is_ahead(members, ranked, node):
        clusters.add_split_antecedents(node.index, (member.index for member in members))
        return None
    floor = 0.0 if acts else rival(node, document, window, plural=True)
    winner = clear_winner(ranked, floor)
    return winner if winner is not None else _topic(node, document, clusters)


def _ranked_for_plural(
    node: MentionNode, document: MentionDocument, clusters: Clusters, window: int
) -> list[tuple[float, int]]:
    """Return the clusters that "they" may stand for, most salient first, as (salience, root)."""
    is_object = node.mention.text.lower() == "them"  # it is hardly ever a single firm
    fits = _is_many(clusters, collective=not is_object)
    ranked = [
        (salience * _plural_factor(root, node, document, clusters), root)
        for salience, root in ranking(node, document, clusters, window, fits)
    ]
    return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))


def _is_ahead(
    members: Sequence[MentionNode], ranked: Sequence[tuple[float, int]], node: MentionNode
) -> bool:
    """Return whether a list of single things is clearly more salient than any group."""
    distance = node.sentence - members[0].sentence
    salience = weight(members[0].token) * DECAY**distance
    if not salience:
        return False
    return not ranked or ranked[0][0] * MARGIN < salience


def _object_before(node: MentionNode, document: MentionDocument) -> int | None:
    """Return the first pronoun in "somebody greeted them as they arrived".

    The subject of the later clause is the object that it follows.
    """
    clause = node.token.head
    is_later_clause = clause.dep_ == "advcl" and clause.i >= clause.head.i
    if node.token.dep_ not in SUBJECTS or not is_later_clause:
        return None
    for child in clause.head.children:
        if child.dep_ != "dobj" or child.lower_ != "them":
            continue
        other = document.node_of(child)
        if other is not None:
            return other.index
    return None


def _is_many(clusters: Clusters, *, collective: bool) -> Callable[[MentionNode], bool]:
    """Return the test for groups and plurals, with `collective` for organisations, too."""
    entity_types = ACTORS if collective else frozenset()

    def fits(other: MentionNode) -> bool:
        attributes = clusters.attributes(other.index)
        return attributes.numbers == MANY or attributes.entity_types <= entity_types

    return fits


def _plural_factor(
    root: int, node: MentionNode, document: MentionDocument, clusters: Clusters
) -> float:
    """Return the factor on the salience of a thing for "they".

    An organisation goes behind a plural; what is "they" already goes before.
    """
    earlier = [document.nodes[index] for index in clusters.members(root) if index < node.index]
    near = [other for other in earlier if other.sentence >= node.sentence - 1]
    if any(_is_plural_pronoun(other) for other in near):
        return CENTRE
    if clusters.attributes(root).numbers == MANY:
        return 1.0
    return 1.0 if any(_has_plural_verb(other.token) for other in near) else COLLECTIVE


def _is_plural_pronoun(node: MentionNode) -> bool:
    return node.pronoun is not None and node.pronoun.number == "plural"


def _has_plural_verb(token: Token) -> bool:
    """Return whether a token is the subject of a plural verb: "the firm have said"."""
    finite = first_child(token.head, "aux", "auxpass") or token.head
    is_plural = finite.tag_ == "VBP" or finite.lower_ == "were"
    return is_plural and token.dep_ in SUBJECTS


def _topic(node: MentionNode, document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the group that the article is about, if no other has been spoken of just now."""
    topic = _first_group(document, clusters)
    if topic is None or len(clusters.members(topic)) < LEAST_TOPIC:
        return None
    if not clusters.may_join(topic, node.index):
        return None
    for other in document.recent(node, QUIET):
        if _is_group(other, clusters) and not clusters.together(topic, other.index):
            return None
    return None if rival(node, document, QUIET, plural=True) else topic


def _first_group(document: MentionDocument, clusters: Clusters) -> int | None:
    """Return the first group that is the subject of one of the first sentences."""
    for node in document.nodes:
        if _leads(node, document) and _is_group(node, clusters):
            return node.index
    return None


def _leads(node: MentionNode, document: MentionDocument) -> bool:
    """Return whether a mention is the subject of one of the first sentences."""
    lead = range(document.first_sentence, document.first_sentence + LEAD)
    return node.sentence in lead and node.token.dep_ in SUBJECTS


def _is_group(node: MentionNode, clusters: Clusters) -> bool:
    attributes = clusters.attributes(node.index)
    return attributes.entity_types == {EntityType.GROUP} and attributes.numbers == MANY
