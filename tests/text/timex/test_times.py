"""Time expressions: tables of what they mean, after the TIMEX3 guidelines, and laws."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_samples import FRIDAY, PAST, shown

from kg.model import TimeValue
from kg.text.timex import resolve
from kg.text.timex.expressions import search
from kg.text.timex.words import PARTS_OF_A_DAY, UNITS

SATURDAY = "2008-03-01"
NEW_YEARS_EVE = "2019-12-31"

# A weekend is no length of time, and no date is told in parts of a day.
WITHOUT_A_VALUE = [
    "a weekend",
    "one weekend",
    "three weekends",
    "half a weekend",
    "a weekend and a half",
    "a full weekend",
    "a two-weekend",
    "two and a half weekends",
    "two to three weekends",
    "the last two weekends",
    "the past three weekends",
    "last fortnight",
    "next fortnight",
    "the last minute",
    "last minute",
    "the last hour",
    "the past hour",
    "the next hour",
    "this second",
    "the current minute",
    "two hours ago",
    "ten minutes later",
    "the fifth quarter",
    "the tenth quarter of 2019",
    "a 21st-quarter",
]
# Letters and figures that a pattern without regard to case takes for those of the word lists.
IN_OTHER_LETTERS = [
    "la\u017ft week",
    "two week\u017f",
    "f\u0130ve days",
    "n\u0131ne days ago",
    "20\u0662\u0661",
    "May \u0665, 2019",
]
FUTURE = [
    ("the first Monday in April", "2021-04-05"),
    ("the last Friday of this month", "2021-02-26"),
    ("the first Tuesday of February", "2022-02-01"),
    ("the second weekend of May", "2021-05-08/2021-05-09"),
    ("this Sunday", "2021-02-28"),
    ("Thursday", "2021-03-04"),
    ("Friday", "2021-02-26"),
    ("Saturday", "2021-02-27"),
    ("March 3", "2021-03-03"),
    ("February 25", "2022-02-25"),
    ("October", "2021-10"),
    ("January", "2022-01"),
    ("the fourth quarter", "2021-10/2021-12"),
    ("the weekend", "2021-02-27/2021-02-28"),
    ("until May", "../2021-05"),
    ("the summer", "2021-06/2021-08"),
    ("Christmas", "2021-12-25"),
]
OTHER_ANCHORS = [
    ("Sunday", SATURDAY, True, "2008-02-24"),
    ("yesterday", SATURDAY, True, "2008-02-29"),
    ("last month", SATURDAY, True, "2008-02"),
    ("last week", SATURDAY, True, "2008-02-18/2008-02-24"),
    ("the weekend", SATURDAY, True, "2008-03-01/2008-03-02"),
    ("tomorrow", NEW_YEARS_EVE, True, "2020-01-01"),
    ("next month", NEW_YEARS_EVE, True, "2020-01"),
    ("next week", NEW_YEARS_EVE, True, "2020-01-06/2020-01-12"),
    ("January 2", NEW_YEARS_EVE, None, "2020-01-02"),
    ("December 29", NEW_YEARS_EVE, None, "2019-12-29"),
    ("January 2", NEW_YEARS_EVE, True, "2019-01-02"),
    ("this winter", NEW_YEARS_EVE, True, "2019-12/2020-02"),
    ("Thursday", "", True, "?"),
    ("last October", "", True, "?"),
    ("October 5", "", True, "?"),
    ("three years ago", "", True, "?"),
    ("last spring", "", True, "?"),
    ("since Monday", "", True, "?"),
    ("from Monday to Friday", "", True, "?"),
    ("the third quarter", "", True, "?"),
    ("March 2008", "", True, "2008-03"),
    ("two-hour", "", True, "PT2H"),
    ("Thursday", "no date", True, "?"),
]
FROM_LAST = [
    ("two weeks later", "2019-05-31", "2019-06-14"),
    ("a fortnight earlier", "2019-05-31", "2019-05-17"),
    ("the following March", "2019-05-31", "2020-03"),
    ("the following June", "2019-05-31", "2019-06"),
    ("the previous May", "2019-05-31", "2018-05"),
    ("the following spring", "2019", "2020-03/2020-05"),
    ("the following autumn", "2019-05-31", "2019-09/2019-11"),
    ("that summer", "2019-05-31", "2019-06/2019-08"),
    ("the following day", "2019-05-30", "2019-05-31"),
    ("the next day", "2019-05-31", "2019-06-01"),
    ("the same day", "2019-05-31", "2019-05-31"),
    ("the previous day", "2019-05-31", "2019-05-30"),
    ("the following Monday", "2019-05-31", "2019-06-03"),
    ("the following month", "2019-05-31", "2019-06"),
    ("the previous year", "2019-05", "2018"),
    ("that year", "2019", "2019"),
    ("that same year", "2019", "2019"),
    ("later that year", "2019-03", "2019"),
    ("the year before", "2019", "2018"),
    ("two years later", "2019", "2021"),
    ("three days earlier", "2019-05-31", "2019-05-28"),
    ("the following day", "2019", "?"),
    ("the following day", "", "?"),
    ("two days later", "2019-05", "?"),
    ("two years later", "", "?"),
]


@pytest.mark.parametrize(("words", "meant"), PAST)
def test_an_expression_in_a_past_clause_means_the_nearest_date_up_to_the_articles_own(words, meant):
    assert shown(resolve(words, FRIDAY)) == meant


@pytest.mark.parametrize("words", WITHOUT_A_VALUE)
@pytest.mark.parametrize("last", ["", "2019-05-31"])
def test_what_is_no_date_and_no_length_has_no_value(words, last):
    assert resolve(words, FRIDAY, last=last) in (None, TimeValue())


@pytest.mark.parametrize(
    "words", ["the same hour", "that minute", "that same second", "the following hour"]
)
def test_no_date_is_counted_in_parts_of_a_day(words):
    assert resolve(words, FRIDAY, last="2019-05-31") == TimeValue()


@pytest.mark.parametrize("words", IN_OTHER_LETTERS)
def test_other_letters_and_figures_mean_nothing(words):
    assert resolve(words, FRIDAY) is None


def test_a_weekend_that_is_named_has_its_days():
    assert shown(resolve("last weekend", FRIDAY)) == "2021-02-20/2021-02-21"
    assert shown(resolve("the past weekend", FRIDAY)) == "2021-02-20/2021-02-21"


def test_every_unit_has_a_place_in_the_calendar_or_none():
    told = {unit for unit in UNITS if resolve(f"last {unit}", FRIDAY) != TimeValue()}
    assert told == set(UNITS) - {*PARTS_OF_A_DAY, "day", "fortnight"}  # "last night" is a day
    plurals = {unit: "centuries" if unit == "century" else f"{unit}s" for unit in UNITS}
    assert {
        unit for unit, several in plurals.items() if not resolve(f"three {several}", "").duration
    } == {"weekend"}


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "words", ["Easter Sunday next year", "Good Friday last year", "next year", "last century"]
)
def test_the_calendar_ends_without_an_error(words, day):
    assert resolve(words, day) is not None


@pytest.mark.parametrize(("words", "meant"), FUTURE)
def test_an_expression_in_a_future_clause_means_the_nearest_date_from_the_articles_own_on(
    words, meant
):
    assert shown(resolve(words, FRIDAY, past=False)) == meant


@pytest.mark.parametrize(("words", "anchor", "past", "meant"), OTHER_ANCHORS)
def test_an_expression_depends_on_the_articles_date(words, anchor, past, meant):
    assert shown(resolve(words, anchor, past=past)) == meant


@pytest.mark.parametrize(("words", "last", "meant"), FROM_LAST)
def test_some_expressions_are_counted_from_the_date_named_before(words, last, meant):
    assert shown(resolve(words, FRIDAY, last=last)) == meant


def test_the_tables_hold_at_least_150_cases():
    assert len(PAST) + len(FUTURE) + len(OTHER_ANCHORS) + len(FROM_LAST) >= 150


DAYS = st.dates(min_value=date(1601, 1, 1), max_value=date(2090, 12, 31))


@settings(deadline=None)
@given(DAYS, st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
def test_a_weekday_lies_within_a_week_of_the_article_and_on_the_side_of_its_tense(day, name):
    past = date.fromisoformat(resolve(name, day.isoformat()).start)
    future = date.fromisoformat(resolve(name, day.isoformat(), past=False).start)
    assert day - timedelta(days=6) <= past <= day <= future <= day + timedelta(days=6)
    assert past.strftime("%A") == future.strftime("%A") == name


@settings(deadline=None)
@given(DAYS.filter(lambda day: day.year >= 1000), DAYS)
def test_a_full_date_means_itself_in_every_order_whatever_the_anchor(day, anchor):
    orders = (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%A}, {day.day} {day:%b} {day.year}",
        day.isoformat(),
    )
    assert {resolve(order, anchor.isoformat()).start for order in orders} == {day.isoformat()}


@settings(deadline=None)
@given(
    DAYS,
    st.sampled_from([words for words, _ in [*PAST, *FUTURE]]),
    st.sampled_from([True, False, None]),
)
def test_a_span_never_runs_backwards_and_dates_are_dates(day, words, past):
    value = resolve(words, day.isoformat(), past=past)
    if value is not None and value.start and value.end:
        assert value.start[:4] <= value.end[:4]
    for iso in filter(None, (value.start, value.end) if value else ()):
        date.fromisoformat((iso + "-01-01")[:10])


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_meaning_or_none(words):
    resolve(words, FRIDAY)
    assert all(0 <= start < end <= len(words) for start, end in search(words))


@pytest.mark.parametrize("piece", ["a ", "May ", "1 ", "the end of the ", "one ", "12-", "since "])
def test_hostile_text_is_searched_in_linear_time(piece):
    assert sum(1 for _ in search(piece * 4_000)) <= 4_000
