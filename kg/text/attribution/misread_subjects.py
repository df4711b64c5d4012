"""Speakers whom the parser does not take for the subject of their verb of saying.

"…after a fall in its rocket, the agency (ISRO) said": the parser takes the agency for an apposition
to the rocket, and the verb has no subject. The phrase that ends right before such a verb speaks.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_set
from kg.model import Mention
from kg.text.parse import neighbour
from kg.text.parse.labels import NOUNS_AND_PRONOUNS
from kg.text.syntax import Document
from kg.vocabulary import is_a

FINITE = word_set("labels", "finite-tag")
INSIDE_PHRASE = frozenset({"pobj", "prep", "compound", "poss", "case", "nmod", "nummod", "amod"})
BESIDE = frozenset({"appos", "conj"})
WHO_SPEAKS = ("schema:Person", "schema:Organization", "kg:Group")


def can_speak(mention: Mention) -> bool:
    """Return whether a mention is of a person, a group or an organisation."""
    return any(is_a(mention.type, cls) for cls in WHO_SPEAKS)


def phrase_before(verb: Token, document: Document) -> Mention | None:
    """Return the person, group or organisation that a phrase right before a finite verb speaks of.

    Only for a verb without a subject of its own or of another verb; the caller sees to that.
    """
    heads = list(_heads_before(verb))
    for token in reversed(heads):
        mention = document.mention(token)
        if mention is None:
            continue
        if can_speak(mention):
            return mention
    return None


def start_of_phrase_before(verb: Token) -> int:
    """Return the index of the first token of the phrase that ends right before a verb.

    That of the verb if there is none.
    """
    start = verb.i
    for token in _heads_before(verb):
        edge = token.left_edge
        start = min(start, edge.i)
    return start


def _heads_before(verb: Token) -> Iterator[Token]:
    """Yield the head of the phrase right before a finite verb, then those that it is beside.

    Not the one to which the parser wrongly joins them all.
    """
    if verb.tag_ not in FINITE:
        return
    token = _last_word_before(verb)
    while token is not None and token.dep_ in INSIDE_PHRASE and token.head.i < token.i:
        token = token.head
    while token is not None and token.dep_ in BESIDE and token.head.i < token.i:
        yield token
        token = token.head


def _last_word_before(verb: Token) -> Token | None:
    """Return the last noun or pronoun before a verb, signs and what hangs on the verb apart."""
    token = neighbour(verb, -1)
    while token is not None and token.sent == verb.sent:
        is_sign = token.is_punct or token.is_space
        if not is_sign and not _hangs_on(verb, token):
            is_noun = token.pos_ in NOUNS_AND_PRONOUNS
            return token if is_noun else None
        token = neighbour(token, -1)
    return None


def _hangs_on(verb: Token, token: Token) -> bool:
    """Return whether a token is in an adjunct of a verb: "last year", and no clause under it."""
    while token.head not in (verb, token):
        token = token.head
    if token.head != verb:
        return False
    return token.dep_ != "ccomp"
