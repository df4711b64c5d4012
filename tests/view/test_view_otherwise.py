"""What others tell otherwise, what changed, how many sources are independent, and stories."""

from pathlib import Path

import pytest
from browsing import Watched, find, open_filters
from graphs import Case
from playwright.sync_api import expect

from kg.view import write_page
from kg.view.load import read_model

SAID = Path(__file__).parent / "said" / "graph.ttl"
# Two tolls, two who lead a firm one after the other, and a story of two articles.
MORE = """
d:crash a sem:Event ; rdfs:label "Bus crash near Lima" ; sem:hasPlace d:lima ;
    kg:quantity d:few, d:many, d:buses ; kg:factuality kg:Asserted ; kg:confidence 0.9 ;
    kg:sourceCount 2 ; prov:wasDerivedFrom d:p1, d:p2 .
d:few a schema:QuantitativeValue ; schema:value 12 ; schema:unitText "dead" .
d:many a schema:QuantitativeValue ; schema:value 15 ; schema:unitText "dead" .
d:buses a schema:QuantitativeValue ; schema:value 2 ; schema:unitText "bus" .
d:t1 a rdf:Statement ; rdf:subject d:crash ; rdf:predicate kg:quantity ; rdf:object d:few ;
    kg:contradicts d:t2 ; kg:factuality kg:Asserted ; kg:confidence 0.9 ; kg:sourceCount 1 ;
    prov:wasAttributedTo d:hooli ; prov:wasDerivedFrom d:p1 .
d:t2 a rdf:Statement ; rdf:subject d:crash ; rdf:predicate kg:quantity ; rdf:object d:many ;
    kg:contradicts d:t1 ; kg:factuality kg:Reported ; kg:confidence 0.9 ; kg:sourceCount 1 ;
    prov:wasDerivedFrom d:p2, d:p3 .
d:l1 a rdf:Statement ; rdf:subject d:ada ; rdf:predicate kg:leads ; rdf:object d:initech ;
    kg:factuality kg:Asserted ; kg:confidence 0.9 ; kg:sourceCount 1 ; prov:wasDerivedFrom d:p1 .
d:l2 a rdf:Statement ; rdf:subject d:bo ; rdf:predicate kg:leads ; rdf:object d:initech ;
    kg:supersedes d:l1 ; kg:factuality kg:Asserted ; kg:confidence 0.9 ; kg:sourceCount 1 ;
    prov:wasDerivedFrom d:p3 .
d:crash-again a sem:Event ; rdfs:label "Bus crash of Lima" ; kg:contradicts d:crash ;
    kg:mergeReason "one-story:0.42", "one-story:0.91", "shared-participants" ;
    kg:factuality kg:Asserted ; kg:confidence 0.9 ; kg:sourceCount 1 ; prov:wasDerivedFrom d:p3 .
d:crash kg:contradicts d:crash-again .
d:later a kg:Story ; rdfs:label "Late news" ; schema:hasPart d:late .
d:story a kg:Story ; rdfs:label "A crash and its toll" ; schema:hasPart d:north, d:south ;
    kg:tells d:crash ; schema:startDate "2031-03-04"^^xsd:date ;
    schema:endDate "2031-03-05"^^xsd:date .
"""


@pytest.fixture(scope="module")
def disputed(tmp_path_factory, ontology) -> Case:
    folder = tmp_path_factory.mktemp("disputed")
    (folder / "graph.ttl").write_text(SAID.read_text("utf-8") + MORE, "utf-8")
    return Case(write_page(folder).as_uri(), folder, read_model(folder, ontology))


@pytest.fixture
def page(browser, disputed):
    watched = Watched(browser, disputed.address)
    yield watched.page
    watched.close()


def test_facts_name_those_that_contradict_them_and_those_they_replace(disputed):
    facts = disputed.content.facts
    number = {fact.statement.rpartition("/")[2]: at for at, fact in enumerate(facts)}
    few, many, before, after = (facts[number[name]] for name in ("t1", "t2", "l1", "l2"))
    assert (few.value, few.object, few.against) == ("12 dead", "", (number["t2"],))
    assert (many.value, many.against, many.replaced) == ("15 dead", (number["t1"],), ())
    assert (before.against, before.replaced) == ((), ())
    assert after.replaced == (number["l1"],)


def test_an_amount_that_is_told_by_a_statement_is_no_attribute(disputed):
    (crash,) = (thing for thing in disputed.content.things if thing.name == "Bus crash near Lima")
    assert crash.attributes == (("amount", "2 bus"),)


def test_the_panel_says_who_tells_another_number(page):
    find(page, "Bus crash")
    told = page.locator("#panel li.fact", has_text="12 dead").first
    expect(told.locator(".otherwise")).to_contain_text(
        "Told otherwise: Bus crash near Lima has the figure 15 dead"
        " – South Post · 5 March 2031; South Post · 6 March 2031"
    )
    other = page.locator("#panel li.fact", has=page.locator("p strong", has_text="15 dead")).first
    expect(other.locator(".otherwise")).to_contain_text("12 dead – Hooli; North Post · 4 March")
    other.locator(".otherwise .open").click()
    expect(page.locator("#panel h2")).to_have_text("Bus crash near Lima has the figure 12 dead")
    expect(page.locator("#panel .otherwise")).to_contain_text("15 dead")


def test_the_panel_says_what_was_before_and_what_came_later(page):
    find(page, "Ada Lund")
    led = page.locator("#panel li.fact", has_text="leads").first
    expect(led.locator(".otherwise")).to_contain_text("Later: Bo Berg leads Initech")
    find(page, "Bo Berg")
    leads = page.locator("#panel li.fact", has_text="leads").first
    expect(leads.locator(".otherwise")).to_contain_text("Before: Ada Lund leads Initech")


def test_what_the_filters_leave_out_is_not_told_as_otherwise_either(page):
    find(page, "Bus crash")
    expect(page.locator("#panel .otherwise")).to_have_count(2)
    open_filters(page)
    page.locator("#factualities label", has_text="reported").locator("input").uncheck()
    expect(page.locator("#panel")).to_contain_text("12 dead")
    expect(page.locator("#panel .otherwise")).to_have_count(0)


def test_copies_are_told_apart_from_independent_sources(page):
    find(page, "Bus crash")
    footings = page.locator("#panel section", has_text="Facts").locator(".footing")
    expect(footings.filter(has_text="2 articles, 1 independent source")).to_have_count(1)
    find(page, "Ada Lund")
    works = page.locator("#panel li.fact", has_text="works for").locator(".footing").first
    expect(works).to_contain_text("2 articles")
    expect(works).not_to_contain_text("independent")


def test_a_story_tells_its_days_articles_and_events(page):
    find(page, "A crash and its toll")
    panel = page.locator("#panel")
    expect(panel.locator(".kind").first).to_contain_text("story")
    for words in (
        "first article4 March 2031",
        "last article5 March 2031",
        "A crash and its toll tells of Bus crash near Lima",
    ):
        expect(panel).to_contain_text(words)
    articles = panel.locator("section", has_text="Articles").locator("li")
    expect(articles).to_have_text(
        ["News from Lima North Post · 4 March 2031", "Globex again South Post · 5 March 2031"]
    )
    expect(panel.locator("section", has_text="Facts")).not_to_contain_text("has the article")
    panel.locator(".thing", has_text="Bus crash").first.click()
    expect(panel.locator("h2")).to_have_text("Bus crash near Lima")


def test_stories_are_listed_first_and_are_no_things_of_the_picture(page):
    kinds = page.evaluate(
        "[...document.querySelectorAll('#legend [data-kind]')].map(it => it.dataset.kind)"
    )
    assert "other" not in kinds
    expect(page.locator("#legend [data-kind=story]")).to_have_attribute("aria-pressed", "false")
    page.locator("#tab-story").click()
    stories = page.locator(".in-short section", has_text="Stories").locator("li")
    expect(stories).to_have_text(
        [
            "A crash and its toll 2 articles, 4 March 2031 to 5 March 2031",
            "Late news 1 article, 6 March 2031",
        ]
    )
    stories.first.locator(".thing").click()
    expect(page.locator("#panel h2")).to_have_text("A crash and its toll")


def test_two_events_that_do_not_fit_are_linked_once_and_reasons_are_words(disputed):
    model = disputed.content
    apart = [fact for fact in model.facts if fact.predicate == "kg:contradicts"]
    assert [(fact.subject, fact.object) for fact in apart] == [
        ("http://example.org/crash", "http://example.org/crash-again")
    ]
    again = next(thing for thing in model.things if thing.iri.endswith("crash-again"))
    assert again.attributes == (
        ("one thing because", "told in articles of one story (0.91 sure)"),
        ("one thing because", "the same people or places take part"),
    )
