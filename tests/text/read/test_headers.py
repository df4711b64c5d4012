"""The head of a page: blocks of "key: value" lines, outlets, sign-offs and time stamps."""

import pytest

from kg.text.read import article

BODY = "Ada Lund opened the runway in Varna on Monday.\n\nIt rained, she said."

BLOCKS = [
    "Source: Harbour Gazette\nTitle: Airport opens\nDate: 2022-07-25\nAuthor: Ann Sturm",
    "HEADLINE: Airport opens\nBYLINE: Ann Sturm\nDATE: July 25, 2022\nPUBLICATION: Harbour Gazette",
    '---\ntitle: "Airport opens"\ndate: 2022-07-25\nauthor: Ann Sturm\nsource: Harbour Gazette\n---',
    "Title: Airport opens\n\nAuthor: Ann Sturm\n\nPublisher: Harbour Gazette\n\nDate: 25 July 2022",
]

DAYS = [
    ("25/7/22", "2022-07-25"),
    ("4/5/22", ""),
    ("Updated 9:15 PM ET, Mon July 25, 2022", "2022-07-25"),
    ("First published on Mon 25 Jul 2022 12.00 BST", "2022-07-25"),
    ("Published: 25 July 2022 at 9.15am", "2022-07-25"),
    ("July 25, 2022 / 9:15 PM / Harbour News", "2022-07-25"),
    ("9:15 PM EDT July 25, 2022", "2022-07-25"),
    ("July 25th, 2022 - 09:15 GMT+1", "2022-07-25"),
    ("Mon, Jul 25, 2022, 9:15 PM", "2022-07-25"),
    ("25.07.22", "2022-07-25"),
]

OUTLETS = [
    ("The Harbour Gazette", "The Harbour Gazette"),
    ("BBC News", "BBC News"),
    ("harbour-news.example.org", "harbour-news.example.org"),
    ("World News", ""),
]

FURNITURE = [
    "rg/lw (Reuters, dpa)",
    "(AP, Reuters)",
    "ab/cd",
    "2 hours ago",
    "5 min read",
    "Updated 9:15 PM ET",
    "Ann Sturm, staff writer",
    "Ann Sturm in Varna",
    "By Ann Sturm in Varna",
    "— Reuters",
]

READ = [
    "Ann Sturm in the lead",
    "(The runway is long.)",
    "Twelve hours ago it rained in Varna.",
    "He waited at 9:15 for the mayor.",
    "Airport opens in Varna",
]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_of_keys_tells_of_the_article(block: str) -> None:
    found = article(f"{block}\n\n{BODY}\n")
    assert (found.headline, found.published) == ("Airport opens", "2022-07-25")
    assert (found.publisher, found.authors) == ("Harbour Gazette", ("Ann Sturm",))


def test_one_key_is_no_block() -> None:
    assert article(f"Title: the story of a word\n\n{BODY}").headline == "Title: the story of a word"


@pytest.mark.parametrize(("line", "day"), DAYS)
def test_a_date_is_read_with_the_time_around_it(line: str, day: str) -> None:
    found = article(f"Airport opens\n\n{line}\n\n{BODY}")
    assert (found.published, found.publisher) == (day, "")


@pytest.mark.parametrize(("line", "publisher"), OUTLETS)
def test_an_outlet_above_the_headline_is_the_publisher(line: str, publisher: str) -> None:
    found = article(f"{line}\n\nAirport opens\n\n{BODY}")
    assert (found.headline, found.publisher) == ("Airport opens", publisher)


def test_a_first_line_with_no_headline_below_is_the_headline() -> None:
    found = article(f"Mayor buys the Harbour Times\n\n{BODY}")
    assert (found.headline, found.publisher) == ("Mayor buys the Harbour Times", "")


@pytest.mark.parametrize("line", FURNITURE)
def test_sign_offs_bylines_and_time_stamps_are_no_sentences(line: str) -> None:
    found = article(f"Airport opens\n\n{line}\n\n{BODY}")
    assert [passage.of(found.text) for passage in found.furniture] == [line]


@pytest.mark.parametrize("line", READ)
def test_other_lines_are_read(line: str) -> None:
    assert article(f"Airport opens\n\n{line}\n\n{BODY}").furniture == ()


@pytest.mark.parametrize("sign", ["(ab/cd)", "(Reuters)", "– AFP"])
def test_what_stands_behind_the_last_sentence_is_not_read(sign: str) -> None:
    found = article(f"Airport opens\n\n{BODY} {sign}")
    assert [passage.of(found.text) for passage in found.furniture] == [sign]
