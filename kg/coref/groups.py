"""Groups and their known members: "the envoys, including X and Y", "X, one of the envoys", "X and Y … they"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse import conjuncts
from kg.coref.clusters import Clusters
from kg.coref.lexicon import Sort
from kg.coref.page import Page, Spot

INCLUDING = frozenset({"including", "like"})
ONE_OF = frozenset({"one", "member", "part", "some", "two", "three", "among"})


def note_members(page: Page, clusters: Clusters) -> None:
    """Write down the members of groups that the article names beside the group."""
    for spot in page.spots:
        clusters_members = [*_included(spot, page), *_one_of(spot, page)]
        if clusters_members and Sort.PERSON not in clusters.profile(spot.index).sorts:
            clusters.add_parts(spot.index, (member.index for member in clusters_members))


def _included(spot: Spot, page: Page) -> Iterator[Spot]:
    """X and Y in "the envoys, including X and Y"."""
    if not spot.mention.plural:
        return
    for preposition in spot.token.children:
        if preposition.dep_ == "prep" and (preposition.lower_ in INCLUDING or _such_as(preposition)):
            for noun in preposition.children:
                if noun.dep_ == "pobj":
                    yield from _named(noun, page)


def _such_as(preposition: Token) -> bool:
    return preposition.lower_ == "as" and any(child.lower_ == "such" for child in preposition.children)


def _one_of(spot: Spot, page: Page) -> Iterator[Spot]:
    """X in "X, one of the envoys" and "X is one of the envoys"."""
    of = spot.token.head
    one = of.head
    if spot.token.dep_ != "pobj" or of.lower_ != "of" or one.lower_ not in ONE_OF or not spot.mention.plural:
        return
    if one.dep_ == "appos":
        yield from _named(one.head, page)
    elif one.dep_ == "attr" and one.head.lemma_ == "be":
        for subject in one.head.children:
            if subject.dep_ == "nsubj":
                yield from _named(subject, page)


def _named(noun: Token, page: Page) -> Iterator[Spot]:
    """The mentions of a noun and of all that is coordinated with it."""
    for token in conjuncts(noun):
        spot = page.spot(token)
        if spot is not None:
            yield spot


def coordination(spot: Spot, page: Page) -> tuple[Spot, ...]:
    """The mentions of a list that starts with this one, empty where it starts none."""
    if spot.token.dep_ == "conj":
        return ()
    found = tuple(_named(spot.token, page))
    return found if len(found) > 1 else ()
