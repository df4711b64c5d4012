"""Dates of publication as files write them: ISO 8601, the dates of mails, seconds since 1970, and
dates in words.
"""

import re
from datetime import UTC, datetime, time
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from kg.text.read.dates import FIRST_YEAR, first_date

SECONDS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")  # since 1970, or thousandths of them
THOUSANDTHS = 10**11  # more than so many seconds are thousandths
LONGEST = 100  # characters of a date
EPOCH = "1970-01-01"  # what programs write if they know no date


class Moment(NamedTuple):
    """An ISO date, and the same with its time of day, which is empty if that is not said."""

    day: str = ""
    instant: str = ""


def moment(words: str) -> Moment:
    """Return when words say that something was published, as the date of the place itself.

    Both parts are empty if the words are no full date, or may be read in two ways.

    >>> moment("Thu, 14 Mar 2024 23:30:00 -0500")
    Moment(day='2024-03-14', instant='2024-03-14T23:30:00-05:00')
    >>> moment("March 14, 2024"), moment("02/03/2024")
    (Moment(day='2024-03-14', instant=''), Moment(day='', instant=''))
    """
    short = words.strip()[:LONGEST]
    found = _iso(short) or _of_mail(short) or _of_seconds(short)
    if found is None:
        return Moment(first_date(short))
    day = found.date().isoformat()
    if found.year < FIRST_YEAR or day == EPOCH:
        return Moment()
    has_time = found.time() != time.min or found.tzinfo is not None
    return Moment(day, found.isoformat(timespec="seconds") if has_time else "")


def _iso(words: str) -> datetime | None:
    """Return the moment in ISO 8601; None if it is none, or only a year or month."""
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None


def _of_mail(words: str) -> datetime | None:
    """Return the moment as mails and feeds write it (RFC 5322)."""
    if ":" not in words:
        return None
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _of_seconds(words: str) -> datetime | None:
    """Return the moment that a number of seconds since 1970 tells."""
    if not SECONDS.fullmatch(words):
        return None
    seconds = float(words)
    if seconds > THOUSANDTHS:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC)
