"""Passes for reflexive, personal and possessive pronouns of the third person.

Candidates are the things of the last sentences that agree in sort, gender and number, ranked by salience. A pronoun without a
clear winner stays alone.
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.analyse import clause_of, subjects
from kg.analyse.grammar import SUBJECTS
from kg.coref.clusters import Clusters
from kg.coref.groups import nearest_list
from kg.coref.lexicon import ACTIONS, OWNED_BY_ACTORS
from kg.coref.page import Page, Spot
from kg.coref.profile import MANY
from kg.coref.pronoun_forms import Pronoun
from kg.coref.salience import DECAY, MARGIN, clear_winner, ranking, rival, weight
from kg.coref.sorts import Sort

ACTORS = frozenset({Sort.ORGANIZATION, Sort.GROUP})
TOPICAL = frozenset({"nsubj", "nsubjpass", "ROOT"})
COLLECTIVE = 0.5  # share of an organisation's salience that counts for "they"
NEAR = 1  # sentences back in which a name of unsure class may be a person
WINDOW = 3  # sentences back in which a pronoun looks for its antecedent


def reflexives(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """A reflexive and the subject of its clause."""
    for spot in page.spots:
        if spot.pronoun is None or spot.pronoun.use != "reflexive":
            continue
        subject = next(iter(subjects(clause_of(spot.token))), None)
        other = page.spot(subject) if subject is not None else None
        if other is not None and other.index < spot.index:
            yield other.index, spot.index


def pronouns(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Personal and possessive pronouns of the third person and their antecedents, in text order."""
    topic = topic_person(page, clusters)
    for spot in page.spots:
        word = spot.pronoun
        if word is None or word.person != 3 or word.use not in ("personal", "possessive"):
            continue
        antecedent = _antecedent(spot, word, page, clusters, topic)
        if antecedent is not None:
            yield antecedent, spot.index


def _antecedent(spot: Spot, word: Pronoun, page: Page, clusters: Clusters, topic: int | None) -> int | None:
    """A mention of the thing that the pronoun stands for, or nothing."""
    if word.sorts == frozenset({Sort.PERSON}):
        return _person(spot, page, clusters, topic)
    if word.number == "plural":
        return _plural(spot, page, clusters)
    return _neuter(spot, page, clusters)


def _neuter(spot: Spot, page: Page, clusters: Clusters) -> int | None:
    """The antecedent of "it" and "its": ahead of all nouns that are no mentions, unless only somebody who acts can be meant."""
    acts = _is_actor(spot.token)
    floor = 0.0 if acts else rival(spot, page, WINDOW, plural=False)
    return clear_winner(ranking(spot, page, clusters, WINDOW, lambda other: _is_thing(other, clusters, acts=acts)), floor)


def _plural(spot: Spot, page: Page, clusters: Clusters) -> int | None:
    """The antecedent of "they" and "their": a group or a plural before a single organisation.

    Where a list of single things is nearer than any group, the pronoun is a new group with these members, and nothing is found.
    """
    fits = _is_many(clusters, collective=spot.mention.text.lower() != "them")  # "them" is hardly ever a single firm
    found = [(_as_plural(score, root, clusters), root) for score, root in ranking(spot, page, clusters, WINDOW, fits)]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    members = nearest_list(spot, page, clusters, NEAR)
    listed = weight(members[0].token) * DECAY ** (spot.sentence - members[0].sentence) if members else 0.0
    if listed and (not found or found[0][0] * MARGIN < listed):
        clusters.add_parts(spot.index, (member.index for member in members))
        return None
    return clear_winner(found, 0.0 if _is_actor(spot.token) else rival(spot, page, WINDOW, plural=True))


def _is_many(clusters: Clusters, *, collective: bool) -> Callable[[Spot], bool]:
    """The test for groups and plurals, and for organisations where these are asked for."""
    kinds = ACTORS if collective else frozenset()
    return lambda other: clusters.profile(other.index).numbers == MANY or clusters.profile(other.index).sorts <= kinds


def _as_plural(score: float, root: int, clusters: Clusters) -> float:
    """The salience of a thing for "they": an organisation goes behind a plural."""
    return score if clusters.profile(root).numbers == MANY else score * COLLECTIVE


def _person(spot: Spot, page: Page, clusters: Clusters, topic: int | None) -> int | None:
    """The antecedent of "he" or "she". Where no person is near: a subject of unsure class, the one that follows, the topic."""
    known = ranking(spot, page, clusters, WINDOW, lambda other: _is_human(other, clusters))
    if known:
        return clear_winner(known)
    unsure = ranking(spot, page, clusters, NEAR, lambda other: _may_be_human(other, clusters))
    if unsure:
        return clear_winner(unsure)
    for found in (_cataphor(spot, page, clusters), topic):
        if found is not None and clusters.may_join(found, spot.index):
            return found
    return None


def _may_be_human(other: Spot, clusters: Clusters) -> bool:
    """True for a name of unsure class that is the subject of its clause."""
    return other.mention.is_name and Sort.PERSON in clusters.profile(other.index).sorts and other.token.dep_ in SUBJECTS


def _is_actor(token: Token) -> bool:
    """True for a pronoun that can only stand for somebody who acts: "it announced", "its headquarters"."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in OWNED_BY_ACTORS
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in ACTIONS


def _is_human(other: Spot, clusters: Clusters) -> bool:
    return clusters.profile(other.index).sorts == {Sort.PERSON}


def _is_thing(other: Spot, clusters: Clusters, *, acts: bool) -> bool:
    """True for what "it" or "they" may stand for; only for organisations, groups and countries where the pronoun acts."""
    profile = clusters.profile(other.index)
    if other.token.dep_ in ("amod", "compound", "nmod") and profile.sorts == {Sort.PLACE}:
        return False  # "Danish" in "Danish ships"
    if acts:
        return profile.sorts <= ACTORS or "schema:Country" in profile.types
    return not profile.is_person


def topic_person(page: Page, clusters: Clusters) -> int | None:
    """The first named person of the article, where it stands so high that the whole text may be about that person."""
    first = next((spot for spot in page.spots if spot.mention.is_name and clusters.profile(spot.index).is_person), None)
    return first.index if first is not None and first.token.dep_ in TOPICAL else None


def _cataphor(spot: Spot, page: Page, clusters: Clusters) -> int | None:
    """The subject that follows in the sentence: "In his first speech, Smith …"."""
    root = spot.token.sent.root
    for subject in subjects(root):
        other = page.spot(subject)
        if (
            other is not None
            and other.index > spot.index
            and other.mention.is_name
            and clusters.may_join(other.index, spot.index)
        ):
            return other.index
    return None
