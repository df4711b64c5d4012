"""Rules for dates that name their own place in the calendar.

Days, months, years, decades, centuries, quarters, holidays.
"""

from kg.lang.en import word_numbers
from kg.model import TimeValue
from kg.text.timex.anchor import Anchor
from kg.text.timex.dates import (
    UNKNOWN,
    century,
    day_iso,
    day_point,
    easter,
    month_point,
    months,
    period,
    point,
    span,
    years,
)
from kg.text.timex.rules import Rules, Said, rule
from kg.text.timex.words import (
    BETWEEN,
    CARDINAL,
    DAY,
    DECADES,
    DEFINITE,
    FEASTS,
    FROM,
    HOLIDAYS,
    MONTH,
    OF,
    OFFSET,
    ORDINAL,
    QUARTER_NOUN,
    THE,
    WEEKDAY_PREFIX,
    WHICH_YEAR,
    YEAR,
    YEAR_NOUN,
    Which,
    cardinal,
    decade,
    either,
    in_order,
    maybe,
    month,
    ordinal,
    words_in_order,
)

IN_YEAR = maybe(words_in_order("function_words", "before-year-of-month"))
TAIL = rf"(?:\s?,? {IN_YEAR}{WHICH_YEAR})?"
OWN_OR_CURRENT_YEAR = rf"(?P<own>{words_in_order('times', 'own-year')})"
OF_YEAR = rf"(?:,? {IN_YEAR}(?:{WHICH_YEAR}|{OWN_OR_CURRENT_YEAR}))?"
OF_WHICH_YEAR = rf" {OF} (?:{WHICH_YEAR}|(?P<own>{DEFINITE} {YEAR_NOUN}))"
DASH = r"\s?[-–—]\s?"
BETWEEN_DAYS = words_in_order("function_words", "between-days")
BETWEEN_MONTHS = words_in_order("function_words", "between-months")
DAY_PAIR = rf"(?P<first>{DAY})(?:{DASH}| {BETWEEN_DAYS} )(?P<day>{DAY})"
OPENING = rf"{WEEKDAY_PREFIX}(?:(?:{FROM}|{BETWEEN}) )?"
OF_MONTH = rf" {maybe(OF)}(?P<month>{MONTH})"
TO_MONTH = rf"(?:{DASH}| {BETWEEN_MONTHS} )(?P<month>{MONTH})"
FISCAL_WORD = words_in_order("adjectives", "fiscal")
BEFORE_FISCAL = words_in_order("function_words", "before-fiscal-year")
OF_FISCAL_YEAR = rf"{OF} {BEFORE_FISCAL} {FISCAL_WORD}(?: {YEAR_NOUN})?"
FISCAL = rf"(?P<fiscal>{FISCAL_WORD} )?"
FISCAL_IN_SHORT = rf"(?P<fiscal>{words_in_order('adjectives', 'fiscal-in-short')} )?"
EDGES = word_numbers("times", "edge-of-year")
EDGE = rf"(?P<edge>{in_order(EDGES)})"
MONTHS_OF_EDGE = words_in_order("units", "months")
YEAR_LABEL = words_in_order("times", "year-label")
DECADE = rf"(?P<figures>(?:1\d|20)\d0|['’][2-9]0)['’]?s|(?P<word>{either(DECADES)})"
LABELLED_YEAR = rf"{maybe(YEAR_LABEL)}(?P<year>{YEAR})"
NUMBERED_QUARTER = word_numbers("times", "numbered-quarter")
QUARTER = rf"(?P<number>{ORDINAL}|{in_order(NUMBERED_QUARTER)})[\s-]{QUARTER_NOUN}"
WHICH_HALF = words_in_order("numbers", "half-of-a-year")
HALF = rf"(?P<number>{WHICH_HALF}) {words_in_order('units', 'half')}"
CENTURY = rf"(?P<number>{ORDINAL})[\s-]{words_in_order('units', 'century')}"
QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
HALVES = {1: (1, 6), 2: (7, 12)}
DAYS: Rules = []
OTHERS: Rules = []

Months = tuple[int, int]  # the numbers of the first and the last of some months


def _named_year(said: Said, anchor: Anchor) -> int | None:
    """Return the year that the words name; 0 if it is not known, None if they name none."""
    if said["year"]:
        return int(said["year"])
    if said["same"]:
        return int(anchor.last[:4] or 0)
    which = said["which"]
    return anchor.year(OFFSET[which]) if which else None


def _year(said: Said, anchor: Anchor) -> int:
    """Return the year that the words name, or else the article's own; 0 if it is not known."""
    named = _named_year(said, anchor)
    if named is None:
        return anchor.year(Which.THIS)
    return named


def _day_of_year(said: Said, anchor: Anchor, number: int, day: int) -> TimeValue:
    """Return a day of a month of that number: that of the year in the words, or the nearest."""
    year = _named_year(said, anchor)
    if year is None:
        nearest = anchor.nearest_day(number, day)
        return point(nearest)
    return day_point(year, number, day)


def _part(said: Said, anchor: Anchor, numbers: Months) -> TimeValue:
    """Return the span from one month of the year in the words to another."""
    year = _year(said, anchor)
    return months(year, *numbers)


@rule(
    DAYS,
    rf"{OPENING}{THE}{DAY_PAIR}{OF_MONTH}{TAIL}",
    rf"{OPENING}(?P<month>{MONTH}) {DAY_PAIR}{TAIL}",
)
def _days(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "June 5-7, 2010" means."""
    end = _day(said, anchor).start
    if not end:
        return UNKNOWN
    year, month_number, _ = map(int, end.split("-"))
    first = ordinal(said["first"])
    start = day_iso(year, month_number, first)
    return span(start, end)


@rule(DAYS, rf"(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.]{{4,12}}Z?)?")
def _iso(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "2010-06-05" means."""
    year, month_number, day = said.numbers("year", "month", "day")
    return day_point(year, month_number, day)


@rule(DAYS, rf"(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year>{YEAR})")
def _figures(said: Said, anchor: Anchor) -> TimeValue:
    """Return a day in figures, if one of the two can be no month, or both are the same."""
    first, second, year = said.numbers("first", "second", "year")
    if first > 12 or first == second:
        return day_point(year, second, first)
    if second > 12:
        return day_point(year, first, second)
    return UNKNOWN


@rule(DAYS, r"(?:9/11|9-11)")
def _attacks_of_2001(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "9/11" means, in which a month comes first."""
    return point("2001-09-11")


@rule(
    DAYS,
    rf"{WEEKDAY_PREFIX}{THE}(?P<day>{DAY}|{ORDINAL}(?= {OF})){OF_MONTH}{TAIL}",
    rf"{WEEKDAY_PREFIX}(?P<month>{MONTH}) {THE}(?P<day>{DAY}){TAIL}",
)
def _day(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "5 June 2010" and "June 5" mean."""
    number = month(said["month"])
    day = ordinal(said["day"])
    return _day_of_year(said, anchor, number, day)


@rule(DAYS, rf"(?P<first>{MONTH}){TO_MONTH},? (?P<year>{YEAR})")
def _month_pair(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "December-January 2010" means: the first may be of the year before."""
    first = month(said["first"])
    last = month(said["month"])
    if first > last:
        first -= 12
    year = int(said["year"])
    return months(year, first, last)


@rule(OTHERS, rf"(?P<month>{MONTH})(?:,? |/|-){IN_YEAR}{WHICH_YEAR}")
def _month_of_year(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "June of last year" means."""
    year = _year(said, anchor)
    number = month(said["month"])
    return month_point(year, number)


@rule(OTHERS, rf"{THE}{ORDINAL}[\s-]{QUARTER_NOUN} {OF_FISCAL_YEAR}")
def _fiscal(said: Said, anchor: Anchor) -> TimeValue:
    """Return an unknown time: the fiscal years of firms begin in any month."""
    return UNKNOWN


@rule(
    OTHERS,
    rf"{THE}{FISCAL}{QUARTER}{OF_YEAR}",
    rf"{FISCAL_IN_SHORT}Q(?P<number>[1-4]){OF_YEAR}",
)
def _quarter(said: Said, anchor: Anchor) -> TimeValue:
    """Return a quarter of the calendar year.

    Without a year, it is the nearest that has begun (in a future clause, that has not ended).
    Unknown for the quarters of firms, whose fiscal years begin in any month, and for what no year
    has ("the fifth quarter").
    """
    number = NUMBERED_QUARTER.get(said["number"]) or ordinal(said["number"])
    quarter = QUARTERS.get(number)
    if said["fiscal"] or quarter is None:
        return UNKNOWN
    if said["own"] or _named_year(said, anchor) is not None:
        return _part(said, anchor, quarter)
    return anchor.nearest_quarter(*quarter)


@rule(OTHERS, rf"{THE}{EDGE} (?P<count>{CARDINAL}) {MONTHS_OF_EDGE}{OF_WHICH_YEAR}")
def _first_months(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the first three months of 2010" means."""
    count = int(cardinal(said["count"]))
    if not 1 <= count <= 12:
        return UNKNOWN
    is_first = EDGES[said["edge"]] > 0
    if is_first:
        return _part(said, anchor, (1, count))
    return _part(said, anchor, (13 - count, 12))


@rule(
    OTHERS,
    rf"{THE}{HALF}{OF_WHICH_YEAR}",
    rf"H(?P<number>[12]) {WHICH_YEAR}",
)
def _half(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the first half of 2010" means."""
    half = ordinal(said["number"])
    return _part(said, anchor, HALVES[half])


@rule(OTHERS, rf"{THE}{CENTURY}")
def _century(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the 19th century" means."""
    number = ordinal(said["number"])
    if not 1 <= number <= 22:
        return UNKNOWN
    return century(number)


@rule(OTHERS, rf"{THE}(?:{DECADE})")
def _decade(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "the 1980s" and "the eighties" mean."""
    first = decade(said["word"] or said["figures"])
    return years(first, first + 9)


@rule(OTHERS, rf"(?P<holiday>{either(HOLIDAYS)})(?![’']s)\b{TAIL}")
def _holiday(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "Christmas Day 2010" means."""
    name = said["holiday"].replace("’", "'")
    number, day = HOLIDAYS[name]
    return _day_of_year(said, anchor, number, day)


@rule(OTHERS, rf"(?P<feast>{either(FEASTS)}){TAIL}")
def _moving_feast(said: Said, anchor: Anchor) -> TimeValue:
    """Return a day that is counted from Easter; without a year, that of the article's own year."""
    sunday = easter(_year(said, anchor))
    distance = FEASTS[said["feast"]]
    if sunday is None:
        return UNKNOWN
    return period(sunday, "day", distance)


@rule(OTHERS, rf"(?P<month>{MONTH})")
def _month(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "June" means, in the year that is nearest."""
    number = month(said["month"])
    return point(anchor.nearest_month(number))


@rule(OTHERS, rf"{LABELLED_YEAR}(?:{DASH}|(?P<slash>/))(?P<second>{YEAR}|\d\d)(?!\d| {MONTH})")
def _year_span(said: Said, anchor: Anchor) -> TimeValue:
    """Return a span of years ("2010-15"); a month if it would run backwards ("2021-02")."""
    first, second = said["year"], said["second"]
    if len(second) == 4:
        return span(first, second)
    is_month = "01" <= second <= "12" and not said["slash"]
    if is_month and second < first[2:]:
        return point(f"{first}-{second}")
    return span(first, first[:2] + second)


@rule(OTHERS, LABELLED_YEAR)
def _plain_year(said: Said, anchor: Anchor) -> TimeValue:
    """Return what "2010" means."""
    return point(said["year"])
