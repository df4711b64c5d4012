"""Rules for dates that are told from another date: "Thursday", "last month", "three years ago", "the following day"."""

import re
from datetime import date

from kg.model import TimeValue
from kg.text.timex.anchor import Anchor, Rule
from kg.text.timex.dates import UNKNOWN, add_days, day_iso, last_day, month_iso, period, point, span
from kg.text.timex.words import (
    CARDINAL,
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
    month,
    unit,
)

DAY_WORDS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "this night": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
OFFSET = {LAST: -1, THIS: 0, NEXT: 1}
FROM_LAST = {"previous": -1, "preceding": -1, "prior": -1, "same": 0, "very same": 0, "following": 1, "next": 1}
UNCERTAIN = (
    rf"(?:(?P<uncertain>(?:more|less|fewer){GAP}than|over|under|at{GAP}least|well{GAP}over|just{GAP}over|just{GAP}under){GAP})?"
)
ABOUT = rf"(?:(?:about|around|some|roughly|nearly|almost|just|exactly){GAP})?"
COUNT = rf"(?P<count>{CARDINAL}|an?|{VAGUE})"
FARTHEST = 1000  # "1,000 years ago" is no date
# Units of which several make no span of dates: they are too short, or lie apart ("two weekends").
NO_WINDOW = frozenset({*PARTS_OF_A_DAY, "weekend", "quarter", "century"})


def _clean(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _day_word(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return anchor.period("day", DAY_WORDS[_clean(match["word"])])


def _weekday(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """A weekday: of a named week, beside the date named before, or nearest to the article's day in the tense of its clause."""
    which, number = _clean(match["which"] or ""), WEEKDAYS[match["weekday"].lower()]
    if which.removeprefix("the ") in FROM_LAST and which != "next":
        base = last_day(anchor.last) if len(anchor.last) == 10 else None
        return _on_weekday(base, number, NEXT if which.endswith("following") else LAST)
    if match["week"]:
        return _on_weekday(anchor.day, number, THIS, 7 * OFFSET[match["week"].lower()])
    if anchor.day and not which:
        towards = (number - anchor.day.weekday()) % 7 if anchor.past is False else -((anchor.day.weekday() - number) % 7)
        return period(anchor.day, "day", towards)
    return _on_weekday(anchor.day, number, WHICH.get(which, THIS))


def _on_weekday(base: date | None, number: int, which: str, more: int = 0) -> TimeValue:
    """The weekday in the week of a day, or strictly before or after that day; then some days on."""
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
    if which in ("past", "the past", "the last") and one not in ("quarter", "century", "weekend", "night"):
        return _window(anchor, -1, one)
    return UNKNOWN if one in ("day", "night") else anchor.period(one, OFFSET[WHICH[which.removeprefix("the ")]])


def _unit_from_last(match: re.Match[str], anchor: Anchor) -> TimeValue:
    which = _clean(match["which"]).removeprefix("the ").removeprefix("this ")
    return anchor.from_last(unit(match["unit"]), FROM_LAST.get(which, 0))


def _beside_last(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return anchor.from_last(unit(match["unit"]), 1 if match["way"].lower() in ("after", "later") else -1)


def _own_unit(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return anchor.period(unit(match["unit"]), 0)


def _window(anchor: Anchor, count: int, one: str) -> TimeValue:
    """The units up to the article's date, or from it on, with their length."""
    if not anchor.day:
        return UNKNOWN
    if one in ("day", "week", "night", "fortnight"):
        size = count * {"week": 7, "fortnight": 14}.get(one, 1)
        other = add_days(anchor.day, size)
        ends = (other.isoformat() if other else "", anchor.day.isoformat())
    else:
        ends = (anchor.shift(one, count).start, anchor.shift(one, 0).start)
    return span(min(ends), max(ends)) if all(ends) else UNKNOWN


def _windows(match: re.Match[str], anchor: Anchor) -> TimeValue:
    one = unit(match["unit"])
    if re.fullmatch(VAGUE, match["count"], re.IGNORECASE) or one in NO_WINDOW:
        return UNKNOWN
    size = int(cardinal(match["count"]))
    return _window(anchor, size if WHICH.get(_clean(match["which"])) == NEXT else -size, one) if size else UNKNOWN


def _count(match: re.Match[str]) -> int:
    """How many units; 0 where the words leave it open."""
    if match["uncertain"] or re.fullmatch(VAGUE, match["count"], re.IGNORECASE):
        return 0
    number = cardinal(match["count"])
    return int(number) if number == int(number) and number < FARTHEST else 0


def _ago(match: re.Match[str], anchor: Anchor) -> TimeValue:
    one, size = unit(match["unit"]), _count(match)
    return anchor.shift(one, -size) if size else UNKNOWN


def _later(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """So long after or before the date named before; "a year earlier" counts from the article's date where there is none."""
    one, size = unit(match["unit"]), _count(match)
    if not size:
        return UNKNOWN
    if match["way"].lower() in ("earlier", "previously"):
        return anchor.from_last(one, -size) if anchor.last else anchor.shift(one, -size)
    return anchor.from_last(one, size)


def _month(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """ "last October" is the nearest strictly before the article's month, "next October" strictly after it."""
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
    """Three whole months: spring from March, summer from June, autumn from September, winter from December (northern)."""
    first = SEASONS[match["season"].lower()]
    groups = match.groupdict()
    if groups.get("year"):
        return _season_of(int(groups["year"]), first)
    if groups.get("of"):
        year = anchor.year(groups["of"].lower())
        return _season_of(year, first) if year else UNKNOWN
    return _nearest_season(first, anchor, WHICH[_clean(groups["which"])] if groups.get("which") else "")


def _season_of(year: int, first: int) -> TimeValue:
    return span(month_iso(year, first), month_iso(year, first + SEASON_MONTHS - 1))


def _nearest_season(first: int, anchor: Anchor, which: str) -> TimeValue:
    if not anchor.day:
        return UNKNOWN
    own, year = anchor.day.isoformat()[:7], anchor.day.year
    seasons = [_season_of(y, first) for y in range(max(year - 2, 1), min(year + 2, 9998) + 1)]
    if which == LAST:
        return next((s for s in reversed(seasons) if s.end < own), UNKNOWN)
    if which == NEXT or (not which and anchor.past is False):
        return next((s for s in seasons if (s.start > own if which else s.end >= own)), UNKNOWN)
    if which == THIS:
        return next((s for s in seasons if s.start <= own <= s.end or s.start[:4] == own[:4]), UNKNOWN)
    return next((s for s in reversed(seasons) if s.start <= own), UNKNOWN)


def _weekend(match: re.Match[str], anchor: Anchor) -> TimeValue:
    """The nearest weekend that has begun; in a future clause the one that has not ended."""
    begun = anchor.day is not None and anchor.day.weekday() >= WEEKDAYS["saturday"]
    return anchor.period("weekend", 0 if begun or anchor.past is False else -1)


def _unknown(match: re.Match[str], anchor: Anchor) -> TimeValue:
    return UNKNOWN


NEAR = rf"(?P<which>{either([*WHICH])})"
BESIDE = rf"(?P<which>{THE}(?:previous|following)|{either([*WHICH])})"
FROM = rf"(?P<which>(?:{THE}(?:previous|preceding|prior|same|very{GAP}same|following)|that(?:{GAP}same)?|the{GAP}next))"
ZONE = rf"(?:GMT|UTC|[ECMP][SD]?T|[BI]ST|CES?T|local{GAP}time)"
CLOCK = r"(?:[01]?\d|2[0-3])"
RULES: tuple[Rule, ...] = (
    (rf"{UNCERTAIN}{ABOUT}{COUNT}{GAP}(?P<unit>{UNIT}){GAP}ago", _ago),
    (rf"{UNCERTAIN}{ABOUT}{COUNT}{GAP}(?P<unit>{UNIT}){GAP}(?P<way>later|earlier|afterwards|previously)", _later),
    (rf"{THE}(?P<which>last|past|next|coming|previous){GAP}{COUNT}{GAP}(?P<unit>{UNIT})", _windows),
    (rf"the{GAP}(?P<unit>day|night|week|month|year){GAP}(?P<way>before|after|earlier|later)(?=\s?[,.;)]|$)", _beside_last),
    (rf"(?P<word>{either(DAY_WORDS)})", _day_word),
    (
        rf"(?:{BESIDE}{GAP})?(?P<weekday>{WEEKDAY})(?:,?{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week)?",
        _weekday,
    ),
    (rf"the{GAP}(?P<day>[12]?\d|3[01])(?:st|nd|rd|th){GAP}of{GAP}(?P<which>last|this|next){GAP}month", _day_of_month),
    (rf"(?:{NEAR}{GAP})(?P<month>{MONTH})", _month),
    (
        rf"(?:{NEAR}{GAP}|the{GAP})?(?P<season>{either(SEASONS)})(?:{GAP}of|,)?{GAP}(?:(?P<year>{YEAR})|(?P<of>last|this|next){GAP}year)",
        _season,
    ),
    (rf"(?:the|this){GAP}weekend", _weekend),
    (rf"(?:{NEAR}{GAP})(?P<season>{either(SEASONS)})", _season),
    (rf"(?:the{GAP})?(?P<season>{either(SEASONS)})", _season),
    (
        rf"(?P<which>(?:the{GAP})?(?:last|past|current|coming)|this(?:{GAP}past|{GAP}coming)?|next){GAP}(?P<unit>{ONE_UNIT})",
        _unit,
    ),
    (rf"{FROM}{GAP}(?P<unit>{ONE_UNIT})", _unit_from_last),
    (
        rf"{THE}(?:end|beginning|start|middle|close|rest|remainder){GAP}of{GAP}the{GAP}(?P<unit>week|month|year|decade|century)",
        _own_unit,
    ),
    (rf"(?:the{GAP})?(?P<unit>year)(?:-|{GAP}|[’']s{GAP})end", _own_unit),
    (rf"(?:every|each){GAP}(?:(?:other|single|{CARDINAL}){GAP})?(?:{UNIT}|weekend|{WEEKDAY}|{MONTH}|morning|evening)", _unknown),
    (rf"(?:(?:{THE}(?:last|past|next|coming|previous)|the|these|those){GAP})?{VAGUE}{GAP}(?:{UNIT}s?)", _unknown),
    (rf"{CLOCK}(?::[0-5]\d)?\s?[ap]\.?m\b\.?(?:{GAP}{ZONE}\b)?", _unknown),
    (rf"{CLOCK}:[0-5]\d(?:{GAP}(?:hours|{ZONE})\b)?", _unknown),
    (r"(?:noon|midday|midnight)", _unknown),
)
