"""Keys of names: the same for all ways to write a name, whatever its case, accents, hyphens, article and legal form."""

import re
from functools import lru_cache

from anyascii import anyascii

LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa sas se nv bv gmbh kg kgaa spa srl ab asa"
    " as oy oyj pty bhd pjsc ojsc oao ooo jsc kk aps sarl".split()
)
# American and British spellings of words that organisations are called by.
SPELLINGS = {"defense": "defence", "center": "centre", "labor": "labour", "organization": "organisation", "program": "programme"}
_NO_BLANK = re.compile(r"(?<=\w)[.'’‘ʻʼ`´](?=\w|\s|$)|[.'’‘ʻʼ`´]")
_BLANKS = re.compile(r"[^a-z0-9]+")
_SLUG_LENGTH = 80


@lru_cache(maxsize=200_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name: small letters without accents, dots or apostrophes; hyphens part words; "and" for an ampersand.

    >>> words_of("Müller-Lüdenscheidt & Söhne Inc.")
    ('muller', 'ludenscheidt', 'and', 'sohne', 'inc')
    """
    plain = _NO_BLANK.sub("", anyascii(name).lower().replace("&", " and "))
    return tuple(_BLANKS.sub(" ", plain).split())


@lru_cache(maxsize=200_000)
def plain_key(name: str) -> str:
    """The words of a name without a leading article.

    >>> plain_key("The Hague"), plain_key("Al-Jazeera") == plain_key("Al Jazeera")
    ('hague', True)
    """
    words = words_of(name)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@lru_cache(maxsize=200_000)
def organization_key(name: str) -> str:
    """The key of an organisation's name: no article, no legal form at the end.

    >>> organization_key("The Acme Co., Ltd.") == organization_key("ACME")
    True
    """
    words = plain_key(name).split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(SPELLINGS.get(word, word) for word in words)


def squeezed(key: str) -> str:
    """A key without blanks, so that "AirTran" and "Air Tran" have the same."""
    return key.replace(" ", "")


def initials(name: str) -> tuple[str, ...]:
    """The acronyms that the words with a capital make, with and without legal forms; none for a single word.

    >>> initials("International Committee of the Red Cross"), initials("Acme Mills Company")
    (('ICRC',), ('AM', 'AMC'))
    """
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    proper = [word for word in words if organization_key(word) not in LEGAL_FORMS]
    found = {"".join(word[0] for word in each) for each in (proper, words) if len(each) > 1}
    return tuple(sorted(found))


def is_acronym(name: str) -> bool:
    """True for a short name in capitals: "EADS", "U.N."."""
    letters = name.replace(".", "").replace("-", "")
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 8


def slug(text: str) -> str:
    """The readable end of an id: letters and digits with hyphens; never empty.

    >>> slug("Kim Jong-un"), slug("…")
    ('kim-jong-un', 'unnamed')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(re.sub(r"['’]", "", text)).lower()).strip("-")
    return plain[:_SLUG_LENGTH].rstrip("-") or "unnamed"
