"""Rules for lengths of time: "32-hour", "two and a half years", "half an hour".

They give an xsd:duration. Months and years, days, and hours do not mix: "a year and a half" is
P18M. Weeks count as seven days, for xsd has no weeks. A weekend has no length that holds
everywhere: it may begin on Friday evening or be a long one, and three weekends lie weeks apart.
TIMEX3 has a unit of its own for it (P1WE), xsd has none.
"""

import re
from decimal import Decimal

from kg.model import TimeValue
from kg.text.timex.anchor import Anchor, Rule
from kg.text.timex.dates import UNKNOWN
from kg.text.timex.words import CARDINAL, GAP, UNIT, cardinal, unit, words_in_order

# How many of which smaller designator a unit has. A fraction of a unit is written in a smaller one
# (the last two figures).
# A unit of `words.UNITS` that is not here has no length.
LENGTHS = {
    "century": ("Y", 100, "Y", 1),
    "decade": ("Y", 10, "Y", 1),
    "year": ("Y", 1, "M", 12),
    "quarter": ("M", 3, "M", 1),
    "month": ("M", 1, "", 0),
    "fortnight": ("D", 14, "D", 1),
    "week": ("D", 7, "D", 1),
    "night": ("D", 1, "", 0),
    "day": ("D", 1, "TH", 24),
    "hour": ("TH", 1, "TM", 60),
    "minute": ("TM", 1, "TS", 60),
    "second": ("TS", 1, "", 0),
}
HALF = Decimal("0.5")
NOT_AN_AGE = rf"(?![\s-]{{1,3}}{words_in_order('adjectives', 'of-an-age')}\b)"


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
    if one not in LENGTHS:
        return ""
    designator, size, smaller, parts = LENGTHS[one]
    whole = count * size
    if whole != whole.to_integral_value():
        designator, whole = smaller, whole * parts
    is_whole = whole == whole.to_integral_value()
    if not designator or whole <= 0 or not is_whole:
        return ""
    of_clock = "T" if designator.startswith("T") else ""
    return f"P{of_clock}{int(whole)}{designator.removeprefix('T')}"


def _plain(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return TimeValue(duration=duration(cardinal(match["count"]), unit(match["unit"])))


def _and_a_half(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return TimeValue(duration=duration(cardinal(match["count"]) + HALF, unit(match["unit"])))


def _half(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return TimeValue(duration=duration(HALF, unit(match["unit"])))


def _hours_and_minutes(match: re.Match[str], anchor: Anchor) -> TimeValue:
    parts = [duration(cardinal(match[f"count{i}"]), unit(match[f"unit{i}"])) for i in (1, 2)]
    if not all(parts) or parts[0][-1] == parts[1][-1]:
        return UNKNOWN
    shared = "PT" if parts[0].startswith("PT") else "P"
    return TimeValue(duration=parts[0] + parts[1].removeprefix(shared))


def _unknown(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return UNKNOWN


COUNT = rf"(?P<count>{CARDINAL}|an?)"
FIRST_COUNT = rf"(?P<count1>{CARDINAL}|an?)"
AND_SECOND_COUNT = rf"(?:,|{GAP}and)?{GAP}(?P<count2>{CARDINAL}){GAP}"
CALENDAR = rf"(?P<unit1>years?){AND_SECOND_COUNT}(?P<unit2>months?)"
CLOCK = rf"(?P<unit1>hours?|minutes?){AND_SECOND_COUNT}(?P<unit2>minutes?|seconds?)"
JOINT = rf"(?:{GAP}|-)"
WHOLE = words_in_order("adjectives", "whole-length")
BETWEEN_COUNTS = rf"(?:\s?[-–]\s?|-?{GAP}(?:to|or){GAP})"
COMPOUND: tuple[Rule, ...] = (
    (rf"{FIRST_COUNT}{GAP}{CALENDAR}{NOT_AN_AGE}", _hours_and_minutes),
    (rf"{FIRST_COUNT}{GAP}{CLOCK}", _hours_and_minutes),
    (
        rf"{COUNT}{JOINT}and{JOINT}a{JOINT}half{JOINT}(?P<unit>{UNIT})\b{NOT_AN_AGE}",
        _and_a_half,
    ),
    (rf"{COUNT}{GAP}(?P<unit>{UNIT}){GAP}and{GAP}a{GAP}half\b{NOT_AN_AGE}", _and_a_half),
    (rf"half{JOINT}(?:an?{JOINT})?(?P<unit>{UNIT})", _half),
)
PLAIN: tuple[Rule, ...] = (
    (rf"{COUNT}(?:{GAP}{WHOLE})?[\s-](?P<unit>{UNIT})\b{NOT_AN_AGE}", _plain),
    (rf"{CARDINAL}{BETWEEN_COUNTS}{CARDINAL}[\s-](?P<unit>{UNIT})\b{NOT_AN_AGE}", _unknown),
)
