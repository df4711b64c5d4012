"""The amounts of an article: of what each number is a number.

The unit after it shows it, or the noun that it counts in the dependency tree. Dates, the numbers of
models ("Boeing 747") and given things ("the two countries") are no quantities.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.lang.en import word_set
from kg.model import Article, Kind, Mention
from kg.text.parse import Source, children_with, governed_by, governor_of, neighbour
from kg.text.parse.labels import PREMODIFIERS, UNDERGOERS, VERBS_AND_ADJECTIVES
from kg.text.quantities.amounts import Amount, Match, amounts
from kg.text.quantities.words import (
    CASUALTIES,
    SCALES,
    UNIT_AFTER,
    WITHOUT_PLURAL,
    compiled,
    currency_of,
    measure_of,
    toll_of,
    words_in_order,
)
from kg.text.timex import UNITS

NOT_MONEY = words_in_order("function_words", "not-money")
NOT_WON = compiled(rf"\s{NOT_MONEY}\b")
LARGE = 10_000  # so much money is money even in "pounds", and so many "won" were not won
ADJECTIVES_AND_NUMBERS = ("ADJ", "NUM")
GIVEN = word_set("function_words", "given-thing")
TIME_NOUNS = frozenset(UNITS) | word_set("nouns", "counted-time")
FARTHEST = 6  # tokens from a number to the noun that it counts
BEFORE_ITS_NOUN = PREMODIFIERS | word_set("labels", "number-before-noun")
NOT_COUNTS = word_set("labels", "no-count")
OBJECTS = frozenset({"dobj", "pobj"})
POUNDS = word_set("units", "pound")


class Found(NamedTuple):
    """An amount, and the word through which it hangs in its sentence."""

    amount: Amount
    head: Token


def find_quantities(doc: Doc, article: Article) -> list[Mention]:
    """Return the amounts of an article, in text order, none inside another.

    The head of money and measures is the word through which they hang in the sentence. That of
    counted things is the number: their noun is the head of the things themselves, which are a
    mention of their own.
    """
    source = Source.of(doc, article)
    found = [_found(source, amount) for amount in amounts(source.text)]
    understood = list(filter(None, found))
    with_units = _with_shared_units(understood)
    return [_mention(source, each) for each in with_units]


def _found(source: Source, amount: Amount) -> Found | None:
    """Return the amount with its unit or with what it counts; None for a bare number."""
    measured = _measured(source, amount)
    if measured is not None:
        span = source.span(measured.start, measured.end)
        if span is None:
            return None
        return Found(measured, _root(span))
    last = source.token_at(amount.end - 1)
    if last is None:
        return None
    counted = _counted(source, amount, last)
    if counted is None:
        return None
    return Found(counted, _first_of_range(last))


def _first_of_range(last: Token) -> Token:
    """Return the number through which a range hangs on its noun: 30 in "between 30 and 40 men"."""
    first = last.head
    is_second = last.dep_ == "conj"
    if is_second and first.head.i > last.i:
        return first
    return last


def _root(span: Span) -> Token:
    """Return the word through which some words hang in their sentence: an object, if one is."""
    within = range(span.start, span.end)
    for token in span:
        if token.dep_ in OBJECTS and token.head.i not in within:
            return token
    root = span.root
    if root.is_punct:
        return span[-1]
    return root


def _mention(source: Source, found: Found) -> Mention:
    """Return the mention of an amount."""
    amount, head = found
    mention = source.mention(amount.start, amount.end, Kind.QUANTITY, head.idx)
    return replace(mention, quantity=amount.quantity)


def _measured(source: Source, amount: Amount) -> Amount | None:
    """Return the amount with its currency or unit of measure; None if it has none."""
    if amount.has_unit:
        return amount
    unit = UNIT_AFTER.match(source.text, amount.end)
    if unit is None:
        return None
    measured = _with_unit(source, amount, unit)
    if measured is None:
        return None
    return replace(measured, end=unit.end())


def _with_unit(source: Source, amount: Amount, unit: Match) -> Amount | None:
    """Return the amount in the unit after it: percent, a measure, or a currency."""
    percent = unit["percent"]
    measure = unit["measure"]
    if percent:
        if "point" in percent.lower():
            return amount.of("percentage point")
        return amount.of("percent")
    if measure:
        singular = measure_of(measure)
        return amount.of(singular)
    return _with_currency(source, amount, unit)


def _with_currency(source: Source, amount: Amount, unit: Match) -> Amount | None:
    """Return the amount in the currency after it, or in pounds of weight; None if it is none."""
    word = unit["currency"].lower()
    is_large = amount.number >= LARGE
    if not _is_money(source, unit, is_large=is_large):
        return None
    if word in POUNDS and not is_large:
        return amount.of("pound")
    currency = currency_of(word)
    if not currency:
        return None
    quantity = replace(amount.quantity, currency=currency)
    return replace(amount, quantity=quantity)


def _is_money(source: Source, unit: Match, *, is_large: bool) -> bool:
    """Return whether the name of a currency is one: a noun, and no "won" that tells of a win."""
    if unit["currency"].lower() == "won":
        return is_large and not NOT_WON.match(source.text, unit.end())
    last = source.token_at(unit.end("currency") - 1)
    if last is None:
        return False
    return last.pos_ not in VERBS_AND_ADJECTIVES


def _counted(source: Source, amount: Amount, last: Token) -> Amount | None:
    """Return the things that a number counts: its noun in the tree, or the dead and wounded.

    None for other bare numbers. `last` is the last token of the number.
    """
    noun = _noun_of(last)
    is_count = last.ent_type_ not in NOT_COUNTS or _is_range_of(amount, noun)
    if not is_count or _is_model(source, amount):
        return None
    casualties = _casualties(last, noun)
    if casualties is not None:
        counted = amount.of(casualties.lower_)
        return _up_to(casualties, counted)
    if noun is None:
        return _bare(amount, last)
    if not _is_counted(noun, last, amount):
        return None
    counted = amount.of(_unit_of(noun))
    return _up_to(noun, counted)


def _is_range_of(amount: Amount, noun: Token | None) -> bool:
    """Return whether a range counts a noun, and is no date: "between 30 and 40 people"."""
    if noun is None:
        return False
    quantity = amount.quantity
    if not quantity.minimum:
        return False
    return bool(quantity.maximum)


def _casualties(last: Token, noun: Token | None) -> Token | None:
    """Return the "dead" or the like behind a number, if it belongs to no other noun."""
    after = neighbour(last, 1)
    if after is None or after.lower_ not in CASUALTIES:
        return None
    if noun is None or noun == after:
        return after
    return None


def _unit_of(noun: Token) -> str:
    """Return what a noun counts, in the singular."""
    if noun.lower_ == "people":
        return "person"
    if noun.pos_ == "PROPN":
        return noun.lemma_
    return noun.lemma_.lower()


def _is_counted(noun: Token, last: Token, amount: Amount) -> bool:
    """Return whether a noun is what a number counts.

    Lengths of time, "one man" and given things ("the two countries") are not counted, nor are far
    or earlier nouns, and what is no word.
    """
    is_near = 0 < noun.i - last.i <= FARTHEST
    if not is_near or amount.quantity.value == "1":
        return False
    lemma = noun.lemma_
    if not lemma.isalpha() or lemma.lower() in TIME_NOUNS:
        return False
    given = children_with(noun, words=GIVEN)
    return not any(word.i < last.i for word in given)


def _bare(amount: Amount, last: Token) -> Amount | None:
    """Return a number without a noun of its own as an amount, or None.

    "Employees, including 13 from Oslo" counts employees; one with a scale may share a later noun.
    """
    group = governor_of(last, "including")
    if group is not None and group.tag_ == "NNS":
        return amount.of(group.lemma_.lower())
    toll = toll_of(last)
    if toll:
        return amount.of(toll)
    may_share = last.lower_ in SCALES and last.dep_ in UNDERGOERS
    if amount.unclear or not may_share:
        return None
    return amount


def _noun_of(last: Token) -> Token | None:
    """Return the noun on the right that a number belongs to, or None.

    Also through "of" ("dozens of ships").
    """
    joined_to = last.head
    if last.dep_ == "conj" and joined_to.head.i > last.i:
        last = joined_to
    if _hangs_to_the_right(last, *BEFORE_ITS_NOUN):
        noun = _head_of_compound(last.head)
        if noun.tag_ == "NNS" or noun.lower_ in WITHOUT_PLURAL:
            return noun
        return None
    return _noun_after_of(last)


def _noun_after_of(last: Token) -> Token | None:
    """Return the plural noun that "of" right behind a number governs; None without one."""
    of = neighbour(last, 1)
    if of is None or of.lower_ != "of" or of.head != last:
        return None
    for noun in governed_by(of):
        if noun.tag_ == "NNS":
            return noun
    return None


def _hangs_to_the_right(token: Token, *labels: str) -> bool:
    """Return whether a token hangs with one of some labels on a token behind it."""
    return token.dep_ in labels and token.head.i > token.i


def _head_of_compound(noun: Token) -> Token:
    """Return the noun that a noun names a kind of: "ships" for "war" of "war ships"."""
    while _hangs_to_the_right(noun, "compound"):
        noun = noun.head
    return noun


def _is_model(source: Source, amount: Amount) -> bool:
    """Return whether a bare figure is the number of a model.

    It stands right after a name ("Boeing 747") or what modifies its noun ("five new 747 jets").
    """
    first = source.token_at(amount.start)
    if first is None or not first.is_digit or first.i == 0:
        return False
    before = first.nbor(-1)
    if before.pos_ == "PROPN":
        return True
    return before.pos_ in ADJECTIVES_AND_NUMBERS and before.head == first.head


def _up_to(noun: Token, amount: Amount) -> Amount:
    """Return an amount that ends with the noun for its unit."""
    end = noun.idx + len(noun)
    return replace(amount, end=end)


def _with_shared_units(found: Sequence[Found]) -> Iterator[Found]:
    """Yield the amounts, a bare number with the unit of the next if their verbs are coordinated.

    "It infected 10 million and killed 2 million people": 10 million people. A bare number that
    shares none is left out.
    """
    for each, after in zip_longest(found, found[1:]):
        amount = each.amount
        if amount.has_unit:
            yield each
            continue
        unit = _unit_shared_with(each, after)
        if unit:
            yield Found(amount.of(unit), each.head)


def _unit_shared_with(bare: Found, after: Found | None) -> str:
    """Return the unit of the next amount that holds for a bare number, too; empty if none does."""
    if after is None:
        return ""
    verb = bare.head.head
    for other_verb in children_with(verb, "conj"):
        if other_verb.is_ancestor(after.head):
            return after.amount.quantity.unit
    return ""
