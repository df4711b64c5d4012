"""Finds the time expressions of a parsed article.

By pattern if grammar agrees, and where the statistical model saw one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.tokens import Doc, Span

from kg.lang.en import word_list
from kg.model import Article, Kind, Mention, Passage, TimeValue
from kg.text.parse.labels import ADPOSITIONS, TIME_ENTITIES
from kg.text.timex.check import is_time, tense
from kg.text.timex.expressions import LONGEST, resolve
from kg.text.timex.search import search
from kg.text.timex.words import in_order, words_in_order

NO_HEAD = ADPOSITIONS | {"DET"}

AGE = re.compile(r"\bold\b|\bage[ds]?\b", re.IGNORECASE)
BLANK = r"\s"
INTRODUCING_WORD = in_order(word_list("times", "introducing"), gap=BLANK)
INTRODUCING = re.compile(rf"\b(?:(?:ever\s)?since|{INTRODUCING_WORD})\s{{1,3}}$", re.IGNORECASE)
ONWARDS = re.compile(r"\s{1,3}(?:onwards?|on(?=\s?[,.;]))", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s{1,3}$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s{1,3}$", re.IGNORECASE)
AND = re.compile(r"\s{1,3}and\s{1,3}", re.IGNORECASE)
UP_TO = words_in_order("function_words", "up-to-a-time")
TO = re.compile(rf"\s?[-–—]\s?|\s{{1,3}}(?:up\s)?{UP_TO}\s{{1,3}}", re.IGNORECASE)
# "two days before the vote" is no length of it
BESIDE_EVENT = in_order(word_list("phrases", "beside-an-event"), gap=BLANK)
BESIDE = re.compile(rf"\s{{1,3}}{BESIDE_EVENT}\b", re.IGNORECASE)
# those of 2001 need no year
ATTACKS = re.compile(r"Sept(?:ember|\.)?\s11(?:th)?,?\s(?:terror|attack|hijack)", re.IGNORECASE)
ANY_DAY = "2000-01-01"  # where only it counts whether words mean a date
BRACKET = 60  # characters from a bracket after a name to the dates in it
LIFETIME = range(16, 115)  # years between the dates of a life; fewer may be those of an office
LOOK_BACK = 14  # characters: the longest introducing words with their blanks

Place = tuple[int, int]


def find_times(doc: Doc, article: Article) -> list[Mention]:
    """Return the time expressions of an article, in text order, none inside another.

    A preposition stays outside ("on Friday"), but "since", "until", "before", "after" and both ends
    of a span belong to the expression. Ages ("44-year-old") are none. The value is empty if the
    words cannot be worked out.
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
        mentions.append(
            Mention(passage, passage.of(article.text), Kind.TIME, head=_head(span), time=value)
        )
    return mentions


def _value(
    text: str, start: int, end: int, published: str, past: bool | None, last: str
) -> TimeValue:
    """Return what the words mean where they stand.

    A length that is the distance from something else is left open.
    """
    words = "9/11" if ATTACKS.match(text, start) else text[start:end]
    value = resolve(words, published, past=past, last=last) or TimeValue()
    is_distance = bool(value.duration) and BESIDE.match(text, end) is not None
    return TimeValue() if is_distance else value


def _found(doc: Doc, text: str) -> Iterator[Span]:
    for start, end in search(text):
        span = doc.char_span(start, end)
        if span is None:
            span = doc.char_span(start, end, alignment_mode="contract")
        if span is not None and is_time(span):
            yield span


def _with_entities(doc: Doc, places: list[Place]) -> list[Place]:
    """Add what only the statistical model saw, if the words mean a time."""
    taken = frozenset(chain.from_iterable(range(start, end) for start, end in places))
    seen = [
        (entity.start_char, entity.end_char)
        for entity in doc.ents
        if taken.isdisjoint(range(entity.start_char, entity.end_char)) and _means_time(entity)
    ]
    return sorted([*places, *seen])


def _means_time(entity: Span) -> bool:
    """Return whether an entity of the model is a time that the rules understand, and no age."""
    text = entity.text
    if entity.label_ not in TIME_ENTITIES or len(text) > LONGEST or AGE.search(text):
        return False
    return resolve(text, "") is not None and is_time(entity)


def _joined(doc: Doc, text: str, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the two ends of a span as one, and take in "since", "until" and the like before it."""
    i = 0
    while i < len(places):
        start, end = places[i]
        after = places[i + 1] if i + 1 < len(places) else None
        i += 1
        if after is None:
            yield _introduced(text, start, end)
        elif _is_life(doc, text, (start, end), after):
            yield start, end
        elif (opening := _pair_start(text, (start, end), after)) is not None:
            yield opening, after[1]
            i += 1
        else:
            yield _introduced(text, start, end)


def _is_life(doc: Doc, text: str, first: Place, second: Place) -> bool:
    """Return whether two dates are those of birth and death, in brackets after a person's name.

    They are no span of one event.
    """
    is_joined = TO.fullmatch(text[first[1] : second[0]]) is not None
    if not is_joined or text[second[1] : second[1] + 1] != ")":
        return False
    bracket = text.rfind("(", max(0, first[0] - BRACKET), first[0])
    name = doc.char_span(bracket, bracket + 1, alignment_mode="expand") if bracket > 0 else None
    if name is None or name.start == 0 or ")" in text[bracket : first[0]]:
        return False
    before = doc[name.start - 1]
    if before.is_punct and before.i:
        before = before.nbor(-1)
    born = _year_of(text[first[0] : first[1]])
    died = _year_of(text[second[0] : second[1]])
    if before.pos_ != "PROPN" or born is None or died is None:
        return False
    return _is_lifetime(died - born, of_person=before.ent_type_ == "PERSON")


def _year_of(words: str) -> int | None:
    """Return the year of a single date; None for any other time."""
    value = resolve(words, "")
    return int(value.start[:4]) if value is not None and value.is_point else None


def _is_lifetime(age: int, *, of_person: bool) -> bool:
    """Return whether somebody may have lived so many years; one whom the model sees, few."""
    return age in LIFETIME or (of_person and 0 <= age <= max(LIFETIME))


def _pair_start(text: str, first: Place, second: Place) -> int | None:
    """Return where a span of two dates starts; None if the two are no span."""
    before = text[max(0, first[0] - LOOK_BACK) : first[0]]
    between = text[first[1] : second[0]]
    left, joint = (BETWEEN, AND) if AND.fullmatch(between) else (FROM, TO)
    if not joint.fullmatch(between):
        return None
    opening = left.search(before)
    if opening is None and joint is AND:
        return None
    start = first[0] - len(opening.group()) if opening else first[0]
    value = resolve(text[start : second[1]], ANY_DAY)
    return start if value is not None and value.start and value.end else None


def _introduced(text: str, start: int, end: int) -> Place:
    """Return an expression with "since" or "until" before it, or "onwards" after it.

    It stays as it is if it means no date with them.
    """
    before = text[max(0, start - LOOK_BACK) : start]
    after = ONWARDS.match(text, end)
    if after:
        opening = FROM.search(before)
        return start - len(opening.group()) if opening else start, after.end()
    introducing = INTRODUCING.search(before)
    if introducing:
        wider = start - len(introducing.group())
        value = resolve(text[wider:end], ANY_DAY, last=ANY_DAY)
        if value and (value.start or value.end):
            return wider, end
    return start, end


def _head(span: Span) -> int:
    """Return where the word starts through which the expression hangs in its sentence.

    Under "since", it is its noun.
    """
    inside = range(span.start, span.end)
    words = [token for token in span if not token.is_punct and token.pos_ not in NO_HEAD]
    hanging = [token for token in words if token.head.i not in inside or token.head == token]
    governed = [token for token in words if token.head.pos_ in ADPOSITIONS]
    heads = hanging[-1:] or governed[:1] or words[-1:] or [span[-1]]
    return heads[0].idx
