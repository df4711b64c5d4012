"""The rarity of words in news in general, and among the articles at hand.

The table `data/common_words.tsv` has the words that many articles use, with the number of these. So
two articles alone can be compared, and in a large collection its own counts decide.

Source: tf-idf (Spärck Jones 1972, "A statistical interpretation of term specificity").
"""

import math
import re
from collections.abc import Mapping
from functools import cache

from kg.tables import table

WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d")
IN_GENERAL = 366  # articles in which the words of the table were counted
UNLISTED = 1  # of those articles, how many have a word that the table lacks

Rarity = Mapping[str, float]


def words_in(text: str) -> list[str]:
    """Return the words and figures of a text that may tell what it is about, in small letters."""
    return WORD.findall(text.lower())


def is_thing(word: str) -> bool:
    """Return whether one of the words of a text is the id of a thing instead."""
    return "/" in word


def rarity_of(
    word: str,
    here: int = 0,
    articles: int = 0,
) -> float:
    """Return how rare a word is, if `here` of some articles at hand have it.

    >>> rarity_of("said") < rarity_of("glacier") == rarity_of("moraine")
    True
    """
    having = here + _common_words().get(word, UNLISTED)
    return math.log((articles + IN_GENERAL) / having)


@cache
def _common_words() -> Mapping[str, int]:
    """Return in how many articles in general each common word is."""
    common: dict[str, int] = {}
    for word, articles in table("kg.graph", "data/common_words.tsv"):
        common[word] = int(articles)
    return common
