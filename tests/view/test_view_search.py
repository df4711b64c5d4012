"""The search finds what is said: facts, quotations and sentences by their words."""

import pytest
from browsing import Watched
from graphs import PREFIXES
from playwright.sync_api import expect

from kg.view import write_page

FIRST = (
    "Ada Lund is the mother of Tove.\n\n“The ferry was late, and I am sorry,” she said. "
    "The handcart\nstood on the quay. Nobody took it."
)
SECOND = "Globex sells handcarts. A cart that is moved by hand costs little. Émile bought one."
WORDS = "“The ferry was late, and I am sorry,” she said."
TRIPLES = f"""{PREFIXES}
d:document\\/one a s:NewsArticle, n:Context ; s:headline 'The ferry' ; s:mentions d:ada, d:tove .
d:document\\/two a s:NewsArticle, n:Context ; s:headline 'Carts' ; s:mentions d:globex .
d:ada a s:Person ; r:label 'Ada Lund' ; s:children d:tove .
d:tove a s:Person ; r:label 'Tove' . d:globex a s:Organization ; r:label 'Globex' .
d:fact a f:Statement ; f:subject d:ada ; f:predicate s:children ; f:object d:tove ;
  kg:factuality kg:Asserted ; p:wasDerivedFrom d:mother .
d:mother n:referenceContext d:document\\/one ; n:beginIndex 0 ; n:endIndex 31 ;
  n:anchorOf 'Ada Lund is the mother of Tove.' .
d:quotation a s:Quotation ; s:text 'The ferry was late, and I am sorry' ; s:creator d:ada ;
  p:wasDerivedFrom d:said .
d:said n:referenceContext d:document\\/one ; n:beginIndex {FIRST.index(WORDS)} ;
  n:endIndex {FIRST.index(WORDS) + len(WORDS)} ; n:anchorOf '{WORDS}' .
"""


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    (folder / "graph.ttl").write_text(TRIPLES, "utf-8")
    (folder / "texts").mkdir()
    for name, text in {"one": FIRST, "two": SECOND}.items():
        (folder / "texts" / f"{name}.txt").write_text(text, "utf-8")
    watched = Watched(browser, write_page(folder).as_uri())
    yield watched.page
    watched.close()


@pytest.fixture(autouse=True)
def begin_anew(page):
    page.keyboard.press("Escape")
    page.locator("#reset").click()


def found(page, query):
    """Return the first lines of each group that the search finds, by its title."""
    page.locator("#search").fill(query)
    groups = page.locator("#results [role=group]")
    return {
        group.get_attribute("aria-label"): group.locator(".result > :first-child").all_inner_texts()
        for group in groups.all()
    }


@pytest.mark.parametrize(
    ("query", "group", "first"),
    [
        ("ada parent tove", "facts", "Ada Lund is a parent of Tove"),
        ("sorry", "quotations", "“The ferry was late, and I am sorry”"),
        ("lund said", "quotations", "“The ferry was late, and I am sorry”"),
        ("mother", "sentences", "Ada Lund is the mother of Tove."),
        ("handcart", "sentences", "Globex sells handcarts."),
        ("stood on the quay", "sentences", "The handcart stood on the quay."),
        ("emile", "sentences", "Émile bought one."),
        ("cart hand", "sentences", "A cart that is moved by hand costs little."),
        ("moved by hand", "sentences", "A cart that is moved by hand costs little."),
    ],
)
def test_what_is_said_is_found_by_its_words(page, query, group, first):
    assert found(page, query)[group][0] == first


def test_words_that_begin_a_word_come_before_words_inside_one(page):
    assert found(page, "cart")["sentences"][0] == "A cart that is moved by hand costs little."


def test_each_group_says_how_much_it_has(page):
    page.locator("#search").fill("handcart")
    expect(page.locator("#found")).to_have_text("2 sentences")


def test_nothing_is_said_to_be_found_where_nothing_is(page):
    assert found(page, "zeppelin") == {}
    expect(page.locator("#results")).to_contain_text("no article says so")


def test_enter_opens_a_sentence_in_its_article(page):
    page.locator("#search").fill("stood on the quay")
    page.locator("#search").press("Enter")
    expect(page.locator("#article mark")).to_have_text("The handcart\nstood on the quay.")


def test_enter_shows_the_evidence_of_a_fact(page):
    page.locator("#search").fill("lund is a parent")
    page.locator("#search").press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Ada Lund is a parent of Tove")


def test_sentences_of_articles_that_are_left_out_are_not_found(page):
    page.locator("#filters > summary").click()
    page.locator("#documents label", has_text="Carts").locator("input").uncheck()
    assert found(page, "handcart")["sentences"] == ["The handcart stood on the quay."]
    page.keyboard.press("Escape")
    page.locator("#filters > summary").click()
