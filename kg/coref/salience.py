"""How present a thing is in the reader's mind: weights by grammatical role, halved from sentence to sentence.

Source: Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution" (Computational Linguistics 20:4), with its
weights for subjects, objects and phrases that are not inside another.
"""

from collections.abc import Callable

from spacy.tokens import Token

from kg.coref.clusters import Clusters
from kg.coref.page import Page, Spot

RECENT, SUBJECT, OBJECT, OBLIQUE, HEAD = 100.0, 80.0, 50.0, 40.0, 80.0
NAME_BONUS = 20.0  # a name is a better antecedent than a description
DECAY = 0.5
MARGIN = 1.15  # the best candidate must be ahead of the next by this factor, else the pronoun stays alone
EMBEDDED = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})


def weight(token: Token) -> float:
    """The salience that one mention gives to its thing, in its own sentence."""
    role = _role_of(token)
    if role.dep_ in ("nsubj", "nsubjpass", "csubj"):
        own = SUBJECT
    elif role.dep_ in ("dobj", "dative", "iobj", "attr", "oprd", "ROOT"):
        own = OBJECT
    elif role.dep_ == "pobj":
        own = OBLIQUE
    else:
        own = 0.0
    return RECENT + own + (0.0 if _is_embedded(role) else HEAD)


def _role_of(token: Token) -> Token:
    """The first of a coordination, or the noun that an apposition stands beside: they share its role."""
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    return token


def _is_embedded(token: Token) -> bool:
    """True for a noun inside another noun phrase: "Lima" in "the mayor of Lima"."""
    if token.dep_ in EMBEDDED:
        return True
    return token.dep_ == "pobj" and token.head.dep_ == "prep" and token.head.head.pos_ in ("NOUN", "PROPN", "PRON")


def ranking(spot: Spot, page: Page, clusters: Clusters, window: int, fits: Callable[[Spot], bool]) -> list[tuple[float, int]]:
    """Clusters with a fitting mention in the window before this mention, most salient first, as (salience, root)."""
    score: dict[int, float] = {}
    for other in page.recent(spot, window):
        if fits(other) and clusters.may_join(other.index, spot.index):
            root = clusters.root(other.index)
            distance = spot.sentence - other.sentence
            named = NAME_BONUS if other.mention.is_name else 0.0
            score[root] = score.get(root, 0.0) + (weight(other.token) + named) * DECAY**distance
    return sorted(((value, root) for root, value in score.items()), key=lambda pair: (-pair[0], pair[1]))


def most_salient(
    spot: Spot, page: Page, clusters: Clusters, window: int, fits: Callable[[Spot], bool], margin: float = MARGIN
) -> int | None:
    """The root of the most salient fitting cluster; nothing where no other is clearly behind it."""
    ranked = ranking(spot, page, clusters, window, fits)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]):
        return None
    return ranked[0][1]
