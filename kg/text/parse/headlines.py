"""Headlines in title case and in capitals, written as the parser knows sentences.

    TOM KERR ARRESTED IN LEEDS   →   Tom Kerr arrested in Leeds
    Tom Kerr Quits After Probe   →   Tom Kerr quits after probe

Each character becomes one character, so that offsets stay. A word keeps its capital if the rest of
the text has it so in the middle of a sentence, or if no dictionary has it; it loses it if the rest
of the text has it in small letters, or if it is a function word or a common word.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from kg import gazetteer
from kg.lang.en import word_list, word_set

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
COUNTRIES_IN_CAPITALS = frozenset({"UK", "US", "USA"})

IsWord = Callable[[str], bool]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Knowledge of English words in small letters: which are common, and which only grammar."""

    is_common: IsWord
    is_function_word: IsWord


@dataclass(frozen=True, slots=True)
class Body:
    """Evidence on words in the sentences of a text.

    `small` counts them in small letters, `names` alone with a capital amid a sentence;
    `pairs` are two such words in a row, `forms` how a word in capitals or title case is written.
    """

    small: Counter[str]
    names: Counter[str]
    pairs: frozenset[tuple[str, str]]
    forms: dict[str, str]


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
        for sentence in SENTENCE.finditer(text, *line.span()):
            words = WORD.findall(sentence[0])
            if not 1 < len(words) <= MOST_WORDS:
                continue
            if _ends_open(sentence[0]) and sentence[0] == line[0].strip():
                is_headline = _is_heading(words, small, dictionary)
            else:
                is_headline = _is_all_capitals(words, dictionary)
            if is_headline:
                yield sentence.span()


def _ends_open(sentence: str) -> bool:
    """Return whether words have no full stop behind them, as headlines have none."""
    return not sentence.rstrip("\"')").endswith(".")


def _is_heading(words: Sequence[str], small: Set[str], dictionary: Dictionary) -> bool:
    """Return whether the words of a line are in title case or capitals.

    Few of them may all be names, if the text does not have them in small letters.
    """
    telling = [word for word in words if _tells(word, dictionary)]
    if any(word[0].islower() and len(word) >= LONG for word in telling):
        return False
    if not _is_title_case(words, dictionary):
        return False
    capitals = [word.lower() for word in telling if word[0].isupper()]
    if len(capitals) < FEWEST_WORDS:
        are_known = bool(capitals[1:]) and all(word in small for word in capitals[1:])
        if not are_known and not any(map(_is_capital_of_title, words[1:])):
            return False
    return any(map(dictionary.is_common, capitals))


def _is_all_capitals(words: Sequence[str], dictionary: Dictionary) -> bool:
    """Return whether all words of a sentence have capitals that tell, a function word among them.

    In small letters only function words may stand.
    """
    telling = [word for word in words if _tells(word, dictionary)]
    if len(telling) < FEWEST_WORDS or not all(word[0].isupper() for word in telling):
        return False
    if not _is_title_case(words, dictionary):
        return False
    amid = [word for word in words[1:-1] if not _tells(word, dictionary) and len(word) > 1]
    return any(word[0].isupper() for word in amid)


def _is_title_case(words: Sequence[str], dictionary: Dictionary) -> bool:
    """Return whether the function words in small letters are those that stay so in titles."""
    small = (word for word in words if word[0].islower() and not _tells(word, dictionary))
    return all(len(word) == 1 or word in SMALL_IN_TITLES for word in small)


def _is_capital_of_title(word: str) -> bool:
    """Return whether a word has a capital only in titles: "Is", "Not", "After"."""
    return word.istitle() and word.lower() in CAPITALS_OF_TITLES


def _tells(word: str, dictionary: Dictionary) -> bool:
    """Return whether a word has more than one letter and is no function word."""
    return len(word) > 1 and not dictionary.is_function_word(word.lower())


def _body(text: str, headlines: Sequence[Place]) -> Body:
    """Return what a text shows of its words outside of some headlines."""
    small, names = Counter[str](), Counter[str]()
    forms: dict[str, str] = {}
    pairs = set[tuple[str, str]]()
    for start, end in _outside(len(text), headlines):
        amid: list[re.Match[str]] = []
        for word in WORD.finditer(text, start, end):
            if word[0].islower():
                small[word[0]] += 1
            elif AMID_SENTENCE.search(text, max(start, word.start() - 2), word.start()):
                forms.setdefault(word[0].lower(), word[0])
                amid.append(word)
        alone = {word.start(): word[0].lower() for word in amid}
        for left, right in pairwise(amid):
            if right.start() - left.end() == 1:
                pairs.add((left[0].lower(), right[0].lower()))
                alone.pop(left.start(), None)
                alone.pop(right.start(), None)
        names.update(alone.values())
    return Body(small, names, frozenset(pairs), forms)


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
    is_shouted = sum(word[0].isupper() for word in words) > len(words) / 2
    kept = _kept(headline, words, body, dictionary, is_shouted=is_shouted)
    characters = list(headline)
    for number, (word, keep) in enumerate(zip(words, kept, strict=True)):
        if keep:
            written = _as_name(word[0], body) if is_shouted else word[0]
        else:
            written = word[0].capitalize() if number == 0 else word[0].lower()
        if len(written) == len(word[0]):
            characters[word.start() : word.end()] = written
    return "".join(characters)


def _as_name(word: str, body: Body) -> str:
    """Return a name of a headline in capitals as names are written."""
    if word in COUNTRIES_IN_CAPITALS:
        return word
    return body.forms.get(word.lower(), word.capitalize())


def _kept(
    headline: str,
    words: Sequence[re.Match[str]],
    body: Body,
    dictionary: Dictionary,
    *,
    is_shouted: bool,
) -> list[bool]:
    """Return whether each word of a headline keeps its capital."""
    kept: list[bool] = []
    lower = [word[0].lower() for word in words]
    for number, word in enumerate(words):
        before = lower[number - 1] if number else ""
        around = {(before, lower[number]), (lower[number], "".join(lower[number + 1 : number + 2]))}
        if word[0].islower() or headline[: word.start()].endswith(APOSTROPHES):
            kept.append(not is_shouted and word[0].isupper())
        elif around & body.pairs or _is_acronym(word, is_shouted=is_shouted):
            kept.append(True)
        elif lower[number] in MONTHS_AND_DAYS:
            kept.append(lower[number] not in ALSO_WORDS or before in BEFORE_DATES)
        elif number and kept[-1] and _is_surname(before, lower[number], body, dictionary):
            kept.append(True)
        else:
            kept.append(_is_name(lower[number], body, dictionary))
    return kept


def _is_acronym(word: re.Match[str], *, is_shouted: bool) -> bool:
    """Return whether a word of a headline is an acronym or an initial, by its letters."""
    if word[0] in COUNTRIES_IN_CAPITALS:
        return True
    if len(word[0]) == 1:
        return word[0] != "A" or word.string.startswith(".", word.end())
    return not is_shouted and word[0].isupper() and len(word[0]) <= ACRONYM


def _is_surname(before: str, word: str, body: Body, dictionary: Dictionary) -> bool:
    """Return whether a word behind a given name is a surname: "Ada Bolt", but not "Ada Quits"."""
    if body.small[word] or dictionary.is_function_word(word):
        return False
    if not gazetteer.is_given_name(before.capitalize()) or dictionary.is_common(before):
        return False
    return not word.endswith(VERB_ENDINGS)


def _is_name(word: str, body: Body, dictionary: Dictionary) -> bool:
    """Return whether a word of a headline is a name: as the body has it, else as English has it."""
    if body.small[word]:
        return body.names[word] > body.small[word]
    if word in body.forms:
        return True
    if dictionary.is_function_word(word):
        return False
    return not dictionary.is_common(word)
