"""Narrowing down in a real browser: outlets, articles, dates.

With counts, links that keep the choices, and the way back.
"""

import pytest
from browsing import Watched, counts, find, open_filters
from playwright.sync_api import expect

from kg.view import write_page


def slide(page, choice, end, step):
    """Move one end of a span of dates."""
    page.locator(f"#{choice} .span-{end}").evaluate(
        "(slider, to) => { slider.value = to; slider.dispatchEvent(new Event('input')); }", step
    )


def test_every_choice_says_how_much_it_is(opened):
    open_filters(opened)
    expect(opened.locator("#relations label").first).to_be_visible()
    labels = opened.locator("#filters label")
    assert labels.count() > 12
    uncounted = [
        label.strip()
        for label in labels.all_inner_texts()
        if not any(letter.isdigit() for letter in label)
    ]
    assert uncounted == ["from", "to"], "the two ends of a span stand above their count"
    expect(opened.locator("#outlets label", has_text="Sund Courier")).to_contain_text("10")
    expect(opened.locator("#documents label", has_text="visits the coast")).to_contain_text(
        "5 March 2031"
    )


def test_an_outlet_that_is_left_out_takes_what_only_it_says(opened):
    before = counts(opened)
    open_filters(opened)
    opened.get_by_label("The Vesterland Post").uncheck()
    things, facts = counts(opened)
    assert facts < before[1]
    assert things < before[0]
    find(opened, "Mara Dahlgren")
    expect(opened.locator("#panel")).to_contain_text("is a parent of Tove Dahlgren")
    opened.locator("#reset").click()
    assert counts(opened) == before


def test_what_only_a_hidden_article_says_is_hidden_and_a_link_keeps_that(opened, browser):
    open_filters(opened)
    opened.locator("#documents").get_by_role("button", name="none").click()
    things, facts = counts(opened)
    assert (things, facts) == (0, 0), (
        "world knowledge, and what has no evidence, is said by no article"
    )
    opened.locator("#documents").get_by_role("button", name="all").click()
    opened.get_by_label("Harbour workers").uncheck()
    again = Watched(browser, opened.url)
    assert counts(again.page) == counts(opened)
    assert counts(opened) != (things, facts)
    again.close()


def test_articles_are_left_out_by_the_day_on_which_they_appeared(opened):
    open_filters(opened)
    told = opened.locator("#published .span-told")
    expect(told).to_have_text("4 March 2031 to 5 March 2031: 2 articles")
    before = counts(opened)
    slide(opened, "published", "to", 0)
    expect(told).to_have_text("4 March 2031 to 4 March 2031: 1 article")
    assert counts(opened)[1] < before[1]
    assert "published=2031-03-04" in opened.url
    slide(opened, "published", "to", 1)
    assert counts(opened) == before


def test_there_is_no_slider_where_all_is_of_one_day(opened):
    open_filters(opened)
    expect(opened.locator("#happened")).to_be_hidden()


@pytest.fixture(scope="module")
def dated(tmp_path_factory):
    """A page of twelve events, one a month, and one without a date."""
    path = tmp_path_factory.mktemp("dated") / "dated.ttl"
    lines = [
        "@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .",
        "@prefix r: <http://www.w3.org/2000/01/rdf-schema#> .",
    ]
    lines += [
        "@prefix x: <http://www.w3.org/2001/XMLSchema#> .",
        "@prefix d: <http://example.org/> .",
        'd:e a sem:Event ; r:label "someday" .',
    ]
    lines += [
        f'd:e{at} a sem:Event ; r:label "event {at}" ; sem:hasTimeStamp "2031-{at:02}-05"^^x:date .'
        for at in range(1, 13)
    ]
    path.write_text("\n".join(lines), "utf-8")
    return write_page(path).as_uri()


def test_a_span_of_dates_leaves_the_events_in_it_in_every_view(browser, dated):
    watched = Watched(browser, dated)
    page = watched.page
    open_filters(page)
    expect(page.locator("#happened .span-told")).to_have_text(
        "5 January 2031 to 5 December 2031: 12 events, 1 without a date"
    )
    slide(page, "happened", "from", 3)
    slide(page, "happened", "to", 5)
    assert counts(page)[0] == 3
    assert page.locator("#happened .span-from").get_attribute("aria-valuetext") == "5 April 2031"
    page.locator("#tab-timeline").click()
    expect(page.locator("#view-timeline .step .date")).to_have_text(
        [" 5 April 2031", " 5 May 2031", " 5 June 2031"]
    )
    slide(page, "happened", "from", 9)
    expect(page.locator("#happened .span-told")).to_have_text(
        "5 October 2031 to 5 October 2031: 1 event"
    )
    watched.close()


def test_one_goes_back_and_forward_with_buttons(opened):
    back, forward = opened.locator("#back"), opened.locator("#forward")
    expect(back).to_be_disabled()
    find(opened, "Mara Dahlgren")
    find(opened, "Ostvik")
    expect(forward).to_be_disabled()
    back.click()
    expect(opened.locator("#panel h2")).to_have_text("Mara Dahlgren")
    forward.click()
    expect(opened.locator("#panel h2")).to_have_text("Ostvik")
    back.click()
    back.click()
    expect(opened.locator("#panel")).to_contain_text("What is in this graph")
    expect(back).to_be_disabled()


def test_a_double_click_expands_what_is_shown(opened):
    find(opened, "mtv")
    opened.locator(".focus-buttons button", has_text="1").click()
    before = counts(opened)[0]
    opened.wait_for_timeout(500)
    box = opened.locator("#picture canvas").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    find(opened, "Mara Dahlgren")
    opened.wait_for_timeout(600)
    opened.mouse.dblclick(*middle)
    expect(opened.locator("#focus")).to_contain_text("and around Mara Dahlgren")
    assert counts(opened)[0] > before
    opened.reload()
    expect(opened.locator("#focus")).to_contain_text("and around Mara Dahlgren")
