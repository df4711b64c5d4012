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

TITLE_KINDS = frozenset({"office", "occupation", "military"})
BEFORE_TITLE = word_set("adjectives", "before-a-title")
# Titles that are ordinary first words of other names, too: "General Motors", "Chief Event Manager", "King's Cross".
AMBIGUOUS = word_set("names", "ambiguous-title")
FIRST_NAMES = word_set("names", "title-or-first-name")
PRE_MODIFIERS = frozenset({"compound", "amod", "nmod", "dep", "punct", "appos"})


@dataclass(frozen=True, slots=True, order=True)
class Titled:
    """A name span, and the tokens of the title before it: from `title` up to `span.start`; equal where there is none.

    `noun` is the list's entry for the title's last words, None for "Mr" and the like.
    """

    span: NameSpan
    title: int
    noun: Noun | None = None

    @property
    def has_title(self) -> bool:
        """True where a title stands before the name."""
        return self.title < self.span.start

    @property
    def is_office(self) -> bool:
        """True where the title is that of a person for certain; "rival Acme" may be a company."""
        return self.has_title and (self.noun is None or self.noun.kind in TITLE_KINDS)


def with_titles(doc: Doc, spans: list[NameSpan]) -> list[Titled]:
    """The spans without the titles in them, each with the title that stands before it."""
    bare = [part for span in spans for part in _split(doc, span)]
    ends = {span.end: span for span in bare}
    titled = [_titled(doc, span, ends) for span in bare]
    titled = [*(_before(name, other) for name, other in pairwise(titled)), *titled[-1:]]
    inside = {i for name in titled for i in range(name.title, name.span.start)}
    return [
        name
        for name in titled
        if name.span.start not in inside
        or is_nationality(doc[name.span.start : name.span.end].text)
    ]


def _before(name: Titled, other: Titled) -> Titled:
    """The name without what begins the title of the next: "Acme" of "Acme Executive" before "Vice President Ada Brandt"."""
    if other.has_title and name.span.start < other.title < name.span.end:
        return replace(name, span=replace(name.span, end=other.title))
    return name


def _split(doc: Doc, span: NameSpan) -> Iterator[NameSpan]:
    """The names before and after the titles inside a span; nothing of a span that is all title."""
    parts = words_of(doc, span)
    if (
        type_of_ending(parts)
        and span.label in ("", "ORG")
        and len(parts) > 1
        and type_of_ending(parts) != "sem:Event"
    ):
        yield span
        return
    start = i = span.start
    while i < span.end:
        length = _title_length(doc, i, span)
        if (
            length
            and not _is_surname(doc, start, i, length)
            and not (i > start and doc[i - 1].lower_ == "of")
        ):
            if start < i:
                yield NameSpan(
                    start, i, "" if i + length < span.end and span.label == "PERSON" else span.label
                )
            start = i = i + length
        else:
            i += 1
    while start < span.end and not is_capital(doc[start]) and doc[start].lower_ not in PARTICLES:
        start += 1
    if start < span.end:
        yield NameSpan(start, span.end, span.label)


def _is_surname(doc: Doc, start: int, i: int, length: int) -> bool:
    """True for a title inside a name that is a surname: "Martin Luther King"."""
    return i > start and bool(title_gender([token.text for token in doc[i : i + length]]))


def _title_length(doc: Doc, i: int, span: NameSpan) -> int:
    """How many words from a token on are a title; 0 where none, or where they belong to a place ("St. Louis")."""
    if i == span.start and (span.label in PLACE_LABELS or _is_first_name(doc, span)):
        return 0
    longest = [token.text for token in doc[i : min(i + LONGEST, span.end)]]
    for length in range(len(longest), 0, -1):
        parts = longest[:length]
        if is_title(parts) and (
            parts[-1] not in AMBIGUOUS or _begins_person(doc, i + length, span)
        ):
            return length
        if i == span.start and _is_office(doc, i, i + length):
            return length
    return 0


def _is_first_name(doc: Doc, span: NameSpan) -> bool:
    """True for the first word of "Dean Baker", which is no title, unless another first name follows."""
    if (
        doc[span.start].text not in FIRST_NAMES
        or span.label != "PERSON"
        or span.end - span.start > 2
    ):
        return False
    return span.end - span.start == 1 or not gazetteer.is_given_name(doc[span.start + 1].text)


def _begins_person(doc: Doc, i: int, span: NameSpan) -> bool:
    """True where what follows a title in a span looks like a person; a span that is all title counts as well."""
    return i >= span.end or span.label == "PERSON" or gazetteer.is_given_name(doc[i].text)


def _is_office(doc: Doc, start: int, end: int) -> bool:
    """True for a noun of the list that opens a sentence before a name: "Spokeswoman X"."""
    entry = noun(doc[start:end].text.lower())
    return (
        entry is not None
        and entry.is_person
        and entry.kind in TITLE_KINDS
        and doc[start].pos_ in ("NOUN", "PROPN")
    )


def _titled(doc: Doc, span: NameSpan, ends: dict[int, NameSpan]) -> Titled:
    start, entry = _title_words(doc, span.start)
    if start == span.start:
        return Titled(span, span.start)
    if _has_determiner(doc, start) and doc[start].is_lower:
        return Titled(span, span.start)
    return Titled(span, _with_modifiers(doc, start, ends), entry)


def _title_words(doc: Doc, end: int) -> tuple[int, Noun | None]:
    """The first token of the title that ends before a token, and the noun of the list that it is."""
    if end == 0 or (doc[end].sent_start == 1 and not is_title([doc[end - 1].text])):
        return end, None
    longest = [token.text for token in doc[max(0, end - LONGEST) : end]]
    for skipped in range(len(longest)):
        parts = longest[skipped:]
        if is_title(parts):
            return end - len(parts), longest_noun(
                [*(part.lower() for part in parts[:-1]), doc[end - 1].lemma_.lower()]
            )
    return _noun_words(doc, end)


def _noun_words(doc: Doc, end: int) -> tuple[int, Noun | None]:
    """The same for a person noun in small letters that modifies the name ("analyst")."""
    last = doc[end - 1]
    if last.pos_ not in ("NOUN", "PROPN") or last.dep_ not in PRE_MODIFIERS:
        return end, None
    parts = [token.lower_ for token in doc[max(0, end - LONGEST) : end - 1]] + [last.lemma_.lower()]
    entry = longest_noun(parts)
    if entry is None or not entry.is_person:
        return end, None
    return end - len(_tokens_of(entry, doc, end)), entry


def _tokens_of(entry: Noun, doc: Doc, end: int) -> range:
    """The tokens before `end` that spell an entry; a hyphen is a token of its own."""
    start, text = end - 1, doc[end - 1].lemma_.lower()
    while len(text) < len(entry.lemma) and start > 0:
        start -= 1
        text = doc[start].lower_ + doc[start].whitespace_ + text
    return range(start, end)


def _has_determiner(doc: Doc, start: int) -> bool:
    """True where an article or possessive opens the phrase: "the singer X" names its thing twice."""
    i = start - 1
    while (
        i >= 0
        and doc[i].pos_ in ("ADJ", "NOUN", "NUM", "PROPN", "PUNCT")
        and (doc[i].text == "-" or not doc[i].is_punct)
    ):
        i -= 1
    return i >= 0 and (doc[i].tag_ in ("DT", "PRP$", "POS"))


def _with_modifiers(doc: Doc, start: int, ends: dict[int, NameSpan]) -> int:
    """The first token of a title with its modifiers: "former", "deputy", a nationality, a country, a field ("defence")."""
    while start > 0 and doc[start].sent_start != 1 and _modifies_title(doc[start - 1], ends):
        start -= 1
    if start in ends and is_nationality(doc[ends[start].start : start].text):
        return ends[start].start
    return start


def _modifies_title(token: Token, ends: dict[int, NameSpan]) -> bool:
    if token.lower_ in BEFORE_TITLE or (
        token.text == "-" and token.nbor(-1).lower_ in BEFORE_TITLE if token.i else False
    ):
        return True
    if gazetteer.demonym(token.text):
        return True
    return (
        token.is_lower
        and token.pos_ in ("NOUN", "ADJ")
        and token.dep_ in ("compound", "amod")
        and token.i + 1 not in ends
    )
