"""Puts parts of names together.

Neighbours that are one name, and the article's longer names wherever their words stand.
"""

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
from kg.text.parse.labels import NOUN_SUBJECTS, PASTS

PAST_OR_SINGULAR = PASTS | {"VBZ"}
MODIFIERS = frozenset({"compound", "amod", "nmod", "appos", "flat"})
PREFIXES = word_set("names", "surname-prefix")  # of surnames; some writers put a blank behind them
NUMBERED = frozenset({"Flight"})
JUNIORS = word_set("names", "junior")
Words = tuple[str, ...]


def name_spans(doc: Doc, case: Casing) -> list[NameSpan]:
    """Return all spans that may be names, in text order, none inside another.

    Titles still stand in them.
    """
    joined: list[NameSpan] = []
    for candidate in candidates(doc, case):
        span = _with_junior(doc, _with_number(doc, _with_legal_form(doc, candidate)))
        if joined and span.start < joined[-1].end:
            continue
        if joined and _are_one(doc, joined[-1], span):
            last = joined.pop()
            label = last.label if _is_prefix(doc, last, span) else span.label or last.label
            span = NameSpan(last.start, span.end, label)
        joined.append(span)
    parted = _without_pairs(doc, _with_nicknames(doc, joined))
    return _same_everywhere(doc, list(parted), case)


def _with_nicknames(doc: Doc, spans: list[NameSpan]) -> list[NameSpan]:
    """Return the spans, with the three parts of `Robert "Bobby" Vance` as one."""
    result: list[NameSpan] = []
    for span in spans:
        if len(result) > 1 and _is_nicknamed(doc, result[-2], result[-1], span):
            first = result[-2]
            result[-2:] = [NameSpan(first.start, span.end, "PERSON")]
        else:
            result.append(span)
    return result


def _is_nicknamed(doc: Doc, first: NameSpan, inner: NameSpan, last: NameSpan) -> bool:
    """Return whether spans are a given name, another in quotation marks, and what follows it."""
    touch = (inner.start, last.start) == (first.end + 1, inner.end + 1)
    if not touch or inner.end - inner.start > 1:
        return False
    if doc[first.end].text not in QUOTES or doc[inner.end].text not in QUOTES:
        return False
    if any(token.is_sent_start for token in doc[first.end : last.end]):
        return False
    given = doc[first.start : first.end]
    return first.label == "PERSON" or any(gazetteer.is_given_name(token.text) for token in given)


def _without_pairs(doc: Doc, spans: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the spans, with the two names of a hyphenated pair apart.

    The article has to have each of them alone, too.
    """
    known = {words_of(doc, span) for span in spans}
    for span in spans:
        for i in range(span.start + 1, span.end - 1):
            left = NameSpan(span.start, i, span.label)
            right = NameSpan(i + 1, span.end, span.label)
            if doc[i].text in HYPHENS and {words_of(doc, left), words_of(doc, right)} <= known:
                yield from (left, right)
                break
        else:
            yield span


def _are_one(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """Return whether two neighbouring spans are parts of one name ("Norrland" and "Marine")."""
    if _is_prefix(doc, left, right):
        return True
    is_of_place = _is_of_place(doc, left, right)
    if not is_of_place and not _touch(doc, left, right):
        return False
    if _stands_alone(doc, left) or _stands_alone(doc, right):
        return False
    if any(token.like_num for token in doc[right.start : right.end]):
        return False
    return is_of_place or _make_one(doc, left, right)


def _make_one(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """Return whether two spans that touch make one name, by their labels and the tree."""
    both = words_of(doc, NameSpan(left.start, right.end))
    is_linked = right.start > left.end
    if left.label and right.label and left.label != right.label:
        is_organization = gazetteer.organization(" ".join(both)) is not None
        return is_linked or is_organization or _is_person(doc, left, right)
    if is_linked and doc[left.end].text == "-" and "" in (left.label, right.label):
        # "Goldwyn-Mayer" is one word
        return not any(is_nationality(doc[part.start : part.end].text) for part in (left, right))
    if {left.label, right.label} & PLACE_LABELS:
        return bool(type_of_ending(both[1:]) or type_of_beginning(both))
    return _modifies(doc, left, right) or _modifies(doc, right, left)


def _is_prefix(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """Return whether a blank has come between the parts of a surname ("Nora O' Shea")."""
    if left.label != "PERSON" or doc[right.start].sent_start == 1:
        return False
    return doc[left.end - 1 : right.start].text in PREFIXES


def _with_number(doc: Doc, span: NameSpan) -> NameSpan:
    """Return the span with the number that makes it one of many: "Norrland Flight 200"."""
    if span.end == len(doc) or doc[span.end - 1].text not in NUMBERED:
        return span
    end = span.end + 1 if doc[span.end].text.isdigit() else span.end
    return NameSpan(span.start, end, span.label)


def _with_junior(doc: Doc, span: NameSpan) -> NameSpan:
    """Return the span with the "Jr." behind a comma that sets a person apart from the father."""
    comma, junior = span.end, span.end + 1
    if span.label != "PERSON" or junior >= len(doc):
        return span
    if doc[comma].text != "," or doc[junior].text not in JUNIORS:
        return span
    return NameSpan(span.start, junior + 1, span.label)


def _with_legal_form(doc: Doc, span: NameSpan) -> NameSpan:
    """Return the span with the legal form behind it, with or without a comma: "Acme, Inc."."""
    for start in (span.end, span.end + 1):
        if start >= len(doc) or doc[start].lower_ not in LEGAL_FORMS:
            continue
        if doc[start - 1].text in (",", doc[span.end - 1].text):
            return NameSpan(span.start, start + 1, "ORG")
    return span


def _is_of_place(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """Return whether spans are a body and its place.

    "Freedom Party of Austria", "Academy of the Netherlands".
    """
    gap = [doc[i].lower_ for i in range(left.end, min(left.end + 3, right.start))]
    if gap not in (["of"], ["of", "the"]) or left.end - left.start < 2:
        return False
    if right.label != "GPE" or left.label not in ("", "ORG"):
        return False
    return bool(type_of_ending(words_of(doc, left)))


def _is_person(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """Return whether spans are a given name and the surname behind it.

    The model took the given name for something else.
    """
    if right.label != "PERSON" or left.end - left.start > 1 or not _modifies(doc, left, right):
        return False
    text = doc[left.start].text
    return not (text.isupper() or gazetteer.is_place(text) or gazetteer.organization(text))


def _touch(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """Return whether nothing, or a hyphen without blanks, stands between two spans.

    They are in one sentence.
    """
    gap = range(left.end, right.start)
    if doc[right.start].sent_start == 1:
        return False
    if any(doc[i].text not in LINKS or doc[i].whitespace_ for i in gap):
        return False
    if not gap:
        return True
    return not doc[left.end - 1].whitespace_ and not parts_countries(doc[left.end])


def _stands_alone(doc: Doc, span: NameSpan) -> bool:
    """Return whether a span is a title, a person noun or a demonym.

    They are never parts of the name beside them.
    """
    parts = words_of(doc, span)
    text = " ".join(parts)
    entry = noun(text.lower())
    is_person_noun = entry is not None and entry.is_person
    return is_person_noun or is_title(parts) or gazetteer.demonym(text) is not None


def _modifies(doc: Doc, inner: NameSpan, outer: NameSpan) -> bool:
    """Return whether the head of one span modifies a word of the other."""
    root = doc[inner.start : inner.end].root
    return outer.start <= root.head.i < outer.end and root.dep_ in MODIFIERS


def _same_everywhere(doc: Doc, spans: Sequence[NameSpan], case: Casing) -> list[NameSpan]:
    """Return the spans, with each longer name of the article wherever its words stand.

    It does not matter what the model saw there.
    """
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
    """Return the names outside headings, and the surnames of people, the longest first.

    They are sorted into lists by their first word.
    """
    in_body = [span for span in spans if span.start not in case.headings]
    known = {words_of(doc, span) for span in in_body}
    known |= {(doc[span.end - 1].text,) for span in in_body if span.label == "PERSON"}
    by_first: dict[str, list[Words]] = {}
    for parts in sorted(known, key=lambda parts: (-len(parts), parts)):
        by_first.setdefault(parts[0], []).append(parts)
    return by_first


def _known_at(
    doc: Doc, i: int, names: Sequence[Words], own: NameSpan | None, case: Casing
) -> NameSpan | None:
    """Return the longest of some names whose words stand at a token.

    None if it is no longer than the span that is there.
    """
    for parts in names:
        end = i + len(parts)
        if own and own.end >= end:
            return None
        words = tuple(token.text for token in doc[i:end])
        if words == parts and _is_written_as_name(doc, i, end, case):
            return NameSpan(i, end, own.label if own else "")
    return None


def _is_written_as_name(doc: Doc, start: int, end: int, case: Casing) -> bool:
    token = doc[start]
    is_one_word = end - start == 1
    if is_one_word and start in case.openers and is_capital(token) and _is_one_subject(token):
        return True
    if case.is_plain_word(token):
        return False
    return not is_one_word or in_run(token, case) or start in case.headings


def _is_one_subject(token: Token) -> bool:
    """Return whether a word is the subject of a verb that is no plural.

    "Woods has said", not "Woods are dark".
    """
    verb = token.head
    if token.dep_ not in NOUN_SUBJECTS or verb.tag_ not in PAST_OR_SINGULAR:
        return False
    return not any(word.tag_ == "VBP" or word.lower_ == "were" for word in (verb, *verb.children))
