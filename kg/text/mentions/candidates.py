"""Places where names may stand.

The model's spans, cleaned, and the runs of capitalised words that it missed.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.lang.en import word_list, word_set
from kg.text.mentions.countries import parts_countries
from kg.text.mentions.lexicon import type_of_beginning, type_of_ending
from kg.text.mentions.spans import PAST_PREFIXES, NameSpan, may_be_name, trimmed
from kg.text.mentions.tokens import (
    PARTICLES,
    has_blank_before,
    is_capital,
    words_of,
)
from kg.text.mentions.truecasing import Casing, quoted_titles
from kg.text.mentions.vocabulary import KIND_OF_LABEL, LEGAL_FORMS, NO_NAME, is_function_word
from kg.text.parse import fills_name, neighbour
from kg.text.parse.labels import NOUNS, TIME_ENTITIES, VERBS

OF_ANY_WORDS = word_set("labels", "name-of-any-words")
OF_ONE_THING = OF_ANY_WORDS | {"PERSON"}  # with no person behind a place
IN_NAMES = NOUNS | {"ADJ"}
NO_NAME_LABELS = TIME_ENTITIES | {"MONEY"}
WORK = "WORK_OF_ART"  # the label of a title in quotation marks
LINKS = frozenset({"-", "–", "&", "/", "+"})  # join two words of one name
DASHES = frozenset("-–—")  # with blanks around them they part two names
CUTTING_MARKS = frozenset('()[]"|•')
CUTTING = CUTTING_MARKS | word_set("function_words", "cutting-names")
NEVER_IN_NAMES = NO_NAME - LEGAL_FORMS
ORDINAL = re.compile(rf"\d+(?:{'|'.join(word_list('numbers', 'ordinal-ending'))})")
# words; longer runs are lists or headings, and only the model's spans count in them
LONGEST_RUN = 8
DEMONYM_AND_PERSON = range(3, 6)  # words


def candidates(doc: Doc, case: Casing) -> list[NameSpan]:
    """Return all spans that may be names or parts of names, in text order, none inside another.

    Titles still stand in them.
    """
    titles = [NameSpan(doc, title.start, title.end, WORK) for title in quoted_titles(doc)]
    inside = frozenset(chain.from_iterable(title.indices for title in titles))
    others = [span for span in _seen(doc, case) if inside.isdisjoint(span.indices)]
    seen = [*others, *titles]
    return sorted([*seen, *_missed(doc, seen, case)])


def in_run(token: Token, case: Casing) -> bool:
    """Return whether a word's capital shows that it is part of a name.

    So is the number of "3rd Division".
    """
    if token.ent_type_ in NO_NAME_LABELS:
        return False
    if token.is_lower:
        return _is_ordinal(token) and _is_before_capital(token)
    if token.pos_ not in IN_NAMES:
        return False
    if token.lower_ in NEVER_IN_NAMES:
        return False
    return case.tells_name(token) and not is_function_word(token.text)


def _is_ordinal(token: Token) -> bool:
    """Return whether a word is an ordinal number in figures: "3rd"."""
    return ORDINAL.fullmatch(token.text) is not None


def _is_before_capital(token: Token) -> bool:
    """Return whether the next word begins with a capital letter."""
    after = neighbour(token, 1)
    return after is not None and is_capital(after)


def _seen(doc: Doc, case: Casing) -> Iterator[NameSpan]:
    """Yield the names in the spans of the model."""
    for entity in doc.ents:
        if entity.label_ in KIND_OF_LABEL:
            span = NameSpan(doc, entity.start, entity.end, entity.label_)
            yield from _cut(span, case)


def _missed(doc: Doc, seen: Iterable[NameSpan], case: Casing) -> Iterator[NameSpan]:
    """Yield the names in runs of capitalised words that lie outside the spans of the model."""
    taken = frozenset(chain.from_iterable(span.indices for span in seen))
    for run in _runs(doc, case):
        yield from _uncovered(run, taken, case)


def _cut(span: NameSpan, case: Casing) -> Iterator[NameSpan]:
    """Yield the names in a span of the model.

    It may run across brackets, line ends and prepositions.
    """
    start = span.start
    for end in [*_cuts(span), span.end]:
        part = trimmed(span.part(start, end), case)
        if part:
            yield from _place_and_person(part)
        start = end + 1


def _cuts(span: NameSpan) -> Iterator[int]:
    """Yield the tokens at which a span of the model is cut."""
    for token in span.tokens:
        if _is_cut(token, span.label):
            yield token.i


def _place_and_person(span: NameSpan) -> Iterator[NameSpan]:
    """Yield a name, or two if the model took a person and the place before for one.

    "Minister for the Middle East Jo Bell".
    """
    if _begins_with_nation_of_person(span):
        start = span.start + 1
        yield span.until(start).labelled("NORP")
        yield span.part(start, span.end).labelled("PERSON")
        return
    if span.label in OF_ONE_THING:
        yield span
        return
    for i in span.indices[1:-1]:
        place = span.part(span.start, i)
        if _begins_person(span.doc[i]) and _is_place(place.tokens):
            yield place.labelled("GPE")
            yield span.part(i, span.end).labelled("PERSON")
            return
    yield span


def _begins_with_nation_of_person(span: NameSpan) -> bool:
    """Return whether the model took a demonym for a part of a name: "the Angolan Rui Neto"."""
    nation = span.first
    if len(span.indices) not in DEMONYM_AND_PERSON:
        return False
    if gazetteer.demonym(nation.text) is None:
        return False
    if gazetteer.is_given_name(nation.text):
        return False
    second = span.doc[span.start + 1]
    if not nation.whitespace_ or type_of_ending(span.words):
        return False
    return span.is_person or _begins_person(second)


def _begins_person(token: Token) -> bool:
    """Return whether a word is a given name with a blank behind it."""
    if not token.whitespace_:
        return False
    return gazetteer.is_given_name(token.text)


def _is_place(words: Span) -> bool:
    """Return whether some words are a country, or several words a place."""
    if gazetteer.country(words.text):
        return True
    if len(words) == 1:
        return False
    return gazetteer.is_place(words.text)


def _is_cut(token: Token, label: str) -> bool:
    """Return whether no name runs across a token.

    Names of events may run across anything ("Iran-Iraq War"), and works have any words.
    """
    if token.is_space:
        return not fills_name(token)
    if label in OF_ANY_WORDS:
        return False
    if token.is_lower and token.pos_ in VERBS:
        return True
    return _is_mark(token)


def _is_mark(token: Token) -> bool:
    """Return whether a word or mark stands between names and in none."""
    if token.text in CUTTING:
        return True
    return _is_dash(token) or parts_countries(token)


def _is_dash(token: Token) -> bool:
    """Return whether a token is a dash with blanks around it."""
    if token.text not in DASHES:
        return False
    if not token.whitespace_:
        return False
    return has_blank_before(token)


def _runs(doc: Doc, case: Casing) -> Iterator[NameSpan]:
    """Yield the longest rows of words whose capitals show a name, with particles and hyphens."""
    i = 0
    while i < len(doc):
        if not in_run(doc[i], case):
            i += 1
            continue
        end = _run_end(doc, i, case)
        if end - i <= LONGEST_RUN:
            yield NameSpan(doc, i, end)
        i = end


def _run_end(doc: Doc, start: int, case: Casing) -> int:
    end = start + 1
    while end < len(doc) and doc[end].sent_start != 1:
        if in_run(doc[end], case):
            end += 1
        elif _links(doc[start : end + 1], case):
            end += 2
        else:
            break
    return end


def _links(run: Span, case: Casing) -> bool:
    """Return whether the last token of a run stands between two words of one name."""
    token = run[-1]
    after = neighbour(token, 1)
    if after is None or not in_run(after, case):
        return False
    match token.lower_:
        case ",":
            return after.lower_ in LEGAL_FORMS
        case "&":
            return True
        case "of":
            words = [*words_of(run), after.text]
            return bool(type_of_beginning(words))
    return _is_particle(token) or _is_hyphen_of_name(token) or fills_name(token)


def _is_particle(token: Token) -> bool:
    """Return whether a small word is part of the name around it: "de", "van"."""
    if token.lower_ not in PARTICLES:
        return False
    return token.is_lower and token.pos_ == "PROPN"


def _is_hyphen_of_name(token: Token) -> bool:
    """Return whether a mark with no blanks around it joins two parts of one name."""
    if token.text not in LINKS:
        return False
    if token.whitespace_:
        return False
    return not has_blank_before(token) and not parts_countries(token)


def _uncovered(run: NameSpan, taken: frozenset[int], case: Casing) -> Iterator[NameSpan]:
    """Yield the parts of a run that the model left out."""
    start = run.start
    cuts = [i for i in run.indices if i in taken]
    for end in [*cuts, run.end]:
        part = run.part(start, end).between(_begins_run, _ends_run)
        if part and _is_name(part, case):
            yield from _place_and_person(part)
        start = end + 1


def _begins_run(token: Token, _: str) -> bool:
    """Return whether a word has a capital, or is an ordinal number."""
    return (is_capital(token) and token.lower_ not in PAST_PREFIXES) or _is_ordinal(token)


def _ends_run(token: Token, _: str) -> bool:
    """Return whether a word has a capital; an ordinal number ends no name."""
    return is_capital(token)


def _is_name(span: NameSpan, case: Casing) -> bool:
    """Return whether a span can be a name by its tags and its words.

    A single word must be tagged as one and never be written small; a row of capitalised words need
    not.
    """
    if span.is_one_word and not case.may_be_a_name(span.first):
        return False
    return may_be_name(span, case)
