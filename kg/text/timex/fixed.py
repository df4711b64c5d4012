"""Rules for dates that name their own place in the calendar.

Days, months, years, decades, centuries, quarters, holidays.
"""

import re

from kg.model import TimeValue
from kg.text.timex.anchor import Anchor, Rule
from kg.text.timex.dates import (
    UNKNOWN,
    century,
    day_iso,
    easter,
    month_iso,
    period,
    point,
    span,
    year_iso,
)
from kg.text.timex.words import (
    CARDINAL,
    DAY,
    DECADES,
    FEASTS,
    GAP,
    HOLIDAYS,
    LAST,
    MONTH,
    NEXT,
    ORDINALS,
    THE,
    THIS,
    WEEKDAY_PREFIX,
    YEAR,
    cardinal,
    either,
    in_order,
    month,
    ordinal,
    words_in_order,
)

LAST_THIS_NEXT = in_order([LAST, THIS, NEXT])
IN_YEAR = rf"(?:(?:of|in){GAP})?"
YEAR_BY_WORD = rf"(?P<which>{LAST_THIS_NEXT}){GAP}year|(?P<same>the{GAP}same|that){GAP}year"
WHICH_YEAR = rf"(?:(?P<year>{YEAR})|{YEAR_BY_WORD})"
TAIL = rf"(?:\s?,?{GAP}?{IN_YEAR}{WHICH_YEAR})?"
OWN_OR_CURRENT_YEAR = rf"(?P<own>the{GAP}(?:current{GAP})?year)"
OF_YEAR = rf"(?:,?{GAP}{IN_YEAR}(?:{WHICH_YEAR}|{OWN_OR_CURRENT_YEAR}))?"
OWN_YEAR = rf"(?P<own>the{GAP}year)"
OF_WHICH_YEAR = rf"{GAP}of{GAP}(?:{WHICH_YEAR}|{OWN_YEAR})"
NUMBER = rf"(?:{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
DASH = r"\s?[-–—]\s?"
QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
HALVES = {1: (1, 6), 2: (7, 12)}


def _year(match: re.Match[str], anchor: Anchor) -> int:
    """Return the year that stands in the words; 0 if none does, or if it is not known."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("same"):
        return int(anchor.last[:4] or 0)
    return anchor.year((groups.get("which") or "this").lower())


def _says_year(match: re.Match[str]) -> bool:
    return any(match.groupdict().get(group) for group in ("year", "which", "same"))


def _day(match: re.Match[str], anchor: Anchor) -> TimeValue:
    number, day = month(match["month"]), ordinal(match["day"])
    if not _says_year(match):
        return point(anchor.nearest_day(number, day))
    year = _year(match, anchor)
    return point(day_iso(year, number, day)) if year else UNKNOWN


def _days(match: re.Match[str], anchor: Anchor) -> TimeValue:
    end = _day(match, anchor).start
    return (
        span(day_iso(int(end[:4]), int(end[5:7]), ordinal(match["first"])), end) if end else UNKNOWN
    )


def _iso(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return point(day_iso(int(match["year"]), int(match["month"]), int(match["day"])))


def _figures(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return a day in figures, if one of the two can be no month, or both are the same."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first > 12 or first == second:
        return point(day_iso(year, second, first))
    return point(day_iso(year, first, second)) if second > 12 else UNKNOWN


def _month(match: re.Match[str], anchor: Anchor) -> TimeValue:
    number = month(match["month"])
    if not _says_year(match):
        return point(anchor.nearest_month(number))
    year = _year(match, anchor)
    return point(month_iso(year, number)) if year else UNKNOWN


def _month_pair(match: re.Match[str], anchor: Anchor) -> TimeValue:
    year, first, second = int(match["year"]), month(match["first"]), month(match["month"])
    return span(month_iso(year - (first > second), first), month_iso(year, second))


def _plain_year(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return point(match["year"])


def _year_span(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return a span of years ("2010-15"); a month if it would run backwards ("2021-02")."""
    first, second = match["year"], match["second"]
    runs_backwards = len(second) == 2 and int(second) < int(first[2:])
    if runs_backwards and 1 <= int(second) <= 12 and "/" not in match[0]:
        return point(f"{first}-{second}")
    return span(first, second if len(second) == 4 else first[:2] + second)


def _decade(match: re.Match[str], anchor: Anchor) -> TimeValue:
    words = (match["figures"] or "").strip("'")
    tens = int(words) if words else 1900 + DECADES[match["word"].lower()]
    this_century = 1900 if tens > 20 else 2000
    start = tens if tens > 99 else tens + this_century
    return span(year_iso(start), year_iso(start + 9))


def _century(match: re.Match[str], anchor: Anchor) -> TimeValue:
    number = ordinal(match["number"])
    return century(number) if 1 <= number <= 22 else UNKNOWN


def _part(match: re.Match[str], anchor: Anchor, months: tuple[int, int]) -> TimeValue:
    year = _year(match, anchor)
    return span(month_iso(year, months[0]), month_iso(year, months[1])) if year else UNKNOWN


def _quarter(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return a quarter of the calendar year.

    Without a year, it is the nearest that has begun (in a future clause, that has not ended).
    Unknown for the quarters of firms, whose fiscal years begin in any month, and for what no year
    has ("the fifth quarter").
    """
    is_final = match["number"].lower() == "final"
    number = 4 if is_final else ordinal(match["number"] or match["figure"])
    months = QUARTERS.get(number)
    if match["fiscal"] or months is None:
        return UNKNOWN
    if _says_year(match) or match["own"] or not anchor.day:
        return _part(match, anchor, months)
    first, last = months
    nearest = anchor.nearest_month(last if anchor.past is False else first)
    year = int(nearest[:4])
    return span(month_iso(year, first), month_iso(year, last))


def _half(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return _part(match, anchor, HALVES[ordinal(match["number"] or match["figure"])])


def _first_months(match: re.Match[str], anchor: Anchor) -> TimeValue:
    count = int(cardinal(match["count"]))
    if not 1 <= count <= 12:
        return UNKNOWN
    months = (1, count) if match["edge"].lower() == "first" else (13 - count, 12)
    return _part(match, anchor, months)


def _holiday(match: re.Match[str], anchor: Anchor) -> TimeValue:
    name = re.sub(r"\s+", " ", match["holiday"].lower().replace("’", "'"))
    number, day = HOLIDAYS[name]
    if not _says_year(match):
        return point(anchor.nearest_day(number, day))
    year = _year(match, anchor)
    return point(day_iso(year, number, day)) if year else UNKNOWN


def _moving_feast(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return a day that is counted from Easter; without a year, that of the article's own year."""
    year = _year(match, anchor)
    sunday = easter(year)
    name = re.sub(r"\s+", " ", match["feast"].lower())
    return period(sunday, "day", FEASTS[name]) if sunday else UNKNOWN


def _fiscal(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return an unknown time: the fiscal years of firms begin in any month."""
    return UNKNOWN


def _attacks_of_2001(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return point("2001-09-11")


BETWEEN_DAYS = words_in_order("function_words", "between-days")
BETWEEN_MONTHS = words_in_order("function_words", "between-months")
DAY_PAIR = rf"(?P<first>{DAY})(?:{DASH}|{GAP}{BETWEEN_DAYS}{GAP})(?P<day>{DAY})"
FROM = rf"{WEEKDAY_PREFIX}(?:(?:from|between){GAP})?"
OF_MONTH = rf"{GAP}(?:of{GAP})?(?P<month>{MONTH})"
TO_MONTH = rf"(?:{DASH}|{GAP}{BETWEEN_MONTHS}{GAP})(?P<month>{MONTH})"
OF_FISCAL_YEAR = rf"of{GAP}(?:the|its|this|last|next){GAP}(?:fiscal|financial)(?:{GAP}year)?"
FISCAL = rf"(?P<fiscal>(?:fiscal|financial){GAP})?"
EDGE = r"(?P<edge>first|last|final)"
YEAR_LABEL = rf"the{GAP}year|fiscal(?:{GAP}year)?|FY"
DECADE = rf"(?P<figures>(?:1\d|20)\d0|['’][2-9]0)['’]?s|(?P<word>{either(DECADES)})"
DAYS: tuple[Rule, ...] = (
    (rf"{FROM}{THE}{DAY_PAIR}{OF_MONTH}{TAIL}", _days),
    (rf"{FROM}(?P<month>{MONTH}){GAP}{DAY_PAIR}{TAIL}", _days),
    (rf"(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.]{{4,12}}Z?)?", _iso),
    (rf"(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year>{YEAR})", _figures),
    (r"(?:9/11|9-11)", _attacks_of_2001),
    (rf"{WEEKDAY_PREFIX}{THE}(?P<day>{DAY}|{NUMBER}(?={GAP}of)){OF_MONTH}{TAIL}", _day),
    (rf"{WEEKDAY_PREFIX}(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY}){TAIL}", _day),
    (rf"(?P<first>{MONTH}){TO_MONTH},?{GAP}(?P<year>{YEAR})", _month_pair),
)
OTHERS: tuple[Rule, ...] = (
    (rf"(?P<month>{MONTH})(?:,?{GAP}|/|-){IN_YEAR}{WHICH_YEAR}", _month),
    (rf"{THE}{NUMBER}[\s-]quarter{GAP}{OF_FISCAL_YEAR}", _fiscal),
    (rf"{THE}{FISCAL}(?P<number>{NUMBER}|final)[\s-]quarter(?P<figure>){OF_YEAR}", _quarter),
    (rf"(?P<fiscal>(?:fiscal){GAP})?(?P<number>)Q(?P<figure>[1-4]){OF_YEAR}", _quarter),
    (rf"{THE}{EDGE}{GAP}(?P<count>{CARDINAL}){GAP}months{OF_WHICH_YEAR}", _first_months),
    (rf"{THE}(?P<number>first|second)(?P<figure>){GAP}half{OF_WHICH_YEAR}", _half),
    (rf"(?P<number>)H(?P<figure>[12]){GAP}{WHICH_YEAR}", _half),
    (rf"{THE}(?P<number>{NUMBER})[\s-]century", _century),
    (rf"{THE}(?:{DECADE})", _decade),
    (rf"(?P<holiday>{either(HOLIDAYS)})(?![’']s)\b{TAIL}", _holiday),
    (rf"(?P<feast>{either(FEASTS)}){TAIL}", _moving_feast),
    (rf"(?P<month>{MONTH})", _month),
    (
        (
            rf"(?:(?:{YEAR_LABEL}){GAP})?(?P<year>{YEAR})(?:{DASH}|/)(?P<second>{YEAR}|\d\d)"
            rf"(?!\d|{GAP}{MONTH})"
        ),
        _year_span,
    ),
    (rf"(?:(?:{YEAR_LABEL}){GAP}?)?(?P<year>{YEAR})", _plain_year),
)
