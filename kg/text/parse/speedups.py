"""A loaded spaCy pipeline that gives the same answers in less time.

Two components search lists where a table would do: the lemmatizer looks for each form of a word in
a list of all known lemmas (57,000 nouns), and the attribute ruler tries each of its rules on each
token. Both are handed tables here. Neither has floating-point sums, and not a single annotation
differs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

LEMMA_INDEX = "lemma_index"
# As `spacy.matcher.Matcher` takes it: what is asked of each of some tokens in a row
Pattern = list[dict[str, Any]]
Inflection = tuple[int, int]  # a part of speech and a morphology, by their numbers


class Attribute(StrEnum):
    """An attribute of a token that a rule for tables may ask for; what tells most comes first."""

    LOWER = "LOWER"
    ORTH = "ORTH"
    DEP = "DEP"
    TAG = "TAG"
    IS_SPACE = "IS_SPACE"


TABLED: tuple[str, ...] = tuple(Attribute)


def quicken(nlp: Language) -> None:
    """Give tables to the components of a pipeline that search lists.

    A component of another kind stays as it is."""
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmatizer):
            _index_lemmas(component)
            if type(component) is EnglishLemmatizer:
                _remember_base_forms(component)
        elif type(component) is AttributeRuler:
            _tabulate_rules(component)


def _index_lemmas(lemmatizer: Lemmatizer) -> None:
    """Turn the list of known lemmas of each part of speech into the keys of a dictionary."""
    if LEMMA_INDEX not in lemmatizer.lookups:
        return
    index = lemmatizer.lookups.get_table(LEMMA_INDEX)
    for part_of_speech, lemmas in list(index.items()):
        if isinstance(lemmas, list):
            index[part_of_speech] = dict.fromkeys(lemmas)


def _remember_base_forms(lemmatizer: Any) -> None:
    """Ask only once for each part of speech with its inflection whether it is a base form.

    There are some dozens of them."""
    known: dict[Inflection, bool] = {}
    asked = lemmatizer.is_base_form

    def is_base_form(token: Any) -> bool:
        inflection = (token.pos, token.morph.key)
        if inflection not in known:
            known[inflection] = asked(token)
        return known[inflection]

    lemmatizer.is_base_form = is_base_form


def _tabulate_rules(ruler: Any) -> None:
    """Replace the matcher of an attribute ruler, which names its rules by their numbers."""
    rules = enumerate(ruler.patterns)
    patterns_of_rule = {str(number): rule["patterns"] for number, rule in rules}
    ruler.matcher = TableMatcher(ruler.vocab, patterns_of_rule)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on an attribute of a token: one of some values, or if not `wanted` none."""

    attribute: str
    values: frozenset[int]
    wanted: bool

    def holds(self, value: int) -> bool:
        """Return whether a token with this value meets it."""
        return (value in self.values) is self.wanted


# What a table has for a value of its attribute: keys of patterns, each with its other conditions
Entry = tuple[int, Sequence[Condition]]
Table = dict[int, list[Entry]]
Columns = Mapping[str, Sequence[int]]  # attribute → its value for each token of a text
Match = tuple[int, int, int]


class TableMatcher:
    """A stand-in for a `Matcher`.

    It looks up the patterns of one token with given words in a table, and leaves the others to it.
    """

    def __init__(self, vocab: Vocab, patterns_of_key: Mapping[str, Iterable[Pattern]]) -> None:
        self._strings = vocab.strings
        self._patterns_of_key = dict(patterns_of_key)
        self._tables: dict[str, Table] = {}
        self._others = Matcher(vocab)
        for key, patterns in patterns_of_key.items():
            others = [pattern for pattern in patterns if not self._tabled(key, pattern)]
            if others:
                self._others.add(key, others)

    def __len__(self) -> int:
        return len(self._patterns_of_key)

    def __call__(
        self, doc: Doc, *, as_spans: Literal[False] = False, allow_missing: bool = False
    ) -> list[Match]:
        """Return the key, first token, and token after the last of each match."""
        if not len(self._others):
            return list(self._found(doc))
        others = self._others(doc, as_spans=as_spans, allow_missing=allow_missing)
        return [*others, *self._found(doc)]

    def get(self, key: str) -> tuple[None, list[Pattern]]:
        """Return what is called on a match, which is nothing, and the patterns of a key.

        They are as `Matcher.get` gives them."""
        return None, list(self._patterns_of_key[key])

    def _found(self, doc: Doc) -> Iterator[Match]:
        """Yield the matches of the patterns in the tables."""
        values = doc.to_array([*TABLED]).T.tolist()
        columns = dict(zip(TABLED, values, strict=True))
        for attribute, table in self._tables.items():
            for token, value in enumerate(columns[attribute]):
                for key, others in table.get(value, ()):
                    if not others or _all_hold(others, columns, token):
                        yield key, token, token + 1

    def _tabled(self, key: str, pattern: Pattern) -> bool:
        """Enter a pattern under each value of its first attribute that is asked for.

        Return False if it is none for a table."""
        conditions = self._conditions(pattern)
        first = next((each for each in conditions if each.wanted), None)
        if first is None:
            return False
        others = [each for each in conditions if each is not first]
        entry = (self._strings.add(key), others)
        table = self._tables.setdefault(first.attribute, {})
        for value in first.values:
            table.setdefault(value, []).append(entry)
        return True

    def _conditions(self, pattern: Pattern) -> list[Condition]:
        """Return what is asked of a token, what tells most first.

        Empty for several tokens, and if any of it is more than one of some values, or none of them.
        """
        if len(pattern) != 1:
            return []
        (wishes,) = pattern
        asked = [attribute for attribute in TABLED if attribute in wishes]
        found = [self._condition(attribute, wishes[attribute]) for attribute in asked]
        conditions = [condition for condition in found if condition is not None]
        return conditions if len(conditions) == len(wishes) else []

    def _condition(self, attribute: str, wish: Any) -> Condition | None:
        """Return what is asked of an attribute if it is one of some values, or none of them."""
        if not isinstance(wish, dict):
            wish = {"IN": [wish]}
        values = wish.get("IN", wish.get("NOT_IN"))
        if len(wish) > 1 or not values:
            return None
        if not all(isinstance(each, str | bool) for each in values):
            return None
        numbers = frozenset(map(self._number, values))
        return Condition(attribute, numbers, wanted="IN" in wish)

    def _number(self, value: str | bool) -> int:
        """Return the number by which spaCy knows a value of an attribute."""
        if isinstance(value, bool):
            return int(value)
        return int(self._strings.add(value))


def _all_hold(conditions: Sequence[Condition], columns: Columns, token: int) -> bool:
    """Return whether a token meets all of some conditions."""
    for condition in conditions:
        value = columns[condition.attribute][token]
        if not condition.holds(value):
            return False
    return True
