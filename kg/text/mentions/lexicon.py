"""The tables of nouns, titles and words of names.

Common nouns for people, organisations and places, titles before names, and the first and last
words of names that show what they name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.model import Gender

LONGEST = 4  # words in the longest entry of a list


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that refers to a person, an organisation or a place.

    `type` is a class of the vocabulary; `kind` is the kind of word: kinship, person, office,
    occupation, military, group, organization, place; "thing" marks phrases that only look like one
    of these ("social media"). `gender` is that of the noun itself.
    """

    lemma: str
    type: str
    kind: str
    gender: Gender = Gender.UNKNOWN

    @property
    def is_person(self) -> bool:
        """Whether the noun refers to one person."""
        return self.type == "schema:Person"


def noun(lemma: str) -> Noun | None:
    """Return the entry of a noun, given its lemma in small letters ("prime minister"), or None."""
    found = _nouns().get(lemma)
    return found if found and found.type else None


def longest_noun(words: Sequence[str]) -> Noun | None:
    """Return the entry of the longest end of a row of words that the list knows.

    "Third secretary" before "secretary"; None if it knows none.
    """
    for start in range(max(0, len(words) - LONGEST), len(words)):
        found = _nouns().get(" ".join(words[start:]))
        if found:
            return found if found.type else None
    return None


def is_title(words: Sequence[str]) -> bool:
    """Return whether words, as written, are a title before a name: "Vice President", "Gen."."""
    return " ".join(words) in _titles()


def title_gender(words: Sequence[str]) -> Gender:
    """Return the gender of a title ("Queen", "Mr"); UNKNOWN for other titles and other words."""
    return _titles().get(" ".join(words), Gender.UNKNOWN)


def type_of_name(words: Sequence[str]) -> str:
    """Return the class that a name's own words show, or empty.

    Its last words, its first ones, or those before "of".

    >>> type_of_name(["Foreign", "Ministry"]), type_of_name("Eastman School of Music".split())
    ('schema:GovernmentOrganization', 'schema:EducationalOrganization')
    """
    of = words.index("of") if "of" in words else 0
    return (of and type_of_ending(words[:of])) or type_of_ending(words) or type_of_beginning(words)


def type_of_ending(words: Sequence[str]) -> str:
    """Return the class that the last words of a name show ("Foreign Ministry"), or empty."""
    for start in range(max(0, len(words) - LONGEST), len(words)):
        found = _name_words()["last"].get(" ".join(words[start:]))
        if found:
            return found
    return ""


def type_of_beginning(words: Sequence[str]) -> str:
    """Return the class that the first words of a name show ("University of …"), or empty."""
    for end in range(min(LONGEST, len(words) - 1), 0, -1):
        found = _name_words()["first"].get(" ".join(words[:end]))
        if found:
            return found
    return ""


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, Noun]:
    return {
        lemma: Noun(lemma, type_, kind, Gender(gender))
        for lemma, type_, kind, gender in _rows("nouns.tsv")
    }


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, Gender]:
    return {title: Gender(gender) for title, gender in _rows("titles.tsv")}


@lru_cache(maxsize=1)
def _name_words() -> Mapping[str, Mapping[str, str]]:
    words: dict[str, dict[str, str]] = {"first": {}, "last": {}}
    for position, type_, entry in _rows("name_words.tsv"):
        words[position][entry] = type_
    return words


def _rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a list in `data/`, without its comments."""
    for line in (
        files("kg.text.mentions").joinpath("data", table).read_text(encoding="utf-8").splitlines()
    ):
        if line and not line.startswith("#"):
            yield line.split("\t")
