"""The shapes: a graph in the vocabulary conforms, and each promise that is broken is found."""

import pytest

from kg.graph.ontology.loading import ontology_files, shapes_file
from kg.rdf import validate
from kg.vocabulary.prefixes import PREFIXES

GRAPH = """
<document/d1> a schema:NewsArticle, nif:Context ; schema:headline "Dahl leads Fjordbank" ;
    schema:datePublished "2020-03-01"^^xsd:date ;
    schema:publisher <organization/fjord-gazette> ; dcterms:source "d1.txt" ; kg:sha256 "SHA" ;
    schema:mentions <person/dahl> .
<document/d1#char=0,5> a nif:RFC5147String ; nif:referenceContext <document/d1> ; nif:anchorOf "Dahl " ;
    nif:beginIndex "0"^^xsd:nonNegativeInteger ; nif:endIndex "5"^^xsd:nonNegativeInteger .
<person/dahl> a schema:Person ; rdfs:label "Vera Dahl" ; skos:altLabel "Dahl" ;
    kg:leads <organization/fjordbank>, <place/bergen> ;
    schema:worksFor <organization/fjordbank>, <place/bergen> ; schema:birthDate "1960"^^xsd:gYear .
<organization/fjordbank> a schema:Corporation, schema:Organization ; rdfs:label "Fjordbank" ; kg:ledBy <person/dahl> ;
    schema:employee <person/dahl> ; schema:location <place/bergen> .
<organization/fjord-gazette> a schema:NewsMediaOrganization, schema:Organization ; rdfs:label "The Fjord Gazette" .
<place/bergen> a schema:City, schema:Place ; rdfs:label "Bergen" ; kg:ledBy <person/dahl> ; schema:employee <person/dahl> ;
    geo:lat 60.39 ; geo:long 5.32 .
<statement/1> a rdf:Statement ; rdf:subject <person/dahl> ; rdf:predicate kg:leads ; rdf:object <organization/fjordbank> ;
    kg:confidence 0.9 ; kg:factuality kg:Asserted ; kg:rule "title" ; kg:sourceCount 1 ;
    prov:wasDerivedFrom <document/d1#char=0,5> .
<statement/2> a rdf:Statement ; rdf:subject <person/dahl> ; rdf:predicate schema:spouse ; rdf:object <person/dahl> ;
    kg:confidence 0.9 ; kg:factuality kg:Denied ; kg:rule "clause" ; prov:wasDerivedFrom <document/d1#char=0,5> .
<event/1> a kg:Crossing, kg:Movement, sem:Event ; rdfs:label "Dahl crosses Bergen" ;
    kg:agent <person/dahl> ; sem:hasActor <person/dahl> ;
    kg:via <place/bergen> ; sem:hasPlace <place/bergen> ; sem:hasTimeStamp "2020-02"^^xsd:gYearMonth ;
    kg:duration "PT2H"^^xsd:duration ;
    kg:quantity <quantity/1> ; kg:factuality kg:Reported ; kg:confidence 0.5 ; kg:rule "clause" ;
    prov:wasDerivedFrom <document/d1#char=0,5> .
<quantity/1> a schema:QuantitativeValue ; schema:minValue 3 ; schema:unitText "mile" .
<quotation/1> a schema:Quotation ; schema:text "I lead." ; schema:creator <place/bergen> ;
    kg:indirect false ; kg:factuality kg:Asserted ;
    prov:wasDerivedFrom <document/d1#char=0,5> .
""".replace("SHA", "0" * 64)

BROKEN = [
    ('rdfs:label "Vera Dahl" ; ', "", "rdfs:label"),
    ('rdfs:label "Vera Dahl"', 'rdfs:label "Vera Dahl", "V. Dahl"', "rdfs:label"),
    ("schema:location <place/bergen>", "schema:location <person/dahl>", "schema:location"),
    ("schema:location <place/bergen>", 'schema:location "Bergen"', "schema:location"),
    ('"1960"^^xsd:gYear', '"1960"', "schema:birthDate"),
    ("kg:confidence 0.5", "kg:confidence 1.5", "kg:confidence"),
    ("kg:factuality kg:Reported", "kg:factuality kg:Rumoured", "kg:factuality"),
    ("rdf:object <organization/fjordbank> ;", "", "rdf:object"),
    (
        "kg:sourceCount 1 ;\n    prov:wasDerivedFrom <document/d1#char=0,5>",
        "kg:sourceCount 1",
        "prov:wasDerivedFrom",
    ),
    ('nif:beginIndex "0"', 'nif:beginIndex "7"', "nif:beginIndex"),
    ('nif:anchorOf "Dahl " ;', "", "nif:anchorOf"),
    ('"2020-03-01"^^xsd:date', '"1 March 2020"', "schema:datePublished"),
    ("kg:via <place/bergen>", "kg:via <person/dahl>", "kg:via"),
    ("schema:minValue 3 ;", "", ""),
    ('schema:text "I lead." ;', "", "schema:text"),
    ("kg:sha256", "kg:reason", "kg:sha256"),
    ("geo:lat 60.39", "geo:lat 160.39", "geo:lat"),
    ("sem:hasActor <person/dahl> ;", "", ""),
    ("kg:factuality kg:Asserted ; kg:rule", "kg:factuality kg:Planned ; kg:rule", ""),
    ('schema:birthDate "1960"^^xsd:gYear', "schema:spouse <person/dahl>", ""),
    ("kg:leads <organization/fjordbank>, <place/bergen> ;", "", ""),
    (
        "schema:publisher <organization/fjord-gazette>",
        'schema:publisher "The Fjord Gazette"',
        "schema:publisher",
    ),
    (
        "schema:publisher <organization/fjord-gazette>",
        "schema:author <place/bergen>",
        "schema:author",
    ),
    ("kg:agent <person/dahl> ;", 'kg:agent "Dahl" ;', "kg:agent"),
    (
        "kg:ledBy <person/dahl> ;",
        'schema:alternateName "" ; kg:ledBy <person/dahl> ;',
        "schema:alternateName",
    ),
    (
        "a schema:City, schema:Place ;",
        "a schema:City, schema:Place, sem:Actor ; skos:altLabel 7 ;",
        "skos:altLabel",
    ),
    ("<person/dahl> a schema:Person ;", "<person/dahl> a schema:Person, sem:Place ;", ""),
    ("<person/dahl> a schema:Person ;", "<person/dahl> a schema:Person, nif:Context ;", ""),
    ("<person/dahl> a schema:Person ;", "<person/dahl> a schema:Person, void:Dataset ;", ""),
    ("schema:headline", "schema:mentions [ ] ; schema:headline", "schema:mentions"),
    ("schema:headline", "schema:about [ a schema:Person ] ; schema:headline", ""),
]


@pytest.fixture
def violations(tmp_path):
    def check(body):
        prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
        path = tmp_path / "graph.ttl"
        path.write_text(f"@base <https://example.org/data/> .\n{prefixes}{body}", encoding="utf-8")
        return validate(path, shapes_file(), ontology_files())

    return check


def test_a_graph_in_the_vocabulary_conforms(violations):
    assert violations(GRAPH) == []


@pytest.mark.parametrize(("good", "bad", "path"), BROKEN)
def test_each_broken_promise_is_found(violations, good, bad, path):
    assert good in GRAPH
    found = violations(GRAPH.replace(good, bad))
    assert path in {violation.path for violation in found}
