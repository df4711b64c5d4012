"""A graph says what it is, and what it says of itself is so."""

from dataclasses import replace
from pathlib import Path

import pytest
from rdf_samples import GRAPH, VOCABULARY

from kg.errors import KgError
from kg.graph.ontology import ontology_files, shapes_file
from kg.model import Entity, Graph, Link
from kg.query import ask
from kg.rdf import Making, Software, open_graph, validate, write
from kg.vocabulary import PREFIXES

MAKING = Making((Software("newskg", "1.2"), Software("en_model_of_mine", "")))
PARTITIONS = (
    "SELECT ?class ?count { ?g void:classPartition [ void:class ?class ; void:entities ?count ] }"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(GRAPH, tmp_path, VOCABULARY, making=MAKING)
    return tmp_path


def values(folder: Path, query: str) -> list[str]:
    rows = open_graph(folder).query(query, prefixes=dict(PREFIXES))
    return sorted(row[0].value for row in rows)


def test_it_says_how_many_nodes_each_class_has_and_that_is_so(folder: Path) -> None:
    store = open_graph(folder)
    rows = list(store.query(PARTITIONS, prefixes=dict(PREFIXES)))
    assert len(rows) > 4
    for row in rows:
        of_class = f"SELECT ?x {{ ?x a {row['class']} }}"
        assert len(list(store.query(of_class))) == int(row["count"].value), str(row["class"])


def test_it_names_what_made_it_and_the_ontology(folder: Path) -> None:
    made = "SELECT ?name { ?g a dcat:Dataset ; prov:wasGeneratedBy/prov:wasAssociatedWith/schema:name ?name }"
    assert values(folder, made) == ["en_model_of_mine", "newskg"]
    assert values(folder, "SELECT ?v { ?x schema:softwareVersion ?v }") == ["1.2"]
    assert values(folder, "SELECT ?o { ?x dcterms:conformsTo ?o }") == [
        "https://w3id.org/newskg/ontology"
    ]
    assert values(folder, "SELECT ?t { ?x dcterms:title ?t }") == [
        f"Knowledge graph of {len(GRAPH.articles)} news articles"
    ]


def test_it_gives_credit_to_the_gazetteers_that_it_has_data_of(tmp_path: Path) -> None:
    bergen = Entity(
        "place/bergen",
        "Bergen",
        ("schema:City", "schema:Place", "sem:Place"),
        links=(Link("owl:sameAs", "https://sws.geonames.org/1/", "gazetteer:geonames"),),
    )
    write(Graph(entities=(bergen,)), tmp_path, VOCABULARY, making=MAKING)
    credit = "SELECT ?c { ?g a dcat:Dataset ; prov:wasDerivedFrom ?s . ?s schema:creditText ?c }"
    [words] = values(tmp_path, credit)
    assert "GeoNames" in words and "CC BY 4.0" in words
    licence = "SELECT ?l { ?s rdfs:label 'GeoNames' ; dcterms:license ?l }"
    assert values(tmp_path, licence) == ["https://creativecommons.org/licenses/by/4.0/"]


def test_it_knows_no_clock_and_has_the_same_bytes_each_time(folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    write(GRAPH, again, VOCABULARY, making=Making(MAKING.software[::-1]))
    assert (again / "graph.ttl").read_bytes() == (folder / "graph.ttl").read_bytes()


def test_another_graph_has_another_iri(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(Graph(GRAPH.articles[:1]), other, VOCABULARY, making=MAKING)
    dataset = "SELECT ?g { ?g a dcat:Dataset }"
    assert values(folder, dataset) != values(other, dataset)


def test_it_is_valid(folder: Path) -> None:
    found = [str(each) for each in validate(folder, shapes_file(), ontology_files(()))]
    assert not [each for each in found if "dataset/" in each or "software/" in each]


def test_the_saved_question_prints_it(folder: Path) -> None:
    from kg.query import question

    rows = list(ask(open_graph(folder), question("about").bound()))
    told = {row["what"].value: row["value"].value if row["value"] else "" for row in rows}
    assert told["newskg"] == "1.2"
    assert told["NewsArticle"] == str(len(GRAPH.articles))
    assert told["title"].startswith("Knowledge graph of ")


def test_its_makers_may_give_it_a_title_and_a_licence(tmp_path: Path) -> None:
    licence = "https://creativecommons.org/licenses/by-sa/4.0/"
    making = Making(MAKING.software, "Ports of the north", licence)
    write(GRAPH, tmp_path, VOCABULARY, making=making)
    said = "SELECT ?v { ?g a dcat:Dataset ; dcterms:title|dcterms:license ?v }"
    assert values(tmp_path, said) == ["Ports of the north", licence]
    with pytest.raises(KgError, match="is no address of a licence"):
        write(GRAPH, tmp_path, VOCABULARY, making=replace(making, licence="mine"))


def test_it_is_no_thing_of_the_news(folder: Path) -> None:
    from kg.choices import TableName
    from kg.exports import graph_table, network, sorted_triples

    rows = graph_table(sorted_triples(folder), TableName.ENTITIES).rows
    nodes = [*network(sorted_triples(folder)).nodes, *(str(row[0]) for row in rows)]
    assert len(nodes) > 5
    assert not [node for node in nodes if "dataset/" in node or "software/" in node]


def test_a_graph_of_which_nobody_says_what_made_it_has_none(tmp_path: Path) -> None:
    write(GRAPH, tmp_path, VOCABULARY)
    assert values(tmp_path, "SELECT ?g { ?g a dcat:Dataset }") == []
