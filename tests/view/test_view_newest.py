"""The page of many articles shows the newest, and everything that they say."""

import random
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from browsing import Watched, find
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect
from pyoxigraph import NamedNode, Triple

from kg.graph.ontology import load
from kg.model import (
    Article,
    Entity,
    Event,
    Fact,
    Graph,
    Kind,
    Literal,
    Mention,
    Passage,
    Quotation,
    Refusal,
)
from kg.rdf import (
    EXCERPT_FILE,
    EXCERPT_NOTE,
    mention_places,
    mention_triples,
    refusal_triples,
    triples,
    validate,
    write,
)
from kg.view import excerpt_of, keep_excerpt, limit_to_newest, page, write_page
from kg.view.size_limit import newest_articles
from kg.vocabulary.prefixes import BASE_IRI

ONTOLOGY = load()
ONTOLOGIES = Path(__file__).parents[2] / "ontologies"
TEXT = "Ida Norn of Quellwerk met Ole Brandt at Hasselby. "
DATES = ("", "2031", "2031-03", "2031-03-04", "2031-03-05")
PEOPLE = [f"person/p{at}" for at in range(4)]
PLACES = [f"place/q{at}" for at in range(3)]
OUTLETS = ("", "Sund Courier", "The Sund Courier", "Outlet 1")


def article(at: int, date: str, times: int, outlet: str = "") -> Article:
    return Article(f"a{at}", TEXT * times, f"a{at}.txt", "0" * 64, f"Headline {at}", date, outlet)


def drawn_graph(chance: random.Random, articles: tuple[Article, ...]) -> Graph:
    """Return a graph of some articles, drawn at random: all that it says stands in them."""

    def place() -> Passage:
        return Passage(chance.choice(articles).id, 0, chance.randint(1, len(TEXT) - 1))

    def places() -> tuple[Passage, ...]:
        return tuple(sorted({place() for _ in range(chance.randint(1, 3))}))

    def who(most: int = 1) -> tuple[str, ...]:
        return tuple(sorted(set(chance.choices(PEOPLE, k=chance.randint(0, most)))))

    def named(identifier: str, kind: str) -> Entity:
        found = tuple(
            Mention(where, TEXT[where.start : where.end], Kind.NAME, 0)
            for where in places()[chance.randint(0, 1) :]
        )
        name = chance.choice((f"Name {identifier[-1]}", "Sund Courier"))
        return Entity(
            identifier,
            name,
            (kind,),
            (name,),
            found,
            described=not chance.randint(0, 3) and not chance.randint(0, 1),
        )

    entities = [named(each, "schema:Person") for each in PEOPLE] + [
        named(each, "schema:Place") for each in PLACES
    ]
    entities += [named(f"organization/o{at}", "schema:Organization") for at in range(2)]
    met = [
        Fact(a, "schema:knows", b, ("r",), places(), speakers=who(), articles=3)
        for a in PEOPLE
        for b in PEOPLE
        if a < b
    ]
    aged = [
        Fact(each, "kg:age", Literal("44", "xsd:integer"), ("r",), places(), articles=1)
        for each in PEOPLE[:2]
    ]
    lies = [
        Fact(each, "schema:containedInPlace", PLACES[0], ("gazetteer:x",), gazetteer="x")
        for each in PLACES[1:]
    ]
    both = [
        Fact(
            PLACES[1],
            "kg:capitalOf",
            PLACES[2],
            ("gazetteer:x",),
            places(),
            speakers=who(),
            articles=1,
            gazetteer="x",
        )
    ]
    wholes = [f"event/e{at}" for at in range(5)]
    events = [
        Event(
            each,
            "meeting",
            (),
            tuple(("kg:agent", filler) for filler in who(2)),
            places(),
            ("r",),
            speakers=who(),
            part_of=tuple(chance.sample(wholes[:at], min(at, 1))),
        )
        for at, each in enumerate(wholes)
    ]
    said = [
        Quotation(f"quotation/{at}", "so", place(), *chance.choices(["", *PEOPLE], k=2))
        for at in range(3)
    ]
    refused = [Refusal(place(), "a b c", "r", "range") for _ in range(2)]
    return Graph(
        articles,
        tuple(entities),
        (*met, *aged, *lies, *both),
        tuple(events),
        tuple(said),
        tuple(refused),
    )


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    told = draw(
        st.lists(
            st.tuples(st.sampled_from(DATES), st.integers(1, 4), st.sampled_from(OUTLETS)),
            min_size=2,
            max_size=6,
        )
    )
    articles = tuple(article(at, *each) for at, each in enumerate(told))
    return drawn_graph(random.Random(draw(st.integers(0, 10_000))), articles)


def subjects(found: Iterable[Triple]) -> set[object]:
    return {triple.subject for triple in found}


def of_articles(graph: Graph, articles: Iterable[Article]) -> set[object]:
    """Return the nodes of passages of some articles, and all of a graph that derives from them."""
    documents = {f"{BASE_IRI}document/{each.id}" for each in articles}
    said = set(triples(graph, ONTOLOGY))
    inside = {
        each for each in subjects(said) if getattr(each, "value", "").partition("#")[0] in documents
    }
    return inside | {
        triple.subject
        for triple in said
        if triple.predicate.value.endswith("wasDerivedFrom") and triple.object in inside
    }


@given(graphs(), st.integers(0, 12 * len(TEXT)))
def test_the_part_is_all_that_the_newest_articles_say_and_nothing_else(graph, most):
    part = limit_to_newest(graph, most)
    assert part.articles == newest_articles(graph.articles, most)
    assert sum(len(each.text) for each in part.articles) <= most or len(part.articles) == 1
    said, whole = set(triples(part, ONTOLOGY)), set(triples(graph, ONTOLOGY))
    assert said <= whole
    assert (
        set(mention_triples(part)) <= set(mention_triples(graph)) | whole
    )  # either of these names a described thing
    assert of_articles(graph, part.articles) <= subjects(said)
    assert {each for each in subjects(refusal_triples(graph)) if _inside(each, part)} <= subjects(
        refusal_triples(part)
    )


def _inside(node: object, graph: Graph) -> bool:
    return getattr(node, "value", "").partition("#")[0] in {
        f"{BASE_IRI}document/{each.id}" for each in graph.articles
    }


@given(graphs(), st.integers(0, 12 * len(TEXT)))
def test_nothing_in_the_part_points_at_what_is_left_out(graph, most):
    part = limit_to_newest(graph, most)
    found = {
        subject for subject in subjects(triples(part, ONTOLOGY)) if isinstance(subject, NamedNode)
    }
    left_out = subjects(triples(graph, ONTOLOGY)) - found
    assert not [triple for triple in triples(part, ONTOLOGY) if triple.object in left_out]
    things = {f"{BASE_IRI}{each.id}" for each in part.entities}
    assert {(document, thing) for document, _, _, thing in mention_places(part)} <= {
        (f"{BASE_IRI}document/{each.id}", thing) for each in part.articles for thing in things
    }


@given(graphs(), st.integers(0, 12 * len(TEXT)), st.randoms())
def test_the_order_of_the_articles_makes_no_difference(graph, most, chance):
    other = list(graph.articles)
    chance.shuffle(other)
    assert set(newest_articles(other, most)) == set(limit_to_newest(graph, most).articles)
    part, again = (
        limit_to_newest(graph, most),
        limit_to_newest(replace(graph, articles=tuple(other)), most),
    )
    assert (part.facts, part.events, part.entities) == (again.facts, again.events, again.entities)


def test_the_newest_come_first_and_those_without_a_date_last():
    dates = ("", "2031-03-04", "2030", "2031-03-05", "2031-03-04")
    articles = [article(at, date, 1) for at, date in enumerate(dates)]
    kept = [
        {each.id for each in newest_articles(articles, many * len(TEXT))} for many in range(1, 6)
    ]
    assert kept == [
        {"a3"},
        {"a1", "a3"},
        {"a1", "a3", "a4"},
        {"a1", "a2", "a3", "a4"},
        {"a0", "a1", "a2", "a3", "a4"},
    ]


def test_one_article_is_kept_however_long_it_is():
    assert [
        each.id for each in newest_articles([article(0, "", 1), article(1, "2031", 9)], 10)
    ] == ["a1"]


def test_a_graph_that_is_not_too_big_is_the_graph_itself():
    graph = drawn_graph(random.Random(1), (article(0, "", 1), article(1, "2031", 2)))
    assert limit_to_newest(graph, 3 * len(TEXT)) is graph


@pytest.fixture(scope="module")
def cut(tmp_path_factory) -> Path:
    """A folder of twelve articles whose page shows four."""
    articles = tuple(article(at, f"2031-03-{at + 10}", 1, "Sund Courier") for at in range(12))
    graph, folder = drawn_graph(random.Random(2), articles), tmp_path_factory.mktemp("cut")

    def view(place: Path) -> None:
        keep_excerpt(limit_to_newest(graph, 4 * len(TEXT)), graph, place, ONTOLOGY, base=BASE_IRI)
        write_page(place, ontology=ONTOLOGY)

    write(graph, folder, ONTOLOGY, view=view)
    return folder


def test_the_part_is_valid(cut):
    assert (
        validate(
            cut / EXCERPT_FILE,
            ONTOLOGIES / "shapes.ttl",
            [ONTOLOGIES / "newskg.ttl", ONTOLOGIES / "newskg-profile.ttl"],
        )
        == []
    )


def test_the_folder_knows_what_its_page_shows_as_long_as_the_graph_is_that_one(cut, tmp_path):
    assert str(excerpt_of(cut)) == "the newest 4 of 12 articles"
    copy = Path(shutil.copytree(cut, tmp_path / "copy"))
    assert excerpt_of(copy)
    for damage in ("[]", '{"graph": 1}', "no JSON"):
        (copy / EXCERPT_NOTE).write_text(damage)
        assert excerpt_of(copy) is None
    shutil.copy(cut / EXCERPT_NOTE, copy / EXCERPT_NOTE)
    with (copy / "graph.ttl").open("a") as file:
        file.write("# changed\n")
    assert excerpt_of(copy) is None


def test_a_page_that_is_made_again_is_the_same_and_that_of_the_file_shows_all(cut):
    assert page(cut) == (cut / "graph.html").read_text("utf-8")
    assert page(cut) != page(cut / "graph.ttl")


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_the_page_says_that_it_shows_the_newest_and_how_others_are_seen(browser, cut, size):
    watched = Watched(browser, (cut / "graph.html").as_uri(), size)
    opened = watched.page
    expect(opened.locator("h1")).to_have_text("Knowledge graph of 12 articles")
    expect(opened.locator("#summary")).to_contain_text(
        "The newest 4 of 12 articles, of 18 to 21 March 2031: "
    )
    expect(opened.locator("#panel")).to_contain_text(
        "This page shows the newest 4 of 12 articles and what they say."
    )
    expect(opened.locator("#panel")).to_contain_text("kg view DIR --focus NAME")
    find(opened, "Headline 11")
    expect(opened.locator("#panel h2")).to_have_text("Headline 11")
    opened.locator("#search").fill("Headline 3")
    expect(opened.locator("#found")).to_have_text("Nothing found")
    opened.locator("#about-open").click()
    expect(opened.locator("#about")).to_contain_text("the newest 4 of 12 articles")
    watched.close()


def test_a_page_that_shows_all_says_nothing_of_it(opened):
    expect(opened.locator("#panel")).to_contain_text("What is in this graph")
    expect(opened.locator("#panel")).not_to_contain_text("newest")
