"""Salience of a thing: weights by grammatical role, fading from sentence to sentence.

Source: Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution" (Computational
Linguistics 20:4), with its weights by role. The values are those that find most antecedents in the
training half of newsgold.
"""

from collections import defaultdict
from collections.abc import (
    Callable,
    Iterator,
    Mapping,
    Sequence,
)
from math import log

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.parse import (
    SUBJECTS,
    governor_of,
    has_child,
)
from kg.text.parse.labels import (
    NAMED_BESIDE,
    NOUNS_AND_PRONOUNS,
    PLURALS,
    SINGULARS,
)

Ranking = Sequence[tuple[float, MentionNode]]

RECENT, SUBJECT, OBJECT, OBLIQUE, HEAD = 100.0, 60.0, 50.0, 20.0, 50.0
NAME_BONUS = 40.0  # a name is a better antecedent than a description
PARALLEL = 30.0  # for a subject, if the pronoun is one, too
PROMINENCE = 0.2  # gain with the logarithm of the mentions that a thing has had so far
SAME_GENDER = 1.5  # factor for a thing that is known to be of the gender of the pronoun
SAME_CLAUSE = 90.0  # for the subject of the clause that the pronoun is in
LATER_IN_LIST = 0.75  # share of a plural's weight behind another: "the envoys and their families"
DECAY = 0.35
MARGIN = 1.15  # the best must be ahead of the next by this factor, else the pronoun stays alone
OBJECTS = word_set("labels", "salient-as-object")
EMBEDDED = word_set("labels", "embedded-in-a-noun-phrase")
INDEFINITE = word_set("pronouns", "coref-indefinite")


def weight(token: Token) -> float:
    """Return the salience that one mention gives to its thing, in its own sentence."""
    role = _role_of(token)
    whole = RECENT + _weight_of_role(role)
    if not _is_embedded(role):
        whole += HEAD
    is_later_plural = token.dep_ == "conj" and token.tag_ in PLURALS
    if is_later_plural:
        return LATER_IN_LIST * whole
    return whole


def _weight_of_role(token: Token) -> float:
    """Return the salience of the grammatical role of a noun."""
    if token.dep_ in SUBJECTS:
        return SUBJECT
    if token.dep_ in OBJECTS:
        return OBJECT
    if token.dep_ == "pobj":
        return OBLIQUE
    return 0.0


def _role_of(token: Token) -> Token:
    """Return the first of a coordination, or the noun that an apposition stands beside.

    They share its role.
    """
    while token.dep_ in NAMED_BESIDE and token.head != token:
        token = token.head
    return token


def _is_embedded(token: Token) -> bool:
    """Return whether a noun is inside another noun phrase: "Lima" in "the mayor of Lima"."""
    if token.dep_ in EMBEDDED:
        return True
    if token.head.dep_ != "prep":
        return False
    governor = governor_of(token)
    if governor is None:
        return False
    return governor.pos_ in NOUNS_AND_PRONOUNS


def ranking(
    node: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
    window: int,
    fits: Callable[[MentionNode], bool],
) -> Ranking:
    """Return the clusters with a fitting mention in the window before a mention.

    The most salient comes first. Of the mentions that a thing has in one sentence, the weightiest
    counts.
    """
    best: dict[tuple[MentionNode, int], float] = defaultdict(float)
    for other in _candidates(node, document, clusters, window, fits):
        key = (clusters.root(other), other.sentence)
        best[key] = max(best[key], _presence(other, node))
    salience_of: dict[MentionNode, float] = defaultdict(float)
    for (root, _), presence in best.items():
        salience_of[root] += presence
    for root in salience_of:
        salience_of[root] *= _standing(root, node, clusters)
    return ranked(salience_of)


def _standing(root: MentionNode, node: MentionNode, clusters: Clusters) -> float:
    """Return the factor for a thing that the article keeps speaking of, and for its gender.

    Who has been spoken of ten times is more likely meant than who was named once.
    """
    earlier = sum(other < node for other in clusters.members(root))
    standing = 1 + PROMINENCE * log(max(earlier, 1))
    gender = node.mention.gender
    if gender and gender == clusters.attributes(root).gender:
        standing *= SAME_GENDER
    return standing


def ranked(salience_of: Mapping[MentionNode, float]) -> Ranking:
    """Return things with their salience, the most salient first, then in text order."""

    def place(root: MentionNode) -> tuple[float, int]:
        return -salience_of[root], root.index

    return [(salience_of[root], root) for root in sorted(salience_of, key=place)]


def _candidates(
    node: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
    window: int,
    fits: Callable[[MentionNode], bool],
) -> Iterator[MentionNode]:
    """Yield the mentions in the window that fit and may be one with the mention."""
    for other in filter(fits, document.recent(node, window)):
        if _is_unresolved(other, clusters):
            continue
        if clusters.may_join(other, node):
            yield other


def _is_unresolved(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a pronoun found no antecedent and has no list behind it.

    Such a pronoun is nobody's antecedent, either.
    """
    if not other.person or clusters.is_described(other):
        return False
    if clusters.split_antecedents(other):
        return False
    return not clusters.is_unnamed(other)


def _presence(other: MentionNode, node: MentionNode) -> float:
    """Return how salient one mention makes its thing at a later one."""
    presence = weight(other.token) + _same_clause(other.token, node.token)
    if other.is_name:
        presence += NAME_BONUS
    if _role_of(other.token).dep_ in SUBJECTS and node.dep in SUBJECTS:
        presence += PARALLEL
    distance = node.sentence - other.sentence
    return presence * DECAY**distance


def _same_clause(token: Token, pronoun: Token) -> float:
    """Return what it is worth to be the subject of a clause around the pronoun."""
    if _is_subject_above(token, pronoun):
        return SAME_CLAUSE
    return 0.0


def _is_subject_above(subject: Token, token: Token) -> bool:
    """Return whether the verb of a subject is above a token: "the firm closed its doors"."""
    subject = _role_of(subject)
    if subject.dep_ not in SUBJECTS:
        return False
    if subject.is_ancestor(token):
        return False
    return subject.head.is_ancestor(token)


def rival(node: MentionNode, document: MentionDocument, window: int, *, plural: bool) -> float:
    """Return the salience of the most salient noun in the window that is no mention.

    Such nouns are "the report" and "the planes".
    """
    salience = 0.0
    farthest = min(window, node.sentence)
    for distance in range(farthest + 1):
        sentence = node.sentence - distance
        for token in _rivals(node, document, sentence, plural=plural):
            presence = weight(token) + _same_clause(token, node.token)
            salience = max(salience, presence * DECAY**distance)
    return salience


def _rivals(
    node: MentionNode, document: MentionDocument, sentence: int, *, plural: bool
) -> Iterator[Token]:
    """Yield the nouns of a sentence before a pronoun that it may stand for and no mention has.

    A rival is not inside another phrase, and the pronoun is no part of it.
    """
    start, end = document.sentences[sentence]
    before = document.doc[start : min(end, node.token.i)]
    agrees = _is_plural_rival if plural else _is_singular_rival
    for token in filter(document.is_free, before):
        if not agrees(token) or _is_embedded(token):
            continue
        if not token.is_ancestor(node.token):
            yield token


def _is_singular_rival(token: Token) -> bool:
    """Return whether a token is a noun that "it" may stand for."""
    if token.tag_ == "CD":
        return token.dep_ in SUBJECTS  # "the 747" is a thing if it is a subject
    return token.tag_ in SINGULARS and token.lower_ not in INDEFINITE


def _is_plural_rival(token: Token) -> bool:
    """Return whether a token is a noun that "they" may stand for."""
    if token.tag_ == "CD":
        return False
    if token.lower_ in INDEFINITE:
        return token.dep_ in SUBJECTS
    if token.tag_ in PLURALS:
        return True
    return _is_listed_subject(token)


def _is_listed_subject(token: Token) -> bool:
    """Return whether a noun is the first of several that are a subject together."""
    if token.dep_ not in SUBJECTS:
        return False
    if token.tag_ not in SINGULARS:
        return False
    return has_child(token, "conj")


def clear_winner(things: Ranking, floor: float = 0.0, margin: float = MARGIN) -> MentionNode | None:
    """Return the root at the top of a ranking, None if none is clear.

    It must be ahead of the next by the factor `margin` and not below `floor`.
    """
    if not things:
        return None
    (first, root), *others = things
    if first < floor:
        return None
    if any(first < margin * salience for salience, _ in others[:1]):
        return None
    return root
