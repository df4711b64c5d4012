"""Every promise of the page, kept on the page of the seeds and on one of 5,000 things.

There are one browser, one page each, and one test a promise. The choices of the tests are found in
the graph itself.

What the tests choose is found in the graph itself.
"""

import csv
import re
import xml.etree.ElementTree as ET

import pytest
import rdflib
from browsing import (
    Watched,
    centre_of_picture,
    counts,
    find,
    of_view,
    open_filters,
    saved,
    wait_for_colours,
)
from graphs import HOSTILE, Case
from playwright.sync_api import expect

import kg
from kg.graph.ontology import load
from kg.query import ask
from kg.rdf import open_graph
from kg.view.kinds import LEGEND
from kg.view.load import read_model


@pytest.fixture(scope="module", params=["seeds", "big"])
def case(request) -> Case:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def used(browser, case):
    watched = Watched(browser, case.address)
    yield watched.page
    watched.close()


@pytest.fixture
def page(used):
    used.locator("#reset").click()
    used.locator("#tab-graph").click()
    return used


def panel_of(page, thing):
    find(page, thing.name)
    expect(page.locator("#panel h2")).to_have_text(" ".join(thing.name.split()))
    return page.locator("#panel")


def test_1_kinds_lines_and_the_sentence_on_top_are_understood_at_first_sight(page, case):
    wait_for_colours(page, 20)
    shapes = [
        button.locator("path").get_attribute("d")
        for button in page.locator("#legend button:has(svg)").all()
    ]
    colours = page.locator("#legend button svg").evaluate_all(
        "pictures => pictures.map(it => getComputedStyle(it).color)"
    )
    assert len(set(shapes)) == len(shapes) == len(set(colours)) >= 4
    for kind in LEGEND.values():
        number = sum(thing.kind == kind.key for thing in case.content.things)
        if number and kind.key not in ("article", "story", "other"):
            expect(page.locator("#summary")).to_contain_text(
                f"{number:,} {kind.one if number == 1 else kind.many}"
            )
    for words in ("as fact", "reported", "possible, planned", "denied"):
        expect(page.locator(".lines")).to_contain_text(words)
    expect(page.locator("#status")).to_contain_text(re.compile(r"\d+ of [\d,]+ things"))


def test_2_a_thing_leads_to_sentences_and_a_sentence_to_its_article_and_back(page, case):
    panel = panel_of(page, case.named_event)
    (passage, *_) = case.named_event.evidence.passages
    quote = panel.locator(".quote").first
    expect(quote.locator("blockquote")).to_have_text(" ".join(passage.text.split()))
    own = panel.locator("section", has_text="What the articles say").locator(".quote b")
    assert own.count() >= 1, "the mentions of those who take part are marked"
    document = next(each for each in case.content.documents if each.iri == passage.document)
    for words in (document.headline[:40], document.outlet):
        expect(quote.locator(".cite")).to_contain_text(words)
    expect(panel.locator(".footing").first).to_contain_text(
        f"confidence {case.named_event.evidence.confidence:.2f}"
    )
    expect(panel.locator(".rule").first).to_contain_text("rule: ")
    quote.click()
    assert page.locator("#article mark").inner_text().split() == passage.text.split()
    panel.locator(".quote:has(b)").first.click()
    page.locator("#article mark .mention").first.click()
    expect(page.locator("#article mark")).to_be_in_viewport()
    expect(page.locator("#panel h2")).not_to_have_text(case.named_event.name)


def test_2_a_line_leads_to_its_sentence_and_its_words_are_plain(page, case):
    panel_of(page, case.event).locator("#tab-graph").count()
    page.locator("#tab-facts").click()
    own = page.locator("td:nth-child(1)", has_text=case.event.name)  # not what a story tells
    row = page.locator("#view-facts tr.chosen", has=own).locator("td:nth-child(2) .thing").first
    assert re.fullmatch(r"[a-z ,]+( \(.+\))?", row.inner_text()), (
        "no term of a vocabulary, but words"
    )
    row.click()
    expect(page.locator("#panel .kind").first).to_have_text("role in an event")
    expect(page.locator("#panel .quote").first).to_be_visible()
    assert "fact=" in page.url


def test_3_search_neighbours_expanding_path_back_and_forward(page, case):
    panel_of(page, case.person)
    sizes = []
    for steps in "12":
        page.locator(".focus-buttons button", has_text=steps).click()
        sizes.append(counts(page)[0])
    assert 2 <= sizes[0] <= sizes[1]
    page.locator(".focus-buttons button", has_text="1").click()
    page.locator("#back").click()
    assert counts(page)[0] == sizes[1]
    page.locator("#forward").click()
    assert counts(page)[0] == sizes[0]
    fact = case.neighbour(case.place)
    other = next(
        t for t in case.content.things if t.iri in {fact.subject, fact.object} - {case.place.iri}
    )
    panel_of(page, case.place)
    page.get_by_role("button", name="Path to …").click()
    expect(page.locator("#focus")).to_contain_text("Choose where the path")
    find(page, other.name)
    expect(page.locator("#focus")).to_contain_text("The shortest path from")
    assert counts(page)[0] == 2


def test_3_a_double_click_shows_what_is_around(page, case):
    panel_of(page, case.person)
    page.mouse.dblclick(*centre_of_picture(page))
    expect(page.locator("#focus")).to_contain_text(f"Only {case.person.name[:40]}")


def test_4_every_filter_narrows_says_so_and_is_taken_back(page):
    page.locator("#tab-facts").click()
    before = counts(page)
    page.locator("#legend button", has_text="people").click()
    assert counts(page)[0] < before[0]
    page.locator("#reset").click()
    open_filters(page)
    for box in (
        "#factualities label:has-text('as fact') input",
        "#relations label:not(:has-text('tells of')) input",  # stories are hidden at first
        "#outlets input",
        "#documents input",
    ):
        page.locator(box).first.uncheck()
        assert counts(page)[1] < before[1], box
        page.locator(box).first.check()
        assert counts(page) == before
    for slider, value in (("#confidence", "0.95"), ("#articles", "2")):
        page.locator(slider).fill(value)
        assert counts(page)[1] < before[1], slider
        page.locator(slider).fill("0")
    page.locator("#factualities label", has_text="denied").locator("input").uncheck()
    assert counts(page)[1] < before[1], "what is denied is told from the first"
    page.locator("#factualities label", has_text="denied").locator("input").check()
    slider = page.locator("#happened .span-from")
    slider.evaluate("it => { it.value = it.max; it.dispatchEvent(new Event('input')); }")
    assert counts(page)[0] < before[0], "events without that date are left out"
    page.locator("#reset").click()
    assert counts(page) == before


def test_5_the_same_is_chosen_in_every_view(page, case):
    page.locator("#tab-timeline").click()
    panel_of(page, case.event)
    expect(page.locator(".lane li.chosen .step")).to_have_attribute(
        "data-thing", str(case.content.things.index(case.event))
    )
    expect(page.locator(".lane li.chosen")).to_be_in_viewport()
    page.locator("#tab-facts").click()
    expect(page.locator("tr.chosen").first).to_be_in_viewport()
    page.locator("#tab-map").click()
    panel_of(page, case.place)
    expect(page.locator("#view-map .place.chosen")).to_have_attribute(
        "aria-label", re.compile(re.escape(case.place.name))
    )
    page.locator("#tab-graph").click()
    assert counts(page)[0] > 0, "the place is brought into the picture"
    page.locator("#tab-map").click()
    expect(page.locator("#view-map .place.chosen")).to_be_visible()


def test_5_the_table_is_sorted_and_saved_whole(page):
    page.locator("#tab-facts").click()
    facts = counts(page)[1]
    for _ in range(2):
        page.get_by_role("button", name="Confidence").click()
    shown = [
        cell for cell in page.locator("#view-facts td:nth-child(5)").all_inner_texts()[:30] if cell
    ]
    assert shown == sorted(shown, reverse=True)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    rows = list(csv.reader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert len(rows) == facts + 1


def test_6_a_link_leads_back_here(page, case, browser):
    panel_of(page, case.place)
    page.locator(".focus-buttons button", has_text="1").click()
    page.locator("#legend button", has_text="people").click()
    again = Watched(browser, page.url)
    expect(again.page.locator("#panel h2")).to_have_text(case.place.name)
    assert counts(again.page) == counts(page)
    again.close()


def test_6_pictures_turtle_query_and_paper_are_of_what_is_shown(page, case, tmp_path):
    panel_of(page, case.place)
    page.locator(".focus-buttons button", has_text="1").click()
    things, facts = counts(page)
    assert saved(page, "#take-png").read_bytes().startswith(b"\x89PNG")
    letters = [
        text.text
        for text in ET.parse(saved(page, "#take-svg"))
        .getroot()
        .iter("{http://www.w3.org/2000/svg}text")
    ]
    assert case.place.name in letters
    (tmp_path / "part.ttl").write_bytes(saved(page, "#take-turtle").read_bytes())
    part = read_model(tmp_path / "part.ttl", load())
    assert things <= len([thing for thing in part.things if thing.kind != "article"])
    assert facts <= len(part.facts)
    whole = open_graph(case.folder)
    assert all(
        bool(ask(whole, f"ASK {{ {s.n3()} {p.n3()} ?o }}"))
        for s, p, _ in list(rdflib.Graph().parse(tmp_path / "part.ttl"))[:60]
    )
    page.locator("#take > summary").click()
    page.locator("#take-sparql").click()
    rows = list(ask(whole, page.locator("#text textarea").input_value()))
    page.keyboard.press("Escape")
    assert 0 < len({(row["subject"].value, row["object"].value) for row in rows}) <= facts
    page.emulate_media(media="print")
    expect(page.locator(".views")).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="screen")


def test_7_search_reaches_every_thing_whatever_part_the_picture_shows(page, case):
    for thing in case.content.things[:: len(case.content.things) // 5]:
        find(page, thing.name[:200])
        expect(page.locator("#panel h2")).to_be_visible()
    page.locator("#reset").click()
    shown = counts(page)[0]
    assert shown <= 300, "a big graph begins with a part"
    assert page.locator("#panel section", has_text="Communities").count() == (
        len(case.content.things) > 300
    )


def test_8_the_keyboard_alone_finds_chooses_and_reads(page, case):
    page.locator("body").press("/")
    page.keyboard.type(case.event.name[:60])
    expect(page.locator("#found")).to_have_text(re.compile(r"[\d,]+ things?"))
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "quote":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#article")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#article")).to_be_hidden()
    page.locator("#tab-graph").focus()
    for view in ("timeline", "map", "facts", "story", "graph"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"#view-{view}")).to_be_visible()


def test_8_nothing_is_cut_off_on_a_narrow_screen_and_a_tap_chooses(browser, case):
    context = browser.new_context(
        viewport={"width": 380, "height": 800}, has_touch=True, is_mobile=True, offline=True
    )
    page = context.new_page()
    page.goto(of_view(case.address, "graph"))
    page.locator("body[data-ready]").wait_for()
    for view in ("timeline", "map", "facts", "graph"):
        page.locator(f"#tab-{view}").tap()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    find(page, case.person.name)
    page.get_by_role("button", name=re.compile("^Close")).first.tap()
    page.touchscreen.tap(*centre_of_picture(page))
    expect(page.locator("#panel h2")).to_have_text(case.person.name)
    context.close()


def test_9_a_notebook_shows_the_same_page(browser, case, tmp_path):
    (tmp_path / "cell.html").write_text(
        f"<!doctype html><title>cell</title>{kg.load(case.folder)._repr_html_()}", "utf-8"
    )
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "cell.html").as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("body[data-ready]").wait_for()
    find(inside, case.person.name)
    expect(inside.locator("#panel h2")).to_have_text(case.person.name)
    context.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_every_script_and_hostile_ones_are_found_and_stay_text(browser, big, name):
    watched = Watched(browser, big.address)
    page = watched.page
    find(page, HOSTILE[name][:40])
    title = page.locator("#panel h2")
    assert title.text_content() == HOSTILE[name]
    assert page.evaluate("document.scripts.length") == 6
    direction = title.evaluate("it => getComputedStyle(it).direction")
    assert direction == ("rtl" if name in ("hebrew", "arabic") else direction)
    assert title.evaluate("it => getComputedStyle(it).unicodeBidi") in ("isolate", "plaintext")
    page.locator("#tab-facts").click()
    assert page.locator("#view-facts td bdi", has_text=HOSTILE[name][:30].strip()).count() >= 1
    drawing = ET.parse(saved(page, "#take-svg")).getroot()
    expect(page.locator("#view-graph")).to_be_visible()
    letters = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert any(letter[:5] == HOSTILE[name][:5] for letter in letters)
    watched.close()
