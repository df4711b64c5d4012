"""The language of a text: English by its commonest words, any other one by py3langid.

py3langid takes a second to load, so it is asked only if a text does not look like English.
"""

import re
from collections import Counter
from functools import cache

from kg.text.read.tables import common_words_of_languages, language_names

ENGLISH = "en"
WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000  # characters from the start; enough to tell
SHORT_SAMPLE = 3_000  # characters that py3langid sees; more make it no surer
FEWEST = 8  # words; of fewer the commonest tell nothing
FEWEST_LETTERS = 15  # letters of different words; of fewer nothing tells a language
FEWEST_COMMON = 3  # different common words; "a" is one of many languages
ENOUGH = 0.12  # share of common words in running text; in English news it is about 0.35
# By how much the logarithm of a language's probability must exceed that of English. Names and
# figures alone give up to 14, a sentence of 35 characters 49 and more.
CLEARLY = 30
CLEARLY_EACH = 0.5  # the same for each character: of names it is 0.3, of sentences 1.3 and more


def language_of(text: str) -> str:
    """Return the ISO 639 code of the language; empty if there are too few words to tell.

    >>> language_of("The minister said that the bridge was closed to the public on Monday.")
    'en'
    """
    beginning = text[:SAMPLE].lower()
    words = WORD.findall(beginning)
    if _is_english(words):
        return ENGLISH
    letters = sum(map(len, set(words)))
    if letters < FEWEST_LETTERS:
        return ""
    return _told_apart(text[:SHORT_SAMPLE])


def name_of_language(code: str) -> str:
    """Return what English calls a language; its code if that is not known.

    >>> name_of_language("ru")
    'Russian'
    """
    return language_names().get(code, code)


def _is_english(words: list[str]) -> bool:
    """Return whether the commonest words of English are common in a text."""
    total = len(words)
    if total < FEWEST:
        return False
    counts = Counter(words)
    shares = {}
    languages = common_words_of_languages()
    for code, common in languages.items():
        known = common & counts.keys()
        shares[code] = sum(map(counts.__getitem__, known)) / total
    english = shares[ENGLISH]
    if len(languages[ENGLISH] & counts.keys()) < FEWEST_COMMON:
        return False
    # names such as "Duque de Estrada" must not outweigh the words around them
    return english >= ENOUGH and english > max(shares.values()) / 2


@cache
def _told_apart(text: str) -> str:
    """Return the language that a text is in, if it is clear; English if that is the likeliest."""
    from py3langid import rank

    scores = [(str(code), float(score)) for code, score in rank(text)]
    best, most = scores[0]
    english = dict(scores)[ENGLISH]
    least = max(CLEARLY, CLEARLY_EACH * len(text))
    if best == ENGLISH or most - english >= least:
        return best
    return ""
