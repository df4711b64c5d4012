"""Links lead to the same thing, fact and choice after the graph was built again, or say what is gone."""

import re
from pathlib import Path

import pytest
from browsing import Watched, find
from graphs import PREFIXES
from playwright.sync_api import expect

from kg.view import write_page

ARTICLE = (
    "d:document\\/one a s:NewsArticle, n:Context ; s:headline 'One' ; s:publisher 'The Post' ."
)
OTHER = "d:document\\/two a s:NewsArticle, n:Context ; s:headline 'Two' ; s:publisher 'The Mail' ."
PEOPLE = (
    "d:person\\/ada a s:Person ; r:label 'Ada Lund' . d:person\\/tove a s:Person ; r:label 'Tove' ."
)
MOTHER = (
    "d:person\\/ada s:children d:person\\/tove . d:fact a f:Statement ; f:subject d:person\\/ada ; "
    "f:predicate s:children ; f:object d:person\\/tove ; kg:factuality kg:Asserted ."
)
MARRIED = "d:person\\/ada s:spouse d:person\\/tove ."
MORE = (
    "d:firm\\/abel a s:Organization ; r:label 'Abel' . d:person\\/abe a s:Person ; r:label 'Abe' ; "
    "s:worksFor d:firm\\/abel . d:document\\/aa a s:NewsArticle, n:Context ; s:headline 'Zero' ; "
    "s:publisher 'An Early One' ."
)
FIRST = (ARTICLE, OTHER, PEOPLE, MOTHER, MARRIED)
FACT = "#fact=person%2Fada+schema%3Achildren+person%2Ftove"


def built(folder: Path, *parts: str, address: str = "") -> str:
    folder.mkdir()
    (folder / "graph.ttl").write_text("\n".join((PREFIXES, *parts)), "utf-8")
    return write_page(folder, address=address).as_uri()


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> str:
    return built(tmp_path_factory.mktemp("before") / "a", *FIRST)


@pytest.fixture(scope="module")
def after(tmp_path_factory) -> str:
    return built(tmp_path_factory.mktemp("after") / "b", *FIRST, MORE)


@pytest.fixture
def opening(browser):
    watched = []

    def opened(address):
        watched.append(Watched(browser, address))
        return watched[-1].page

    yield opened
    for each in watched:
        each.close()


def choose_fact(page):
    find(page, "lund is a parent")


def choose_without(name):
    def choose(page):
        page.locator("#filters > summary").click()
        page.locator("fieldset label", has_text=name).locator("input").uncheck()

    return choose


@pytest.mark.parametrize(
    ("choose", "part", "words"),
    [
        (choose_fact, "#panel h2", "Ada Lund is a parent of Tove"),
        (choose_without("The Post"), "#chips", "without The Post ×"),
        (choose_without("Two"), "#chips", "without Two ×"),
        (choose_without("parent of"), "#chips", "without parent of ×"),
    ],
)
def test_a_choice_is_the_same_in_the_next_build(opening, before, after, choose, part, words):
    page = opening(before)
    choose(page)
    fragment = page.url.partition("#")[2]
    again = opening(f"{after}#{fragment}")
    expect(again.locator(part)).to_have_text(words)
    expect(again.locator("#link-note")).to_be_hidden()


def test_a_fact_that_is_no_longer_there_is_said_to_be_gone(opening, tmp_path):
    page = opening(built(tmp_path / "c", ARTICLE, PEOPLE, MARRIED) + FACT)
    expect(page.locator("#link-note")).to_contain_text(
        "Not in this graph any more: person/ada schema:children person/tove."
    )
    expect(page.locator("#panel h2")).to_have_text("What is in this graph")
    page.locator("#link-note button").click()
    expect(page.locator("#link-note")).to_be_hidden()


def link_of(page):
    page.locator("#take > summary").click()
    page.locator("#take-link").click()
    return page.locator("#text textarea").input_value()


def test_a_link_names_no_folder_of_its_maker_and_knows_its_build(opening, before, after):
    page = opening(before)
    choose_fact(page)
    link = link_of(page)
    assert re.match(r"graph\.html#.*fact=.*&build=[0-9a-f]{12}$", link)
    same = opening(before.rpartition("/")[0] + "/" + link)
    expect(same.locator("#link-note")).to_be_hidden()
    other = opening(f"{after}#{link.partition('#')[2]}")
    expect(other.locator("#link-note")).to_contain_text("another build")
    expect(other.locator("#link-note")).to_contain_text("All that it names is in this graph")


def test_a_link_begins_with_the_address_that_the_page_was_made_for(opening, tmp_path):
    address = "https://news.example/graphs/ferry.html"
    page = opening(built(tmp_path / "d", *FIRST, address=address))
    assert link_of(page).startswith(f"{address}#")


def test_of_a_folder_the_address_is_that_of_the_page_in_it(opening, tmp_path):
    page = opening(built(tmp_path / "d", *FIRST, address="https://news.example/graphs/"))
    assert link_of(page).startswith("https://news.example/graphs/graph.html#")


def test_what_is_copied_says_where_the_fact_stands(opening, tmp_path):
    page = opening(built(tmp_path / "d", *FIRST, address="https://news.example/"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose_fact(page)
    page.locator("#panel header .copy").click()
    expect(page.locator("#panel header .copy")).to_have_attribute("data-copied", "yes")
    *_, last = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert re.fullmatch(r"https://news\.example/graph\.html#fact=\S+&build=[0-9a-f]{12}", last)
