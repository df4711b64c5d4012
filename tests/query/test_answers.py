import csv
import json
from io import StringIO
from xml.etree import ElementTree

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from kg.errors import QueryError
from kg.query import FORMATS, ask, data_prefixes, table, written
from kg.query.answers import curie
from kg.vocabulary.prefixes import PREFIXES

LABELS = "SELECT ?place ?name WHERE { ?place a schema:Country ; rdfs:label ?name } ORDER BY ?name"
SPOUSES = "CONSTRUCT WHERE { ?s schema:spouse ?o }"
COUNTRIES = ["Osterland", "Vesterland"]


def long_labels(*labels: str) -> Store:
    store = Store()
    for number, label in enumerate(labels):
        store.add(
            Quad(
                NamedNode(f"http://e.org/{number}"),
                NamedNode(PREFIXES["rdfs"] + "label"),
                Literal(label),
            )
        )
    return store


def test_a_table_has_short_iris_and_counts_its_rows(small):
    prefixes = {**PREFIXES, **data_prefixes(small)}
    lines = table(ask(small, LABELS), prefixes=prefixes).splitlines()
    assert [line.split() for line in lines if ":" in line] == [
        ["place:osterland", "Osterland"],
        ["place:vesterland", "Vesterland"],
    ]
    assert lines[0].split() == ["place", "name"]
    assert lines[-1] == "2 rows"


def test_a_table_without_a_width_cuts_and_folds_nothing():
    long = "word " * 200
    assert long.strip() in table(ask(long_labels(long), "SELECT ?l WHERE { ?s rdfs:label ?l }"))


def test_a_table_with_a_width_folds_and_loses_no_word():
    words = [f"word{number}" for number in range(60)]
    shown = table(
        ask(long_labels(" ".join(words)), "SELECT ?s ?l WHERE { ?s rdfs:label ?l }"), width=60
    )
    assert max(map(len, shown.splitlines())) <= 60
    assert all(word in shown for word in words)


def test_a_table_shows_text_as_text(small):
    store = long_labels("[bold]not[/bold]", "\x1b[31mred\x07", "two\nlines")
    shown = table(ask(store, "SELECT ?l WHERE { ?s rdfs:label ?l } ORDER BY ?s"))
    assert "[bold]not[/bold]" in shown
    assert "[31mred" in shown and "\x1b" not in shown and "\x07" not in shown
    assert "two lines" in shown


def test_a_table_of_nothing_still_names_its_columns():
    assert "?" not in table(ask(Store(), "SELECT ?a ?b WHERE { ?a ?b 1 }"))
    assert table(ask(Store(), "SELECT ?a ?b WHERE { ?a ?b 1 }")).split()[:2] == ["a", "b"]


@pytest.mark.parametrize(
    ("query", "word"),
    [("ASK { ?s schema:spouse ?o }", "yes\n"), ("ASK { ?s schema:sibling ?o }", "no\n")],
)
def test_a_yes_or_no_question_is_answered_in_a_word(small, query, word):
    assert table(ask(small, query)) == word


def test_rows_are_written_in_the_standard_formats(small):
    rows = list(csv.DictReader(StringIO(written(ask(small, LABELS), "csv").decode())))
    assert [row["name"] for row in rows] == COUNTRIES
    assert written(ask(small, LABELS), "tsv").decode().splitlines()[0] == "?place\t?name"
    bindings = json.loads(written(ask(small, LABELS), "json"))["results"]["bindings"]
    assert [row["name"]["value"] for row in bindings] == COUNTRIES
    literals = ElementTree.fromstring(written(ask(small, LABELS), "xml")).iter(
        "{http://www.w3.org/2005/sparql-results#}literal"
    )
    assert [literal.text for literal in literals] == COUNTRIES


def test_triples_are_written_as_turtle_always_in_the_same_order(small):
    turtle = written(ask(small, SPOUSES), "ttl")
    assert turtle == written(ask(small, SPOUSES), "ttl")
    assert {quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)} == set(
        ask(small, SPOUSES)
    )
    assert table(ask(small, SPOUSES)).encode() == turtle
    assert b"schema:spouse" in turtle


def test_triples_are_written_as_json_ld_and_rdf_xml_too(small):
    for fmt, rdf in (("json", RdfFormat.JSON_LD), ("xml", RdfFormat.RDF_XML)):
        assert {
            quad.triple for quad in parse(written(ask(small, SPOUSES), fmt), format=rdf)
        } == set(ask(small, SPOUSES))


@pytest.mark.parametrize(
    ("query", "fmt", "message"),
    [
        (
            LABELS,
            "ttl",
            "the answer is rows, which cannot be written as 'ttl': use csv or tsv or json or xml",
        ),
        (SPOUSES, "csv", "the answer is triples, .* use ttl or json or xml"),
        ("ASK {}", "csv", "the answer is yes or no, .* use json or xml"),
    ],
)
def test_a_format_that_does_not_fit_is_an_error_that_names_those_that_do(
    small, query, fmt, message
):
    with pytest.raises(QueryError, match=message):
        written(ask(small, query), fmt)


def test_yes_or_no_is_written_as_json(small):
    assert json.loads(written(ask(small, "ASK {}"), "json"))["boolean"] is True


def test_the_longest_namespace_makes_the_short_name():
    assert curie("http://e.org/a/b", {"e": "http://e.org/", "a": "http://e.org/a/"}) == "a:b"


def test_the_formats_are_named():
    assert FORMATS == ("csv", "tsv", "json", "xml", "ttl")
