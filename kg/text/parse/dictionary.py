"""The common words of English, as the lemmatizer of a spaCy pipeline knows them.

With them, common words are told that look like names where a capital is no sign of one: they open a
sentence, or stand in a line of capitals ("Turnout was 71 percent", "TENNIS. Poland won").
"""

from collections import Counter
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import lru_cache, partial
from itertools import chain
from typing import Any

from spacy.language import Language
from spacy.tokens import (
    Doc,
    Span,
    Token,
)

from kg import gazetteer

INDEX, RULES, EXCEPTIONS = "lemma_index", "lemma_rules", "lemma_exc"
MOST_ASKED = 50_000  # words that are remembered
LEAST = 3  # letters of a word
PROPER_NOUN = "PROPN"
NOUN_OF_NAME = {"NNP": "NN", "NNPS": "NNS"}
FIRM = "ORG"  # whose name may be any word: "Frost sold its ships"
OPENING = frozenset("|•*–—-(:")  # marks behind which a sentence begins anew
BEHIND_CAPITALS = frozenset(".:!?|–—")  # a label ends with them: "TENNIS. Poland won"


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


def with_plain_openers(doc: Doc, dictionary: Dictionary) -> Doc:
    """Return a parsed text in which common words that only look like names are common nouns."""
    inside = Counter(token.lower for token in doc if token.is_title and not token.is_sent_start)
    candidates = chain.from_iterable(_plain(sent, dictionary) for sent in doc.sents)
    plain = [token for token in candidates if not _is_name_elsewhere(token, inside)]
    if not plain:
        return doc
    for token in plain:
        token.tag_ = NOUN_OF_NAME.get(token.tag_, token.tag_)
        token.pos_ = "NOUN"
        token.lemma_ = token.lower_
    numbers = {token.i for token in plain}
    doc.set_ents([ent for ent in doc.ents if not numbers.issuperset(range(ent.start, ent.end))])
    return doc


def _plain(sent: Span, dictionary: Dictionary) -> Iterator[Token]:
    """Yield the words of a sentence that only look like names."""
    words = [token for token in sent if token.is_alpha]
    if len(words) > 1 and all(token.is_upper for token in words):
        yield from (token for token in words if _is_plain(token, dictionary))
        return
    opener = _opener(sent)
    if opener is None or not _is_plain(opener, dictionary):
        return
    if opener.is_upper and not _is_label(opener):
        return
    if not _goes_on_as_name(opener):
        yield opener


def _opener(sent: Span) -> Token | None:
    """Return the first word of a sentence behind its marks and numbers, None if there is none."""
    for token in sent:
        if token.is_space or token.like_num or token.text in OPENING:
            continue
        return token if token.is_alpha else None
    return None


def _is_plain(token: Token, dictionary: Dictionary) -> bool:
    """Return whether a word tagged as a name is a common one, and no gazetteer has it."""
    if token.pos_ != PROPER_NOUN or len(token) < LEAST:
        return False
    if token.ent_type_ == FIRM and not token.is_upper:
        return False
    return dictionary.is_common(token.lower_) and not _is_known(token.text.capitalize())


def _is_known(name: str) -> bool:
    """Return whether a gazetteer has a word as the name of a place, a person or a body."""
    if gazetteer.places(name) or gazetteer.is_given_name(name):
        return True
    return gazetteer.organization(name) is not None or gazetteer.country(name) is not None


def _is_name_elsewhere(token: Token, inside: Mapping[int, int]) -> bool:
    """Return whether a word has one capital letter inside a sentence, too.

    `inside` counts the words that do, by their numbers in small letters.
    """
    is_counted = token.is_title and not token.is_sent_start
    return inside[token.lower] > is_counted


def _is_label(token: Token) -> bool:
    """Return whether a word in capitals is a label before what follows: "TENNIS. Poland won"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    if not behind or behind[0].is_space:
        return True
    return behind[0].text in BEHIND_CAPITALS or behind[0].like_num


def _goes_on_as_name(token: Token) -> bool:
    """Return whether the next word has a capital, too, or belongs to the word: "Acme’s"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    if not behind:
        return False
    return bool(behind[0].is_title) or behind[0].tag_ == "POS" or behind[0].text == "&"
