"""Forms of names that show their kind: numbers and inner capitals, names of people of old."""

import re

from kg import gazetteer
from kg.text.mentions.tokens import Words

CAMEL_CASE = re.compile(r"[a-z][A-Z]")
LETTER_AND_FIGURE = re.compile(r"[A-Za-z]-?\d")
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")


def looks_like_product(words: Words, text: str) -> bool:
    """Return whether a name has a number, a capital inside ("iPhone"), a figure behind a letter."""
    if any(map(str.isdigit, words[1:])):
        return True
    if CAMEL_CASE.match(text):
        return True
    return LETTER_AND_FIGURE.search(text) is not None


def is_of_old(words: Words) -> bool:
    """Return whether people without a family name are called so: "Mary of Oldham", "Philip IV"."""
    match words:
        case given, number:
            is_of_old = ROMAN_NUMBER.fullmatch(number) is not None
        case given, "of", _:
            is_of_old = True
        case _:
            return False
    return is_of_old and gazetteer.is_given_name(given)
