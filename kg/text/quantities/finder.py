"""Says what each number of an article is a number of: by the unit after it, or the noun that it counts in the dependency tree.

Dates, the numbers of models ("Boeing 747") and given things ("the two countries") are no quantities.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from spacy.tokens import Doc, Span, Token

from kg.model import Article, Kind, Mention, Passage, Quantity
from kg.text.quantities.amounts import Amount, amounts
from kg.text.quantities.words import (
    CASUALTIES,
    CURRENCY_WORD,
    MEASURE,
    PERCENT,
    SCALES,
    WITHOUT_PLURAL,
    currency_of,
    measure_of,
)
from kg.text.timex import UNITS

UNIT_AFTER = re.compile(
    rf"(?:\s|-)?(?P<percent>{PERCENT})|(?:\s|-)?(?P<currency>{CURRENCY_WORD})\b|(?:\s|-)?(?P<measure>{MEASURE})(?!\w)",
    re.IGNORECASE,
)
NOT_WON = re.compile(r"\s(?:by|the|an?|his|her|its|their|in\san?)\b", re.IGNORECASE)  # "2 million won by the team"
LARGE = 10_000  # so much money is money even in "pounds", and so many "won" were not won
GIVEN = frozenset("the these those both his her its their our my your that this".split())
TIME_NOUNS = frozenset(UNITS) | {"time", "season", "o'clock"}
FARTHEST = 6  # tokens from a number to the noun that it counts
NOT_COUNTS = frozenset({"DATE", "TIME", "ORDINAL", "PRODUCT", "LAW"})


def find_quantities(doc: Doc, article: Article) -> list[Mention]:
    """The amounts of an article, in text order, none inside another.

    The head of money and measures is the word through which they hang in the sentence. That of counted things is the number:
    their noun is the head of the things themselves, which are a mention of their own.
    """
    text = doc.text
    found = [mention for amount in amounts(text) if (mention := _mention(doc, text, article, amount)) is not None]
    return list(_with_shared_units(doc, found))


def _mention(doc: Doc, text: str, article: Article, amount: Amount) -> Mention | None:
    if amount.quantity.currency or amount.quantity.unit:
        return _as_mention(doc, article, amount, amount.end)
    unit = UNIT_AFTER.match(text, amount.end)
    if unit is not None and (quantity := _with_unit(doc, text, amount, unit)) is not None:
        return _as_mention(doc, article, replace(amount, quantity=quantity), unit.end())
    return _counted(doc, article, amount)


def _with_unit(doc: Doc, text: str, amount: Amount, unit: re.Match[str]) -> Quantity | None:
    """The amount with the unit after it: percent, a measure, or a currency."""
    if unit["percent"]:
        return replace(amount.quantity, unit="percentage point" if "point" in unit["percent"].lower() else "percent")
    if unit["measure"]:
        return replace(amount.quantity, unit=measure_of(unit["measure"]))
    quantity, word = amount.quantity, unit["currency"]
    large = Decimal(quantity.value or quantity.minimum or quantity.maximum) >= LARGE
    if word.lower() == "won" and (not large or NOT_WON.match(text, unit.end())):
        return None
    token = _token_at(doc, unit.end("currency") - 1)
    if word.lower() != "won" and (token is None or token.pos_ in ("VERB", "AUX", "ADJ")):
        return None
    if word.lower() in ("pound", "pounds") and not large:
        return replace(quantity, unit="pound")
    currency = currency_of(word)
    return replace(quantity, currency=currency) if currency else None


def _counted(doc: Doc, article: Article, amount: Amount) -> Mention | None:
    """The things that a number counts: its noun in the tree, or the dead and wounded; nothing for other bare numbers."""
    last = _token_at(doc, amount.end - 1)
    if last is None or last.ent_type_ in NOT_COUNTS or _is_model(doc, amount):
        return None
    noun = _noun_of(last)
    following = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if following is not None and following.lower_ in CASUALTIES and noun in (None, following):
        return _as_mention(doc, article, _of(amount, following.lower_), following.idx + len(following), head=last)
    if noun is None:
        return _bare(doc, article, amount, last)
    if not _is_counted(noun, last, amount):
        return None
    unit = "person" if noun.lower_ == "people" else noun.lemma_ if noun.pos_ == "PROPN" else noun.lemma_.lower()
    return _as_mention(doc, article, _of(amount, unit), noun.idx + len(noun), head=last)


def _is_counted(noun: Token, last: Token, amount: Amount) -> bool:
    """False for lengths of time, "one man", given things ("the two countries"), far or earlier nouns, and what is no word."""
    if (
        noun.lemma_.lower() in TIME_NOUNS
        or not noun.lemma_.isalpha()
        or amount.quantity.value == "1"
        or not 0 < noun.i - last.i <= FARTHEST
    ):
        return False
    return not any(child.lower_ in GIVEN and child.i < last.i for child in noun.children)


def _bare(doc: Doc, article: Article, amount: Amount, last: Token) -> Mention | None:
    """A number without a noun: "employees, including 13 from Oslo" counts employees; one with a scale may share a later noun."""
    if last.dep_ == "pobj" and last.head.lower_ == "including" and last.head.head.tag_ == "NNS":
        return _as_mention(doc, article, _of(amount, last.head.head.lemma_.lower()), amount.end, head=last)
    scaled = last.lower_ in SCALES and last.dep_ in ("dobj", "nsubjpass") and not amount.unclear
    return _as_mention(doc, article, amount, amount.end, head=last) if scaled else None


def _noun_of(last: Token) -> Token | None:
    """The noun on the right that a number belongs to, also through "of" ("dozens of ships")."""
    if last.dep_ == "conj" and last.head.head.i > last.i:
        last = last.head
    if last.dep_ in ("nummod", "compound", "amod", "quantmod", "nmod", "pobj") and last.head.i > last.i:
        noun = last.head
        while noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head
        return noun if noun.tag_ == "NNS" or noun.lower_ in WITHOUT_PLURAL else None
    for child in last.rights:
        if child.lower_ == "of" and child.i == last.i + 1:
            return next((below for below in child.children if below.dep_ == "pobj" and below.tag_ == "NNS"), None)
    return None


def _is_model(doc: Doc, amount: Amount) -> bool:
    """True for a bare figure right after a name ("Boeing 747") or after what modifies its noun ("five new 747 jets")."""
    first = _token_at(doc, amount.start)
    if first is None or not first.is_digit or first.i == 0:
        return False
    before = first.nbor(-1)
    return before.pos_ == "PROPN" or (before.pos_ in ("ADJ", "NUM") and before.head == first.head)


def _of(amount: Amount, unit: str) -> Amount:
    return replace(amount, quantity=replace(amount.quantity, unit=unit))


def _as_mention(doc: Doc, article: Article, amount: Amount, end: int, head: Token | None = None) -> Mention | None:
    span = doc.char_span(amount.start, end, alignment_mode="expand")
    if span is None:
        return None
    passage = Passage(article.id, amount.start, end)
    offset = (head if head is not None else _root(span)).idx
    return Mention(passage, passage.of(article.text), Kind.QUANTITY, head=offset, quantity=amount.quantity)


def _root(span: Span) -> Token:
    """The word through which an amount hangs in its sentence."""
    return span[-1] if span.root.is_punct else span.root


def _with_shared_units(doc: Doc, found: list[Mention]) -> Iterator[Mention]:
    """Gives a bare number the unit of the next amount where their verbs are coordinated.

    "It infected 10 million and killed 2 million people": 10 million people. A bare number that shares none is left out.
    """
    for mention, after in zip_longest(found, found[1:]):
        quantity, other = mention.quantity or Quantity(), (after.quantity if after is not None else None) or Quantity()
        if quantity.unit or quantity.currency:
            yield mention
        elif other.unit and _share_a_noun(_token_at(doc, mention.head), _token_at(doc, after.head)):
            yield replace(mention, quantity=replace(quantity, unit=other.unit))


def _share_a_noun(first: Token | None, second: Token | None) -> bool:
    if first is None or second is None:
        return False
    return any(child.dep_ == "conj" and child.is_ancestor(second) for child in first.head.children)


def _token_at(doc: Doc, offset: int) -> Token | None:
    """The token at a character of the text."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None else None
