"""A built graph, opened in Python."""

from pathlib import Path

import pytest

import kg
from kg.errors import GraphError, QueryError

SMALL = Path(__file__).parent / "query" / "small.ttl"


def test_rows_are_plain_text_and_none_for_what_is_unbound():
    query = "SELECT ?name ?missing { ?x rdfs:label ?name OPTIONAL { ?x schema:nothing ?missing } } ORDER BY ?name LIMIT 1"
    (row,) = kg.load(SMALL).rows(query)
    assert list(row) == ["name", "missing"]
    assert isinstance(row["name"], str)
    assert row["missing"] is None


@pytest.mark.parametrize("query", ["ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s a schema:Person }"])
def test_only_select_gives_rows(query):
    with pytest.raises(QueryError, match="only SELECT gives rows"):
        list(kg.load(SMALL).rows(query))


def test_a_graph_that_is_missing_is_told_at_the_first_question_and_not_before(tmp_path):
    graph = kg.load(tmp_path)
    with pytest.raises(GraphError, match="is missing"):
        graph.ask("ASK { ?s ?p ?o }")


def test_rdflib_gets_the_same_triples():
    graph = kg.load(SMALL)
    assert len(graph.to_rdflib()) == len(graph.store)


def test_a_notebook_shows_the_page_in_a_frame_without_rights():
    assert (
        kg.load(SMALL)._repr_html_().startswith('<iframe sandbox="allow-scripts allow-downloads"')
    )
