"""Forms of one person's name: parts of it, initials, short forms of a given name."""

from collections.abc import Sequence

from kg.lang.en import word_set
from kg.text.coref.lexicon import GIVEN_NAMES, HONORIFICS, SMALL_WORDS, Words

SUFFIXES = word_set("names", "coref-suffix")
SHORTEST_NAME = 4  # letters of a word inside a name that may stand for the whole: no "der", "bin"


def one_person(a: Words, b: Words) -> bool:
    """Return whether one name is a part of the other, or both agree in first and last word.

    A name of one word fits any word of a longer name but a particle; so "Kim" fits "Kim Jong Un",
    and "Rojas" fits "Diego Rojas Molina".
    """
    short, full = sorted((_bare(a), _bare(b)), key=len)
    if not short or _suffixes_differ(a, b):
        return False
    if len(short) == 1:
        return _is_one_word_of(short[0], full)
    if _is_part(short, full):
        return True
    first, *middle, last = short
    full_first, *full_middle, full_last = full
    if last != full_last:
        return False
    if not _given_names_agree(first, full_first):
        return False
    return _middle_names_agree(middle, full_middle)


def _is_one_word_of(word: str, full: Words) -> bool:
    """Return whether a word is one of a name, but no initial or particle in it, or short for it."""
    first, last = full[0], full[-1]
    if word == last or _given_names_agree(word, first):
        return True
    if word in SMALL_WORDS or len(word) < SHORTEST_NAME:
        return False
    return word in full


def _is_part(short: Words, full: Words) -> bool:
    """Return whether a name is the beginning or the end of another."""
    size = len(short)
    return short in (full[:size], full[-size:])


def _bare(words: Words) -> Words:
    """Return the words without honorifics and "Jr."."""
    bare = tuple(word for word in words if word not in SUFFIXES)
    while len(bare) > 1 and bare[0] in HONORIFICS:
        bare = bare[1:]
    return bare


def _suffixes_differ(a: Words, b: Words) -> bool:
    """Return whether the names end in "Jr." and "Sr." or the like."""
    last = {*a[-1:], *b[-1:]}
    return len(last & SUFFIXES) > 1


def _given_names_agree(a: str, b: str) -> bool:
    """Return whether one given name is the other, its initial, or its short form."""
    if a == b:
        return True
    if _is_short_for(a, b) or _is_short_for(b, a):
        return True
    if a[0] != b[0]:
        return False
    return min(len(a), len(b)) == 1


def _is_short_for(short: str, full: str) -> bool:
    """Return whether a given name is the short form of another."""
    return full in GIVEN_NAMES.get(short, ())


def _middle_names_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether middle names do not clash: one side has none, or they start alike."""
    if not a or not b:
        return True
    return a[0][0] == b[0][0]
