"""A graph as it was on a day."""

import pytest
from pyoxigraph import RdfFormat, Store

from kg import load
from kg.errors import QueryError
from kg.query import ask
from kg.query.sparql import data_prefixes
from kg.rdf import held_on

HEAD = """
@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix schema: <https://schema.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <urn:newskg:local/> .
:d1 schema:datePublished "2019-03-04"^^xsd:date . :p1 nif:referenceContext :d1 .
:d2 schema:datePublished "2021-06-07"^^xsd:date . :p2 nif:referenceContext :d2 .
"""
ADA = ":ada kg:leads :acme . :acme kg:ledBy :ada ."
BO = ":bo kg:leads :acme . :acme kg:ledBy :bo ."
FIRST = """:s1 a rdf:Statement ; rdf:subject :ada ; rdf:predicate kg:leads ; rdf:object :acme ;
    kg:factuality kg:Asserted ; prov:wasDerivedFrom :p1 ; """
SECOND = """:s2 a rdf:Statement ; rdf:subject :bo ; rdf:predicate kg:leads ; rdf:object :acme ;
    kg:factuality kg:Asserted ; prov:wasDerivedFrom :p2 ; """
TOLD = 'kg:asOf "2019-03-04"^^xsd:date .'
BOUNDED = (
    'schema:startDate "2015"^^xsd:gYear ; schema:endDate "2020-05"^^xsd:gYearMonth ; kg:past true .'
)
OVER = "kg:past true ."
NEXT = 'kg:asOf "2021-06-07"^^xsd:date ; kg:supersedes :s1 .'

ROWS = [
    (ADA + FIRST + TOLD, "2019-03-01", {"ada"}),
    (ADA + FIRST + TOLD, "2018-12-31", set()),
    (ADA + FIRST + TOLD, "2025-01-01", {"ada"}),
    (FIRST + BOUNDED, "2015-01-01", {"ada"}),
    (FIRST + BOUNDED, "2020-05-31", {"ada"}),
    (FIRST + BOUNDED, "2020-06-01", set()),
    (FIRST + BOUNDED, "2014-12-31", set()),
    (FIRST + OVER, "2019-05-01", set()),
    (ADA + BO + FIRST + TOLD + SECOND + NEXT, "2020-01-01", {"ada"}),
    (ADA + BO + FIRST + TOLD + SECOND + NEXT, "2021-07-01", {"bo"}),
]


@pytest.mark.parametrize(("turtle", "day", "leaders"), ROWS)
def test_only_what_held_on_a_day_is_left(turtle, day, leaders):
    store = Store()
    store.load((HEAD + turtle).encode(), format=RdfFormat.TURTLE)
    rows = ask(held_on(store, day), "SELECT ?who { ?who kg:leads ?what }")
    assert {row["who"].value.rpartition("/")[2] for row in rows} == leaders
    turned = ask(held_on(store, day), "SELECT ?who { ?what kg:ledBy ?who }")
    assert {row["who"].value.rpartition("/")[2] for row in turned} <= leaders


def test_what_has_no_time_stays_as_it_is(small):
    assert "data" in data_prefixes(held_on(small, "1990-01-01"))
    children = "ASK { ?parent schema:children ?child }"
    assert bool(ask(held_on(small, "1990-01-01"), children)) and len(small) > 0


@pytest.mark.parametrize("day", ["2019-5-1", "May 2019", "2019-02-30", "", "20190501"])
def test_what_is_no_day_is_told(day):
    with pytest.raises(QueryError, match="is no day: give one as 2019-05-01"):
        held_on(Store(), day)


def test_a_loaded_graph_answers_as_of_a_day(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(HEAD + ADA + FIRST + TOLD, encoding="utf-8")
    leads = "ASK { ?x kg:leads ?y }"
    assert bool(load(path, as_of="2019-03-05").ask(leads))
    assert not bool(load(path, as_of="2018-12-31").ask(leads))
    assert repr(load(path, as_of="2018-12-31")).endswith("as_of='2018-12-31')")
