"""Exports: the RDF forms lose nothing, the network and the table tell every fact with its evidence."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import networkx
import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdf_samples import ADA, ARTICLES, GRAPH, TRIPLES, VOCABULARY, written

from kg.choices import ExportFormat
from kg.errors import GraphError, KgError
from kg.exports import FILES_OF_FORM, export, exported, exported_files
from kg.model import Graph
from kg.rdf import write
from kg.rdf.rdf12 import reified, statements

RDF_FORMS = {
    ExportFormat.JSONLD: (RdfFormat.JSON_LD, "json-ld"),
    ExportFormat.TRIG: (RdfFormat.TRIG, "trig"),
    ExportFormat.NQUADS: (RdfFormat.N_QUADS, "nquads"),
    ExportFormat.NTRIPLES: (RdfFormat.N_TRIPLES, "nt11"),
    ExportFormat.RDFXML: (RdfFormat.RDF_XML, "xml"),
    ExportFormat.TURTLE: (RdfFormat.TURTLE, "turtle"),
}


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


@pytest.mark.parametrize("form", RDF_FORMS)
def test_an_rdf_form_loses_nothing(folder, form):
    assert {
        quad.triple for quad in parse(exported(folder, form), format=RDF_FORMS[form][0])
    } == TRIPLES


@pytest.mark.filterwarnings(
    "ignore:(Dataset|ConjunctiveGraph):DeprecationWarning"
)  # rdflib's own use of it
@pytest.mark.parametrize("form", RDF_FORMS)
def test_rdflib_reads_the_same_from_every_form(folder, form):
    read = rdflib.Dataset().parse(data=exported(folder, form), format=RDF_FORMS[form][1])
    turtle = rdflib.Graph().parse(folder / "graph.ttl")
    assert {quad[:3] for quad in read.quads()} == set(turtle)


@pytest.mark.parametrize("form", list(ExportFormat))
def test_the_same_graph_gives_the_same_bytes(folder, form):
    if form == ExportFormat.PARQUET:
        pytest.importorskip("pyarrow")
    write_as = exported_files if form in FILES_OF_FORM else exported
    assert write_as(folder, form) == write_as(folder, form)


def test_reification_goes_both_ways():
    assert set(statements(reified(TRIPLES))) == TRIPLES
    assert not any("rdf-syntax-ns#subject" in triple.predicate.value for triple in reified(TRIPLES))


def test_control_characters_are_refused_by_rdf_xml_with_the_node(tmp_path):
    write(Graph(ARTICLES, (replace(ADA, name="Ada\x07"),)), tmp_path, VOCABULARY)
    with pytest.raises(GraphError, match="person/ada-quist"):
        exported(tmp_path, ExportFormat.RDFXML)
    assert "Ada&#65533;" in exported(tmp_path, ExportFormat.GRAPHML).decode()


def test_a_property_without_an_xml_name_is_refused_by_rdf_xml(tmp_path):
    (tmp_path / "g.nt").write_text('<http://a.example/> <http://a.example/1> "x" .')
    with pytest.raises(GraphError, match=r"the property http://a\.example/1"):
        exported(tmp_path / "g.nt", ExportFormat.RDFXML)


def test_an_export_replaces_its_file_whole(folder, tmp_path):
    export(folder, ExportFormat.CSV, tmp_path / "new" / "facts.csv")
    assert (tmp_path / "new" / "facts.csv").read_bytes() == exported(folder, ExportFormat.CSV)
    with pytest.raises(KgError, match="cannot write"):
        export(folder, ExportFormat.CSV, folder / "graph.ttl" / "x.csv")


def test_the_table_has_a_row_for_every_fact_with_its_sentence(folder):
    rows = list(csv.DictReader(StringIO(exported(folder, ExportFormat.CSV).decode(), newline="")))
    assert len(rows) == len(GRAPH.facts)
    leads = next(row for row in rows if row["predicate"] == "kg:leads")
    assert (leads["subject_label"], leads["object_label"], leads["role"]) == (
        "Ada Quist",
        "Brightwater",
        "chief",
    )
    assert (leads["factuality"], leads["confidence"], leads["sources"]) == ("Asserted", "0.90", "2")
    assert (leads["quotation"], leads["article"], leads["date"]) == (
        "Ada Quist, 44, leads Brightwater.",
        'Quist "crosses"',
        "2024-05-03",
    )
    denied = next(row for row in rows if row["object"] == "clerk")
    assert (denied["factuality"], denied["object_datatype"], denied["speaker"]) == (
        "Denied",
        "xsd:string",
        "Brightwater",
    )
    world = next(row for row in rows if row["subject_label"] == "Lune")
    assert (world["article"], world["quotation"], world["sources"]) == ("GeoNames", "", "")


def test_the_table_ends_its_lines_as_rfc_4180_says(folder):
    data = exported(folder, ExportFormat.CSV)
    assert data.count(b"\r\n") == len(GRAPH.facts) + 1


def test_the_network_has_things_and_events_with_facts_and_roles_between_them(folder):
    network = networkx.parse_graphml(exported(folder, ExportFormat.GRAPHML).decode())
    base = "urn:newskg:local/"
    ada = network.nodes[f"{base}person/ada-quist"]
    assert (ada["label"], ada["type"], ada["kg_age"]) == ("Ada Quist", "schema:Person", 44)
    edges = {
        (a.removeprefix(base), values["label"], b.removeprefix(base)): values
        for a, b, values in network.edges(data=True)
    }
    leads = edges["person/ada-quist", "kg:leads", "organization/brightwater"]
    assert (leads["quotation"], leads["confidence"], leads["rule"]) == (
        "Ada Quist, 44, leads Brightwater.",
        0.9,
        "apposition | title",
    )
    assert ("event/0011223344556677", "kg:agent", "group/two-walkers") in edges
    assert ("event/0011223344556677", "sem:hasActor", "group/two-walkers") not in edges
    assert ("event/0011223344556677", "sem:subEventOf", "event/8899aabbccddeeff") in edges
    assert ("quotation/aa", "schema:creator", "person/ada-quist") in edges
    assert not any("document/" in node or "statement/" in node for node in network)


@pytest.mark.parametrize("form", [form for form in ExportFormat if form not in FILES_OF_FORM])
def test_the_order_of_the_triples_in_a_file_makes_no_difference(folder, tmp_path, form):
    lines = exported(folder, ExportFormat.NTRIPLES).splitlines(keepends=True)
    (tmp_path / "turned.nt").write_bytes(b"".join(reversed(lines)))
    assert exported(tmp_path / "turned.nt", form) == exported(folder, form)


def test_several_files_go_into_a_folder(folder, tmp_path):
    export(folder, ExportFormat.NEO4J, tmp_path / "new" / "neo4j")
    found = {path.name: path.read_bytes() for path in (tmp_path / "new" / "neo4j").iterdir()}
    assert found == exported_files(folder, ExportFormat.NEO4J)
    assert found.keys() == {"nodes.csv", "relationships.csv"}
    with pytest.raises(GraphError, match=r"nodes\.csv is a file: tables is several files"):
        export(folder, ExportFormat.TABLES, tmp_path / "new" / "neo4j" / "nodes.csv")
