"""The antecedents of "it" and "its", and the winner of any ranking of antecedents."""

from spacy.tokens import Token

from kg.text.coref.beside_quotations import beside_speech, is_heard
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import ACTIONS, OWNED_BY_ACTORS
from kg.text.coref.plurals import ACTORS
from kg.text.coref.pronoun_forms import Use
from kg.text.coref.salience import (
    MARGIN,
    Ranking,
    clear_winner,
    ranking,
    rival,
)
from kg.text.coref.unnamed import unnamed_organization
from kg.text.parse import (
    SUBJECTS,
    has_child,
    is_inside_phrase,
)
from kg.text.parse.labels import NOUN_SUBJECTS
from kg.trace import stopped

PLACES = frozenset({EntityType.PLACE})
ORGANIZATIONS_AND_PLACES = PLACES | ACTORS
NEUTER_MARGIN = 1.4  # "it" is wrong more often than "he": what it stands for must be clearer
WINDOW = 4  # sentences back in which a pronoun looks for its antecedent


def neuter(node: MentionNode, document: MentionDocument, clusters: Clusters) -> MentionNode | None:
    """Return the antecedent of "it" and "its".

    It is ahead of all nouns that are no mentions, unless only somebody who acts can be meant. Of
    what "it" is said to be ("It was a strange final"), nothing named before is surely meant.
    """
    if _is_told_what_it_is(node.token):
        return None
    acts = is_actor(node.token)
    floor = 0.0 if acts else rival(node, document, WINDOW, plural=False)

    def fits(other: MentionNode) -> bool:
        if not _is_thing(other, clusters, acts=acts):
            return False
        return is_heard(other, node, document, clusters)

    things = ranking(node, document, clusters, WINDOW, fits)
    things = beside_speech(things, node, document, clusters)
    if things:
        best = winner(node, things, floor, NEUTER_MARGIN)
        return None if best is None or _is_toss_up(node, best, clusters) else best
    return unnamed_organization(node, document, clusters)


def _is_toss_up(node: MentionNode, best: MentionNode, clusters: Clusters) -> bool:
    """Return whether "it" more often stands for something that has no mention than for the best.

    As an object it stands for a deed, a text or a thing: of those given to an organisation or place
    a fifth were right, of subjects given to a place a third.
    """
    if node.use is not Use.PERSONAL:
        return False
    attributes = clusters.attributes(best)
    if node.dep in NOUN_SUBJECTS:
        is_toss_up = attributes.entity_types == PLACES and "schema:Country" not in attributes.types
    else:
        is_toss_up = attributes.entity_types <= ORGANIZATIONS_AND_PLACES
    if is_toss_up:
        reason = "“{}” is seldom what such a pronoun stands for"
        stopped("pronoun", node.mention, reason, best.mention)
    return is_toss_up


def _is_told_what_it_is(token: Token) -> bool:
    """Return whether a pronoun is the subject of "is" with a noun or adjective behind it."""
    if token.dep_ not in SUBJECTS or token.head.lemma_ != "be":
        return False
    return has_child(token.head, "attr", "acomp")


def is_actor(token: Token) -> bool:
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


def winner(
    node: MentionNode, things: Ranking, floor: float = 0.0, margin: float = MARGIN
) -> MentionNode | None:
    """Return the root at the top of a ranking if it is clearly ahead, else None.

    `floor` is the salience of a noun that is no mention, `margin` how far it is to be ahead.
    """
    best = clear_winner(things, floor, margin)
    if best is None:
        _note_rival(node, things, floor)
    return best


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
