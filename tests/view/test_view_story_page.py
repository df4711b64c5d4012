"""The first screen in a real browser: it is legible, leads to the sentences, and obeys the filters."""

import re
from dataclasses import replace

import pytest
from asked import STATES, events_asked, facts_asked
from browsing import Watched, counts, find, open_filters
from playwright.sync_api import expect
from test_view_story import event, model, weighed

from kg.view.page_model import Document
from kg.view.render import page_of

SCREENS = {"wide": (1440, 900), "middle": (1024, 768), "narrow": (390, 844)}
ROLE_WORDS = re.compile(r"\b(agent|patient|participant)s?\b", re.IGNORECASE)
# Letters of the picture that lie on others, or over its edge.
COLLISIONS = """() => {
    const edge = document.querySelector('.who').getBoundingClientRect();
    const boxes = [...document.querySelectorAll('.who text')].map(it => [it.textContent, it.getBoundingClientRect()]);
    const over = boxes.filter(([, b]) => b.left < edge.left - 1 || b.right > edge.right + 1 || b.bottom > edge.bottom + 1);
    const rows = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const meet = (a, b) => a.left < b.right && b.left < a.right && rows(a, b) > 3;
    return [...over.map(([text]) => text), ...boxes.flatMap(([text, box], at) =>
        boxes.slice(at + 1).filter(([, other]) => meet(box, other)).map(([other]) => text + ' on ' + other))];
}"""


@pytest.fixture
def opened_story(browser, seeds):
    watched = Watched(browser, seeds.address, view="story")
    yield watched.page
    watched.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_all_that_is_drawn_at_first_is_legible_and_says_who_what_and_where(
    browser, seeds, screen, scheme
):
    watched = Watched(browser, seeds.address, scheme=scheme, view="story")
    page = watched.page
    width, height = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)
    assert page.evaluate(COLLISIONS) == []
    written = page.locator(".who text").all_text_contents()
    for words in ("parent of", "(third secretary)", "leads", "Varya", "Kim Jong Un"):
        assert words in written
    sizes = page.locator(".who text").evaluate_all(
        "texts => texts.map(text => text.getBoundingClientRect().height)"
    )
    assert min(sizes) >= 11
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not ROLE_WORDS.search(page.locator("body").inner_text())
    watched.close()


def test_nobody_is_an_agent_or_a_patient_in_any_view(opened_story):
    for view in ("graph", "timeline", "map", "facts", "story"):
        opened_story.locator(f"#tab-{view}").click()
        assert not ROLE_WORDS.search(opened_story.locator("body").inner_text()), view
    find(opened_story, "Eight Russian diplomats")
    assert not ROLE_WORDS.search(opened_story.locator("#panel").inner_text())


def test_everything_on_it_leads_to_sentences(opened_story):
    opened_story.locator(".in-short .proof").first.click()
    expect(opened_story.locator("#panel .quote").first).to_be_visible()
    opened_story.get_by_role("button", name=re.compile("^Close")).first.click()
    opened_story.locator(".who-words text", has_text="parent of").click()
    expect(opened_story.locator("#panel h2")).to_contain_text("is a parent of")
    opened_story.locator(".who-name", has_text="Varya").press("Enter")
    expect(opened_story.locator("#panel h2")).to_have_text("Varya")
    expect(opened_story.locator(".who-name.chosen")).to_be_focused()
    opened_story.locator(".step").first.click()
    expect(opened_story.locator("#panel .quote").first).to_be_visible()
    assert opened_story.locator(".step.chosen").count() == 1


@pytest.mark.parametrize("name", STATES)
def test_the_first_screen_tells_only_what_is_asked(browser, seeds, name):
    case = seeds
    state = STATES[name](case)
    watched = Watched(browser, f"{case.address}#{state.fragment}", view="story")
    page = watched.page
    shown = page.locator("#view-story [data-fact]").evaluate_all(
        "found => found.map(it => Number(it.dataset.fact))"
    )
    facts = [case.content.facts[number] for number in shown]
    assert {frozenset((fact.subject, fact.object)) for fact in facts} <= facts_asked(case, state)
    steps = page.locator(".step").evaluate_all("found => found.map(it => Number(it.dataset.thing))")
    assert {case.content.things[number].iri for number in steps} <= events_asked(case, state)
    watched.close()


def test_chips_tell_what_is_on_and_take_it_back(opened_story):
    page = opened_story
    before = counts(page)
    expect(page.locator("#chips")).to_be_hidden()
    page.locator("#legend button", has_text="places").click()
    expect(page.locator("#chips .chip")).to_have_text(["without places ×"])
    open_filters(page)
    expect(page.locator("#articles-count")).not_to_be_empty()
    page.locator("#articles").fill("2")
    expect(page.locator("#chips .chip")).to_have_text(["2 articles and more ×", "without places ×"])
    page.locator("#filters > summary").click()
    page.locator("#chips .chip").first.click()
    page.locator("#chips .chip").first.click()
    expect(page.locator("#chips")).to_be_hidden()
    assert counts(page) == before


def test_a_click_with_alt_leaves_only_this_and_back_undoes_it(opened_story):
    page = opened_story
    before = counts(page)
    people = page.locator("#legend button", has_text="people")
    people.click(modifiers=["Alt"])
    pressed = page.locator("#legend button[aria-pressed=true]")
    expect(pressed).to_have_count(1)
    assert counts(page)[0] < before[0]
    page.go_back()
    assert counts(page) == before
    people.click(modifiers=["Alt"])
    people.click(modifiers=["Alt"])
    assert counts(page) == before
    open_filters(page)
    page.locator("#relations input").nth(1).click(modifiers=["Alt"])
    expect(page.locator("#relations input:checked")).to_have_count(1)
    page.go_back()
    assert counts(page) == before


def test_what_is_inferred_is_off_at_first_and_names_its_group(opened_story):
    page = opened_story
    find(page, "Vladislav Sorokin")
    expect(page.locator("#panel")).not_to_contain_text("takes part in")
    open_filters(page)
    page.get_by_label("what is only concluded").check()
    expect(page.locator("#panel .role", has_text="as one of Eight Russian").first).to_be_visible()
    expect(page.locator("#chips .chip")).to_have_text(["with what is only concluded ×"])


def test_the_news_comes_first_and_nothing_is_written_that_goes_without_saying(
    opened_story,
):
    page = opened_story
    expect(page.locator(".in-short .news li").first).to_contain_text("cross North Korean border")
    expect(page.locator(".in-short .where")).to_contain_text("North Korea")
    expect(page.locator("#view-story")).not_to_contain_text(re.compile("sentence|1 article"))
    expect(page.locator("#status")).to_have_class("unseen")
    page.locator("#tab-graph").click()
    expect(page.locator("#status")).to_contain_text("facts, without what no article says")


def test_a_page_of_one_article_has_its_headline_once(browser, ontology, tmp_path):
    text = "Lund quits the board\n\nOSLO\n\nLund quit the board on Monday. Berg wept."
    left = event("Lund quits board", "Lund quit the board on Monday.", "lund", text=text)
    document = Document("d", "Lund quits the board", text=text)
    found = replace(model(*left[1], things=[left[0]], text=text), documents=(document,))
    place = tmp_path / "graph.html"
    place.write_text(page_of(weighed(found), ontology, ""), "utf-8")
    watched = Watched(browser, place.as_uri(), view="story")
    page = watched.page
    assert page.locator("body").inner_text().count(document.headline) == 1
    expect(page.locator(".first-sentence")).to_have_text("Lund quit the board on Monday.")
    page.locator(".first-sentence").click()
    expect(page.locator("#article mark").first).to_be_visible()
    watched.close()
