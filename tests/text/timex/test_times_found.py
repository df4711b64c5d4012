"""Time expressions are found where a sentence means one, with the value that its clause gives them."""

import pytest
from time_samples import FRIDAY, shown

from kg.text.parse import load, parse
from kg.text.read import article
from kg.text.timex import find_times

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
