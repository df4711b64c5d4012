import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg.errors import QueryError
from kg.query import ask, data_prefixes


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        (
            "SELECT ?c WHERE { ?p rdfs:label 'Mara Dahlgren' ; schema:children/rdfs:label ?c }",
            ["Tove Dahlgren"],
        ),
        ("SELECT ?n WHERE { person:iven-rask rdfs:label ?n }", ["Iven Rask"]),
        ("SELECT (COUNT(*) AS ?n) WHERE { ?s a kg:Group }", ["1"]),
        (
            "# a comment\nPREFIX p: <https://schema.org/>\nSELECT ?n WHERE { ?s a p:Country ; rdfs:label ?n } ORDER BY ?n",
            ["Osterland", "Vesterland"],
        ),
        ("select ?n where { ?s kg:borders+/rdfs:label ?n } order by ?n limit 1", ["Osterland"]),
        ("SELECT ?service WHERE { BIND('service' AS ?service) } # a service", ["service"]),
        (
            "SELECT ?x WHERE { BIND(STR(<http://e.org/service#service>) AS ?x) }",
            ["http://e.org/service#service"],
        ),
        (
            "SELECT ?x WHERE { BIND(STR(kg:service) AS ?x) }",
            ["https://w3id.org/newskg/ontology#service"],
        ),
    ],
)
def test_a_select_query_needs_no_prefix_declarations(small, query, rows):
    assert [row[0].value for row in ask(small, query)] == rows


def test_ask_construct_and_describe_are_answered(small):
    assert ask(small, "ASK { ?s schema:spouse ?o }")
    assert not ask(small, "ASK { ?s schema:sibling ?o }")
    assert (
        len(list(ask(small, "CONSTRUCT { ?o schema:spouse ?s } WHERE { ?s schema:spouse ?o }")))
        == 2
    )
    assert {triple.subject.value for triple in ask(small, "DESCRIBE place:sund")} == {
        "urn:newskg:local/place/sund"
    }


@pytest.mark.parametrize(
    "word",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "drop all",
        "LOAD <http://e.org/>",
        "CLEAR ALL",
    ],
)
def test_an_update_is_refused(small, word):
    before = len(small)
    with pytest.raises(QueryError, match="is refused: a query may not change the graph"):
        ask(small, f"PREFIX e: <http://e.org/>\n{word}")
    assert len(small) == before


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "SELECT ?s WHER { ?s ?p ?o }",
            r"not a SPARQL query: line 1, column 16, in 'SELECT \?s WHER .*expected DISTINCT or WHERE",
        ),
        ("SELECT ?s\nWHERE { ?s rdfs:label }", "line 2, column"),
        ("SELECT ?s {\n ?s rdfs:label ?l\n", "line 3, column 1"),
        ("SELECT ?s WHERE { ?s wdt:P31 ?o ; foaf:name 'x:y' }", "unknown prefix foaf:, wdt: "),
        ("SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s ?p ?o }", "variable that is unbound"),
        ("who leads Vesterland", "begins with SELECT, ASK, CONSTRUCT or DESCRIBE, not with 'who'"),
        ("", "not with nothing"),
        (
            "SELECT ?x WHERE { ?s ?p ?o FILTER(<http://e.org/f>(?s)) }",
            "cannot be answered: .*custom function",
        ),
    ],
)
def test_what_is_not_sparql_is_told_with_its_place(small, query, message):
    with pytest.raises(QueryError, match=message) as caught:
        list(ask(small, query))
    assert "\n" not in str(caught.value)


def test_the_prefixes_of_a_graph_follow_its_base_iri():
    store = Store()
    kind, article = (
        NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        NamedNode("https://schema.org/NewsArticle"),
    )
    store.add(Quad(NamedNode("http://news.example/g/document/a1"), kind, article))
    store.add(
        Quad(
            NamedNode("http://news.example/g/award/best"),
            kind,
            NamedNode("https://w3id.org/newskg/ontology#Award"),
        )
    )
    prefixes = data_prefixes(store)
    assert prefixes["data"] == "http://news.example/g/"
    assert prefixes["award"] == "http://news.example/g/award/"
    assert prefixes["person"] == "http://news.example/g/person/"
