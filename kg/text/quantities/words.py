"""The words of amounts: numbers, scales, currencies, units of measure, bounds, and tolls."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum, auto

from spacy.tokens import Token

from kg.lang.en import word_list, word_numbers, word_set, word_values
from kg.text.parse import children_with, governed_by, has_child
from kg.text.parse.labels import NOUN_SUBJECTS, UNDERGOERS


class Way(StrEnum):
    """The ways in which words bound an amount; the patterns of bounds have a group for each."""

    LEAST = auto()
    MOST = auto()
    ABOUT = auto()


def longest_first(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first.

    A blank or hyphen in a word stands for either. Letters are plain ones (`(?a:`), so that what
    is found is in the list: without regard to case, a pattern takes a long "ſ" for an "s", too.

    >>> longest_first(["m", "mn"]), longest_first(["sq km"])
    ('(?a:mn|m)', '(?a:sq(?u:[\\\\s-])km)')
    """
    alphabetic = sorted(set(words))
    ordered = sorted(alphabetic, key=len, reverse=True)
    pattern = "|".join(map(re.escape, ordered))
    pattern = re.sub(r"\\[ -]", r"(?u:[\\s-])", pattern)
    return f"(?a:{pattern})"


def in_order(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, in their order; a blank stands for any one blank.

    >>> in_order(["or less", "or fewer"])
    '(?:or\\\\sless|or\\\\sfewer)'
    """
    pattern = "|".join(words).replace(" ", r"\s")
    return f"(?:{pattern})"


def words_in_order(table: str, name: str) -> str:
    """Return a pattern for any word of a class of `kg.lang.en`, in the order of the table."""
    return in_order(word_list(table, name))


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of amounts: in none of them do capitals count."""
    return re.compile(pattern, re.IGNORECASE)


def _grouped(words_of_way: Mapping[Way, str]) -> str:
    """Return a pattern for the words of any way, each in a group of its own."""
    groups = [f"(?P<{way}>{words})" for way, words in words_of_way.items()]
    return f"(?:{'|'.join(groups)})"


def plain(words: str) -> str:
    """Return words that such a pattern found as the list has them: small, with blanks between.

    >>> plain("Tens-of  thousands")
    'tens of thousands'
    """
    return re.sub(r"[\s-]+", " ", words.lower())


ONES = word_numbers("numbers", "one-to-nine")
TEENS = word_numbers("numbers", "ten-to-nineteen")
TENS = word_numbers("numbers", "tens")
BELOW_A_HUNDRED = ONES | TEENS | TENS
NUMBERS = {word: Decimal(value) for word, value in BELOW_A_HUNDRED.items()}
HALF = Decimal("0.5")
ADDENDS = NUMBERS | {"half": HALF}
SCALES = word_numbers("numbers", "amount-scale")
# Plurals without a number say at least two of them.
VAGUE_NUMBERS = word_numbers("numbers", "vague-number")
CASUALTIES = word_set("adjectives", "casualty")
WITHOUT_PLURAL = word_set("nouns", "same-in-plural")

# Words around a number that make it a least, a greatest, or a rough one.
AT_LEAST = word_list("phrases", "at-least")
AT_MOST = word_list("phrases", "at-most")
ABOUT = word_list("phrases", "about")
JUST = words_in_order("phrases", "before-a-bound")
BOUNDS_BEFORE = {
    Way.LEAST: longest_first(AT_LEAST),
    Way.MOST: longest_first(AT_MOST),
    Way.ABOUT: longest_first(ABOUT),
}
ANY_BOUND_BEFORE = _grouped(BOUNDS_BEFORE)
BOUND_BEFORE = compiled(rf"\b(?:{JUST}\s)?{ANY_BOUND_BEFORE}\s$")
BOUNDS = (*AT_LEAST, *AT_MOST, *ABOUT)
LAST_WORDS_BEFORE = {words.split()[-1] for words in BOUNDS}
BOUNDS_BEHIND = {
    Way.LEAST: words_in_order("phrases", "at-least-behind"),
    Way.MOST: words_in_order("phrases", "at-most-behind"),
    Way.ABOUT: words_in_order("phrases", "about-behind"),
}
BOUND_BEHIND = compiled(rf"\s{_grouped(BOUNDS_BEHIND)}\b")

CURRENCY_OF_SIGN = word_values("signs", "currency")
CURRENCY_OF_WORD = word_values("units", "currency")
# Money that is named after its country; without it, the word above holds.
CURRENCY_OF_COUNTRY = word_values("units", "currency-of-country")
CURRENCY_WITH_COUNTRY = word_list("units", "currency-with-country")
SIGN = longest_first(CURRENCY_OF_SIGN)
COUNTRIES = [name.rpartition(" ")[0] for name in CURRENCY_OF_COUNTRY]
CURRENCY_COUNTRY = longest_first(COUNTRIES)
MONEY = longest_first([*CURRENCY_OF_WORD, *CURRENCY_WITH_COUNTRY])
CURRENCY_WORD = rf"(?:{CURRENCY_COUNTRY}\s)?{MONEY}s?"
PERCENT = rf"%|{words_in_order('units', 'percent')}\b"

# The singular English name of a unit, and the other ways to write it (plurals in -s need no entry).
UNIT_FORMS = word_values("units", "measure")
SHORT_FORM = 3  # letters; "ha" and "km" take no -s


def _unit_of_form() -> dict[str, str]:
    """Return the unit of each way to write one, in small letters with blanks, plurals too."""
    units: dict[str, str] = {}
    for unit, other_forms in UNIT_FORMS.items():
        for form in (unit, *other_forms.split()):
            small = form.replace("-", " ").lower()
            units[small] = unit
            if len(form) > SHORT_FORM:
                units[f"{small}s"] = unit
    return units


UNIT_OF_FORM = _unit_of_form()
MEASURE = longest_first(UNIT_OF_FORM)
UNIT_AFTER = compiled(
    rf"[\s-]?(?:(?P<percent>{PERCENT})|(?P<currency>{CURRENCY_WORD})\b"
    rf"|(?P<measure>{MEASURE})(?!\w))"
)
SINGLE_MEASURES = word_list("units", "measure-with-article")


def currency_of_sign(sign: str) -> str:
    """Return the ISO 4217 code of a currency sign before a number; a plain "$" is the US dollar."""
    return CURRENCY_OF_SIGN[sign.upper()]


def measure_of(words: str) -> str:
    """Return the singular name of a unit of measure.

    >>> measure_of("kilometers"), measure_of("sq km"), measure_of("mph")
    ('kilometre', 'square kilometre', 'mile per hour')
    """
    return UNIT_OF_FORM[plain(words)]


def currency_of(words: str) -> str:
    """Return the ISO 4217 code of a currency in words; empty if the words alone do not say it.

    >>> currency_of("Canadian dollars"), currency_of("pounds"), currency_of("pesos")
    ('CAD', 'GBP', '')
    """
    text = plain(words)
    if text.startswith("pound"):
        return "GBP"
    for form in (text, text.removesuffix("s")):
        if form in CURRENCY_OF_COUNTRY:
            return CURRENCY_OF_COUNTRY[form]
        if form in CURRENCY_OF_WORD:
            return CURRENCY_OF_WORD[form]
    return ""


# --------------------------------------------------------------------------------------- tolls

TOLLS = word_values("nouns", "toll")
BEFORE_TOLL = word_set("nouns", "before-a-toll")
COUNTS = word_set("nouns", "count-of-casualties")
COUNTED_AFTER_OF = word_values("nouns", "casualties")
HARMING = word_values("verbs", "harming")
BEFORE_FIGURE = word_set("function_words", "before-a-new-figure")
PREDICATIVE = "attr"


def toll_of(number: Token) -> str:
    """Return what a number without a noun counts if it is a toll, empty for any other."""
    above = number.head
    if number.dep_ in UNDERGOERS and above.lemma_ in HARMING:
        return HARMING[above.lemma_]
    if number.dep_ == PREDICATIVE:
        return _toll_beside(above)
    if number.dep_ != "pobj" or above.lower_ not in BEFORE_FIGURE:
        return ""
    return _toll(above.head) or _toll_beside(above.head)


def _toll_beside(verb: Token) -> str:
    """Return the toll that a verb says something of, empty if there is none."""
    for child in verb.children:
        if child.dep_ in NOUN_SUBJECTS or child.dep_ in UNDERGOERS:
            toll = _toll(child)
            if toll:
                return toll
    return ""


def _toll(noun: Token) -> str:
    """Return what a noun counts: the dead for "death toll" and "number of dead"."""
    if noun.lemma_ in TOLLS and has_child(noun, words=BEFORE_TOLL):
        return TOLLS[noun.lemma_]
    if noun.lemma_ not in COUNTS:
        return ""
    for of in children_with(noun, "prep"):
        for counted in governed_by(of):
            if counted.lemma_.lower() in COUNTED_AFTER_OF:
                return COUNTED_AFTER_OF[counted.lemma_.lower()]
    return ""
