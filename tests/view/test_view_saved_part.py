"""What is shown is saved as a page of its own, smaller than the whole, which works as any page."""

import pytest
import rdflib
from browsing import Watched, counts, find, open_filters, saved
from playwright.sync_api import expect

from kg.graph.ontology import ontology_files, shapes_file
from kg.rdf import validate


@pytest.fixture
def opening(browser):
    opened = []

    def open_page(address, **more):
        opened.append(Watched(browser, address, **more))
        return opened[-1].page

    yield open_page
    for each in opened:
        each.close()


def part_of(page, tmp_path):
    place = tmp_path / "part.html"
    place.write_bytes(saved(page, "#take-page").read_bytes())
    return place


def test_a_neighbourhood_becomes_a_page_of_its_own(opening, seeds, tmp_path):
    page = opening(seeds.address)
    find(page, "Vladislav Sorokin")
    page.locator(".focus-buttons button").first.click()
    shown = counts(page)
    facts = page.locator("#panel h3", has_text="Facts").inner_text()
    place = part_of(page, tmp_path)
    part = opening(place.as_uri())
    assert counts(part)[1] == shown[1]
    assert part.locator("#summary").inner_text().startswith(("1 article", "2 articles"))
    find(part, "Vladislav Sorokin")
    assert part.locator("#panel h3", has_text="Facts").inner_text() == facts
    part.locator("#panel .quote").first.click()
    expect(part.locator("#article mark").first).to_be_visible()
    for view in ("story", "timeline", "map", "facts"):
        part.locator(f"#tab-{view}").click()


def test_it_holds_nothing_of_what_was_left_out(opening, seeds, tmp_path):
    page = opening(seeds.address, view="facts")
    open_filters(page)
    page.locator("#documents label").first.locator("input").uncheck()
    left_out = page.locator("#documents label").first.inner_text().split(" · ")[0]
    page.locator("#filters > summary").click()
    shown = counts(page)
    place = part_of(page, tmp_path)
    assert place.stat().st_size < len(page.content())
    part = opening(place.as_uri(), view="facts")
    assert counts(part)[1] == shown[1]
    open_filters(part)
    expect(part.locator("#documents label")).to_have_count(1)
    find(part, left_out[:30])
    expect(part.locator("#chips")).to_be_hidden()
    assert left_out not in part.locator("body").inner_text()


def test_its_turtle_is_a_valid_part_of_the_graph(opening, seeds, tmp_path):
    page = opening(f"{seeds.address}#not=Reported&hide=event+story")
    part = opening(f"{part_of(page, tmp_path).as_uri()}#hide=&not=")
    turtle = tmp_path / "part.ttl"
    turtle.write_bytes(saved(part, "#take-turtle").read_bytes())
    found = set(rdflib.Graph().parse(turtle))
    assert set() < found < set(rdflib.Graph().parse(seeds.folder / "graph.ttl"))
    assert validate(turtle, shapes_file(), ontology_files(())) == []


def test_a_part_of_a_big_graph_is_a_small_page(opening, big, tmp_path):
    page = opening(big.address)
    find(page, "Person 12")
    page.locator(".focus-buttons button").nth(1).click()
    shown = counts(page)
    place = part_of(page, tmp_path)
    part = opening(place.as_uri())
    assert counts(part)[1] == shown[1] and counts(part)[0] >= shown[0]
    (tmp_path / "again").mkdir()
    again = part_of(part, tmp_path / "again")
    assert abs(again.stat().st_size - place.stat().st_size) < 30_000


def test_hostile_names_stay_text_in_a_saved_page(opening, big, tmp_path):
    page = opening(big.address)
    find(page, "alert(1)")
    page.locator(".focus-buttons button").first.click()
    part = opening(part_of(page, tmp_path).as_uri())
    find(part, "alert(1)")
    expect(part.locator("#panel h2")).to_contain_text("</script><script>alert(1)")
