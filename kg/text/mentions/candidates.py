"""Where names may stand: the model's spans, cleaned, and the runs of capitalised words that it missed."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.casing import Casing, is_capital
from kg.text.mentions.lexicon import type_of_beginning
from kg.text.mentions.spans import PARTICLES, NameSpan, may_be_name, parts_countries, trimmed
from kg.text.mentions.vocabulary import LEGAL_FORMS, NO_NAME, is_function_word

NAME_LABELS = frozenset("PERSON ORG GPE LOC FAC NORP EVENT WORK_OF_ART PRODUCT LAW".split())
NO_NAME_LABELS = frozenset({"DATE", "TIME", "MONEY"})
LINKS = frozenset({"-", "–", "&", "/", "+"})  # join two words of one name
CUTTING_MARKS = frozenset('()[]"|•')
QUOTES = frozenset('"“”')
DASHES = frozenset("-–—")  # with blanks around them they part two names
CUTTING_WORDS = word_set("function_words", "cutting-names")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
LONGEST_RUN = (
    8  # words; longer runs are lists or headings, and only the model's spans count in them
)


def candidates(doc: Doc, case: Casing) -> list[NameSpan]:
    """All spans that may be names or parts of names, in text order, none inside another; titles still stand in them."""
    found = [
        part
        for entity in doc.ents
        if entity.label_ in NAME_LABELS
        for part in _cut(doc, _span(entity), case)
    ]
    taken = {i for span in found for i in range(span.start, span.end)}
    found += [part for run in _runs(doc, case) for part in _uncovered(doc, run, taken, case)]
    return sorted(found)


def in_run(token: Token, case: Casing) -> bool:
    """True for a word whose capital shows that it is part of a name, and for the number of "3rd Division"."""
    if token.is_lower and not token.text[0].isdigit():
        return False
    if (
        is_function_word(token.text)
        or token.is_punct
        or token.is_space
        or token.ent_type_ in NO_NAME_LABELS
    ):
        return False
    if ORDINAL.fullmatch(token.text) and token.i + 1 < len(token.doc):
        return is_capital(token.nbor())
    if token.lower_ in NO_NAME and token.lower_ not in LEGAL_FORMS:
        return False
    return token.pos_ in ("PROPN", "NOUN", "ADJ") and case.tells_name(token)


def _span(entity: Span) -> NameSpan:
    return NameSpan(entity.start, entity.end, entity.label_)


def _cut(doc: Doc, span: NameSpan, case: Casing) -> Iterator[NameSpan]:
    """The names in a span of the model, which may run across brackets, line ends and prepositions."""
    start, nickname = span.start, _nickname_marks(doc, span)
    for i in range(span.start, span.end + 1):
        if i == span.end or (i not in nickname and _cuts(doc[i], span.label)):
            part = trimmed(doc, NameSpan(start, i, span.label), case)
            if part:
                yield from _place_and_person(doc, part)
            start = i + 1


def _nickname_marks(doc: Doc, span: NameSpan) -> frozenset[int]:
    """The marks around a nickname inside a person's name: Robert "Bobby" Vance."""
    if span.label != "PERSON":
        return frozenset()
    marks = [i for i in range(span.start + 1, span.end - 1) if doc[i].text in QUOTES]
    return frozenset(marks) if len(marks) == 2 and marks[1] - marks[0] > 1 else frozenset()


def _place_and_person(doc: Doc, span: NameSpan) -> Iterator[NameSpan]:
    """Two names where the model took a person and the place before for one: "minister for the Middle East Jo Bell"."""
    for i in range(span.start + 1, span.end - 1):
        if (
            doc[i].whitespace_
            and gazetteer.is_given_name(doc[i].text)
            and span.label not in ("PERSON", "EVENT", "WORK_OF_ART")
        ):
            place = doc[span.start : i].text
            if gazetteer.country(place) or (i - span.start > 1 and gazetteer.is_place(place)):
                yield NameSpan(span.start, i, "GPE")
                span = NameSpan(i, span.end, "PERSON")
                break
    yield span


def _cuts(token: Token, label: str) -> bool:
    """True for a token that no name runs across; events may ("Iran-Iraq War"), and works have any words."""
    if label in ("EVENT", "WORK_OF_ART"):
        return token.is_space
    if token.text in DASHES and token.whitespace_ and token.i and token.nbor(-1).whitespace_:
        return True
    is_verb = token.is_lower and token.pos_ in ("VERB", "AUX")
    return (
        token.is_space
        or is_verb
        or token.text in CUTTING_MARKS
        or token.text in CUTTING_WORDS
        or parts_countries(token)
    )


def _runs(doc: Doc, case: Casing) -> Iterator[NameSpan]:
    """The longest rows of words whose capitals show a name, with particles and hyphens between them."""
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
    """True where the token stands between two words of one name."""
    if i + 1 >= len(doc) or not in_run(doc[i + 1], case):
        return False
    token = doc[i]
    if token.text == ",":
        return doc[i + 1].lower_ in LEGAL_FORMS
    if token.lower_ == "of":
        return bool(type_of_beginning([*(t.text for t in doc[start : i + 1]), doc[i + 1].text]))
    if token.text in LINKS:
        return token.text == "&" or not (
            doc[i - 1].whitespace_ or token.whitespace_ or parts_countries(token)
        )
    return token.lower_ in PARTICLES and token.is_lower and token.pos_ == "PROPN"


def _uncovered(doc: Doc, run: NameSpan, taken: set[int], case: Casing) -> Iterator[NameSpan]:
    """The parts of a run that the model left out."""
    start = run.start
    for i in range(run.start, run.end + 1):
        if i == run.end or i in taken:
            part = _without_links(doc, start, i)
            if part is not None and _is_proper(doc, part, case) and may_be_name(doc, part, case):
                yield part
            start = i + 1


def _without_links(doc: Doc, start: int, end: int) -> NameSpan | None:
    """The tokens from the first word with a capital, or ordinal number, to the last with one; None where none is left."""
    while start < end and not (is_capital(doc[start]) or ORDINAL.fullmatch(doc[start].text)):
        start += 1
    while end > start and not is_capital(doc[end - 1]):
        end -= 1
    return NameSpan(start, end) if start < end else None


def _is_proper(doc: Doc, span: NameSpan, case: Casing) -> bool:
    """A single word must be tagged as a proper noun and never be written small; a row of capitalised words need not."""
    token = doc[span.start]
    return span.end - span.start > 1 or (token.pos_ == "PROPN" and token.lower_ not in case.small)
