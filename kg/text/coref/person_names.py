"""When two names of people may be of one: parts of a fuller name, initials, short forms of given names."""

from kg.lang.en import word_set
from kg.text.coref.lexicon import GIVEN_NAMES, HONORIFICS

SUFFIXES = word_set("names", "coref-suffix")


def one_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where the shorter name is the given or the family name of the longer, or both agree in first and last word.

    A name of one word fits the first or the last word of a longer name; so "Kim" fits "Kim Jong Un", too.
    """
    short, full = sorted((_bare(a), _bare(b)), key=len)
    if not short or (_suffix(a) and _suffix(b) and _suffix(a) != _suffix(b)):
        return False
    if len(short) == 1:
        return (
            short[0] in (full[0], full[-1]) or short == full[-1:] or _given_agree(short[0], full[0])
        )
    if short == full[: len(short)] or short == full[-len(short) :]:
        return True
    return (
        short[-1] == full[-1]
        and _given_agree(short[0], full[0])
        and _middle_agree(short[1:-1], full[1:-1])
    )


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without honorifics and "Jr."."""
    kept = tuple(word for word in words if word not in SUFFIXES)
    while len(kept) > 1 and kept[0] in HONORIFICS:
        kept = kept[1:]
    return kept


def _suffix(words: tuple[str, ...]) -> str:
    return words[-1] if words and words[-1] in SUFFIXES else ""


def _given_agree(a: str, b: str) -> bool:
    """True for the same given name, its initial, or its short form."""
    if a == b or b in GIVEN_NAMES.get(a, ()) or a in GIVEN_NAMES.get(b, ()):
        return True
    return a[0] == b[0] and min(len(a), len(b)) == 1


def _middle_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where the middle names do not clash: one side has none, or they start alike."""
    return not a or not b or a[0][0] == b[0][0]
