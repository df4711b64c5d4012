"""Signs of what kind of thing a name names: in its words, around it, in fuller names.

Each sign is a short text. `data/kinds.tsv` has what each speaks for, learnt by
`training/name_kinds.py`; a sign that the table does not have says nothing.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.lexicon import type_of_name
from kg.text.mentions.spans import Titled, text_of
from kg.text.mentions.tokens import Words, word_beside
from kg.text.mentions.typing_beside import (
    of_list,
    of_match,
    of_names_of_people,
    of_nouns_beside,
    of_tree,
)
from kg.text.mentions.typing_features import clues
from kg.text.mentions.vocabulary import LEGAL_FORMS, NamedKind, kind_of

Sign = tuple[str, float]
Signs = dict[str, float]
Votes = Mapping[Words, Mapping[NamedKind, float]]

UNSEEN = "none"  # stands for the label of what the model did not see
MOST_VOTES = 12  # of the rules for one kind; more make no difference
VOTE = 5  # of the rules counts as one sign
QUOTES = frozenset('"“”')
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")
CAMEL_CASE = re.compile(r"[a-z][A-Z]")
LETTER_AND_FIGURE = re.compile(r"[A-Za-z]-?\d")
SMALL_WORDS = word_set("function_words", "small-word-as-sign")
ARTICLES = word_set("function_words", "article")
MANY_WORDS = 5  # more make no difference
ENDINGS = (2, 3)  # letters of the last word that are looked at


def _of_place(name: Titled) -> Iterator[str]:
    """Yield the signs of one occurrence: the clues around it, and the words that it hangs on."""
    span = name.span
    for clue in clues(name):
        yield f"clue {clue}"
    yield from _of_neighbours(name)
    yield from of_tree(span)
    yield from of_nouns_beside(span)
    yield from of_list(span)
    yield from of_match(span)


def _of_neighbours(name: Titled) -> Iterator[str]:
    """Yield the signs of the words right before and behind a name."""
    span = name.span
    before = word_beside(span.first, -1).strip()
    behind = word_beside(span.last, 1).strip()
    yield f"before {before}"
    yield f"behind {behind}"
    if before in ARTICLES:
        yield f"before {word_beside(span.first, -2)} {before}"
    if before in QUOTES:
        yield "in quotes" if behind in QUOTES or behind in ",." else "behind a quote"
    if span.first.is_sent_start:
        yield "opens a sentence"
    if before == "(" and behind in ")-,":
        yield "in brackets"


@lru_cache(maxsize=20_000)
def _of_words(words: Words) -> tuple[Sign, ...]:
    """Return the signs in the words of a name."""
    text = text_of(words)
    signs = (*_of_form(words, text), *_of_lists(words, text))
    return tuple((sign, 1) for sign in signs)


def _of_form(words: Words, text: str) -> Iterator[str]:
    """Yield the signs of how a name is written."""
    last = words[-1].lower()
    yield f"words {min(len(words), MANY_WORDS)}"
    yield f"last word {last}"
    if len(words) > 1:
        yield f"first word {words[0].lower()}"
    if last.isalpha():
        number = "one" if len(words) == 1 else "more"
        for length in ENDINGS:
            yield f"{number} -{last[-length:]}"
    yield from _of_letters(words, text)
    yield from _of_inner_words(words)


def _of_letters(words: Words, text: str) -> Iterator[str]:
    """Yield the signs of capitals and figures."""
    if text.isupper() and len(text) > 1:
        yield f"capitals {min(len(text), 6)}"
    if CAMEL_CASE.search(text):
        yield "capital inside"
    if LETTER_AND_FIGURE.search(text):
        yield "figure behind a letter"
    if any(map(str.isdigit, words[1:])):
        yield "number"
    if words[0][:1].isdigit():
        yield "number in front"


def _of_inner_words(words: Words) -> Iterator[str]:
    """Yield the signs of initials, small words, numbers and hyphens."""
    if any(word[1:2] == "." or word.endswith(".") for word in words[:-1]):
        yield "initial"
    for word in SMALL_WORDS.intersection(words[1:-1]):
        yield f"inner {word}"
    if len(words) > 1 and ROMAN_NUMBER.fullmatch(words[-1]):
        yield "roman number"
    if "-" in words:
        yield "hyphen"


def _of_lists(words: Words, text: str) -> Iterator[str]:
    """Yield the signs of the lists of words and the gazetteers."""
    several = "" if len(words) == 1 else " of several"
    shown = type_of_name(words)
    if shown:
        yield f"shown {shown}{several}"
        yield f"kind shown {kind_of(shown)}{several}"
    yield from _of_given_name(words)
    yield from of_names_of_people(words)
    if gazetteer.organization(text):
        yield f"known organization{several}"
    if gazetteer.country(text):
        yield "country"
    if gazetteer.demonym(text):
        yield "demonym"
    yield from _of_places(text, several)
    yield from _of_place_in_name(words)
    if words[-1].lower() in LEGAL_FORMS:
        yield "legal form"


def _of_given_name(words: Words) -> Iterator[str]:
    """Yield the signs of a given name in front."""
    if gazetteer.is_given_name(words[0]):
        rest = words[1:]
        capitals = all(word[0].isupper() for word in rest)
        yield f"given name and {min(len(rest), 3)}{'' if capitals else ' small'}"
        if gazetteer.is_place(words[0]):
            yield "given name that is a place"


def _of_place_in_name(words: Words) -> Iterator[str]:
    """Yield the signs of a place at the beginning or the end of a longer name."""
    first = words[0]
    if len(words) > 1 and gazetteer.is_place(first) and not gazetteer.is_common_word(first):
        yield "first word is a place"
    if len(words) > 1 and gazetteer.is_place(words[-1]):
        yield "last word is a place"


def _of_places(text: str, several: str) -> Iterator[str]:
    """Yield the signs of the places of a name: the largest city, and the others by class."""
    found = gazetteer.places(text)
    if not found:
        return
    if all(place.common_word for place in found):
        yield "place that is a word"
        several = " word"
    for place in found:
        alias = "" if place.is_named(text) else " alias"
        if place.type == "schema:City":
            size = int(math.log10(max(place.population, 1000)))
            yield f"city {size}{alias}{several}"
        else:
            yield f"place {place.type}{alias}{several}"


def signs_of_names(names: Sequence[Titled], votes: Votes) -> Mapping[Words, Signs]:
    """Return the signs of each name, by its words; `votes` are those of the rules for it."""
    labels: dict[Words, Counter[str]] = defaultdict(Counter)
    for name in names:
        span = name.span
        label = span.label or UNSEEN
        labels[span.words][label] += 1
    usual: dict[Words, str] = {}
    for words, counts in labels.items():
        ((label, _),) = counts.most_common(1)
        usual[words] = label
    of_parts = _of_parts(usual)
    signs: dict[Words, Signs] = {}
    for words, counts in labels.items():
        of_name = (*_of_words(words), *of_parts[words], *_of_vote(votes[words]))
        signs[words] = dict(of_name) | dict(_of_labels(words, counts))
    for name in names:
        signs[name.span.words].update((sign, 1) for sign in _of_place(name))
    return signs


def _of_vote(vote: Mapping[NamedKind, float]) -> Iterator[Sign]:
    """Yield how much the rules speak for each kind."""
    for kind, weight in vote.items():
        most = min(MOST_VOTES, weight)
        bounded = max(-MOST_VOTES, most)
        yield f"vote {kind}", bounded / VOTE


def _of_labels(words: Words, labels: Counter[str]) -> Iterator[Sign]:
    """Yield the labels that the model gives to a name, each with its share."""
    total = labels.total()
    for label, count in labels.items():
        yield f"label {label}", count / total
        if len(words) == 1:
            yield f"one word, label {label}", count / total
    yield ("once" if total == 1 else "several times"), 1


def _of_parts(labels: Mapping[Words, str]) -> Mapping[Words, list[Sign]]:
    """Return the signs of each name from the other names that it is a part of, or begins with.

    `labels` has the label that the model gives most often to each name.
    """
    found: dict[Words, set[str]] = {words: set() for words in labels}
    for words, label in labels.items():
        if len(words) == 1:
            continue
        shown = _shown(words)
        for part, where in _parts(words):
            if part in found:
                found[part].add(f"{where} of {label}")
                found[part].add(f"{where} of shown {shown}")
        for start in (words[:1], words[:-1]):
            if start in labels:
                found[words].add(f"begins with {labels[start]}")
    return {words: [(sign, 1) for sign in sorted(signs)] for words, signs in found.items()}


def _shown(words: Words) -> str:
    """Return the kind that the words of a fuller name show, or empty."""
    shown = type_of_name(words)
    if shown:
        return kind_of(shown)
    if words[-1].lower() in LEGAL_FORMS:
        return NamedKind.ORGANIZATION
    return NamedKind.PERSON if gazetteer.is_given_name(words[0]) else NamedKind.UNKNOWN


def _parts(words: Words) -> Iterator[tuple[Words, str]]:
    """Yield the parts of a name that may stand for it, each with where it stands."""
    yield words[:1], "first word"
    yield words[-1:], "last word"
    if len(words) > 2:
        yield words[:-1], "body"
        yield words[1:], "end"
    letters = [word[0] for word in words]
    capitals = filter(str.isupper, letters)
    yield ("".join(capitals),), "initials"
