"""Paths: all of the shortest that say something, step by step with their sentences."""

import pytest
from browsing import Watched, counts, find
from playwright.sync_api import expect

from kg.view import write_page

LINKS = (
    ("ada", "schema:worksFor", "globex"),
    ("ada", "schema:worksFor", "hooli"),
    ("globex", "schema:owns", "initech"),
    ("hooli", "schema:owns", "initech"),
    ("bo", "schema:worksFor", "initech"),
    ("ada", "schema:nationality", "peru"),
    ("bo", "schema:nationality", "peru"),
    ("cy", "schema:nationality", "chile"),
)
PREFIXES = """@prefix schema: <https://schema.org/> . @prefix d: <http://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
d:news a schema:NewsArticle, nif:Context ; rdfs:label "News" ; schema:headline "News" .
d:atlas a prov:Entity ; rdfs:label "An atlas" .
d:ada a schema:Person ; rdfs:label "Ada" . d:bo a schema:Person ; rdfs:label "Bo" .
d:cy a schema:Person ; rdfs:label "Cy" .
d:globex a schema:Organization ; rdfs:label "Globex" . d:hooli a schema:Organization ; rdfs:label "Hooli" .
d:initech a schema:Organization ; rdfs:label "Initech" .
d:peru a schema:Place ; rdfs:label "Peru" . d:chile a schema:Place ; rdfs:label "Chile" .
d:border a rdf:Statement ; rdf:subject d:peru ; rdf:predicate kg:bordersOn ; rdf:object d:chile ;
    kg:factuality kg:Asserted ; kg:confidence 1.0 ; prov:wasDerivedFrom d:atlas .
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("paths")
    blocks = [PREFIXES]
    for at, (subject, predicate, value) in enumerate(LINKS):
        blocks.append(
            f"d:s{at} a rdf:Statement ; rdf:subject d:{subject} ; rdf:predicate {predicate} ; "
            f"rdf:object d:{value} ; kg:factuality kg:Asserted ; kg:confidence 0.9 ; "
            f"kg:sourceCount 1 ; prov:wasDerivedFrom d:p{at} .\n"
            f"d:p{at} a nif:RFC5147String ; nif:referenceContext d:news ; nif:beginIndex {at} ; "
            f'nif:endIndex {at + 1} ; nif:anchorOf "Sentence {at}." .\n'
        )
    (folder / "graph.ttl").write_text("".join(blocks), "utf-8")
    return write_page(folder).as_uri()


@pytest.fixture
def page(browser, address):
    watched = Watched(browser, address)
    yield watched.page
    watched.close()


def between(page, start, end):
    find(page, start)
    page.get_by_role("button", name="Path to …").click()
    find(page, end)


def test_all_shortest_paths_are_shown_but_none_through_a_country(page):
    between(page, "Ada", "Bo")
    expect(page.locator("#focus")).to_contain_text("The 2 shortest paths from Ada to Bo")
    assert counts(page)[0] == 5
    expect(page.locator("#panel")).not_to_contain_text("Peru")


def test_the_panel_tells_a_path_step_by_step_with_sentences(page):
    between(page, "Ada", "Bo")
    steps = page.locator("#panel section")
    expect(steps).to_have_count(3)
    expect(steps.nth(0)).to_contain_text("Ada works for Globex")
    expect(steps.nth(0)).to_contain_text("Sentence 0.")
    expect(steps.nth(0)).to_contain_text("Ada works for Hooli")
    expect(steps.nth(1)).to_contain_text("Sentence 3.")
    expect(steps.nth(2)).to_contain_text("Bo works for Initech")
    steps.nth(2).locator(".thing", has_text="Initech").click()
    expect(page.locator("#panel h2")).to_have_text("Initech")
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#panel h2")).to_have_text("Ada – Bo")


def test_a_path_through_countries_is_shown_where_there_is_no_other(page):
    between(page, "Ada", "Cy")
    expect(page.locator("#focus")).to_contain_text("There is no path from Ada to Cy")
    page.locator("#reset").click()
    page.locator("#filters > summary").click()
    page.get_by_label("world knowledge").check()
    page.locator("#filters > summary").click()
    between(page, "Ada", "Cy")
    expect(page.locator("#focus")).to_contain_text("The shortest path from Ada to Cy")
    expect(page.locator("#panel section")).to_have_count(3)
