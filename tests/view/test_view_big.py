"""A page of 5,000 things in a real browser: what it begins with, its communities, and that everything can be reached."""

import random
import re

import pytest
from browsing import Watched, counts, find, open_filters, saved
from playwright.sync_api import expect

from kg.view import write_page

THINGS = 5_000
HOSTILE = '</script><script>alert(1)</script> "&amp;\u202e'


def big_graph(things: int) -> str:
    """A graph in which new people know foremost those whom many know already, in circles of 200; the last has a hostile name."""
    chance = random.Random(1)
    lines = [
        "@prefix s: <https://schema.org/> .",
        "@prefix r: <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix d: <http://example.org/> .",
    ]
    known: dict[int, list[int]] = {}
    for at in range(things):
        name = HOSTILE.replace('"', '\\"') if at == things - 1 else f"Person {at}"
        circle = known.setdefault(at // 200, [at])
        ends = {chance.choice(circle), chance.choice(circle), chance.randrange(at + 1) if at % 20 == 0 else at} - {at}
        lines.append(f'd:p{at} a s:Person ; r:label "{name}" .')
        lines += [f"d:p{at} s:knows d:p{end} ." for end in sorted(ends)]
        circle += [at, *ends]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def big(tmp_path_factory):
    path = tmp_path_factory.mktemp("big") / "big.ttl"
    path.write_text(big_graph(THINGS), "utf-8")
    return write_page(path).as_uri()


@pytest.fixture(scope="module")
def page(browser, big):
    watched = Watched(browser, big)
    yield watched.page
    watched.close()


@pytest.fixture(autouse=True)
def begin_anew(page):
    page.locator("#reset").click()
    expect(page.locator("#status")).to_contain_text("60 of 5,000 things")


def test_it_begins_with_what_matters_and_its_communities(page):
    expect(page.locator("#line-community")).to_be_visible()
    entries = page.locator("#panel section", has_text="Communities").locator("li .thing")
    assert entries.count() >= 8
    assert all(re.match(r"Person \d+, Person \d+|Other things", name) for name in entries.all_inner_texts())


def test_a_community_opens_and_tells_all_its_members_and_the_way_back(page):
    page.locator("#panel section", has_text="Communities").locator("li .thing").first.click()
    expect(page.locator("#focus")).to_contain_text(re.compile(r"The 40 foremost of the [\d,]+ things of Person"))
    expect(page.locator("#status")).to_contain_text("40 of 5,000 things")
    members = page.locator("#panel section", has_text="Things")
    total = int(members.locator("h3 .count").inner_text())
    assert total > 40
    while members.locator(".more").count():
        members.locator(".more").click()
    assert members.locator("li .thing").count() == total
    address = page.url
    members.locator("li .thing").last.click()
    expect(page.locator("#focus")).to_contain_text("Only Person")  # a member beyond the picture, among its neighbours
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
    expect(page.locator("#panel h2")).to_have_text(HOSTILE)


def test_a_path_leads_through_the_whole_graph(page):
    find(page, "person 4777")
    page.get_by_role("button", name="Path to …").click()
    find(page, "person 11")
    expect(page.locator("#focus")).to_contain_text("The shortest path from Person 4777 to Person 11")
    things, facts = counts(page)
    assert 3 <= things <= 20
    assert facts >= things - 1


def test_filters_lists_and_files_work_on_what_is_shown(page):
    open_filters(page)
    page.locator("#relations input").uncheck()
    expect(page.locator("#status")).to_contain_text(" 0 of ")
    page.locator("#relations input").check()
    page.keyboard.press("Escape")
    page.locator("#tab-facts").click()
    expect(page.locator("#view-facts .list-tools")).to_contain_text(f"{counts(page)[1]} shown")
    page.locator("#tab-graph").click()
    assert saved(page, "#take-turtle").read_text("utf-8").count("schema:knows") == counts(page)[1]


def test_all_can_be_shown(page):
    page.locator("#status button").click()
    expect(page.locator("#status")).to_contain_text(re.compile("^5,000 things"))
