"""Phrases that Hypothesis makes of the lists of times and amounts: canonical values or none."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_texts import PHRASES, check_quantity, check_time

from kg.text.quantities.amounts import amounts
from kg.text.timex import resolve
from kg.text.timex.expressions import search

DAYS = st.sampled_from(["2021-02-26", "2020-02-29", "0001-01-01", "9999-12-31", ""])
LAST = st.sampled_from(["2019-03-04", "2019-03", "2019", "9999-12-31", ""])


@settings(deadline=None, max_examples=200)
@given(PHRASES, DAYS, st.sampled_from([True, False, None]), LAST)
@example("a weekend", "2021-02-26", True, "")
@example("two week\u017f", "2021-02-26", True, "")
@example("20\u0662\u0661", "2021-02-26", True, "")
@example("easter sunday next year", "9999-12-31", True, "")
def test_a_phrase_means_a_canonical_time_or_nothing(words, day, past, last):
    value = resolve(words, day, past=past, last=last)
    if value is not None:
        check_time(value)


@settings(deadline=None, max_examples=200)
@given(PHRASES)
@example("tens-of-thousands ships")
@example("\u0130NR 5 million")
@example("DK\u212a 5")
def test_a_phrase_has_canonical_amounts_or_none(words):
    for amount in amounts(words):
        check_quantity(amount.quantity)
        assert 0 <= amount.start < amount.end <= len(words)


@settings(deadline=None, max_examples=200)
@given(st.lists(PHRASES, max_size=4).map(" and ".join))
def test_phrases_are_found_inside_the_text_and_apart(text):
    places = [*search(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@pytest.mark.parametrize("words", ["past", "last", "a", "the", "of", "half", "-", "0", "'"])
def test_a_bare_word_means_no_time(words):
    assert resolve(words, "2021-02-26") is None
