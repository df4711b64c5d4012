"""The small word lists of the room by name, and the tests that are made of them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

SECTION = re.compile(r"^\[([^\]]+)\][^\n]*\n((?:[^\[\n][^\n]*\n)*)", re.MULTILINE)


def words(name: str) -> frozenset[str]:
    """The words of a list in `data/words.txt`. Raises `KeyError` for a list that is not there."""
    return _lists()[name]


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, frozenset[str]]:
    text = files("kg.text.mentions").joinpath("data", "words.txt").read_text(encoding="utf-8")
    return {name: frozenset(word.replace("_", " ") for word in body.split()) for name, body in SECTION.findall(text)}


LEGAL_FORMS = words("legal forms")
NO_NAME = words("months") | words("weekdays") | words("things") | LEGAL_FORMS
FUNCTION_WORDS = words("function words") | words("months") | words("weekdays")


def is_function_word(text: str) -> bool:
    """True for a word with which no name begins; "US", "IT" and "WHO" in capitals are names all the same.

    >>> is_function_word("Who"), is_function_word("WHO")
    (True, False)
    """
    return text.lower() in FUNCTION_WORDS and not (text.isupper() and 1 < len(text) < 4)
