"""Numbers in a text with the words around them: figures and words, scales ("2.5 million"), spans, and bounds ("more than")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

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
    longest_first,
    measure_of,
    plain,
)

# At most 24 figures: with any scale they are within the 28 that `Decimal` reckons with exactly.
FIGURES = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?"
WORDS = rf"(?:{longest_first(NUMBERS)}\b(?:-{longest_first(ONES)}\b)?(?:\sand\sa\shalf\b)?|half\sa\b)"
SCALE = longest_first(SCALES)
ONE = rf"(?:{FIGURES}(?:[\s-]?{SCALE}\b){{0,2}}|{WORDS}(?:[\s-]{SCALE}\b){{0,2}}|an?\s{SCALE}\b(?:\s{SCALE}\b)?)"
AMOUNT = re.compile(
    rf"(?<![\w.,/:-])(?:between\s(?P<sign2>{SIGN})?\s?(?P<low>{ONE})\sand\s(?:{SIGN})?\s?(?P<high>{ONE})"
    rf"|(?P<sign>{SIGN})?\s?(?:(?P<vague>{longest_first(VAGUE_NUMBERS)})\b|(?P<first>{ONE})(?:(?:\s?[-–]\s?|\s(?:to|or)\s)(?:{SIGN})?\s?(?P<second>{ONE}))?))"
    r"(?!\w|[.,:/]\d|-\d)",
    re.IGNORECASE,
)
# "more than a kilometre": a measure with an article for its number.
SINGLE = re.compile(rf"\b(?P<count>an?|half\san?)\s(?P<measure>{longest_first(SINGLE_MEASURES)})\b", re.IGNORECASE)
BEFORE = re.compile(
    rf"\b(?:(?:just|well)\s)?(?:(?P<least>{longest_first(AT_LEAST)})|(?P<most>{longest_first(AT_MOST)})|(?P<about>{longest_first(ABOUT)}))\s$",
    re.IGNORECASE,
)
LAST_WORDS = frozenset(words.split()[-1] for words in (*AT_LEAST, *AT_MOST, *ABOUT))
AFTER = re.compile(r"\s(?:(?P<least>or\smore)|(?P<most>or\s(?:less|fewer))|(?P<about>or\sso))\b", re.IGNORECASE)
# Words before the number of a thing that is no amount ("No. 5", "Chapter 11", "aged 44").
NUMBERED = frozenset("no. no number # top age aged chapter article section page room flight group version phase part".split())
NOT_AMOUNTS_AFTER = re.compile(
    r"[\s-](?:years?|months?|weeks?|days?)[\s-]old\b|\s?(?:st|nd|rd|th)\b|\s?[ap]\.?m\b", re.IGNORECASE
)
SHORT_METRES = re.compile(r"\d\s?m$")  # "70m" may be metres or millions
LOOK_BACK = 24  # characters: the longest words before an amount that say how it is meant


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text: where its words start (bounds included) and its last word ends, and what it says.

    `unclear` marks a number with a scale that may be a unit ("70m").
    """

    start: int
    end: int
    quantity: Quantity
    unclear: bool = False


def amounts(text: str) -> Iterator[Amount]:
    """The numbers of a text with their bounds, in order; without their units, save a currency sign before them.

    Ordinals, ages, clock times and numbered things ("No. 5", "Chapter 11") are left out.
    """
    done = 0
    for match in sorted([*AMOUNT.finditer(text), *SINGLE.finditer(text)], key=lambda match: (match.start(), -match.end())):
        if match.start() < done:
            continue
        done = match.end()
        if word_before(text, match.start()) not in NUMBERED and not NOT_AMOUNTS_AFTER.match(text, match.end()):
            found = _single(text, match) if match.re is SINGLE else _amount(text, match)
            if found is not None:
                yield found


def word_before(text: str, start: int) -> str:
    """The word that ends before a place, in small letters, with the stop of an abbreviation; empty where none is near."""
    words = text[max(0, start - LOOK_BACK) : start].split()
    return words[-1].lower() if words else ""


def canonical(value: Decimal) -> str:
    """A number as plain text, without exponent or needless zeros.

    >>> canonical(Decimal("2.50") * 10**6), canonical(Decimal("0.60"))
    ('2500000', '0.6')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number(words: str) -> Decimal:
    """What a number says, in figures or words, with its scale.

    >>> [canonical(number(words)) for words in ("2.5 million", "twenty-one", "three and a half", "40m", "half a million")]
    ['2500000', '21', '3.5', '40000000', '500000']
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
    """The amount with its bounds; nothing for what only looks like a span, such as the score of a match."""
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    sign = match["sign"] or match["sign2"]
    currency = currency_of_sign(sign) if sign else ""
    if match["vague"]:
        least = VAGUE_NUMBERS[plain(match["vague"])]
        return Amount(start, match.end(), Quantity(minimum=canonical(Decimal(least)), currency=currency))
    first, second = match["low"] or match["first"], match["high"] or match["second"]
    if not second:
        unclear = not sign and bool(SHORT_METRES.search(first))
        return _bounded(text, start, match.end(), number(first), currency=currency, unclear=unclear)
    low, high = number(first), number(second)
    scale = re.search(rf"{SCALE}$", second, re.IGNORECASE)
    if scale and not re.search(rf"{SCALE}$", first, re.IGNORECASE):
        low *= SCALES[scale.group().lower()]
    if low >= high:
        return None
    return Amount(start, match.end(), Quantity(minimum=canonical(low), maximum=canonical(high), currency=currency))


def _bounded(
    text: str, start: int, end: int, value: Decimal, *, unit: str = "", currency: str = "", unclear: bool = False
) -> Amount:
    """The amount as a value, a least or a greatest one, by the words around it."""
    bounded = word_before(text, start) in LAST_WORDS
    before = BEFORE.search(text[max(0, start - LOOK_BACK) : start]) if bounded else None
    after = AFTER.match(text, end)
    said = canonical(value)
    start -= len(before.group()) if before else 0
    ways = {way for side in (before, after) if side for way in ("least", "most", "about") if side[way]}
    if "least" in ways:
        return Amount(start, end, Quantity(minimum=said, unit=unit, currency=currency), unclear)
    if "most" in ways:
        return Amount(start, end, Quantity(maximum=said, unit=unit, currency=currency), unclear)
    return Amount(start, end, Quantity(value=said, unit=unit, currency=currency, approximate="about" in ways), unclear)
