"""What a time expression is read against: the article's own date, the tense of the clause, and the date named before it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from kg.model import TimeValue
from kg.text.timex.dates import UNKNOWN, day_iso, first_day, month_iso, period, shift
from kg.text.timex.words import DAYS_IN


@dataclass(frozen=True, slots=True)
class Anchor:
    """`day` is the article's date, if it has one. `past` is the tense of the clause; nothing where it shows none.

    `last` is the ISO date that the text named before, for "the following day"; empty where there is none.
    """

    day: date | None = None
    past: bool | None = True
    last: str = ""

    def period(self, unit: str, offset: int) -> TimeValue:
        """The calendar unit that lies so many units from the article's own ("last month")."""
        return period(self.day, unit, offset) if self.day else UNKNOWN

    def shift(self, unit: str, count: int) -> TimeValue:
        """The point that lies so many units from the article's date ("three years ago")."""
        return shift(self.day, unit, count) if self.day else UNKNOWN

    def from_last(self, unit: str, count: int) -> TimeValue:
        """The point that lies so many units from the date named before; unknown where that date is less precise than the unit."""
        precise = 10 if unit in DAYS_IN else 7 if unit in ("month", "quarter") else 4
        return shift(first_day(self.last), unit, count) if len(self.last) >= precise else UNKNOWN

    def year(self, which: str) -> int:
        """The year that "last", "this" or "next" year is; 0 where the article has no date."""
        return self.day.year + {"last": -1, "this": 0, "next": 1}[which] if self.day else 0

    def nearest_month(self, month: int) -> str:
        """The month of that number that a clause in this tense means; the article's own month counts as past and as future."""
        own = self.day.isoformat()[:7] if self.day else ""
        return self._nearest((month_iso(year, month) for year in self._years()), own)

    def nearest_day(self, month: int, day: int) -> str:
        """The day of that month and number that a clause in this tense means; the article's own day counts as both."""
        own = self.day.isoformat() if self.day else ""
        # A leap day may be eight years away, over a century that is no leap year.
        return self._nearest((day_iso(year, month, day) for year in self._years(8 if (month, day) == (2, 29) else 1)), own)

    def _nearest(self, dates: Iterable[str], own: str) -> str:
        return min(filter(None, dates), key=lambda iso: self._distance(iso, own), default="") if own else ""

    def _years(self, around: int = 1) -> range:
        year = self.day.year if self.day else 0
        return range(max(year - around, 1), min(year + around, 9999) + 1)

    def _distance(self, iso: str, own: str) -> tuple[bool, int, bool]:
        """How badly a date suits: on the wrong side of the article's own date, then by days, then later rather than earlier."""
        wrong = (iso > own) if self.past else (iso < own) if self.past is False else False
        return wrong, abs((first_day(iso) - first_day(own)).days), iso > own


Rule = tuple[str, Callable[[re.Match[str], Anchor], TimeValue]]
