"""The common words of English, as the lemmatizer of a spaCy pipeline knows them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from functools import lru_cache, partial
from typing import Any

from spacy.language import Language

from kg import gazetteer
from kg.text.parse.headlines import Dictionary

INDEX, RULES, EXCEPTIONS = "lemma_index", "lemma_rules", "lemma_exc"
MOST_ASKED = 50_000  # words that are remembered


class Part(StrEnum):
    """A part of speech, as the tables of the lemmatizer name it."""

    VERB = auto()
    ADJ = auto()
    ADV = auto()
    NOUN = auto()


VERB_LIKE = (Part.VERB, Part.ADJ, Part.ADV)


@lru_cache(maxsize=2)
def dictionary_of(nlp: Language) -> Dictionary:
    """Return the dictionary of a pipeline; without tables, no word is common."""
    tables = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    known = lru_cache(MOST_ASKED)(partial(_is_common, tables))
    return Dictionary(known, lambda word: bool(nlp.vocab[word].is_stop))


def _is_common(tables: Any, word: str) -> bool:
    """Return whether a word in small letters is a form of a verb, an adjective, an adverb, or of a
    noun that names no place, person or organisation.
    """
    if tables is None or INDEX not in tables or gazetteer.demonym(word.capitalize()) is not None:
        return False
    if any(_is_form(tables, word, part) for part in VERB_LIKE):
        return True
    return _is_form(tables, word, Part.NOUN) and not _is_known_name(word)


def _is_form(tables: Any, word: str, part: Part) -> bool:
    """Return whether a word is a form of a word of a part of speech."""
    if word in _table(tables, EXCEPTIONS).get(part, {}):
        return True
    lemmas = _table(tables, INDEX).get(part, {})
    return word in lemmas or any(form in lemmas for form in _stems(tables, word, part))


def _stems(tables: Any, word: str, part: Part) -> Iterator[str]:
    """Yield what may be the lemma of a word, by the endings of its part of speech."""
    for ending, instead in _table(tables, RULES).get(part, ()):
        if ending and word.endswith(ending):
            yield word.removesuffix(ending) + instead


def _table(tables: Any, name: str) -> Mapping[str, Any]:
    return tables.get_table(name) if name in tables else {}


def _is_known_name(word: str) -> bool:
    """Return whether a word is the name of a place, a person, a people or an organisation."""
    name = word.capitalize()
    if gazetteer.is_place(name):
        return not gazetteer.is_common_word(name)
    if gazetteer.is_given_name(name):
        return True
    return gazetteer.organization(name) is not None
