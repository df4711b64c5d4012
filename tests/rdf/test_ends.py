"""Domains and ranges: what an RDFS store would conclude of both ends of a triple is what the graph says of them."""

import pytest
from pyoxigraph import RdfFormat, parse

from kg.rdf.ends import broken_ends
from kg.vocabulary.prefixes import PREFIXES

ONTOLOGY = """
my:Firm rdfs:subClassOf my:Body . my:Body rdfs:subClassOf my:Actor . my:Town a owl:Class .
my:hires a owl:ObjectProperty ; rdfs:domain my:Body ; rdfs:range my:Human .
my:promotes rdfs:subPropertyOf my:hires .
my:seat rdfs:domain my:Body, my:Registered .
my:owner rdfs:domain [ owl:unionOf ( my:Body my:Human ) ] .
my:size a owl:DatatypeProperty ; rdfs:range xsd:decimal . my:born rdfs:range xsd:date . my:count rdfs:range xsd:nonNegativeInteger .
my:note a owl:DatatypeProperty . my:knows a owl:ObjectProperty . my:any rdfs:domain rdfs:Resource ; rdfs:range rdfs:Resource .
my:text rdfs:range rdfs:Literal . my:colour rdfs:range my:Colour . my:red a my:Colour .
"""
SOUND = [
    "my:globex a my:Firm ; my:hires my:ada . my:ada a my:Human .",
    "my:globex a my:Firm, my:Registered ; my:seat my:lima .",
    "my:ada a my:Human ; my:owner my:globex .",
    "my:globex a my:Body ; my:owner my:lima .",
    "my:x my:size 4 , 4.5 ; my:count 0 ; my:born '2020-01-02'^^xsd:date .",
    "my:x my:note 'n' ; my:knows my:y ; my:text 'n'@en ; my:any 4 .",
    "my:x my:colour my:red .",
    "my:x my:unknown my:y, 'z' .",
]
BROKEN = [
    ("my:lima a my:Town ; my:hires my:ada . my:ada a my:Human .", "my:hires domain my:Body"),
    ("my:globex a my:Firm ; my:hires my:lima . my:lima a my:Town .", "my:hires range my:Human"),
    ("my:globex a my:Firm ; my:hires my:ada .", "my:hires range my:Human"),
    ("my:globex a my:Firm ; my:promotes my:lima .", "my:promotes range my:Human"),
    ("my:globex a my:Firm ; my:seat my:lima .", "my:seat domain my:Registered"),
    ("my:lima a my:Town ; my:owner my:globex .", "my:owner domain my:Body or my:Human"),
    ("my:x my:size '4' .", "my:size range xsd:decimal"),
    ("my:x my:born '2020'^^xsd:gYear .", "my:born range xsd:date"),
    ("my:x my:count -1 .", "my:count range xsd:nonNegativeInteger"),
    ("my:x my:note my:y .", "my:note range rdfs:Literal"),
    ("my:x my:knows 'y' .", "my:knows range owl:Thing"),
    ("my:x my:colour my:blue .", "my:colour range my:Colour"),
]


def triples(body):
    prefixes = "".join(
        f"@prefix {prefix}: <{iri}> .\n"
        for prefix, iri in {**PREFIXES, "my": "http://my.example/"}.items()
    )
    return [quad.triple for quad in parse(prefixes + body, format=RdfFormat.TURTLE)]


def broken(body):
    found = broken_ends(triples(body), triples(ONTOLOGY))
    return [
        f"{each.predicate} {each.end} {each.wanted}".replace("http://my.example/", "my:")
        for each in found
    ]


@pytest.mark.parametrize("body", SOUND)
def test_ends_that_fall_under_what_is_asked_are_sound(body):
    assert broken(body) == []


@pytest.mark.parametrize(("body", "fault"), BROKEN)
def test_an_end_that_does_not_is_found(body, fault):
    assert broken(body) == [fault]


def test_a_class_may_be_told_after_the_triple_that_needs_it():
    assert broken("my:globex my:hires my:ada . my:ada a my:Human . my:globex a my:Firm .") == []
