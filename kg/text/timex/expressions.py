"""The meaning of time expressions: single dates and lengths, then "since", "until" and spans.

Source: TIMEX3 (TimeML annotation guidelines 1.2.1, Saurí et al. 2006) for what counts as an
expression and what it means; SUTime (Chang and Manning 2012) for the choice between past and
future.
"""

import re
from dataclasses import replace

from kg.model import TimeValue
from kg.text.timex import fixed, lengths, relative
from kg.text.timex.anchor import Anchor, Rule
from kg.text.timex.dates import UNKNOWN, day_of, first_day, last_day, span
from kg.text.timex.words import FLAGS, GAP, THE, words_in_order

LONGEST = 120  # characters; no time expression is longer

PART_NOUN = words_in_order("times", "part-of-a-time")
PART_ADJECTIVE = words_in_order("times", "early-or-late")
VERY = rf"(?:very{GAP})?"
NOUN_OF = rf"{PART_NOUN}{GAP}of{GAP}"
ADJECTIVE_OF = rf"{VERY}{PART_ADJECTIVE}(?:{GAP}|-|–)(?:(?:in|on|of){GAP})?"
PART = rf"(?:{THE}{VERY}(?:{NOUN_OF}|{ADJECTIVE_OF}){THE})"
DAY_PART = words_in_order("times", "part-of-the-day")
EARLY_OR_LATE = rf"(?:early{GAP}|late{GAP})?"
OF_DAY = rf"(?:{GAP}(?:(?:in{GAP}the|at){GAP})?{EARLY_OR_LATE}{DAY_PART}\b)"
# If two rules fit at one place, a search takes the first: the longer expressions come first.
RULES: tuple[Rule, ...] = (
    *fixed.DAYS,
    *lengths.COMPOUND,
    *relative.RULES,
    *fixed.OTHERS,
    *lengths.PLAIN,
)
# What a rule looks up is in its word lists only if its letters and figures are those of the lists:
# without regard to case, a pattern takes a long "ſ" for an "s", too, and an Arabic figure for one.
PLAIN = FLAGS | re.ASCII
COMPILED = tuple((re.compile(pattern, PLAIN), meaning) for pattern, meaning in RULES)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


ANY_RULE = "|".join(_unnamed(pattern) for pattern, _ in RULES)
SINGLE = rf"{PART}?(?:{ANY_RULE}){OF_DAY}?"
EXPRESSION = re.compile(rf"(?<![\w$£€#/-])(?<!\d[.,])(?:{SINGLE})(?![\w/%]|-\d|[.,]\d)", FLAGS)

ON = r"(?:on|onwards?)"
OPENERS = rf"(?:(?:ever{GAP})?since|after|from(?={GAP}.{{1,60}}{GAP}{ON}$))"
CLOSERS = words_in_order("function_words", "until")
BOUND = re.compile(
    rf"(?:(?P<opener>{OPENERS}{GAP})|(?P<closer>{CLOSERS}{GAP}))?(?P<date>{SINGLE})"
    rf"(?(opener)(?:{GAP}{ON})?|(?(closer)|{GAP}onwards?))",
    PLAIN,
)
UP_TO = words_in_order("function_words", "up-to-a-time")
TO = rf"(?:\s?[-–—]\s?|{GAP}(?:up{GAP})?{UP_TO}{GAP})"
PAIR = re.compile(
    rf"(?:(?P<between>between{GAP})|from{GAP})?(?P<first>{SINGLE})"
    rf"(?(between){GAP}and{GAP}|{TO})(?P<second>{SINGLE})",
    PLAIN,
)
LEADING = re.compile(rf"^(?:{words_in_order('function_words', 'leading-a-time')}{GAP})+", PLAIN)
PART_RE = re.compile(PART, PLAIN)
OF_DAY_RE = re.compile(rf"{OF_DAY}$", PLAIN)
YEAR_SAID = re.compile(r"(?:1\d|20)\d\d|\byear\b", PLAIN)


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
    text = " ".join(words.replace("’", "'").split())
    if not text or len(text) > LONGEST:
        return None
    return _meaning(LEADING.sub("", text), Anchor(day_of(anchor), past, last))


def _meaning(text: str, anchor: Anchor) -> TimeValue | None:
    value = _single(text, anchor)
    if value is not None:
        return value
    if match := BOUND.fullmatch(text):
        if match["closer"]:
            closed = _single(match["date"], anchor) or UNKNOWN
            return TimeValue(end=closed.end or closed.start)
        return _opened(_single(match["date"], replace(anchor, past=True)))
    if match := PAIR.fullmatch(text):
        return _pair(match["first"], match["second"], anchor)
    return None


def _single(text: str, anchor: Anchor) -> TimeValue | None:
    for rule, meaning in COMPILED:
        if match := rule.fullmatch(text):
            return meaning(match, anchor)
    if part := PART_RE.match(text):
        return _single(text[part.end() :], anchor)
    if part := OF_DAY_RE.search(text):
        return _single(text[: part.start()], anchor)
    return None


def _opened(value: TimeValue | None) -> TimeValue:
    return TimeValue(start=value.start, open=True) if value and value.start else UNKNOWN


def _pair(first: str, second: str, anchor: Anchor) -> TimeValue:
    """Return the span of two dates.

    If only one has a year, the other is read from it: "from January to March 2018".
    """
    first_has_year = bool(YEAR_SAID.search(first))
    if first_has_year and not YEAR_SAID.search(second):
        start = _single(first, anchor) or UNKNOWN
        after = Anchor(first_day(start.start), past=False) if start.start else Anchor()
        end = _single(second, after) or UNKNOWN
    else:
        end = _single(second, anchor) or UNKNOWN
        until = Anchor(last_day(end.end or end.start), past=True) if end.start else Anchor()
        start = _single(first, anchor if first_has_year else until) or UNKNOWN
    return span(start.start, end.end or end.start)
