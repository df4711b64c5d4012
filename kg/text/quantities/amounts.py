"""Numbers in a text with the words around them.

Figures and words, scales ("2.5 million"), spans, and bounds ("more than").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.lang.en import word_list, word_set
from kg.model import Quantity
from kg.text.quantities.words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    NUMBERS,
    ONES,
    SCALES,
    SIGN,
    SINGLE_MEASURES,
    VAGUE_NUMBERS,
    currency_of_sign,
    in_order,
    longest_first,
    measure_of,
    plain,
)

# At most 24 figures: with any scale they are within the 28 that `Decimal` reckons with exactly.
FIGURES = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?"
NUMBER_WORD = rf"{longest_first(NUMBERS)}\b(?:-{longest_first(ONES)}\b)?"
WORDS = rf"(?:{NUMBER_WORD}(?:\sand\sa\shalf\b)?|half\sa\b)"
SCALE = longest_first(SCALES)
SCALED_FIGURES = rf"{FIGURES}(?:[\s-]?{SCALE}\b){{0,2}}"
SCALED_WORDS = rf"{WORDS}(?:[\s-]{SCALE}\b){{0,2}}"
ONE_SCALE = rf"an?\s{SCALE}\b(?:\s{SCALE}\b)?"
ONE = rf"(?:{SCALED_FIGURES}|{SCALED_WORDS}|{ONE_SCALE})"
MAYBE_SIGN = rf"(?:{SIGN})?\s?"
BETWEEN = rf"between\s(?P<sign2>{SIGN})?\s?(?P<low>{ONE})\sand\s{MAYBE_SIGN}(?P<high>{ONE})"
VAGUE = rf"(?P<vague>{longest_first(VAGUE_NUMBERS)})\b"
ONE_OR_TWO = rf"(?P<first>{ONE})(?:(?:\s?[-–]\s?|\s(?:to|or)\s){MAYBE_SIGN}(?P<second>{ONE}))?"
AMOUNT = re.compile(
    rf"(?<![\w.,/:-])(?:{BETWEEN}|(?P<sign>{SIGN})?\s?(?:{VAGUE}|{ONE_OR_TWO}))"
    r"(?!\w|[.,:/]\d|-\d)",
    re.IGNORECASE,
)
# "more than a kilometre": a measure with an article for its number.
SINGLE = re.compile(
    rf"\b(?P<count>an?|half\san?)\s(?P<measure>{longest_first(SINGLE_MEASURES)})\b", re.IGNORECASE
)
WAYS = ("least", "most", "about")  # in which words make an amount a bound; the groups of patterns
BEFORE = re.compile(
    rf"\b(?:(?:just|well)\s)?(?:(?P<least>{longest_first(AT_LEAST)})"
    rf"|(?P<most>{longest_first(AT_MOST)})|(?P<about>{longest_first(ABOUT)}))\s$",
    re.IGNORECASE,
)
LAST_WORDS = frozenset(words.split()[-1] for words in (*AT_LEAST, *AT_MOST, *ABOUT))
AFTER = re.compile(
    rf"\s(?:(?P<least>{in_order(word_list('phrases', 'at-least-behind'))})"
    rf"|(?P<most>{in_order(word_list('phrases', 'at-most-behind'))})"
    rf"|(?P<about>{in_order(word_list('phrases', 'about-behind'))}))\b",
    re.IGNORECASE,
)
NUMBERED = word_set("nouns", "numbered")
NOT_AMOUNTS_AFTER = re.compile(
    r"[\s-](?:years?|months?|weeks?|days?)[\s-]old\b|\s?(?:st|nd|rd|th)\b|\s?[ap]\.?m\b",
    re.IGNORECASE,
)
SHORT_METRES = re.compile(r"\d\s?m$")  # "70m" may be metres or millions
LOOK_BACK = 24  # characters: the longest words before an amount that say how it is meant


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text: where its words start and its last word ends, and its quantity.

    The words of a bound belong to it. `unclear` marks a number with a scale that may be a unit
    ("70m").
    """

    start: int
    end: int
    quantity: Quantity
    unclear: bool = False


def amounts(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text with their bounds, in order.

    They come without their units, save a currency sign before them. Ordinals, ages, clock times and
    numbered things ("No. 5", "Chapter 11") are left out.
    """
    matches = [*AMOUNT.finditer(text), *SINGLE.finditer(text)]
    done = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if match.start() < done:
            continue
        done = match.end()
        if _is_no_amount(text, match):
            continue
        amount = _single(text, match) if match.re is SINGLE else _amount(text, match)
        if amount is not None:
            yield amount


def _is_no_amount(text: str, match: re.Match[str]) -> bool:
    """Return whether the words around a number show that it is an age, an ordinal and the like."""
    is_numbered = word_before(text, match.start()) in NUMBERED
    return is_numbered or NOT_AMOUNTS_AFTER.match(text, match.end()) is not None


def word_before(text: str, start: int) -> str:
    """Return the word that ends before a place, in small letters; empty if none is near.

    It keeps the stop of an abbreviation.
    """
    words = text[max(0, start - LOOK_BACK) : start].split()
    return words[-1].lower() if words else ""


def canonical(value: Decimal) -> str:
    """Return a number as plain text, without exponent or needless zeros.

    >>> canonical(Decimal("2.50") * 10**6), canonical(Decimal("0.60"))
    ('2500000', '0.6')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(words: str) -> Decimal:
    """Return the value of a number, in figures or words, with its scale.

    >>> [canonical(number(words)) for words in ("2.5 million", "twenty-one", "three and a half")]
    ['2500000', '21', '3.5']
    >>> [canonical(number(words)) for words in ("40m", "half a million")]
    ['40000000', '500000']
    """
    text = words.lower().replace(",", "")
    figures = re.match(r"\d+(?:\.\d+)?", text)
    total = Decimal(figures.group()) if figures else None
    for part in re.split(r"[\s-]+", text[figures.end() :] if figures else text):
        if part in SCALES:
            total = (Decimal(1) if total is None else total) * SCALES[part]
        elif part == "half":
            total = Decimal("0.5") + (total or 0)
        elif part in NUMBERS:
            total = NUMBERS[part] + (total or 0)
    return Decimal(1) if total is None else total


def _single(text: str, match: re.Match[str]) -> Amount:
    value = Decimal("0.5") if match["count"].lower().startswith("half") else Decimal(1)
    return _bounded(text, match.start(), match.end(), value, unit=measure_of(match["measure"]))


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    """Return the amount with its bounds; None for what only looks like a span, such as a score."""
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    sign = match["sign"] or match["sign2"]
    currency = currency_of_sign(sign) if sign else ""
    if match["vague"]:
        least = VAGUE_NUMBERS[plain(match["vague"])]
        vague = Quantity(minimum=canonical(Decimal(least)), currency=currency)
        return Amount(start, match.end(), vague)
    first = match["low"] or match["first"]
    second = match["high"] or match["second"]
    if not second:
        unclear = not sign and bool(SHORT_METRES.search(first))
        return _bounded(text, start, match.end(), number(first), currency=currency, unclear=unclear)
    low, high = number(first), number(second)
    scale = re.search(rf"{SCALE}$", second, re.IGNORECASE)
    if scale and not re.search(rf"{SCALE}$", first, re.IGNORECASE):
        low *= SCALES[scale.group().lower()]
    if low >= high:
        return None
    quantity = Quantity(minimum=canonical(low), maximum=canonical(high), currency=currency)
    return Amount(start, match.end(), quantity)


def _bounded(
    text: str,
    start: int,
    end: int,
    value: Decimal,
    *,
    unit: str = "",
    currency: str = "",
    unclear: bool = False,
) -> Amount:
    """Return the amount as a value, a least or a greatest one, by the words around it."""
    may_be_bounded = word_before(text, start) in LAST_WORDS
    before = BEFORE.search(text[max(0, start - LOOK_BACK) : start]) if may_be_bounded else None
    ways = {*_ways(before), *_ways(AFTER.match(text, end))}
    if before:
        start -= len(before.group())
    number_text = canonical(value)
    plain_quantity = Quantity(unit=unit, currency=currency)
    if "least" in ways:
        quantity = replace(plain_quantity, minimum=number_text)
    elif "most" in ways:
        quantity = replace(plain_quantity, maximum=number_text)
    else:
        quantity = replace(plain_quantity, value=number_text, approximate="about" in ways)
    return Amount(start, end, quantity, unclear)


def _ways(match: re.Match[str] | None) -> list[str]:
    """Return the ways in which the words that were found make an amount a bound."""
    return [way for way in WAYS if match[way]] if match else []
