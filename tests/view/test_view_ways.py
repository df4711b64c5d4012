"""Ways of phones and keyboards: an answer after one tap, Escape goes up, the focus is not lost."""

import re
import xml.etree.ElementTree as ET

import pytest
from browsing import Watched, find, of_view, saved
from playwright.sync_api import expect


def test_escape_closes_the_article_then_what_is_chosen_then_the_part(opened):
    find(opened, "Mara Dahlgren")
    opened.locator(".focus-buttons button", has_text="1").click()
    opened.locator("#panel .quote").first.click()
    opened.keyboard.press("Escape")
    expect(opened.locator("#article")).to_be_hidden()
    expect(opened.locator("#panel h2")).to_have_text("Mara Dahlgren")
    opened.keyboard.press("Escape")
    expect(opened.locator("#panel h2")).to_have_text("What is in this graph")
    expect(opened.locator("#focus")).to_be_visible()
    opened.keyboard.press("Escape")
    expect(opened.locator("#focus")).to_be_hidden()


def test_escape_in_the_search_leaves_what_is_chosen(opened):
    find(opened, "Mara Dahlgren")
    opened.locator("#search").fill("tove")
    opened.locator("#search").press("Escape")
    expect(opened.locator("#panel h2")).to_have_text("Mara Dahlgren")


def test_a_link_in_the_panel_keeps_the_focus_in_the_panel_and_is_said_aloud(opened):
    find(opened, "Mara Dahlgren")
    opened.locator("#panel li.fact .thing", has_text="Tove").first.focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("#panel h2")).to_have_text("Tove Dahlgren")
    expect(opened.locator("#panel")).to_be_focused()
    expect(opened.locator("#said")).to_have_text("Chosen: Tove Dahlgren, person")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.querySelector('#panel').contains(document.activeElement)")


@pytest.mark.parametrize("width", [861, 900, 960, 1024, 1100, 1180, 1440])
def test_tabs_stay_whole_and_the_head_leaves_room_at_every_width(opened, width):
    opened.set_viewport_size({"width": width, "height": 768})
    tabs = opened.locator(".views button").evaluate_all(
        "tabs => tabs.map(tab => { const words = document.createRange();"
        " words.selectNodeContents(tab); return words.getClientRects().length; })"
    )
    assert set(tabs) == {1}, "each is written in one row"
    head = opened.evaluate("document.querySelector('.tools').getBoundingClientRect().bottom")
    assert head <= 150
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def phone(browser, address):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, offline=True
    )
    page = context.new_page()
    page.goto(of_view(address, "graph"))
    page.locator("body[data-ready]").wait_for()
    yield page
    context.close()


def test_a_phone_shows_the_answer_after_one_tap(phone):
    phone.locator("#search").fill("mara dahlgren")
    phone.locator("#results .result").first.tap()
    for words in (phone.locator("#panel h2"), phone.locator("#panel .portrait")):
        expect(words).to_be_in_viewport(ratio=1)
    expect(phone.locator("#picture canvas")).to_be_in_viewport()


def test_a_swipe_over_the_picture_scrolls_the_page(phone):
    ways = phone.locator("#picture, #picture div, #picture canvas").evaluate_all(
        "parts => parts.map(part => getComputedStyle(part).touchAction)"
    )
    assert set(ways) == {"pan-y pinch-zoom"}


def test_an_article_covers_a_phone_and_a_mention_leads_back(phone):
    phone.locator("#search").fill("mara dahlgren")
    phone.locator("#results .result").first.tap()
    phone.locator("#panel .quote").first.tap()
    expect(phone.locator("#article mark")).to_be_in_viewport()
    phone.locator("#article mark .mention").first.tap()
    expect(phone.locator("#article")).to_be_hidden()
    expect(phone.locator("#panel h2")).to_be_in_viewport()
    phone.locator("#back").click()
    expect(phone.locator("#article mark")).to_be_in_viewport()


def test_words_of_the_table_are_not_broken_on_a_phone(phone):
    phone.locator("#tab-facts").tap()
    assert phone.locator("#view-facts table").evaluate("it => it.clientWidth") >= 600
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_paper_has_the_facts_without_the_sheet(browser, address):
    watched = Watched(browser, address, "narrow")
    find(watched.page, "Mara Dahlgren")
    watched.page.emulate_media(media="print")
    position = watched.page.locator("#panel").evaluate("it => getComputedStyle(it).position")
    assert re.match("static|relative", position)
    watched.close()


def test_a_narrow_picture_begins_as_near_as_names_need(browser, seeds):
    watched = Watched(browser, seeds.address, "narrow", view="graph")
    page = watched.page
    near = texts_of(page)
    assert {"Vladislav Sorokin", "Varya", "parent of"} <= set(near)
    page.locator("#zoom-all").click()
    page.wait_for_timeout(600)  # until the picture has moved there
    assert "parent of" not in texts_of(page), "all of it at once leaves no room for words"
    watched.close()


def texts_of(page):
    drawing = ET.parse(saved(page, "#take-svg")).getroot()
    return [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
