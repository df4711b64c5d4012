"""Claims of the learned reader: relations between the mentions of a sentence that no rule knows.

The network finds *that* a relation is said. Whether it is denied, planned, past, or somebody else's
word is decided by the same rules of grammar as for every other claim.
"""

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import replace

from spacy.tokens import Token

from kg.lang.en import PAST, word_set
from kg.model import (
    Assertion,
    Chain,
    Claim,
    Factuality,
    Frame,
    Mention,
    Passage,
    Role,
)
from kg.text.attribution import assertion, presupposed
from kg.text.parse import any_word
from kg.text.parse.labels import (
    CLAUSES,
    PREDICATES,
    VERBS,
)
from kg.text.reader.between import reverses_parent
from kg.text.reader.posts import (
    LEADING,
    POSTS,
    is_another_s,
    is_lesser,
    owners_of_posts,
)
from kg.text.reader.scores import Prediction
from kg.text.reader.vetoes import veto
from kg.text.syntax import Document, is_given_up_habit
from kg.trace import stopped

PAST_ADVERBS = word_set("adverbs", "past-before-an-office")
ENDING = word_set("function_words", "end-of-an-office")
TO_COME = word_set("adjectives", "to-come")
HOPING = word_set("nouns", "hoping-for-an-office")
RULE = "reader:"
SERVICE = "schema:worksFor"


def reader_claims(
    document: Document,
    predicted: Iterable[Prediction],
    chains: Sequence[Chain],
    claims: Sequence[Claim],
) -> Iterator[Claim]:
    """Yield the claims that the network's predictions lead to, in text order.

    `claims` are those of the rules.
    """
    owners = owners_of_posts(claims, _chain_of(chains))
    for prediction in predicted:
        evidence = document.sentence(document.head(prediction.subject.mention))
        path = _path_of(*prediction.mentions, document)
        obstacle = veto(prediction, path, chains, document)
        if not obstacle and is_another_s(prediction, evidence.start, owners):
            obstacle = "a title in the sentence gives the post to another"
        if not obstacle:
            yield _claim(prediction, evidence, document)
            continue
        rule = RULE + prediction.relation.name
        words = (*prediction.mentions, obstacle)
        stopped(rule, prediction.passage, "“{}” and “{}”: {}", *words)


def _chain_of(chains: Sequence[Chain]) -> dict[int, int]:
    """Return the number of the chain of each mention, by the place of its head."""
    chain_of: dict[int, int] = {}
    for number, chain in enumerate(chains):
        for mention in chain.mentions:
            chain_of[mention.head] = number
    return chain_of


def _claim(prediction: Prediction, evidence: Passage, document: Document) -> Claim:
    """Return the claim of a prediction, with how the sentence puts it."""
    relation = prediction.relation
    subject, value = (end.mention for end in prediction.said_ends)
    path = _path_of(subject, value, document)
    if reverses_parent(prediction, path):
        subject, value = value, subject
    is_service = relation.name in LEADING and is_lesser((*path, *_governors(value, document)))
    relation_said = SERVICE if is_service else relation.property
    standing = _assertion(path, document)
    if relation.name in POSTS and standing.factuality.stands and any(map(_says_to_come, path)):
        standing = replace(standing, factuality=Factuality.PLANNED)
    return Claim(
        Frame.RELATION,
        relation_said,
        (Role("subject", subject), Role("object", value)),
        subject.passage,
        evidence,
        rule=RULE + relation.name,
        factuality=standing.factuality,
        speaker=standing.speaker,
        ended=_is_past(path),
        probability=prediction.probability,
    )


def _is_past(path: Sequence[Token]) -> bool:
    """Return whether a word of the path, or one before it, says that it is over.

    Such are "former chairman", "formerly of Acme", "used to run" and "until last year chairman".
    """
    return any(map(_says_over, path))


def _says_to_come(token: Token) -> bool:
    """Return whether a word says that an office is still to come: "president-elect", "nominee"."""
    return token.lower_ in HOPING or any_word([token, *token.lefts, *token.rights], *TO_COME)


def _says_over(token: Token) -> bool:
    """Return whether a word says that what it belongs to is over."""
    if any_word(token.lefts, *PAST) or token.lower_ in ENDING:
        return True
    if token.pos_ in VERBS:
        return is_given_up_habit(token)
    return any_word(token.lefts, *PAST_ADVERBS)


def _path_of(first: Mention, second: Mention, document: Document) -> list[Token]:
    """Return the tokens between the heads of two mentions, both included."""
    return dependency_path(document.head(first), document.head(second))


def _governors(mention: Mention, document: Document) -> tuple[Token, ...]:
    """Return the noun that "of" ties a mention to: the post in "the deputy mayor of Lima, Ann Lee".

    The path may go past it, if the parser hangs the name on the place.
    """
    preposition = document.head(mention).head
    return (preposition.head,) if preposition.lower_ == "of" else ()


def dependency_path(first: Token, second: Token) -> list[Token]:
    """Return the tokens on the path through the tree from one token to another, both included.

    If the tokens are in two trees, the path goes over both roots.
    """
    above = [first, *first.ancestors]
    below = [second, *second.ancestors]
    for steps, token in enumerate(above, start=1):
        if token in below:
            above = above[:steps]
            below = below[: below.index(token)]
            break
    return above + below[::-1]


def _assertion(path: Sequence[Token], document: Document) -> Assertion:
    """Return the assertion of the clauses on a path.

    It is that of the first that does not stand as a fact, else that of the last. Two things in one
    noun phrase ("Acme's founder Ann Bolt") are tied by what it takes for granted, unless the phrase
    is itself said of somebody ("was a director of Acme").
    """
    verbs = [token for token in path if _is_clause(token)]
    for token in path:
        if token.dep_ in PREDICATES and token.head not in verbs:
            verbs.append(token.head)
    if not verbs:
        return presupposed(path[0], document)
    assertions = [assertion(verb, document) for verb in verbs]
    doubtful = filter(_is_doubtful, assertions)
    return next(doubtful, assertions[-1])


def _is_clause(token: Token) -> bool:
    """Return whether a token is the verb of a clause."""
    return token.pos_ in VERBS and token.dep_ in CLAUSES


def _is_doubtful(standing: Assertion) -> bool:
    """Return whether a clause is not asserted as a fact."""
    return not standing.factuality.stands
