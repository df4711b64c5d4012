"""Questions about one word of an article: its capital, and the words beside and above it."""

import re
from collections.abc import Iterable

from spacy.tokens import Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.parse import neighbour

Words = tuple[str, ...]

PARTICLES = word_set("names", "particle")
HYPHENS = frozenset({"-", "–", "/"})
NO_WORD = ("://", "@")  # in addresses
# A syllable of Korean and Chinese given names: "woo", "hye", "ming"; seldom an English word.
SYLLABLE = re.compile(r"[bcdghjklmnpqrstwxyz]{0,2}[aeiou]{1,3}(?:n[g]?|[mklpth])?")
SYLLABLE_LENGTHS = range(2, 4)  # of the first; a place with so short a name is seldom meant


def is_capital(token: Token) -> bool:
    """Return whether a word begins with a capital letter.

    A proper noun may have it inside ("iPhone").
    """
    text = token.text
    if any(sign in text for sign in NO_WORD):
        return False
    if text[0].isupper():
        return True
    if token.pos_ != "PROPN" or not text[0].isalpha():
        return False
    return not text.islower()


def begins_name(token: Token) -> bool:
    """Return whether a word has a capital, or may begin a surname without one ("de", "van")."""
    return is_capital(token) or token.lower_ in PARTICLES


def begins_with_digit(token: Token) -> bool:
    """Return whether the first character of a word is a digit."""
    return token.text[0].isdigit()


def is_given_name(token: Token) -> bool:
    """Return whether a word is a given name, though it may be an ordinary word: Will, May, Per."""
    return is_capital(token) and gazetteer.is_given_name(token.text)


def lemma_of(token: Token) -> str:
    """Return the lemma of a word in small letters."""
    return token.lemma_.lower()


def words_of(tokens: Iterable[Token]) -> Words:
    """Return words as they are written, hyphens included."""
    return tuple(token.text for token in tokens)


def entry_words(tokens: Span) -> list[str]:
    """Return words as an entry of a list has them: in small letters, the last one as its lemma."""
    before = [token.lower_ for token in tokens[:-1]]
    return [*before, lemma_of(tokens[-1])]


def is_glued(token: Token) -> bool:
    """Return whether a token is a hyphen with no blank on either side."""
    if token.text not in HYPHENS or token.whitespace_:
        return False
    before = neighbour(token, -1)
    return before is not None and not before.whitespace_


def is_second_syllable(token: Token) -> bool:
    """Return whether a small word ends a given name of two syllables: the "woo" of "Hyun-woo".

    It is no participle ("Kremlin-run"), and what stands before the hyphen is no known place.
    """
    if SYLLABLE.fullmatch(token.text) is None:
        return False
    if token.tag_.startswith("VB"):
        return False
    hyphen = neighbour(token, -1)
    if hyphen is None or not is_glued(hyphen):
        return False
    first = hyphen.nbor(-1)
    if not first.is_title:
        return False
    if len(first) in SYLLABLE_LENGTHS:
        return True
    return not gazetteer.is_place(first.text)


def has_blank_before(token: Token) -> bool:
    """Return whether a blank stands right before a token."""
    before = neighbour(token, -1)
    return before is not None and bool(before.whitespace_)


def word_beside(token: Token, by: int) -> str:
    """Return the word so many places after a token, in small letters; empty beyond the text."""
    beside = neighbour(token, by)
    return "" if beside is None else beside.lower_


def head_lemma(token: Token, dep: str) -> str:
    """Return the lemma of what a token hangs on by some dependency; empty if it is by another."""
    return token.head.lemma_ if token.dep_ == dep else ""
