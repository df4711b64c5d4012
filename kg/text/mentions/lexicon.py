"""The tables of nouns, titles and words of names.

Common nouns for people, organisations and places, titles before names, and the first and last
words of names that show what they name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kg.lang.en import word_set, word_values
from kg.model import Gender
from kg.text.mentions.tokens import lemma_of
from kg.text.parse.labels import PREMODIFIERS

LONGEST = 4  # words in the longest entry of a list
CLASS_OF_OBJECTS = MappingProxyType(word_values("nouns", "class-of-objects"))
MODIFIES = PREMODIFIERS | {"punct"}


class NamePart(StrEnum):
    """The place in a name at which words show its class."""

    FIRST = "first"
    LAST = "last"


class NounKind(StrEnum):
    """The kind of person, organisation or place that a common noun refers to.

    A "thing" only looks like one of these ("social media"). An "object" is none of them, but may
    take part in what happens: a vehicle, a letter, a weapon.
    """

    KINSHIP = "kinship"
    PERSON = "person"
    OFFICE = "office"
    OCCUPATION = "occupation"
    MILITARY = "military"
    GROUP = "group"
    ORGANIZATION = "organization"
    PLACE = "place"
    THING = "thing"
    OBJECT = "object"


TRADES = frozenset({NounKind.OCCUPATION, NounKind.MILITARY})
OFFICES = frozenset({NounKind.OFFICE, NounKind.OCCUPATION, NounKind.MILITARY})


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that refers to a person, an organisation or a place.

    `type` is a class of the vocabulary, and `gender` is that of the noun itself.
    """

    lemma: str
    type: str
    kind: NounKind
    gender: Gender = Gender.UNKNOWN

    @property
    def is_person(self) -> bool:
        """The use of the noun for one person."""
        return self.type == "schema:Person"

    @property
    def is_office(self) -> bool:
        """The use of the noun for an office, a trade or a rank."""
        return self.kind in OFFICES

    @property
    def names_officer(self) -> bool:
        """The use of the noun for one person with an office, a trade or a rank."""
        return self.is_person and self.is_office


def noun(lemma: str) -> Noun | None:
    """Return the entry of a noun, given its lemma in small letters ("prime minister"), or None."""
    return _if_typed(_nouns().get(lemma))


def is_listed_noun(word: str) -> bool:
    """Return whether a word in small letters is a noun of the list, whatever it is for."""
    return word in _nouns()


def is_trade(lemma: str) -> bool:
    """Return whether a noun is a trade or a rank, which is not given up as an office is."""
    entry = noun(lemma)
    return entry is not None and entry.kind in TRADES


def is_person_noun(lemma: str) -> bool:
    """Return whether a lemma in small letters is that of a noun for a person."""
    found = noun(lemma)
    return found is not None and found.is_person


def longest_noun(words: Sequence[str]) -> Noun | None:
    """Return the entry of the longest end of a row of words that the list knows.

    "Third secretary" before "secretary"; None if it knows none.
    """
    for ending in _endings(words):
        found = _nouns().get(ending)
        if found:
            return _if_typed(found)
    return None


def longest_object(words: Sequence[str]) -> Noun | None:
    """Return the entry of the longest end of a row of words that is an object, None without one.

    It is no noun for a person, an organisation or a place where people live: "fishing boat".
    """
    for ending in _endings(words):
        type_ = _class_of_object().get(ending)
        if type_:
            return Noun(ending, type_, NounKind.OBJECT)
    return None


def is_vehicle(word: str) -> bool:
    """Return whether a word is a noun for a ship or another vehicle."""
    entry = longest_object([word])
    return entry is not None and entry.type == "schema:Vehicle"


def _if_typed(found: Noun | None) -> Noun | None:
    """Return an entry, or None if it only marks a phrase that looks like one."""
    return found if found and found.type else None


def _endings(words: Sequence[str]) -> Iterator[str]:
    """Yield the last words of a row, the longest ending first."""
    for start in range(max(0, len(words) - LONGEST), len(words)):
        yield " ".join(words[start:])


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
    before_of = words[: words.index("of")] if "of" in words else ()
    return type_of_ending(before_of) or type_of_ending(words) or type_of_beginning(words)


def type_of_ending(words: Sequence[str]) -> str:
    """Return the class that the last words of a name show ("Foreign Ministry"), or empty."""
    classes = _classes_by_words(NamePart.LAST)
    found = (classes[ending] for ending in _endings(words) if ending in classes)
    return next(found, "")


def type_of_beginning(words: Sequence[str]) -> str:
    """Return the class that the first words of a name show ("University of …"), or empty."""
    classes = _classes_by_words(NamePart.FIRST)
    for end in range(min(LONGEST, len(words) - 1), 0, -1):
        beginning = " ".join(words[:end])
        if beginning in classes:
            return classes[beginning]
    return ""


@lru_cache(maxsize=1)
def _nouns() -> Mapping[str, Noun]:
    """Return the entry of each common noun."""
    nouns: dict[str, Noun] = {}
    for lemma, type_, kind, gender in rows("nouns.tsv"):
        nouns[lemma] = Noun(lemma, type_, NounKind(kind), Gender(gender))
    return nouns


@lru_cache(maxsize=1)
def _class_of_object() -> Mapping[str, str]:
    """Return the class of each noun for an object."""
    classes: dict[str, str] = {}
    for kind, type_ in CLASS_OF_OBJECTS.items():
        classes.update(dict.fromkeys(word_set("things", kind), type_))
    return classes


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, Gender]:
    """Return the gender of each title."""
    return {title: Gender(gender) for title, gender in rows("titles.tsv")}


@lru_cache(maxsize=2)
def _classes_by_words(part: NamePart) -> Mapping[str, str]:
    """Return the class that each entry for a part of names shows."""
    entries = rows("name_words.tsv")
    return {entry: type_ for position, type_, entry in entries if position == part}


def rows(table: str) -> Iterator[list[str]]:
    """Yield the rows of a list in `data/`, without its comments."""
    text = files(__package__).joinpath("data", table).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def entry_of(token: Token, taken: frozenset[int]) -> Noun | None:
    """Return the entry of a noun with the words before it that are no part of a name."""
    lemma = lemma_of(token)
    if is_in_law(token.doc, token.i + 1):
        return longest_noun([f"{lemma}-in-law"])
    before = _words_before(token, taken)
    found = longest_noun([*before, lemma])
    return found or longest_noun([*before, token.lower_])


def object_entry_of(token: Token, taken: frozenset[int]) -> Noun | None:
    """Return the entry of a noun for a vehicle, a document, a weapon or the like."""
    before = _words_before(token, taken)
    lemma = lemma_of(token)
    found = longest_object([*before, lemma])
    return found or longest_object([*before, token.lower_])


def _words_before(token: Token, taken: frozenset[int]) -> list[str]:
    """Return the words before a noun that tell its kind, without those of names."""
    free = (left for left in token.lefts if left.i not in taken)
    return [left.lower_ for left in free if left.dep_ in MODIFIES]


def is_in_law(doc: Doc, start: int) -> bool:
    """Return whether "-in-law" begins at a token."""
    if start == len(doc) or doc[start].text != "-":
        return False
    return doc[start : start + 4].text == "-in-law"
