"""Times of the clock, and parts of a day that the text named: "at 9:40 a.m.", "overnight"."""

from collections.abc import (
    Iterator,
    Sequence,
)
from dataclasses import replace
from datetime import timedelta

from kg.model import (
    Mention,
    TimeValue,
)
from kg.text.parse import Source
from kg.text.timex.anchor import Anchor
from kg.text.timex.dates import day_of
from kg.text.timex.relative import (
    CLOCKS,
    FROM_DATE,
    FROM_LAST,
    LATER_ON_THE_DAY,
)
from kg.text.timex.rules import (
    Rules,
    Said,
    rule,
)
from kg.text.timex.words import (
    WEEKDAY,
    compiled,
    words_in_order,
)

DAY_PART = words_in_order("times", "part-of-the-day")
OVERNIGHT = words_in_order("times", "last-night-and-today")
RULES: Rules = []

DAY = len("2021-02-26")
NEWS = timedelta(days=7)  # weeklies are read, too
CLOCK = compiled("|".join((*CLOCKS, LATER_ON_THE_DAY)))


def with_days(mentions: Sequence[Mention], source: Source) -> Iterator[Mention]:
    """Yield the times, those of the clock with the day that the text named last.

    They have none if their own sentence names a date. If the last date was no day, they have the
    last day of the week up to the article's own. The title lines name no day of what happened.
    """
    article = source.article
    sentences = [_sentence(mention, source) for mention in mentions]
    dated = {at for at, each in zip(sentences, mentions, strict=True) if _date(each)}
    last = ""
    is_last = False  # whether that day is the last date, too
    for sentence, mention in zip(sentences, mentions, strict=True):
        if any(passage.covers(mention.passage) for passage in article.front):
            yield mention
            continue
        is_known = is_last or is_news(last, article.published)
        if is_known and is_clock(mention) and sentence not in dated:
            mention = replace(mention, time=TimeValue(last))
        date = _date(mention)
        is_day = len(date) == DAY and mention.time is not None and mention.time.is_point
        last = date if is_day else last
        is_last = is_day if date else is_last
        yield mention


def is_clock(mention: Mention) -> bool:
    """Return whether a mention is a time of a day: "at 5 p.m.", "noon", "an hour later"."""
    return CLOCK.fullmatch(mention.text) is not None


def is_news(day: str, published: str) -> bool:
    """Return whether a date is a day in the week up to the article's own."""
    happened = day_of(day)
    told = day_of(published)
    if happened is None or told is None:
        return False
    return timedelta(0) <= told - happened <= NEWS


def _sentence(mention: Mention, source: Source) -> int:
    """Return the first token of the sentence around a time; -1 if it is no span of tokens."""
    passage = mention.passage
    span = source.span(passage.start, passage.end)
    return span.sent.start if span is not None else -1


def _date(mention: Mention) -> str:
    """Return the ISO date of a time, the last of a span; empty if it has none."""
    time = mention.time
    return (time.end or time.start) if time is not None else ""


@rule(RULES, rf"{FROM_DATE} {DAY_PART}")
def _part_of_day_from_last(said: Said, anchor: Anchor) -> TimeValue:
    """Return the day that "the same evening" and "the next morning" are of."""
    which = said["which"].removeprefix("the ")
    return anchor.from_last("day", FROM_LAST.get(which, 0))


@rule(RULES, rf"{OVERNIGHT}(?! {WEEKDAY})")
def _overnight(said: Said, anchor: Anchor) -> TimeValue:
    """Return the day before the article's own and that day: the night between them."""
    return anchor.window("day", -1)
