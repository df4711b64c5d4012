"""Time expressions: their search, and the meaning of single dates, lengths, bounds and spans.

The large pattern is tried only where a word can begin one, near a word of time.

Source: TIMEX3 (TimeML annotation guidelines 1.2.1, Saurí et al. 2006) for what counts as an
expression and what it means; SUTime (Chang and Manning 2012) for the choice between past and
future.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lang.en import word_set
from kg.model import TimeValue
from kg.text.timex import clocks, months, relative
from kg.text.timex.anchor import Anchor
from kg.text.timex.dates import UNKNOWN, day_of, first_day, last_day, part_of, span
from kg.text.timex.expressions import fixed, lengths
from kg.text.timex.rules import Rule, Said
from kg.text.timex.words import (
    AND,
    BETWEEN,
    CARDINALS,
    DECADES,
    FLAGS,
    FROM,
    MONTHS,
    OF,
    ORDINALS,
    SEASONS,
    THE,
    UNIT_OF_PLURAL,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
    YEAR_NOUN,
    maybe,
    with_gaps,
    words_in_order,
)

Match = re.Match[str]

LONGEST = 120  # characters; no time expression is longer

PART_NOUN = words_in_order("times", "part-of-a-time")
PART_ADJECTIVE = words_in_order("times", "early-or-late")
VERY = maybe(words_in_order("adverbs", "very"))
NOUN_OF = rf"{PART_NOUN} {OF} "
BEHIND_EARLY = maybe(words_in_order("function_words", "behind-early"))
ADJECTIVE_OF = rf"{VERY}{PART_ADJECTIVE}(?: |-|–){BEHIND_EARLY}"
PART = rf"(?:{THE}{VERY}(?:{NOUN_OF}|{ADJECTIVE_OF}){THE})"
DAY_PART = words_in_order("times", "part-of-the-day")
EARLY_OR_LATE = maybe(words_in_order("times", "early-part-of-the-day"))
IN_THE = maybe(words_in_order("phrases", "before-part-of-the-day"))
OF_DAY = rf"(?: {IN_THE}{EARLY_OR_LATE}{DAY_PART}\b)"
# If two rules fit at one place, the first decides: the longer expressions come first.
RULES: tuple[Rule, ...] = (
    *fixed.DAYS,
    *lengths.COMPOUND,
    *months.RULES,
    *relative.RULES,
    *clocks.RULES,
    *fixed.OTHERS,
    *lengths.PLAIN,
)
# What a rule looks up is in its word lists only if its letters and figures are those of the lists:
# without regard to case, a pattern takes a long "ſ" for an "s", too, and an Arabic figure for one.
PLAIN = FLAGS | re.ASCII
COMPILED = tuple((re.compile(pattern, PLAIN), meaning) for pattern, meaning in RULES)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(with_gaps(pattern), PLAIN)


def _unnamed(pattern: str) -> str:
    """Return a pattern whose groups have no names, so that it may stand in another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


ANY_RULE = "|".join(_unnamed(pattern) for pattern, _ in RULES)
SINGLE = rf"{PART}?(?:{ANY_RULE}){OF_DAY}?"
BEFORE = r"(?<![\w$£€#/-])(?<!\d[.,])"
BEHIND = r"(?![\w/%]|-\d|[.,]\d)"
ALONE = with_gaps(rf"{BEFORE}(?:{SINGLE}){BEHIND}")
EXPRESSION = re.compile(ALONE, FLAGS)

ONWARDS = words_in_order("function_words", "onwards")
ON = rf"(?:{words_in_order('function_words', 'on')}|{ONWARDS})"
SINCE = words_in_order("function_words", "since")
AFTER = words_in_order("function_words", "after")
FROM_ON = rf"{FROM}(?= .{{1,60}} {ON}$)"
OPENERS = rf"(?:{SINCE}|{AFTER}|{FROM_ON})"
CLOSERS = words_in_order("function_words", "until")
BOUND = _compiled(
    rf"(?:(?P<opener>{OPENERS} )|(?P<closer>{CLOSERS} ))?(?P<date>{SINGLE})"
    rf"(?(opener)(?: {ON})?|(?(closer)| {ONWARDS}))"
)
UP_TO = words_in_order("function_words", "up-to-a-time")
UP = maybe(words_in_order("function_words", "up"))
TO = rf"(?:\s?[-–—]\s?| {UP}{UP_TO} )"
PAIR = _compiled(
    rf"(?:(?P<between>{BETWEEN} )|{FROM} )?(?P<first>{SINGLE})"
    rf"(?(between) {AND} |{TO})(?P<second>{SINGLE})"
)
LEADING_WORD = words_in_order("function_words", "leading-a-time")
LEADING = _compiled(rf"^(?:{LEADING_WORD} )+")
PART_RE = _compiled(PART)
OF_DAY_RE = _compiled(rf"{OF_DAY}$")
YEAR_SAID = re.compile(rf"(?:1\d|20)\d\d|\b{YEAR_NOUN}\b", PLAIN)

WORD_IN_TEXT = re.compile(r"[^\W_]+")
MARKS = (":", "/", ".", "-")  # those that dates and clocks have behind figures
NEAR = 60  # characters from the start of an expression to its first word of time
# Every expression has one of these words in it, or figures that look like a date or a clock.
WORDS_OF_TIME = {
    *MONTHS,
    *WEEKDAYS,
    *SEASONS,
    *DECADES,
    *UNITS,
    *UNIT_OF_PLURAL,
    *word_set("times", "word-of-time"),
}
FIRST_WORDS = {
    *MONTHS,
    *WEEKDAYS,
    *WEEKDAY_SHORT,
    *SEASONS,
    *DECADES,
    *CARDINALS,
    *ORDINALS,
    *word_set("times", "first-word"),
}


def resolve(
    words: str, anchor: str, *, past: bool | None = True, last: str = ""
) -> TimeValue | None:
    """Return the meaning of a time expression; None if the words are none.

    The value is empty if they cannot be worked out. `anchor` is the ISO date of the article, or
    empty if it has none. `past` is the tense of the clause: True takes the nearest date up to and
    including the article's own day, False from it on, None (no tense) the nearest on either side.
    `last` is the date that the text named before, for "the following day". Results have the
    precision of the words.

    >>> resolve("Thursday", "2021-02-26").start, resolve("last October", "2021-02-26").start
    ('2021-02-25', '2020-10')
    >>> resolve("since 2011", "")
    TimeValue(start='2011', end='', duration='', open=True)
    >>> resolve("32-hour", "").duration
    'PT32H'
    """
    straight = words.replace("’", "'")
    text = " ".join(straight.split())
    if not text or len(text) > LONGEST:
        return None
    text = LEADING.sub("", text)
    day = day_of(anchor)
    return _meaning(text, Anchor(day, past, last))


def _meaning(text: str, anchor: Anchor) -> TimeValue | None:
    """Return the meaning of a single date or length, a bound, or a span of two dates."""
    value = _single(text, anchor)
    if value is not None:
        return value
    if bound := BOUND.fullmatch(text):
        return _bound(bound, anchor)
    if pair := PAIR.fullmatch(text):
        return _pair(pair["first"], pair["second"], anchor)
    return None


def _single(text: str, anchor: Anchor) -> TimeValue | None:
    """Return the meaning of a single date or length; None if the words are none.

    A part of a time means the whole of it: "early 2010", "Monday evening". Only of a decade, it
    means half.
    """
    for rule, meaning in COMPILED:
        if match := rule.fullmatch(text):
            return meaning(Said(match), anchor)
    if part := PART_RE.match(text):
        value = _single(text[part.end() :], anchor)
        return part_of(value, part.group()) if value is not None else None
    if part := OF_DAY_RE.search(text):
        day = text[: part.start()]
        return _single(day, anchor)
    return None


def _known(text: str, anchor: Anchor) -> TimeValue:
    """Return the meaning of a single date or length; that of nothing, if the words are none."""
    return _single(text, anchor) or UNKNOWN


def _bound(match: Match, anchor: Anchor) -> TimeValue:
    """Return the time up to a date, or from it on, which is then the nearest in the past."""
    words = match["date"]
    if match["closer"]:
        closing = _known(words, anchor)
        return TimeValue(end=_last_of(closing))
    looking_back = replace(anchor, past=True)
    opening = _known(words, looking_back)
    if not opening.start:
        return UNKNOWN
    return TimeValue(start=opening.start, open=True)


def _last_of(value: TimeValue) -> str:
    """Return the last date of a span, or the single date."""
    return value.end or value.start


def _pair(first: str, second: str, anchor: Anchor) -> TimeValue:
    """Return the span of two dates.

    If only one has a year, the other is read from it: "from January to March 2018".
    """
    has_year = YEAR_SAID.search(first) is not None
    if has_year and not YEAR_SAID.search(second):
        start = _known(first, anchor)
        end = _known(second, _from_on(start))
    else:
        end = _known(second, anchor)
        anchor_of_first = anchor if has_year else _up_to(end)
        start = _known(first, anchor_of_first)
    return span(start.start, _last_of(end))


def _from_on(start: TimeValue) -> Anchor:
    """Return the anchor for the second date of a span, which is read from the first one on."""
    if not start.start:
        return Anchor()
    return Anchor(first_day(start.start), past=False)


def _up_to(end: TimeValue) -> Anchor:
    """Return the anchor for the first date of a span, which is read up to the second one."""
    if not end.start:
        return Anchor()
    last = _last_of(end)
    return Anchor(last_day(last), past=True)


def search(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what may be a time expression, in text order and without overlap.

    Only the words count here, so the verb "may" and "2000" people are among them. Takes time in
    proportion to the text.
    """
    words = list(WORD_IN_TEXT.finditer(text))
    near = [word.start() for word in words if _is_of_time(word)]
    done = 0
    for word in filter(_may_begin, words):
        start = word.start()
        if start < done or not _has_one_within(near, start, start + NEAR):
            continue
        match = _expression_at(text, start)
        if match:
            done = match.end()
            yield match.start(), done


def _may_begin(word: Match) -> bool:
    """Return whether a time expression may begin with a word."""
    text = word.group().lower()
    return text[0].isdigit() or text in FIRST_WORDS


def _has_one_within(places: Sequence[int], start: int, end: int) -> bool:
    """Return whether one of some places in order lies from `start` to `end`."""
    return bisect_left(places, start) < bisect_right(places, end)


def _expression_at(text: str, start: int) -> Match | None:
    """Return the time expression that begins at a word, with an apostrophe before it or without."""
    match = None
    if text[start - 1 : start] in ("'", "’"):
        match = EXPRESSION.match(text, start - 1)
    return match or EXPRESSION.match(text, start)


def _is_of_time(word: Match) -> bool:
    """Return whether a word may be of a time.

    So may a word of time, "1990s", "5th", a number of four figures, and figures before a mark that
    dates and clocks have.
    """
    text = word.group().lower()
    if not text[0].isdigit():
        return text in WORDS_OF_TIME
    is_bare = text.isdigit() and len(text) != 4
    return not is_bare or word.string.startswith(MARKS, word.end())
