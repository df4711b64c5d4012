"""What is shown as files for others: tables with sentences, a network, a picture to publish."""

import csv
import re
import struct
import xml.etree.ElementTree as ET

import networkx as nx
from browsing import counts, find
from playwright.sync_api import expect

GEXF = "{http://gexf.net/1.3}"
SVG = "{http://www.w3.org/2000/svg}"


def taken(page, button):
    """Return the name of a file that a button of the menu gives, and where it is."""
    page.locator("#take > summary").click()
    with page.expect_download() as download:
        page.locator(button).click()
    return download.value.suggested_filename, download.value.path()


def rows(path):
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_facts_are_saved_with_their_sentences_where_these_stand_and_iris(opened):
    name, path = taken(opened, "#take-facts")
    assert name == "Knowledge graph of 2 articles - facts.csv"
    found = rows(path)
    assert len(found) == counts(opened)[1]
    [parent] = [row for row in found if row["Relation"] == "is a parent of"]
    assert parent["Sentence"].startswith("Tove, the daughter of Trade Minister Mara Dahlgren")
    assert parent["More sentences"] == "Dahlgren came with her daughter Tove, who is three."
    assert parent["Outlet"] == "Sund Courier"
    assert parent["Published"] == "2031-03-04"
    assert parent["Relation IRI"] == "https://schema.org/children"
    assert parent["Object IRI"].endswith("/person/tove-dahlgren")


def test_things_are_saved_with_places_and_iris(opened):
    found = {row["Thing"]: row for row in rows(taken(opened, "#take-things")[1])}
    assert found["Ostvik"]["Latitude"] == "61.5"
    assert found["Ostvik"]["IRI"].endswith("/place/ostvik")
    assert found["Tove Dahlgren"]["Also called"] == "Tove"


def test_formulas_of_spreadsheets_are_text(opened):
    text = taken(opened, "#take-things")[1].read_text("utf-8-sig")
    assert not re.search(r'(^|,)"[=+@-]', text, re.MULTILINE)


def test_the_network_has_the_things_and_lines_that_are_shown(opened):
    find(opened, "Tove Dahlgren")
    opened.locator(".focus-buttons button", has_text="1").click()
    name, path = taken(opened, "#take-gexf")
    assert name == "Knowledge graph of 2 articles.gexf"
    graph = ET.parse(path).getroot()
    labels = {node.get("id"): node.get("label") for node in graph.iter(f"{GEXF}node")}
    assert set(labels.values()) == {"Tove Dahlgren", "Mara Dahlgren", "Zoë Šimić"}
    edges = {
        (labels[edge.get("source")], edge.get("label"), labels[edge.get("target")])
        for edge in graph.iter(f"{GEXF}edge")
    }
    assert ("Mara Dahlgren", "is a parent of", "Tove Dahlgren") in edges
    values = [value.get("value") for value in graph.iter(f"{GEXF}attvalue")]
    assert "Tove, the daughter of Trade Minister Mara Dahlgren, came to meet them." in values


def test_the_network_is_read_as_graphml_by_networkx(opened):
    find(opened, "Tove Dahlgren")
    opened.locator(".focus-buttons button", has_text="1").click()
    name, path = taken(opened, "#take-graphml")
    assert name == "Knowledge graph of 2 articles.graphml"
    graph = nx.read_graphml(path, force_multigraph=True)
    labels = dict(graph.nodes(data="label"))
    assert set(labels.values()) == {"Tove Dahlgren", "Mara Dahlgren", "Zoë Šimić"}
    [told] = [data for *_, data in graph.edges(data=True) if data["label"] == "is a parent of"]
    assert (
        told["sentence"] == "Tove, the daughter of Trade Minister Mara Dahlgren, came to meet them."
    )
    assert isinstance(told["confidence"], float)
    [(one, other)] = [
        (s, o) for s, o, label in graph.edges(data="label") if label == "is a parent of"
    ]
    assert (labels[one], labels[other]) == ("Mara Dahlgren", "Tove Dahlgren")
    things = {data["iri"].rpartition("/")[2] for _, data in graph.nodes(data=True)}
    assert "tove-dahlgren" in things
    assert graph.number_of_edges() <= counts(opened)[1]


def test_names_that_xml_cannot_hold_do_not_break_the_network(opened):
    every = nx.read_graphml(taken(opened, "#take-graphml")[1])
    assert every.number_of_nodes() == counts(opened)[0]
    graph = ET.parse(taken(opened, "#take-gexf")[1]).getroot()
    assert len(list(graph.iter(f"{GEXF}node"))) == counts(opened)[0]


def test_a_picture_says_what_it_shows_and_where_it_is_from(opened):
    drawing = ET.parse(taken(opened, "#take-svg")[1]).getroot()
    letters = [text.text for text in drawing.iter(f"{SVG}text")]
    assert letters[-1] == (
        "Source: 2 articles · Sund Courier, The Vesterland Post · 4 March 2031 to 5 March 2031"
    )
    for words in ("Knowledge graph of 2 articles", "people", "reported"):
        assert words in letters


def test_a_picture_of_pixels_is_fine_enough_for_print(opened):
    data = taken(opened, "#take-png")[1].read_bytes()
    width, _ = struct.unpack(">II", data[16:24])
    seen = opened.locator("#picture").bounding_box()["width"]
    assert width == round(seen * 2.5)


def test_the_menu_closes_after_saving(opened):
    taken(opened, "#take-things")
    expect(opened.locator("#take-things")).to_be_hidden()
