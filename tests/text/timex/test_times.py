"""Time expressions: a table of what they mean, after the TIMEX3 guidelines; where they are found; laws."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import TimeValue
from kg.text.parse import load, parse
from kg.text.read import article
from kg.text.timex import find_times, resolve
from kg.text.timex.expressions import search
from kg.text.timex.words import PARTS_OF_A_DAY, UNITS

FRIDAY = "2021-02-26"
SATURDAY = "2008-03-01"
NEW_YEARS_EVE = "2019-12-31"


def shown(value: TimeValue | None) -> str | None:
    """A value in a line: `start/end`, `start/..` while it lasts, a duration, `?` where it cannot be worked out."""
    if value is None:
        return None
    if value.duration:
        return value.duration
    if value.open:
        return f"{value.start}/.."
    if value.end:
        return f"{value.start or '..'}/{value.end}"
    return value.start or "?"


PAST = [
    # numbered days and weeks of a month
    ("the first Monday in February", "2021-02-01"),
    ("the last Friday of January", "2021-01-29"),
    ("the third Saturday of June", "2020-06-20"),
    ("the second Tuesday of last month", "2021-01-12"),
    ("the final Sunday of November 2019", "2019-11-24"),
    ("the 2nd Wednesday in May, 2018", "2018-05-09"),
    ("the first week of January", "2021-01-01/2021-01-07"),
    ("the last week of May", "2020-05-25/2020-05-31"),
    ("the third week of this month", "2021-02-15/2021-02-21"),
    ("the first weekend of February", "2021-02-06/2021-02-07"),
    ("the fifth Friday of February", "?"),
    ("this Thursday", "2021-02-25"),
    ("this Sunday", "2021-02-21"),
    # parts of a decade
    ("the late 1930s", "1935/1939"),
    ("the mid-1980s", "1983/1987"),
    # full dates
    ("26 February 2021", "2021-02-26"),
    ("26th February 2021", "2021-02-26"),
    ("26th of February, 2021", "2021-02-26"),
    ("the 26th of February 2021", "2021-02-26"),
    ("February 26, 2021", "2021-02-26"),
    ("February 26th, 2021", "2021-02-26"),
    ("Feb. 26, 2021", "2021-02-26"),
    ("Sept. 3, 1999", "1999-09-03"),
    ("Friday, 26 February 2021", "2021-02-26"),
    ("Friday, February 26, 2021", "2021-02-26"),
    ("Fri. Feb 26, 2021", "2021-02-26"),
    ("2021-02-26", "2021-02-26"),
    ("2021-02-26T14:30:00Z", "2021-02-26"),
    ("26/02/2021", "2021-02-26"),
    ("02/26/2021", "2021-02-26"),
    ("26.02.2021", "2021-02-26"),
    ("04/05/2021", "?"),
    ("05/05/2021", "2021-05-05"),
    ("31 February 2021", "?"),
    ("29 February 2020", "2020-02-29"),
    ("on 14 July 1789", "1789-07-14"),
    # days without a year
    ("Feb. 26", "2021-02-26"),
    ("26 February", "2021-02-26"),
    ("February 27", "2020-02-27"),
    ("March 3", "2020-03-03"),
    ("January 15", "2021-01-15"),
    ("the 3rd of March", "2020-03-03"),
    ("February 29", "2020-02-29"),
    ("Monday, Dec. 28", "2020-12-28"),
    ("5 October last year", "2020-10-05"),
    ("October 5 of last year", "2020-10-05"),
    ("3 January this year", "2021-01-03"),
    ("April 4 next year", "2022-04-04"),
    # several days
    ("October 25-26, 2016", "2016-10-25/2016-10-26"),
    ("3-5 May 2019", "2019-05-03/2019-05-05"),
    ("3 to 5 May", "2020-05-03/2020-05-05"),
    ("from May 3 to May 5, 2019", "2019-05-03/2019-05-05"),
    ("between 3 and 5 May 2019", "2019-05-03/2019-05-05"),
    # months
    ("March 2008", "2008-03"),
    ("March, 2008", "2008-03"),
    ("March of 2008", "2008-03"),
    ("Jan. 2010", "2010-01"),
    ("October", "2020-10"),
    ("February", "2021-02"),
    ("January", "2021-01"),
    ("last October", "2020-10"),
    ("last February", "2020-02"),
    ("last January", "2021-01"),
    ("this January", "2021-01"),
    ("next January", "2022-01"),
    ("next March", "2021-03"),
    ("October last year", "2020-10"),
    ("October of last year", "2020-10"),
    ("in June of this year", "2021-06"),
    ("January to March 2018", "2018-01/2018-03"),
    ("January-March 2018", "2018-01/2018-03"),
    ("November to February 2018", "2017-11/2018-02"),
    # years
    ("2019", "2019"),
    ("in 2019", "2019"),
    ("the year 2019", "2019"),
    ("fiscal 2019", "2019"),
    ("fiscal year 2019", "2019"),
    ("1950-1953", "1950/1953"),
    ("1950–53", "1950/1953"),
    ("2010-11", "2010/2011"),
    ("2010/11", "2010/2011"),
    ("2021-02", "2021-02"),
    ("1066", "1066"),
    # decades and centuries
    ("the 1990s", "1990/1999"),
    ("1990s", "1990/1999"),
    ("the early 1990s", "1990/1994"),
    ("the '80s", "1980/1989"),
    ("the nineties", "1990/1999"),
    ("the 19th century", "1801/1900"),
    ("the twentieth century", "1901/2000"),
    ("the 21st century", "2001/2100"),
    ("the mid-18th century", "1701/1800"),
    # weekdays
    ("Thursday", "2021-02-25"),
    ("on Thursday", "2021-02-25"),
    ("Friday", "2021-02-26"),
    ("Saturday", "2021-02-20"),
    ("Monday", "2021-02-22"),
    ("last Friday", "2021-02-19"),
    ("last Thursday", "2021-02-25"),
    ("this Wednesday", "2021-02-24"),
    ("next Monday", "2021-03-01"),
    ("next Friday", "2021-03-05"),
    ("this past Sunday", "2021-02-21"),
    ("this coming Sunday", "2021-02-28"),
    ("Thursday morning", "2021-02-25"),
    ("late Thursday night", "2021-02-25"),
    ("early on Monday", "2021-02-22"),
    ("Monday last week", "2021-02-15"),
    ("Monday of last week", "2021-02-15"),
    ("Wednesday next week", "2021-03-03"),
    # days told from the article's own
    ("today", "2021-02-26"),
    ("yesterday", "2021-02-25"),
    ("tomorrow", "2021-02-27"),
    ("tonight", "2021-02-26"),
    ("last night", "2021-02-25"),
    ("this morning", "2021-02-26"),
    ("yesterday evening", "2021-02-25"),
    ("the day before yesterday", "2021-02-24"),
    ("the day after tomorrow", "2021-02-28"),
    ("two days ago", "2021-02-24"),
    ("10 days ago", "2021-02-16"),
    # weeks, months, quarters, years
    ("this week", "2021-02-22/2021-02-28"),
    ("last week", "2021-02-15/2021-02-21"),
    ("next week", "2021-03-01/2021-03-07"),
    ("a week ago", "2021-02-15/2021-02-21"),
    ("two weeks ago", "2021-02-08/2021-02-14"),
    ("last weekend", "2021-02-20/2021-02-21"),
    ("the weekend", "2021-02-20/2021-02-21"),
    ("this weekend", "2021-02-20/2021-02-21"),
    ("this month", "2021-02"),
    ("last month", "2021-01"),
    ("next month", "2021-03"),
    ("three months ago", "2020-11"),
    ("earlier this month", "2021-02"),
    ("last quarter", "2020-10/2020-12"),
    ("this year", "2021"),
    ("last year", "2020"),
    ("next year", "2022"),
    ("earlier this year", "2021"),
    ("early last year", "2020"),
    ("late last year", "2020"),
    ("three years ago", "2018"),
    ("about three years ago", "2018"),
    ("more than three years ago", "?"),
    ("several years ago", "?"),
    ("a decade ago", "2011"),
    ("two decades ago", "2001"),
    ("a century ago", "1921"),
    ("5,000 years ago", "?"),
    ("the end of the year", "2021"),
    ("the beginning of the month", "2021-02"),
    ("this decade", "2020/2029"),
    ("last century", "1901/2000"),
    # parts of a date keep its precision
    ("early 2018", "2018"),
    ("mid-2018", "2018"),
    ("late 2018", "2018"),
    ("the beginning of 2018", "2018"),
    ("the end of 2018", "2018"),
    ("mid-August", "2020-08"),
    ("early March 2008", "2008-03"),
    ("late December", "2020-12"),
    # quarters and halves
    ("Q3 2018", "2018-07/2018-09"),
    ("the third quarter of 2018", "2018-07/2018-09"),
    ("the fourth quarter", "2020-10/2020-12"),
    ("the first quarter", "2021-01/2021-03"),
    ("the second quarter of last year", "2020-04/2020-06"),
    ("the final quarter of 2009", "2009-10/2009-12"),
    ("the fiscal third quarter", "?"),
    ("the third quarter of the financial year", "?"),
    ("the first half of 2018", "2018-01/2018-06"),
    ("the second half of last year", "2020-07/2020-12"),
    ("the first three months of 2008", "2008-01/2008-03"),
    ("the last two months of 2008", "2008-11/2008-12"),
    ("H1 2018", "2018-01/2018-06"),
    # seasons
    ("last spring", "2020-03/2020-05"),
    ("last summer", "2020-06/2020-08"),
    ("this winter", "2020-12/2021-02"),
    ("last winter", "2019-12/2020-02"),
    ("next fall", "2021-09/2021-11"),
    ("spring 2019", "2019-03/2019-05"),
    ("the summer of 1969", "1969-06/1969-08"),
    ("autumn last year", "2020-09/2020-11"),
    ("winter 2018", "2018-12/2019-02"),
    # since, until, spans
    ("since 2011", "2011/.."),
    ("since last October", "2020-10/.."),
    ("ever since 1990", "1990/.."),
    ("from 2011 onwards", "2011/.."),
    ("after 2011", "2011/.."),
    ("until 2015", "../2015"),
    ("till Thursday", "../2021-02-25"),
    ("before 2015", "../2015"),
    ("between 1990 and 1995", "1990/1995"),
    ("from 1990 to 1995", "1990/1995"),
    ("from 1990 until 1995", "1990/1995"),
    ("from Monday to Thursday", "2021-02-22/2021-02-25"),
    ("from October 2020 to January", "2020-10/2021-01"),
    ("from May to September 2019", "2019-05/2019-09"),
    ("between March and June", "2020-03/2020-06"),
    ("the past three years", "2018/2021"),
    ("the last two weeks", "2021-02-12/2021-02-26"),
    ("the past decade", "2011/2021"),
    ("the next five years", "2021/2026"),
    ("the last few years", "?"),
    # holidays
    ("Christmas Day", "2020-12-25"),
    ("Christmas Eve 2010", "2010-12-24"),
    ("New Year's Eve", "2020-12-31"),
    ("New Year’s Day", "2021-01-01"),
    ("Halloween last year", "2020-10-31"),
    ("Good Friday 2019", "2019-04-19"),
    ("Easter Sunday 2000", "2000-04-23"),
    ("9/11", "2001-09-11"),
    # lengths
    ("32-hour", "PT32H"),
    ("two-hour", "PT2H"),
    ("three years", "P3Y"),
    ("a week", "P7D"),
    ("27-year", "P27Y"),
    ("for 10 minutes", "PT10M"),
    ("18 months", "P18M"),
    ("twenty-one days", "P21D"),
    ("half an hour", "PT30M"),
    ("an hour and a half", "PT90M"),
    ("two and a half years", "P30M"),
    ("2.5 hours", "PT150M"),
    ("two hours and 20 minutes", "PT2H20M"),
    ("five consecutive years", "P5Y"),
    ("a decade", "P10Y"),
    ("two to three weeks", "?"),
    ("several months", "?"),
    # repeated, clock times
    ("every Thursday", "?"),
    ("each year", "?"),
    ("3 p.m.", "?"),
    ("12:30 EST", "?"),
    ("noon", "?"),
    # no time at all
    ("44-year-old", None),
    ("three years old", None),
    ("the bridge", None),
    ("maybe", None),
    ("1,950", None),
    ("$2019", None),
    ("", None),
]
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


FOUND = [
    (
        "The mayor resigned on Friday after a 32-hour session.",
        [("Friday", "2021-02-26"), ("32-hour", "PT32H")],
    ),
    ("He may march in the sun for a second.", []),
    ("Prime Minister Theresa May met April Jones.", []),
    ("The mayor resigned in May.", [("May", "2020-05")]),
    ("More than 2000 people came.", []),
    ("He was elected in 2011 and left in 2015.", [("2011", "2011"), ("2015", "2015")]),
    ("She has led the bank since 2011.", [("since 2011", "2011/..")]),
    ("He served between 1990 and 1995.", [("between 1990 and 1995", "1990/1995")]),
    ("The council will meet on Thursday.", [("Thursday", "2021-03-04")]),
    ("The council met on Thursday.", [("Thursday", "2021-02-25")]),
    ("The 44-year-old teacher won.", []),
    ("His three-year-old son slept.", []),
    ("They pay him twice a week.", []),
    ("He worked there for a week.", [("a week", "P7D")]),
    (
        "He arrived on 3 May 2019 and left the following day.",
        [("3 May 2019", "2019-05-03"), ("the following day", "2019-05-04")],
    ),
    ("The ship sank two days before the vote.", [("two days", "?")]),
    ("They sold Christmas trees.", []),
    ("A trial opened at 9 a.m. on Monday.", [("9 a.m.", "?"), ("Monday", "2021-02-22")]),
    ("The firm announced a release on March 3.", [("March 3", "2021-03-03")]),
    ("The firm released it on March 3.", [("March 3", "2020-03-03")]),
    ("The September 11 attacks shook the city.", [("September 11", "2001-09-11")]),
    ("A quarter of the voters stayed at home.", []),
]


AHEAD = [
    ("The members are to vote on Tuesday.", "Tuesday", "2021-03-02"),
    ("The two sailors are to be flown home on Monday.", "Monday", "2021-03-01"),
    ("The appeal is due to be heard in April.", "April", "2021-04"),
    ("The appeal is to be heard on May 4.", "May 4", "2021-05-04"),
    ("The drivers threatened to block the port on Monday.", "Monday", "2021-03-01"),
    ("The bank hopes to reopen on Thursday.", "Thursday", "2021-03-04"),
    ("The mayor demanded that he resign by Wednesday.", "Wednesday", "2021-03-03"),
    ("The school reopens on Wednesday.", "Wednesday", "2021-03-03"),
    ("The minister faces a vote on Tuesday.", "Tuesday", "2021-03-02"),
    ("The fair starts on Sunday.", "Sunday", "2021-02-28"),
    ("The talks resume on Monday.", "Monday", "2021-03-01"),
    ("The match, which was to have been played on Sunday, is off.", "Sunday", "2021-02-28"),
    ("The road is closed until Tuesday.", "until Tuesday", "../2021-03-02"),
    ("The vote was put off until Monday.", "until Monday", "../2021-03-01"),
    ("The judge gave them until April 8 to answer.", "until April 8", "../2021-04-08"),
]

BEHIND = [
    ("The members voted on Tuesday.", "Tuesday", "2021-02-23"),
    ("The mayor says he resigned on Tuesday.", "Tuesday", "2021-02-23"),
    ("The firm managed to open the hall on Monday.", "Monday", "2021-02-22"),
    ("The firm had closed the hall until Tuesday.", "until Tuesday", "../2021-02-23"),
    ("Two sailors fled overnight.", "overnight", "2021-02-25/2021-02-26"),
    ("They were caught on Monday and freed the same evening.", "the same evening", "2021-02-22"),
    ("He sank on Monday and was found the next morning.", "the next morning", "2021-02-23"),
    ("He sank on Monday; that night they found him.", "that night", "2021-02-22"),
    ("He fell on May 3, 2019; the previous night he had danced.", "the previous night", "2019-05-02"),
    ("They fell on May 3, 2019 and rose the following afternoon.", "the following afternoon", "2019-05-04"),
]  # fmt: skip


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_times_are_found_where_they_are_meant(nlp, text, expected):
    read = article(text, published=FRIDAY)
    assert [
        (each.text, shown(each.time)) for each in find_times(parse(nlp, read), read)
    ] == expected


@pytest.mark.parametrize(("text", "words", "meant"), AHEAD + BEHIND)
def test_a_clause_says_without_an_auxiliary_whether_its_time_lies_ahead(nlp, text, words, meant):
    read = article(text, published=FRIDAY)
    times = {each.text: shown(each.time) for each in find_times(parse(nlp, read), read)}
    assert times.get(words) == meant


CLOCKS = [
    ("They met on Monday. The alarm was raised at 9:40 a.m.", "9:40 a.m.", "2021-02-22"),
    ("They met on May 3, 2019. At noon the police came.", "noon", "2019-05-03"),
    ("The quake struck on Tuesday. A second one followed at 04:31 local time.", "04:31 local time", "2021-02-23"),
    ("The plane fell yesterday. It had left Oslo at 10:15 UTC.", "10:15 UTC", "2021-02-25"),
    ("The fire broke out on Sunday. By midnight it had reached the sea.", "midnight", "2021-02-21"),
    ("They met in 2019. The alarm was raised at 9:40 a.m.", "9:40 a.m.", "?"),
    ("They met on Monday, as in 2019. At 9.40am they left.", "9.40am", "2021-02-22"),
    ("They met on Monday. He spoke twice before dawn.", "dawn", "2021-02-22"),
    ("They met on Monday. All were freed by nightfall.", "nightfall", "2021-02-22"),
    ("They met on Monday. An hour later they left Oslo.", "An hour later", "2021-02-22"),
    ("They met on Monday. Dawn left by noon.", "Dawn", None),
    ("The 31 scientists set out in June.", "June", "2020-06"),
    ("They met on Monday. They left at 9 a.m. on Tuesday.", "9 a.m.", "?"),
    ("The alarm was raised at 9:40 a.m.", "9:40 a.m.", "?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "meant"), CLOCKS)
def test_a_time_of_the_clock_is_of_the_day_that_was_named_last(nlp, text, words, meant):
    read = article(text, published=FRIDAY)
    times = {each.text: shown(each.time) for each in find_times(parse(nlp, read), read)}
    assert times.get(words) == meant


def test_no_overnight_bag_is_a_time(nlp):
    read = article("She packed an overnight bag.", published=FRIDAY)
    assert find_times(parse(nlp, read), read) == []


def test_the_passage_of_a_time_is_its_text_and_its_head_lies_inside(nlp):
    read = article(
        "The old mayor, who resigned last October, had led the city since 5 May 2010.",
        published=FRIDAY,
    )
    for mention in find_times(parse(nlp, read), read):
        assert mention.passage.of(read.text) == mention.text
        assert mention.passage.start <= mention.head < mention.passage.end


def test_the_head_of_an_expression_with_its_preposition_is_the_date_itself(nlp):
    read = article(
        "She has led the bank since 2011. He led it from 1996 to 2004.", published=FRIDAY
    )
    assert [read.text[mention.head :][:4] for mention in find_times(parse(nlp, read), read)] == [
        "2011",
        "1996",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Hanley (12 May 1920 – 3 June 1999) was a painter.", ["12 May 1920", "3 June 1999"]),
        ("Tom Hanley (1872 – 24 November 1949) was a painter.", ["1872", "24 November 1949"]),
        ("Tom Hanley was mayor of Leeds (2003–2005).", ["2003–2005"]),
    ],
)
def test_the_dates_of_a_life_are_two_and_those_of_an_office_a_span(nlp, text, expected):
    read = article(text, published=FRIDAY)
    assert [each.text for each in find_times(parse(nlp, read), read)] == expected
