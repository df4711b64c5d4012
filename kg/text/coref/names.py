"""Names as coreference compares them: split into words, without accents and legal forms; those of bodies and places.

Source: the name shaping and "relaxed head match" passes of Lee et al. 2013.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.gazetteer import country, demonym, name_key
from kg.lang.en import word_set, word_values
from kg.model import Mention
from kg.text.coref.entity_types import EntityType, sort_of_type
from kg.text.coref.lexicon import DIVISIONS, EMPTY_WORDS, LEGAL_FORMS, PLACE_WORDS, SMALL_WORDS
from kg.text.coref.person_names import one_person

MIN_ACRONYM = 2
WEAK_TYPES = frozenset({"schema:Organization", "schema:Place"})
MAX_WEAK = 3  # words; longer names have enough words to show what they name
# Classes whose names have a short form of their own: the word that it leaves out at the end, or none where it is the last word.
TAILS = {"schema:SportsTeam": "", "schema:EducationalOrganization": "university"}
CONTINENTS = word_values("names", "coref-continent")
SHORT_LANDS = word_set("names", "coref-short-country")
SPELLINGS = word_values("nouns", "coref-spelling")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in words of small letters. `type` tells how two of them are compared; `text` is as it was written."""

    words: tuple[str, ...]
    type: str
    text: str

    @property
    def sort(self) -> EntityType | None:
        """The coarse sort of its class."""
        return sort_of_type(self.type)

    @property
    def is_weak(self) -> bool:
        """True where the class is no more than a guess, so that the name may as well be a person's."""
        return self.type in WEAK_TYPES and len(self.words) <= MAX_WEAK and not self.is_acronym

    @property
    def is_acronym(self) -> bool:
        """True for one short word in capitals, dots or not: "NATO", "U.N.", "EADS"."""
        letters = self.text.replace(".", "")
        return (
            len(self.words) == 1
            and MIN_ACRONYM <= len(letters) <= 7
            and letters.isupper()
            and letters.isalpha()
        )


def name_of(mention: Mention) -> Name:
    """The name that a mention writes."""
    return _name(mention.text, mention.type)


@lru_cache(maxsize=50_000)
def _name(text: str, type_: str) -> Name:
    return Name(words_of(text), type_, text)


@lru_cache(maxsize=50_000)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name without accents, dots, possessive ending and leading article.

    >>> words_of("The U.S. Acme Co.'s")
    ('us', 'acme', 'co')
    """
    text = text.replace("’", "'").removesuffix("'s").replace("'s ", " ")
    words = tuple((name_key(text) or text).lower().split())
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def names_agree(a: Iterable[Name], b: Iterable[Name]) -> bool:
    """True where every name of one may be a form of every name of the other, or one side has none."""
    return all(may_be_one(x, y) for x in a for y in b)


@lru_cache(maxsize=50_000)
def may_be_one(a: Name, b: Name) -> bool:
    """True where two names may be of one thing.

    >>> john, ann, smith = (Name(words_of(n), "schema:Person", n) for n in ("John Smith", "Ann Smith", "Smith"))
    >>> may_be_one(john, smith), may_be_one(ann, smith), may_be_one(ann, john)
    (True, True, False)
    """
    if a.words == b.words:
        return True
    sorts = {a.sort, b.sort}
    if EntityType.PERSON in sorts:
        return all(
            name.sort in (EntityType.PERSON, None) or name.is_weak for name in (a, b)
        ) and one_person(a.words, b.words)
    if len(sorts - {None}) > 1:
        return False
    if EntityType.PLACE in sorts:
        return one_place(a.words, b.words)
    return (
        one_organization(a, b)
        if EntityType.ORGANIZATION in sorts
        else core(a.words) == core(b.words)
    )


def one_organization(a: Name, b: Name) -> bool:
    """True where the names differ in legal form, country or word order only, or one is the other's acronym or short form."""
    if core(a.words) == core(b.words):
        return True
    short, full = sorted((a, b), key=lambda name: len(name.words))
    if short.is_acronym and fits_acronym(short.words[0], full.words):
        return True
    if one_office(a.words, b.words) or is_beginning(core(short.words), core(full.words)):
        return True
    return (
        a.type == b.type
        and a.type in TAILS
        and is_short_in_kind(short.words, full.words, TAILS[a.type])
    )


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without legal forms at the end; never empty.

    >>> core(("acme", "holdings", "inc"))
    ('acme',)
    """
    end = len(words)
    while end > 1 and words[end - 1] in LEGAL_FORMS:
        end -= 1
    return words[:end]


def fits_acronym(letters: str, words: tuple[str, ...]) -> bool:
    """True where the letters are the initials of the words; small words and legal forms may give a letter or none.

    >>> fits_acronym("usaf", ("united", "states", "air", "force"))
    True
    """
    if len(words) < 2:
        return False
    parts = tuple(part for word in words for part in word.split("-") if part)
    initials = {
        "".join(
            word if word in SHORT_LANDS else word[0]
            for word in form
            if keep_small or word not in SMALL_WORDS
        )
        for form in (parts, core(parts))
        for keep_small in (True, False)
    }
    return letters in initials or any(
        letters.removeprefix(land) in initials
        for land in SHORT_LANDS
        if len(letters) > len(land) + 1
    )


def one_office(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True for two names of an office of state that differ in the order of words or in naming the country.

    >>> one_office(("norwegian", "ministry", "of", "foreign", "affairs"), ("foreign", "ministry"))
    True
    """
    (content_a, land_a), (content_b, land_b) = _content(a), _content(b)
    if content_a != content_b or not content_a:
        return False
    if land_a and land_b:
        return land_a == land_b
    return len(content_a) > 1


@lru_cache(maxsize=50_000)
def _content(words: tuple[str, ...]) -> tuple[frozenset[str], str]:
    """The words that tell which office it is, and the code of the country that is named with them."""
    land, rest = "", []
    at = 0
    while at < len(words):
        found = next((size for size in (2, 1) if _land_code(words[at : at + size])), 0)
        if found:
            land = land or _land_code(words[at : at + found])
        elif words[at] not in EMPTY_WORDS:
            rest.append(SPELLINGS.get(words[at], words[at]))
        at += max(found, 1)
    return frozenset(rest), land


def is_beginning(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """True where the full name goes on after the short one with words that name no division of it.

    >>> is_beginning(("lockwood",), ("lockwood", "marsh")), is_beginning(("lockwood",), ("lockwood", "research"))
    (True, False)
    """
    rest = full[len(short) :]
    if not rest or full[: len(short)] != short or set(short) <= SMALL_WORDS | DIVISIONS:
        return False
    if _land_code(short) or any(_land_code((word,)) for word in rest):
        return False
    return not set(rest) & (DIVISIONS | SMALL_WORDS)


def is_short_in_kind(short: tuple[str, ...], full: tuple[str, ...], tail: str) -> bool:
    """True for the last word of a team's name, and for a school's name without its last word.

    >>> is_short_in_kind(("otters",), ("lake", "placid", "otters"), "")
    True
    """
    if tail:
        return full == (*short, tail)
    return len(short) == 1 and short == full[-1:] and short[0] not in DIVISIONS


def _land_code(words: tuple[str, ...]) -> str:
    """The code of the country that the words name or are the adjective of; empty for other words."""
    text = " ".join(word.upper() if word in SHORT_LANDS else word.capitalize() for word in words)
    found = demonym(text) or country(text)
    return found.iso if found is not None else ""


def key_of(name: Name) -> tuple[str, ...]:
    """The words under which equal names are found: without legal forms, and a continent's adjective as its name."""
    if name.sort is EntityType.PLACE and " ".join(name.words) in CONTINENTS:
        return tuple(CONTINENTS[" ".join(name.words)].split())
    return core(name.words)


def one_place(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """True where one name only adds what sort of place it is ("Orinoco River")."""
    return (
        _place_core(a) == _place_core(b)
        or " ".join(a) == CONTINENTS.get(" ".join(b))
        or " ".join(b) == CONTINENTS.get(" ".join(a))
    )


def _place_core(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in words if word not in PLACE_WORDS)
    return kept or words
