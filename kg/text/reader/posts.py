"""Posts that a title already gives to their owner: "Acme CEO Ann Bolt" leads Acme, not Globex.

The network sees a person with a post and several organisations, or an organisation and several
people; the rules for noun phrases know whose the post is, and who holds it.
"""

from collections.abc import Iterable, Mapping, Set
from enum import StrEnum
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Claim, Frame
from kg.text.reader.relations import Known
from kg.text.reader.scores import Prediction

LEADING = frozenset({Known.CHIEF, Known.HEAD})  # one post, one holder
POSTS = LEADING | {Known.EMPLOYMENT}
# A second post in one sentence, as in "chief executive of Acme and a director of Bolt", is believed
# from here.
SURE = 0.97


class TitleRule(StrEnum):
    """The rules for constructions that give one post to one owner, by their names."""

    TITLE = "title"
    BEFORE = "apposition-pre"
    BEHIND = "apposition-post"


TITLES = frozenset(TitleRule)
LESSER = word_set("nouns", "lesser-post")
CHIEF = word_set("nouns", "chief-post")
FIELDS = word_set("adjectives", "field-of-post")
BEFORE = 2  # words before a noun that may say its rank, however they are parsed: "vice-president"

Holder = tuple[int, int]  # where a sentence starts, and the chain of a person
Owners = Mapping[Holder, Set[int]]  # by holder, the chains of the owners of that one's posts


def owners_of_posts(claims: Iterable[Claim], chain_of: Mapping[int, int]) -> Owners:
    """Return whose posts the noun phrases of each sentence give to each person.

    `claims` are those of the rules; `chain_of` gives the number of the chain of the mention whose
    head starts at a character.
    """
    owners: dict[Holder, set[int]] = {}
    for claim in claims:
        if claim.frame is not Frame.NOUN or claim.rule not in TITLES:
            continue
        chains = {chain_of.get(owner.head, -1) for owner in claim.fillers("of")}
        for person in claim.fillers("subject"):
            if chains and person.head in chain_of:
                holder = (claim.evidence.start, chain_of[person.head])
                owners.setdefault(holder, set()).update(chains)
    return owners


def is_another_s(prediction: Prediction, sentence: int, owners: Owners) -> bool:
    """Return whether a sentence gives the post of a prediction to another owner or holder.

    `sentence` is the character at which it starts.
    """
    relation = prediction.relation
    if relation.name not in POSTS or prediction.probability >= SURE:
        return False
    person, owner = prediction.said_ends
    known = owners.get((sentence, person.chain))
    if known:
        return owner.chain not in known
    if relation.name not in LEADING:
        return False
    in_sentence = [chains for (start, _), chains in owners.items() if start == sentence]
    return any(owner.chain in chains for chains in in_sentence)


def is_lesser(path: Iterable[Token]) -> bool:
    """Return whether a path names a post below the head of an organisation.

    Such posts are "a vice president of Acme" and "chief financial officer"; `path` are the words
    that tie a person to an organisation.
    """
    words = chain.from_iterable(map(_words_at, path))
    return any(map(_is_lesser_rank, words))


def _words_at(token: Token) -> Iterable[Token]:
    """Return the words right before a token, and itself, without the first of the text."""
    start = max(1, token.i - BEFORE)
    return token.doc[start : token.i + 1]


def _is_lesser_rank(word: Token) -> bool:
    """Return whether a word makes a post a lesser one, given the word before it.

    "Finance chief" and "chief financial officer" are one post.
    """
    is_behind_chief = word.nbor(-1).lower_ in CHIEF
    if word.lower_ in CHIEF:
        return word.nbor(-1).lower_ in FIELDS
    return word.lower_ in (FIELDS if is_behind_chief else LESSER)
