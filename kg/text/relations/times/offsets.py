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
from itertools import chain

from spacy.tokens import Token

from kg.lang.en import word_list, word_numbers
from kg.model import Mention, Passage, TimeValue
from kg.text.parse import children_with, first_child
from kg.text.parse.labels import PREPOSITIONS_AND_MEASURES, VERBS
from kg.text.relations.times.dates import point_of
from kg.text.syntax import Document

Dates = Callable[[Token], list[Mention]]

DIRECTION = word_numbers("function_words", "before-or-after")
NUMBERS = word_numbers("numbers", "distance-in-time")
PRECISION = word_numbers("times", "unit-of-distance")
HEDGES = word_list("function_words", "hedge-before-distance")
# `(?a:`: in other letters ("ſix") a word is not in the tables
UNIT = rf"(?a:{'|'.join(PRECISION)})"
COUNT = rf"(?a:{'|'.join(NUMBERS)})|\d{{1,2}}"
ONE = rf"(?:{'|'.join(word_list('function_words', 'one-unit'))})\s(?P<one>{UNIT})"
SEVERAL = rf"(?P<count>{COUNT})\s(?P<several>{UNIT})s"
DISTANCE = re.compile(rf"(?<![\w.,–-])(?:{ONE}|{SEVERAL})\s$", re.IGNORECASE)
HEDGED = re.compile(rf"\b(?:{'|'.join(HEDGES)})\s$", re.IGNORECASE)
ADVERBIAL_OR_RELATIVE = ("advcl", "relcl")
LONGEST = 24  # characters of a distance


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance of so many units from one event to another.

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
        count = DIRECTION[tie.word.lower_] * distance.count
        if tie.verb == token:
            moved = _first_moved(own(tie.below), distance, count, document)
        else:
            dates = [time for time in own(tie.verb) if _is_of_verb(time, tie, distance)]
            moved = _first_moved(dates, distance, -count, document)
        if moved is not None:
            return [moved]
    return []


def _ties(token: Token) -> Iterator[Tie]:
    """Yield the ties of a verb or noun: to the verb above it, then to what stands below it."""
    linked = children_with(token, *PREPOSITIONS_AND_MEASURES)
    below = chain.from_iterable(child.children for child in linked)
    for tie in filter(None, map(_tied, (token, *token.children, *below))):
        if token in (tie.below, tie.verb):
            yield tie


def _tied(token: Token) -> Tie | None:
    """Return the tie of a noun or clause to the verb above it; None if there is none."""
    word, above = _link_of_noun(token) if token.dep_ == "pobj" else _link_of_clause(token)
    if word is None or above.pos_ not in VERBS:
        return None
    return Tie(word, token, above)


def _link_of_noun(noun: Token) -> tuple[Token | None, Token]:
    """Return "before" or "after" above a noun, None for another word, and what is above that."""
    word = noun.head
    return word if word.lower_ in DIRECTION else None, word.head


def _link_of_clause(clause: Token) -> tuple[Token | None, Token]:
    """Return "before" or "after" in a clause, None for another, and what the clause hangs on.

    In "a day after he left" that is what the day hangs on.
    """
    above = clause.head
    if clause.dep_ not in ADVERBIAL_OR_RELATIVE:
        return None, above
    is_behind_unit = clause.dep_ == "relcl" and above.dep_ == "npadvmod"
    word = first_child(clause, "mark", words=DIRECTION)
    return word, above.head if is_behind_unit else above


def _distance(word: Token, document: Document) -> Distance | None:
    """Return the distance that stands right before "before" or "after"."""
    text = document.article.text
    start = max(0, word.idx - LONGEST)
    match = DISTANCE.search(text[start : word.idx])
    if match is None:
        return None
    start += match.start()
    if HEDGED.search(text[:start][-LONGEST:]):
        return None
    passage = Passage(document.article.id, start, word.idx + len(word))
    if match["one"]:
        return Distance(passage, match["one"].lower(), 1)
    return Distance(passage, match["several"].lower(), _number(match["count"].lower()))


def _number(words: str) -> int:
    return NUMBERS[words] if words in NUMBERS else int(words)


def _is_of_verb(mention: Mention, tie: Tie, distance: Distance) -> bool:
    """Return whether a date stands on the verb's side of the distance.

    In "resigned two days after the vote on Monday" Monday is the day of the vote, however it was
    parsed.
    """
    is_behind = tie.below.idx < tie.verb.idx < mention.head
    return is_behind or mention.head < distance.passage.start


def _first_moved(
    dates: list[Mention], distance: Distance, count: int, document: Document
) -> Mention | None:
    """Return the first date that can be moved by so many units, as a mention of the distance."""
    passage = distance.passage
    words = passage.of(document.article.text)
    for mention in dates:
        start = _moved(point_of(mention), distance.unit, count)
        if start:
            time = TimeValue(start)
            return replace(mention, passage=passage, text=words, head=passage.start, time=time)
    return None


def _moved(point: str, unit: str, count: int) -> str:
    """Return the ISO date so many units from another; empty if the units do not fit it."""
    return _shifted(point, unit, count) if len(point) == PRECISION[unit] else ""


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
        year, month = map(int, iso.split("-"))
        years, rest = divmod(month - 1 + count, 12)
        return date(year + years, rest + 1, 1).isoformat()[:7]
    except (ValueError, OverflowError):
        return ""
