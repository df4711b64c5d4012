"""Keys of names for look-ups: spellings that differ in case, accents, dots or hyphens share one."""

import re
from functools import lru_cache

from anyascii import anyascii

LONGEST_CODE = 4  # letters in the longest short form that is written in capitals: "DPRK"
_DROPPED = re.compile(r"[.'’‘ʻʼʾʿ`]")
_BLANKS = re.compile(r"[^\w&+]+")
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)
_CODE = re.compile(rf"[A-Z]{{1,{LONGEST_CODE}}}")


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """Return the lookup key of a name.

    It is in lower case, without accents, dots, apostrophes and a leading "the", with single blanks.
    A short code in capitals keeps its case, so that "us" and "it" are no countries. A name without
    any capital letter has an empty key: it is a word, not a name.

    >>> name_key("The Côte d’Ivoire"), name_key("Guinea-Bissau"), name_key("U.S."), name_key("us")
    ('cote divoire', 'guinea bissau', 'US', '')
    """
    small = name.lower()
    if name == small != name.upper():
        return ""
    is_long = len(name) > LONGEST_CODE
    if is_long and name.isascii() and name.isalpha():
        return small  # one plain word, as are half of the names in the tables
    latin = name if name.isascii() else anyascii(name)
    undotted = _DROPPED.sub("", latin)
    plain = _BLANKS.sub(" ", undotted).strip()
    bare = _ARTICLE.sub("", plain)
    return bare if _CODE.fullmatch(bare) else bare.lower()


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
