"""Finds of what each number of an article is a number.

The unit after it shows it, or the noun that it counts in the dependency tree. Dates, the numbers of
models ("Boeing 747") and given things ("the two countries") are no quantities.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from spacy.tokens import Doc, Span, Token

from kg.lang.en import word_list, word_set
from kg.model import Article, Kind, Mention, Passage, Quantity
from kg.text.parse import children_with, governor_of, neighbour
from kg.text.parse.labels import PREMODIFIERS, UNDERGOERS, VERBS_AND_ADJECTIVES
from kg.text.quantities.amounts import Amount, amounts
from kg.text.quantities.words import (
    CASUALTIES,
    CURRENCY_WORD,
    MEASURE,
    PERCENT,
    SCALES,
    WITHOUT_PLURAL,
    currency_of,
    in_order,
    measure_of,
)
from kg.text.timex import UNITS

UNIT_AFTER = re.compile(
    rf"(?:\s|-)?(?P<percent>{PERCENT})|(?:\s|-)?(?P<currency>{CURRENCY_WORD})\b"
    rf"|(?:\s|-)?(?P<measure>{MEASURE})(?!\w)",
    re.IGNORECASE,
)
NOT_MONEY = in_order(word_list("function_words", "not-money"))
NOT_WON = re.compile(rf"\s{NOT_MONEY}\b", re.IGNORECASE)
LARGE = 10_000  # so much money is money even in "pounds", and so many "won" were not won
GIVEN = word_set("function_words", "given-thing")
TIME_NOUNS = frozenset(UNITS) | word_set("nouns", "counted-time")
FARTHEST = 6  # tokens from a number to the noun that it counts
BEFORE_ITS_NOUN = PREMODIFIERS | {"nummod", "quantmod", "pobj"}
NOT_COUNTS = frozenset({"DATE", "TIME", "ORDINAL", "PRODUCT", "LAW"})


def find_quantities(doc: Doc, article: Article) -> list[Mention]:
    """Return the amounts of an article, in text order, none inside another.

    The head of money and measures is the word through which they hang in the sentence. That of
    counted things is the number: their noun is the head of the things themselves, which are a
    mention of their own.
    """
    text = doc.text
    mentions = [_mention(doc, text, article, amount) for amount in amounts(text)]
    return list(_with_shared_units(doc, [each for each in mentions if each is not None]))


def _mention(doc: Doc, text: str, article: Article, amount: Amount) -> Mention | None:
    if amount.quantity.currency or amount.quantity.unit:
        return _as_mention(doc, article, amount, amount.end)
    unit = UNIT_AFTER.match(text, amount.end)
    quantity = _with_unit(doc, text, amount, unit) if unit is not None else None
    if unit is not None and quantity is not None:
        return _as_mention(doc, article, replace(amount, quantity=quantity), unit.end())
    return _counted(doc, article, amount)


def _with_unit(doc: Doc, text: str, amount: Amount, unit: re.Match[str]) -> Quantity | None:
    """Return the amount with the unit after it: percent, a measure, or a currency."""
    if unit["percent"]:
        has_points = "point" in unit["percent"].lower()
        return replace(amount.quantity, unit="percentage point" if has_points else "percent")
    if unit["measure"]:
        return replace(amount.quantity, unit=measure_of(unit["measure"]))
    return _with_currency(doc, text, amount.quantity, unit)


def _with_currency(doc: Doc, text: str, quantity: Quantity, unit: re.Match[str]) -> Quantity | None:
    """Return a quantity with the currency after it, or in pounds of weight; None if it is none."""
    word = unit["currency"].lower()
    is_large = Decimal(quantity.value or quantity.minimum or quantity.maximum) >= LARGE
    if word == "won":
        is_money = is_large and not NOT_WON.match(text, unit.end())
    else:
        token = _token_at(doc, unit.end("currency") - 1)
        is_money = token is not None and token.pos_ not in VERBS_AND_ADJECTIVES
    if not is_money:
        return None
    if word in ("pound", "pounds") and not is_large:
        return replace(quantity, unit="pound")
    currency = currency_of(word)
    return replace(quantity, currency=currency) if currency else None


def _counted(doc: Doc, article: Article, amount: Amount) -> Mention | None:
    """Return the things that a number counts: its noun in the tree, or the dead and wounded.

    None for other bare numbers.
    """
    last = _token_at(doc, amount.end - 1)
    if last is None or last.ent_type_ in NOT_COUNTS or _is_model(doc, amount):
        return None
    noun = _noun_of(last)
    after = neighbour(last, 1)
    if after is not None and after.lower_ in CASUALTIES and noun in (None, after):
        counted = _of(amount, after.lower_)
        return _as_mention(doc, article, counted, after.idx + len(after), head=last)
    if noun is None:
        return _bare(doc, article, amount, last)
    if not _is_counted(noun, last, amount):
        return None
    counted = _of(amount, _unit_of(noun))
    return _as_mention(doc, article, counted, noun.idx + len(noun), head=last)


def _unit_of(noun: Token) -> str:
    """Return what a noun counts, in the singular."""
    if noun.lower_ == "people":
        return "person"
    return noun.lemma_ if noun.pos_ == "PROPN" else noun.lemma_.lower()


def _is_counted(noun: Token, last: Token, amount: Amount) -> bool:
    """Return whether a noun is what a number counts.

    Lengths of time, "one man" and given things ("the two countries") are not counted, nor are far
    or earlier nouns, and what is no word.
    """
    is_near = 0 < noun.i - last.i <= FARTHEST
    is_thing = noun.lemma_.isalpha() and noun.lemma_.lower() not in TIME_NOUNS
    if not is_near or not is_thing or amount.quantity.value == "1":
        return False
    return not any(child.i < last.i for child in children_with(noun, words=GIVEN))


def _bare(doc: Doc, article: Article, amount: Amount, last: Token) -> Mention | None:
    """Return a number without a noun of its own as a mention, or None.

    "Employees, including 13 from Oslo" counts employees; one with a scale may share a later noun.
    """
    group = governor_of(last, "including")
    if group is not None and group.tag_ == "NNS":
        return _as_mention(doc, article, _of(amount, group.lemma_.lower()), amount.end, head=last)
    is_scaled = last.lower_ in SCALES and not amount.unclear
    if not is_scaled or last.dep_ not in UNDERGOERS:
        return None
    return _as_mention(doc, article, amount, amount.end, head=last)


def _noun_of(last: Token) -> Token | None:
    """Return the noun on the right that a number belongs to, or None.

    Also through "of" ("dozens of ships").
    """
    if last.dep_ == "conj" and last.head.head.i > last.i:
        last = last.head
    if last.dep_ in BEFORE_ITS_NOUN and last.head.i > last.i:
        noun = last.head
        while noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head
        return noun if noun.tag_ == "NNS" or noun.lower_ in WITHOUT_PLURAL else None
    after = neighbour(last, 1)
    if after is None or after.head != last or after.lower_ != "of":
        return None
    return next((noun for noun in children_with(after, "pobj") if noun.tag_ == "NNS"), None)


def _is_model(doc: Doc, amount: Amount) -> bool:
    """Return whether a bare figure is the number of a model.

    It stands right after a name ("Boeing 747") or what modifies its noun ("five new 747 jets").
    """
    first = _token_at(doc, amount.start)
    if first is None or not first.is_digit or first.i == 0:
        return False
    before = first.nbor(-1)
    is_modifier = before.pos_ in ("ADJ", "NUM") and before.head == first.head
    return before.pos_ == "PROPN" or is_modifier


def _of(amount: Amount, unit: str) -> Amount:
    return replace(amount, quantity=replace(amount.quantity, unit=unit))


def _as_mention(
    doc: Doc, article: Article, amount: Amount, end: int, head: Token | None = None
) -> Mention | None:
    span = doc.char_span(amount.start, end, alignment_mode="expand")
    if span is None:
        return None
    passage = Passage(article.id, amount.start, end)
    head = head if head is not None else _root(span)
    text = passage.of(article.text)
    return Mention(passage, text, Kind.QUANTITY, head=head.idx, quantity=amount.quantity)


def _root(span: Span) -> Token:
    """Return the word through which an amount hangs in its sentence."""
    return span[-1] if span.root.is_punct else span.root


def _with_shared_units(doc: Doc, mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions, a bare number with the unit of the next if their verbs are coordinated.

    "It infected 10 million and killed 2 million people": 10 million people. A bare number that
    shares none is left out.
    """
    for mention, after in zip_longest(mentions, mentions[1:]):
        quantity = mention.quantity or Quantity()
        if quantity.unit or quantity.currency:
            yield mention
            continue
        unit = after.quantity.unit if after is not None and after.quantity else ""
        if unit and _share_a_noun(_token_at(doc, mention.head), _token_at(doc, after.head)):
            yield replace(mention, quantity=replace(quantity, unit=unit))


def _share_a_noun(first: Token | None, second: Token | None) -> bool:
    if first is None or second is None:
        return False
    return any(child.is_ancestor(second) for child in children_with(first.head, "conj"))


def _token_at(doc: Doc, offset: int) -> Token | None:
    """Return the token at a character of the text."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None else None
