"""A page of 5,000 things in a real browser: its initial view, its communities, and the rest."""

import re
import xml.etree.ElementTree as ET
from collections import Counter

import pytest
from browsing import Watched, counts, find, open_filters, saved
from graphs import HOSTILE
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def page(browser, big):
    watched = Watched(browser, big.address)
    yield watched.page
    watched.close()


@pytest.fixture(autouse=True)
def begin_anew(page):
    page.locator("#reset").click()
    expect(page.locator("#status")).to_contain_text(re.compile("^60 of 5,0.. things"))


def test_it_begins_with_what_matters_and_its_communities(page):
    expect(page.locator("#line-community")).to_be_visible()
    entries = page.locator("#panel section", has_text="Communities").locator("li .thing")
    assert entries.count() >= 8
    assert all(
        re.match(r"\w+ \d+, \w+ \d+|Others, such as \w+ \d+", name)
        for name in entries.all_inner_texts()
    )


def test_a_community_opens_and_tells_all_its_members_and_the_way_back(page):
    page.locator("#panel section", has_text="Communities").locator("li .thing").first.click()
    expect(page.locator("#focus")).to_contain_text(
        re.compile(r"The 40 foremost of the [\d,]+ things of Person")
    )
    expect(page.locator("#status")).to_contain_text(re.compile(r"^(3\d|40) of "))
    members = page.locator("#panel section", has_text="Things")
    total = int(members.locator("h3 .count").inner_text())
    assert total > 40
    while members.locator(".more").count():
        members.locator(".more").click()
    assert members.locator("li .thing").count() == total
    address = page.url
    members.locator("li .thing").last.click()
    expect(page.locator("#focus")).to_contain_text(
        "Only "
    )  # a member beyond the picture, among its neighbours
    page.locator("#back").click()
    assert page.url == address
    page.locator("#focus button").click()
    expect(page.locator("#focus")).to_be_hidden()


def test_a_click_on_a_community_in_the_picture_opens_it(page):
    canvas = page.locator("#picture canvas").bounding_box()
    for step in range(400):  # the communities lie around; the first that is met counts
        x, y = (
            canvas["x"] + 40 + (step % 20) * (canvas["width"] - 80) / 20,
            canvas["y"] + 30 + (step // 20) * (canvas["height"] - 80) / 20,
        )
        page.mouse.click(x, y)
        if "community=" in page.url:
            break
    expect(page.locator("#focus")).to_contain_text("things of")


def test_search_reaches_everything_and_shows_it_among_its_neighbours(page):
    find(page, "person 4777")
    expect(page.locator("#panel h2")).to_have_text("Person 4777")
    expect(page.locator("#focus")).to_contain_text("Only Person 4777")
    assert 2 <= counts(page)[0] < 400
    find(page, "alert(1)")
    expect(page.locator("#panel h2")).to_have_text(HOSTILE["script"])


def test_a_path_leads_through_the_whole_graph(page):
    find(page, "person 4777")
    page.get_by_role("button", name="Path to …").click()
    find(page, "person 14")
    expect(page.locator("#focus")).to_contain_text(
        "The shortest path from Person 4777 to Person 14"
    )
    things, facts = counts(page)
    assert 3 <= things <= 20
    assert facts >= things - 1


def test_the_other_views_show_all_and_the_picture_is_brought_to_what_is_chosen_there(page):
    page.locator("#tab-timeline").click()
    expect(page.locator("#view-timeline .step .date").first).to_have_text(re.compile(r"19\d\d"))
    expect(page.locator("#view-timeline > .long > .more-item .more")).to_be_visible()
    page.locator("#tab-map").click()
    expect(page.locator("#view-map h2")).to_have_text("Places (500)")
    page.locator("#tab-facts").click()
    expect(page.locator("#view-facts .list-tools")).to_contain_text(f"{counts(page)[1]:,} shown")
    find(page, "person 4777")
    page.locator("#tab-graph").click()
    expect(page.locator("#focus")).to_contain_text("Only Person 4777")


def test_files_are_of_what_the_picture_shows(page):
    open_filters(page)
    relations = page.locator("#relations label", has_text="knows").locator("input")
    relations.uncheck()
    assert saved(page, "#take-turtle").read_text("utf-8").count("schema:knows") == 0
    open_filters(page)
    relations.check()
    expect(page.locator("#status")).to_contain_text("60 of ")
    assert saved(page, "#take-turtle").read_text("utf-8").count("schema:knows") > 10


def test_the_picture_shows_as_many_things_as_a_browser_draws_at_once_and_says_so(page):
    page.locator("#status button", has_text="Show the 2,000 foremost").click()
    expect(page.locator("#status")).to_contain_text("2,000 of 5,0")
    expect(page.locator("#focus")).to_contain_text(
        re.compile(r"The 2,000 foremost of 5,009 things; the search and the other views have all")
    )
    page.locator("#focus button").click()
    expect(page.locator("#status")).to_contain_text("60 of ")


def test_what_the_filters_leave_is_all_in_the_picture_where_it_is_little(browser, big):
    few = "#not=Asserted+Planned+Possible+Reported&confidence=0.85"
    watched = Watched(browser, big.address + few)
    shown = counts(watched.page)
    assert 0 < shown[0] <= 300
    watched.page.locator("#tab-facts").click()
    assert counts(watched.page) == shown
    watched.page.locator("#tab-graph").click()
    ready = watched.page.locator("#picture canvas")
    expect(ready).to_be_visible()
    open_filters(watched.page)
    expect(watched.page.locator("#articles-count")).not_to_be_empty()
    watched.page.locator("#confidence").fill("0")
    assert counts(watched.page)[0] < 60, (
        "of what is more than little the picture begins with a part"
    )
    expect(watched.page.locator("#status button")).to_have_text(re.compile("^Show"))
    watched.close()


def foremost_person(case):
    """Return the person who knows most, with how many are known and how many events are his."""
    known, events = Counter(), Counter()
    for fact in case.content.facts:
        if fact.predicate == "schema:knows":
            known.update((fact.subject, fact.object))
        elif fact.predicate in ("kg:agent", "kg:patient"):
            events[fact.object] += 1
    iri = max((iri for iri in known if events[iri]), key=lambda iri: (known[iri], iri))
    (person,) = [thing for thing in case.content.things if thing.iri == iri]
    return person, known[iri], events[iri]


def around(page, thing):
    """Show a thing among its neighbours: what is on the first screen is only chosen there."""
    find(page, thing.name)
    if page.locator("#focus").is_hidden():
        page.locator(".focus-buttons button", has_text="1").click()
    expect(page.locator("#focus")).to_contain_text(f"Only {thing.name}")


def test_neighbours_tell_what_they_have_to_do_with_what_is_in_their_middle(page, big):
    person, known, events = foremost_person(big)
    assert known >= 4 and events >= 1
    around(page, person)
    drawing = ET.parse(saved(page, "#take-svg")).getroot()
    texts = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert texts.count("knows") >= min(known, 7) * 0.7, "whose each of them is can be read"
    assert not {"agent", "patient", "done by"}.intersection(texts)


def test_a_map_without_places_leads_to_those_of_the_whole_graph(page, big):
    person, *_ = foremost_person(big)
    around(page, person)
    page.locator("#tab-map").click()
    view = page.locator("#view-map")
    expect(view).to_contain_text("No place that is shown has coordinates.")
    view.get_by_role("button", name="Show the places of the whole graph").click()
    places = sum(thing.kind == "place" for thing in big.content.things)
    expect(view.locator("h2")).to_have_text(f"Places ({places:,})")
    expect(page.locator("#focus")).to_be_hidden()
