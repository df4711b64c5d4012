"""The word lists of the room: common nouns for people, organisations and places, titles, and the telling words of names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from kg.model import Gender

LONGEST = 4  # words in the longest entry of a list


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that refers to a person, an organisation or a place.

    `type` is a class of the vocabulary; `kind` says what sort of word it is: kinship, person, office, occupation, military,
    group, organization, place; "thing" marks phrases that only look like one of these ("social media").
    `gender` is what the noun itself tells.
    """

    lemma: str
    type: str
    kind: str
    gender: Gender = Gender.UNKNOWN

    @property
    def is_person(self) -> bool:
        """True for a noun that refers to one person."""
        return self.type == "schema:Person"


def noun(lemma: str) -> Noun | None:
    """The entry of a noun, given its lemma in small letters ("prime minister"), or None."""
    found = _nouns().get(lemma)
    return found if found and found.type else None


def longest_noun(words: Sequence[str]) -> Noun | None:
    """The entry of the longest end of a row of words that the list knows: "third secretary" before "secretary"."""
    for start in range(max(0, len(words) - LONGEST), len(words)):
        found = _nouns().get(" ".join(words[start:]))
        if found:
            return found if found.type else None
    return None


def is_title(words: Sequence[str]) -> bool:
    """True where the words, written as they are, are a title that stands before a name: "Vice President", "Gen."."""
    return " ".join(words) in _titles()


def title_gender(words: Sequence[str]) -> Gender:
    """The gender that a title tells: of "Queen", "Mr". UNKNOWN for other titles, and for what is no title."""
    return _titles().get(" ".join(words), Gender.UNKNOWN)


def type_of_name(words: Sequence[str]) -> str:
    """The class that a name's own words tell: its last ones, its first ones, or those before "of"; empty where none does.

    >>> type_of_name(["Foreign", "Ministry"]), type_of_name("Eastman School of Music".split())
    ('schema:GovernmentOrganization', 'schema:EducationalOrganization')
    """
    of = words.index("of") if "of" in words else 0
    return (of and type_of_ending(words[:of])) or type_of_ending(words) or type_of_beginning(words)


def type_of_ending(words: Sequence[str]) -> str:
    """The class that the last words of a name tell ("Foreign Ministry"), or empty."""
    for start in range(max(0, len(words) - LONGEST), len(words)):
        found = _name_words()["last"].get(" ".join(words[start:]))
        if found:
            return found
    return ""


def type_of_beginning(words: Sequence[str]) -> str:
    """The class that the first words of a name tell ("University of …", "Mount …"), or empty."""
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
    """The rows of a list in `data/`, without its comments."""
    for line in (
        files("kg.text.mentions").joinpath("data", table).read_text(encoding="utf-8").splitlines()
    ):
        if line and not line.startswith("#"):
            yield line.split("\t")
