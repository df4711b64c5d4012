"""Passes for reflexive, personal and possessive pronouns of the third person.

Candidates are the things of the last sentences that agree in sort, gender and number, ranked by salience. A pronoun without a
clear winner stays alone.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse import clause_of, subjects
from kg.coref.clusters import Clusters
from kg.coref.groups import coordination
from kg.coref.lexicon import Pronoun, Sort
from kg.coref.page import Page, Spot
from kg.coref.salience import most_salient, ranking
from kg.model import Gender

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
        if word is None or word.person != 3 or word.use not in ("personal", "possessive") or is_pleonastic(spot.token):
            continue
        antecedent = _antecedent(spot, word, page, clusters, topic)
        if antecedent is not None:
            yield antecedent, spot.index


def _antecedent(spot: Spot, word: Pronoun, page: Page, clusters: Clusters, topic: int | None) -> int | None:
    """A mention of the thing that the pronoun stands for, or nothing."""
    if word.sorts == frozenset({Sort.PERSON}):
        found = most_salient(spot, page, clusters, WINDOW, lambda other: _is_human(other, clusters))
        if found is None and not ranking(spot, page, clusters, WINDOW, lambda other: _is_human(other, clusters)):
            return _cataphor(spot, page, clusters) or _topic(spot, topic, clusters)
        return found
    return most_salient(spot, page, clusters, WINDOW, lambda other: _is_thing(other, clusters))


def _is_human(other: Spot, clusters: Clusters) -> bool:
    return clusters.profile(other.index).sorts == {Sort.PERSON}


def _is_thing(other: Spot, clusters: Clusters) -> bool:
    return Sort.PERSON not in clusters.profile(other.index).sorts


def topic_person(page: Page, clusters: Clusters) -> int | None:
    """The first named person of the article."""
    return next((spot.index for spot in page.spots if spot.mention.is_name and clusters.profile(spot.index).is_person), None)


def _topic(spot: Spot, topic: int | None, clusters: Clusters) -> int | None:
    if topic is not None and topic < spot.index and clusters.may_join(topic, spot.index):
        return topic
    return None


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


def is_pleonastic(token: Token) -> bool:
    """True for an "it" that stands for nothing: "it is clear that", "it seems", "it rained"."""
    if token.lower_ != "it":
        return False
    verb = token.head
    if token.dep_ == "expl" or verb.lemma_ in ("seem", "appear", "rain", "snow", "happen", "turn"):
        return True
    clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "advcl") for child in verb.children)
    predicate = [child for child in verb.children if child.dep_ in ("acomp", "attr")]
    inner = any(grand.dep_ in ("ccomp", "xcomp", "csubj", "relcl", "acl") for child in predicate for grand in child.children)
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return (verb.lemma_ == "be" and bool(predicate) and (clause or inner)) or (passive and clause)
