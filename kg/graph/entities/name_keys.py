"""Keys of names: the same for all ways to write a name.

Case, accents, hyphens, a leading article and a legal form make no difference.
"""

import re
from functools import lru_cache

from anyascii import anyascii

from kg.lang.en import word_set, word_values

LEGAL_FORMS = word_set("names", "entity-legal-form")
SPELLINGS = word_values("names", "entity-spelling")
LONGEST_ACRONYM = 8  # letters

Words = tuple[str, ...]

_NO_BLANK = re.compile(r"(?<=\w)[.'’‘ʻʼ`´](?=\w|\s|$)|[.'’‘ʻʼ`´]")
_BLANKS = re.compile(r"[^a-z0-9]+")
_SLUG_LENGTH = 80


@lru_cache(maxsize=200_000)
def words_of(name: str) -> Words:
    """Return the words of a name in small letters without accents, dots or apostrophes.

    Hyphens part words; an ampersand is "and".

    >>> words_of("Müller-Lüdenscheidt & Söhne Inc.")
    ('muller', 'ludenscheidt', 'and', 'sohne', 'inc')
    """
    latin = anyascii(name).lower()
    spelt_out = latin.replace("&", " and ")
    plain = _NO_BLANK.sub("", spelt_out)
    words = _BLANKS.split(plain)
    return tuple(filter(None, words))


@lru_cache(maxsize=200_000)
def plain_key(name: str) -> str:
    """Return the words of a name without a leading article.

    >>> plain_key("The Hague"), plain_key("Al-Jazeera") == plain_key("Al Jazeera")
    ('hague', True)
    """
    key = " ".join(words_of(name))
    return key.removeprefix("the ")


@lru_cache(maxsize=200_000)
def organization_key(name: str) -> str:
    """Return the key of an organisation's name: no article, no legal form at the end.

    >>> organization_key("The Acme Co., Ltd.") == organization_key("ACME")
    True
    """
    words = plain_key(name).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    respelt = [SPELLINGS.get(word, word) for word in words]
    return " ".join(respelt)


def squeezed(key: str) -> str:
    """Return a key without blanks, so that "AirTran" and "Air Tran" have the same."""
    return key.replace(" ", "")


def initials(name: str) -> Words:
    """Return the acronyms of the words with a capital, with and without legal forms.

    A single word has none.

    >>> initials("International Committee of the Red Cross"), initials("Acme Mills Company")
    (('ICRC',), ('AM', 'AMC'))
    """
    parts = re.split(r"[\s-]+", name)
    words = [word for word in parts if word[:1].isupper()]
    proper = [word for word in words if organization_key(word) not in LEGAL_FORMS]
    acronyms = set()
    for spelt_out in (proper, words):
        if len(spelt_out) > 1:
            acronyms.add(_first_letters(spelt_out))
    return tuple(sorted(acronyms))


def _first_letters(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def is_acronym(name: str) -> bool:
    """Return whether a name is short and in capitals: "EADS", "U.N."."""
    undotted = name.replace(".", "")
    letters = undotted.replace("-", "")
    if not 2 <= len(letters) <= LONGEST_ACRONYM:
        return False
    return letters.isalpha() and letters.isupper()


def slug(text: str) -> str:
    """Return the readable end of an id: letters and digits with hyphens; never empty.

    >>> slug("Kim Jong-un"), slug("…")
    ('kim-jong-un', 'unnamed')
    """
    joined = re.sub(r"['’]", "", text)
    plain = anyascii(joined).lower()
    words = filter(None, _BLANKS.split(plain))
    hyphened = "-".join(words)
    short = hyphened[:_SLUG_LENGTH]
    return short.rstrip("-") or "unnamed"
