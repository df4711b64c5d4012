"""The entry of a noun in the tables, with the words before it that make it another thing."""

from spacy.tokens import Doc, Token

from kg.text.mentions.lexicon import Noun, longest_noun, longest_object
from kg.text.mentions.tokens import lemma_of
from kg.text.parse.labels import PREMODIFIERS

MODIFIES = PREMODIFIERS | {"punct"}


def entry_of(token: Token, taken: frozenset[int]) -> Noun | None:
    """Return the entry of a noun with the words before it that are no part of a name."""
    lemma = lemma_of(token)
    if is_in_law(token.doc, token.i + 1):
        return longest_noun([f"{lemma}-in-law"])
    before = _words_before(token, taken)
    return longest_noun([*before, lemma]) or longest_noun([*before, token.lower_])


def object_entry_of(token: Token, taken: frozenset[int]) -> Noun | None:
    """Return the entry of a noun for a vehicle, a document, a weapon or the like."""
    before = _words_before(token, taken)
    return longest_object([*before, lemma_of(token)]) or longest_object([*before, token.lower_])


def _words_before(token: Token, taken: frozenset[int]) -> list[str]:
    """Return the words before a noun that tell its kind, without those of names."""
    free = (left for left in token.lefts if left.i not in taken)
    return [left.lower_ for left in free if left.dep_ in MODIFIES]


def is_in_law(doc: Doc, start: int) -> bool:
    """Return whether "-in-law" begins at a token."""
    if start == len(doc) or doc[start].text != "-":
        return False
    return doc[start : start + 4].text == "-in-law"
