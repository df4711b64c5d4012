"""Names as coreference compares them: words without accents and legal forms.

Source: the name shaping and "relaxed head match" passes of Lee et al. 2013.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kg.gazetteer import country, demonym, name_key
from kg.lang.en import word_set, word_values
from kg.model import Mention
from kg.text.coref.entity_types import EntityType, entity_type_of
from kg.text.coref.lexicon import DIVISIONS, EMPTY_WORDS, LEGAL_FORMS, PLACE_WORDS, SMALL_WORDS
from kg.text.coref.person_names import one_person

MIN_ACRONYM, MAX_ACRONYM = 2, 7  # letters
WEAK_TYPES = frozenset({"schema:Organization", "schema:Place"})
MAX_WEAK = 3  # words; longer names have enough words to show what they name
# Classes whose names have a short form of their own: the word that it leaves out at the end, or
# none if it is the last word.
TAILS = {"schema:SportsTeam": "", "schema:EducationalOrganization": "university"}
PERSON_OR_UNKNOWN = frozenset({EntityType.PERSON, None})
NAMELESS = DIVISIONS | SMALL_WORDS  # words that alone name no organisation
CONTINENTS = word_values("names", "coref-continent")
SHORT_COUNTRIES = word_set("names", "coref-short-country")
SPELLINGS = word_values("nouns", "coref-spelling")

Words = tuple[str, ...]


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
    def is_weak(self) -> bool:
        """Whether the class is only a guess, so that the name may as well be a person's."""
        if self.type not in WEAK_TYPES:
            return False
        return len(self) <= MAX_WEAK and not self.is_acronym

    @property
    def is_acronym(self) -> bool:
        """Whether it is a short word in capitals, dots or not: "NATO", "U.N.", "EADS"."""
        letters = self.text.replace(".", "")
        if len(self) != 1 or not letters.isalpha():
            return False
        return letters.isupper() and MIN_ACRONYM <= len(letters) <= MAX_ACRONYM

    @property
    def may_be_person(self) -> bool:
        """Whether it may be the name of a person."""
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
    return words[1:] if words[:1] == ("the",) else words


def names_agree(a: Iterable[Name], b: Iterable[Name]) -> bool:
    """Return whether every name of one may be a form of every name of the other.

    They agree if one side has no name, too.
    """
    return all(may_be_one(x, y) for x, y in product(a, b))


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
    tail = TAILS.get(a.type)
    if tail is None or a.type != b.type:
        return False
    return is_short_in_kind(short.words, full.words, tail)


def core(words: Words) -> Words:
    """Return the words without legal forms at the end; never empty.

    >>> core(("acme", "holdings", "inc"))
    ('acme',)
    """
    end = len(words)
    while end > 1 and words[end - 1] in LEGAL_FORMS:
        end -= 1
    return words[:end]


def fits_acronym(letters: str, words: Words) -> bool:
    """Return whether letters are the initials of words.

    Small words and legal forms may give a letter or none.

    >>> fits_acronym("usaf", ("united", "states", "air", "force"))
    True
    """
    if len(words) < 2:
        return False
    return not set(_initials(words)).isdisjoint(_with_and_without_country(letters))


def _initials(words: Words) -> Iterator[str]:
    """Yield the initials of words, with and without those of legal forms and small words."""
    parts = tuple(filter(None, "-".join(words).split("-")))
    for form in (parts, core(parts)):
        large = [word for word in form if word not in SMALL_WORDS]
        yield "".join(map(_initial, form))
        yield "".join(map(_initial, large))


def _initial(word: str) -> str:
    """Return the initial of a word; of "US" all of it."""
    return word if word in SHORT_COUNTRIES else word[0]


def _with_and_without_country(letters: str) -> Iterator[str]:
    """Yield the letters, and those behind the acronym of a country that they start with."""
    yield letters
    for short in SHORT_COUNTRIES:
        if len(letters) > len(short) + 1:
            yield letters.removeprefix(short)


def one_office(a: Words, b: Words) -> bool:
    """Return whether two names are of one office of state.

    They may differ in the order of words or in naming the country.

    >>> one_office(("norwegian", "ministry", "of", "foreign", "affairs"), ("foreign", "ministry"))
    True
    """
    (content_a, country_a), (content_b, country_b) = _content(a), _content(b)
    if content_a != content_b or not content_a:
        return False
    if country_a and country_b:
        return country_a == country_b
    return len(content_a) > 1


@lru_cache(maxsize=50_000)
def _content(words: Words) -> tuple[frozenset[str], str]:
    """Return the words that say which office it is, and the code of the country beside them."""
    first_country = ""
    content: list[str] = []
    position = 0
    while position < len(words):
        size, code = _country_at(words, position)
        first_country = first_country or code
        word = words[position]
        if not size and word not in EMPTY_WORDS:
            content.append(SPELLINGS.get(word, word))
        position += max(size, 1)
    return frozenset(content), first_country


def _country_at(words: Words, position: int) -> tuple[int, str]:
    """Return how many words at a position name a country, two or one, and its code; else 0."""
    for size in (2, 1):
        code = _country_code(words[position : position + size])
        if code:
            return size, code
    return 0, ""


def is_beginning(short: Words, full: Words) -> bool:
    """Return whether a name is another and more words that name no division of it.

    >>> lockwood = ("lockwood",)
    >>> is_beginning(lockwood, ("lockwood", "marsh")), is_beginning(lockwood, ("lockwood", "bank"))
    (True, False)
    """
    rest = full[len(short) :]
    if not rest or full[: len(short)] != short:
        return False
    if NAMELESS.issuperset(short) or _country_code(short):
        return False
    if any(_country_code((word,)) for word in rest):
        return False
    return NAMELESS.isdisjoint(rest)


def is_short_in_kind(short: Words, full: Words, tail: str) -> bool:
    """Return whether a name is the last word of a team's, or a school's without its last word.

    >>> is_short_in_kind(("otters",), ("lake", "placid", "otters"), "")
    True
    """
    if tail:
        return full == (*short, tail)
    if len(short) != 1 or short != full[-1:]:
        return False
    return DIVISIONS.isdisjoint(short)


def _country_code(words: Sequence[str]) -> str:
    """Return the code of the country that words name or are the adjective of; else empty."""
    text = " ".join(map(_capitalized, words))
    entry = demonym(text) or country(text)
    return entry.iso if entry is not None else ""


def _capitalized(word: str) -> str:
    """Return a word of a country's name as it is written."""
    return word.upper() if word in SHORT_COUNTRIES else word.capitalize()


def key_of(name: Name) -> Words:
    """Return the words under which equal names are found.

    They are without legal forms, and the name of a continent stands for its adjective.
    """
    if name.entity_type is not EntityType.PLACE:
        return core(name.words)
    continent = CONTINENTS.get(" ".join(name.words))
    return core(name.words) if continent is None else tuple(continent.split())


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
