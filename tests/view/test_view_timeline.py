"""The timeline: lanes in the order of the story, dates of wholes, and an axis that leaves a span."""

from itertools import pairwise
from pathlib import Path

import pytest
from browsing import Watched
from graphs import PREFIXES
from playwright.sync_api import expect

from kg.graph.ontology import Ontology
from kg.view import write_page
from kg.view.load import read_model

TEXT = (
    "Ada Lund left Oslo on Monday. She took a train to Bergen. Then she rowed to Voss. "
    "Berg said that she slept. Globex closed in May 2030."
)
SENTENCES = {
    "left": ("Ada Lund left Oslo on Monday.", "Ada Lund leaves Oslo", "Asserted"),
    "train": ("She took a train to Bergen.", "Ada Lund takes train", "Asserted"),
    "rowed": ("Then she rowed to Voss.", "Ada Lund rows to Voss", "Asserted"),
    "slept": ("Berg said that she slept.", "Ada Lund sleeps", "Reported"),
}
MORE = {
    "left": "e:hasTimeStamp '2031-03-03'^^x:date",
    "train": "e:subEventOf d:journey",
    "rowed": "e:subEventOf d:leg",
    "closing": "e:hasTimeStamp '2030-05'^^x:gYearMonth",
}


def triples() -> str:
    """Return a journey with legs, one of which is a part of a part, and a closing of long ago."""
    lines = [
        PREFIXES,
        "d:ada a s:Person ; r:label 'Ada Lund' . d:globex a s:Organization ; r:label 'Globex' .",
        "d:document\\/one a s:NewsArticle, n:Context ; s:headline 'On the way' .",
        "d:document\\/one s:datePublished '2031-03-05'^^x:date ; s:mentions d:ada, d:globex .",
        "d:journey a e:Event ; r:label 'Journey' ; e:hasBeginTimeStamp '2031-03-03'^^x:date .",
        "d:journey e:hasEndTimeStamp '2031-03-04'^^x:date .",
        "d:leg a e:Event ; r:label 'Leg' ; e:subEventOf d:journey .",
        "d:closing a e:Event ; r:label 'Globex closes' ; kg:patient d:globex ; "
        + MORE["closing"]
        + " .",
    ]
    for name, (sentence, label, manner) in SENTENCES.items():
        start = TEXT.index(sentence)
        end = start + len(sentence)
        own = f" ; {MORE[name]}" if name in MORE else ""
        lines.append(
            f"d:{name} a e:Event ; r:label '{label}' ; kg:agent d:ada ; "
            f"kg:factuality kg:{manner} ; p:wasDerivedFrom d:{name}-words{own} ."
        )
        lines.append(
            f"d:{name}-words n:referenceContext d:document\\/one ; n:beginIndex {start} ; "
            f"n:endIndex {end} ; n:anchorOf '{sentence}' ."
        )
    return "\n".join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("timeline")
    (folder / "graph.ttl").write_text(triples(), "utf-8")
    (folder / "texts").mkdir()
    (folder / "texts" / "one.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture(scope="module")
def page(browser, folder):
    watched = Watched(browser, f"{write_page(folder).as_uri()}#view=timeline")
    yield watched.page
    watched.close()


@pytest.fixture(autouse=True)
def begin_anew(request):
    if "page" in request.fixturenames:
        request.getfixturevalue("page").locator("#reset").click()


@pytest.mark.parametrize(
    ("event", "within"),
    [
        ("train", ("2031-03-03", "2031-03-04")),
        ("rowed", ("2031-03-03", "2031-03-04")),
        ("leg", ("2031-03-03", "2031-03-04")),
        ("left", ()),
        ("journey", ()),
        ("slept", ()),
    ],
)
def test_a_part_has_the_date_of_its_whole_and_nothing_else_gets_one(
    folder, ontology: Ontology, event, within
):
    things = read_model(folder, ontology).things
    found = {thing.iri.rpartition("/")[2]: thing for thing in things}
    assert found[event].within == within


def lane(page, name):
    return page.locator("#view-timeline .lane", has=page.locator("h3", has_text=name))


def test_a_lane_tells_in_order_what_somebody_did_and_says_which_dates_are_those_of_a_whole(page):
    expect(lane(page, "Ada Lund").locator(".step")).to_have_text(
        [
            "leaves Oslo 3 March 2031",
            "takes train within 3 March 2031 to 4 March 2031",
            "rows to Voss within 3 March 2031 to 4 March 2031",
            "sleeps reported",
        ]
    )
    expect(lane(page, "Globex").locator(".step")).to_have_text(["closes May 2030"])


def test_what_is_only_reported_is_dashed(page):
    dashed = lane(page, "Ada Lund").locator(".step").last
    assert dashed.evaluate("it => getComputedStyle(it).borderStyle") == "dashed"


def test_the_sentence_is_told_to_the_pointer(page):
    step = lane(page, "Ada Lund").locator(".step").first
    expect(step).to_have_attribute("title", "Ada Lund left Oslo on Monday.")


def test_a_month_is_chosen_with_one_click_on_its_bar_and_parts_of_wholes_are_in_it(page):
    bar = page.locator(".axis .bar[data-date='2031-03']")
    bar.click(force=True)
    expect(page.locator("#chips")).to_contain_text("happened March 2031")
    names = page.locator("#view-timeline .step bdi")
    assert {"leaves Oslo", "takes train", "rows to Voss"} <= set(names.all_inner_texts())
    assert not {"sleeps", "closes"} & set(names.all_inner_texts())
    page.locator("#back").click()
    expect(page.locator("#chips")).to_be_hidden()


def test_dates_below_the_axis_are_legible_at_every_width(page):
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.locator("#tab-map").click()
        page.locator("#tab-timeline").click()
        letters = page.locator(".axis text").evaluate_all(
            "all => all.map(it => it.getBoundingClientRect()).map(({left, right, height}) => [left, right, height])"
        )
        assert letters, width
        assert min(height for _, _, height in letters) >= 10
        assert all(one[1] <= other[0] for one, other in pairwise(letters))


def test_the_keyboard_chooses_a_month_too(page):
    choice = page.locator("#view-timeline select")
    choice.select_option("2030-05")
    expect(page.locator("#view-timeline .step")).to_have_text(["closes May 2030"])
    page.locator("#view-timeline select").select_option("")
    expect(page.locator("#view-timeline .step")).to_have_count(7)


def test_pulling_over_the_axis_leaves_what_is_pulled_over(page):
    box = page.locator(".axis").bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 30)
    page.mouse.up()
    expect(page.locator("#chips")).to_contain_text("happened May 2030")


def test_the_choices_above_the_axis_find_room_on_a_phone(browser, big):
    watched = Watched(browser, big.address, "narrow", view="timeline")
    buttons = watched.page.locator("#view-timeline .list-tools button")
    assert watched.page.locator("#view-timeline .list-tools .more").count() >= 1, (
        "earlier, or later"
    )
    for button in buttons.all():
        box = button.bounding_box()
        assert box["height"] < 45
        assert box["x"] + box["width"] <= 380
    watched.close()
