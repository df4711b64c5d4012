"""The facts shown are the facts asked, in every view and in the panel, by SPARQL on the graph."""

import re
from pathlib import Path

import pytest
from asked import (
    STATES,
    State,
    events_asked,
    events_of_timeline,
    facts_asked,
    facts_of_panel,
    facts_of_table,
    letters,
    lines,
    of_manner,
)
from browsing import Watched, counts, find, open_filters, saved
from graphs import Case
from playwright.sync_api import expect

from kg.query import ask
from kg.rdf import open_graph
from kg.view import write_page
from kg.view.load import read_model

SAID = Path(__file__).parent / "said"
SIGNING, PLANS = (
    "http://example.org/e6",
    "http://example.org/e7",
)  # events of its graph: denied; planned
DENIED = State("", "?told kg:factuality kg:Denied")
SPOKEN = State("", "VALUES ?kind { kg:Communication kg:PublicStatement } ?told a ?kind")
STRUCK = """() => [...document.querySelectorAll('body *')]
    .filter(it => getComputedStyle(it).textDecorationLine.includes('line-through'))
    .map(it => it.innerText)"""


def ready(page):
    """Open the filters; they are built when they are first opened."""
    if not page.locator("#filters[open]").count():
        open_filters(page)
    expect(page.locator("#articles-count")).not_to_be_empty()


def only(page, manner):
    """Choose one way of saying alone."""
    ready(page)
    page.locator("#factualities .with-only", has_text=manner).get_by_role("button").click()


def tick_denied(page, ticked=True):
    ready(page)
    box = page.locator("#factualities label", has_text="denied").locator("input")
    box.set_checked(ticked)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory, ontology):
    """Facts said in every way, by none, one and two articles, and by an atlas too or alone."""
    place = write_page(SAID, tmp_path_factory.mktemp("said") / "graph.html")
    return Case(place.as_uri(), SAID, read_model(SAID, ontology))


@pytest.fixture(scope="module")
def sampled(address, sample, told):
    return Case(address, sample, told)


@pytest.fixture(params=["made_up", "seeds", "sampled"])
def case(request) -> Case:
    return request.getfixturevalue(request.param)


@pytest.fixture
def said(browser, made_up):
    watched = Watched(browser, made_up.address)
    yield watched.page
    watched.close()


@pytest.mark.parametrize("name", STATES)
def test_the_facts_and_events_shown_are_those_asked_in_every_view(browser, case, name):
    state = STATES[name](case)
    watched = Watched(browser, f"{case.address}#{state.fragment}")
    page = watched.page
    rows = facts_of_table(page, case)
    assert {frozenset(row) for row in rows} == facts_asked(case, state)
    assert events_of_timeline(page, case) == events_asked(case, state)
    iris = {thing.iri for thing in case.content.things}
    assert lines(page) == sum(end in iris for _, end in rows)
    assert counts(page)[1] == len(rows)
    things = {end for row in rows for end in row if end in iris} | events_asked(case, state)
    assert counts(page)[0] == len(things), "what has lost all its facts goes"
    watched.close()


def events_as_member(case: Case) -> dict[str, set[str]]:
    """The events in which each thing takes part by its group, which facts of its own say."""
    events: dict[str, set[str]] = {}
    for fact in case.content.facts:
        if fact.predicate == "kg:participatesAsMember":
            events.setdefault(fact.subject, set()).add(fact.object)
    return events


@pytest.mark.parametrize("name", ["two articles", "sure", "denied", "one outlet"])
def test_the_panel_tells_the_facts_asked_and_no_others(browser, case, name):
    state = STATES[name](case)
    watched = Watched(browser, f"{case.address}#{state.fragment}")
    page = watched.page
    things = {thing.iri for thing in case.content.things}
    events = {thing.iri for thing in case.content.things if thing.kind == "event"}
    asked = facts_asked(case, state)
    as_member = events_as_member(case)
    chosen = [
        thing for kind in ("person", "organisation", "place") for thing in case.things(kind)[:2]
    ]
    for thing in chosen:
        find(page, thing.name)
        expect(page.locator("#panel h2")).to_have_text(" ".join(thing.name.split()))
        others = {end for pair in asked if thing.iri in pair for end in pair - {thing.iri}}
        of_facts, of_events = facts_of_panel(page, case)
        assert of_facts | of_events == others & things, thing.name
        assert of_events <= events, thing.name
        assert of_facts <= things - events | as_member.get(thing.iri, set()), thing.name
    watched.close()


@pytest.mark.parametrize(
    "around", ["around=2+ada", "around=1+ada&and=peru", "around=0+ada&to=peru"]
)
@pytest.mark.parametrize("name", STATES)
def test_a_neighbourhood_and_a_path_are_of_facts_asked(browser, made_up, name, around):
    state = STATES[name](made_up)
    watched = Watched(browser, f"{made_up.address}#{state.fragment}&{around}")
    assert {frozenset(row) for row in facts_of_table(watched.page, made_up)} <= facts_asked(
        made_up, state
    )
    assert events_of_timeline(watched.page, made_up) <= events_asked(made_up, state)
    watched.close()


@pytest.mark.parametrize(
    ("name", "places"), [("two articles", ["Cusco", "Lima", "Peru"]), ("denied", [])]
)
def test_the_map_lists_the_places_of_facts_asked(browser, made_up, name, places):
    watched = Watched(browser, f"{made_up.address}#{STATES[name](made_up).fragment}&view=map")
    expect(watched.page.locator("#view-map .thing")).to_have_text(places)
    watched.close()


def test_the_query_gives_what_is_shown_for_every_state(browser, made_up):
    store = open_graph(made_up.folder)
    states = [state(made_up).fragment for state in STATES.values()]
    for fragment in [*states, "not=", "", "hide=talk+event&not="]:
        watched = Watched(browser, f"{made_up.address}#{fragment}")
        page = watched.page
        page.locator("#take > summary").click()
        page.locator("#take-sparql").click()
        query = page.locator("#text textarea").input_value()
        page.keyboard.press("Escape")
        found = {(row["subject"].value, row["object"].value) for row in ask(store, query)}
        assert found == set(facts_of_table(page, made_up)), fragment
        watched.close()


def test_how_much_is_left_is_exact(said):
    """Two articles each say: works for, lies in Peru, owns Hooli, a denied signing, three roles."""
    ready(said)
    said.locator("#articles").fill("2")
    assert counts(said) == (9, 7)
    expect(said.locator("#articles-count")).to_have_text("7")
    tick_denied(said, False)
    assert counts(said) == (7, 6)


def test_what_only_an_atlas_says_is_a_choice_of_its_own(said):
    things, facts = counts(said)
    ready(said)
    box = said.get_by_label("world knowledge")
    expect(said.locator("#world .count")).to_have_text("1")
    box.check()
    assert counts(said)[1] == facts + 1
    said.reload()
    assert counts(said)[1] == facts + 1
    ready(said)
    said.get_by_label("world knowledge").uncheck()
    assert counts(said) == (things, facts)


def test_where_all_is_said_by_articles_there_is_no_choice_of_world_knowledge(browser, big):
    watched = Watched(browser, big.address)
    ready(watched.page)
    expect(watched.page.locator("#world")).to_be_hidden()
    watched.close()


@pytest.mark.parametrize("name", ["made_up", "seeds"])
def test_denied_shows_the_denied_acts_of_speaking_too(browser, name, request):
    case = request.getfixturevalue(name)
    denied = events_asked(case, DENIED)
    assert denied & events_asked(case, SPOKEN), "the graph has such an act"
    watched = Watched(browser, case.address)
    page = watched.page
    before = events_of_timeline(page, case)
    assert before >= denied
    tick_denied(page, False)
    assert events_of_timeline(page, case) == before - denied
    only(page, "denied")
    assert events_of_timeline(page, case) == denied
    assert {frozenset(row) for row in facts_of_table(page, case)} == facts_asked(case, DENIED)
    watched.close()


def test_only_one_way_of_saying_brings_its_acts_of_speaking_along(said, made_up):
    only(said, "reported")
    acts = said.locator("#legend button", has_text="acts of speaking")
    expect(acts).to_have_attribute("aria-pressed", "true")
    assert events_of_timeline(said, made_up) == events_asked(made_up, of_manner("Reported"))


def test_acts_of_speaking_that_did_not_take_place_are_no_such_acts(said, made_up):
    expect(said.locator("#legend button", has_text="acts of speaking")).to_contain_text("4")
    assert PLANS in events_of_timeline(said, made_up), "planned, so no quotation tells the same"


def test_denials_stand_in_words_in_the_picture(said):
    tick_denied(said)
    assert letters(said).count("(a denial)") == 2
    find(said, "Globex")
    assert "denied: owns" in letters(said)


def test_denials_stand_in_words_in_the_panel_and_the_timeline(said):
    tick_denied(said)
    find(said, "Globex")
    denied = said.locator("#panel .sentence", has_text="denied")
    expect(denied).to_have_text("It is denied that Globex owns Initech")
    report = said.locator("#panel li.fact", has_text="does not report")
    expect(report.locator("p").first).to_have_text(
        "Globex does not report losses (a denial) (done by)"
    )
    said.locator("#tab-timeline").click()
    expect(said.locator("#view-timeline .step", has_text="signs it")).to_have_text(
        "signs it a denial, 2 articles"
    )


def test_struck_through_means_hidden_and_nothing_else(said):
    tick_denied(said)
    find(said, "Globex")
    for view in ("graph", "timeline", "facts"):
        said.locator(f"#tab-{view}").click()
        hidden = said.locator("#legend button[aria-pressed=false]").all_inner_texts()
        assert len(hidden) == 1, "acts of speaking"
        assert said.evaluate(STRUCK) == hidden


def test_the_panel_says_how_much_the_filters_leave_out_and_leads_there(said):
    find(said, "Ada Lund")
    note = said.locator("#panel .left-out")
    expect(note).to_contain_text("The filters leave out 3 of 7 facts")
    note.get_by_role("button").click()
    expect(note).to_have_count(0)
    assert counts(said) == (23, 20)
    ready(said)
    said.locator("#articles").fill("2")
    expect(note).to_contain_text("The filters leave out 4 of 7 facts")
    said.locator("#articles").fill("0")
    expect(note).to_have_count(0)


def test_what_is_chosen_by_name_says_that_the_filters_leave_it_out(said, made_up):
    tick_denied(said, False)
    said.locator("#search").fill("signs it")
    expect(said.locator("#results")).to_contain_text("left out by the filters")
    said.locator("#search").press("Enter")
    expect(said.locator("#panel .left-out")).to_contain_text("The filters leave this out")
    expect(said.locator("#panel .kind").first).to_contain_text("a denial")
    assert SIGNING not in events_of_timeline(said, made_up)
    said.locator("#panel .left-out button").click()
    assert SIGNING in events_of_timeline(said, made_up)
    said.locator("#search").fill("signs it")
    expect(said.locator("#results")).not_to_contain_text("left out")


def test_quotations_passages_and_articles_of_the_panel_obey(browser, made_up):
    watched = Watched(browser, f"{made_up.address}#without-outlets=South%2520Post")
    panel = watched.page.locator("#panel")
    find(watched.page, "Ada Lund")
    expect(panel).to_contain_text("Lima is lovely")
    expect(panel).not_to_contain_text("Globex is great")
    expect(panel).to_contain_text("works for Globex")
    expect(panel).to_contain_text("northern words")
    expect(panel).not_to_contain_text("southern words")
    watched.close()


def test_the_overview_lists_and_counts_what_is_left(browser, made_up):
    watched = Watched(browser, f"{made_up.address}#articles=2")
    people = watched.page.locator("#panel section", has_text="people").locator("li")
    expect(people).to_have_text([re.compile(r"Ada Lund\s*3")])
    watched.close()


def test_things_stay_when_only_a_kind_is_hidden(said):
    """People tied through events alone stay when events are hidden: no facts were chosen."""
    things = counts(said)[0]
    said.locator("#legend button", has_text="events").click()
    assert counts(said)[0] == things - 5  # three, and the two that are denied


def test_a_selection_as_turtle_has_no_fact_that_was_not_asked(browser, made_up, ontology, tmp_path):
    for name, state in STATES.items():
        watched = Watched(browser, f"{made_up.address}#{state(made_up).fragment}")
        place = tmp_path / "part.ttl"
        place.write_bytes(saved(watched.page, "#take-turtle").read_bytes())
        watched.close()
        facts = read_model(place, ontology).facts
        told = {frozenset((fact.subject, fact.object or fact.value)) for fact in facts}
        assert told == facts_asked(made_up, state(made_up)), name
