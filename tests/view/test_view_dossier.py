"""The panel answers first, says a sentence once, and is taken along with its sources."""

import re
from pathlib import Path

import pytest
from browsing import Watched, find
from graphs import PREFIXES
from playwright.sync_api import expect

from kg.view import write_page

MOTHER = "Ada Lund is the mother of Tove."
SAID = "“We stay,” said Ada Lund."
LEFT = "Ada Lund left Oslo."
WORKS = "Ada Lund, an engineer of Globex, came."
TEXTS = {
    "one": f"{MOTHER} {SAID} {LEFT} {WORKS}\n\nADA LUND IS THE MOTHER OF TOVE",
    "two": f"From the port: {MOTHER}",
}
UPPER = "ADA LUND IS THE MOTHER OF TOVE"
PLACES = [
    ("m1", "one", MOTHER),
    ("m2", "one", UPPER),
    ("m3", "two", MOTHER),
    ("q1", "one", SAID),
    ("l1", "one", LEFT),
    ("w1", "one", WORKS),
]
THINGS = """
d:document\\/one a s:NewsArticle, n:Context ; s:headline 'First' ; s:publisher 'The Post' ;
  s:datePublished '2030-03-05'^^x:date ; s:url 'https://news.example/one' ; s:mentions d:ada .
d:document\\/two a s:NewsArticle, n:Context ; s:headline 'Second' ; s:publisher 'The Mail' ;
  s:datePublished '2031-03-06'^^x:date ; s:mentions d:ada .
d:ada a s:Person ; r:label 'Ada Lund' . d:tove a s:Person ; r:label 'Tove' .
d:globex a s:Organization ; r:label 'Globex *AG*' .
d:fact a f:Statement ; f:subject d:ada ; f:predicate s:children ; f:object d:tove ;
  kg:factuality kg:Asserted ; p:wasDerivedFrom d:m1, d:m2, d:m3 .
d:post a f:Statement ; f:subject d:ada ; f:predicate s:worksFor ; f:object d:globex ;
  kg:factuality kg:Asserted ; kg:role 'engineer' ; p:wasDerivedFrom d:w1 .
d:leaving a e:Event ; r:label 'Ada Lund leaves Oslo' ; kg:agent d:ada ; kg:factuality kg:Asserted ;
  p:wasDerivedFrom d:l1 .
d:quotation a s:Quotation ; s:text 'We stay' ; s:creator d:ada ; p:wasDerivedFrom d:q1 .
"""


def passages() -> str:
    found = []
    for name, document, words in PLACES:
        start = TEXTS[document].index(words)
        found.append(
            f"d:{name} n:referenceContext d:document\\/{document} ; n:beginIndex {start} ; "
            f"n:endIndex {start + len(words)} ; n:anchorOf '{words}' ."
        )
    return "\n".join(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "graph.ttl").write_text(PREFIXES + THINGS + passages(), "utf-8")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture
def panel(browser, folder):
    watched = Watched(browser, write_page(folder).as_uri())
    find(watched.page, "Ada Lund")
    yield watched.page.locator("#panel")
    watched.close()


def entry(panel, words):
    return panel.locator("li.fact", has_text=words)


def test_who_somebody_is_stands_first_and_quotations_before_facts_and_events(panel):
    portrait = panel.locator(".portrait li")
    expect(portrait).to_have_text(["is a parent of Tove", "works for Globex *AG* (engineer)"])
    titles = [title.split("\n")[0].lower() for title in panel.locator("h3").all_inner_texts()]
    assert [re.sub(r"\d+$", "", title) for title in titles][:3] == ["quotations", "facts", "events"]


def test_equal_sentences_are_said_once_and_tell_where_else(panel):
    fact = entry(panel, "is a parent of")
    expect(fact.locator(".quote")).to_have_count(1)
    expect(fact.locator(".cite")).to_contain_text("also in 1 more article")


def test_an_event_is_one_line_and_its_sentence_is_told_on_demand(panel):
    event = entry(panel, "Ada Lund leaves Oslo")
    expect(event.locator(".quote")).to_have_count(0)
    event.get_by_role("button", name="The sentences that say so").click()
    expect(event.locator(".quote blockquote")).to_have_text(LEFT)
    event.get_by_role("button", name="The sentences that say so").click()
    expect(event.locator(".quote")).to_be_hidden()


def test_facts_say_when_they_were_told_if_the_articles_are_of_several_years(panel):
    expect(entry(panel, "is a parent of").locator("p").first).to_contain_text("told 2030–2031")


def test_a_button_leads_to_each_part_of_the_panel(panel):
    expect(panel.locator(".jump").nth(0)).to_have_text("Quotations1")
    panel.locator(".jump", has_text="Mentioned in").click()
    expect(panel.locator("h3", has_text="Mentioned in")).to_be_in_viewport()


def test_a_fact_is_copied_with_its_sentences_and_where_they_stand(panel):
    panel.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    entry(panel, "is a parent of").get_by_role("button", name="Copy with citation").click()
    expect(entry(panel, "is a parent of").locator(".copy")).to_have_attribute("data-copied", "yes")
    assert panel.page.evaluate("navigator.clipboard.readText()").splitlines() == [
        "Ada Lund is a parent of Tove.",
        "",
        f"“{MOTHER}”",
        "— First · The Post · 5 March 2030 · https://news.example/one",
        "— Second · The Mail · 6 March 2031",
    ]


def dossier(panel, name):
    with panel.page.expect_download() as download:
        panel.locator(".dossier").get_by_role("button", name=name).click()
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


def test_a_dossier_in_markdown_has_a_footnote_for_each_sentence(panel):
    name, text = dossier(panel, "Markdown")
    assert name == "Ada Lund.md"
    assert text.startswith("# Ada Lund\n\nperson\n\n## Facts\n\n")
    assert "- Ada Lund is a parent of Tove[^1]\n" in text
    assert "- Ada Lund works for Globex \\*AG\\* (engineer)[^2]\n" in text
    assert "- Ada Lund leaves Oslo[^3]\n" in text
    assert "- “We stay”[^4]\n" in text
    assert f"[^3]: “{LEFT}” First · The Post · 5 March 2030 · https://news.example/one\n" in text


def test_a_dossier_in_html_leads_to_its_sources(panel, browser, tmp_path):
    name, text = dossier(panel, "HTML")
    (tmp_path / name).write_text(text, "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / name).as_uri())
    assert page.title() == "Ada Lund"
    first = page.locator("sup a").first
    assert MOTHER in page.locator(first.get_attribute("href")).inner_text()
    page.close()
