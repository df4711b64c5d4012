"""Whose a nationality word or a country before a noun is: "British" in "British officials met Ada Lund" is the officials'.

The network sees that a country and a person stand near each other; the tree tells to which noun the country belongs.
"""

from spacy.tokens import Token

from kg.model import Mention
from kg.text.reader.candidates import Candidate
from kg.text.reader.entity_types import EntityType

BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "poss"})
SAME_THING = frozenset({"appos", *BEFORE_NOUN})


def belongs_to_another(country: Token, owner: Token, other: Mention) -> bool:
    """True where a country modifies a noun that neither is the other mention nor says what that is.

    `owner` is the head token of the other mention. A country that modifies no noun ("in Norway") belongs to none.
    """
    of = country.head if country.dep_ == "pobj" and country.head.lower_ == "of" else None
    if of is not None and of.head.pos_ in ("NOUN", "PROPN"):
        nouns = [country, of.head, *_above(of.head)]
    elif country.dep_ in BEFORE_NOUN:
        nouns = [country, *_above(country)]
    else:
        return False
    if any(_inside(noun, other) for noun in nouns):
        return False
    named = {owner, *_above(owner)}
    return not any(noun in named or _is_told_of(noun, owner) for noun in nouns[1:])


def is_country_of_other(found: Candidate, other: Candidate) -> bool:
    """True where the first is a country and the second is none: only then the noun between them decides."""
    return found.sort is EntityType.COUNTRY and other.sort is not EntityType.COUNTRY


def _above(token: Token) -> list[Token]:
    """The nouns that a token modifies or stands beside, nearest first."""
    found = []
    while token.dep_ in SAME_THING and token.head != token:
        token = token.head
        found.append(token)
    return found


def _inside(token: Token, mention: Mention) -> bool:
    return mention.passage.start <= token.idx < mention.passage.end


def _is_told_of(noun: Token, owner: Token) -> bool:
    """True for the predicate noun of a clause whose subject is the owner: "Ada Lund is a Norwegian painter"."""
    return noun.dep_ in ("attr", "oprd", "pobj") and any(
        child.dep_ in ("nsubj", "nsubjpass") and child == owner
        for verb in noun.ancestors
        for child in verb.children
    )
