"""Puts neighbours together that are one name."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.candidates import LINKS, QUOTES, candidates
from kg.text.mentions.casing import Casing
from kg.text.mentions.countries import is_nationality, parts_countries
from kg.text.mentions.everywhere import same_everywhere
from kg.text.mentions.lexicon import is_title, noun, type_of_beginning, type_of_ending
from kg.text.mentions.spans import (
    PLACE_LABELS,
    NameSpan,
    Words,
)
from kg.text.mentions.tokens import HYPHENS
from kg.text.mentions.vocabulary import LEGAL_FORMS

MODIFIERS = word_set("labels", "name-modifier")
PREFIXES = word_set("names", "surname-prefix")  # of surnames; some writers put a blank behind them
NUMBERED = frozenset({"Flight"})
JUNIORS = word_set("names", "junior")
ORGANIZATION_OR_UNSEEN = frozenset({"", "ORG"})
OF_PLACE = word_set("phrases", "body-and-place")


def name_spans(doc: Doc, case: Casing) -> list[NameSpan]:
    """Return all spans that may be names, in text order, none inside another.

    Titles still stand in them.
    """
    joined = _with_nicknames(_joined(candidates(doc, case)))
    return same_everywhere(doc, list(_without_pairs(joined)), case)


def _joined(candidates: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Yield the candidates with what belongs to them, neighbours that are one name as one."""
    last: NameSpan | None = None
    for candidate in candidates:
        span = _with_junior(_with_number(_with_legal_form(candidate)))
        if last is None:
            last = span
        elif span.start < last.end:
            continue
        elif _are_one(last, span):
            last = _joint(last, span)
        else:
            yield last
            last = span
    if last is not None:
        yield last


def _joint(left: NameSpan, right: NameSpan) -> NameSpan:
    whole = left.part(left.start, right.end)
    if _is_prefix(left, right) or not right.label:
        return whole
    return whole.labelled(right.label)


def _with_nicknames(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """Return the spans, with the three parts of `Robert "Bobby" Vance` as one."""
    result: list[NameSpan] = []
    for span in spans:
        if _is_nicknamed(*result[-2:], span):
            first = result[-2]
            result[-2:] = [first.part(first.start, span.end).labelled("PERSON")]
        else:
            result.append(span)
    return result


def _is_nicknamed(*spans: NameSpan) -> bool:
    """Return whether spans are a given name, another in quotation marks, and what follows it."""
    if len(spans) < 3:
        return False
    first, inner, last = spans
    if (inner.start, last.start) != (first.end + 1, inner.end + 1):
        return False
    if not inner.is_one_word:
        return False
    behind = first.doc[first.end : last.end]
    if any(token.is_sent_start for token in behind):
        return False
    if not {behind[0].text, behind[2].text} <= QUOTES:
        return False
    return first.is_person or any(map(gazetteer.is_given_name, first.words))


def _without_pairs(spans: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the spans, with the two names of a hyphenated pair apart.

    The article has to have each of them alone, too.
    """
    known = {span.words for span in spans}
    for span in spans:
        yield from _pair(span, known) or (span,)


def _pair(span: NameSpan, known: Collection[Words]) -> tuple[NameSpan, ...]:
    """Return the two known names that a hyphen joins, or none."""
    for i in span.indices[1:-1]:
        if span.doc[i].text not in HYPHENS:
            continue
        pair = (span.part(span.start, i), span.part(i + 1, span.end))
        if all(part.words in known for part in pair):
            return pair
    return ()


def _are_one(left: NameSpan, right: NameSpan) -> bool:
    """Return whether two neighbouring spans are parts of one name ("Norrland" and "Marine")."""
    if _is_prefix(left, right):
        return True
    if _is_of_place(left, right):
        return _may_be_parts(left, right)
    if not _touch(left, right) or not _may_be_parts(left, right):
        return False
    return _make_one(left, right)


def _may_be_parts(left: NameSpan, right: NameSpan) -> bool:
    """Return whether neither of two spans stands alone, and the second has no number."""
    if any(token.like_num for token in right.tokens):
        return False
    return not any(map(_stands_alone, (left, right)))


def _make_one(left: NameSpan, right: NameSpan) -> bool:
    """Return whether two spans that touch make one name, by their labels and the tree."""
    labels = {left.label, right.label}
    if len(labels - {""}) == 2:
        return _are_one_though_labelled(left, right)
    if "" in labels and _is_hyphenated(left, right):  # "Goldwyn-Mayer" is one word
        return not any(is_nationality(part.text) for part in (left, right))
    if labels & PLACE_LABELS:
        both = left.part(left.start, right.end).words
        return bool(type_of_ending(both[1:]) or type_of_beginning(both))
    return _modifies(left, right) or _modifies(right, left)


def _are_one_though_labelled(left: NameSpan, right: NameSpan) -> bool:
    """Return whether two spans make one name that the model has labelled apart."""
    if right.start > left.end or _is_person(left, right):
        return True
    both = left.part(left.start, right.end).words
    return gazetteer.organization(" ".join(both)) is not None


def _is_hyphenated(left: NameSpan, right: NameSpan) -> bool:
    return left.end < right.start and left.doc[left.end].text == "-"


def _is_prefix(left: NameSpan, right: NameSpan) -> bool:
    """Return whether a blank has come between the parts of a surname ("Nora O' Shea")."""
    if not left.is_person or right.first.sent_start == 1:
        return False
    return left.doc[left.end - 1 : right.start].text in PREFIXES


def _with_number(span: NameSpan) -> NameSpan:
    """Return the span with the number that makes it one of many: "Norrland Flight 200"."""
    if span.last.text not in NUMBERED:
        return span
    has_number = span.doc[span.end : span.end + 1].text.isdigit()
    return span.part(span.start, span.end + 1) if has_number else span


def _with_junior(span: NameSpan) -> NameSpan:
    """Return the span with the "Jr." behind a comma that sets a person apart from the father."""
    behind = [token.text for token in span.doc[span.end : span.end + 2]]
    if not span.is_person or behind[:1] != [","]:
        return span
    has_junior = behind[-1] in JUNIORS
    return span.part(span.start, span.end + 2) if has_junior else span


def _with_legal_form(span: NameSpan) -> NameSpan:
    """Return the span with the legal form behind it, with or without a comma: "Acme, Inc."."""
    for form in span.doc[span.end : span.end + 2]:
        if form.lower_ not in LEGAL_FORMS:
            continue
        if form.nbor(-1).text in (",", span.last.text):
            return span.part(span.start, form.i + 1).labelled("ORG")
    return span


def _is_of_place(left: NameSpan, right: NameSpan) -> bool:
    """Return whether spans are a body and its place.

    "Freedom Party of Austria", "Academy of the Netherlands".
    """
    if right.label != "GPE" or left.label not in ORGANIZATION_OR_UNSEEN:
        return False
    if left.is_one_word or right.start > left.end + 2:
        return False
    between = [token.lower_ for token in left.doc[left.end : right.start]]
    return " ".join(between) in OF_PLACE and bool(type_of_ending(left.words))


def _is_person(left: NameSpan, right: NameSpan) -> bool:
    """Return whether spans are a given name and the surname behind it.

    The model took the given name for something else.
    """
    if not right.is_person or not left.is_one_word:
        return False
    text = left.text
    if text.isupper() or not _modifies(left, right):
        return False
    return not gazetteer.is_place(text) and gazetteer.organization(text) is None


def _touch(left: NameSpan, right: NameSpan) -> bool:
    """Return whether nothing, or a hyphen without blanks, stands between two spans.

    They are in one sentence.
    """
    if right.first.sent_start == 1:
        return False
    between = left.doc[left.end : right.start]
    if any(token.text not in LINKS for token in between):
        return False
    if any(token.whitespace_ for token in between):
        return False
    if not len(between):
        return True
    return not left.last.whitespace_ and not parts_countries(between[0])


def _stands_alone(span: NameSpan) -> bool:
    """Return whether a span is a title, a person noun or a demonym.

    They are never parts of the name beside them.
    """
    text = " ".join(span.words)
    if is_title(span.words) or gazetteer.demonym(text):
        return True
    entry = noun(text.lower())
    return entry is not None and entry.is_person


def _modifies(inner: NameSpan, outer: NameSpan) -> bool:
    """Return whether the head of one span modifies a word of the other."""
    root = inner.root
    return root.head.i in outer.indices and root.dep_ in MODIFIERS
