"""Rules for lengths of time: "32-hour", "two and a half years", "half an hour".

They give an xsd:duration. Months and years, days, and hours do not mix: "a year and a half" is
P18M. Weeks count as seven days, for xsd has no weeks. A weekend has no length that holds
everywhere: it may begin on Friday evening or be a long one, and three weekends lie weeks apart.
TIMEX3 has a unit of its own for it (P1WE), xsd has none.
"""

import re
from decimal import Decimal

from kg.lang.en import word_list, word_values
from kg.model import TimeValue
from kg.text.timex.anchor import Anchor
from kg.text.timex.dates import UNKNOWN
from kg.text.timex.rules import Rules, Said, rule
from kg.text.timex.words import AND, CARDINAL, UNIT, A, cardinal, in_order, unit, words_in_order

LENGTHS = word_values("units", "length")
LENGTH = re.compile(r"(PT?)(\d+)(\w)")
HALF = Decimal("0.5")
NONE = Decimal(0)


def duration(count: Decimal, one: str) -> str:
    """Return the xsd:duration of so many units.

    Empty if they are no whole number of a smaller unit, and for weekends.

    >>> duration(Decimal("1.5"), "hour"), duration(Decimal(3), "week")
    ('PT90M', 'P21D')
    >>> duration(Decimal("2.5"), "year")
    'P30M'
    >>> duration(Decimal(1), "weekend")
    ''
    """
    smaller_units = LENGTHS.get(one, "")
    for start, size, designator in LENGTH.findall(smaller_units):
        whole = count * int(size)
        is_whole = whole == whole.to_integral_value()
        if whole > 0 and is_whole:
            return f"{start}{int(whole)}{designator}"
    return ""


COUNT = rf"(?P<count>{CARDINAL}|{A})"
FIRST_COUNT = rf"(?P<count1>{CARDINAL}|{A})"
AND_SECOND_COUNT = rf"(?:,| {AND})? (?P<count2>{CARDINAL}) "


def _two_units(longer: str, shorter: str) -> str:
    """Return a pattern for a unit of one class, a count, and a unit of another class."""
    first = words_in_order("units", longer)
    second = words_in_order("units", shorter)
    return rf"(?P<unit1>{first}){AND_SECOND_COUNT}(?P<unit2>{second})"


CALENDAR = _two_units("longer-of-calendar", "shorter-of-calendar")
CLOCK = _two_units("longer-of-clock", "shorter-of-clock")
HALF_WORD = words_in_order("numbers", "half-length")
HALF_MORE = word_list("phrases", "half-more")
JOINT = r"(?: |-)"
AND_A_HALF = in_order(HALF_MORE, gap=JOINT)
UNIT_AND_A_HALF = rf"(?P<unit>{UNIT}) {in_order(HALF_MORE)}\b"
WHOLE = words_in_order("adjectives", "whole-length")
TO_OR = words_in_order("function_words", "between-counts")
BETWEEN_COUNTS = rf"(?:\s?[-–]\s?|-? {TO_OR} )"
ONE_UNIT = rf"(?P<unit>{UNIT})"
OLD = words_in_order("adjectives", "of-an-age")
NOT_AN_AGE = rf"(?![\s-]{{1,3}}{OLD}\b)"
COMPOUND: Rules = []
PLAIN: Rules = []


def _length(said: Said, number: str = "", more: Decimal = NONE) -> str:
    """Return the duration of a count of a unit in the words; `number` ends the names of both."""
    count = cardinal(said[f"count{number}"])
    one = unit(said[f"unit{number}"])
    return duration(count + more, one)


@rule(COMPOUND, rf"{FIRST_COUNT} {CALENDAR}{NOT_AN_AGE}", rf"{FIRST_COUNT} {CLOCK}")
def _hours_and_minutes(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "two hours and five minutes" means."""
    first = _length(said, "1")
    second = _length(said, "2")
    if not first or not second:
        return UNKNOWN
    is_one_unit = first[-1] == second[-1]
    if is_one_unit:
        return UNKNOWN
    both = first + second.lstrip("PT")
    return TimeValue(duration=both)


@rule(
    COMPOUND,
    rf"{COUNT}{JOINT}{AND_A_HALF}{JOINT}{ONE_UNIT}\b{NOT_AN_AGE}",
    rf"{COUNT} {UNIT_AND_A_HALF}{NOT_AN_AGE}",
)
def _and_a_half(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "two and a half years" means."""
    length = _length(said, more=HALF)
    return TimeValue(duration=length)


@rule(COMPOUND, rf"{HALF_WORD}{JOINT}(?:{A}{JOINT})?{ONE_UNIT}")
def _half(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "half an hour" means."""
    length = duration(HALF, said.unit)
    return TimeValue(duration=length)


@rule(PLAIN, rf"{COUNT}(?: {WHOLE})?[\s-]{ONE_UNIT}\b{NOT_AN_AGE}")
def _plain(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "32-hour" means."""
    length = _length(said)
    return TimeValue(duration=length)


@rule(PLAIN, rf"{CARDINAL}{BETWEEN_COUNTS}{CARDINAL}[\s-]{ONE_UNIT}\b{NOT_AN_AGE}")
def _unknown(said: Said, anchor: Anchor) -> TimeValue:
    """Return nothing: "two to three days" is no single length."""
    return UNKNOWN
