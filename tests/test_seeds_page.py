"""The committed page of the seeds in a real browser, from disk, with the network off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PAGE = Path(__file__).parent.parent / "output" / "graph.html"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(f"{PAGE.as_uri()}#view=graph")
    yield opened
    context.close()
    assert [url.partition("#")[0] for url in asked] == [PAGE.as_uri()]


def test_the_page_of_the_seeds_shows_its_nodes_finds_a_person_and_tells_the_sentence(
    page: Page,
) -> None:
    expect(page.locator("#summary")).to_contain_text("2 articles of 26 February 2021: 3 people")
    expect(page.locator("#picture canvas")).to_be_visible()
    page.locator("#search").fill("sorokin")
    page.locator("#search").press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Vladislav Sorokin")
    expect(page.locator("#panel")).to_contain_text(
        "The youngest passenger was his three-year-old daughter, Varya."
    )


def test_a_click_on_a_node_tells_its_sentences(page: Page) -> None:
    page.locator("#search").fill("tumen")
    page.locator("#search").press("Enter")
    page.wait_for_timeout(800)  # until the picture has moved the river to its middle
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#panel")).to_contain_text("What is in this graph")
    box = page.locator("#picture canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#panel h2")).to_have_text("Tumen River")
    expect(page.locator("#panel")).to_contain_text(
        "a natural border between North Korea and Russia"
    )
