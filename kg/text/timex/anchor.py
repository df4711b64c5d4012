"""The anchor of a time expression: the article's date, the tense, and the date named before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import (
    date,
    timedelta,
)
from functools import partial

from kg.model import TimeValue
from kg.text.timex.dates import (
    UNKNOWN,
    day_iso,
    days_from,
    first_day,
    month_iso,
    months,
    period,
    season_of,
    shift,
    span,
    years_around,
)
from kg.text.timex.words import (
    DAYS_IN,
    MONTHS_IN,
    Which,
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day and the tense that a time expression is read against.

    `day` is the article's date, if it has one. `past` is the tense of the clause; None if it shows
    none. `last` is the ISO date that the text named before, for "the following day"; empty if there
    is none.
    """

    day: date | None = None
    past: bool | None = True
    last: str = ""

    @property
    def iso(self) -> str:
        """The article's date as ISO text; empty if it has none."""
        if self.day is None:
            return ""
        return self.day.isoformat()

    def period(self, unit: str, offset: int) -> TimeValue:
        """Return the calendar unit so many units from the article's own ("last month")."""
        if self.day is None:
            return UNKNOWN
        return period(self.day, unit, offset)

    def shift(self, unit: str, count: int) -> TimeValue:
        """Return the point so many units from the article's date ("three years ago")."""
        if self.day is None:
            return UNKNOWN
        return shift(self.day, unit, count)

    def window(self, unit: str, count: int) -> TimeValue:
        """Return the span of some units up to the article's date, or from it on; of none, unknown.

        It is as precise as the unit: to the day for weeks, to the year for years.
        """
        if not self.day or not count:
            return UNKNOWN
        before = min(count, 0)
        after = max(count, 0)
        if unit in DAYS_IN:
            size = DAYS_IN[unit]
            return days_from(self.day, before * size, after * size)
        first = self.shift(unit, before)
        last = self.shift(unit, after)
        return span(first.start, last.start)

    def from_last(self, unit: str, count: int) -> TimeValue:
        """Return the point that lies so many units from the date named before.

        Unknown if that date is less precise than the unit.
        """
        if len(self.last) < _precision(unit):
            return UNKNOWN
        day = first_day(self.last)
        return shift(day, unit, count)

    def year_beside_last(self, month: int, which: int) -> int:
        """Return the year of the nearest month of that number after the date named before.

        Before it, if `which` is negative; in its own year, if it is 0. Beside a bare year it is
        the year next to that. 0 if no date was named.
        """
        if not self.last:
            return 0
        named = first_day(self.last)
        if len(self.last) < _precision("month"):
            return named.year + which
        if which > 0:
            return named.year + (month <= named.month)
        if which < 0:
            return named.year - (month >= named.month)
        return named.year

    def year(self, offset: int) -> int:
        """Return the year so many years from the article's own; 0 if the article has no date."""
        if self.day is None:
            return 0
        return self.day.year + offset

    def nearest_month(self, month: int) -> str:
        """Return the month of that number that a clause in this tense means.

        The article's own month counts as past and as future.
        """
        own = self.iso[:7]
        months = (month_iso(year, month) for year in self._years())
        return self._nearest(months, own)

    def nearest_day(self, month: int, day: int) -> str:
        """Return the day of that month and number that a clause in this tense means.

        The article's own day counts as past and as future.
        """
        # A leap day may be eight years away, over a century that is no leap year.
        is_leap_day = (month, day) == (2, 29)
        distance = 8 if is_leap_day else 1
        years = self._years(distance)
        days = (day_iso(year, month, day) for year in years)
        return self._nearest(days, self.iso)

    def nearest_weekday(self, number: int) -> TimeValue:
        """Return the weekday of that number that a clause in this tense means.

        It is the nearest one up to the article's own day; in a future clause, from that day on.
        """
        if not self.day:
            return UNKNOWN
        days = number - self.day.weekday()
        if self.past is False:
            return self.period("day", days % 7)
        return self.period("day", -(-days % 7))

    def nearest_quarter(self, first: int, last: int) -> TimeValue:
        """Return the nearest quarter of those months that has begun, or that has not ended.

        The latter in a future clause.
        """
        month = last if self.past is False else first
        nearest = self.nearest_month(month)
        if not nearest:
            return UNKNOWN
        year, _ = nearest.split("-")
        return months(int(year), first, last)

    def nearest_season(self, first: int, which: int | None) -> TimeValue:
        """Return the season with that first month which a clause in this tense means.

        `which` tells that it is the last, this or the next one; None, that the words do not say it.
        """
        if not self.day:
            return UNKNOWN
        years = years_around(self.day.year, 2, last=9998)
        seasons = [season_of(year, first) for year in years]
        looks_back = which is None and self.past is not False
        if looks_back or which == Which.LAST:
            seasons.reverse()
        for season in seasons:
            if self._means_season(season, which):
                return season
        return UNKNOWN

    def _means_season(self, season: TimeValue, which: int | None) -> bool:
        """Return whether a season is one that `nearest_season` may return, near or not."""
        own = self.iso[:7]
        match which:
            case Which.LAST:
                return season.end < own
            case Which.THIS:
                return _is_this_season(season, own)
            case Which.NEXT:
                return season.start > own
            case _ if self.past is False:
                return season.end >= own
            case _:
                return season.start <= own

    def nearest(self, days: Iterable[str]) -> str:
        """Return the day nearest to the article's own that its tense allows; empty if none."""
        return self._nearest(days, self.iso)

    def _nearest(self, dates: Iterable[str], own: str) -> str:
        """Return the date nearest to the own one that its tense allows; empty if there is none."""
        if not own:
            return ""
        in_calendar = filter(None, dates)
        distance = partial(self._distance, own)
        return min(in_calendar, key=distance, default="")

    def _years(self, distance: int = 1) -> range:
        """Return the years so near to the article's own."""
        return years_around(self.year(0), distance)

    def _distance(self, own: str, iso: str) -> tuple[bool, timedelta, bool]:
        """Return how badly a date suits.

        First, whether it is on the wrong side of the article's own date; then the days between
        them; then whether it is later, not earlier.
        """
        is_wrong = self._is_wrong(iso, own)
        apart = first_day(iso) - first_day(own)
        is_later = iso > own
        return is_wrong, abs(apart), is_later

    def _is_wrong(self, iso: str, own: str) -> bool:
        """Return whether a date is on the side of the article's own that the tense rules out."""
        if self.past is None:
            return False
        if self.past:
            return iso > own
        return iso < own


def _is_this_season(season: TimeValue, own: str) -> bool:
    """Return whether a month lies in a season, or in the year that it starts in."""
    if season.start[:4] == own[:4]:
        return True
    return season.start <= own <= season.end


def _precision(unit: str) -> int:
    """Return how many characters an ISO date must have in which a unit can be counted."""
    if unit in DAYS_IN:
        return 10
    if MONTHS_IN.get(unit, 12) < 12:
        return 7
    return 4
