"""The dates that mentions of times give, and the roles that they fill."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Mention, Role, TimeValue

DAY = len("2021-02-26")  # an ISO date to the day


def time_of(mention: Mention) -> TimeValue:
    """Return what a mention means as a time; that of nothing, if it is none."""
    return mention.time or TimeValue()


def point_of(mention: Mention) -> str:
    """Return the ISO date of a mention of a single date; empty for any other mention."""
    time = time_of(mention)
    return time.start if time.is_point else ""


def is_day(mention: Mention) -> bool:
    """Return whether a mention is a single date to the day.

    "This year's meeting" does not date "the meeting".
    """
    return len(point_of(mention)) == DAY


def is_date(mention: Mention) -> bool:
    """Return whether a mention is a time that starts at a known date and does not run on.

    "Since 2010" says nothing of when another verb was.
    """
    time = time_of(mention)
    return bool(time.start) and not time.open


def only_dates(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that are dates."""
    return [mention for mention in mentions if is_date(mention)]


def is_dated(mention: Mention) -> bool:
    """Return whether a time could be worked out, open or not."""
    time = time_of(mention)
    return bool(time.start or time.end)


def at_its_end(mention: Mention) -> Mention:
    """Return the mention of "until March" as one of March itself."""
    time = time_of(mention)
    if time.start:
        return mention
    return replace(mention, time=TimeValue(time.end)) if time.end else mention


def first_known(choices: Iterable[list[Mention]]) -> list[Mention]:
    """Return the first of some lists that has any date in it; an empty one if none has."""
    return next(filter(None, choices), [])


def times_among(roles: Iterable[Role]) -> Iterator[Mention]:
    """Yield the times that fill roles."""
    for role in roles:
        if role.name == "when":
            yield role.mention


def as_roles(dates: Iterable[Mention]) -> tuple[Role, ...]:
    """Return a role for each of some dates."""
    return tuple(Role("when", mention) for mention in dates)
