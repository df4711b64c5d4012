"""Given names of the whole world and the gender that they are mostly given to."""

from collections.abc import Mapping
from functools import lru_cache

from kg.gazetteer.names import name_key
from kg.gazetteer.tables import listed, rows
from kg.model import Gender

# Per cent of the census; so common a name keeps its English gender ("Laurence" is not, "Joan" is).
CLEAR_IN_ENGLISH = 0.3
GENDER = {"male": Gender.MALE, "female": Gender.FEMALE, "unknown": Gender.UNKNOWN}


def is_given_name(name: str) -> bool:
    """Return whether a word is a given name of any large language: "Mary", "Dmitry", "Yuki"."""
    return name_key(name) in _genders()


def given_name_gender(name: str) -> Gender:
    """Return the gender of a given name; UNKNOWN if both have it, or if it is in no table.

    >>> given_name_gender("Dmitry"), given_name_gender("Andrea")
    (<Gender.MALE: 'male'>, <Gender.UNKNOWN: ''>)
    """
    return _genders().get(name_key(name), Gender.UNKNOWN)


@lru_cache(maxsize=1)
def _genders() -> Mapping[str, Gender]:
    genders: dict[str, Gender] = {}
    clear: set[str] = set()
    for name, gender, share in rows("given_names_census.tsv"):
        genders[name.lower()] = GENDER[gender]
        if GENDER[gender] and float(share) >= CLEAR_IN_ENGLISH:
            clear.add(name.lower())
    for language, gender, names in rows("given_names_world.tsv"):
        for key in map(name_key, listed(names)):
            agrees = genders.setdefault(key, GENDER[gender]) == GENDER[gender]
            if language == "any" or not (agrees or key in clear):
                genders[key] = Gender.UNKNOWN
    return genders
