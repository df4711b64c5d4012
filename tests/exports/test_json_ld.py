"""Compact JSON-LD: short names, plain values, and nothing lost."""

import json
from pathlib import Path

import pytest
import rdflib
import rdflib.compare
from pyoxigraph import RdfFormat, Triple, parse
from rdf_samples import written

from kg.choices import ExportFormat
from kg.errors import GraphError
from kg.exports import exported, sorted_triples
from kg.exports.json_ld import json_ld

SEEDS = Path(__file__).parent.parent.parent / "output"
PREFIXES = """@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix x: <http://x.example/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix e: <http://e.example/id#> .
"""
# Turtle that is awkward in JSON-LD.
AWKWARD = {
    "literals and nodes of one property": 'x:a x:p x:b , "b" , "http://x.example/b" .',
    "datatypes of one property": 'x:a x:p 1 , 1.0 , "1"^^xsd:date , true , "true" .',
    "numbers spelt otherwise": 'x:a x:p "01"^^xsd:integer , "+1"^^xsd:integer , "-0"^^xsd:integer .',
    "a long number": 'x:a x:p "123456789012345678901234567890"^^xsd:integer .',
    "broken values": 'x:a x:p "yes"^^xsd:boolean , "many"^^xsd:integer , "1"^^xsd:boolean .',
    "languages": 'x:a rdfs:label "a"@en , "b"@de-ch , "c" .',
    "a property with two namespaces": "x:a x:label 'x' ; rdfs:label 'y' ; kg:label 'z' .",
    "a property called as a prefix": "x:a x:schema 'x' ; x:kg 'y' ; x:person 'z' .",
    "a property called as a keyword": "x:a x:id 'x' ; x:type 'y' ; x:context 'z' .",
    "a property with figures": "x:a <http://x.example/1> 'x' ; <http://x.example/a-b> 'y' .",
    "a scheme that is a prefix": "<kg:a> x:p <schema:b> . kg:c x:p schema:d .",
    "iris of other kinds": "<urn:x:a> x:p <mailto:a@b.example> , <http://x.example//y> , <http://x.example/> .",
    "a namespace with two slashes": "<https://schema.org//x> a schema:Person .",
    "blank nodes": "[] x:p [ x:q 'x' ] .",
    "a class that is a text": "x:a a 'Person' , schema:Person . x:b a schema:Person .",
    "characters": 'x:a x:p "quote \\" back \\\\ line \\n tab \\t nul \\u0001 ü 李 😀" .',
    "nothing": "",
}


def triples_of(text: str) -> list[Triple]:
    quads = parse(text.encode(), format=RdfFormat.TURTLE)
    return sorted((quad.triple for quad in quads), key=str)


def read_again(document: str) -> set[Triple]:
    return {quad.triple for quad in parse(document.encode(), format=RdfFormat.JSON_LD)}


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_triples_come_back_as_they_were(name):
    triples = triples_of(PREFIXES + AWKWARD[name])
    again = read_again(json_ld(triples))
    if name == "blank nodes":
        assert len(again) == len(triples)
    else:
        assert again == set(triples)


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
@pytest.mark.parametrize("name", AWKWARD)
def test_rdflib_reads_the_same(name):
    turtle = rdflib.Graph().parse(data=PREFIXES + AWKWARD[name], format="turtle")
    document = json_ld(triples_of(PREFIXES + AWKWARD[name]))
    read = rdflib.Graph().parse(data=document, format="json-ld")
    assert rdflib.compare.to_isomorphic(read) == rdflib.compare.to_isomorphic(turtle)


def test_names_are_short_and_values_plain(tmp_path):
    folder = written(tmp_path / "out")
    document = json.loads(exported(folder, ExportFormat.JSONLD))
    nodes = {node["id"]: node for node in document["@graph"]}
    ada = nodes["person:ada-quist"]
    assert (ada["type"], ada["label"], ada["age"]) == ("schema:Person", "Ada Quist", 44)
    assert ada["leads"] == "organization:brightwater"
    statement = next(node for node in nodes.values() if node.get("predicate") == "kg:leads")
    assert (statement["confidence"], statement["sourceCount"]) == ("0.90", 2)
    assert document["@context"]["confidence"] == {"@id": "kg:confidence", "@type": "xsd:decimal"}


def test_the_seeds_take_at_most_half_of_what_they_take_without_a_context():
    triples = sorted_triples(SEEDS)
    from pyoxigraph import Quad, serialize

    expanded = serialize([Quad(*triple) for triple in triples], format=RdfFormat.JSON_LD)
    compact = exported(SEEDS, ExportFormat.JSONLD)
    assert len(compact) < len(expanded) / 2
    assert read_again(compact.decode()) == set(triples)


def test_triple_terms_are_refused():
    triples = triples_of(
        "VERSION '1.2' <http://x.example/a> <http://x.example/p> <<( <http://x.example/a> <http://x.example/p> 1 )>> ."
    )
    with pytest.raises(GraphError, match="export it as rdf12"):
        json_ld(triples)
