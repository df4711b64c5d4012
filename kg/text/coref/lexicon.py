"""The word lists of the room: endings of names, short forms of given names, kin of head nouns, what only actors have and do."""

from collections.abc import Mapping
from types import MappingProxyType

from kg.lang.en import word_set, word_values

# Legal forms and words like them: "Acme Corp." and "Acme" are one firm.
LEGAL_FORMS = word_set("names", "coref-legal-form")
# Words that make an organisation a part or kin of the one named before them: "Acme Research" is not "Acme".
DIVISIONS = word_set("nouns", "division")
# Words that only say what a place is: "Orinoco" and "Orinoco River" are one river.
PLACE_WORDS = word_set("nouns", "coref-place-word")
# Words that a short form of an organisation's name may leave out, and that give no letter to an acronym.
SMALL_WORDS = word_set("function_words", "small-word-in-name")
# "Ministry of Foreign Affairs" and "Foreign Ministry" are one; so "affairs" names nothing.
NAMELESS_WORDS = word_set("nouns", "coref-nameless")
EMPTY_WORDS = SMALL_WORDS | NAMELESS_WORDS
HONORIFICS = word_set("names", "coref-honorific")

# Short forms of given names, each with the names that it may stand for.
GIVEN_NAMES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        word: frozenset(values.split())
        for word, values in word_values("names", "short-given-name").items()
    }
)

# For a head noun, the words in a name that answer to it. "the ministry" finds "Foreign Ministry", "the paper" "Daily Post".
NAME_WORDS_OF_NOUN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        word: frozenset(values.split())
        for word, values in word_values("nouns", "words-in-name").items()
    }
)

# Nouns that may take up any firm, without a word of its name.
FIRM_NOUNS = word_set("nouns", "coref-firm")
# Nouns that may take up any country or any city.
COUNTRY_NOUNS = word_set("nouns", "coref-country")
CITY_NOUNS = word_set("nouns", "coref-city")
# Kinship and the like: with one owner there may be several, but "his wife" twice is one.
DEMONSTRATIVES = word_set("function_words", "coref-definite")

# Adjectives that tell how somebody feels or fares, and never which one is meant: "the weary miners" are the miners.
EPITHETS = word_set("adjectives", "epithet")
# What only somebody who acts has or does, so that "its headquarters" is no machine's and "it announced" no report's.
OWNED_BY_ACTORS = word_set("nouns", "owned-by-actors")
ACTIONS = word_set("verbs", "acting")
# What tells an "it" or "we" of which nothing else is known to be an organisation: what it has, does, and what is done to it.
OWNED_BY_FIRMS = word_set("nouns", "owned-by-firms")
FIRM_ACTIONS = word_set("verbs", "acting-of-firms")
DONE_TO_FIRMS = word_set("verbs", "done-to-firms")
