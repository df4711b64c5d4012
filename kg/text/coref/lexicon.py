"""Words that several passes ask for: parts of names, kin of head nouns, what only actors do."""

from collections.abc import Mapping
from types import MappingProxyType

from kg.lang.en import word_set, word_values

Words = tuple[str, ...]  # of a name, in small letters


def _sets_of(table: str, name: str) -> Mapping[str, frozenset[str]]:
    """Return the words of a class with the sets of words that they stand for."""
    sets = {}
    for word, value in word_values(table, name).items():
        sets[word] = frozenset(value.split())
    return MappingProxyType(sets)


LEGAL_FORMS = word_set("names", "coref-legal-form")
DIVISIONS = word_set("nouns", "division")
PLACE_WORDS = word_set("nouns", "coref-place-word")
SMALL_WORDS = word_set("function_words", "small-word-in-name")
EMPTY_WORDS = SMALL_WORDS | word_set("nouns", "coref-nameless")
HONORIFICS = word_set("names", "coref-honorific")
GIVEN_NAMES = _sets_of("names", "short-given-name")
NAME_WORDS_OF_NOUN = _sets_of("nouns", "words-in-name")

FIRM_NOUNS = word_set("nouns", "coref-firm")
NOUNS_OF_NO_FIRM = word_set("nouns", "coref-no-firm")
TEAM_NOUNS = word_set("nouns", "coref-team")
COUNTRY_NOUNS = word_set("nouns", "coref-country")
CITY_NOUNS = word_set("nouns", "coref-city")
DEMONSTRATIVES = word_set("function_words", "coref-definite")
EPITHETS = word_set("adjectives", "epithet")

# What only somebody who acts has or does, then what shows that "it" or "we" is an organisation.
OWNED_BY_ACTORS = word_set("nouns", "owned-by-actors")
ACTIONS = word_set("verbs", "acting")
OWNED_BY_FIRMS = word_set("nouns", "owned-by-firms")
FIRM_ACTIONS = word_set("verbs", "acting-of-firms")
DONE_TO_FIRMS = word_set("verbs", "done-to-firms")
