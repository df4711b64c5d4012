"""Amounts: a table of sentences with what is counted or measured in them, and what is no amount."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Quantity
from kg.text.parse import load, parse
from kg.text.quantities import find_quantities
from kg.text.quantities.amounts import amounts, canonical, number
from kg.text.read import article


def shown(quantity: Quantity) -> str:
    """A quantity in a line: `=` a value, `~` about, `>` a least and `<` a greatest one, then currency or unit."""
    parts = [f"{'~' if quantity.approximate else '='}{quantity.value}"] if quantity.value else []
    parts += [f">{quantity.minimum}"] if quantity.minimum else []
    parts += [f"<{quantity.maximum}"] if quantity.maximum else []
    return " ".join([*parts, quantity.currency or quantity.unit]).strip()


CASES = [
    # money
    ("The firm paid $500 million for the plant.", [("$500 million", "=500000000 USD")]),
    ("It won a US$40 billion order.", [("US$40 billion", "=40000000000 USD")]),
    ("The bridge cost £20.1bn.", [("£20.1bn", "=20100000000 GBP")]),
    ("The plan costs EUR 40m.", [("EUR 40m", "=40000000 EUR")]),
    ("The bank lost 19 billion won in May.", [("19 billion won", "=19000000000 KRW")]),
    ("The state gave Rs 300 crore to farmers.", [("Rs 300 crore", "=3000000000 INR")]),
    (
        "Profit fell $2 million to $9 million from $11 million.",
        [
            ("$2 million", "=2000000 USD"),
            ("$9 million", "=9000000 USD"),
            ("$11 million", "=11000000 USD"),
        ],
    ),
    ("Turnover was $1.8 bln.", [("$1.8 bln", "=1800000000 USD")]),
    ("The firm lost £2.4bln last year.", [("£2.4bln", "=2400000000 GBP")]),
    ("The maker earned $728 mil last year.", [("$728 mil", "=728000000 USD")]),
    ("It sold the site for €12 mln.", [("€12 mln", "=12000000 EUR")]),
    ("The port paid RM10 million for a crane.", [("RM10 million", "=10000000 MYR")]),
    ("The port paid RM 25 for a permit.", [("RM 25", "=25 MYR")]),
    ("The road cost Rs 40 cr.", [("Rs 40 cr", "=400000000 INR")]),
    ("The road cost Rs. 7 lac.", [("Rs. 7 lac", "=700000 INR")]),
    ("The debt is $3 trln.", [("$3 trln", "=3000000000000 USD")]),
    ("The hotel cost AED 90 million.", [("AED 90 million", "=90000000 AED")]),
    ("The ticket costs 5 euros.", [("5 euros", "=5 EUR")]),
    ("She earned two million pounds.", [("two million pounds", "=2000000 GBP")]),
    ("He spent 400 Canadian dollars.", [("400 Canadian dollars", "=400 CAD")]),
    ("The price fell to between $200 and $300.", [("between $200 and $300", ">200 <300 USD")]),
    (
        "Losses of more than $1.5 trillion are feared.",
        [("more than $1.5 trillion", ">1500000000000 USD")],
    ),
    # shares and measures
    ("Prices rose by 10 per cent.", [("10 per cent", "=10 percent")]),
    ("Sales fell 3.5%.", [("3.5%", "=3.5 percent")]),
    ("The lead grew by 2 percentage points.", [("2 percentage points", "=2 percentage point")]),
    ("They walked the last 0.6-mile stretch.", [("0.6-mile", "=0.6 mile")]),
    ("They pushed it for more than a kilometer.", [("more than a kilometer", ">1 kilometre")]),
    ("The school lies half a mile away.", [("half a mile", "=0.5 mile")]),
    ("The island covers 20 square kilometers.", [("20 square kilometers", "=20 square kilometre")]),
    ("The parcel weighs 200 pounds.", [("200 pounds", "=200 pound")]),
    ("The wind reached 120 km/h.", [("120 km/h", "=120 kilometre per hour")]),
    ("It fell to 5 degrees Celsius.", [("5 degrees Celsius", "=5 degree Celsius")]),
    ("The tanker carried about 300,000 barrels.", [("about 300,000 barrels", "~300000 barrel")]),
    # counted things
    ("The virus infected 113 million people.", [("113 million people", "=113000000 person")]),
    ("It left 2.5 million dead.", [("2.5 million dead", "=2500000 dead")]),
    ("The plan creates 1,500 to 2,000 jobs.", [("1,500 to 2,000 jobs", ">1500 <2000 job")]),
    (
        "The town has between 300 and 400 houses.",
        [("between 300 and 400 houses", ">300 <400 house")],
    ),
    (
        "The country sent nearly 100,000 workers abroad.",
        [("nearly 100,000 workers", "<100000 worker")],
    ),
    ("At least 30 people died.", [("At least 30 people", ">30 person")]),
    ("Up to 800 passengers can board.", [("Up to 800 passengers", "<800 passenger")]),
    ("Some 400 guests came.", [("Some 400 guests", "~400 guest")]),
    ("A dozen soldiers left.", [("A dozen soldiers", "=12 soldier")]),
    ("Hundreds of workers went home.", [("Hundreds of workers", ">200 worker")]),
    ("Tens-of-thousands of people came.", [("Tens-of-thousands of people", ">20000 person")]),
    (
        "Hundreds-of-millions of people saw it.",
        [("Hundreds-of-millions of people", ">200000000 person")],
    ),
    ("Scores of people were killed.", [("Scores of people", ">40 person")]),
    ("Twenty-one ships sailed.", [("Twenty-one ships", "=21 ship")]),
    (
        "The flood hit 10 million and displaced 2 million people.",
        [("10 million", "=10000000 person"), ("2 million people", "=2000000 person")],
    ),
    ("Many workers, including 13 from the mill, left.", [("13", "=13 worker")]),
    # no amounts
    ("The Boeing 747 landed.", []),
    ("The airline ordered five new 747 jets.", [("five new 747 jets", "=5 jet")]),
    ("The team won 3-2.", []),
    ("He is 44 years old.", []),
    ("The 44-year-old teacher sang.", []),
    ("It opened in 2011.", []),
    ("He came second and she came 3rd.", []),
    ("The two countries share a border.", []),
    ("She is the No. 2 official.", []),
    ("The talks took three days.", []),
    ("They met at 3 p.m.", []),
    # a second number that the parser hangs on the first, whose noun stands before it
    (
        "In their native Norway, eight of the band's studio albums and eight of their singles have reached number one.",
        [("eight of the band's studio albums", "=8 album")],
    ),
]


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_amounts_are_found_with_their_unit_and_bounds(nlp, text, expected):
    read = article(text)
    assert [
        (each.text, shown(each.quantity)) for each in find_quantities(parse(nlp, read), read)
    ] == expected


def test_the_head_of_counted_things_is_their_number_and_that_of_a_measure_its_unit(nlp):
    read = article("The army lost 40 tanks on the 20-mile road.")
    heads = [
        read.text[mention.head :].split()[0] for mention in find_quantities(parse(nlp, read), read)
    ]
    assert heads == ["40", "mile"]


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**15, places=3))
def test_a_canonical_number_has_the_same_value_and_no_exponent(value):
    text = canonical(value)
    assert Decimal(text) == value
    assert set(text) <= set("0123456789.")
    assert not ("." in text and text.endswith("0"))


@pytest.mark.parametrize(
    "words", ["\u017fix million", "f\u0131ve", "do\u017fen\u017f of", "a m\u0131llion"]
)
def test_other_letters_than_those_of_a_word_are_no_number(words):
    assert [*amounts(words)] == []


@pytest.mark.parametrize("groups", [6, 2_000])
def test_a_number_of_more_figures_than_are_reckoned_with_is_no_amount(groups):
    assert [*amounts(f"It cost 1{',000' * groups} dollars.")] == []


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=999_999))
def test_a_number_with_separators_means_what_it_means_without(value):
    assert number(f"{value:,}") == number(str(value)) == value


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_amounts_in_order_and_inside_it(text):
    places = [(amount.start, amount.end) for amount in amounts(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@pytest.mark.parametrize("piece", ["1 ", "one ", "a ", "$", "1,111,", "between ", "half a "])
def test_hostile_text_is_searched_in_linear_time(piece):
    assert sum(1 for _ in amounts(piece * 4_000)) <= 4_000
