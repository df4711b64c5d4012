"""When two names of people may be of one: parts of a fuller name, initials, short given names."""

from kg.lang.en import word_set
from kg.text.coref.lexicon import GIVEN_NAMES, HONORIFICS

SUFFIXES = word_set("names", "coref-suffix")

Words = tuple[str, ...]


def one_person(a: Words, b: Words) -> bool:
    """Return whether one name is a part of the other, or both agree in first and last word.

    A name of one word fits the first or the last word of a longer name; so "Kim" fits
    "Kim Jong Un", too.
    """
    short, full = sorted((_bare(a), _bare(b)), key=len)
    if not short or _suffixes_differ(a, b):
        return False
    first, last = full[0], full[-1]
    if len(short) == 1:
        return short[0] in (first, last) or _given_names_agree(short[0], first)
    if short in (full[: len(short)], full[-len(short) :]):
        return True
    ends_agree = short[-1] == last and _given_names_agree(short[0], first)
    return ends_agree and _middle_names_agree(short[1:-1], full[1:-1])


def _bare(words: Words) -> Words:
    """Return the words without honorifics and "Jr."."""
    bare = tuple(word for word in words if word not in SUFFIXES)
    while len(bare) > 1 and bare[0] in HONORIFICS:
        bare = bare[1:]
    return bare


def _suffixes_differ(a: Words, b: Words) -> bool:
    """Return whether the names end in "Jr." and "Sr." or the like."""
    suffixes = {words[-1] for words in (a, b) if words and words[-1] in SUFFIXES}
    return len(suffixes) > 1


def _given_names_agree(a: str, b: str) -> bool:
    """Return whether one given name is the other, its initial, or its short form."""
    if a == b or b in GIVEN_NAMES.get(a, ()) or a in GIVEN_NAMES.get(b, ()):
        return True
    return a[0] == b[0] and min(len(a), len(b)) == 1


def _middle_names_agree(a: Words, b: Words) -> bool:
    """Return whether middle names do not clash: one side has none, or they start alike."""
    if not a or not b:
        return True
    return a[0][0] == b[0][0]
