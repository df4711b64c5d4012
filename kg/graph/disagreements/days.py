"""Dates as precise as texts give them, and ages: whether two can be one, and how far apart.

Ages are taken as spans in which somebody must have been born, so that those at different days
compare.
"""

from datetime import date

from kg.model import Fact

FIRST = {4: "-01-01", 7: "-01", 10: ""}  # what completes an ISO date, by its length
YEAR = 365.2425  # days
DAY = 0.5  # what is less is no day

Days = tuple[float, float]  # as ordinals of the proleptic calendar


def are_apart(first: str, second: str) -> bool:
    """Return whether two ISO dates, each to the day, the month or the year, cannot be one.

    >>> are_apart("2031-03", "2031-03-04"), are_apart("2031-03-04", "2031-03-05")
    (False, True)
    """
    dates = (first, second)
    shorter, longer = sorted(dates, key=len)
    if not shorter:
        return False
    return not longer.startswith(shorter)


def first_day(text: str) -> date | None:
    """Return the first day that an ISO date can mean; None for what is none."""
    ending = FIRST.get(len(text))
    if ending is None:
        return None
    try:
        return date.fromisoformat(text + ending)
    except ValueError:  # "2031-02-30" of a misread text
        return None


def days_apart(first: str, second: str) -> int | None:
    """Return how many days lie between the earliest that two dates can mean.

    It is negative if the second comes before the first, None if one of them is not known.

    >>> days_apart("2031-03-04", "2031-03-06"), days_apart("2031", "")
    (2, None)
    """
    begin = first_day(first)
    end = first_day(second)
    if begin is None or end is None:
        return None
    return (end - begin).days


def is_over(end: str, begin: str) -> bool:
    """Return whether something that ends at one date is over when another thing begins.

    Dates that may be one are taken for the hand-over.

    >>> is_over("2032-06-07", "2032-06"), is_over("2033", "2032-06-07")
    (True, False)
    """
    if not end or not begin:
        return False
    if not are_apart(end, begin):
        return True
    return end < begin


def cannot_be_one_life(first: Fact, second: Fact) -> bool:
    """Return whether two ages, each at its day, ask for two dates of birth.

    False if the day of one is not known.
    """
    one = _born(first)
    other = _born(second)
    if one is None or other is None:
        return False
    return other[0] - one[1] > DAY or one[0] - other[1] > DAY


def _born(fact: Fact) -> Days | None:
    """Return the first and the last day on which somebody of an age at a day can be born."""
    day = first_day(fact.as_of)
    text = "" if isinstance(fact.object, str) else fact.object.text
    if day is None or not text.isdecimal():
        return None
    return _span(day, int(text))


def _span(day: date, age: int) -> Days:
    last = day.toordinal() - age * YEAR
    return last - YEAR + 1, last
