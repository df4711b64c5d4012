"""The shown part, saved as Turtle: it is in the graph word for word, and stands by itself."""

import re

import pytest
import rdflib
from browsing import Watched, saved

from kg.graph.ontology import ontology_files, shapes_file
from kg.rdf import validate
from kg.view import Selection, page

WIKIDATA = rdflib.URIRef("https://www.wikidata.org/")


def selection(browser, address, place):
    """The triples that the page at an address gives, as a file and as a set."""
    watched = Watched(browser, address)
    place.write_bytes(saved(watched.page, "#take-turtle").read_bytes())
    watched.close()
    return set(rdflib.Graph().parse(place))


def test_everything_shown_is_the_graph_itself(browser, seeds, tmp_path):
    """It is but for the description of the graph as a whole, of which a selection is a part."""
    found = selection(browser, f"{seeds.address}#not=&hide=", tmp_path / "all.ttl")
    whole = set(rdflib.Graph().parse(seeds.folder / "graph.ttl"))
    of_all = {triple for triple in whole if re.search("/(dataset|software)/", triple[0])}
    # Of gazetteers, only those that a fact comes from are in a selection.
    needed = {triple[2] for triple in whole - of_all}
    unneeded = {each for each in whole if each[0] == WIKIDATA and WIKIDATA not in needed}
    assert of_all
    assert found == whole - of_all - unneeded


@pytest.mark.parametrize(
    "choice", ["", "#hide=article+event&without=schema%3Achildren", "#not=Asserted&hide=person"]
)
def test_a_selection_is_a_valid_part_of_the_graph(browser, seeds, tmp_path, choice):
    found = selection(browser, seeds.address + choice, tmp_path / "part.ttl")
    assert found < set(rdflib.Graph().parse(seeds.folder / "graph.ttl"))
    assert validate(tmp_path / "part.ttl", shapes_file(), ontology_files(())) == []


def test_a_page_of_a_part_carries_that_part_only(browser, seeds, tmp_path):
    part = tmp_path / "part.html"
    part.write_text(
        page(seeds.folder, selection=Selection(focus=seeds.place.name, depth=1)), "utf-8"
    )
    found = selection(browser, f"{part.as_uri()}#not=&hide=", tmp_path / "part.ttl")
    assert set() < found < set(rdflib.Graph().parse(seeds.folder / "graph.ttl"))
    assert validate(tmp_path / "part.ttl", shapes_file(), ontology_files(())) == []


def test_the_graph_that_a_page_carries_is_the_same_every_time(tmp_path):
    """Nodes in brackets get random names, and prefixes any order."""
    path = tmp_path / "others.ttl"
    path.write_text(
        '@prefix s: <https://schema.org/> . <http://e/a> a s:Person ; s:name "A, B\\n\\"C\\" ; ." ;'
        " s:knows [ a s:Person ] ."
    )
    assert page(path) == page(path)
