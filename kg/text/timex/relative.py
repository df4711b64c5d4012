"""Rules for dates that are counted from another date.

"Thursday", "last month", "three years ago", "the following day".
"""

import re
from datetime import date

from kg.lang.en import (
    word_numbers,
    word_set,
)
from kg.model import TimeValue
from kg.text.timex.anchor import Anchor
from kg.text.timex.dates import (
    UNKNOWN,
    day_of,
    day_point,
    period,
)
from kg.text.timex.rules import (
    Rules,
    Said,
    rule,
)
from kg.text.timex.words import (
    CARDINAL,
    DAYS_IN,
    DEFINITE,
    LAST_THIS_NEXT,
    MONTH,
    MONTH_NOUN,
    OF,
    OFFSET,
    ONE_UNIT,
    ORDINAL_ENDING,
    PARTS_OF_A_DAY,
    THE,
    UNIT,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR_NOUN,
    A,
    Which,
    cardinal,
    either,
    in_order,
    maybe,
    words_in_order,
)

DAY_WORDS = word_numbers("times", "day-word")
FROM_LAST = word_numbers("times", "from-last")
BESIDE_LAST = word_numbers("times", "beside-last")
DIRECTIONS = word_numbers("times", "later-or-earlier")
FARTHEST = 1000  # "1,000 years ago" is no date
# Units of which several make no span of dates: they are too short, or lie apart ("two weekends").
NO_WINDOW = frozenset(PARTS_OF_A_DAY) | word_set("units", "no-window")
# Units of which the past one is the calendar unit before, not a window up to the article's date.
NO_PAST_WINDOW = word_set("units", "no-past-window")
UP_TO_NOW = word_set("times", "window-up-to-now")
WHOLE_DAYS = word_set("units", "counted-in-whole-days")
WITHOUT_ITS_OWN = word_set("units", "without-its-own")

UNCERTAIN_COUNT = words_in_order("phrases", "uncertain-count")
UNCERTAIN = rf"(?:(?P<uncertain>{UNCERTAIN_COUNT}) )?"
ABOUT = maybe(words_in_order("function_words", "about-a-count"))
COUNT = rf"(?P<count>{CARDINAL}|{A}|{VAGUE})"
COUNTED_UNIT = rf"(?P<unit>{UNIT})"
COUNTED = rf"{UNCERTAIN}{ABOUT}{COUNT} {COUNTED_UNIT}"
NEAR = rf"(?P<which>{either(WHICH)})"
BESIDE_LAST_WEEKDAY = words_in_order("times", "beside-the-last-weekday")
BESIDE = rf"(?:{THE}(?P<beside>{BESIDE_LAST_WEEKDAY})|{NEAR})"
BESIDE_LAST_DATE = words_in_order("times", "beside-the-last-date")
UNIT_BESIDE_LAST = words_in_order("times", "unit-beside-last")
FROM_DATE = rf"(?P<which>(?:{THE}{BESIDE_LAST_DATE}|{UNIT_BESIDE_LAST}))"
THIS_UNIT = rf"(?P<which>{words_in_order('times', 'this-unit')})"
WINDOW = words_in_order("times", "counted-window")
OF_WEEK = rf"(?:,? {maybe(OF)}(?P<week>{LAST_THIS_NEXT}) {words_in_order('units', 'week')})?"
ORDINAL_DAY = rf"(?P<day>[12]?\d|3[01]){ORDINAL_ENDING}"
UNIT_BESIDE = rf"(?P<unit>{words_in_order('units', 'beside-last')})"
BEFORE_OR_LATER = rf"(?P<way>{in_order(BESIDE_LAST)})(?=\s?[,.;)]|$)"
OWN_PART = words_in_order("times", "own-part")
OWN_UNIT = rf"(?P<unit>{words_in_order('units', 'own')})"
YEAR_END = rf"(?P<unit>{YEAR_NOUN})(?:-| |[’']s ){words_in_order('times', 'end-of-year')}"
OTHER = words_in_order("adjectives", "every-other")
EVERY = rf"{words_in_order('function_words', 'every')} (?:(?:{OTHER}|{CARDINAL}) )?"
WEEKEND = words_in_order("units", "weekend")
OWN_WEEKEND = rf"{words_in_order('function_words', 'before-own-weekend')} {WEEKEND}"
RECURRING = rf"(?:{UNIT}|{WEEKEND}|{WEEKDAY}|{MONTH}|{words_in_order('times', 'every-time')})"
BEFORE_VAGUE = words_in_order("function_words", "before-vague-count")
AGO = words_in_order("adverbs", "ago")
ZONE = words_in_order("times", "time-zone")
HOURS = words_in_order("units", "hours-of-clock")
CLOCK = r"(?:[01]?\d|2[0-3])"
CLOCKS = (
    rf"{CLOCK}(?:[:.][0-5]\d)?\s?[ap]\.?m\b\.?(?: {ZONE}\b)?",
    rf"{CLOCK}:[0-5]\d(?: (?:{HOURS}|{ZONE})\b)?",
    words_in_order("times", "noon"),
)
AFTERWARDS = in_order([way for way, sign in DIRECTIONS.items() if sign > 0])
PARTS = in_order([*PARTS_OF_A_DAY, *(f"{part}s" for part in PARTS_OF_A_DAY)])
LATER_ON_THE_DAY = rf"{ABOUT}(?:{CARDINAL}|{A}) {PARTS} {AFTERWARDS}"
RULES: Rules = []


def _is_vague(count: str) -> bool:
    """Return whether a count is one that names no number: "several"."""
    return re.fullmatch(VAGUE, count, re.IGNORECASE) is not None


def _count(said: Said) -> int:
    """Return how many units there are; 0 if the words leave it open."""
    if said["uncertain"] or _is_vague(said["count"]):
        return 0
    number = cardinal(said["count"])
    is_whole = number == number.to_integral_value()
    if not is_whole or number >= FARTHEST:
        return 0
    return int(number)


def distance_from_last(said: Said) -> int:
    """Return how many units lie between the date named before and the one that is meant."""
    which = said["which"].removeprefix("the ").removeprefix("this ")
    return FROM_LAST.get(which, 0)


@rule(RULES, rf"{COUNTED} {AGO}")
def _ago(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "three years ago" means."""
    size = _count(said)
    if not size:
        return UNKNOWN
    return anchor.shift(said.unit, -size)


@rule(RULES, rf"{COUNTED} (?P<way>{in_order(DIRECTIONS)})")
def _later(said: Said, anchor: Anchor) -> TimeValue:
    """Return the point so long after or before the date named before.

    "A year earlier" counts from the article's date if there is none.
    """
    one = said.unit
    size = _count(said)
    if not size:
        return UNKNOWN
    count = size * DIRECTIONS[said["way"]]
    if count < 0 and not anchor.last:
        return anchor.shift(one, count)
    if one in WHOLE_DAYS:
        return anchor.from_last("day", DAYS_IN[one] * count)
    return anchor.from_last(one, count)


@rule(RULES, rf"{THE}(?P<which>{WINDOW}) {COUNT} {COUNTED_UNIT}")
def _windows(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the last three days" means."""
    one = said.unit
    if one in NO_WINDOW or _is_vague(said["count"]):
        return UNKNOWN
    size = int(cardinal(said["count"]))
    which = WHICH.get(said["which"])
    if which == Which.NEXT:
        return anchor.window(one, size)
    return anchor.window(one, -size)


@rule(RULES, rf"{DEFINITE} {UNIT_BESIDE} {BEFORE_OR_LATER}")
def _beside_last(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the day before" means, of a day that was named before."""
    distance = BESIDE_LAST[said["way"]]
    return anchor.from_last(said.unit, distance)


@rule(RULES, rf"(?P<word>{either(DAY_WORDS)})")
def _day_word(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "yesterday" means."""
    offset = DAY_WORDS[said["word"]]
    return anchor.period("day", offset)


@rule(RULES, rf"(?:{BESIDE} )?(?P<weekday>{WEEKDAY}){OF_WEEK}")
def _weekday(said: Said, anchor: Anchor) -> TimeValue:
    """Return a weekday of a named week, beside the date named before, or near the article's day.

    In the last case it is the nearest in the tense of its clause.
    """
    number = WEEKDAYS[said["weekday"]]
    if beside := said["beside"]:
        last = day_of(anchor.last)
        return _on_weekday(last, number, FROM_LAST[beside])
    if week := said["week"]:
        days = 7 * OFFSET[week]
        return _on_weekday(anchor.day, number, Which.THIS, days)
    if which := said["which"]:
        return _on_weekday_of(WHICH[which], number, anchor)
    return anchor.nearest_weekday(number)


def _on_weekday_of(which: int, number: int, anchor: Anchor) -> TimeValue:
    """Return a weekday of the week before, this one or the next; "left this Friday" looks back."""
    value = _on_weekday(anchor.day, number, which)
    if which == Which.THIS and anchor.past and value.start > anchor.iso:
        return anchor.nearest_weekday(number)
    return value


def _on_weekday(base: date | None, number: int, which: int, more: int = 0) -> TimeValue:
    """Return the weekday in the week of a day, or strictly before or after it; then days on."""
    if base is None:
        return UNKNOWN
    ahead = number - base.weekday()
    match which:
        case Which.NEXT if ahead <= 0:
            ahead += 7
        case Which.LAST if ahead >= 0:
            ahead -= 7
    return period(base, "day", ahead + more)


@rule(RULES, rf"{DEFINITE} {ORDINAL_DAY} {OF} (?P<which>{LAST_THIS_NEXT}) {MONTH_NOUN}")
def _day_of_month(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the 5th of last month" means."""
    offset = OFFSET[said["which"]]
    month_meant = anchor.period("month", offset).start
    if not month_meant:
        return UNKNOWN
    year, number = map(int, month_meant.split("-"))
    day = int(said["day"])
    return day_point(year, number, day)


@rule(RULES, OWN_WEEKEND)
def _weekend(said: Said, anchor: Anchor) -> TimeValue:
    """Return the nearest weekend that has begun; in a future clause, that has not ended."""
    if not anchor.day:
        return UNKNOWN
    has_begun = anchor.day.weekday() >= WEEKDAYS["saturday"]
    if has_begun or anchor.past is False:
        return anchor.period("weekend", 0)
    return anchor.period("weekend", -1)


@rule(RULES, rf"{THIS_UNIT} (?P<unit>{ONE_UNIT})")
def _unit(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "last month" and "this week" mean."""
    one = said.unit
    which = said["which"]
    if which in UP_TO_NOW and one not in NO_PAST_WINDOW:
        return anchor.window(one, -1)
    if one in WITHOUT_ITS_OWN:
        return UNKNOWN
    offset = WHICH[which.removeprefix("the ")]
    return anchor.period(one, offset)


@rule(RULES, rf"{FROM_DATE} (?P<unit>{ONE_UNIT})")
def _unit_from_last(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the following day" means."""
    distance = distance_from_last(said)
    return anchor.from_last(said.unit, distance)


@rule(RULES, rf"{THE}{OWN_PART} {OF} {DEFINITE} {OWN_UNIT}", rf"{THE}{YEAR_END}")
def _own_unit(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the end of the year" means: the whole of it."""
    return anchor.period(said.unit, 0)


@rule(
    RULES,
    rf"{EVERY}{RECURRING}",
    rf"(?:(?:{THE}{WINDOW}|{BEFORE_VAGUE}) )?{VAGUE} (?:{UNIT}s?)",
    *CLOCKS,
)
def _unknown(said: Said, anchor: Anchor) -> TimeValue:
    """Return nothing: "every Monday", "several days" and "5 p.m." are no dates."""
    return UNKNOWN
