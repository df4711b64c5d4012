"""Names as coreference compares them: words without accents and legal forms.

Source: the name shaping and "relaxed head match" passes of Lee et al. 2013.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kg.gazetteer import name_key, nickname_in
from kg.lang.en import word_values
from kg.model import Mention
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.lexicon import PLACE_WORDS, Words
from kg.text.coref.organization_names import (
    core,
    fits_acronym,
    is_beginning,
    is_short_in_kind,
    one_office,
)
from kg.text.coref.person_names import one_person

MIN_ACRONYM, MAX_ACRONYM = 2, 7  # letters
WEAK_TYPES = frozenset({"schema:Organization", "schema:Place"})
MAX_WEAK = 3  # words; longer names have enough words to show what they name
# Classes whose names have a short form of their own: the word that it leaves out at the end, or
# none if it is the last word.
TAIL_WORDS = word_values("names", "coref-tail")
TAILS = {class_: word for word, class_ in TAIL_WORDS.items()} | {"schema:SportsTeam": ""}
PERSON_OR_UNKNOWN = frozenset({EntityType.PERSON, None})
CONTINENTS = word_values("names", "coref-continent")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in words of small letters.

    `type` decides how two of them are compared; `text` is as it was written.
    """

    words: Words
    type: str
    text: str

    def __len__(self) -> int:
        """Return the number of its words."""
        return len(self.words)

    @property
    def entity_type(self) -> EntityType | None:
        """The coarse type of its class."""
        return entity_type_of(self.type)

    @property
    def letters(self) -> str:
        """The letters of its first word, which is all of an acronym."""
        return self.words[0].replace(".", "")

    @property
    def nickname(self) -> Words:
        """The words of a nickname in marks inside it."""
        nickname = nickname_in(self.text)
        return words_of(nickname) if nickname else ()

    @property
    def is_weak(self) -> bool:
        """Doubt about the class: it is only a guess, and the name may as well be a person's."""
        if self.type not in WEAK_TYPES:
            return False
        if len(self) > MAX_WEAK:
            return False
        return not self.is_acronym

    @property
    def is_acronym(self) -> bool:
        """Status as an acronym: one short word in capitals, dots or not: "NATO", "U.N.", "EADS"."""
        letters = self.text.replace(".", "")
        if len(self) != 1:
            return False
        if not letters.isalpha():
            return False
        if not letters.isupper():
            return False
        return MIN_ACRONYM <= len(letters) <= MAX_ACRONYM

    @property
    def may_be_person(self) -> bool:
        """Possibility that it is the name of a person."""
        return self.is_weak or self.entity_type in PERSON_OR_UNKNOWN


def name_of(mention: Mention) -> Name:
    """Return the name that a mention writes."""
    return _name(mention.text, mention.type)


@lru_cache(maxsize=50_000)
def _name(text: str, type_: str) -> Name:
    """Return the name of a text and a class."""
    return Name(words_of(text), type_, text)


@lru_cache(maxsize=50_000)
def words_of(text: str) -> Words:
    """Return the words of a name without accents, dots, possessive ending and leading article.

    >>> words_of("The U.S. Acme Co.'s")
    ('us', 'acme', 'co')
    """
    text = text.replace("’", "'").removesuffix("'s").replace("'s ", " ")
    key = name_key(text) or text
    words = tuple(key.lower().split())
    if len(words) == 1:
        return words
    if words[:1] == ("the",):
        return words[1:]
    return words


def names_agree(a: Collection[Name], b: Collection[Name]) -> bool:
    """Return whether every name of one may be a form of every name of the other.

    They agree if one side has no name, too. "Ann" and "Lee" agree if both are parts of "Ann Lee".
    """
    names = (*a, *b)
    for one, other in product(a, b):
        if not (may_be_one(one, other) or _are_parts_of_one(one, other, names)):
            return False
    return True


def _are_parts_of_one(a: Name, b: Name, names: Iterable[Name]) -> bool:
    """Return whether two names are the given name and the surname of one of some people."""
    longest = max(len(a), len(b))
    for name in names:
        if len(name) <= longest or name.entity_type is not EntityType.PERSON:
            continue
        if may_be_one(name, a) and may_be_one(name, b):
            return True
    return False


@lru_cache(maxsize=50_000)
def may_be_one(a: Name, b: Name) -> bool:
    """Return whether two names may be of one thing.

    >>> names = ("John Smith", "Ann Smith", "Smith")
    >>> john, ann, smith = (Name(words_of(text), "schema:Person", text) for text in names)
    >>> may_be_one(john, smith), may_be_one(ann, smith), may_be_one(ann, john)
    (True, True, False)
    """
    if a.words == b.words:
        return True
    entity_types = {a.entity_type, b.entity_type}
    if EntityType.PERSON in entity_types:
        if not a.may_be_person or not b.may_be_person:
            return False
        if a.words == b.nickname or b.words == a.nickname:
            return True
        return one_person(a.words, b.words)
    if len(entity_types - {None}) > 1:
        return False
    if EntityType.PLACE in entity_types:
        return one_place(a.words, b.words)
    if EntityType.ORGANIZATION in entity_types:
        return one_organization(a, b)
    return core(a.words) == core(b.words)


def one_organization(a: Name, b: Name) -> bool:
    """Return whether two names may be of one organisation.

    They may differ in legal form, country or word order, or one is the other's acronym or short
    form.
    """
    if core(a.words) == core(b.words):
        return True
    if one_office(a.words, b.words):
        return True
    short, full = sorted((a, b), key=len)
    if short.is_acronym and fits_acronym(short.words[0], full.words):
        return True
    if is_beginning(core(short.words), core(full.words)):
        return True
    tail = TAILS.get(full.type)
    if tail is None:
        return False
    if short.type not in {full.type, "schema:Organization"}:
        return False
    return is_short_in_kind(short.words, full.words, tail)


def key_of(name: Name) -> Words:
    """Return the words under which equal names are found.

    They are without legal forms, and the name of a continent stands for its adjective.
    """
    if name.entity_type is not EntityType.PLACE:
        return core(name.words)
    continent = CONTINENTS.get(" ".join(name.words))
    if continent is None:
        return core(name.words)
    return tuple(continent.split())


def one_place(a: Words, b: Words) -> bool:
    """Return whether two names are of one place.

    One only adds what sort of place it is ("Orinoco River"), or is the other's adjective.
    """
    if _place_core(a) == _place_core(b):
        return True
    first, second = " ".join(a), " ".join(b)
    if first == CONTINENTS.get(second):
        return True
    return second == CONTINENTS.get(first)


def _place_core(words: Words) -> Words:
    """Return the words without those that say what sort of place it is; all, if nothing is left."""
    kept = tuple(word for word in words if word not in PLACE_WORDS)
    return kept or words
