"""Arithmetic on ISO dates to the day, month or year (`2021-02-26`, `2021-02`, `2021`)."""

import re
from calendar import monthrange
from datetime import (
    date,
    timedelta,
)

from kg.lang.en import word_numbers
from kg.model import TimeValue
from kg.text.timex.words import (
    MONTHS_IN,
    SEASON_MONTHS,
)

UNKNOWN = TimeValue()
FIRST_YEAR = word_numbers("times", "early-or-late")
HALF_OF_DECADE = 5  # years


def day_of(iso: str) -> date | None:
    """Return the date of a full ISO date; None for any other text."""
    if len(iso) != 10:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def first_day(iso: str) -> date:
    """Return the first day of an ISO date at any precision."""
    full = f"{iso}-01-01"[:10]
    return date.fromisoformat(full)


def last_day(iso: str) -> date:
    """Return the last day of an ISO date at any precision.

    >>> last_day("2020-02").isoformat()
    '2020-02-29'
    """
    first = first_day(iso)
    if len(iso) == 10:
        return first
    year = first.year
    month = 12 if len(iso) == 4 else first.month
    _, length = monthrange(year, month)
    return date(year, month, length)


def year_iso(year: int) -> str:
    """Return a year as ISO text; empty if it lies outside 1 to 9999."""
    if not 1 <= year <= 9999:
        return ""
    return f"{year:04}"


def month_iso(year: int, month: int) -> str:
    """Return a month as ISO text; a month beyond 1 to 12 runs into the years around.

    >>> month_iso(2021, 0)
    '2020-12'
    """
    years, rest = divmod(month - 1, 12)
    whole = year_iso(year + years)
    if not whole:
        return ""
    return f"{whole}-{rest + 1:02}"


def day_iso(year: int, month: int, day: int) -> str:
    """Return a day as ISO text; empty if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def years_around(year: int, distance: int, last: int = 9999) -> range:
    """Return the years so near to a year, from 1 to the last."""
    first = max(year - distance, 1)
    latest = min(year + distance, last)
    return range(first, latest + 1)


def add_days(day: date, count: int) -> date | None:
    """Return the day some days on; None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def point(iso: str) -> TimeValue:
    """Return a single date; empty if the text is."""
    return TimeValue(start=iso)


def day_point(year: int, month: int, day: int) -> TimeValue:
    """Return a single day; empty if the calendar has no such day."""
    iso = day_iso(year, month, day)
    return point(iso)


def month_point(year: int, month: int) -> TimeValue:
    """Return a single month, which may run into the years around."""
    iso = month_iso(year, month)
    return point(iso)


def span(start: str, end: str) -> TimeValue:
    """Return a span of two dates; empty if one of them is, or if it would run backwards."""
    if not start or not end:
        return UNKNOWN
    if first_day(start) > last_day(end):
        return UNKNOWN
    return TimeValue(start=start, end=end)


def days_from(day: date, first: int, last: int) -> TimeValue:
    """Return a span of days, from so many days after a day to so many."""
    start = add_days(day, first)
    end = add_days(day, last)
    if start is None or end is None:
        return UNKNOWN
    return span(start.isoformat(), end.isoformat())


def months(year: int, first: int, last: int) -> TimeValue:
    """Return a span of months by their numbers, which may run into the years around."""
    start = month_iso(year, first)
    end = month_iso(year, last)
    return span(start, end)


def season_of(year: int, first: int) -> TimeValue:
    """Return the three months of a season, as they are counted in the north, from its first on."""
    last = first + SEASON_MONTHS - 1
    return months(year, first, last)


def years(first: int, last: int) -> TimeValue:
    """Return a span of years."""
    start = year_iso(first)
    end = year_iso(last)
    return span(start, end)


def period(day: date, unit: str, offset: int) -> TimeValue:
    """Return the calendar day, week, month, … some units after the one that a day is in.

    Before it, if the number is negative. Weeks run from Monday to Sunday, weekends from Saturday,
    quarters from January. A decade is a span of ten years. Unknown for a fortnight, and for what is
    shorter than a day: no date says which the last hour is.

    >>> period(date(2021, 2, 26), "quarter", -1)
    TimeValue(start='2020-10', end='2020-12', duration='', open=False)
    """
    match unit:
        case "day" | "night":
            return _days_on(day, offset)
        case "week" | "weekend":
            monday = 7 * offset - day.weekday()
            first = monday + 5 if unit == "weekend" else monday
            return days_from(day, first, monday + 6)
        case "month":
            return month_point(day.year, day.month + offset)
        case "quarter":
            quarter = (day.month - 1) // 3 + offset
            first = 3 * quarter + 1
            return months(day.year, first, first + 2)
        case "year":
            iso = year_iso(day.year + offset)
            return point(iso)
        case "decade":
            own = day.year // 10
            first = (own + offset) * 10
            return years(first, first + 9)
        case "century":
            own = (day.year - 1) // 100 + 1
            return century(own + offset)
        case _:
            return UNKNOWN


def _days_on(day: date, count: int) -> TimeValue:
    """Return the day some days on; unknown beyond the years 1 to 9999."""
    shifted = add_days(day, count)
    if shifted is None:
        return UNKNOWN
    return point(shifted.isoformat())


def century(number: int) -> TimeValue:
    """Return the hundred years of a century, the 19th being 1801 to 1900."""
    last = number * 100
    return years(last - 99, last)


def shift(day: date, unit: str, count: int) -> TimeValue:
    """Return the point so many units from a day.

    It is as precise as the unit: years give a year, weeks a week.
    """
    if unit == "fortnight":
        return period(day, "week", 2 * count)
    size = MONTHS_IN.get(unit, 0)
    if size >= 12:
        return period(day, "year", count * size // 12)
    if size:
        return period(day, "month", count * size)
    return period(day, unit, count)


def shifted(iso: str, unit: str, count: int) -> str:
    """Return the ISO date so many units from another, as precise as the unit; empty beyond years.

    >>> shifted("2021-02-26", "day", 3), shifted("2021-02", "month", -3)
    ('2021-03-01', '2020-11')
    >>> shifted("2021", "year", 2)
    '2023'
    """
    day = first_day(iso)
    return shift(day, unit, count).start


def easter(year: int) -> date | None:
    """Return Easter Sunday in the Gregorian calendar, None outside the years 1 to 9999.

    Source: the anonymous algorithm of Nature, 20 April 1876, as given by Meeus, Jones and Butcher.

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    if not 1 <= year <= 9999:
        return None
    golden = year % 19
    hundreds, rest = divmod(year, 100)
    leaps, skipped = divmod(hundreds, 4)
    late_moons = (hundreds + 8) // 25
    correction = (hundreds - late_moons + 1) // 3
    epact = hundreds - leaps - correction + 15
    moon = (19 * golden + epact) % 30
    quads, odd = divmod(rest, 4)
    leap_days = 2 * (skipped + quads)
    week = (32 + leap_days - moon - odd) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    days = moon + week - 7 * late
    month, day = divmod(days + 114, 31)
    return date(year, month, day + 1)


def part_of(value: TimeValue, words: str) -> TimeValue:
    """Return the part of a time that some words before it mean: half of a decade, else all of it.

    >>> part_of(TimeValue("1930", "1939"), "the late ")
    TimeValue(start='1935', end='1939', duration='', open=False)
    """
    said = FIRST_YEAR.keys() & set(re.findall(r"[a-z]+", words.lower()))
    if not said or not _is_decade(value):
        return value
    word = min(said)
    first = int(value.start) + FIRST_YEAR[word]
    last = first + HALF_OF_DECADE - 1
    return years(first, last)


def _is_decade(value: TimeValue) -> bool:
    """Return whether a time is a span of ten years."""
    if not value.start.isdigit() or not value.end.isdigit():
        return False
    length = int(value.end) - int(value.start) + 1
    return length == 2 * HALF_OF_DECADE
