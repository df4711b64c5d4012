"""Rules for months, seasons and numbered days of a month that are counted from another date.

"Last October", "the following spring", "the first Monday in April", "the last week of May".
"""

from collections.abc import Sequence
from datetime import date

from kg.lang.en import word_set
from kg.model import TimeValue
from kg.text.timex.anchor import Anchor
from kg.text.timex.dates import (
    UNKNOWN,
    days_from,
    first_day,
    last_day,
    month_iso,
    month_point,
    point,
    season_of,
)
from kg.text.timex.relative import (
    FROM_DATE,
    NEAR,
    distance_from_last,
)
from kg.text.timex.rules import (
    Rules,
    Said,
    rule,
)
from kg.text.timex.words import (
    DEFINITE,
    LAST_THIS_NEXT,
    MONTH,
    MONTH_NOUN,
    OF,
    OFFSET,
    ORDINAL,
    SEASONS,
    THE,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
    YEAR_NOUN,
    Which,
    either,
    maybe,
    month,
    ordinal,
    words_in_order,
)

SEASON = rf"(?P<season>{either(SEASONS)})"
OF_YEAR = rf"(?: {OF}|,)? (?:(?P<year>{YEAR})|(?P<of>{LAST_THIS_NEXT}) {YEAR_NOUN})"
LAST_IN_MONTH = word_set("times", "last-of-a-month")
NUMBERED = rf"{THE}(?P<number>{ORDINAL}|{either(LAST_IN_MONTH)})"
IN_MONTH = words_in_order("function_words", "before-month-of-a-numbered-day")
MONTH_OF_YEAR = rf"(?P<month>{MONTH})(?:,? {maybe(OF)}(?P<year>{YEAR}))?"
OWN_MONTH = rf"(?:(?P<which>{LAST_THIS_NEXT})|{DEFINITE}) {MONTH_NOUN}"
A_MONTH = rf"{IN_MONTH} (?:{MONTH_OF_YEAR}|{OWN_MONTH})"
WEEK = words_in_order("units", "week")
WEEKEND = words_in_order("units", "weekend")
DAYS_OF_WEEK = 7
RULES: Rules = []


@rule(RULES, rf"{NUMBERED} (?P<weekday>{WEEKDAY}) {A_MONTH}")
def _numbered_weekday(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the first Monday in April" means, nearest in the tense of its clause."""
    days = [
        day
        for first in _months(said, anchor)
        if (day := _nth(first, WEEKDAYS[said["weekday"]], _number(said)))
    ]
    return point(_nearest(days, anchor))


@rule(RULES, rf"{NUMBERED} {WEEK} {A_MONTH}")
def _numbered_week(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the first week of May" means: seven days from the first, or up to the last."""
    number = _number(said)
    spans = [value for first in _months(said, anchor) if (value := _week(first, number)).start]
    chosen = _nearest([value.start for value in spans], anchor)
    return next((value for value in spans if value.start == chosen), UNKNOWN)


@rule(RULES, rf"{NUMBERED} {WEEKEND} {A_MONTH}")
def _numbered_weekend(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the second weekend of May" means, by its Saturday."""
    saturdays = [
        day
        for first in _months(said, anchor)
        if (day := _nth(first, WEEKDAYS["saturday"], _number(said)))
    ]
    chosen = _nearest(saturdays, anchor)
    return days_from(first_day(chosen), 0, 1) if chosen else UNKNOWN


def _number(said: Said) -> int:
    """Return the number that is said; -1 for the last."""
    words = said["number"]
    return -1 if words in LAST_IN_MONTH else ordinal(words)


def _months(said: Said, anchor: Anchor) -> Sequence[date]:
    """Return the first days of the months that may be meant: one, or one for each year around."""
    if not said["month"]:
        own = anchor.period("month", OFFSET.get(said["which"], 0)).start
        return [first_day(own)] if own else []
    number = month(said["month"])
    if said["year"]:
        return [first_day(month_iso(int(said["year"]), number))]
    own_year = anchor.year(0)
    years = range(max(own_year - 1, 1), own_year + 2) if own_year else ()
    return [first_day(whole) for year in years if (whole := month_iso(year, number))]


def _nth(first: date, weekday: int, number: int) -> str:
    """Return the day of a month that is its n-th of that name; empty if it has none."""
    if number < 0:
        last = last_day(first.isoformat()[:7])
        back = (last.weekday() - weekday) % DAYS_OF_WEEK
        return last.replace(day=last.day - back).isoformat()
    ahead = (weekday - first.weekday()) % DAYS_OF_WEEK
    day = 1 + ahead + DAYS_OF_WEEK * (number - 1)
    if not 1 <= day <= last_day(first.isoformat()[:7]).day:
        return ""
    return first.replace(day=day).isoformat()


def _week(first: date, number: int) -> TimeValue:
    """Return the n-th seven days of a month; unknown if it does not have as many."""
    length = last_day(first.isoformat()[:7]).day
    start = length - DAYS_OF_WEEK if number < 0 else DAYS_OF_WEEK * (number - 1)
    if not 0 <= start < length:
        return UNKNOWN
    return days_from(first, start, min(start + DAYS_OF_WEEK, length) - 1)


def _nearest(days: Sequence[str], anchor: Anchor) -> str:
    """Return the only one of some days, or the nearest one in the tense; empty if there is none."""
    if len(days) == 1:
        return days[0]
    return anchor.nearest(days)


@rule(RULES, rf"(?:{NEAR} )(?P<month>{MONTH})")
def _month(said: Said, anchor: Anchor) -> TimeValue:
    """Return a month: "last October" is the nearest strictly before the article's own month.

    "Next October" is the nearest strictly after it.
    """
    if not anchor.day:
        return UNKNOWN
    number = month(said["month"])
    own = anchor.day.month
    year = anchor.day.year
    match WHICH[said["which"]]:
        case Which.LAST if number >= own:
            year -= 1
        case Which.NEXT if number <= own:
            year += 1
    return month_point(year, number)


@rule(RULES, rf"{FROM_DATE} (?P<month>{MONTH})")
def _month_from_last(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the following March" means: the nearest one beside the date named before."""
    year = anchor.year_beside_last(month(said["month"]), distance_from_last(said))
    return month_point(year, month(said["month"])) if year else UNKNOWN


@rule(RULES, rf"{FROM_DATE} {SEASON}")
def _season_from_last(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the following spring" means: the nearest one beside the date named before."""
    first = SEASONS[said["season"]]
    year = anchor.year_beside_last(first, distance_from_last(said))
    return season_of(year, first) if year else UNKNOWN


@rule(RULES, rf"(?:{NEAR} |{DEFINITE} )?{SEASON}{OF_YEAR}")
def _season_of_year(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the winter of 2010" means: three whole months, as counted in the north."""
    first = SEASONS[said["season"]]
    if said["year"]:
        return season_of(int(said["year"]), first)
    offset = OFFSET[said["of"]]
    year = anchor.year(offset)
    return season_of(year, first)


@rule(RULES, rf"(?:{NEAR} |{DEFINITE} )?{SEASON}")
def _season(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "last winter" and "the winter" mean."""
    first = SEASONS[said["season"]]
    which = WHICH.get(said["which"])
    return anchor.nearest_season(first, which)
