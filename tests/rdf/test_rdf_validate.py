"""SHACL: violations come sorted, in short names; shapes that are none are an error."""

import sys
from pathlib import Path

import pytest
from rdf_samples import written

from kg.errors import ExtraError, GraphError, OntologyError
from kg.rdf import validate
from kg.vocabulary.prefixes import PREFIXES

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
kg:PersonShape a sh:NodeShape ; sh:targetClass schema:Person ;
    sh:property [ sh:path rdfs:label ; sh:minCount 1 ; sh:datatype xsd:string ] ;
    sh:property [ sh:path schema:worksFor ; sh:class schema:Organization ] .
"""
CLASSES = """
@prefix schema: <https://schema.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
schema:Corporation rdfs:subClassOf schema:Organization .
"""
PREFIX_LINES = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


@pytest.fixture
def shapes(tmp_path):
    (tmp_path / "shapes.ttl").write_text(SHAPES)
    return tmp_path / "shapes.ttl"


@pytest.fixture
def classes(tmp_path):
    (tmp_path / "classes.ttl").write_text(CLASSES)
    return tmp_path / "classes.ttl"


def test_the_sample_conforms(folder, shapes, classes):
    assert validate(folder, shapes, [classes]) == []


def test_each_violation_names_the_node_the_property_and_the_fault(folder, shapes, classes):
    with (folder / "graph.ttl").open("a") as file:
        file.write("person:zoe a schema:Person ; schema:worksFor place:lune .\n")
    found = validate(folder, shapes, [classes])
    node = "urn:newskg:local/person/zoe"
    assert [(v.node, v.path) for v in found] == [(node, "rdfs:label"), (node, "schema:worksFor")]
    assert "place/lune" in str(found[1])


def test_a_domain_or_range_that_does_not_hold_is_a_violation_in_every_file_of_the_folder(
    folder, shapes, classes
):
    ends = "kg:reason rdfs:domain rdf:Statement . kg:ledBy rdfs:range schema:Organization ."
    classes.write_text(f"{PREFIX_LINES}{CLASSES}{ends}")
    found = validate(folder, shapes, [classes])
    assert [violation.path for violation in found] == ["kg:ledBy", "kg:reason"]
    ada = "urn:newskg:local/person/ada-quist"
    assert found[0].message == f"the range of kg:ledBy is schema:Organization, which {ada} is not"


def test_the_ontology_says_which_class_is_under_which(folder, shapes, classes, tmp_path):
    text = (
        (folder / "graph.ttl")
        .read_text()
        .replace("a schema:Corporation, schema:Organization", "a schema:Corporation")
    )
    (tmp_path / "g.ttl").write_text(text)
    assert validate(tmp_path / "g.ttl", shapes, [classes]) == []
    assert [v.path for v in validate(tmp_path / "g.ttl", shapes, [])] == ["schema:worksFor"]


@pytest.mark.parametrize(
    "constraint",
    [
        'sh:sparql [ sh:select "SELECT $this WHERE { VALUES $this { 1 } }" ]',
        'sh:sparql [ sh:select "SELECT" ]',
        "sh:property [ sh:minCount 1 ]",
    ],
)
def test_shapes_that_shacl_does_not_allow_are_an_error(folder, tmp_path, constraint):
    (tmp_path / "bad.ttl").write_text(
        SHAPES + f"kg:Bad a sh:NodeShape ; sh:targetClass schema:Person ; {constraint} ."
    )
    with pytest.raises(OntologyError, match=r"bad\.ttl cannot be used"):
        validate(folder, tmp_path / "bad.ttl", [])


def test_broken_shapes_and_missing_graphs_are_errors(folder, shapes, tmp_path):
    (tmp_path / "bad.ttl").write_text("kg:PersonShape a")
    with pytest.raises(OntologyError, match=r"bad\.ttl is damaged, line 1"):
        validate(folder, tmp_path / "bad.ttl", [])
    with pytest.raises(GraphError, match="missing"):
        validate(tmp_path / "none.ttl", shapes, [])


def test_what_checks_shapes_is_an_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(ExtraError, match=r"needs the package pyshacl.*'\.\[shacl\]'"):
        validate("graph.ttl", "shapes.ttl", ())
