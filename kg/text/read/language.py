"""A simple test for the language of a text.

It is the one whose commonest words stand most often in it.
"""

import re
from collections import Counter

from kg.text.read.tables import common_words_of_languages

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000  # characters from the start; enough to tell
FEWEST = 8  # words; fewer tell nothing
FEWEST_FOREIGN = 30  # words; to call a text foreign takes more than a name
ENOUGH = 0.12  # share of common words in running text; in English news it is about 0.35


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language; empty if there are too few words to tell.

    >>> language_of("The minister said that the bridge was closed to the public on Monday.")
    'en'
    """
    words = Counter(WORD.findall(text[:SAMPLE].lower()))
    total = words.total()
    if total < FEWEST:
        return ""
    share = {code: _share(words, common) for code, common in common_words_of_languages().items()}
    best = max(sorted(share), key=share.__getitem__)
    # names such as "Duque de Estrada" must not outweigh the words around them
    if share["en"] >= ENOUGH and share["en"] > share[best] / 2:
        return "en"
    if share[best] < ENOUGH or total < FEWEST_FOREIGN:
        return ""
    return best


def _share(words: Counter[str], common: frozenset[str]) -> float:
    """Return which share of some words are common ones."""
    found = sum(map(words.__getitem__, common & words.keys()))
    return found / words.total()
