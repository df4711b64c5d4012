"""Articles from texts: title, date, byline, publisher, language, and site furniture that is marked and never cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.text.read import article

BODY = "The city closed the old bridge on Friday, the mayor said. It will be mended in spring.\n\nNobody was hurt, she said."


def furniture(text):
    """The words of the furniture in a text."""
    found = article(text)
    return [passage.of(found.text) for passage in found.furniture]


DATES = [
    ("March 01, 2008", "2008-03-01"),
    ("25 April 2019", "2019-04-25"),
    ("Thursday, 25 April 2019 14:02", "2019-04-25"),
    ("Published: 25 April 2019", "2019-04-25"),
    ("Published on April 25, 2019 at 2:15 pm GMT", "2019-04-25"),
    ("Source date 2021-02-26", "2021-02-26"),
    ("date 2021-02-26", "2021-02-26"),
    ("2021-02-26T14:02:00Z", "2021-02-26"),
    ("25/04/2019", "2019-04-25"),
    ("04/05/2019", ""),
    ("April 25", ""),
    ("31 February 2019", ""),
    ("\u017fept 3, 2019", ""),
    ("3 \u017feptember 2019", ""),
]


@pytest.mark.parametrize(("line", "iso"), DATES)
def test_a_date_line_gives_the_date_and_is_not_read_as_text(line, iso):
    text = f"Old bridge closed\n\n{line}\n\n{BODY}"
    assert article(text).published == iso
    assert (line in furniture(text)) == bool(iso)


def test_a_date_before_other_words_of_its_line_leaves_those_alone():
    found = article(f" date 2021-02-26 Old bridge closed\n\n{BODY}")
    assert found.published == "2021-02-26"
    assert [passage.of(found.text) for passage in found.furniture] == ["date 2021-02-26"]
    assert found.headline == "Old bridge closed"


def test_the_date_of_publication_goes_before_that_of_a_change():
    assert (
        article(
            f"Old bridge closed\nUpdated: 3 May 2019\nPublished: 1 May 2019\n\n{BODY}"
        ).published
        == "2019-05-01"
    )


def test_a_labelled_date_below_the_text_counts_and_a_bare_one_in_the_text_does_not():
    assert (
        article(f"Old bridge closed\n\n{BODY}\n\nSource date 2021-02-26").published == "2021-02-26"
    )
    assert article(f"Old bridge closed\n\n{BODY} He was born on 3 May 1950.").published == ""


def test_an_agency_dateline_gives_the_publisher_and_a_date_only_with_its_year():
    with_year = article(f"Old bridge closed\n\nOSLO, April 25, 2019 (Nordic Press) - {BODY}")
    without = article(f"Old bridge closed\n\nOSLO, April 25 (Nordic Press) - {BODY}")
    assert (with_year.publisher, with_year.published) == ("Nordic Press", "2019-04-25")
    assert (without.publisher, without.published) == ("Nordic Press", "")


@pytest.mark.parametrize("start", ["Susan (Susie) Brandt", "Olga (Olenka) Kerr"])
def test_a_nickname_in_brackets_is_no_agency(start):
    assert article(f"Old bridge closed\n\n{start} left. {BODY}").publisher == ""


BYLINES = [
    ("By Jane Smith", ("Jane Smith",)),
    ("By JANE SMITH", ("Jane Smith",)),
    ("By Jane Smith and Per Olsen", ("Jane Smith", "Per Olsen")),
    ("By Jane Smith, Per Olsen and Ola Berg", ("Jane Smith", "Per Olsen", "Ola Berg")),
    ("By Jane Smith | Published: 25 April 2019", ("Jane Smith",)),
    ("By the river stood a house.", ()),
]


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_a_byline_gives_the_authors(line, authors):
    assert article(f"Old bridge closed\n\n{line}\n\n{BODY}").authors == authors


PUBLISHERS = [
    ("Download the Fjord News app for news and weather", "Fjord News"),
    ("Support The Oslo Mail!", "The Oslo Mail"),
    ("Copyright © 2021 Fjord News. All rights reserved.", "Fjord News"),
    ("© 2021 Fjord News", "Fjord News"),
    ("Source: Fjord News", "Fjord News"),
    ("Follow Fjord News on Twitter", "Fjord News"),
    ("Please consider making a donation to The Oslo Mail to help us.", "The Oslo Mail"),
    ("— Fjord News", "Fjord News"),
    ("Support our work!", ""),
    ("The mayor thanked Fjord News.", ""),
]


@pytest.mark.parametrize(("line", "publisher"), PUBLISHERS)
def test_the_publisher_is_read_from_what_the_page_says_of_itself(line, publisher):
    assert article(f"Old bridge closed\n\n{BODY}\n\n{line}").publisher == publisher


HEADLINES = [
    (f"Old bridge closed\n\n{BODY}", "Old bridge closed"),
    (f"March 1, 2008\n\nOld bridge closed\n\n{BODY}", "Old bridge closed"),
    (
        f"Advertisement\nBy Jane Smith\nWhy was the bridge closed?\n\n{BODY}",
        "Why was the bridge closed?",
    ),
    (BODY, ""),
    ("One line only", ""),
]


@pytest.mark.parametrize(("text", "headline"), HEADLINES)
def test_the_title_is_the_first_short_line_without_a_full_stop(text, headline):
    assert article(text).headline == headline


FURNITURE = [
    "Download the Fjord News app for news and weather",
    "Support The Oslo Mail!",
    "Contribute today",
    "Sign up for our newsletter",
    "Sign up for The Morning Briefing newsletter",
    "Follow us on Twitter",
    "Share this article",
    "Advertisement",
    "ADVERTISEMENT",
    "Read more",
    "Read more: Old bridges of the north",
    "Read more about: Norway",
    "Story continues below advertisement",
    "We use cookies to improve your visit",
    "© 2021 Fjord News",
    "All rights reserved.",
    "Photo: Jane Smith/Nordic Press",
    "Image credit: Jane Smith",
    "(Reporting by Jane Smith; Editing by Per Olsen)",
    "Most read",
    "Please consider making a donation so that our reporters can keep telling you what happens.",
]
NOT_FURNITURE = [
    "The mayor said: “Please consider making a donation to help us and our readers.”",
    "Support for the mayor has grown since the bridge was closed.",
    "Share prices fell by three percent on Friday.",
    "Comments by the mayor caused anger in the town.",
    "Most read the report as a warning.",
    "We closed the bridge to help our people, the mayor wrote.",
    "Sources close to the mayor said that she would resign.",
    "The newspaper asked its readers to sign up for a trip.",
    "Related firms were searched by the police on Friday.",
    "Print workers went on strike.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_in_the_middle_of_a_text_is_marked(line):
    assert furniture(f"Old bridge closed\n\n{BODY}\n\n{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_body_text_is_never_marked(line):
    assert furniture(f"Old bridge closed\n\n{BODY}\n\n{line}\n\n{BODY}") == []


def test_a_list_of_other_articles_at_the_end_is_furniture_with_its_appeals():
    end = (
        "Read more about: Norway\n\nRead more\n\n"
        "Trouble at sea\n\nFerry Hits Rock Near Bergen\n\nNobody was hurt when it struck.\n"
        "Face to face\n\nTwo Mayors Meet in Oslo\n\nThe meeting was the first in ten years.\n\n"
        "Good reporting costs money. You can help keep our journalism alive.\n\n"
        "Our team of journalists has told you the story from the first day. It is read by many."
    )
    assert furniture(f"Old bridge closed\n\n{BODY}\n\n{end}") == [end]


def test_a_link_in_the_middle_takes_its_title_and_nothing_of_the_body():
    text = f"Old bridge closed\n\n{BODY}\n\nRead more\n\nFerry Hits Rock Near Bergen\n\nThe bridge was built in 1950.\n\n{BODY}"
    assert furniture(text) == ["Read more\n\nFerry Hits Rock Near Bergen"]


def test_of_a_caption_only_the_credit_is_marked():
    caption = "The old bridge was closed on Friday after a crack was found in it. Nordic Press"
    assert furniture(f"Old bridge closed\n\n{caption}\n\n{BODY}") == ["Nordic Press"]


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_becomes_an_article_whose_passages_lie_in_it(text):
    found = article(text)
    assert found.text == text
    assert found == article(text)
    for passage in (*found.furniture, *found.front):
        assert 0 <= passage.start < passage.end <= len(text)
    assert all(a.end <= b.start for a, b in zip(found.furniture, found.furniture[1:], strict=False))
    assert found.id
    assert set(found.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    "piece",
    ["Read more\n", "A Title Line\n", "\n", "By Jane ", "word ", "Support The ", "(", "date "],
)
def test_hostile_text_is_read_in_linear_time(piece):
    assert article(piece * 4_000).language in ("", "en")


def test_a_byline_that_can_be_read_in_countless_ways_is_read_in_one():
    line = "By " + "A AND " * 45 + "x" * 110  # one more "A AND" took a third longer, once
    assert article(f"Old bridge closed\n\n{line}\n\n{BODY}").authors == ()


def test_what_is_given_goes_before_what_is_read():
    found = article(
        f"Old bridge closed\n\nMarch 1, 2008\n\n{BODY}",
        source="x",
        published="2010-01-01",
        publisher="Fjord News",
        headline="Bridge",
    )
    assert (found.published, found.publisher, found.headline) == (
        "2010-01-01",
        "Fjord News",
        "Bridge",
    )
