"""An article is read beside the graph: it stays where it is, and each lights what is chosen in the other."""

import pytest
from browsing import Watched, find
from graphs import PREFIXES
from playwright.sync_api import expect

from kg.view import write_page

TEXT = (
    "The Lima Ferry Company sails on Monday. "
    + "Nothing else is known of it so far. " * 60
    + "Ada Lund leads the Lima Ferry Company. She lives in Lima."
)
SENTENCE = "Ada Lund leads the Lima Ferry Company."
START = TEXT.index(SENTENCE)
TRIPLES = f"""{PREFIXES}
d:document\\/one a s:NewsArticle, n:Context ; s:headline 'The ferry' ; s:mentions d:ada, d:firm .
d:document\\/two a s:NewsArticle, n:Context ; s:headline 'Another' ; s:mentions d:ada .
d:ada a s:Person ; r:label 'Ada Lund' . d:firm a s:Organization ; r:label 'Lima Ferry Company' .
d:lima a s:Place ; r:label 'Lima' .
d:fact a f:Statement ; f:subject d:ada ; f:predicate kg:leads ; f:object d:firm ;
  kg:factuality kg:Asserted ; p:wasDerivedFrom d:words .
d:words n:referenceContext d:document\\/one ; n:beginIndex {START} ;
  n:endIndex {START + len(SENTENCE)} ; n:anchorOf '{SENTENCE}' .
"""
MENTIONS = {"d:ada": "Ada Lund", "d:firm": "Lima Ferry Company", "d:lima": "Lima"}


def mentions():
    for thing, words in MENTIONS.items():
        at = TEXT.find(words)
        while at >= 0:
            iri = thing.replace("d:", "http://example.org/")
            yield "http://example.org/document/one", at, at + len(words), iri
            at = TEXT.find(words, at + 1)


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("reading")
    (folder / "graph.ttl").write_text(TRIPLES, "utf-8")
    (folder / "texts").mkdir()
    (folder / "texts" / "one.txt").write_text(TEXT, "utf-8")
    return write_page(folder, mentions=mentions()).as_uri()


@pytest.fixture
def page(browser, address):
    watched = Watched(browser, address)
    find(watched.page, "Ada Lund")
    watched.page.locator("#panel .quote").first.click()
    yield watched.page
    watched.close()


def test_the_graph_and_the_panel_stay_in_sight_beside_the_article(page):
    expect(page.locator("#article mark")).to_have_text(SENTENCE)
    expect(page.locator("#article mark")).to_be_in_viewport()
    for part in ("#picture", "#panel h2"):
        expect(page.locator(part)).to_be_in_viewport()


def test_a_mention_leads_to_its_thing_and_the_article_stays_at_its_line(page):
    before = page.locator("#article").evaluate("it => it.scrollTop")
    page.locator("#article mark .mention", has_text="Ferry Company").click()
    expect(page.locator("#panel h2")).to_have_text("Lima Ferry Company")
    assert page.locator("#article").evaluate("it => it.scrollTop") == before > 0


def test_a_mention_inside_another_leads_to_its_own_thing_and_the_outer_one_is_not_cut(page):
    outer = page.locator("#article mark .nest")
    expect(outer).to_have_text("Lima Ferry Company")
    outer.locator(".mention", has_text="Lima").first.click()
    expect(page.locator("#panel h2")).to_have_text("Lima")


def test_what_is_chosen_elsewhere_is_lit_in_the_article(page):
    expect(page.locator("#article .mention.lit")).to_have_text(["Ada Lund"])
    find(page, "Lima Ferry Company")
    expect(page.locator("#article .mention.lit").first).to_have_text(" Ferry Company")
    expect(page.locator("#article .margin-mark.lit")).to_have_count(1)


def test_a_mark_in_the_margin_leads_to_the_fact_of_its_sentence(page):
    page.get_by_role("button", name="1 fact in this sentence").click()
    expect(page.locator("#panel h2")).to_have_text("Ada Lund leads Lima Ferry Company")


def test_back_opens_the_article_again_at_the_same_line(page):
    page.get_by_role("button", name="Close the article").click()
    expect(page.locator("#article")).to_be_hidden()
    page.locator("#back").click()
    expect(page.locator("#article mark")).to_be_in_viewport()


def test_the_address_leads_to_the_line(browser, page):
    again = Watched(browser, page.url)
    expect(again.page.locator("#article mark")).to_have_text(SENTENCE)
    expect(again.page.locator("#article mark")).to_be_in_viewport()
    again.close()


def test_the_list_of_articles_leads_to_another(page):
    page.locator("#article select").select_option(label="Another")
    expect(page.locator("#article h2")).to_have_text("Another")


def test_focus_goes_into_the_article_and_back_to_where_it_was(page):
    expect(page.locator("#article")).to_be_focused()
    page.get_by_role("button", name="Close the article").press("Enter")
    expect(page.locator("#panel .quote").first).to_be_focused()
