"""What can never be one thing, whatever it is called: coordinated phrases, subject and object of a verb, a phrase and its parts.

Source: binding theory as used in Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution", and the i-within-i
constraint of Lee et al. 2013.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse import conjuncts
from kg.coref.clusters import Clusters
from kg.coref.page import Page, Spot

# Links through which a word inside a noun phrase is a part of it; relative clauses and appositions speak of the phrase itself.
INSIDE = frozenset({"poss", "prep", "pobj", "compound", "nmod", "amod", "nummod", "det"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "iobj", "oprd"})
LONGEST_LIST = 20  # coordinated phrases that are compared with each other


def keep_apart(page: Page, clusters: Clusters) -> None:
    """Forbid every pair of mentions that grammar forbids."""
    for spot in page.spots:
        for other in (*_coordinated(spot, page), *_containers(spot, page), *_fellow_arguments(spot, page)):
            clusters.keep_apart(spot.index, other.index)
        if spot.quote >= 0:
            _not_the_speaker(spot, page, clusters)


def _coordinated(spot: Spot, page: Page) -> Iterator[Spot]:
    """What is coordinated with the mention and after it in the list."""
    for token in list(conjuncts(spot.token))[1:LONGEST_LIST]:
        other = page.spot(token)
        if other is not None:
            yield other


def _containers(spot: Spot, page: Page) -> Iterator[Spot]:
    """The noun phrases that the mention is a part of: "his" in "his daughter", "Lima" in "the mayor of Lima"."""
    token = spot.token
    while token.dep_ in INSIDE and token.head != token:
        if _is_appositive_compound(token):
            return
        token = token.head
        other = page.spot(token)
        if other is not None:
            yield other


def _is_appositive_compound(token: Token) -> bool:
    """True for a description that the parser hangs below the name it introduces: "his daughter Ann", "the firm Acme"."""
    return token.dep_ in ("compound", "nmod") and token.pos_ == "NOUN" and token.head.pos_ == "PROPN"


def _fellow_arguments(spot: Spot, page: Page) -> Iterator[Spot]:
    """The other arguments of the same verb, after this one, unless one of them is a reflexive."""
    if spot.token.dep_ not in ARGUMENTS or _is_reflexive(spot):
        return
    for token in spot.token.head.children:
        if token.i <= spot.token.i:
            continue
        for filler in _fillers(token):
            other = page.spot(filler)
            if other is not None and not _is_reflexive(other):
                yield other


def _fillers(token: Token) -> Iterator[Token]:
    """The nouns of an argument, also behind a preposition where it belongs to the verb: "he talked to him"."""
    if token.dep_ in ARGUMENTS:
        yield from conjuncts(token)
    elif token.dep_ in ("prep", "agent", "dative"):
        for noun in token.children:
            if noun.dep_ == "pobj":
                yield from conjuncts(noun)


def _is_reflexive(spot: Spot) -> bool:
    return spot.pronoun is not None and spot.pronoun.use == "reflexive"


def _not_the_speaker(spot: Spot, page: Page, clusters: Clusters) -> None:
    """Nobody calls himself "he" in his own words."""
    speaker = page.quotes[spot.quote].speaker
    word = spot.pronoun
    if word is not None and word.person == 3 and word.use != "relative" and speaker is not None and speaker in page.index_of:
        clusters.keep_apart(spot.index, page.index_of[speaker])
