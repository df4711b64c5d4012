"""The query page in a browser: it asks, shows, and sends nothing to another host."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from rdf_samples import written
from test_serve import serving

TRIPLES = "DESCRIBE ?x { ?x rdfs:label 'Ada Quist' }"


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory):
    folder = written(tmp_path_factory.mktemp("asked") / "out")
    with serving(folder) as client:
        opened = browser.new_page()
        opened.asked = []
        opened.on("request", lambda request: opened.asked.append(request.url))
        opened.goto(f"http://127.0.0.1:{client.port}/query")
        yield opened
        opened.close()


def test_a_question_is_answered_with_rows_triples_and_faults(page: Page):
    page.get_by_role("button", name="Ask").click()
    expect(page.locator("td", has_text="Ada Quist, 44, leads Brightwater.").first).to_be_visible()
    page.locator("#query").fill(TRIPLES)
    page.locator("#query").press("Control+Enter")
    expect(page.locator("pre")).to_contain_text("Quist")
    page.locator("#query").fill("SELECT nothing")
    page.get_by_role("button", name="Ask").click()
    expect(page.locator(".fault")).to_contain_text("not a SPARQL query")
    page.locator("#ready").select_option(index=1)
    expect(page.locator(".fault")).to_have_count(0)
    assert all(url.startswith(("http://127.0.0.1", "blob:")) for url in page.asked)


def test_an_answer_is_saved_as_csv(page: Page, tmp_path: Path):
    page.locator("#query").fill("SELECT ?n { ?x a schema:Person ; rdfs:label ?n }")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save").click()
    download.value.save_as(tmp_path / "answer.csv")
    assert "Ada Quist" in (tmp_path / "answer.csv").read_text()


def test_yasgui_asks_this_server_and_nobody_else(page: Page):
    page.asked.clear()
    page.goto(page.url.replace("/query", "/yasgui/"))
    page.locator(".yasqe_queryButton").first.click()
    expect(page.locator(".yasr")).to_contain_text("Ada Quist, 44, leads Brightwater.")
    assert any(url.endswith("/sparql") for url in page.asked)
    assert all(url.startswith(("http://127.0.0.1", "blob:", "data:")) for url in page.asked)
