"""Names of organisations: legal forms, acronyms, offices of state, short forms."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.gazetteer import country, demonym
from kg.lang.en import word_set, word_values
from kg.text.coref.lexicon import DIVISIONS, EMPTY_WORDS, LEGAL_FORMS, SMALL_WORDS, Words

NAMELESS = DIVISIONS | SMALL_WORDS  # words that alone name no organisation
SHORT_COUNTRIES = word_set("names", "coref-short-country")
SPELLINGS = word_values("nouns", "coref-spelling")


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
    initials = set(_initials(words))
    return not initials.isdisjoint(_with_and_without_country(letters))


def _initials(words: Words) -> Iterator[str]:
    """Yield the initials of words, with and without those of legal forms and small words."""
    parts = "-".join(words).split("-")
    whole = tuple(filter(None, parts))
    for form in (whole, core(whole)):
        large = [word for word in form if word not in SMALL_WORDS]
        yield "".join(map(_initial, form))
        yield "".join(map(_initial, large))


def _initial(word: str) -> str:
    """Return the initial of a word; of "US" all of it."""
    if word in SHORT_COUNTRIES:
        return word
    return word[0]


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
    content_a, country_a = _content(a)
    content_b, country_b = _content(b)
    if content_a != content_b or not content_a:
        return False
    if country_a and country_b:
        return country_a == country_b
    return len(content_a) > 1


@lru_cache(maxsize=50_000)
def _content(words: Words) -> tuple[frozenset[str], str]:
    """Return the words that say which office it is, and the code of the country beside them."""
    countries: list[str] = []
    others: list[str] = []
    position = 0
    while position < len(words):
        size, code = _country_at(words, position)
        if size:
            countries.append(code)
            position += size
        else:
            others.append(words[position])
            position += 1
    content = [SPELLINGS.get(word, word) for word in others if word not in EMPTY_WORDS]
    return frozenset(content), next(iter(countries), "")


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
    size = len(short)
    beginning, rest = full[:size], full[size:]
    if not rest or beginning != short:
        return False
    if NAMELESS.issuperset(short):
        return False
    if _country_code(short):
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
    if len(short) != 1:
        return False
    if short != full[-1:]:
        return False
    return DIVISIONS.isdisjoint(short)


def _country_code(words: Sequence[str]) -> str:
    """Return the code of the country that words name or are the adjective of; else empty."""
    text = " ".join(map(_capitalized, words))
    entry = demonym(text) or country(text)
    if entry is not None:
        return entry.iso
    return ""


def _capitalized(word: str) -> str:
    """Return a word of a country's name as it is written."""
    if word in SHORT_COUNTRIES:
        return word.upper()
    return word.capitalize()
