"""What the words of a time expression mean: single dates and lengths by rule, then "since", "until" and spans of two dates.

Source: TIMEX3 (TimeML annotation guidelines 1.2.1, Saurí et al. 2006) for what counts as an expression and what it means;
SUTime (Chang and Manning 2012) for the choice between past and future.
"""

import re
from dataclasses import replace

from kg.model import TimeValue
from kg.text.timex import fixed, lengths, relative
from kg.text.timex.anchor import Anchor, Rule
from kg.text.timex.dates import UNKNOWN, day_of, first_day, last_day, span
from kg.text.timex.words import FLAGS, GAP, THE

LONGEST = 120  # characters; no time expression is longer

PART = (
    rf"(?:{THE}(?:very{GAP})?(?:(?:beginning|start|end|middle|close|turn|rest|remainder|half|(?:early|latter){GAP}part){GAP}of{GAP}"
    rf"|(?:very{GAP})?(?:early|late|earlier|later|mid|middle)(?:{GAP}|-|–)(?:(?:in|on|of){GAP})?){THE})"
)
OF_DAY = (
    rf"(?:{GAP}(?:(?:in{GAP}the|at){GAP})?(?:early{GAP}|late{GAP})?(?:morning|afternoon|evening|night|lunchtime|midday|noon)\b)"
)
# Where two rules fit at one place, the first is taken in a search: the longer expressions come first.
RULES: tuple[Rule, ...] = (*fixed.DAYS, *lengths.COMPOUND, *relative.RULES, *fixed.OTHERS, *lengths.PLAIN)
# What a rule looks up is in its word lists only if its letters and figures are those of the lists:
# without regard to case, a pattern takes a long "ſ" for an "s", too, and an Arabic figure for one.
PLAIN = FLAGS | re.ASCII
COMPILED = tuple((re.compile(pattern, PLAIN), meaning) for pattern, meaning in RULES)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


SINGLE = rf"{PART}?(?:{'|'.join(_unnamed(pattern) for pattern, _ in RULES)}){OF_DAY}?"
EXPRESSION = re.compile(rf"(?<![\w$£€#/-])(?<!\d[.,])(?:{SINGLE})(?![\w/%]|-\d|[.,]\d)", FLAGS)

OPENERS = rf"(?:(?:ever{GAP})?since|after|from(?={GAP}.{{1,60}}{GAP}(?:on|onwards?)$))"
CLOSERS = rf"(?:until|till|through|before|prior{GAP}to|up{GAP}to)"
BOUND = re.compile(
    rf"(?:(?P<opener>{OPENERS}{GAP})|(?P<closer>{CLOSERS}{GAP}))?(?P<date>{SINGLE})"
    rf"(?(opener)(?:{GAP}(?:on|onwards?))?|(?(closer)|{GAP}onwards?))",
    PLAIN,
)
TO = rf"(?:\s?[-–—]\s?|{GAP}(?:up{GAP})?(?:to|until|till|through){GAP})"
PAIR = re.compile(
    rf"(?:(?P<between>between{GAP})|from{GAP})?(?P<first>{SINGLE})(?(between){GAP}and{GAP}|{TO})(?P<second>{SINGLE})", PLAIN
)
LEADING = re.compile(rf"^(?:(?:on|in|at|during|by|over|for|of|throughout|within|around|about){GAP})+", PLAIN)
PART_RE, OF_DAY_RE = re.compile(PART, PLAIN), re.compile(rf"{OF_DAY}$", PLAIN)
YEAR_SAID = re.compile(r"(?:1\d|20)\d\d|\byear\b", PLAIN)


def resolve(words: str, anchor: str, *, past: bool | None = True, last: str = "") -> TimeValue | None:
    """What a time expression means; nothing where the words are none, an empty value where they cannot be worked out.

    `anchor` is the ISO date of the article, or empty where it has none. `past` is the tense of the clause: True takes the
    nearest date up to and including the article's own day, False from it on, nothing (no tense) the nearest on either side.
    `last` is the date that the text named before, for "the following day". Results have the precision of the words.

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
    """A span of two dates. Where only one has a year, the other is read from it: "from January to March 2018"."""
    if YEAR_SAID.search(first) and not YEAR_SAID.search(second):
        start = _single(first, anchor) or UNKNOWN
        after = Anchor(first_day(start.start), past=False) if start.start else Anchor()
        end = _single(second, after) or UNKNOWN
    else:
        end = _single(second, anchor) or UNKNOWN
        until = Anchor(last_day(end.end or end.start), past=True) if end.start else Anchor()
        start = _single(first, anchor if YEAR_SAID.search(first) else until) or UNKNOWN
    return span(start.start, end.end or end.start)
