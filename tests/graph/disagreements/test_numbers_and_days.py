import pytest

from kg.graph.disagreements.days import are_apart, days_apart, is_over
from kg.graph.disagreements.numbers import exclude
from kg.model import Quantity

AMOUNTS = [
    (Quantity("12"), Quantity("15"), True),
    (Quantity("12"), Quantity("12"), False),
    (Quantity(minimum="12"), Quantity("15"), False),
    (Quantity(minimum="12"), Quantity("9"), True),
    (Quantity(maximum="100"), Quantity("98"), False),
    (Quantity(maximum="100"), Quantity("140"), True),
    (Quantity(minimum="3", maximum="5"), Quantity("4"), False),
    (Quantity(minimum="3", maximum="5"), Quantity("7"), True),
    (Quantity("300"), Quantity("308"), False),
    (Quantity("308"), Quantity("312"), True),
    (Quantity("40"), Quantity("42"), True),
    (Quantity("30", approximate=True), Quantity("33"), False),
    (Quantity("30", approximate=True), Quantity("50"), True),
    (Quantity("2000000"), Quantity("2100000"), False),
    (Quantity("2.5"), Quantity("2.7"), True),
]


@pytest.mark.parametrize(("first", "second", "expected"), AMOUNTS)
def test_numbers_exclude_each_other_only_beyond_their_bounds(first, second, expected):
    assert exclude(first, second) is expected
    assert exclude(second, first) is expected


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("2031", "2031-03-04", False),
        ("2031-03", "2031-03-04", False),
        ("2031-03", "2031-04", True),
        ("2031", "2032-01-01", True),
        ("", "2031", False),
    ],
)
def test_dates_are_apart_only_if_both_are_precise_enough(first, second, apart):
    assert are_apart(first, second) is apart
    assert are_apart(second, first) is apart


def test_a_misread_date_is_at_no_distance():
    assert days_apart("2031-02-30", "2031-03-01") is None


def test_what_ends_in_the_month_in_which_another_begins_is_over():
    assert is_over("2032-06", "2032-06-07")
    assert not is_over("2032-07", "2032-06-07")
