"""Dates reckoned from another in the sentence: "on June 5, three days before the vote", "a day after he was shot on Monday".

A distance counts only in the unit that the date is precise to: days from a day, months from a month, years from a year. Writers
round all others ("six months after", told of a Tuesday), and no distance that is hedged ("about two days", "less than a week")
gives a date.
Source: anchored durations of TIMEX3 (TimeML annotation guidelines 1.2.1, `beginPoint` and `endPoint`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from kg.lang.en import word_list, word_numbers
from kg.model import Mention, Passage, TimeValue
from kg.text.syntax import Document

Dates = Callable[[Token], list[Mention]]

DIRECTION = word_numbers("function_words", "before-or-after")
NUMBERS = word_numbers("numbers", "distance-in-time")
PRECISION = word_numbers("times", "unit-of-distance")
UNIT = (
    rf"(?a:{'|'.join(PRECISION)})"  # `(?a:`: in other letters ("ſix") a word is not in the tables
)
DISTANCE = re.compile(
    rf"(?<![\w.,–-])(?:(?P<one>an?|one|the)\s(?P<unit>{UNIT})"
    rf"|(?P<count>(?a:{'|'.join(NUMBERS)})|\d{{1,2}})\s(?P<units>{UNIT})s)\s$",
    re.IGNORECASE,
)
HEDGES = word_list("function_words", "hedge-before-distance")
HEDGED = re.compile(rf"\b(?:{'|'.join(HEDGES)})\s$", re.IGNORECASE)
LONGEST = 24  # characters of a distance


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units from one happening to another; `passage` covers the words up to and including "before" or "after"."""

    passage: Passage
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two happenings tied by "before" or "after": the noun or verb below that `word`, and the verb whose time it tells."""

    word: Token
    below: Token
    verb: Token


def reckoned(token: Token, document: Document, own: Dates) -> list[Mention]:
    """The date of a verb or noun that is so far from another with a date; `own` gives the dates that stand at a verb or noun."""
    for tie in _ties(token):
        distance = _distance(tie.word, document)
        if distance is None:
            continue
        direction = DIRECTION[tie.word.lower_]
        if tie.verb == token:
            dates, sign = own(tie.below), direction
        else:
            dates, sign = (
                [each for each in own(tie.verb) if _is_of_verb(each, tie, distance)],
                -direction,
            )
        for each in dates:
            if (found := _moved(each, distance, sign, document)) is not None:
                return [found]
    return []


def _ties(token: Token) -> Iterator[Tie]:
    """The ties of a verb or noun: to the verb above it, then to what stands below it."""
    below = [
        grandchild
        for child in token.children
        if child.dep_ in ("prep", "npadvmod")
        for grandchild in child.children
    ]
    for each in (token, *token.children, *below):
        tie = _tied(each)
        if tie is not None and token in (tie.below, tie.verb):
            yield tie


def _tied(token: Token) -> Tie | None:
    """The tie of a noun or clause to the verb above it; nothing where there is none."""
    if (
        token.dep_ == "pobj"
        and token.head.lower_ in DIRECTION
        and token.head.head.pos_ in ("VERB", "AUX")
    ):
        return Tie(token.head, token, token.head.head)
    if token.dep_ not in ("advcl", "relcl"):
        return None
    mark = next(
        (child for child in token.children if child.dep_ == "mark" and child.lower_ in DIRECTION),
        None,
    )
    above = (
        token.head.head if token.dep_ == "relcl" and token.head.dep_ == "npadvmod" else token.head
    )  # "a day after he left"
    return Tie(mark, token, above) if mark is not None and above.pos_ in ("VERB", "AUX") else None


def _distance(word: Token, document: Document) -> Distance | None:
    """The distance that stands right before "before" or "after"."""
    text = document.article.text
    start = max(0, word.idx - LONGEST)
    found = DISTANCE.search(text[start : word.idx])
    if found is None or HEDGED.search(text[: start + found.start()][-LONGEST:]):
        return None
    count = 1 if found["one"] else NUMBERS.get(found["count"].lower()) or int(found["count"])
    passage = Passage(document.article.id, start + found.start(), word.idx + len(word))
    return Distance(passage, (found["unit"] or found["units"]).lower(), count)


def _is_of_verb(each: Mention, tie: Tie, distance: Distance) -> bool:
    """True for a date that stands on the verb's side of the distance.

    In "resigned two days after the vote on Monday" Monday is the day of the vote, however it was parsed.
    """
    behind = tie.below.i < tie.verb.i and each.head > tie.verb.idx
    return behind or each.head < distance.passage.start


def _moved(each: Mention, distance: Distance, sign: int, document: Document) -> Mention | None:
    """The date that lies so far from that of a mention, as a mention of the distance; nothing where the units do not fit."""
    if (
        each.time is None
        or not each.time.is_point
        or len(each.time.start) != PRECISION[distance.unit]
    ):
        return None
    start = _shifted(each.time.start, distance.unit, sign * distance.count)
    words = distance.passage.of(document.article.text)
    return (
        replace(
            each,
            passage=distance.passage,
            text=words,
            head=distance.passage.start,
            time=TimeValue(start),
        )
        if start
        else None
    )


def _shifted(iso: str, unit: str, count: int) -> str:
    """An ISO date so many units later; empty where the calendar ends.

    >>> _shifted("2021-02-26", "day", 3), _shifted("2021-02", "month", -3), _shifted("2021", "year", 2)
    ('2021-03-01', '2020-11', '2023')
    """
    try:
        if unit == "day":
            return (date.fromisoformat(iso) + timedelta(days=count)).isoformat()
        if unit == "year":
            return date(int(iso) + count, 1, 1).isoformat()[:4]
        years, month = divmod(int(iso[:4]) * 12 + int(iso[5:7]) - 1 + count, 12)
        return date(years, month + 1, 1).isoformat()[:7]
    except (ValueError, OverflowError):
        return ""
