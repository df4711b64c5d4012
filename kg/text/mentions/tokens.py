"""Questions about one word of an article: its capital, and the words beside and above it."""

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.parse import neighbour

PARTICLES = word_set("names", "particle")
HYPHENS = frozenset({"-", "–", "/"})
NO_WORD = ("://", "@")  # in addresses


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


def is_glued(token: Token) -> bool:
    """Return whether a token is a hyphen with no blank on either side."""
    if token.text not in HYPHENS or token.whitespace_:
        return False
    before = neighbour(token, -1)
    return before is not None and not before.whitespace_


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
