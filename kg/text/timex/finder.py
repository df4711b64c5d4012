"""Finds the time expressions of a parsed article: by pattern where grammar agrees, and where the statistical model saw one."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from kg.model import Article, Kind, Mention, Passage, TimeValue
from kg.text.timex.check import is_time, tense
from kg.text.timex.expressions import LONGEST, resolve
from kg.text.timex.search import search

AGE = re.compile(r"\bold\b|\bage[ds]?\b", re.IGNORECASE)
INTRODUCING = re.compile(r"\b(?:(?:ever\s)?since|after|until|till|through|before|prior\sto|up\sto)\s{1,3}$", re.IGNORECASE)
ONWARDS = re.compile(r"\s{1,3}(?:onwards?|on(?=\s?[,.;]))", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s{1,3}$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s{1,3}$", re.IGNORECASE)
AND = re.compile(r"\s{1,3}and\s{1,3}", re.IGNORECASE)
TO = re.compile(r"\s?[-–—]\s?|\s{1,3}(?:up\s)?(?:to|until|till|through)\s{1,3}", re.IGNORECASE)
BESIDE = re.compile(
    r"\s{1,3}(?:before|after|prior\sto|into|from\snow)\b", re.IGNORECASE
)  # "two days before the vote" is no length of it
ATTACKS = re.compile(r"Sept(?:ember|\.)?\s11(?:th)?,?\s(?:terror|attack|hijack)", re.IGNORECASE)  # those of 2001 need no year
BRACKET = 60  # characters from a bracket after a name to the dates in it
LIFETIME = range(16, 115)  # years between the dates of a life; fewer may be those of an office
LOOK_BACK = 14  # characters: the longest introducing words with their blanks

Place = tuple[int, int]


def find_times(doc: Doc, article: Article) -> list[Mention]:
    """The time expressions of an article, in text order, none inside another.

    A preposition stays outside ("on Friday"), but "since", "until", "before", "after" and both ends of a span belong to the
    expression. Ages ("44-year-old") are none. The value is empty where the words cannot be worked out.
    """
    text = doc.text
    places = _with_entities(doc, [(span.start_char, span.end_char) for span in _found(doc, text)])
    mentions, last = [], ""
    for start, end in _joined(doc, text, places):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        value = _value(text, start, end, article.published, tense(span), last)
        last = value.end or value.start or last
        passage = Passage(article.id, start, end)
        mentions.append(Mention(passage, passage.of(article.text), Kind.TIME, head=_head(span), time=value))
    return mentions


def _value(text: str, start: int, end: int, published: str, past: bool | None, last: str) -> TimeValue:
    """What the words mean where they stand; a length that tells the distance from something else is left open."""
    words = "9/11" if ATTACKS.match(text, start) else text[start:end]
    value = resolve(words, published, past=past, last=last) or TimeValue()
    return TimeValue() if value.duration and BESIDE.match(text, end) else value


def _found(doc: Doc, text: str) -> Iterator[Span]:
    for start, end in search(text):
        span = doc.char_span(start, end)
        span = span if span is not None else doc.char_span(start, end, alignment_mode="contract")
        if span is not None and is_time(span):
            yield span


def _with_entities(doc: Doc, places: list[Place]) -> list[Place]:
    """Adds what only the statistical model saw, where the words mean a time."""
    taken = {offset for start, end in places for offset in range(start, end)}
    for entity in doc.ents:
        if entity.label_ not in ("DATE", "TIME") or len(entity.text) > LONGEST or AGE.search(entity.text):
            continue
        if (
            taken.isdisjoint(range(entity.start_char, entity.end_char))
            and resolve(entity.text, "") is not None
            and is_time(entity)
        ):
            places.append((entity.start_char, entity.end_char))
    return sorted(places)


def _joined(doc: Doc, text: str, places: Sequence[Place]) -> Iterator[Place]:
    """Makes one of the two ends of a span, and takes in "since", "until" and the like before it."""
    i = 0
    while i < len(places):
        start, end = places[i]
        if i + 1 < len(places) and _is_life(doc, text, places[i], places[i + 1]):
            i += 1
            yield start, end
            continue
        if i + 1 < len(places) and (opening := _pair_start(text, places[i], places[i + 1])) is not None:
            yield opening, places[i + 1][1]
            i += 2
            continue
        i += 1
        yield _introduced(text, start, end)


def _is_life(doc: Doc, text: str, first: Place, second: Place) -> bool:
    """True for the dates of birth and death in the brackets after a person's name: two dates, no span of one event."""
    if not TO.fullmatch(text[first[1] : second[0]]) or text[second[1] : second[1] + 1] != ")":
        return False
    bracket = text.rfind("(", max(0, first[0] - BRACKET), first[0])
    name = doc.char_span(bracket, bracket + 1, alignment_mode="expand") if bracket > 0 else None
    if name is None or name.start == 0 or ")" in text[bracket : first[0]]:
        return False
    before = doc[name.start - 1]
    before = before.nbor(-1) if before.is_punct and before.i else before
    born, died = (resolve(text[start:end], "") for start, end in (first, second))
    if born is None or died is None or not born.is_point or not died.is_point:
        return False
    age = int(died.start[:4]) - int(born.start[:4])
    return before.pos_ == "PROPN" and (age in LIFETIME or (before.ent_type_ == "PERSON" and 0 <= age <= max(LIFETIME)))


def _pair_start(text: str, first: Place, second: Place) -> int | None:
    """Where a span of two dates starts; nothing where the two are no span."""
    before, between = text[max(0, first[0] - LOOK_BACK) : first[0]], text[first[1] : second[0]]
    left, joint = (BETWEEN, AND) if AND.fullmatch(between) else (FROM, TO)
    if not joint.fullmatch(between):
        return None
    opening = left.search(before)
    if opening is None and joint is AND:
        return None
    start = first[0] - len(opening.group()) if opening else first[0]
    value = resolve(text[start : second[1]], "2000-01-01")
    return start if value is not None and value.start and value.end else None


def _introduced(text: str, start: int, end: int) -> Place:
    """A single expression with "since" or "until" before it, or "onwards" after it; as it is where that means no date."""
    before = INTRODUCING.search(text[max(0, start - LOOK_BACK) : start])
    after = ONWARDS.match(text, end)
    if after:
        opening = FROM.search(text[max(0, start - LOOK_BACK) : start])
        start, end = start - len(opening.group()) if opening else start, after.end()
    elif before:
        wider = start - len(before.group())
        value = resolve(text[wider:end], "2000-01-01", last="2000-01-01")
        start = wider if value and (value.start or value.end) else start
    return start, end


def _head(span: Span) -> int:
    """Where the word starts through which the expression hangs in its sentence: under "since", its noun."""
    inside = range(span.start, span.end)
    words = [token for token in span if not token.is_punct and token.pos_ not in ("ADP", "SCONJ", "DET")]
    hanging = [token for token in words if token.head.i not in inside or token.head == token]
    governed = [token for token in words if token.head.pos_ in ("ADP", "SCONJ")]
    return (hanging[-1:] or governed[:1] or words[-1:] or [span[-1]])[0].idx
