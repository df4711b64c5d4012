"""The check whether words that look like a time are meant as one.

Tags, dependencies and neighbours show it. A pattern alone would take the verb "may", Mrs May, "2000
people", "twice a week" and "Boeing 2707" for dates.
"""

import re

from spacy.tokens import (
    Span,
    Token,
)

from kg.lang.en import (
    word_list,
    word_set,
)
from kg.text.parse import (
    has_child,
    neighbour,
    word_before,
)
from kg.text.parse.labels import (
    DETERMINERS_AND_OWNERS,
    NOUNS,
    TIME_ENTITIES,
)
from kg.text.timex.words import (
    DEFINITE,
    HOLIDAYS,
    MONTH,
    QUARTER_NOUN,
    SEASONS,
    THE,
    UNIT,
    WEEKDAY,
    YEAR,
    A,
    compiled,
    either,
    in_order,
    words_in_order,
)

AMBIGUOUS_MONTHS = word_set("times", "ambiguous-month")
BEFORE_A_MONTH = word_set("function_words", "before-a-month")
BEFORE_A_YEAR = BEFORE_A_MONTH | word_set("function_words", "before-a-year")
BEFORE_A_SEASON = BEFORE_A_MONTH | {"over"}
BEFORE_A_LENGTH = word_set("function_words", "before-a-length")
BEFORE_A_YEAR_OR_ITS_NOUN = BEFORE_A_YEAR | word_set("function_words", "determining-a-year")
ANNOUNCING_AN_AGE = word_set("nouns", "announcing-an-age")
MONEY_TALK = word_set("nouns", "money-talk")
BEFORE_A_DATE = word_set("function_words", "before-stray-date")
NAMES = word_set("labels", "named-thing")
NAMES_AND_AMOUNTS = NAMES | word_set("labels", "amount")
OF_A_LONGER_NOUN = word_set("labels", "of-a-longer-noun")

BARE_MONTH = compiled(MONTH)
BARE_SEASON = compiled(rf"{THE}{either(SEASONS)}")
BARE_YEAR = re.compile(YEAR)
BARE_WEEKDAY = compiled(WEEKDAY)
OVERNIGHT = compiled(words_in_order("times", "last-night-and-today"))
BARE_HOUR = compiled(words_in_order("times", "noon"))
BARE_HOLIDAY = compiled(either(HOLIDAYS))
BARE_QUARTER = compiled(rf"(?:{DEFINITE}\s)?\w+[\s-]{QUARTER_NOUN}|Q[1-4]")
ONE = words_in_order("numbers", "single-length")
ONE_LENGTH = compiled(rf"{ONE}\s(?P<unit>{UNIT})")
QUARTER_COUNT = in_order(word_list("numbers", "of-quarters"))
QUARTERS = words_in_order("units", "quarters")
FRACTION = compiled(rf"(?:{A}|{QUARTER_COUNT})[\s-]{QUARTERS}")
MONTH_OR_WEEKDAY = compiled(rf"\b(?:{MONTH}|{WEEKDAY})(?!\w)")


def is_time(span: Span) -> bool:
    """Return whether a match of the patterns is a real use as a time."""
    text = span.text
    names = MONTH_OR_WEEKDAY.findall(text)
    if any(name[0].islower() for name in names):
        return False
    for pattern, is_meant in CHECKS:
        if pattern.fullmatch(text):
            return is_meant(span)
    return _is_length(span)


def _is_weekday(span: Span) -> bool:
    """Return whether a day of the week is one, and no part of a name."""
    return span.root.ent_type_ not in NAMES and not _in_a_name(span[0])


def _is_holiday(span: Span) -> bool:
    """Return whether a holiday is one: "at Christmas", but not "Christmas trees"."""
    return span.root.dep_ not in OF_A_LONGER_NOUN


def _is_hour(span: Span) -> bool:
    """Return whether a point of the day is one: "before dawn", but neither Dawn nor dawn raids."""
    return span.root.pos_ == "NOUN" and span.root.dep_ not in OF_A_LONGER_NOUN


def _is_adverb(span: Span) -> bool:
    """Return whether a word is an adverb: "fled overnight", but not "an overnight bag"."""
    return span.root.pos_ == "ADV"


def _is_quarter(span: Span) -> bool:
    """Return whether a quarter is one of a year: its sentence speaks of money."""
    return any(token.lower_ in MONEY_TALK for token in span.sent)


def _before(token: Token) -> str:
    """Return the word before a token, past "the", in small letters; empty at the start."""
    word = word_before(token)
    if word != "the":
        return word
    article = token.nbor(-1)
    return word_before(article)


def _in_a_name(token: Token) -> bool:
    """Return whether a word of time is part of a name: "the Sunday Times".

    It modifies a proper noun on its right that is no other word of time. In "On Monday Ann Bolt
    spoke" the preposition is left without an object.
    """
    if token.dep_ != "compound" or _is_lonely_preposition(neighbour(token, -1)):
        return False
    noun = token.head
    if noun.i < token.i or noun.pos_ != "PROPN":
        return False
    return noun.ent_type_ not in TIME_ENTITIES


def _is_lonely_preposition(token: Token | None) -> bool:
    """Return whether a token is a preposition of dates with nothing below it."""
    if token is None or token.lower_ not in BEFORE_A_DATE:
        return False
    return token.left_edge == token.right_edge


def _is_season(span: Span) -> bool:
    """Return whether the name of a season is a time: "in spring", but not "spring of water"."""
    last = span[-1]
    after = neighbour(last, 1)
    if after is not None and after.lower_ == "of":
        return False
    if last.pos_ not in NOUNS:
        return False
    return _before(span[0]) in BEFORE_A_SEASON


def _is_month(span: Span) -> bool:
    """Return whether the name of a month is one: no verb "may", and no Mrs May."""
    token = span[0]
    if token.pos_ not in NOUNS or token.ent_type_ in NAMES:
        return False
    if _in_a_name(token):
        return False
    is_plain = token.lower_.rstrip(".") not in AMBIGUOUS_MONTHS
    is_date = is_plain or token.ent_type_ == "DATE"
    return is_date or _before(token) in BEFORE_A_MONTH


def _is_year(span: Span) -> bool:
    """Return whether four figures are a year, and neither a count nor a part of a name."""
    token = span[0]
    if token.ent_type_ in NAMES_AND_AMOUNTS or token.like_url:
        return False
    noun = _noun_after(token)
    if noun is not None and _is_counted(noun):
        return False
    if token.ent_type_ == "DATE":
        return True
    before = word_before(token)
    if noun is None:
        return before in BEFORE_A_YEAR
    return before in BEFORE_A_YEAR_OR_ITS_NOUN


def _noun_after(number: Token) -> Token | None:
    """Return the noun behind a number that it hangs on; None if there is none."""
    noun = number.head
    if number.dep_ == "nummod" and noun.i > number.i:
        return noun
    return None


def _is_counted(noun: Token) -> bool:
    """Return whether a number before a noun counts it: "2000 people", but not "the 2000 games"."""
    if noun.tag_ != "NNS":
        return False
    return not has_child(noun, *DETERMINERS_AND_OWNERS)


def _is_length(span: Span) -> bool:
    """Return whether words are a length of time.

    Fractions ("a quarter"), rates ("twice a week"), "one day", "a second" and ages are none.
    """
    before = _before(span[0])
    if FRACTION.fullmatch(span.text) or before in ANNOUNCING_AN_AGE:
        return False
    single = ONE_LENGTH.fullmatch(span.text)
    if single is None:
        return True
    if before not in BEFORE_A_LENGTH:
        return False
    return single["unit"].lower() != "second"


CHECKS = (
    (BARE_YEAR, _is_year),
    (BARE_MONTH, _is_month),
    (BARE_SEASON, _is_season),
    (BARE_WEEKDAY, _is_weekday),
    (BARE_HOUR, _is_hour),
    (BARE_HOLIDAY, _is_holiday),
    (OVERNIGHT, _is_adverb),
    (BARE_QUARTER, _is_quarter),
)
