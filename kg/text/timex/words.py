"""The words of English time expressions, and the pieces of pattern that are made of them.

All patterns are written for matching without regard to case, with bounded gaps, so that a search
takes linear time. In a piece of pattern, and in the patterns of the rules, a blank stands for a
gap: `with_gaps` puts it in.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import IntEnum

from kg.lang.en import word_list, word_numbers, word_set, word_values

FLAGS = re.IGNORECASE
GAP = r"\s{1,3}"

FULL_MONTHS = word_numbers("times", "month")
SHORT_MONTHS = word_numbers("times", "month-short")
MONTHS = FULL_MONTHS | SHORT_MONTHS
WEEKDAYS = word_numbers("times", "weekday")
WEEKDAY_SHORT = word_list("times", "weekday-short")
SEASONS = word_numbers("times", "season")
SEASON_MONTHS = 3

ONES = word_numbers("numbers", "one-to-nine")
TEENS = word_numbers("numbers", "ten-to-nineteen")
TENS = word_numbers("numbers", "tens")
TIMEX_SCALES = word_numbers("numbers", "timex-scale")
CARDINALS = ONES | TEENS | TENS | TIMEX_SCALES
ORDINALS_TO_TWENTY = word_numbers("numbers", "ordinal")
ORDINALS = dict(ORDINALS_TO_TWENTY)
for _word, _number in ORDINALS_TO_TWENTY.items():
    if _number < 10:
        ORDINALS[f"twenty-{_word}"] = 20 + _number

# The units of time, by how a calendar counts them: in parts of a day, in days, in months.
PARTS_OF_A_DAY = word_list("units", "part-of-a-day")
DAYS_IN = word_numbers("units", "days-in")
MONTHS_IN = word_numbers("units", "months-in")
UNITS = (*PARTS_OF_A_DAY, *DAYS_IN, *MONTHS_IN)
IRREGULAR_PLURALS = word_values("units", "plural")
REGULAR_UNITS = [unit for unit in UNITS if unit not in IRREGULAR_PLURALS.values()]
UNIT_OF_PLURAL = IRREGULAR_PLURALS | {f"{unit}s": unit for unit in REGULAR_UNITS}
DECADES = word_numbers("times", "decade")


def _month_and_day(text: str) -> tuple[int, int]:
    """Return the month and the day of "12-25"."""
    month_number, _, day = text.partition("-")
    return int(month_number), int(day)


DAY_OF_HOLIDAY = word_values("times", "holiday")
HOLIDAYS = {name: _month_and_day(day) for name, day in DAY_OF_HOLIDAY.items()}
FEASTS = word_numbers("times", "feast")  # days from Easter Sunday


class Which(IntEnum):
    """The unit that is meant, by how far it lies from the article's own."""

    LAST = -1
    THIS = 0
    NEXT = 1


WHICH = word_numbers("times", "which")
OFFSET = word_numbers("times", "last-this-next")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")


def with_gaps(pattern: str) -> str:
    """Return a pattern in which each blank stands for any small gap.

    >>> with_gaps("(?:the )?year")
    '(?:the\\\\s{1,3})?year'
    """
    return pattern.replace(" ", GAP)


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that takes each blank for any small gap, without regard to case."""
    return re.compile(with_gaps(pattern), FLAGS)


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first.

    A blank in a word stands for any small gap.

    >>> either(["day", "days"])
    '(?:days|day)'
    """
    alphabetic = sorted(words)
    longest_first = sorted(alphabetic, key=len, reverse=True)
    return in_order(longest_first)


def in_order(words: Iterable[str], *, gap: str = GAP) -> str:
    """Return a pattern for any of some words, in their order.

    A blank in a word stands for a gap, a small one if nothing else is said.

    >>> in_order(["before", "prior to"])
    '(?:before|prior\\\\s{1,3}to)'
    """
    pattern = "|".join(map(re.escape, words))
    with_gap = pattern.replace(r"\ ", gap)
    return f"(?:{with_gap})"


def words_in_order(table: str, name: str, *, gap: str = GAP) -> str:
    """Return a pattern for any word of a class of `kg.lang.en`, in the order of the table."""
    words = word_list(table, name)
    return in_order(words, gap=gap)


def maybe(words: str) -> str:
    """Return a pattern for words that may be missing, with the gap behind them.

    >>> maybe("the")
    '(?:the )?'
    """
    return f"(?:{words} )?"


A = either(INDEFINITE)
DEFINITE = words_in_order("function_words", "definite-article")
THE = maybe(DEFINITE)
OF = words_in_order("function_words", "of")
FROM = words_in_order("function_words", "from")
BETWEEN = words_in_order("function_words", "between")
AND = words_in_order("function_words", "and")
YEAR_NOUN = words_in_order("units", "year")
MONTH_NOUN = words_in_order("units", "month")
QUARTER_NOUN = words_in_order("units", "quarter")
MONTH = rf"(?:{either(FULL_MONTHS)}\b|{either(SHORT_MONTHS)}\b\.?)"
WEEKDAY = rf"{either(WEEKDAYS)}\b"
WEEKDAY_OR_SHORT = rf"(?:{either(WEEKDAYS)}\b|{either(WEEKDAY_SHORT)}\b\.?)"
WEEKDAY_PREFIX = rf"(?:{WEEKDAY_OR_SHORT},? {THE})?"
YEAR = r"(?:1\d|20)\d\d(?!\d)"
ORDINAL_ENDING = words_in_order("signs", "ordinal-ending")
ORDINAL = rf"(?:{either(ORDINALS)}|\d{{1,2}}{ORDINAL_ENDING})"
DAY = rf"(?:3[01]|[12]\d|0?[1-9]){ORDINAL_ENDING}?(?![\d:])"
FIGURES = r"\d{1,4}(?:,\d{3})?(?:\.\d{1,2})?"
TENS_AND_ONES = rf"{either(TENS)}[\s-]{either(ONES)}"
CARDINAL = rf"(?:{TENS_AND_ONES}|{either(CARDINALS)}|{FIGURES})"
ONE_UNIT = rf"{either(UNITS)}\b"
UNIT = either([*UNITS, *UNIT_OF_PLURAL])
LAST_THIS_NEXT = in_order(OFFSET)
SAME = words_in_order("times", "same-year")
YEAR_BY_WORD = rf"(?P<which>{LAST_THIS_NEXT}) {YEAR_NOUN}|(?P<same>{SAME}) {YEAR_NOUN}"
WHICH_YEAR = rf"(?:(?P<year>{YEAR})|{YEAR_BY_WORD})"
VAGUE = words_in_order("times", "vague-count")


def clean(words: str) -> str:
    """Return words in small letters, with one blank between them."""
    return re.sub(r"\s+", " ", words.lower())


def cardinal(words: str) -> Decimal:
    """Return the number that a cardinal says, in figures or in words.

    >>> cardinal("twenty-one"), cardinal("1,200"), cardinal("a")
    (Decimal('21'), Decimal('1200'), Decimal('1'))
    """
    text = words.lower().replace(",", "")
    if text in INDEFINITE:
        return Decimal(1)
    if text[0].isdigit():
        return Decimal(text)
    parts = re.split(r"[\s-]+", text)
    total = sum(CARDINALS[part] for part in parts)
    return Decimal(total)


def ordinal(words: str) -> int:
    """Return the number that an ordinal says ("third", "21st"); 0 if it is none."""
    text = words.lower()
    figures = re.match(r"\d+", text)
    if figures is None:
        return ORDINALS.get(text, 0)
    return int(figures.group())


def decade(words: str) -> int:
    """Return the first year of a decade, by its word or figures ("eighties", "1980", "'80")."""
    if words in DECADES:
        return 1900 + DECADES[words]
    year = int(words.strip("'"))
    if year >= 100:
        return year
    if year > 20:
        return 1900 + year
    return 2000 + year


def month(words: str) -> int:
    """Return the number of a month, 1 to 12, by its name or abbreviation."""
    name = words.lower().rstrip(".")
    return MONTHS[name]


def unit(words: str) -> str:
    """Return the singular of a unit of time."""
    text = words.lower()
    return UNIT_OF_PLURAL.get(text, text)
