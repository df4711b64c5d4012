"""Things to take along from the page: pictures, Turtle, a query, a link, paper."""

import re
import xml.etree.ElementTree as ET

import pytest
from browsing import Watched, counts, find, open_filters, saved
from playwright.sync_api import expect
from rdf_samples import GRAPH_WITH_IMPLIED, written

from kg.query import ask
from kg.rdf import open_graph
from kg.view import write_page
from kg.view.load import read_model
from kg.vocabulary.prefixes import expand

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_saved_as_png_and_svg_with_the_names_that_are_seen(opened):
    assert saved(opened, "#take-png").read_bytes().startswith(b"\x89PNG")
    drawing = ET.parse(saved(opened, "#take-svg")).getroot()
    letters = [text.text for text in drawing.iter(f"{SVG}text")]
    assert "Mara Dahlgren" in letters
    assert any(letter.startswith("</script><script>") for letter in letters)
    shapes = [path for path in drawing.iter(f"{SVG}path") if path.get("transform")]
    assert len(shapes) == counts(opened)[0]
    assert len([path for path in drawing.iter(f"{SVG}path") if path.get("fill") == "none"]) > 8


def facts_of(content):
    return {
        (
            f.subject,
            f.predicate,
            f.object,
            f.value,
            f.role,
            f.qualifiers,
            f.evidence and f.evidence.factuality,
        )
        for f in content.facts
    }


def test_what_is_shown_is_saved_as_turtle_that_tells_the_same(opened, told, ontology, tmp_path):
    open_filters(opened)
    opened.get_by_label("world knowledge").check()
    opened.keyboard.press("Escape")
    (tmp_path / "again.ttl").write_bytes(saved(opened, "#take-turtle").read_bytes())
    again = read_model(tmp_path / "again.ttl", ontology)
    assert facts_of(again) == facts_of(told)
    passages = {p for f in told.facts if f.evidence for p in f.evidence.passages}
    assert {p for f in again.facts if f.evidence for p in f.evidence.passages} == passages
    for before, after in zip(told.things, again.things, strict=True):
        assert (after.iri, after.name, after.kind, after.aliases, after.links, after.point) == (
            *(before.iri, before.name, before.kind, before.aliases),
            *(before.links, before.point),
        )
    assert [(q.text, q.speaker, q.addressee) for q in again.quotations] == [
        (q.text, q.speaker, q.addressee) for q in told.quotations
    ]


def test_only_what_is_shown_is_saved(opened, ontology, tmp_path):
    find(opened, "Tove Dahlgren")
    opened.locator(".focus-buttons button", has_text="1").click()
    (tmp_path / "part.ttl").write_bytes(saved(opened, "#take-turtle").read_bytes())
    names = {
        thing.name
        for thing in read_model(tmp_path / "part.ttl", ontology).things
        if thing.kind != "article"
    }
    assert names == {"Tove Dahlgren", "Mara Dahlgren", "Zoë Šimić"}


CHOICES = {
    "the beginning": "",
    "everything": "#not=",
    "sure": "#confidence=0.85",
    "by two articles": "#articles=2",
    "without places": "#hide=place",
    "without a relation": "#without=schema%3Achildren",
    "of one outlet": "#without-outlets=The%2520Vesterland%2520Post",
    "of one day": "#published=2031-03-05+2031-03-05",
    "a neighbourhood": "#around=1+person%2Fmara-dahlgren",
}


def pairs_shown(page):
    """Return the two ends of every fact in the table, in order of name."""
    page.locator("#tab-facts").click()
    rows = page.locator("#view-facts tbody tr").all()
    cells = [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]
    return {frozenset((cell[0], cell[2])) for cell in cells}


@pytest.mark.parametrize("name", CHOICES)
def test_the_filters_as_sparql_give_the_facts_that_are_shown(browser, address, sample, name):
    watched = Watched(browser, address + CHOICES[name])
    page = watched.page
    page.locator("#take > summary").click()
    page.locator("#take-sparql").click()
    query = page.locator("#text textarea").input_value()
    page.keyboard.press("Escape")
    store = open_graph(sample)
    names = {
        row["s"].value: row["n"].value
        for row in ask(store, "SELECT ?s ?n { ?s rdfs:label|schema:headline ?n }")
    }

    def called(term):
        return " ".join(names.get(term.value, term.value)[:159].split()).removesuffix(" ")

    found = {
        frozenset((called(row["subject"]), called(row["object"]))) for row in ask(store, query)
    }
    shown = {
        frozenset(" ".join(end.removesuffix("…").split()) for end in pair)
        for pair in pairs_shown(page)
    }
    assert found == shown
    watched.close()


def test_the_query_leaves_out_what_a_shown_fact_implies(browser, tmp_path):
    folder = written(tmp_path, GRAPH_WITH_IMPLIED)
    watched = Watched(browser, write_page(folder).as_uri())
    watched.page.locator("#take > summary").click()
    watched.page.locator("#take-sparql").click()
    query = watched.page.locator("#text textarea").input_value()
    ends = [
        "urn:newskg:local/person/ada-quist",
        "urn:newskg:local/organization/brightwater",
    ]
    found = [
        row
        for row in ask(open_graph(folder), query)
        if [row["subject"].value, row["object"].value] == ends
    ]
    assert [row["relation"].value for row in found] == [expand("kg:leads")]
    watched.close()


def test_the_query_can_be_copied_and_the_link_leads_here(opened):
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    find(opened, "Ostvik")
    opened.locator("#take > summary").click()
    opened.locator("#take-link").click()
    link = opened.locator("#text textarea").input_value()
    assert link.startswith(opened.url.rpartition("/")[2])
    opened.locator("#text").get_by_role("button", name="Copy").click()
    expect(opened.locator("#text [role=status]")).to_have_text(re.compile("Copied|Marked"))


def test_the_picture_on_paper_is_of_letters_and_keeps_its_form(opened):
    opened.evaluate(
        """() => { const take = () => { window.seen = document.querySelectorAll('.on-paper text').length; };
        addEventListener('beforeprint', take); }"""
    )
    assert opened.pdf(landscape=True).startswith(b"%PDF")
    assert opened.evaluate("window.seen") > 5
    expect(opened.locator(".on-paper")).to_have_count(0)
    opened.emulate_media(media="print", color_scheme="dark")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    for width, height in ((1100, 760), (760, 1100)):
        opened.set_viewport_size({"width": width, "height": height})
        drawn = opened.locator(".on-paper")
        box = drawn.bounding_box()
        letter = drawn.locator("text").first.bounding_box()
        assert box["width"] <= width and letter["height"] > 8
        scales = drawn.evaluate("it => { const {a, d} = it.getScreenCTM(); return [a, d]; }")
        assert scales[0] == pytest.approx(scales[1])
    assert not opened.locator("#picture").is_visible()
    inks = set(
        drawn.locator("text").evaluate_all("all => all.map(it => getComputedStyle(it).fill)")
    )
    assert inks <= {"rgb(0, 0, 0)", "rgb(68, 68, 68)"}


def test_paper_gets_the_picture_and_the_panel_but_no_buttons(opened):
    find(opened, "Mara Dahlgren")
    opened.emulate_media(media="print", color_scheme="dark")
    for gone in ("#filters", "#search", "#back", ".views", ".zoom"):
        expect(opened.locator(gone).first).to_be_hidden()
    expect(opened.locator("#panel h2")).to_be_visible()
    assert (
        opened.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    )
    assert opened.pdf().startswith(b"%PDF")
