"""Titles before names: "Norwegian Prime Minister", "Third Secretary", "CEO", "Gen.", "analyst"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.casing import is_capital
from kg.text.mentions.lexicon import (
    LONGEST,
    Noun,
    is_title,
    longest_noun,
    noun,
    title_gender,
    type_of_ending,
)
from kg.text.mentions.spans import PARTICLES, PLACE_LABELS, NameSpan, is_nationality, words_of
from kg.text.parse import neighbour
from kg.text.parse.labels import COMPOUNDS_AND_ADJECTIVES, NOUNS

TITLE_KINDS = frozenset({"office", "occupation", "military"})
BEFORE_TITLE = word_set("adjectives", "before-a-title")
AMBIGUOUS = word_set("names", "ambiguous-title")
FIRST_NAMES = word_set("names", "title-or-first-name")
BEFORE_A_NOUN = NOUNS | {"ADJ", "NUM", "PUNCT"}
DETERMINERS = frozenset({"DT", "PRP$", "POS"})
PRE_MODIFIERS = frozenset({"compound", "amod", "nmod", "dep", "punct", "appos"})


@dataclass(frozen=True, slots=True, order=True)
class Titled:
    """A name span, and the tokens of the title before it: from `title` up to `span.start`.

    The two are equal if there is none.

    `noun` is the list's entry for the title's last words, None for "Mr" and the like.
    """

    span: NameSpan
    title: int
    noun: Noun | None = None

    @property
    def has_title(self) -> bool:
        """Whether a title stands before the name."""
        return self.title < self.span.start

    @property
    def is_office(self) -> bool:
        """Whether the title is that of a person for certain; "rival Acme" may be a company."""
        return self.has_title and (self.noun is None or self.noun.kind in TITLE_KINDS)


def with_titles(doc: Doc, spans: list[NameSpan]) -> list[Titled]:
    """Return the spans without the titles in them, each with the title that stands before it."""
    bare = [part for span in spans for part in _split(doc, span)]
    ends = {span.end: span for span in bare}
    titled = [_titled(doc, span, ends) for span in bare]
    titled = [*(_before(name, other) for name, other in pairwise(titled)), *titled[-1:]]
    inside = {i for name in titled for i in range(name.title, name.span.start)}
    return [name for name in titled if name.span.start not in inside or _is_country(doc, name)]


def _is_country(doc: Doc, name: Titled) -> bool:
    return is_nationality(doc[name.span.start : name.span.end].text)


def _before(name: Titled, other: Titled) -> Titled:
    """Return the name without what begins the title of the next.

    "Acme" of "Acme Executive" before "Vice President Ada Brandt".
    """
    if other.has_title and name.span.start < other.title < name.span.end:
        return replace(name, span=replace(name.span, end=other.title))
    return name


def _split(doc: Doc, span: NameSpan) -> Iterator[NameSpan]:
    """Yield the names before and after the titles inside a span; none if it is all title."""
    if _is_body(doc, span):
        yield span
        return
    start = i = span.start
    while i < span.end:
        length = _length_of_title_in_name(doc, start, i, span)
        if not length:
            i += 1
            continue
        if start < i:
            is_two_people = i + length < span.end and span.label == "PERSON"
            yield NameSpan(start, i, "" if is_two_people else span.label)
        start = i = i + length
    while start < span.end and not _begins_name(doc[start]):
        start += 1
    if start < span.end:
        yield NameSpan(start, span.end, span.label)


def _is_body(doc: Doc, span: NameSpan) -> bool:
    """Return whether a span's last words show that all of it names an organisation or a place."""
    parts = words_of(doc, span)
    if len(parts) == 1 or span.label not in ("", "ORG"):
        return False
    return type_of_ending(parts) not in ("", "sem:Event")


def _begins_name(token: Token) -> bool:
    return is_capital(token) or token.lower_ in PARTICLES


def _length_of_title_in_name(doc: Doc, start: int, i: int, span: NameSpan) -> int:
    """Return how many words from a token on are a title that parts a span; 0 if none."""
    length = _title_length(doc, i, span)
    if i > start and (doc[i - 1].lower_ == "of" or _has_gender(doc, i, length)):
        return 0
    return length


def _has_gender(doc: Doc, i: int, length: int) -> bool:
    """Return whether a title says a gender; inside a name it is a surname: "Martin Luther King"."""
    return bool(title_gender([token.text for token in doc[i : i + length]]))


def _title_length(doc: Doc, i: int, span: NameSpan) -> int:
    """Return how many words from a token on are a title.

    0 if none, or if they belong to a place ("St. Louis").
    """
    if i == span.start and (span.label in PLACE_LABELS or _is_first_name(doc, span)):
        return 0
    longest = [token.text for token in doc[i : min(i + LONGEST, span.end)]]
    for length in range(len(longest), 0, -1):
        parts = longest[:length]
        is_clear = parts[-1] not in AMBIGUOUS or _begins_person(doc, i + length, span)
        if is_clear and is_title(parts):
            return length
        if i == span.start and _is_office(doc, i, i + length):
            return length
    return 0


def _is_first_name(doc: Doc, span: NameSpan) -> bool:
    """Return whether the first word is a first name, as in "Dean Baker", and no title.

    It is a title if another first name follows.
    """
    length = span.end - span.start
    if span.label != "PERSON" or length > 2 or doc[span.start].text not in FIRST_NAMES:
        return False
    return length == 1 or not gazetteer.is_given_name(doc[span.start + 1].text)


def _begins_person(doc: Doc, i: int, span: NameSpan) -> bool:
    """Return whether what follows a title in a span looks like a person.

    A span that is all title counts as well.
    """
    return i >= span.end or span.label == "PERSON" or gazetteer.is_given_name(doc[i].text)


def _is_office(doc: Doc, start: int, end: int) -> bool:
    """Return whether words are a noun of the list before a name: "Spokeswoman X"."""
    entry = noun(doc[start:end].text.lower())
    if entry is None or not entry.is_person or entry.kind not in TITLE_KINDS:
        return False
    return doc[start].pos_ in NOUNS


def _titled(doc: Doc, span: NameSpan, ends: dict[int, NameSpan]) -> Titled:
    start, entry = _title_words(doc, span.start)
    if start == span.start:
        return Titled(span, span.start)
    if doc[start].is_lower and _has_determiner(doc, start):
        return Titled(span, span.start)
    return Titled(span, _with_modifiers(doc, start, ends), entry)


def _title_words(doc: Doc, end: int) -> tuple[int, Noun | None]:
    """Return the first token of the title before a token, and the noun of the list that it is."""
    if end == 0 or (doc[end].sent_start == 1 and not is_title([doc[end - 1].text])):
        return end, None
    longest = [token.text for token in doc[max(0, end - LONGEST) : end]]
    for skipped in range(len(longest)):
        parts = longest[skipped:]
        if is_title(parts):
            small = [part.lower() for part in parts[:-1]]
            return end - len(parts), longest_noun([*small, doc[end - 1].lemma_.lower()])
    return _noun_words(doc, end)


def _noun_words(doc: Doc, end: int) -> tuple[int, Noun | None]:
    """Return the same for a person noun in small letters that modifies the name ("analyst")."""
    last = doc[end - 1]
    if last.pos_ not in NOUNS or last.dep_ not in PRE_MODIFIERS:
        return end, None
    before = [token.lower_ for token in doc[max(0, end - LONGEST) : end - 1]]
    entry = longest_noun([*before, last.lemma_.lower()])
    if entry is None or not entry.is_person:
        return end, None
    return end - len(_tokens_of(entry, doc, end)), entry


def _tokens_of(entry: Noun, doc: Doc, end: int) -> range:
    """Return the tokens before `end` that spell an entry; a hyphen is a token of its own."""
    start, text = end - 1, doc[end - 1].lemma_.lower()
    while len(text) < len(entry.lemma) and start > 0:
        start -= 1
        text = doc[start].lower_ + doc[start].whitespace_ + text
    return range(start, end)


def _has_determiner(doc: Doc, start: int) -> bool:
    """Return whether an article or possessive opens the phrase.

    "The singer X" names its thing twice.
    """
    i = start - 1
    while i >= 0 and _may_stand_before_a_title(doc[i]):
        i -= 1
    return i >= 0 and doc[i].tag_ in DETERMINERS


def _may_stand_before_a_title(token: Token) -> bool:
    return token.pos_ in BEFORE_A_NOUN and (token.text == "-" or not token.is_punct)


def _with_modifiers(doc: Doc, start: int, ends: dict[int, NameSpan]) -> int:
    """Return the first token of a title with its modifiers.

    "Former", "deputy", a nationality, a country, a field ("defence").
    """
    while start > 0 and doc[start].sent_start != 1 and _modifies_title(doc[start - 1], ends):
        start -= 1
    if start in ends and is_nationality(doc[ends[start].start : start].text):
        return ends[start].start
    return start


def _modifies_title(token: Token, ends: dict[int, NameSpan]) -> bool:
    before = neighbour(token, -1)
    is_hyphen = token.text == "-" and before is not None and before.lower_ in BEFORE_TITLE
    if is_hyphen or token.lower_ in BEFORE_TITLE or gazetteer.demonym(token.text):
        return True
    if token.i + 1 in ends or token.dep_ not in COMPOUNDS_AND_ADJECTIVES:
        return False
    return token.is_lower and token.pos_ in ("NOUN", "ADJ")
