"""The antecedents of "they", "them" and "their": a group near, the members of a list, or the group that the article is about.

Source: the centre of attention that pronouns carry on, in Grosz, Joshi and Weinstein 1995, "Centering" (Computational
Linguistics 21:2).
"""

from collections.abc import Callable

from spacy.tokens import Token

from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType
from kg.text.coref.groups import nearest_list
from kg.text.coref.positions import MentionNode, Page
from kg.text.coref.profile import MANY
from kg.text.coref.salience import DECAY, MARGIN, clear_winner, ranking, rival, weight
from kg.text.parse import SUBJECTS

ACTORS = frozenset({EntityType.ORGANIZATION, EntityType.GROUP})
COLLECTIVE = 0.5  # share of an organisation's salience that counts for "they"
CENTRE = 1.25  # more than the margin by which the best candidate must lead
LIST_WINDOW = 1  # sentences back in which a list of single things is looked for
LEAD = 2  # sentences from the first on whose subject may be what the article is about
LEAST_TOPIC = 3  # mentions of a group before a pronoun far from it may take it up
QUIET = 2  # sentences back in which no other group may stand for that


def plural_antecedent(
    spot: MentionNode, page: Page, clusters: Clusters, *, window: int, acts: bool
) -> int | None:
    """A mention of the group that the pronoun stands for, or nothing. `acts` tells that only somebody who acts can be meant.

    Where a list of single things is nearer than any group, the pronoun is a new group with these members, and nothing is found.
    """
    greeted = _object_before(spot, page)
    if greeted is not None:
        return greeted
    fits = _is_many(
        clusters, collective=spot.mention.text.lower() != "them"
    )  # "them" is hardly ever a single firm
    ranked = ranking(spot, page, clusters, window, fits)
    found = [(score * _as_plural(root, spot, page, clusters), root) for score, root in ranked]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    members = nearest_list(spot, page, clusters, LIST_WINDOW)
    listed = (
        weight(members[0].token) * DECAY ** (spot.sentence - members[0].sentence)
        if members
        else 0.0
    )
    if listed and (not found or found[0][0] * MARGIN < listed):
        clusters.add_parts(spot.index, (member.index for member in members))
        return None
    winner = clear_winner(found, 0.0 if acts else rival(spot, page, window, plural=True))
    return winner if winner is not None else _topic(spot, page, clusters)


def _object_before(spot: MentionNode, page: Page) -> int | None:
    """The first pronoun in "somebody greeted them as they arrived": the subject of the clause is the object that it follows."""
    token, clause = spot.token, spot.token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "advcl" or clause.i < clause.head.i:
        return None
    for child in clause.head.children:
        other = page.spot(child)
        if child.dep_ == "dobj" and child.lower_ == "them" and other is not None:
            return other.index
    return None


def _is_many(clusters: Clusters, *, collective: bool) -> Callable[[MentionNode], bool]:
    """The test for groups and plurals, and for organisations where these are asked for."""
    kinds = ACTORS if collective else frozenset()
    return lambda other: (
        clusters.profile(other.index).numbers == MANY
        or clusters.profile(other.index).sorts <= kinds
    )


def _as_plural(root: int, spot: MentionNode, page: Page, clusters: Clusters) -> float:
    """The factor on the salience of a thing for "they": an organisation goes behind a plural, what is "they" already before."""
    spoken = [page.spots[index] for index in clusters.members(root) if index < spot.index]
    near = [other for other in spoken if other.sentence >= spot.sentence - 1]
    if any(other.pronoun is not None and other.pronoun.number == "plural" for other in near):
        return CENTRE
    is_many = clusters.profile(root).numbers == MANY or any(
        _has_plural_verb(other.token) for other in near
    )
    return 1.0 if is_many else COLLECTIVE


def _has_plural_verb(token: Token) -> bool:
    """True for the subject of a plural verb: "the firm have said"."""
    verb = token.head
    finite = next((child for child in verb.children if child.dep_ in ("aux", "auxpass")), verb)
    return token.dep_ in SUBJECTS and (finite.tag_ == "VBP" or finite.lower_ == "were")


def _topic(spot: MentionNode, page: Page, clusters: Clusters) -> int | None:
    """The group that the article is about, where nothing else that is many has been spoken of just now."""
    first = next(
        (other.index for other in page.spots if _leads(other, page) and _is_group(other, clusters)),
        None,
    )
    if (
        first is None
        or len(clusters.members(first)) < LEAST_TOPIC
        or not clusters.may_join(first, spot.index)
    ):
        return None
    others = (
        other for other in page.recent(spot, QUIET) if not clusters.together(first, other.index)
    )
    is_quiet = not any(_is_group(other, clusters) for other in others) and not rival(
        spot, page, QUIET, plural=True
    )
    return first if is_quiet else None


def _leads(spot: MentionNode, page: Page) -> bool:
    """True for the subject of one of the first sentences."""
    return (
        page.first_sentence <= spot.sentence < page.first_sentence + LEAD
        and spot.token.dep_ in SUBJECTS
    )


def _is_group(spot: MentionNode, clusters: Clusters) -> bool:
    profile = clusters.profile(spot.index)
    return profile.sorts == {EntityType.GROUP} and profile.numbers == MANY
