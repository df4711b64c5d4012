"""Makes a loaded spaCy pipeline give the same answers in less time.

Two components search lists where a table would do: the lemmatizer looks for each form of a word in a list of all known lemmas
(57,000 nouns), and the attribute ruler tries each of its rules on each token. Both are handed tables here. Neither has
floating-point sums, so not a single annotation differs.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, Literal

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

LEMMA_INDEX = "lemma_index"
TABLED = frozenset({"DEP", "LOWER", "ORTH", "TAG"})  # attributes that are one word each, which a rule may ask for

Pattern = list[dict[str, Any]]  # as `spacy.matcher.Matcher` takes it: what is asked of each of some tokens in a row


def quicken(nlp: Language) -> None:
    """Give tables to the components of a pipeline that search lists; a component of another kind stays as it is."""
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer):
            _index_lemmas(component)
        elif type(component) is AttributeRuler:
            _tabulate_rules(component)


def _index_lemmas(lemmatizer: Lemmatizer) -> None:
    """Turn the list of known lemmas of each part of speech into the keys of a dictionary."""
    if LEMMA_INDEX in lemmatizer.lookups:
        index = lemmatizer.lookups.get_table(LEMMA_INDEX)
        lists = {part_of_speech: lemmas for part_of_speech, lemmas in index.items() if isinstance(lemmas, list)}
        for part_of_speech, lemmas in lists.items():
            index[part_of_speech] = dict.fromkeys(lemmas)


def _tabulate_rules(ruler: Any) -> None:
    """Replace the matcher of an attribute ruler, which names its rules by their numbers."""
    ruler.matcher = TableMatcher(ruler.vocab, {str(number): rule["patterns"] for number, rule in enumerate(ruler.patterns)})


class TableMatcher:
    """Stands in for a `Matcher`: looks up the patterns of one token with given words in a table, and leaves the others to it."""

    def __init__(self, vocab: Vocab, patterns_of_key: Mapping[str, Iterable[Pattern]]) -> None:
        self._strings = vocab.strings
        self._patterns_of_key = dict(patterns_of_key)
        self._tables: dict[tuple[str, ...], dict[tuple[int, ...], list[int]]] = {}
        self._others = Matcher(vocab)
        for key, patterns in self._patterns_of_key.items():
            others = [pattern for pattern in patterns if not self._tabled(key, pattern)]
            if others:
                self._others.add(key, others)

    def __len__(self) -> int:
        return len(self._patterns_of_key)

    def __call__(self, doc: Doc, *, as_spans: Literal[False] = False, allow_missing: bool = False) -> list[tuple[int, int, int]]:
        """The key, first token, and token after the last of each match."""
        others = self._others(doc, as_spans=as_spans, allow_missing=allow_missing) if len(self._others) else []
        return [*others, *self._found(doc)]

    def get(self, key: str) -> tuple[None, list[Pattern]]:
        """What is called on a match, which is nothing, and the patterns of a key, as `Matcher.get` gives them."""
        return None, list(self._patterns_of_key[key])

    def _found(self, doc: Doc) -> Iterator[tuple[int, int, int]]:
        for attributes, keys_of_words in self._tables.items():
            columns = (doc.to_array(attribute).tolist() for attribute in attributes)
            for token, words in enumerate(zip(*columns, strict=True)):
                for key in keys_of_words.get(words, ()):
                    yield key, token, token + 1

    def _tabled(self, key: str, pattern: Pattern) -> bool:
        """Enter a pattern in the table of the attributes that it asks for; False where it is none for a table."""
        if len(pattern) != 1 or not pattern[0] or not pattern[0].keys() <= TABLED or not all(map(_words, pattern[0].values())):
            return False
        table = self._tables.setdefault(tuple(pattern[0]), {})
        for words in product(*map(_words, pattern[0].values())):
            table.setdefault(tuple(map(self._strings.add, words)), []).append(self._strings.add(key))
        return True


def _words(wanted: object) -> list[str]:
    """The words of which an attribute must be one; none where more is asked for than that.

    >>> _words("can"), _words({"IN": ["is", "are"]}), _words({"REGEX": "^n"})
    (['can'], ['is', 'are'], [])
    """
    if isinstance(wanted, str):
        return [wanted]
    words = wanted["IN"] if isinstance(wanted, dict) and wanted.keys() == {"IN"} else []
    return words if all(isinstance(word, str) for word in words) else []
