"""Finds where names may stand.

The model's spans, cleaned, and the runs of capitalised words that it missed.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.casing import Casing, is_capital
from kg.text.mentions.lexicon import type_of_beginning
from kg.text.mentions.spans import PARTICLES, NameSpan, may_be_name, parts_countries, trimmed
from kg.text.mentions.vocabulary import LEGAL_FORMS, NO_NAME, is_function_word
from kg.text.parse import neighbour
from kg.text.parse.labels import NOUNS, TIME_ENTITIES, VERBS

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"}
)
OF_ONE_THING = frozenset({"PERSON", "EVENT", "WORK_OF_ART"})  # with no person behind a place
IN_NAMES = NOUNS | {"ADJ"}
NO_NAME_LABELS = TIME_ENTITIES | {"MONEY"}
LINKS = frozenset({"-", "–", "&", "/", "+"})  # join two words of one name
CUTTING_MARKS = frozenset('()[]"|•')
QUOTES = frozenset('"“”')
DASHES = frozenset("-–—")  # with blanks around them they part two names
CUTTING_WORDS = word_set("function_words", "cutting-names")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
# words; longer runs are lists or headings, and only the model's spans count in them
LONGEST_RUN = 8


def candidates(doc: Doc, case: Casing) -> list[NameSpan]:
    """Return all spans that may be names or parts of names, in text order, none inside another.

    Titles still stand in them.
    """
    entities = [_span(entity) for entity in doc.ents if entity.label_ in NAME_LABELS]
    seen = [part for entity in entities for part in _cut(doc, entity, case)]
    taken = {i for span in seen for i in range(span.start, span.end)}
    missed = [part for run in _runs(doc, case) for part in _uncovered(doc, run, taken, case)]
    return sorted([*seen, *missed])


def in_run(token: Token, case: Casing) -> bool:
    """Return whether a word's capital shows that it is part of a name.

    So is the number of "3rd Division".
    """
    if token.is_lower and not token.text[0].isdigit():
        return False
    if token.is_punct or token.is_space or token.ent_type_ in NO_NAME_LABELS:
        return False
    if is_function_word(token.text):
        return False
    if ORDINAL.fullmatch(token.text) and token.i + 1 < len(token.doc):
        return is_capital(token.nbor())
    if token.lower_ in NO_NAME and token.lower_ not in LEGAL_FORMS:
        return False
    return token.pos_ in IN_NAMES and case.tells_name(token)


def _span(entity: Span) -> NameSpan:
    return NameSpan(entity.start, entity.end, entity.label_)


def _cut(doc: Doc, span: NameSpan, case: Casing) -> Iterator[NameSpan]:
    """Yield the names in a span of the model.

    It may run across brackets, line ends and prepositions.
    """
    start, nickname = span.start, _nickname_marks(doc, span)
    for i in range(span.start, span.end + 1):
        is_inside = i < span.end
        if is_inside and (i in nickname or not _cuts(doc[i], span.label)):
            continue
        part = trimmed(doc, NameSpan(start, i, span.label), case)
        if part:
            yield from _place_and_person(doc, part)
        start = i + 1


def _nickname_marks(doc: Doc, span: NameSpan) -> frozenset[int]:
    """Return the marks around a nickname inside a person's name: Robert "Bobby" Vance."""
    if span.label != "PERSON":
        return frozenset()
    marks = [i for i in range(span.start + 1, span.end - 1) if doc[i].text in QUOTES]
    return frozenset(marks) if len(marks) == 2 and marks[1] - marks[0] > 1 else frozenset()


def _place_and_person(doc: Doc, span: NameSpan) -> Iterator[NameSpan]:
    """Yield a name, or two if the model took a person and the place before for one.

    "Minister for the Middle East Jo Bell".
    """
    if span.label in OF_ONE_THING:
        yield span
        return
    for i in range(span.start + 1, span.end - 1):
        begins_name = doc[i].whitespace_ and gazetteer.is_given_name(doc[i].text)
        if begins_name and _is_place(doc, span.start, i):
            yield NameSpan(span.start, i, "GPE")
            yield NameSpan(i, span.end, "PERSON")
            return
    yield span


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Return whether some words are a country, or several words a place."""
    place = doc[start:end].text
    if gazetteer.country(place):
        return True
    return end - start > 1 and gazetteer.is_place(place)


def _cuts(token: Token, label: str) -> bool:
    """Return whether no name runs across a token.

    Names of events may run across anything ("Iran-Iraq War"), and works have any words.
    """
    if label in ("EVENT", "WORK_OF_ART") or token.is_space:
        return token.is_space
    if token.text in DASHES and _has_blanks_around(token):
        return True
    is_verb = token.is_lower and token.pos_ in VERBS
    is_mark = token.text in CUTTING_MARKS or token.text in CUTTING_WORDS
    return is_verb or is_mark or parts_countries(token)


def _has_blanks_around(token: Token) -> bool:
    before = neighbour(token, -1)
    return before is not None and bool(before.whitespace_) and bool(token.whitespace_)


def _runs(doc: Doc, case: Casing) -> Iterator[NameSpan]:
    """Yield the longest rows of words whose capitals show a name, with particles and hyphens."""
    i = 0
    while i < len(doc):
        if not in_run(doc[i], case):
            i += 1
            continue
        end = _run_end(doc, i, case)
        if end - i <= LONGEST_RUN:
            yield NameSpan(i, end)
        i = end


def _run_end(doc: Doc, start: int, case: Casing) -> int:
    end = start + 1
    while end < len(doc) and doc[end].sent_start != 1:
        if in_run(doc[end], case):
            end += 1
        elif _links(doc, start, end, case):
            end += 2
        else:
            break
    return end


def _links(doc: Doc, start: int, i: int, case: Casing) -> bool:
    """Return whether a token stands between two words of one name."""
    if i + 1 >= len(doc) or not in_run(doc[i + 1], case):
        return False
    token = doc[i]
    if token.text == ",":
        return doc[i + 1].lower_ in LEGAL_FORMS
    if token.lower_ == "of":
        return bool(type_of_beginning([*(t.text for t in doc[start : i + 1]), doc[i + 1].text]))
    if token.text in LINKS:
        return token.text == "&" or _is_hyphen_of_name(token)
    return token.lower_ in PARTICLES and token.is_lower and token.pos_ == "PROPN"


def _is_hyphen_of_name(token: Token) -> bool:
    """Return whether a mark with no blanks around it joins two parts of one name."""
    has_blank = token.nbor(-1).whitespace_ or token.whitespace_
    return not has_blank and not parts_countries(token)


def _uncovered(doc: Doc, run: NameSpan, taken: set[int], case: Casing) -> Iterator[NameSpan]:
    """Yield the parts of a run that the model left out."""
    start = run.start
    for i in range(run.start, run.end + 1):
        if i < run.end and i not in taken:
            continue
        part = _without_links(doc, start, i)
        if part is not None and _is_proper(doc, part, case) and may_be_name(doc, part, case):
            yield part
        start = i + 1


def _without_links(doc: Doc, start: int, end: int) -> NameSpan | None:
    """Return the tokens from the first word with a capital, or ordinal number, to the last.

    None if none is left.
    """
    while start < end and not _begins_run(doc[start]):
        start += 1
    while end > start and not is_capital(doc[end - 1]):
        end -= 1
    return NameSpan(start, end) if start < end else None


def _begins_run(token: Token) -> bool:
    return is_capital(token) or ORDINAL.fullmatch(token.text) is not None


def _is_proper(doc: Doc, span: NameSpan, case: Casing) -> bool:
    """Return whether a span can be a proper noun by its tags.

    A single word must be tagged as one and never be written small; a row of capitalised words need
    not.
    """
    token = doc[span.start]
    is_row = span.end - span.start > 1
    return is_row or (token.pos_ == "PROPN" and token.lower_ not in case.small)
