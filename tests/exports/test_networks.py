"""Networks: numbers are numbers in every tool, and files do not depend on the day."""

import csv
import re
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest
from rdf_samples import written

import kg
from kg.choices import ExportFormat
from kg.exports import exported, exported_files, network
from kg.rdf import read_triples

BASE = "urn:newskg:local/"
GEXF = "{http://www.gexf.net/1.2draft}"
ODD = """@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix x: <http://x.example/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .
x:a a schema:Person ; rdfs:label "A" ; x:size 3 ; x:mixed 1 ; x:wrong "many"^^<http://www.w3.org/2001/XMLSchema#integer> .
x:b a schema:Person ; rdfs:label "B\\nb" ; x:size 2.5 ; x:mixed "one" ; x:several 1, 2 .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "out")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "odd.ttl"
    path.write_text(ODD, encoding="utf-8")
    return path


def test_a_graph_in_python_is_a_network_with_labels_and_numbers(folder):
    found = kg.load(folder).to_networkx()
    assert isinstance(found, networkx.MultiDiGraph)
    ada = found.nodes[f"{BASE}person/ada-quist"]
    assert (ada["label"], ada["type"], ada["kg:age"]) == ("Ada Quist", "schema:Person", 44)
    [leads] = [
        values
        for _, _, values in found.edges(f"{BASE}person/ada-quist", data=True)
        if values["predicate"] == "kg:leads"
    ]
    assert (leads["confidence"], leads["sources"], leads["factuality"]) == (0.9, 2, "Asserted")


def test_stories_and_articles_are_no_nodes(tmp_path):
    path = tmp_path / "told.ttl"
    path.write_text(
        f"{ODD}x:s a kg:Story ; rdfs:label 'S' ; schema:hasPart x:n ; kg:tells x:b .\n"
        "x:n a schema:NewsArticle ; schema:headline 'N' .\n",
        encoding="utf-8",
    )
    assert sorted(network(read_triples(path))) == ["http://x.example/a", "http://x.example/b"]


def test_gephi_reads_numbers_as_numbers(folder):
    for form, key in ((ExportFormat.GRAPHML, "attr.type"), (ExportFormat.GEXF, "type")):
        root = ElementTree.fromstring(exported(folder, form))
        types = {}
        for each in root.iter():
            name = each.get("attr.name") or (each.get("title") if "attribute" in each.tag else None)
            if name:
                types[name] = each.get(key)
        assert types["confidence"] == "double"
        assert types["kg_age"] in ("long", "int", "integer")
        assert types["geo_lat"] == "double"
        assert types["kg_indirect"] == "boolean"
        assert types["factuality"] == "string"


def test_gexf_has_labels_and_no_day_on_which_it_was_written(folder):
    text = exported(folder, ExportFormat.GEXF).decode()
    assert "lastmodified" not in text and "NetworkX" not in text
    root = ElementTree.fromstring(text)
    labels = {node.get("id"): node.get("label") for node in root.iter(f"{GEXF}node")}
    assert labels[f"{BASE}person/ada-quist"] == "Ada Quist"
    assert root.find(f"{GEXF}graph").get("mode") == "static"
    edge = next(each for each in root.iter(f"{GEXF}edge") if each.get("label") == "kg:leads")
    assert edge.get("start") is None  # which Gephi would take for a network in time
    again = networkx.parse_gexf(text) if hasattr(networkx, "parse_gexf") else None
    assert again is None or len(again) == len(labels)


def test_values_of_one_name_have_one_type(odd):
    nodes = dict(network(read_triples(odd)).nodes(data=True))
    one, two = nodes["http://x.example/a"], nodes["http://x.example/b"]
    size, mixed = "http://x.example/size", "http://x.example/mixed"
    assert (one[size], two[size]) == (3.0, 2.5) and isinstance(one[size], float)
    assert (one[mixed], two[mixed]) == ("1", "one")
    assert one["http://x.example/wrong"] == "many"
    assert two["http://x.example/several"] == 1


@pytest.mark.parametrize("form", [ExportFormat.GRAPHML, ExportFormat.GEXF])
def test_any_graph_in_rdf_gives_well_formed_xml(odd, form):
    ElementTree.fromstring(exported(odd, form))


def test_neo4j_gets_nodes_and_relationships_with_typed_columns(folder):
    files = exported_files(folder, ExportFormat.NEO4J)
    nodes, edges = (
        list(csv.DictReader(StringIO(files[name].decode(), newline="")))
        for name in ("nodes.csv", "relationships.csv")
    )
    ada = next(row for row in nodes if row["iri:ID"] == f"{BASE}person/ada-quist")
    assert (ada[":LABEL"], ada["label:string"], ada["kg_age:long"]) == ("Person", "Ada Quist", "44")
    lune = next(row for row in nodes if row["label:string"] == "Lune")
    assert lune[":LABEL"] == "Place;RiverBodyOfWater"
    assert float(lune["geo_lat:double"]) == 54
    leads = next(row for row in edges if row[":TYPE"] == "LEADS")
    assert (leads["confidence:double"], leads["sources:long"]) == ("0.9", "2")
    assert leads["quotation:string"] == "Ada Quist, 44, leads Brightwater."
    ids = {row["iri:ID"] for row in nodes}
    assert len(ids) == len(nodes)
    assert all(row[end] in ids for row in edges for end in (":START_ID", ":END_ID"))


def test_the_header_for_neo4j_is_what_its_import_understands(folder):
    """Every field is an id, a label, an end, a type, or a name with a type of the import."""
    known = r":(ID|LABEL|START_ID|END_ID|TYPE)|\w+:(ID|string|long|double|boolean)"
    for content in exported_files(folder, ExportFormat.NEO4J).values():
        header = content.decode().splitlines()[0].split(",")
        assert all(re.fullmatch(known, field) for field in header), header
        assert len(set(header)) == len(header)


def test_a_row_for_neo4j_is_one_line(odd):
    content = exported_files(odd, ExportFormat.NEO4J)["nodes.csv"].decode()
    assert len(content.splitlines()) == 3
