"""Keys of names for look-ups: spellings that differ in case, accents, dots or hyphens share one."""

import re
from functools import lru_cache

from anyascii import anyascii

LONGEST_CODE = 4  # letters in the longest short form that is written in capitals: "DPRK"
_DROPPED = re.compile(r"[.'’‘ʻʼʾʿ`]")
_BLANKS = re.compile(r"[^\w&+]+")


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """Return the lookup key of a name.

    It is in lower case, without accents, dots, apostrophes and a leading "the", with single blanks.
    A short code in capitals keeps its case, so that "us" and "it" are no countries. A name without
    any capital letter has an empty key: it is a word, not a name.

    >>> name_key("The Côte d’Ivoire"), name_key("Guinea-Bissau"), name_key("U.S."), name_key("us")
    ('cote divoire', 'guinea bissau', 'US', '')
    """
    if name == name.lower() and name.upper() != name:
        return ""
    if name.isascii() and name.isalpha() and len(name) > LONGEST_CODE:
        return name.lower()  # one plain word, as are half of the names in the tables
    latin = name if name.isascii() else anyascii(name)
    plain = _BLANKS.sub(" ", _DROPPED.sub("", latin)).strip()
    if plain[:4].lower() == "the " and len(plain) > LONGEST_CODE:
        plain = plain[4:]
    is_code = plain.isupper() and plain.isalpha() and len(plain) <= LONGEST_CODE
    return plain if is_code else plain.lower()


def lookup_keys(name: str) -> tuple[str, ...]:
    """Return the keys to try for a name, in order.

    A short name in capitals may be a code ("US") or a headline's "IRAN".

    >>> lookup_keys("IRAN"), lookup_keys("Iran")
    (('IRAN', 'iran'), ('iran',))
    """
    key = name_key(name)
    if not key:
        return ()
    return (key, key.lower()) if key.isupper() else (key,)
