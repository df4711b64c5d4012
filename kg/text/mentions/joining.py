"""Parts of names put together: neighbours that are one name, and the article's longer names wherever their words stand."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from kg import gazetteer
from kg.lang.en import word_set
from kg.text.mentions.candidates import LINKS, QUOTES, candidates, in_run
from kg.text.mentions.casing import Casing, is_capital
from kg.text.mentions.lexicon import is_title, noun, type_of_beginning, type_of_ending
from kg.text.mentions.spans import (
    HYPHENS,
    PLACE_LABELS,
    NameSpan,
    is_nationality,
    parts_countries,
    words_of,
)
from kg.text.mentions.vocabulary import LEGAL_FORMS

MODIFIERS = frozenset({"compound", "amod", "nmod", "appos", "flat"})
PREFIXES = word_set("names", "surname-prefix")  # of surnames; some writers put a blank behind them
NUMBERED = frozenset({"Flight"})
JUNIORS = word_set("names", "junior")
Words = tuple[str, ...]


def name_spans(doc: Doc, case: Casing) -> list[NameSpan]:
    """All spans that may be names, in text order, none inside another; titles still stand in them."""
    joined: list[NameSpan] = []
    for span in candidates(doc, case):
        span = _with_junior(doc, _with_number(doc, _with_legal_form(doc, span)))
        if joined and span.start < joined[-1].end:
            continue
        if joined and _are_one(doc, joined[-1], span):
            last = joined.pop()
            label = last.label if _is_prefix(doc, last, span) else span.label or last.label
            span = NameSpan(last.start, span.end, label)
        joined.append(span)
    return _same_everywhere(doc, list(_without_pairs(doc, _with_nicknames(doc, joined))), case)


def _with_nicknames(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans, with the three parts of `Robert "Bobby" Vance` as one."""
    result: list[NameSpan] = []
    for span in spans:
        if len(result) > 1 and _is_nicknamed(doc, result[-2], result[-1], span):
            first = result[-2]
            result[-2:] = [NameSpan(first.start, span.end, "PERSON")]
        else:
            result.append(span)
    return result


def _is_nicknamed(doc: Doc, first: NameSpan, inner: NameSpan, last: NameSpan) -> bool:
    """True for a given name, another in quotation marks, and what follows it."""
    marks = (first.end, inner.end)
    apart = (inner.start, last.start) != (first.end + 1, inner.end + 1) or any(
        doc[i].text not in QUOTES for i in marks
    )
    if (
        apart
        or inner.end - inner.start > 1
        or any(token.is_sent_start for token in doc[first.end : last.end])
    ):
        return False
    return first.label == "PERSON" or any(
        gazetteer.is_given_name(token.text) for token in doc[first.start : first.end]
    )


def _without_pairs(doc: Doc, spans: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """The spans, with the two names of a hyphenated pair apart where the article has each of them alone, too."""
    known = {words_of(doc, span) for span in spans}
    for span in spans:
        for i in range(span.start + 1, span.end - 1):
            left, right = NameSpan(span.start, i, span.label), NameSpan(i + 1, span.end, span.label)
            if doc[i].text in HYPHENS and {words_of(doc, left), words_of(doc, right)} <= known:
                yield from (left, right)
                break
        else:
            yield span


def _are_one(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """True where two neighbouring spans are parts of one name ("Norrland" and "Marine")."""
    if _is_prefix(doc, left, right):
        return True
    if (
        not (_touch(doc, left, right) or _is_of_place(doc, left, right))
        or _stands_alone(doc, left)
        or _stands_alone(doc, right)
    ):
        return False
    if any(token.like_num for token in doc[right.start : right.end]):
        return False
    both = words_of(doc, NameSpan(left.start, right.end))
    if _is_of_place(doc, left, right):
        return True
    if left.label and right.label and left.label != right.label:
        return (
            right.start > left.end
            or gazetteer.organization(" ".join(both)) is not None
            or _is_person(doc, left, right)
        )
    if right.start > left.end and doc[left.end].text == "-" and "" in (left.label, right.label):
        return not any(
            is_nationality(doc[part.start : part.end].text) for part in (left, right)
        )  # "Goldwyn-Mayer" is one word
    if {left.label, right.label} & PLACE_LABELS:
        return bool(type_of_ending(both[1:]) or type_of_beginning(both))
    return _modifies(doc, left, right) or _modifies(doc, right, left)


def _is_prefix(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """True for "Nora O' Shea", where a blank has come between the parts of a surname."""
    return (
        left.label == "PERSON"
        and doc[right.start].sent_start != 1
        and doc[left.end - 1 : right.start].text in PREFIXES
    )


def _with_number(doc: Doc, span: NameSpan) -> NameSpan:
    """The span with the number that makes it one of many: "Norrland Flight 200"."""
    if span.end < len(doc) and doc[span.end - 1].text in NUMBERED and doc[span.end].text.isdigit():
        return NameSpan(span.start, span.end + 1, span.label)
    return span


def _with_junior(doc: Doc, span: NameSpan) -> NameSpan:
    """The span with the "Jr." behind a comma that tells a person from the father."""
    comma, junior = span.end, span.end + 1
    if (
        span.label == "PERSON"
        and junior < len(doc)
        and doc[comma].text == ","
        and doc[junior].text in JUNIORS
    ):
        return NameSpan(span.start, junior + 1, span.label)
    return span


def _with_legal_form(doc: Doc, span: NameSpan) -> NameSpan:
    """The span with the legal form that follows it, with or without a comma: "Acme, Inc."."""
    for start in (span.end, span.end + 1):
        if (
            start < len(doc)
            and doc[start].lower_ in LEGAL_FORMS
            and doc[start - 1].text in (",", doc[span.end - 1].text)
        ):
            return NameSpan(span.start, start + 1, "ORG")
    return span


def _is_of_place(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """True for the body and the place of "Freedom Party of Austria" and "Academy of the Netherlands"."""
    gap = [doc[i].lower_ for i in range(left.end, min(left.end + 3, right.start))]
    if gap not in (["of"], ["of", "the"]) or left.end - left.start < 2:
        return False
    return (
        right.label == "GPE"
        and left.label in ("", "ORG")
        and bool(type_of_ending(words_of(doc, left)))
    )


def _is_person(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """True for a given name that the model took for something else, and the surname after it."""
    if right.label != "PERSON" or left.end - left.start > 1 or not _modifies(doc, left, right):
        return False
    text = doc[left.start].text
    return not (text.isupper() or gazetteer.is_place(text) or gazetteer.organization(text))


def _touch(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """True where nothing, or a hyphen without blanks, stands between two spans of one sentence."""
    gap = range(left.end, right.start)
    if doc[right.start].sent_start == 1 or any(
        doc[i].text not in LINKS or doc[i].whitespace_ for i in gap
    ):
        return False
    return not gap or not (doc[left.end - 1].whitespace_ or parts_countries(doc[left.end]))


def _stands_alone(doc: Doc, span: NameSpan) -> bool:
    """True for a title, a person noun or a demonym, which are never parts of the name beside them."""
    parts = words_of(doc, span)
    text = " ".join(parts)
    entry = noun(text.lower())
    return (
        is_title(parts)
        or (entry is not None and entry.is_person)
        or gazetteer.demonym(text) is not None
    )


def _modifies(doc: Doc, inner: NameSpan, outer: NameSpan) -> bool:
    """True where the head of one span modifies a word of the other."""
    root = doc[inner.start : inner.end].root
    return outer.start <= root.head.i < outer.end and root.dep_ in MODIFIERS


def _same_everywhere(doc: Doc, spans: Sequence[NameSpan], case: Casing) -> list[NameSpan]:
    """The spans, with each longer name of the article found wherever its words stand, whatever the model saw there."""
    by_first = _by_first_word(doc, spans, case)
    starts = {span.start: span for span in spans}
    texts = [token.text for token in doc]
    result: list[NameSpan] = []
    i = 0
    while i < len(texts):
        own = starts.get(i)
        known = _known_at(doc, i, by_first[texts[i]], own, case) if texts[i] in by_first else None
        span = known or own
        if span:
            result.append(span)
        i = span.end if span else i + 1
    return result


def _by_first_word(doc: Doc, spans: Sequence[NameSpan], case: Casing) -> Mapping[str, list[Words]]:
    """The names of the article outside headings, and the surnames of its people, the longest first."""
    known = {words_of(doc, span) for span in spans if span.start not in case.headings}
    known |= {
        (doc[span.end - 1].text,)
        for span in spans
        if span.label == "PERSON" and span.start not in case.headings
    }
    by_first: dict[str, list[Words]] = {}
    for parts in sorted(known, key=lambda parts: (-len(parts), parts)):
        by_first.setdefault(parts[0], []).append(parts)
    return by_first


def _known_at(
    doc: Doc, i: int, names: Sequence[Words], own: NameSpan | None, case: Casing
) -> NameSpan | None:
    """The longest of some names whose words stand at a token, where it is longer than the span that is there."""
    for parts in names:
        end = i + len(parts)
        if own and own.end >= end:
            return None
        if tuple(token.text for token in doc[i:end]) == parts and _is_written_as_name(
            doc, i, end, case
        ):
            return NameSpan(i, end, own.label if own else "")
    return None


def _is_written_as_name(doc: Doc, start: int, end: int, case: Casing) -> bool:
    if (
        end - start == 1
        and start in case.openers
        and is_capital(doc[start])
        and _is_one_subject(doc[start])
    ):
        return True
    if case.is_plain_word(doc[start]):
        return False
    return end - start > 1 or in_run(doc[start], case) or start in case.headings


def _is_one_subject(token: Token) -> bool:
    """True for the subject of a verb that is no plural: "Woods has said", not "Woods are dark"."""
    return (
        token.dep_ in ("nsubj", "nsubjpass")
        and token.head.tag_ in ("VBD", "VBZ", "VBN")
        and not any(
            child.tag_ == "VBP" or child.lower_ == "were"
            for child in (token.head, *token.head.children)
        )
    )
