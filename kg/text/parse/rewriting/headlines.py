"""Headlines in title case and in capitals, written as the parser knows sentences.

    TOM KERR ARRESTED IN LEEDS   →   Tom Kerr arrested in Leeds
    Tom Kerr Quits After Probe   →   Tom Kerr quits after probe

Each character becomes one character, so that offsets stay. A word keeps its capital if the rest of
the text has it so in the middle of a sentence, or if no dictionary has it; it loses it if the rest
of the text has it in small letters, or if it is a function word or a common word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from kg import gazetteer
from kg.lang.en import word_list, word_set
from kg.text.parse.dictionary import Dictionary

LINE = re.compile(r"[^\n]+")
SENTENCE = re.compile(r"\S.*?(?:[^A-Z\W][.!?][\"')]?(?=\s+[\"'(]?[A-Z])|$)")
SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]*")
WORD = re.compile(r"[^\W\d_]+")
AMID_SENTENCE = re.compile(r"[\w,;)&'’-]\s$|[\w][-/’']$")
MOST_WORDS = 30  # of a headline
FEWEST_WORDS = 4  # that tell, of one that is known by its capitals alone
LONG = 4  # letters of a word that has a capital in every headline of this kind
ACRONYM = 5  # letters of the longest word in capitals that is taken for one
MONTHS_AND_DAYS = word_set("times", "name-month") | word_set("times", "name-weekday")
ALSO_WORDS = word_set("times", "also-a-word")
BEFORE_DATES = word_set("function_words", "before-a-month")
CAPITALS_OF_TITLES = word_set("function_words", "capital-in-titles")
SMALL_IN_TITLES = word_set("function_words", "small-in-titles")
VERB_ENDINGS = word_list("verbs", "ending-of-a-verb-in-headline")
APOSTROPHES = ("'", "’")
COUNTRIES_IN_CAPITALS = word_set("names", "country-in-capitals")

Place = tuple[int, int]
Pair = tuple[str, str]
Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Body:
    """Evidence on words in the sentences of a text.

    `small` counts them in small letters, `names` alone with a capital amid a sentence;
    `pairs` are two such words in a row, `forms` how a word in capitals or title case is written.
    """

    small: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    pairs: set[Pair] = field(default_factory=set)
    forms: dict[str, str] = field(default_factory=dict)

    def add_names(self, words: Sequence[Match]) -> None:
        """Add the words of a stretch that have a capital amid a sentence."""
        paired: set[Match] = set()
        for word in words:
            self.forms.setdefault(_lower(word), word[0])
        for left, right in pairwise(words):
            if right.start() - left.end() == 1:
                self.pairs.add((_lower(left), _lower(right)))
                paired |= {left, right}
        alone = [word for word in words if word not in paired]
        self.names.update(map(_lower, alone))


class Word(NamedTuple):
    """A word of a headline, and in small letters the words around it; empty at its ends."""

    match: Match
    before: str
    lower: str
    after: str


def with_plain_headlines(text: str, dictionary: Dictionary) -> str:
    """Return a text whose headlines are written as sentences are; it is as long as the text."""
    headlines = list(_headlines(text, dictionary))
    if not headlines:
        return text
    body = _body(text, headlines)
    characters = list(text)
    for start, end in headlines:
        characters[start:end] = _plain(text[start:end], body, dictionary)
    return "".join(characters)


def _headlines(text: str, dictionary: Dictionary) -> Iterator[Place]:
    """Yield the places of lines and sentences that are in title case or capitals."""
    small = frozenset(SMALL_WORD.findall(text))
    for line in LINE.finditer(text):
        whole_line = line[0].strip()
        for sentence in SENTENCE.finditer(text, *line.span()):
            words = WORD.findall(sentence[0])
            if not 1 < len(words) <= MOST_WORDS:
                continue
            if sentence[0] == whole_line and _ends_open(whole_line):
                is_headline = _is_heading(words, small, dictionary)
            else:
                is_headline = _is_all_capitals(words, dictionary)
            if is_headline:
                yield sentence.span()


def _ends_open(sentence: str) -> bool:
    """Return whether words have no full stop behind them, as headlines have none."""
    return not sentence.rstrip("\"')").endswith(".")


def _is_heading(words: Sequence[str], small: frozenset[str], dictionary: Dictionary) -> bool:
    """Return whether the words of a line are in title case or capitals.

    Few of them may all be names, if the text does not have them in small letters.
    """
    telling = dictionary.telling(words)
    if any(_is_small(word) and len(word) >= LONG for word in telling):
        return False
    if not _is_title_case(words, dictionary):
        return False
    capitals = [word.lower() for word in telling if _is_capitalized(word)]
    if not any(map(dictionary.is_common, capitals)):
        return False
    if len(capitals) >= FEWEST_WORDS or any(map(_is_capital_of_title, words[1:])):
        return True
    return len(capitals) > 1 and small.issuperset(capitals[1:])


def _is_all_capitals(words: Sequence[str], dictionary: Dictionary) -> bool:
    """Return whether all words of a sentence have capitals that tell, a function word among them.

    In small letters only function words may stand.
    """
    telling = dictionary.telling(words)
    if len(telling) < FEWEST_WORDS or not all(map(_is_capitalized, telling)):
        return False
    if not _is_title_case(words, dictionary):
        return False
    function_words = dictionary.function_words(words[1:-1])
    return any(map(_is_capitalized, function_words))


def _is_title_case(words: Sequence[str], dictionary: Dictionary) -> bool:
    """Return whether the function words in small letters are those that stay so in titles."""
    function_words = dictionary.function_words(words)
    small = [word for word in function_words if _is_small(word)]
    return SMALL_IN_TITLES.issuperset(small)


def _is_capitalized(word: str) -> bool:
    """Return whether a word begins with a capital."""
    return word[0].isupper()


def _is_small(word: str) -> bool:
    """Return whether a word begins with a small letter."""
    return word[0].islower()


def _is_capital_of_title(word: str) -> bool:
    """Return whether a word has a capital only in titles: "Is", "Not", "After"."""
    return word.istitle() and word.lower() in CAPITALS_OF_TITLES


def _body(text: str, headlines: Sequence[Place]) -> Body:
    """Return what a text shows of its words outside of some headlines."""
    body = Body()
    for stretch in _outside(len(text), headlines):
        names: list[Match] = []
        for word in WORD.finditer(text, *stretch):
            if word[0].islower():
                body.small[word[0]] += 1
            elif _is_amid_sentence(word):
                names.append(word)
        body.add_names(names)
    return body


def _is_amid_sentence(word: Match) -> bool:
    """Return whether something of its sentence stands before a word of a stretch of the text."""
    end = word.start()
    start = max(word.pos, end - 2)
    return AMID_SENTENCE.search(word.string, start, end) is not None


def _outside(length: int, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the places between some places, which are in order."""
    start = 0
    for first, last in places:
        yield start, first
        start = last
    yield start, length


def _plain(headline: str, body: Body, dictionary: Dictionary) -> str:
    """Return a headline as a sentence, as long as it was."""
    words = list(WORD.finditer(headline))
    in_capitals = [word for word in words if word[0].isupper()]
    spelling = Spelling(body, dictionary, is_shouted=len(in_capitals) > len(words) / 2)
    return spelling.of(headline, words)


def _in_context(matches: Sequence[Match]) -> Iterator[Word]:
    """Yield the words of a headline with their neighbours."""
    lower = list(map(_lower, matches))
    before = ["", *lower[:-1]]
    after = [*lower[1:], ""]
    return map(Word, matches, before, lower, after)


def _lower(word: Match) -> str:
    return word[0].lower()


@dataclass(frozen=True, slots=True)
class Spelling:
    """The spelling of one headline by what the text and the language have.

    `is_shouted` tells that it is in capitals, which then show nothing.
    """

    body: Body
    dictionary: Dictionary
    is_shouted: bool

    def of(self, headline: str, matches: Sequence[Match]) -> str:
        """Return a headline of some words as a sentence."""
        characters = list(headline)
        is_kept = False
        for word in _in_context(matches):
            is_kept = self._keeps_capital(word, is_behind_name=is_kept)
            start, end = word.match.span()
            written = self._written(word, is_kept=is_kept)
            if len(written) == end - start:
                characters[start:end] = written
        return "".join(characters)

    def _written(self, word: Word, *, is_kept: bool) -> str:
        """Return a word as it is to be written."""
        given = word.match[0]
        if is_kept:
            return self._as_name(given) if self.is_shouted else given
        return word.lower if word.before else given.capitalize()

    def _as_name(self, given: str) -> str:
        """Return a name of a headline in capitals as names are written."""
        if given in COUNTRIES_IN_CAPITALS:
            return given
        return self.body.forms.get(given.lower(), given.capitalize())

    def _keeps_capital(self, word: Word, *, is_behind_name: bool) -> bool:
        """Return whether a word keeps its capital; `is_behind_name`, whether the one before did."""
        given = word.match[0]
        headline, start = word.match.string, word.match.start()
        if given.islower() or headline.endswith(APOSTROPHES, 0, start):
            return not self.is_shouted and given.isupper()
        pairs = {(word.before, word.lower), (word.lower, word.after)}
        if not pairs.isdisjoint(self.body.pairs) or self._is_acronym(word.match):
            return True
        if word.lower in MONTHS_AND_DAYS:
            return word.lower not in ALSO_WORDS or word.before in BEFORE_DATES
        if is_behind_name and self._is_surname(word):
            return True
        return self._is_name(word.lower)

    def _is_acronym(self, word: Match) -> bool:
        """Return whether a word is an acronym or an initial, by its letters."""
        given = word[0]
        if given in COUNTRIES_IN_CAPITALS:
            return True
        if len(given) == 1:
            return given != "A" or word.string.startswith(".", word.end())
        return not self.is_shouted and given.isupper() and len(given) <= ACRONYM

    def _is_surname(self, word: Word) -> bool:
        """Return whether a word is a surname, if one before it is a given name.

        So it is in "Ada Bolt", but not in "Ada Quits".
        """
        if self.body.small[word.lower] or self.dictionary.is_function_word(word.lower):
            return False
        if not gazetteer.is_given_name(word.before.capitalize()):
            return False
        if self.dictionary.is_common(word.before):
            return False
        return not word.lower.endswith(VERB_ENDINGS)

    def _is_name(self, word: str) -> bool:
        """Return whether a word is a name: as the body has it, else as English has it."""
        uses_in_small = self.body.small[word]
        if uses_in_small:
            return self.body.names[word] > uses_in_small
        if word in self.body.forms:
            return True
        if self.dictionary.is_function_word(word):
            return False
        return not self.dictionary.is_common(word)
