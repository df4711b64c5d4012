"""Passes for reflexive, personal and possessive pronouns of the third person.

Candidates are the things of the last sentences that agree in sort, gender and number, ranked by salience. A pronoun without a
clear winner stays alone.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.text.coref.clusters import Clusters
from kg.text.coref.entity_types import EntityType
from kg.text.coref.lexicon import ACTIONS, OWNED_BY_ACTORS
from kg.text.coref.plurals import ACTORS, plural_antecedent
from kg.text.coref.positions import MentionNode, Page
from kg.text.coref.pronoun_forms import Pronoun
from kg.text.coref.salience import Ranking, clear_winner, ranking, rival
from kg.text.coref.speakers import is_heard
from kg.text.coref.unnamed import outside_organization, outside_person
from kg.text.parse import SUBJECTS, clause_of, subjects
from kg.trace import stopped

TOPICAL = frozenset({"nsubj", "nsubjpass", "ROOT"})
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
        else:
            stopped("reflexive", spot.mention, "the subject of its clause is no mention before it")


def pronouns(page: Page, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Personal and possessive pronouns of the third person and their antecedents, in text order."""
    topic = topic_person(page, clusters)
    for spot in page.spots:
        word = spot.pronoun
        if word is None or word.person != 3 or word.use not in ("personal", "possessive"):
            continue
        antecedent = _antecedent(spot, word, page, clusters, topic)
        if antecedent is None:
            stopped(
                "pronoun",
                spot.mention,
                "nothing before it fits, or nothing is clearly more present than the rest",
            )
        else:
            yield antecedent, spot.index


def _antecedent(
    spot: MentionNode, word: Pronoun, page: Page, clusters: Clusters, topic: int | None
) -> int | None:
    """A mention of the thing that the pronoun stands for, or nothing."""
    beside = _beside_owner(spot, page, clusters)
    if beside is not None:
        return beside
    if word.entity_types == frozenset({EntityType.PERSON}):
        return _person(spot, page, clusters, topic)
    if word.number == "plural":
        return plural_antecedent(spot, page, clusters, window=WINDOW, acts=_is_actor(spot.token))
    return _neuter(spot, page, clusters)


def _neuter(spot: MentionNode, page: Page, clusters: Clusters) -> int | None:
    """The antecedent of "it" and "its": ahead of all nouns that are no mentions, unless only somebody who acts can be meant."""
    acts = _is_actor(spot.token)
    floor = 0.0 if acts else rival(spot, page, WINDOW, plural=False)

    def fits(other: MentionNode) -> bool:
        return _is_thing(other, clusters, acts=acts) and is_heard(other, spot, page, clusters)

    ranked = ranking(spot, page, clusters, WINDOW, fits)
    found = _winner(spot, ranked, page, floor)
    return found if found is not None or ranked else outside_organization(spot, page, clusters)


def _beside_owner(spot: MentionNode, page: Page, clusters: Clusters) -> int | None:
    """Acme in "Acme and its staff", Ann Lee in "Tom Vance met Ann Lee and her brother"."""
    owned = spot.token.head
    other = page.spot(owned.head) if spot.token.dep_ == "poss" and owned.dep_ == "conj" else None
    if (
        other is None
        or other.index > spot.index
        or not clusters.profile(other.index).nouns | clusters.profile(other.index).names
    ):
        return None
    return other.index if clusters.may_join(other.index, spot.index) else None


def _person(spot: MentionNode, page: Page, clusters: Clusters, topic: int | None) -> int | None:
    """The antecedent of "he" or "she". Where no person is near: a subject of unsure class, the one that follows, the topic."""
    known = ranking(spot, page, clusters, WINDOW, lambda other: _is_human(other, clusters))
    if known:
        winner = _winner(spot, known, page)
        return winner if winner is not None else _preferred(spot, known, page, clusters, topic)
    unsure = ranking(spot, page, clusters, NEAR, lambda other: _may_be_human(other, clusters))
    if unsure:
        return _winner(spot, unsure, page)
    for found in (_cataphor(spot, page, clusters), topic):
        if found is not None and clusters.may_join(found, spot.index):
            return found
    return outside_person(spot, page, clusters)


def _preferred(
    spot: MentionNode, ranked: Ranking, page: Page, clusters: Clusters, topic: int | None
) -> int | None:
    """The person whom the article is about, where the subject of a sentence may be that one or another of those before it."""
    if spot.token.dep_ not in SUBJECTS or spot.token.head.dep_ != "ROOT":
        return None
    roots = {root for _, root in ranked[:2]}
    here = {
        clusters.root(other.index)
        for other in page.by_sentence[spot.sentence]
        if other.index < spot.index
    }
    if topic is not None and clusters.root(topic) in roots - here:
        return topic
    outside = [root for root in roots - here if clusters.is_outside(root)]
    return outside[0] if len(outside) == 1 else None


def _winner(spot: MentionNode, ranked: Ranking, page: Page, floor: float = 0.0) -> int | None:
    """Return the root at the top of a ranking if it is clearly ahead, and not below `floor`: a noun that is no mention."""
    found = clear_winner(ranked, floor)
    if found is None and ranked:
        first, *others = (page.spots[root].mention for _, root in ranked[:2])
        if ranked[0][0] < floor:
            stopped(
                "pronoun",
                spot.mention,
                "a noun that is no mention is more present than “{}”",
                first,
            )
        else:
            stopped(
                "pronoun",
                spot.mention,
                "“{}” is not clearly more present than “{}”",
                first,
                *others,
            )
    return found


def _may_be_human(other: MentionNode, clusters: Clusters) -> bool:
    """True for a name of unsure class that is the subject of its clause."""
    return (
        other.mention.is_name
        and EntityType.PERSON in clusters.profile(other.index).sorts
        and other.token.dep_ in SUBJECTS
    )


def _is_actor(token: Token) -> bool:
    """True for a pronoun that can only stand for somebody who acts: "it announced", "its headquarters"."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in OWNED_BY_ACTORS
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in ACTIONS


def _is_human(other: MentionNode, clusters: Clusters) -> bool:
    return clusters.profile(other.index).sorts == {EntityType.PERSON}


def _is_thing(other: MentionNode, clusters: Clusters, *, acts: bool) -> bool:
    """True for what "it" or "they" may stand for; only for organisations, groups and countries where the pronoun acts."""
    profile = clusters.profile(other.index)
    if other.token.dep_ in ("amod", "compound", "nmod") and profile.sorts == {EntityType.PLACE}:
        return False  # "Danish" in "Danish ships"
    if acts:
        return profile.sorts <= ACTORS or "schema:Country" in profile.types
    return not profile.is_person


def topic_person(page: Page, clusters: Clusters) -> int | None:
    """The first named person of the article, where it stands so high that the whole text may be about that person."""
    first = next(
        (
            spot
            for spot in page.spots
            if spot.mention.is_name and clusters.profile(spot.index).is_person
        ),
        None,
    )
    return first.index if first is not None and first.token.dep_ in TOPICAL else None


def _cataphor(spot: MentionNode, page: Page, clusters: Clusters) -> int | None:
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
