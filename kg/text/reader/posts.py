"""Posts that a title already gives to their owner: "Acme CEO Ann Bolt" leads Acme, not the next firm in the sentence.

The network sees a person with a post and several organisations, or an organisation and several people; the rules for noun phrases
know whose the post is, and who holds it.
"""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Claim, Frame
from kg.text.reader.scores import Prediction

LEADING = frozenset({"chief", "head"})  # one post, one holder
POSTS = frozenset({"employment", *LEADING})
TITLES = frozenset(
    {"title", "apposition-pre", "apposition-post"}
)  # constructions that give one post to one owner
SURE = 0.97  # a second post in one sentence, as in "chief executive of Acme and a director of Bolt", is believed from here

LESSER = word_set("nouns", "lesser-post")
CHIEF = word_set("nouns", "chief-post")
FIELDS = word_set("adjectives", "field-of-post")
BEFORE = 2  # words before a noun that may say its rank, however they are parsed: "vice-president"

Owners = Mapping[
    tuple[int, int], frozenset[int]
]  # where a sentence starts, and the chain of a person → the chains of owners


def owners_of_posts(told: Iterable[Claim], chain_of: Mapping[int, int]) -> Owners:
    """Whose posts the noun phrases of each sentence give to each person; `told` are the claims of the rules.

    `chain_of` gives the number of the chain of the mention whose head starts at a character.
    """
    owners: dict[tuple[int, int], set[int]] = {}
    for claim in told:
        if claim.frame is Frame.NOUN and claim.rule in TITLES:
            for person in claim.fillers("subject"):
                key = (claim.evidence.start, chain_of.get(person.head, -1))
                owners.setdefault(key, set()).update(
                    chain_of.get(owner.head, -1) for owner in claim.fillers("of")
                )
    return {key: frozenset(chains) for key, chains in owners.items() if key[1] >= 0 and chains}


def is_another_s(found: Prediction, sentence: int, owners: Owners) -> bool:
    """True for a post whose owner, or holder, the sentence (that starts at this character) tells to be another."""
    if found.relation.name not in POSTS or found.probability >= SURE:
        return False
    person, owner = (
        (found.object, found.subject) if found.relation.turned else (found.subject, found.object)
    )
    known = owners.get((sentence, person.chain))
    if known:
        return owner.chain not in known
    others = (chains for (start, _), chains in owners.items() if start == sentence)
    return found.relation.name in LEADING and any(owner.chain in chains for chains in others)


def is_lesser(way: Iterable[Token]) -> bool:
    """True where the words that tie a person to an organisation name a post below the head of it: "a vice president of Acme",
    "chief financial officer".
    """
    words = (word for token in way for word in token.doc[max(0, token.i - BEFORE) : token.i + 1])
    told = [(word.nbor(-1).lower_, word.lower_) for word in words if word.i > 0]
    return any(
        (word in LESSER and before not in CHIEF) or (word in FIELDS and before in CHIEF)
        for before, word in told
    )
