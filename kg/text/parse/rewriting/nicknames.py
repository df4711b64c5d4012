"""Nicknames inside the names of people, which the parser does not see.

    said Dolores “Lola” Quintero   →   said Dolores        Quintero

Marks in a name end it for the model, and a word that no dictionary has misleads the parser. So
what stands in the marks is blanked out; the name itself keeps it, as its words are taken from the
article.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.parse.dictionary import Dictionary

Match = re.Match[str]
Place = tuple[int, int]

LETTER = r"[^\W\d_]"
WORDS = rf"{LETTER}[\w.-]*(?:\s{LETTER}[\w-]*){{0,2}}"
IN_MARKS = rf"\"(?P<double>{WORDS})\"|'(?P<single>{WORDS})'|\((?P<bracketed>{WORDS})\)"
NICKNAMED = re.compile(
    rf"(?<![\w'-])(?P<before>{LETTER}[\w.'-]*)(?P<marked>[ ](?:{IN_MARKS}))"
    rf"(?=[ ](?P<behind>{LETTER}[\w'-]*))"
)
LAST_WORD = re.compile(rf"(?P<word>{LETTER}[\w'-]*)[ ](?:{LETTER}\.[ ]?)*$")
LONGEST_BEFORE = 60  # characters of a word and initials before a name
INITIAL = re.compile(rf"{LETTER}\.")
PARTICLES = word_set("names", "particle")
LARGE_PLACES = frozenset({"schema:Country", "schema:State"})


def without_nicknames(text: str, dictionary: Dictionary) -> str:
    """Return a text with plain quotes, with each nickname inside a name and its marks as blanks."""
    characters = list(text)
    for start, end in nicknames(text, dictionary):
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def nicknames(text: str, dictionary: Dictionary) -> Iterator[Place]:
    """Yield the places of nicknames in a text with plain quotes, each with the blank before it.

    A given name stands before, a surname behind: Robert "Bobby" Vance, Anna (Annie) Vance.
    """
    for found in NICKNAMED.finditer(text):
        if _is_nickname(found, dictionary):
            yield found.span("marked")


def fills_name(token: Token) -> bool:
    """Return whether a token is the blanks of a nickname, between the two parts of a name.

    Blanks before the start of a sentence are those of a dateline.
    """
    if not token.is_space or "\n" in token.text:
        return False
    if not 0 < token.i < len(token.doc) - 1:
        return False
    before, behind = token.nbor(-1), token.nbor(1)
    if behind.is_sent_start or not before.text[0].isupper():
        return False
    return _may_be_surname(behind.text)


def _is_nickname(found: Match, dictionary: Dictionary) -> bool:
    """Return whether words in marks between two others are the nickname of a person."""
    words = found["double"] or found["single"] or found["bracketed"]
    if not words.split()[-1][0].isupper() or not _may_be_surname(found["behind"]):
        return False
    if not (_has_given_names(found) or _is_surname(found["behind"], dictionary)):
        return False
    if gazetteer.organization(words) is not None:
        return False
    given = _given_name(found)
    if found["bracketed"]:
        return gazetteer.is_given_name(given) and _is_name_in_brackets(found, dictionary)
    return gazetteer.is_given_name(given) or _is_foreign(given, found["behind"], dictionary)


def _has_given_names(found: Match) -> bool:
    """Return whether a given name is in brackets behind another: "Antonio (Toni)".

    A capital is then enough to make a surname of the next word, also one that is a common noun.
    """
    given = found["bracketed"]
    return bool(given) and all(map(gazetteer.is_given_name, (given, found["before"])))


def _given_name(found: Match) -> str:
    """Return the word before the marks, or the one before that and some initials."""
    if INITIAL.fullmatch(found["before"]) is None:
        return found["before"]
    return _word_before(found)


def _word_before(found: Match) -> str:
    """Return the last word before a name that may be given, initials aside; empty without one."""
    start = max(0, found.start() - LONGEST_BEFORE)
    earlier = LAST_WORD.search(found.string, start, found.start())
    return earlier["word"] if earlier is not None else ""


def _may_be_surname(word: str) -> bool:
    """Return whether a word has the capital of a surname, or is a particle in one: "de", "van"."""
    return word[0].isupper() or word in PARTICLES


def _is_surname(word: str, dictionary: Dictionary) -> bool:
    """Return whether a word may be a surname, and is no common word: "Editor", "Chairman"."""
    if not _may_be_surname(word):
        return False
    if word in PARTICLES or gazetteer.may_be_family_name(word):
        return True
    return not dictionary.is_common(word.lower())


def _is_name_in_brackets(found: Match, dictionary: Dictionary) -> bool:
    """Return whether a word in brackets may be a given name, and is no country, state or team.

    What stands in brackets behind the full name of a player is his team: "Ann Lee (Chelsea)".
    """
    word = found["bracketed"]
    if any(place.type in LARGE_PLACES for place in gazetteer.places(word)):
        return False
    if gazetteer.is_given_name(_word_before(found)):
        return False
    return gazetteer.is_given_name(word) or _is_foreign(word, found["behind"], dictionary)


def _is_foreign(given: str, surname: str, dictionary: Dictionary) -> bool:
    """Return whether two words that no list and no dictionary has are like the name of a person."""
    words = (given, surname)
    if not all(map(str.istitle, words)) or any(map(_is_known, words)):
        return False
    return not any(dictionary.is_common(word.lower()) for word in words)


def _is_known(word: str) -> bool:
    """Return whether a word is the name of something else than a person."""
    if gazetteer.is_place(word) or gazetteer.demonym(word):
        return True
    return gazetteer.organization(word) is not None
