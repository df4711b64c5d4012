"""Rules for dates that are counted from another date.

"Thursday", "last month", "three years ago", "the following day".
"""

import re
from datetime import date

from kg.lang.en import word_numbers, word_set
from kg.model import TimeValue
from kg.text.timex.anchor import Anchor, Rule
from kg.text.timex.dates import UNKNOWN, add_days, day_iso, last_day, month_iso, period, point, span
from kg.text.timex.words import (
    CARDINAL,
    DAYS_IN,
    GAP,
    LAST,
    MONTH,
    NEXT,
    ONE_UNIT,
    PARTS_OF_A_DAY,
    SEASON_MONTHS,
    SEASONS,
    THE,
    THIS,
    UNIT,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
    cardinal,
    either,
    in_order,
    month,
    unit,
    words_in_order,
)

DAY_WORDS = word_numbers("times", "day-word")
OFFSET = {LAST: -1, THIS: 0, NEXT: 1}
FROM_LAST = word_numbers("times", "from-last")
UNCERTAIN_COUNT = words_in_order("phrases", "uncertain-count")
UNCERTAIN = rf"(?:(?P<uncertain>{UNCERTAIN_COUNT}){GAP})?"
ABOUT = rf"(?:{words_in_order('function_words', 'about-a-count')}{GAP})?"
COUNT = rf"(?P<count>{CARDINAL}|an?|{VAGUE})"
DIRECTIONS = word_numbers("times", "later-or-earlier")
FARTHEST = 1000  # "1,000 years ago" is no date
# Units of which several make no span of dates: they are too short, or lie apart ("two weekends").
NO_WINDOW = frozenset(PARTS_OF_A_DAY) | word_set("units", "no-window")
# Units of which the past one is the calendar unit before, not a window up to the article's date.
NO_PAST_WINDOW = word_set("units", "no-past-window")


def _clean(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _day_word(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return anchor.period("day", DAY_WORDS[_clean(match["word"])])


def _weekday(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return a weekday of a named week, beside the date named before, or near the article's day.

    In the last case it is the nearest in the tense of its clause.
    """
    which, number = _clean(match["which"] or ""), WEEKDAYS[match["weekday"].lower()]
    if which.removeprefix("the ") in FROM_LAST and which != "next":
        base = last_day(anchor.last) if len(anchor.last) == 10 else None
        return _on_weekday(base, number, NEXT if which.endswith("following") else LAST)
    if match["week"]:
        return _on_weekday(anchor.day, number, THIS, 7 * OFFSET[match["week"].lower()])
    if anchor.day and not which:
        return _nearest_weekday(anchor.day, number, ahead=anchor.past is False)
    return _on_weekday(anchor.day, number, WHICH.get(which, THIS))


def _nearest_weekday(day: date, number: int, *, ahead: bool) -> TimeValue:
    """Return the nearest weekday of that number up to a day, or from it on."""
    if ahead:
        return period(day, "day", (number - day.weekday()) % 7)
    return period(day, "day", -((day.weekday() - number) % 7))


def _on_weekday(base: date | None, number: int, which: str, more: int = 0) -> TimeValue:
    """Return the weekday in the week of a day, or strictly before or after it; then days on."""
    if base is None:
        return UNKNOWN
    ahead = number - base.weekday()
    if which == NEXT and ahead <= 0:
        ahead += 7
    if which == LAST and ahead >= 0:
        ahead -= 7
    return period(base, "day", ahead + more)


def _unit(match: re.Match[str], anchor: Anchor) -> TimeValue:
    which, one = _clean(match["which"]), unit(match["unit"])
    if which in ("past", "the past", "the last") and one not in NO_PAST_WINDOW:
        return _window(anchor, -1, one)
    if one in ("day", "night"):
        return UNKNOWN
    return anchor.period(one, OFFSET[WHICH[which.removeprefix("the ")]])


def _unit_from_last(match: re.Match[str], anchor: Anchor) -> TimeValue:
    which = _clean(match["which"]).removeprefix("the ").removeprefix("this ")
    return anchor.from_last(unit(match["unit"]), FROM_LAST.get(which, 0))


def _beside_last(match: re.Match[str], anchor: Anchor) -> TimeValue:
    is_after = match["way"].lower() in ("after", "later")
    return anchor.from_last(unit(match["unit"]), 1 if is_after else -1)


def _own_unit(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return anchor.period(unit(match["unit"]), 0)


def _window(anchor: Anchor, count: int, one: str) -> TimeValue:
    """Return the span of some units up to the article's date, or from it on."""
    if not anchor.day:
        return UNKNOWN
    if one in DAYS_IN:
        other = add_days(anchor.day, count * DAYS_IN[one])
        ends = (other.isoformat() if other else "", anchor.day.isoformat())
    else:
        ends = (anchor.shift(one, count).start, anchor.shift(one, 0).start)
    return span(min(ends), max(ends)) if all(ends) else UNKNOWN


def _windows(match: re.Match[str], anchor: Anchor) -> TimeValue:
    one = unit(match["unit"])
    if re.fullmatch(VAGUE, match["count"], re.IGNORECASE) or one in NO_WINDOW:
        return UNKNOWN
    size = int(cardinal(match["count"]))
    if not size:
        return UNKNOWN
    is_ahead = WHICH.get(_clean(match["which"])) == NEXT
    return _window(anchor, size if is_ahead else -size, one)


def _count(match: re.Match[str]) -> int:
    """Return how many units there are; 0 if the words leave it open."""
    if match["uncertain"] or re.fullmatch(VAGUE, match["count"], re.IGNORECASE):
        return 0
    number = cardinal(match["count"])
    return int(number) if number == int(number) and number < FARTHEST else 0


def _ago(match: re.Match[str], anchor: Anchor) -> TimeValue:
    one, size = unit(match["unit"]), _count(match)
    return anchor.shift(one, -size) if size else UNKNOWN


def _later(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return the point so long after or before the date named before.

    "A year earlier" counts from the article's date if there is none.
    """
    one, size = unit(match["unit"]), _count(match)
    if not size:
        return UNKNOWN
    if DIRECTIONS[match["way"].lower()] < 0:
        return anchor.from_last(one, -size) if anchor.last else anchor.shift(one, -size)
    return anchor.from_last(one, size)


def _month(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return a month: "last October" is the nearest strictly before the article's own month.

    "Next October" is the nearest strictly after it.
    """
    number, which = month(match["month"]), WHICH[_clean(match["which"])]
    if not anchor.day:
        return UNKNOWN
    year = anchor.day.year
    if which == LAST and number >= anchor.day.month:
        year -= 1
    if which == NEXT and number <= anchor.day.month:
        year += 1
    return point(month_iso(year, number))


def _day_of_month(match: re.Match[str], anchor: Anchor) -> TimeValue:
    value = anchor.period("month", OFFSET[match["which"].lower()]).start
    return point(day_iso(int(value[:4]), int(value[5:]), int(match["day"]))) if value else UNKNOWN


def _season(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return three whole months, as seasons are counted in the north."""
    first = SEASONS[match["season"].lower()]
    groups = match.groupdict()
    if groups.get("year"):
        return _season_of(int(groups["year"]), first)
    if groups.get("of"):
        year = anchor.year(groups["of"].lower())
        return _season_of(year, first) if year else UNKNOWN
    which = WHICH[_clean(groups["which"])] if groups.get("which") else ""
    return _nearest_season(first, anchor, which)


def _season_of(year: int, first: int) -> TimeValue:
    return span(month_iso(year, first), month_iso(year, first + SEASON_MONTHS - 1))


def _nearest_season(first: int, anchor: Anchor, which: str) -> TimeValue:
    if not anchor.day:
        return UNKNOWN
    own, year = anchor.day.isoformat()[:7], anchor.day.year
    years = range(max(year - 2, 1), min(year + 2, 9998) + 1)
    seasons = [_season_of(each, first) for each in years]
    if which == LAST:
        fitting = [season for season in reversed(seasons) if season.end < own]
    elif which == NEXT:
        fitting = [season for season in seasons if season.start > own]
    elif which == THIS:
        fitting = [season for season in seasons if _is_this_season(season, own)]
    elif anchor.past is False:
        fitting = [season for season in seasons if season.end >= own]
    else:
        fitting = [season for season in reversed(seasons) if season.start <= own]
    return fitting[0] if fitting else UNKNOWN


def _is_this_season(season: TimeValue, own: str) -> bool:
    """Return whether a month lies in a season, or in the year that it starts in."""
    return season.start <= own <= season.end or season.start[:4] == own[:4]


def _weekend(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """Return the nearest weekend that has begun; in a future clause, that has not ended."""
    has_begun = anchor.day is not None and anchor.day.weekday() >= WEEKDAYS["saturday"]
    is_own = has_begun or anchor.past is False
    return anchor.period("weekend", 0 if is_own else -1)


def _unknown(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return UNKNOWN


NEAR = rf"(?P<which>{either(WHICH)})"
BESIDE = rf"(?P<which>{THE}(?:previous|following)|{either(WHICH)})"
BESIDE_LAST_DATE = words_in_order("times", "beside-the-last-date")
FROM = rf"(?P<which>(?:{THE}{BESIDE_LAST_DATE}|that(?:{GAP}same)?|the{GAP}next))"
THIS_UNIT = (
    rf"(?P<which>(?:the{GAP})?(?:last|past|current|coming)|this(?:{GAP}past|{GAP}coming)?|next)"
)
LAST_THIS_NEXT = in_order(OFFSET)
WINDOW = words_in_order("times", "counted-window")
SEASON = rf"(?P<season>{either(SEASONS)})"
COUNTED = rf"{UNCERTAIN}{ABOUT}{COUNT}{GAP}(?P<unit>{UNIT})"
OF_WEEK = rf"(?:,?{GAP}(?:of{GAP})?(?P<week>{LAST_THIS_NEXT}){GAP}week)?"
OF_YEAR = rf"(?:{GAP}of|,)?{GAP}(?:(?P<year>{YEAR})|(?P<of>{LAST_THIS_NEXT}){GAP}year)"
EVERY = rf"(?:every|each){GAP}(?:(?:other|single|{CARDINAL}){GAP})?"
RECURRING = rf"(?:{UNIT}|weekend|{WEEKDAY}|{MONTH}|{words_in_order('times', 'every-time')})"
ZONE = rf"(?:GMT|UTC|[ECMP][SD]?T|[BI]ST|CES?T|local{GAP}time)"
CLOCK = r"(?:[01]?\d|2[0-3])"
RULES: tuple[Rule, ...] = (
    (rf"{COUNTED}{GAP}ago", _ago),
    (rf"{COUNTED}{GAP}(?P<way>{in_order(DIRECTIONS)})", _later),
    (rf"{THE}(?P<which>{WINDOW}){GAP}{COUNT}{GAP}(?P<unit>{UNIT})", _windows),
    (
        (
            rf"the{GAP}(?P<unit>{words_in_order('units', 'beside-last')}){GAP}"
            rf"(?P<way>{words_in_order('times', 'beside-last')})(?=\s?[,.;)]|$)"
        ),
        _beside_last,
    ),
    (rf"(?P<word>{either(DAY_WORDS)})", _day_word),
    (rf"(?:{BESIDE}{GAP})?(?P<weekday>{WEEKDAY}){OF_WEEK}", _weekday),
    (
        (
            rf"the{GAP}(?P<day>[12]?\d|3[01])(?:st|nd|rd|th){GAP}of{GAP}"
            rf"(?P<which>{LAST_THIS_NEXT}){GAP}month"
        ),
        _day_of_month,
    ),
    (rf"(?:{NEAR}{GAP})(?P<month>{MONTH})", _month),
    (rf"(?:{NEAR}{GAP}|the{GAP})?{SEASON}{OF_YEAR}", _season),
    (rf"(?:the|this){GAP}weekend", _weekend),
    (rf"(?:{NEAR}{GAP}){SEASON}", _season),
    (rf"(?:the{GAP})?{SEASON}", _season),
    (rf"{THIS_UNIT}{GAP}(?P<unit>{ONE_UNIT})", _unit),
    (rf"{FROM}{GAP}(?P<unit>{ONE_UNIT})", _unit_from_last),
    (
        (
            rf"{THE}{words_in_order('times', 'own-part')}{GAP}of{GAP}"
            rf"the{GAP}(?P<unit>{words_in_order('units', 'own')})"
        ),
        _own_unit,
    ),
    (rf"(?:the{GAP})?(?P<unit>year)(?:-|{GAP}|[’']s{GAP})end", _own_unit),
    (rf"{EVERY}{RECURRING}", _unknown),
    (rf"(?:(?:{THE}{WINDOW}|the|these|those){GAP})?{VAGUE}{GAP}(?:{UNIT}s?)", _unknown),
    (rf"{CLOCK}(?::[0-5]\d)?\s?[ap]\.?m\b\.?(?:{GAP}{ZONE}\b)?", _unknown),
    (rf"{CLOCK}:[0-5]\d(?:{GAP}(?:hours|{ZONE})\b)?", _unknown),
    (words_in_order("times", "noon"), _unknown),
)
