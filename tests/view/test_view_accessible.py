"""The page in any view, light and dark, has no fault for axe-core.

And the page in a notebook's cell.
"""

from importlib.resources import files

import pytest
from browsing import Watched, find, open_filters
from playwright.sync_api import expect

import kg


@pytest.fixture(scope="module")
def axe():
    """Return axe-core as a Python package brings it.

    The browser puts it into the page, so the page's policy does not matter.
    """
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page, axe):
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(axe)
    found = page.evaluate(
        """async () => {
          const menu = document.querySelector('details.filters[open], dialog[open]');
          const sizes = {'target-size': {enabled: !menu}}; // a menu covers others
          const all = await axe.run(document, {resultTypes: ['violations'], rules: sizes});
          if (!menu) return all.violations;
          const only = {resultTypes: ['violations'], runOnly: ['target-size']};
          return [...all.violations, ...(await axe.run(menu, only)).violations];
        }"""
    )
    return [(fault["id"], [node["html"][:160] for node in fault["nodes"]][:3]) for fault in found]


def everything(page):
    """Yield every view and box of the page, one after the other, by name."""
    yield "the beginning"
    for view in ("story", "timeline", "map", "facts"):
        page.locator(f"#tab-{view}").click()
        yield view
    page.locator("#tab-graph").click()
    find(page, "Mara Dahlgren")
    yield "a thing"
    page.locator("#tab-map").click()
    find(page, "Sund")
    yield "a place on the map"
    page.locator("#tab-graph").click()
    page.locator("li.fact .open").first.click()
    yield "a fact"
    page.locator("#tab-facts").click()
    expect(page.locator("tr.chosen")).to_have_count(1)
    yield "a fact in the table"
    find(page, "six dockers sail")
    page.locator("#tab-timeline").click()
    expect(page.locator(".lane li.chosen")).to_have_count(1)
    yield "an event in the timeline"
    page.locator("#tab-graph").click()
    page.locator("#search").fill("d")
    yield "the search"
    page.locator("#search").press("Escape")
    open_filters(page)
    expect(page.locator("#relations label").first).to_be_visible()
    yield "the filters"
    page.locator("#take > summary").click()
    yield "the menu"
    page.locator("#take-checks").click()
    yield "what was checked"
    page.keyboard.press("Escape")
    page.locator("#take > summary").click()
    page.locator("#take-sparql").click()
    yield "a text to copy"
    page.keyboard.press("Escape")
    page.locator("#about-open").click()
    yield "about"
    page.keyboard.press("Escape")
    page.locator(".quote").first.click()
    yield "an article"
    page.keyboard.press("Escape")
    page.locator("#legend button").first.click()
    yield "a kind left out"


@pytest.mark.parametrize(
    ("scheme", "size"),
    [
        ("light", "wide"),
        ("dark", "wide"),
        ("light", "middle"),
        ("light", "narrow"),
        ("dark", "narrow"),
    ],
)
def test_axe_finds_nothing_in_any_view(browser, address, axe, scheme, size):
    watched = Watched(browser, address, size, scheme)
    found = {
        name: faults
        for name in everything(watched.page)
        if (faults := violations(watched.page, axe))
    }
    assert found == {}
    watched.close()


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("name", ["seeds", "big"])
def test_axe_finds_nothing_in_any_view_of_real_news_and_of_much(request, browser, axe, name, width):
    case = request.getfixturevalue(name)
    watched = Watched(browser, case.address, view="story")
    page = watched.page
    page.set_viewport_size({"width": width, "height": 850})
    found = {}
    for view in ("story", "graph", "timeline", "map", "facts"):
        page.locator(f"#tab-{view}").click()
        if faults := violations(page, axe):
            found[view] = faults
    assert found == {}
    watched.close()


def test_axe_would_find_a_fault(opened, axe):
    opened.evaluate("document.body.append(document.createElement('img'))")
    assert "image-alt" in {rule for rule, _ in violations(opened, axe)}


def test_everything_is_reached_with_the_keyboard_alone(opened):
    """Tab goes through the search, the views, the filters, the picture and the panel.

    Enter opens what is there.
    """
    reached = []
    for _ in range(60):
        opened.keyboard.press("Tab")
        reached.append(
            opened.evaluate(
                "document.activeElement.id || document.activeElement.className || "
                "document.activeElement.tagName"
            )
        )
    for needed in ("search", "tab-graph", "about-open", "theme", "reset", "zoom-in"):
        assert needed in reached
    assert any("thing" in name for name in reached), "the list of things in the panel"
    opened.locator("#filters > summary").focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("#factualities")).to_be_visible()
    opened.keyboard.press("Escape")
    expect(opened.locator("#factualities")).to_be_hidden()
    expect(opened.locator("#filters > summary")).to_be_focused()


def test_the_box_names_everything_vendored_with_version_and_licence(opened):
    opened.locator("#about-open").click()
    box = opened.locator("#about")
    for words in (
        "vis-network",
        "9.1.2",
        "Apache 2.0 or MIT",
        "Natural Earth",
        "public domain",
        "world-atlas",
        "ISC",
    ):
        expect(box).to_contain_text(words)


def test_the_box_says_what_each_sign_means(opened):
    opened.locator("#about-open").click()
    for sign in (
        "without filling",
        "size",
        "arrow",
        "thin line",
        "confidence",
        "one thing because",
    ):
        expect(opened.locator("#about")).to_contain_text(sign)


def test_a_notebook_shows_the_page_in_a_cell_and_one_can_go_back_there(browser, sample, tmp_path):
    (tmp_path / "notebook.html").write_text(
        f"<!doctype html><title>cells</title>{kg.load(sample)._repr_html_()}", "utf-8"
    )
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / "notebook.html").as_uri())
    inside = page.frame_locator("iframe")
    for name in ("Ostvik", "Mara Dahlgren"):
        inside.locator("#search").fill(name)
        inside.locator("#search").press("Enter")
        expect(inside.locator("#panel h2")).to_have_text(name)
    inside.locator("#back").click()
    expect(inside.locator("#panel h2")).to_have_text("Ostvik")
    context.close()
    assert errors == []
