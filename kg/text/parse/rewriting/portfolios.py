"""Fields of an office between it and a name, which the parser takes for a part of the name.

    Minister for Women and Equality Dina Haas   →   Minister                       Dina Haas

The office is read from its first words, and what it is for from the article itself. Fields with a
place in them stay: whose office it is counts more than that the parser may err.
"""

import re
from collections.abc import Iterator, Sequence

from kg import gazetteer
from kg.lang.en import word_list
from kg.text.parse.dictionary import Dictionary

OFFICES = "|".join(map(str.capitalize, word_list("nouns", "field-and-name")))
BEFORE_FIELD = "|".join(word_list("function_words", "before-a-field"))
OF_STATE = "|".join(word_list("phrases", "behind-an-office"))
INSIDE = "|".join(word_list("function_words", "inside-a-field"))
CAPITAL = r"[^\W\d_a-z][\w'’-]*"
FIELD = re.compile(
    rf"\b(?:{OFFICES})(?: (?i:{OF_STATE}))?+ (?P<field>(?:{BEFORE_FIELD}) "
    rf"{CAPITAL}(?:,? (?:(?:{INSIDE}) )*{CAPITAL})+)"
)
WORD = re.compile(rf"{CAPITAL}|\S+")

Place = tuple[int, int]  # the characters from the first up to the second


def portfolios(text: str, dictionary: Dictionary) -> Iterator[Place]:
    """Yield the places of fields that stand between an office and the name of a person."""
    for match in FIELD.finditer(text):
        start = match.start("field")
        words = list(WORD.finditer(text, start, match.end("field")))
        name = _name(words, dictionary)
        if name and not _holds_place(match["field"], text[start : name - 1]):
            yield start, name - 1


def _name(words: Sequence[re.Match[str]], dictionary: Dictionary) -> int:
    """Return where a name begins behind the common words of a field; 0 if none does."""
    for before, first, second in zip(words[1:], words[2:], words[3:], strict=False):
        if before[0][0].isupper() and not dictionary.is_common(before[0].lower()):
            return 0
        if not before[0][0].isupper() or not second[0][0].isupper():
            continue
        if _begins_name(first[0], dictionary):
            return first.start()
    return 0


def _begins_name(word: str, dictionary: Dictionary) -> bool:
    """Return whether a word is a given name, or no word of the language."""
    small = word.lower()
    if not word[0].isupper() or dictionary.is_function_word(small):
        return False
    return gazetteer.is_given_name(word) or not dictionary.is_common(small)


def _holds_place(words: str, field: str) -> bool:
    """Return whether some words name a country or people, or the field among them is a place."""
    if any(gazetteer.country(word) or gazetteer.demonym(word) for word in words.split()):
        return True
    _, _, name = field.partition(" ")
    return gazetteer.is_place(name)
