"""How present a thing is in the reader's mind: weights by grammatical role, halved from sentence to sentence.

Source: Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution" (Computational Linguistics 20:4), with its
weights for subjects, objects and phrases that are not inside another.
"""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.positions import MentionNode, Page
from kg.text.parse import SUBJECTS

Ranking = Sequence[tuple[float, int]]

RECENT, SUBJECT, OBJECT, OBLIQUE, HEAD = 100.0, 80.0, 50.0, 40.0, 80.0
NAME_BONUS = 20.0  # a name is a better antecedent than a description
SAME_CLAUSE = 50.0  # for the subject of the clause that the pronoun is in
LATER_IN_LIST = (
    0.75  # share of the weight for a plural behind another: "the envoys and their families … they"
)
DECAY = 0.5
MARGIN = 1.15  # the best candidate must be ahead of the next by this factor, else the pronoun stays alone
SINGULAR_TAGS = frozenset({"NN", "NNP"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
INDEFINITE = word_set("pronouns", "coref-indefinite")
EMBEDDED = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})


def weight(token: Token) -> float:
    """The salience that one mention gives to its thing, in its own sentence."""
    role = _role_of(token)
    if role.dep_ in SUBJECTS:
        own = SUBJECT
    elif role.dep_ in ("dobj", "dative", "iobj", "attr", "oprd", "ROOT"):
        own = OBJECT
    elif role.dep_ == "pobj":
        own = OBLIQUE
    else:
        own = 0.0
    share = LATER_IN_LIST if token.dep_ == "conj" and token.tag_ in PLURAL_TAGS else 1.0
    return share * (RECENT + own + (0.0 if _is_embedded(role) else HEAD))


def _role_of(token: Token) -> Token:
    """The first of a coordination, or the noun that an apposition stands beside: they share its role."""
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    return token


def _is_embedded(token: Token) -> bool:
    """True for a noun inside another noun phrase: "Lima" in "the mayor of Lima"."""
    if token.dep_ in EMBEDDED:
        return True
    return (
        token.dep_ == "pobj"
        and token.head.dep_ == "prep"
        and token.head.head.pos_ in ("NOUN", "PROPN", "PRON")
    )


def ranking(
    spot: MentionNode,
    page: Page,
    clusters: Clusters,
    window: int,
    fits: Callable[[MentionNode], bool],
) -> Ranking:
    """Clusters with a fitting mention in the window before this mention, most salient first, as (salience, root).

    Of the mentions that a thing has in one sentence, the weightiest counts.
    """
    best: dict[tuple[int, int], float] = {}
    for other in page.recent(spot, window):
        if (
            fits(other)
            and not _is_unresolved(other, clusters)
            and clusters.may_join(other.index, spot.index)
        ):
            key = (clusters.root(other.index), other.sentence)
            best[key] = max(best.get(key, 0.0), _presence(other, spot))
    score: dict[int, float] = {}
    for (root, _), value in best.items():
        score[root] = score.get(root, 0.0) + value
    return sorted(
        ((value, root) for root, value in score.items()), key=lambda pair: (-pair[0], pair[1])
    )


def _is_unresolved(other: MentionNode, clusters: Clusters) -> bool:
    """True for a pronoun of the third person that found no antecedent and has no list behind it: it is nobody else, either."""
    word = other.pronoun
    if (
        word is None
        or word.person != 3
        or clusters.parts(other.index)
        or clusters.is_outside(other.index)
    ):
        return False
    profile = clusters.profile(other.index)
    return not profile.names and not profile.nouns


def _presence(other: MentionNode, spot: MentionNode) -> float:
    """How much one mention makes its thing present at a later one."""
    named = NAME_BONUS if other.mention.is_name else 0.0
    return (weight(other.token) + named + _of_clause(other.token, spot.token)) * DECAY ** (
        spot.sentence - other.sentence
    )


def _of_clause(token: Token, pronoun: Token) -> float:
    """What it is worth to be the subject of a clause around the pronoun."""
    return SAME_CLAUSE if _is_subject_above(token, pronoun) else 0.0


def _is_subject_above(subject: Token, token: Token) -> bool:
    """True where the first is the subject of a verb that the second hangs below: "the firm closed its doors"."""
    subject = _role_of(subject)
    return (
        subject.dep_ in SUBJECTS
        and subject.head.is_ancestor(token)
        and not subject.is_ancestor(token)
    )


def rival(spot: MentionNode, page: Page, window: int, *, plural: bool) -> float:
    """The salience of the most salient noun in the window that is no mention: "the report", "the planes"."""
    score: dict[str, float] = {}
    for number in range(max(0, spot.sentence - window), spot.sentence + 1):
        start, end = page.sentences[number]
        for token in page.doc[start : min(end, spot.token.i)]:
            if page.is_free(token) and _is_rival(token, spot.token, plural=plural):
                key = token.lemma_.lower()
                value = weight(token) + _of_clause(token, spot.token)
                score[key] = max(score.get(key, 0.0), value * DECAY ** (spot.sentence - number))
    return max(score.values(), default=0.0)


def _is_rival(token: Token, pronoun: Token, *, plural: bool) -> bool:
    """True for a noun of the pronoun's number that is not inside another phrase, and that the pronoun is no part of."""
    if token.tag_ == "CD":  # "the 747" is a thing where it is a subject
        fits = token.dep_ in SUBJECTS and not plural
    elif token.lower_ in INDEFINITE:
        fits = token.dep_ in SUBJECTS and plural
    else:
        fits = token.tag_ in (PLURAL_TAGS if plural else SINGULAR_TAGS) or (
            plural and _is_listed_subject(token)
        )
    return fits and not _is_embedded(token) and not token.is_ancestor(pronoun)


def _is_listed_subject(token: Token) -> bool:
    """True for the first of several nouns that are a subject together."""
    return (
        token.dep_ in SUBJECTS
        and token.tag_ in SINGULAR_TAGS
        and any(child.dep_ == "conj" for child in token.children)
    )


def clear_winner(ranked: Ranking, floor: float = 0.0) -> int | None:
    """The root at the top of a ranking; nothing where it is not clearly ahead of the next, or not above `floor`."""
    if (
        not ranked
        or ranked[0][0] < floor
        or (len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0])
    ):
        return None
    return ranked[0][1]
