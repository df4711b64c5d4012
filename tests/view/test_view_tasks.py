"""The tasks of a reader on the page of the seeds: each is answered on one screen, without scrolling."""

import re

import pytest
from browsing import Watched, find, open_filters
from playwright.sync_api import expect


@pytest.fixture
def page(browser, seeds):
    watched = Watched(browser, seeds.address, view="story")
    watched.page.set_viewport_size({"width": 1440, "height": 900})
    yield watched.page
    watched.close()


def seen(page, words):
    """Assert that words of the panel are in sight."""
    expect(page.locator("#panel").get_by_text(words).first).to_be_in_viewport()


def test_who_is_the_father(page):
    find(page, "varya")
    seen(page, re.compile("is a parent of"))
    expect(page.locator("#panel .fact .quote").first).to_be_in_viewport()
    expect(page.locator("#panel .fact .quote").first).to_contain_text("daughter")


def test_what_did_the_ministry_say(page):
    find(page, "foreign ministry")
    expect(page.locator("#panel h3", has_text="Quotations").first).to_be_in_viewport()
    expect(page.locator("#panel .words").first).to_be_in_viewport()
    page.locator("#search").fill("ministry said")
    expect(page.locator("#results [aria-label=quotations] .result").first).to_be_in_viewport()


def test_what_happened_on_a_day_in_order(page):
    page.locator("#tab-timeline").click()
    page.locator(".time select").select_option("2021-02-25")
    dated = page.locator("#view-timeline .step")
    assert dated.count() >= 2
    for step in dated.all():
        expect(step).to_be_in_viewport()
        expect(step).to_contain_text(re.compile("25 February 2021|within"))


def test_what_is_denied_is_told_at_once_in_the_words_of_the_articles(page):
    denied = page.locator(".told section", has_text="Denied").locator("li")
    expect(denied).to_have_count(1)
    expect(denied).to_contain_text("has not reported")


def test_what_two_articles_say(page):
    open_filters(page)
    page.locator("#articles").fill("2")
    page.locator("#filters > summary").click()
    page.locator("#tab-facts").click()
    rows = page.locator("#view-facts tbody tr td:nth-child(6)").all_inner_texts()
    assert rows and all(int(number) >= 2 for number in rows)
    expect(page.locator("#chips")).to_contain_text("2 articles")


def test_people_and_organisations_only(page):
    page.locator("#legend button", has_text="people").click(modifiers=["Alt"])
    page.locator("#legend button", has_text="organisations").click()
    page.locator("#tab-facts").click()
    expect(page.locator("#view-facts tbody")).to_contain_text("Vladislav Sorokin")
    expect(page.locator("#view-facts tbody")).not_to_contain_text("Pyongyang")


def test_who_leads_whom_stands_in_the_first_line(page):
    find(page, "kim jong un")
    seen(page, "North Korea")
    expect(page.locator("#panel")).to_contain_text("leads North Korea")


def test_reading_loses_nothing(page):
    find(page, "varya")
    page.locator("#panel .quote").first.click()
    expect(page.locator("#article mark")).to_be_in_viewport()
    page.locator("#article .mention").nth(2).click()
    expect(page.locator("#article mark")).to_be_visible()
    expect(page.locator("#panel h2")).to_be_in_viewport()
