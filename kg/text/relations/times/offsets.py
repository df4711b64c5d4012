"""Dates given as an offset from another in the sentence.

Examples are "on June 5, three days before the vote" and "a day after he was shot on Monday". A
distance counts only in the unit that the date is precise to: days from a day, months from a month,
years from a year. Writers round all others ("six months after", said of a Tuesday), and no distance
that is hedged ("about two days", "less than a week") gives a date.
Source: anchored durations of TIMEX3 (TimeML annotation guidelines 1.2.1, `beginPoint` and
`endPoint`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from kg.lang.en import word_list, word_numbers
from kg.model import Mention, Passage, TimeValue
from kg.text.syntax import CLAUSAL, Document, with_label, with_word

Dates = Callable[[Token], list[Mention]]

DIRECTION = word_numbers("function_words", "before-or-after")
NUMBERS = word_numbers("numbers", "distance-in-time")
PRECISION = word_numbers("times", "unit-of-distance")
HEDGES = word_list("function_words", "hedge-before-distance")
# `(?a:`: in other letters ("ſix") a word is not in the tables
UNIT = rf"(?a:{'|'.join(PRECISION)})"
COUNT = rf"(?a:{'|'.join(NUMBERS)})|\d{{1,2}}"
DISTANCE = re.compile(
    rf"(?<![\w.,–-])(?:(?P<one>an?|one|the)\s(?P<unit>{UNIT})"
    rf"|(?P<count>{COUNT})\s(?P<units>{UNIT})s)\s$",
    re.IGNORECASE,
)
HEDGED = re.compile(rf"\b(?:{'|'.join(HEDGES)})\s$", re.IGNORECASE)
LONGEST = 24  # characters of a distance


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units from one event to another.

    `passage` covers the words up to and including "before" or "after".
    """

    passage: Passage
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two events tied by "before" or "after".

    They are the noun or verb below that `word`, and the verb whose time it gives.
    """

    word: Token
    below: Token
    verb: Token


def offset_dates(token: Token, document: Document, own: Dates) -> list[Mention]:
    """Return the date of a verb or noun that is so far from another with a date; else nothing.

    `own` gives the dates that stand at a verb or noun.
    """
    for tie in _ties(token):
        distance = _distance(tie.word, document)
        if distance is None:
            continue
        direction = DIRECTION[tie.word.lower_]
        if tie.verb == token:
            dates = own(tie.below)
            count = direction * distance.count
        else:
            dates = [time for time in own(tie.verb) if _is_of_verb(time, tie, distance)]
            count = -direction * distance.count
        moved = _first_moved(dates, distance, count, document)
        if moved is not None:
            return [moved]
    return []


def _ties(token: Token) -> Iterator[Tie]:
    """Yield the ties of a verb or noun: to the verb above it, then to what stands below it."""
    linked = with_label(token.children, "prep", "npadvmod")
    below = [grandchild for child in linked for grandchild in child.children]
    for lower in (token, *token.children, *below):
        tie = _tied(lower)
        if tie is not None and token in (tie.below, tie.verb):
            yield tie


def _tied(token: Token) -> Tie | None:
    """Return the tie of a noun or clause to the verb above it; None if there is none."""
    head = token.head
    if token.dep_ == "pobj" and head.lower_ in DIRECTION and head.head.pos_ in CLAUSAL:
        return Tie(head, token, head.head)
    if token.dep_ not in ("advcl", "relcl"):
        return None
    is_after_unit = token.dep_ == "relcl" and head.dep_ == "npadvmod"  # "a day after he left"
    above = head.head if is_after_unit else head
    marks = with_word(with_label(token.children, "mark"), *DIRECTION)
    return Tie(marks[0], token, above) if marks and above.pos_ in CLAUSAL else None


def _distance(word: Token, document: Document) -> Distance | None:
    """Return the distance that stands right before "before" or "after"."""
    text = document.article.text
    start = max(0, word.idx - LONGEST)
    match = DISTANCE.search(text[start : word.idx])
    if match is None or HEDGED.search(text[: start + match.start()][-LONGEST:]):
        return None
    passage = Passage(document.article.id, start + match.start(), word.idx + len(word))
    if match["one"]:
        return Distance(passage, match["unit"].lower(), 1)
    count = NUMBERS.get(match["count"].lower()) or int(match["count"])
    return Distance(passage, match["units"].lower(), count)


def _is_of_verb(mention: Mention, tie: Tie, distance: Distance) -> bool:
    """Return whether a date stands on the verb's side of the distance.

    In "resigned two days after the vote on Monday" Monday is the day of the vote, however it was
    parsed.
    """
    is_behind = tie.below.i < tie.verb.i and mention.head > tie.verb.idx
    return is_behind or mention.head < distance.passage.start


def _first_moved(
    dates: list[Mention], distance: Distance, count: int, document: Document
) -> Mention | None:
    """Return the first date that can be moved by so many units, as a mention of the distance."""
    for mention in dates:
        start = _moved(mention.time, distance.unit, count)
        if start:
            passage = distance.passage
            words = passage.of(document.article.text)
            time = TimeValue(start)
            return replace(mention, passage=passage, text=words, head=passage.start, time=time)
    return None


def _moved(time: TimeValue | None, unit: str, count: int) -> str:
    """Return the ISO date so many units from a time; empty if the units do not fit it."""
    if time is None or not time.is_point or len(time.start) != PRECISION[unit]:
        return ""
    return _shifted(time.start, unit, count)


def _shifted(iso: str, unit: str, count: int) -> str:
    """Return an ISO date so many units later; empty if the calendar ends before.

    >>> _shifted("2021-02-26", "day", 3), _shifted("2021-02", "month", -3)
    ('2021-03-01', '2020-11')
    >>> _shifted("2021", "year", 2)
    '2023'
    """
    try:
        if unit == "day":
            return (date.fromisoformat(iso) + timedelta(days=count)).isoformat()
        if unit == "year":
            return date(int(iso) + count, 1, 1).isoformat()[:4]
        months = int(iso[:4]) * 12 + int(iso[5:7]) - 1 + count
        year, month = divmod(months, 12)
        return date(year, month + 1, 1).isoformat()[:7]
    except (ValueError, OverflowError):
        return ""
