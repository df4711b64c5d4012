"""FollowTheMoney: links with their sentences and articles, and nothing that its model refuses."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from rdf_samples import BRIGHTWATER, CROSSING, GRAPH, LEADS, PAST, VOCABULARY, written

from kg.choices import ExportFormat
from kg.exports import exported
from kg.model import Factuality, Graph
from kg.rdf import write

SEEDS = Path(__file__).parent.parent.parent / "output"
Entity = dict[str, object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "out")


def entities(folder: Path) -> list[Entity]:
    return [json.loads(line) for line in exported(folder, ExportFormat.FTM).splitlines()]


def of(found: list[Entity], schema: str) -> list[dict[str, list[str]]]:
    return [each["properties"] | {"id": [each["id"]]} for each in found if each["schema"] == schema]


def test_a_fact_is_a_link_with_its_sentence_and_article(folder):
    found = entities(folder)
    [leads] = of(found, "Directorship")
    [ada] = [each for each in of(found, "Person") if each["name"] == ["Ada Quist"]]
    [company] = of(found, "Company")
    [article] = [each for each in of(found, "Article") if each.get("title") == ['Quist "crosses"']]
    assert (leads["director"], leads["organization"]) == (ada["id"], company["id"])
    assert (leads["role"], leads["startDate"]) == (["chief"], ["2019"])
    assert leads["summary"] == ["Ada Quist, 44, leads Brightwater."]
    assert leads["proof"] == article["id"]
    assert article["publishedAt"] == ["2024-05-03"]
    assert article["sourceUrl"] == ["https://post.example/quist?a=1&b=2"]


def test_things_have_their_names_and_the_articles_that_name_them(folder):
    found = entities(folder)
    [ada] = [each for each in of(found, "Person") if each["name"] == ["Ada Quist"]]
    assert (ada["alias"], ada["gender"]) == (["Quist"], ["female"])
    assert len(ada["proof"]) == 2
    [lune] = [each for each in of(found, "Address") if each["name"] == ["Lune"]]
    assert (lune["full"], lune["latitude"]) == (["Lune"], ["54.0"])


def test_families_and_what_is_over_are_told(folder):
    found = entities(folder)
    [married] = of(found, "Family")
    assert married["relationship"] == ["is married to"]
    [worked] = of(found, "Employment")
    assert (worked["status"], worked["endDate"]) == (["past"], ["2020-01"])


def test_an_event_has_its_sentence_and_its_date(folder):
    [crossing] = [each for each in of(entities(folder), "Event") if "Lune" in each["name"][0]]
    assert (crossing["date"], crossing["location"]) == (["2024-05-02"], ["Lune"])
    assert crossing["summary"] == ['"We crossed the Lune," she said.']
    assert crossing["description"] == ["according to Ada Quist"]


@pytest.mark.parametrize("factuality", [Factuality.DENIED, Factuality.PLANNED, Factuality.POSSIBLE])
def test_what_is_not_told_as_true_is_left_out(tmp_path, factuality):
    graph = replace(
        GRAPH,
        facts=(replace(LEADS, factuality=factuality),),
        events=(replace(CROSSING, factuality=factuality),),
    )
    write(graph, tmp_path, VOCABULARY)
    schemata = {each["schema"] for each in entities(tmp_path)}
    assert not schemata & {"Directorship", "Event", "UnknownLink"}


def test_ends_that_a_link_cannot_have_make_a_link_of_no_kind(tmp_path):
    """A place has no directors in FollowTheMoney; that somebody leads it is still told."""
    place = replace(BRIGHTWATER, types=("schema:City", "schema:Place"))
    entities_ = tuple(place if each.id == place.id else each for each in GRAPH.entities)
    write(Graph(GRAPH.articles, entities_, (LEADS, PAST)), tmp_path, VOCABULARY)
    [link] = of(entities(tmp_path), "UnknownLink")
    assert link["role"] == ["chief"]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["sample", "seeds"])
def test_the_model_takes_every_entity_and_every_value(tmp_path, name):
    ftm = pytest.importorskip("followthemoney")
    real = tuple(replace(each, country=each.country and "NO") for each in GRAPH.entities)
    write(replace(GRAPH, entities=real), tmp_path, VOCABULARY)
    found = entities(tmp_path if name == "sample" else SEEDS)
    ids = {each["id"] for each in found}
    assert len(ids) == len(found)
    for each in found:
        proxy = ftm.model.get_proxy(each, cleaned=False)
        proxy.schema.validate(each)
        for prop, values in each["properties"].items():
            assert sorted(proxy.get(prop)) == sorted(values), (each, prop)
            if proxy.schema.properties[prop].type.name == "entity":
                assert ids.issuperset(values), (each, prop)
