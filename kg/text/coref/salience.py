"""How salient a thing is: weights by grammatical role, halved from sentence to sentence.

Source: Lappin and Leass 1994, "An algorithm for pronominal anaphora resolution" (Computational
Linguistics 20:4), with its weights for subjects, objects and phrases that are not inside another.
"""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.text.coref.clusters import Clusters
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.parse import SUBJECTS, has_child

Ranking = Sequence[tuple[float, int]]

RECENT, SUBJECT, OBJECT, OBLIQUE, HEAD = 100.0, 80.0, 50.0, 40.0, 80.0
NAME_BONUS = 20.0  # a name is a better antecedent than a description
SAME_CLAUSE = 50.0  # for the subject of the clause that the pronoun is in
LATER_IN_LIST = 0.75  # share of a plural's weight behind another: "the envoys and their families"
DECAY = 0.5
MARGIN = 1.15  # the best must be ahead of the next by this factor, else the pronoun stays alone
SINGULAR_TAGS = frozenset({"NN", "NNP"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
NOUN_CLASSES = frozenset({"NOUN", "PROPN", "PRON"})
OBJECTS = frozenset({"dobj", "dative", "iobj", "attr", "oprd", "ROOT"})
EMBEDDED = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
INDEFINITE = word_set("pronouns", "coref-indefinite")


def weight(token: Token) -> float:
    """Return the salience that one mention gives to its thing, in its own sentence."""
    role = _role_of(token)
    head = 0.0 if _is_embedded(role) else HEAD
    is_later_plural = token.dep_ == "conj" and token.tag_ in PLURAL_TAGS
    share = LATER_IN_LIST if is_later_plural else 1.0
    return share * (RECENT + _weight_of_role(role) + head)


def _weight_of_role(token: Token) -> float:
    if token.dep_ in SUBJECTS:
        return SUBJECT
    if token.dep_ in OBJECTS:
        return OBJECT
    return OBLIQUE if token.dep_ == "pobj" else 0.0


def _role_of(token: Token) -> Token:
    """Return the first of a coordination, or the noun that an apposition stands beside.

    They share its role.
    """
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    return token


def _is_embedded(token: Token) -> bool:
    """Return whether a noun is inside another noun phrase: "Lima" in "the mayor of Lima"."""
    if token.dep_ in EMBEDDED:
        return True
    is_prepositional = token.dep_ == "pobj" and token.head.dep_ == "prep"
    return is_prepositional and token.head.head.pos_ in NOUN_CLASSES


def ranking(
    node: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
    window: int,
    fits: Callable[[MentionNode], bool],
) -> Ranking:
    """Return the clusters with a fitting mention in the window before a mention.

    The most salient comes first, as (salience, root). Of the mentions that a thing has in one
    sentence, the weightiest counts.
    """
    best: dict[tuple[int, int], float] = {}
    for other in _candidates(node, document, clusters, window, fits):
        key = (clusters.root(other.index), other.sentence)
        best[key] = max(best.get(key, 0.0), _presence(other, node))
    salience_of: dict[int, float] = {}
    for (root, _), presence in best.items():
        salience_of[root] = salience_of.get(root, 0.0) + presence
    ranked = [(salience, root) for root, salience in salience_of.items()]
    return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))


def _candidates(
    node: MentionNode,
    document: MentionDocument,
    clusters: Clusters,
    window: int,
    fits: Callable[[MentionNode], bool],
) -> Iterator[MentionNode]:
    """Yield the mentions in the window that fit and may be one with the mention."""
    for other in document.recent(node, window):
        if not fits(other) or _is_unresolved(other, clusters):
            continue
        if clusters.may_join(other.index, node.index):
            yield other


def _is_unresolved(other: MentionNode, clusters: Clusters) -> bool:
    """Return whether a pronoun of the third person found no antecedent and has no list behind it.

    Such a pronoun is nobody's antecedent, either.
    """
    pronoun = other.pronoun
    if pronoun is None or pronoun.person != 3:
        return False
    if clusters.split_antecedents(other.index) or clusters.is_unnamed(other.index):
        return False
    return not clusters.attributes(other.index).is_described


def _presence(other: MentionNode, node: MentionNode) -> float:
    """Return how salient one mention makes its thing at a later one."""
    named = NAME_BONUS if other.mention.is_name else 0.0
    presence = weight(other.token) + named + _same_clause(other.token, node.token)
    return presence * DECAY ** (node.sentence - other.sentence)


def _same_clause(token: Token, pronoun: Token) -> float:
    """Return what it is worth to be the subject of a clause around the pronoun."""
    return SAME_CLAUSE if _is_subject_above(token, pronoun) else 0.0


def _is_subject_above(subject: Token, token: Token) -> bool:
    """Return whether the verb of a subject is above a token: "the firm closed its doors"."""
    subject = _role_of(subject)
    if subject.dep_ not in SUBJECTS or subject.is_ancestor(token):
        return False
    return subject.head.is_ancestor(token)


def rival(node: MentionNode, document: MentionDocument, window: int, *, plural: bool) -> float:
    """Return the salience of the most salient noun in the window that is no mention.

    Such nouns are "the report" and "the planes".
    """
    salience = 0.0
    for number in range(max(0, node.sentence - window), node.sentence + 1):
        decay = DECAY ** (node.sentence - number)
        for token in _rivals(node, document, number, plural=plural):
            presence = weight(token) + _same_clause(token, node.token)
            salience = max(salience, presence * decay)
    return salience


def _rivals(
    node: MentionNode, document: MentionDocument, sentence: int, *, plural: bool
) -> Iterator[Token]:
    """Yield the nouns of a sentence before a pronoun that it may stand for and no mention has."""
    start, end = document.sentences[sentence]
    for token in document.doc[start : min(end, node.token.i)]:
        if document.is_free(token) and _is_rival(token, node.token, plural=plural):
            yield token


def _is_rival(token: Token, pronoun: Token, *, plural: bool) -> bool:
    """Return whether a noun has the pronoun's number and is not inside another phrase.

    Nor may the pronoun be a part of it.
    """
    fits = _is_plural_rival(token) if plural else _is_singular_rival(token)
    return fits and not _is_embedded(token) and not token.is_ancestor(pronoun)


def _is_singular_rival(token: Token) -> bool:
    if token.tag_ == "CD":
        return token.dep_ in SUBJECTS  # "the 747" is a thing if it is a subject
    return token.tag_ in SINGULAR_TAGS and token.lower_ not in INDEFINITE


def _is_plural_rival(token: Token) -> bool:
    if token.tag_ == "CD":
        return False
    if token.lower_ in INDEFINITE:
        return token.dep_ in SUBJECTS
    return token.tag_ in PLURAL_TAGS or _is_listed_subject(token)


def _is_listed_subject(token: Token) -> bool:
    """Return whether a noun is the first of several that are a subject together."""
    is_subject = token.dep_ in SUBJECTS and token.tag_ in SINGULAR_TAGS
    return is_subject and has_child(token, "conj")


def clear_winner(ranked: Ranking, floor: float = 0.0) -> int | None:
    """Return the root at the top of a ranking, None if none is clear.

    It must be clearly ahead of the next and not below `floor`.
    """
    if not ranked or ranked[0][0] < floor:
        return None
    if len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]:
        return None
    return ranked[0][1]
