"""The map in a real browser."""

import json
import re

from browsing import Watched, find, open_filters
from playwright.sync_api import expect

from kg.view.assets import PAGE


def spot(page, name):
    """Return the point of a place on the map, in the drawing's units."""
    moved = page.locator(f"#view-map .place[aria-label^='{name}']").get_attribute("transform")
    return tuple(map(float, re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", moved).groups()))


def test_places_lie_on_the_map_as_on_the_globe_and_are_chosen_there(opened):
    opened.locator("#tab-map").click()
    view = opened.locator("#view-map")
    expect(view.locator("h2")).to_have_text("Places (2)")
    (east, south), (west, north) = spot(opened, "Sund"), spot(opened, "Ostvik")
    assert west < east, "5.25° lies west of 10.5°"
    assert north < south, "61.5° lies north of 59.25°"
    assert len(view.locator(".land").get_attribute("d")) > 500, "there are coasts around them"
    open_filters(opened)
    opened.get_by_label("world knowledge").check()  # that is all that is told of the third
    expect(view).to_contain_text("Not on the map: coordinates not known (1)")
    opened.locator("#filters > summary").click()
    view.locator(".place[aria-label^=Sund]").press("Enter")
    expect(opened.locator("#panel h2")).to_have_text("Sund")
    expect(view.locator(".place[aria-pressed=true]")).to_be_focused()
    opened.locator("#legend button", has_text="places").click()
    expect(view.locator("h2")).to_have_text("Places (1)")


def test_the_map_is_moved_and_zoomed_with_keys_buttons_and_the_pointer(opened):
    opened.locator("#tab-map").click()
    find(opened, "Sund Courier")
    drawing = opened.locator("#view-map .map > svg")
    before = spot(opened, "Ostvik")
    drawing.focus()
    opened.keyboard.press("ArrowLeft")
    assert spot(opened, "Ostvik")[0] > before[0]
    opened.keyboard.press("ArrowRight")
    assert spot(opened, "Ostvik") == before
    apart = spot(opened, "Sund")[0] - before[0]
    opened.get_by_role("button", name="Zoom in").click()
    assert spot(opened, "Sund")[0] - spot(opened, "Ostvik")[0] > apart
    opened.get_by_role("button", name="Show all places").click()
    assert spot(opened, "Ostvik") == before
    box = drawing.bounding_box()
    opened.mouse.move(box["x"] + 200, box["y"] + 200)
    opened.mouse.down()
    opened.mouse.move(box["x"] + 260, box["y"] + 200)
    opened.mouse.up()
    assert spot(opened, "Ostvik")[0] > before[0]


def test_a_place_far_away_of_which_little_is_told_does_not_make_the_others_a_dot(browser, seeds):
    watched = Watched(browser, seeds.address, view="map")
    page = watched.page
    view = page.locator("#view-map")
    apart = view.locator(".hint", has_text="Outside of what is shown")
    expect(apart).to_contain_text("Pacific")
    wide = view.locator(".map > svg").bounding_box()["width"]
    (north, _), (far, _) = spot(page, "North Korea"), spot(page, "Russia,")
    assert abs(north - far) > wide / 4
    apart.locator(".thing", has_text="Pacific").click()
    expect(view.locator(".place[aria-label^=Pacific]")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Show all places").click()
    expect(apart).to_have_count(0)
    watched.close()


def test_the_outlines_are_small_and_whole():
    path = PAGE / "countries.json"
    outlines = json.loads(path.read_text("utf-8"))
    assert path.stat().st_size < 150_000
    assert len(outlines["countries"]) > 230
    arcs = len(outlines["arcs"])
    used = {
        arc if arc >= 0 else -1 - arc
        for _, rings in outlines["countries"]
        for ring in rings
        for arc in ring
    }
    assert used == set(range(arcs))
