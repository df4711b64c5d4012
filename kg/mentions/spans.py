"""Where names stand: the model's spans, cleaned, and the runs of capitalised words that it missed or cut."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kg import gazetteer
from kg.mentions.casing import Casing, is_capital
from kg.mentions.lexicon import is_title, noun, type_of_beginning, type_of_ending
from kg.mentions.stopwords import LEGAL_FORMS, NO_NAME, is_function_word

NAME_LABELS = frozenset("PERSON ORG GPE LOC FAC NORP EVENT WORK_OF_ART PRODUCT LAW".split())
PARTICLES = frozenset("de da do dos das del della di du des van von der den ter bin ibn al el la le ul ur y e af zu of".split())
LINKS = frozenset({"-", "–", "&", "/", "+"})  # join two words of one name
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP"})
CUTTING_MARKS = frozenset('()[]"|•')
CUTTING_WORDS = frozenset({"with", "by", "via", "from", "during", "since", "after", "before"})
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
LONG_NAME = 8  # words; longer runs are lists or headings, and only the model's spans count in them


@dataclass(frozen=True, slots=True, order=True)
class NameSpan:
    """Tokens `start` up to, not including, `end` that may be a name; `label` is the model's, empty where it saw none."""

    start: int
    end: int
    label: str = ""


def words(doc: Doc, span: NameSpan) -> tuple[str, ...]:
    """The words of a span as they are written, hyphens included."""
    return tuple(token.text for token in doc[span.start : span.end])


def name_spans(doc: Doc, case: Casing) -> list[NameSpan]:
    """All spans that may be names, in text order, none inside another; titles still stand in them."""
    found = [span for entity in _entities(doc) for span in _clean(doc, entity, case)]
    taken = {i for span in found for i in range(span.start, span.end)}
    found += [span for run in _runs(doc, case) for span in _uncovered(doc, run, taken, case)]
    return _same_everywhere(doc, _joined(doc, sorted(found)), case)


def _entities(doc: Doc) -> Iterator[NameSpan]:
    for entity in doc.ents:
        if entity.label_ in NAME_LABELS:
            yield NameSpan(entity.start, entity.end, entity.label_)


def _clean(doc: Doc, span: NameSpan, case: Casing) -> Iterator[NameSpan]:
    """The span without articles, prepositions, possessive endings and marks at its ends, cut at line ends and brackets."""
    start = span.start
    for i in range(span.start, span.end + 1):
        if i == span.end or _cuts(doc[i], span.label):
            trimmed = _trim(doc, NameSpan(start, i, span.label), case)
            if trimmed:
                yield trimmed
            start = i + 1


def _cuts(token: Token, label: str) -> bool:
    """True for a token that no name runs across; events may ("Iran-Iraq War"), and works have any words."""
    if label in ("EVENT", "WORK_OF_ART"):
        return token.is_space
    return token.is_space or token.text in CUTTING_MARKS or token.text in CUTTING_WORDS or _parts_countries(token)


def _parts_countries(token: Token) -> bool:
    """True for the hyphen of "UK-France" and "US-led", which joins two things and makes no name."""
    if token.text not in ("-", "–", "/") or token.i in (0, len(token.doc) - 1):
        return False
    return any(_is_country(neighbour.text) for neighbour in (token.nbor(-1), token.nbor(1)))


def _is_country(text: str) -> bool:
    return gazetteer.country(text) is not None or gazetteer.demonym(text) is not None


def _trim(doc: Doc, span: NameSpan, case: Casing) -> NameSpan | None:
    start, end = span.start, span.end
    while start < end and not _may_begin(doc[start], case):
        start += 1
    while end > start and not _may_end(doc[end - 1]):
        end -= 1
    trimmed = replace(span, start=start, end=end)
    return trimmed if start < end and _is_name(doc, trimmed, case) else None


def _may_begin(token: Token, case: Casing) -> bool:
    if is_function_word(token.text) or token.is_punct or token.tag_ == "POS":
        return False
    return is_capital(token) or token.text[0].isdigit() or token.lower_ in PARTICLES


def _may_end(token: Token) -> bool:
    return is_capital(token) or token.text[0].isdigit() or token.text in ("!", "+")


def _is_name(doc: Doc, span: NameSpan, case: Casing) -> bool:
    """False for common words with a capital, days, diseases and numbers."""
    tokens = doc[span.start : span.end]
    if tokens.text.lower() in NO_NAME or not any(is_capital(token) for token in tokens):
        return False
    if all(case.is_plain_word(token) or is_function_word(token.text) for token in tokens):
        return False
    first = tokens[0]
    opens_as_verb = first.i in case.openers and first.pos_ in ("VERB", "AUX", "ADV", "PRON", "INTJ")
    return not (len(tokens) == 1 and opens_as_verb and not gazetteer.country(first.text))


def _runs(doc: Doc, case: Casing) -> Iterator[NameSpan]:
    """The longest rows of words whose capitals show a name, with particles and hyphens between them."""
    i = 0
    while i < len(doc):
        if not _in_run(doc[i], case):
            i += 1
            continue
        end = _run_end(doc, i, case)
        if end - i <= LONG_NAME:
            yield NameSpan(i, end)
        i = end


def _run_end(doc: Doc, start: int, case: Casing) -> int:
    end = start + 1
    while end < len(doc) and doc[end].sent_start != 1:
        if _in_run(doc[end], case):
            end += 1
        elif _links(doc, start, end, case):
            end += 2
        else:
            break
    return end


def _links(doc: Doc, start: int, i: int, case: Casing) -> bool:
    """True where the token stands between two words of one name."""
    if i + 1 >= len(doc) or not _in_run(doc[i + 1], case):
        return False
    token = doc[i]
    if token.text == ",":
        return doc[i + 1].lower_ in LEGAL_FORMS
    if token.lower_ == "of":
        return bool(type_of_beginning([*(t.text for t in doc[start : i + 1]), doc[i + 1].text]))
    glued = token.text == "&" or (
        token.text in LINKS and not (doc[i - 1].whitespace_ or token.whitespace_ or _parts_countries(token))
    )
    return glued or (token.lower_ in PARTICLES and token.is_lower and token.pos_ == "PROPN")


def _in_run(token: Token, case: Casing) -> bool:
    if is_function_word(token.text) or token.is_punct or token.is_space:
        return False
    if ORDINAL.fullmatch(token.text) and token.i + 1 < len(token.doc):
        return is_capital(token.nbor()) and token.ent_type_ not in ("DATE", "TIME")
    if token.lower_ in NO_NAME and token.lower_ not in LEGAL_FORMS:
        return False
    return token.pos_ in ("PROPN", "NOUN", "ADJ") and case.tells_name(token) and token.ent_type_ not in ("DATE", "TIME", "MONEY")


def _uncovered(doc: Doc, run: NameSpan, taken: set[int], case: Casing) -> Iterator[NameSpan]:
    """The parts of a run that the model left out."""
    start = run.start
    for i in range(run.start, run.end + 1):
        if i == run.end or i in taken:
            while start < i and not (is_capital(doc[start]) or ORDINAL.fullmatch(doc[start].text)):
                start += 1
            end = i
            while end > start and not is_capital(doc[end - 1]):
                end -= 1
            span = NameSpan(start, end)
            if start < end and (doc[end - 1].pos_ == "PROPN" or end - start > 1) and _is_name(doc, span, case):
                yield span
            start = i + 1


def _joined(doc: Doc, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """The spans with those parts put together that are one name."""
    result: list[NameSpan] = []
    for span in spans:
        if result and _are_one(doc, result[-1], span):
            last = result.pop()
            span = NameSpan(last.start, span.end, _label_of_both(last, span))
        result.append(span)
    return result


def _label_of_both(left: NameSpan, right: NameSpan) -> str:
    return right.label or left.label


def _are_one(doc: Doc, left: NameSpan, right: NameSpan) -> bool:
    """True where two neighbouring spans are parts of one name ("Lockheed" and "Martin")."""
    gap = doc[left.end : right.start]
    if any(token.text not in LINKS or token.whitespace_ for token in gap) or doc[right.start].sent_start == 1:
        return False
    if gap and (doc[left.end - 1].whitespace_ or _parts_countries(gap[0])):
        return False
    if _stands_alone(doc, left) or _stands_alone(doc, right) or any(token.like_num for token in doc[right.start : right.end]):
        return False
    both = words(doc, NameSpan(left.start, right.end))
    if left.label and right.label and left.label != right.label:
        return bool(gap) or bool(gazetteer.organization(" ".join(both)))
    if {left.label, right.label} & PLACE_LABELS:
        return bool(type_of_ending(both[1:]) or type_of_beginning(both))
    return _is_in(doc, left, right) or _is_in(doc, right, left)


def _stands_alone(doc: Doc, span: NameSpan) -> bool:
    """True for a title, a person noun or a demonym, which are never parts of the name beside them."""
    parts = words(doc, span)
    text = " ".join(parts)
    entry = noun(text.lower())
    return is_title(parts) or bool(entry and entry.is_person) or gazetteer.demonym(text) is not None


def _is_in(doc: Doc, inner: NameSpan, outer: NameSpan) -> bool:
    """True where the head of one span modifies a word of the other."""
    root = doc[inner.start : inner.end].root
    return outer.start <= root.head.i < outer.end and root.dep_ in ("compound", "amod", "nmod", "appos", "flat")


def _same_everywhere(doc: Doc, spans: Sequence[NameSpan], case: Casing) -> list[NameSpan]:
    """The spans, with each longer name of the article found wherever its words stand, whatever the model saw there."""
    known = {words(doc, span): span.label for span in spans if span.start not in case.headings}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for parts in sorted(known, key=len, reverse=True):
        by_first.setdefault(parts[0], []).append(parts)
    starts = {span.start: span for span in spans}
    result: list[NameSpan] = []
    i = 0
    while i < len(doc):
        own = starts.get(i)
        match = _known_at(doc, i, by_first, own, case)
        span = match if match else own
        if span:
            result.append(span)
        i = span.end if span else i + 1
    return result


def _known_at(
    doc: Doc, i: int, by_first: dict[str, list[tuple[str, ...]]], own: NameSpan | None, case: Casing
) -> NameSpan | None:
    """The longest name of the article whose words stand at a token, where it is longer than the span that is there."""
    for parts in by_first.get(doc[i].text, ()):
        end = i + len(parts)
        if own and own.end >= end:
            return None
        if end <= len(doc) and tuple(token.text for token in doc[i:end]) == parts and not case.is_plain_word(doc[i]):
            if end - i > 1 or _in_run(doc[i], case) or i in case.headings:
                return NameSpan(i, end, own.label if own else "")
    return None
