"""The common words of English, as the lemmatizer of a spaCy pipeline knows them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import lru_cache, partial
from typing import Any

from spacy.language import Language

from kg import gazetteer

INDEX, RULES, EXCEPTIONS = "lemma_index", "lemma_rules", "lemma_exc"
MOST_ASKED = 50_000  # words that are remembered


class Part(StrEnum):
    """A part of speech, as the tables of the lemmatizer name it."""

    VERB = auto()
    ADJ = auto()
    ADV = auto()
    NOUN = auto()


VERB_LIKE = (Part.VERB, Part.ADJ, Part.ADV)


IsWord = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Knowledge of English words in small letters: which are common, and which only grammar."""

    is_common: IsWord
    is_function_word: IsWord

    def function_words(self, words: Iterable[str]) -> list[str]:
        """Return those of some words that only grammar needs, save single letters."""
        return [word for word in _longer(words) if self.is_function_word(word.lower())]

    def telling(self, words: Iterable[str]) -> list[str]:
        """Return those of some words that are no function words, save single letters."""
        return [word for word in _longer(words) if not self.is_function_word(word.lower())]


def _longer(words: Iterable[str]) -> Iterator[str]:
    """Yield the words that have more than one letter."""
    return (word for word in words if len(word) > 1)


@lru_cache(maxsize=2)
def dictionary_of(nlp: Language) -> Dictionary:
    """Return the dictionary of a pipeline; without tables, no word is common."""
    tables = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    is_common = lru_cache(MOST_ASKED)(partial(_is_common, tables))

    def is_function_word(word: str) -> bool:
        return bool(nlp.vocab[word].is_stop)

    return Dictionary(is_common, is_function_word)


def _is_common(tables: Any, word: str) -> bool:
    """Return whether a word in small letters is a form of a verb, an adjective, an adverb, or of a
    noun that names no place, person or organisation.
    """
    if tables is None or INDEX not in tables:
        return False
    if gazetteer.demonym(word.capitalize()) is not None:
        return False
    if any(_is_form(tables, word, part) for part in VERB_LIKE):
        return True
    return _is_form(tables, word, Part.NOUN) and not _is_known_name(word)


def _is_form(tables: Any, word: str, part: Part) -> bool:
    """Return whether a word is a form of a word of a part of speech."""
    irregular = _table(tables, EXCEPTIONS, part)
    lemmas = _table(tables, INDEX, part)
    if word in irregular or word in lemmas:
        return True
    return any(stem in lemmas for stem in _stems(tables, word, part))


def _stems(tables: Any, word: str, part: Part) -> Iterator[str]:
    """Yield what may be the lemma of a word, by the endings of its part of speech."""
    for ending, instead in _table(tables, RULES, part):
        if ending and word.endswith(ending):
            yield word.removesuffix(ending) + instead


def _table(tables: Any, name: str, part: Part) -> Any:
    """Return what a table of the lemmatizer has for a part of speech; nothing if there is none."""
    if name not in tables:
        return ()
    return tables.get_table(name).get(part, ())


def _is_known_name(word: str) -> bool:
    """Return whether a word is the name of a place, a person, a people or an organisation."""
    name = word.capitalize()
    if gazetteer.is_place(name):
        return not gazetteer.is_common_word(name)
    if gazetteer.is_given_name(name):
        return True
    return gazetteer.organization(name) is not None
