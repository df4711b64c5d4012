"""Given names of the whole world with the gender they are mostly given to; family names; nicknames.

A nickname stands in marks or brackets inside a name: Robert "Bobby" Vance.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from kg.gazetteer.names import name_key
from kg.model import Gender
from kg.tables import listed, table

# Per cent of the census; so common a name keeps its English gender ("Laurence" is not, "Joan" is).
CLEAR_IN_ENGLISH = 0.3
NICKNAME = re.compile(r"\s[“\"‘'(](?P<words>[^\s“”\"‘()][^“”\"()]*)[”\"’')](?=\s)")
GIVEN = "given"
FAMILY = "family"


def is_given_name(name: str) -> bool:
    """Return whether a word is a given name of any large language: "Mary", "Dmitry", "Yuki"."""
    return name_key(name) in _genders()


def given_name_gender(name: str) -> Gender:
    """Return the gender of a given name; UNKNOWN if both have it, or if it is in no table.

    >>> given_name_gender("Dmitry"), given_name_gender("Andrea")
    (<Gender.MALE: 'male'>, <Gender.UNKNOWN: ''>)
    """
    return _genders().get(name_key(name), Gender.UNKNOWN)


def nickname_in(name: str) -> str:
    """Return the nickname that stands in marks or brackets inside a name; empty if there is none.

    >>> nickname_in("Robert “Bobby” Vance"), nickname_in("Bobby Vance")
    ('Bobby', '')
    """
    found = NICKNAME.search(name)
    return found["words"] if found is not None else ""


def without_nickname(name: str) -> str:
    """Return a name without the nickname inside it.

    >>> without_nickname("Anna (Annie) Vance")
    'Anna Vance'
    """
    return NICKNAME.sub("", name, count=1)


def may_be_given_name(word: str) -> bool:
    """Return whether a word is a given name in any language, also a rare or an ambiguous one.

    >>> may_be_given_name("Ilze"), may_be_given_name("Oslo")
    (True, False)
    """
    return GIVEN in _roles().get(name_key(word), ()) or is_given_name(word)


def may_be_family_name(word: str) -> bool:
    """Return whether a word is a common family name in any language, whatever else it may be.

    >>> may_be_family_name("Hughes"), may_be_family_name("Norway")
    (True, False)
    """
    return FAMILY in _roles().get(name_key(word), ())


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, tuple[str, ...]]:
    """Return what the words of people's names are used as: given names, family names."""
    return {key: listed(roles) for key, roles in table("kg.gazetteer", "data/person_names.tsv.gz")}


@lru_cache(maxsize=1)
def _genders() -> Mapping[str, Gender]:
    """Return the gender of each name: of the census, then of other languages if they agree."""
    genders: dict[str, Gender] = {}
    clear: set[str] = set()
    for name, cell, share in table("kg.gazetteer", "data/given_names_census.tsv"):
        key = name.lower()
        gender = Gender[cell.upper()]
        genders[key] = gender
        if gender and float(share) >= CLEAR_IN_ENGLISH:
            clear.add(key)
    for language, cell, names in table("kg.gazetteer", "data/given_names_world.tsv"):
        gender = Gender[cell.upper()]
        for key in map(name_key, listed(names)):
            known = genders.setdefault(key, gender)
            is_contested = known != gender and key not in clear
            if language == "any" or is_contested:
                genders[key] = Gender.UNKNOWN
    return genders
