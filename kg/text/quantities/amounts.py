"""Numbers in a text with the words around them.

Figures and words, scales ("2.5 million"), spans, and bounds ("more than").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.lang.en import word_set
from kg.model import Quantity
from kg.text.quantities.words import (
    ADDENDS,
    BOUND_BEFORE,
    BOUND_BEHIND,
    HALF,
    LAST_WORDS_BEFORE,
    NUMBERS,
    ONES,
    SCALES,
    SIGN,
    SINGLE_MEASURES,
    VAGUE_NUMBERS,
    Way,
    compiled,
    currency_of_sign,
    longest_first,
    measure_of,
    plain,
    words_in_order,
)

Match = re.Match[str]

# At most 24 figures: with any scale they are within the 28 that `Decimal` reckons with exactly.
NUMBER_PART = re.compile(r"\d+(?:\.\d+)?|[^\s\d-]+")
FIGURES = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?"
NUMBER_WORD = rf"{longest_first(NUMBERS)}\b(?:-{longest_first(ONES)}\b)?"
AND_A_HALF = words_in_order("phrases", "and-a-half")
HALF_OF_SCALE = words_in_order("phrases", "half-of-scale")
WORDS = rf"(?:{NUMBER_WORD}(?:\s{AND_A_HALF}\b)?|{HALF_OF_SCALE}\b)"
SCALE = longest_first(SCALES)
SCALED_FIGURES = rf"{FIGURES}(?:[\s-]?{SCALE}\b){{0,2}}"
SCALED_WORDS = rf"{WORDS}(?:[\s-]{SCALE}\b){{0,2}}"
A = words_in_order("function_words", "syntax-indefinite-article")
ONE_SCALE = rf"{A}\s{SCALE}\b(?:\s{SCALE}\b)?"
ONE = rf"(?:{SCALED_FIGURES}|{SCALED_WORDS}|{ONE_SCALE})"
MAYBE_SIGN = rf"(?:{SIGN})?\s?"
FROM_LOW = words_in_order("function_words", "between")
TO_HIGH = words_in_order("function_words", "and")
LOW = rf"(?P<sign2>{SIGN})?\s?(?P<low>{ONE})"
BETWEEN = rf"{FROM_LOW}\s{LOW}\s{TO_HIGH}\s{MAYBE_SIGN}(?P<high>{ONE})"
VAGUE = rf"(?P<vague>{longest_first(VAGUE_NUMBERS)})\b"
TO_OR = words_in_order("function_words", "between-counts")
# "Fell $1 million to $5 million from $6 million" has three amounts.
FORMERLY = words_in_order("function_words", "before-former-amount")
NOT_FORMERLY = rf"(?!(?:[\s-]?{SCALE}\b)?\s{FORMERLY}\b)"
SECOND = rf"(?:\s?[-–]\s?|\s{TO_OR}\s){MAYBE_SIGN}(?P<second>{ONE}){NOT_FORMERLY}"
ONE_OR_TWO = rf"(?P<first>{ONE})(?:{SECOND})?"
AMOUNT = compiled(
    rf"(?<![\w.,/:-])(?:{BETWEEN}|(?P<sign>{SIGN})?\s?(?:{VAGUE}|{ONE_OR_TWO}))"
    r"(?!\w|[.,:/]\d|-\d)"
)
# "more than a kilometre": a measure with an article for its number.
SINGLE_COUNT = words_in_order("numbers", "single-measure")
SINGLE_MEASURE = longest_first(SINGLE_MEASURES)
SINGLE = compiled(rf"\b(?P<count>{SINGLE_COUNT})\s(?P<measure>{SINGLE_MEASURE})\b")
NUMBERED = word_set("nouns", "numbered")
UNIT_OF_AGE = words_in_order("units", "unit-of-age")
OLD_WORD = words_in_order("adjectives", "old")
OLD = rf"[\s-]{UNIT_OF_AGE}[\s-]{OLD_WORD}\b"
ORDINAL_ENDING = words_in_order("signs", "ordinal-ending")
ORDINAL = rf"\s?{ORDINAL_ENDING}\b"
CLOCK = r"\s?[ap]\.?m\b"
NOT_AMOUNTS_AFTER = compiled(rf"{OLD}|{ORDINAL}|{CLOCK}")
SCALE_AT_END = compiled(rf"{SCALE}$")
SHORT_METRES = re.compile(r"\d\s?m$")  # "70m" may be metres or millions
LOOK_BACK = 24  # characters: the longest words before an amount that say how it is meant
ONCE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text, from the start of its words to the end of the last, and its quantity.

    The words of a bound belong to it. `unclear` marks a number with a scale that may be a unit
    ("70m").
    """

    start: int
    end: int
    quantity: Quantity
    unclear: bool = False

    @property
    def has_unit(self) -> bool:
        """The mark of an amount of money, of a measure, or of things that are known."""
        return bool(self.quantity.unit or self.quantity.currency)

    @property
    def number(self) -> Decimal:
        """Its number; the least or the greatest one, if it has only these."""
        quantity = self.quantity
        return Decimal(quantity.value or quantity.minimum or quantity.maximum)

    def of(self, unit: str) -> "Amount":
        """Return it as an amount of some unit."""
        quantity = replace(self.quantity, unit=unit)
        return replace(self, quantity=quantity)


def amounts(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text with their bounds, in order.

    They come without their units, save a currency sign before them. Ordinals, ages, clock times and
    numbered things ("No. 5", "Chapter 11") are left out.
    """
    matches = [*AMOUNT.finditer(text), *SINGLE.finditer(text)]
    matches.sort(key=_text_order)
    done = 0
    for match in matches:
        if match.start() < done:
            continue
        done = match.end()
        if _is_no_amount(text, match):
            continue
        read = _single if match.re is SINGLE else _amount
        amount = read(text, match)
        if amount is not None:
            yield amount


def _text_order(match: Match) -> tuple[int, int]:
    """Return the key of text order; of two that start together, the longer comes first."""
    start, end = match.span()
    return start, -end


def _is_no_amount(text: str, match: Match) -> bool:
    """Return whether the words around a number show that it is an age, an ordinal and the like."""
    start, end = match.span()
    if word_before(text, start) in NUMBERED:
        return True
    return NOT_AMOUNTS_AFTER.match(text, end) is not None


def word_before(text: str, start: int) -> str:
    """Return the word that ends before a place, in small letters; empty if none is near.

    It keeps the stop of an abbreviation.
    """
    words = _just_before(text, start).split()
    if not words:
        return ""
    return words[-1].lower()


def _just_before(text: str, start: int) -> str:
    """Return the text right before a place, as far as words reach that say how it is meant."""
    first = max(0, start - LOOK_BACK)
    return text[first:start]


def canonical(value: Decimal) -> str:
    """Return a number as plain text, without exponent or needless zeros.

    >>> canonical(Decimal("2.50") * 10**6), canonical(Decimal("0.60"))
    ('2500000', '0.6')
    """
    text = f"{value:f}"
    if "." not in text:
        return text
    return text.rstrip("0").rstrip(".")


def number(words: str) -> Decimal:
    """Return the value of a number, in figures or words, with its scale.

    >>> [canonical(number(words)) for words in ("2.5 million", "twenty-one", "three and a half")]
    ['2500000', '21', '3.5']
    >>> [canonical(number(words)) for words in ("40m", "half a million")]
    ['40000000', '500000']
    """
    total: Decimal | None = None
    text = words.lower().replace(",", "")
    for part in NUMBER_PART.findall(text):
        if part in ADDENDS:
            added = total or 0
            total = added + ADDENDS[part]
        elif part in SCALES:
            scaled = ONCE if total is None else total
            total = scaled * SCALES[part]
        elif part[0].isdecimal():
            total = Decimal(part)
    if total is None:
        return ONCE
    return total


def _single(text: str, match: Match) -> Amount:
    """Return the amount of a measure with an article: "a kilometre", "half a mile"."""
    is_half = match["count"].lower().startswith("half")
    value = HALF if is_half else ONCE
    unit = measure_of(match["measure"])
    quantity = Quantity(value=canonical(value), unit=unit)
    start, end = match.span()
    amount = Amount(start, end, quantity)
    return _bounded(text, amount)


def _amount(text: str, match: Match) -> Amount | None:
    """Return the amount with its bounds; None for what only looks like a span, such as a score."""
    sign = match["sign"] or match["sign2"]
    currency = currency_of_sign(sign) if sign else ""
    quantity = Quantity(currency=currency)
    end = match.end()
    words = match[0].lstrip()
    amount = Amount(end - len(words), end, quantity)
    vague = match["vague"]
    if vague:
        least = VAGUE_NUMBERS[plain(vague)]
        return _with_least(amount, Decimal(least))
    first = match["low"] or match["first"]
    second = match["high"] or match["second"]
    if second:
        return _span(amount, first, second)
    value = canonical(number(first))
    quantity = replace(quantity, value=value)
    is_unclear = not sign and SHORT_METRES.search(first) is not None
    valued = replace(amount, quantity=quantity, unclear=is_unclear)
    return _bounded(text, valued)


def _with_least(amount: Amount, least: Decimal, greatest: str = "") -> Amount:
    """Return an amount with a least number, and a greatest one if it has any."""
    minimum = canonical(least)
    quantity = replace(amount.quantity, minimum=minimum, maximum=greatest)
    return replace(amount, quantity=quantity)


def _span(amount: Amount, first: str, second: str) -> Amount | None:
    """Return an amount between two numbers; None if they are in no order, as in a score.

    A scale behind the second holds for both: "2 to 3 million".
    """
    low = number(first)
    high = number(second)
    scale = SCALE_AT_END.search(second)
    if scale and not SCALE_AT_END.search(first):
        name = scale[0].lower()
        low *= SCALES[name]
    if low >= high:
        return None
    return _with_least(amount, low, canonical(high))


def _bounded(text: str, amount: Amount) -> Amount:
    """Return the amount as a value, a least or a greatest one, by the words around it."""
    start = amount.start
    before = _bound_before(text, start)
    behind = BOUND_BEHIND.match(text, amount.end)
    if before:
        start -= len(before[0])
    ways = _ways(before)
    ways |= _ways(behind)
    quantity = _as_bound(amount.quantity, ways)
    return replace(amount, start=start, quantity=quantity)


def _bound_before(text: str, start: int) -> Match | None:
    """Return the words right before an amount that make it a bound; None if there are none."""
    if word_before(text, start) not in LAST_WORDS_BEFORE:
        return None
    before = _just_before(text, start)
    return BOUND_BEFORE.search(before)


def _ways(match: Match | None) -> set[Way]:
    """Return the ways in which the words that were found make an amount a bound."""
    if match is None:
        return set()
    return {way for way in Way if match[way]}


def _as_bound(quantity: Quantity, ways: set[Way]) -> Quantity:
    """Return a quantity with its value as a least or a greatest one, or as a rough one."""
    if Way.LEAST in ways:
        return replace(quantity, value="", minimum=quantity.value)
    if Way.MOST in ways:
        return replace(quantity, value="", maximum=quantity.value)
    return replace(quantity, approximate=Way.ABOUT in ways)
