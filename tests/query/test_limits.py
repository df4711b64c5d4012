"""What a query may not be: every payload here reached the network, or ended the process, when the engine was given it as it is."""

import socket
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.query import ask
from kg.query.limits import MOST_CHARACTERS, MOST_JOINTS, MOST_NESTED
from kg.vocabulary.prefixes import expand

CALL = "SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o }"
CALLS = {
    "plain": f"SELECT * WHERE {{ {CALL} }}",
    "silent, small letters": "SELECT * WHERE { service silent <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "no spaces": "SELECT*{SERVICE<http://127.0.0.1:PORT/>{?s ?p ?o}}",
    "subquery": f"SELECT * {{ {{ SELECT * {{ {CALL} }} }} }}",
    "in a filter": f"ASK {{ ?s ?p ?o FILTER EXISTS {{ {CALL} }} }}",
    "address in a variable": "SELECT * { VALUES ?u { <http://127.0.0.1:PORT/> } SERVICE ?u { ?s ?p ?o } }",
    "address by a prefix": "PREFIX : <http://127.0.0.1:PORT/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "after a dot": f"SELECT * {{ ?s rdfs:label ?l.{CALL} }}",
    "after a number": f"SELECT * {{ ?s kg:sourceCount 1{CALL} }}",
    "after a decimal number": f"SELECT * {{ ?s kg:confidence 1.5{CALL} }}",
    "after a truth value": f"SELECT * {{ ?s kg:past true{CALL} }}",
    "after a language": f"SELECT * {{ OPTIONAL {{ ?s ?p 'a'@en }} {CALL} }}",
    "after a comment that ends in CR": f"SELECT * {{ # comment\r{CALL} \n}}",
    "after an IRI with a no-break space": f"SELECT * {{ OPTIONAL {{ <http://e/\u00a0#> ?x ?y }} {CALL} \n}}",
    "after an IRI with an escape": f"SELECT * {{ OPTIONAL {{ <http://e/\\u00e9#> ?x ?y }} {CALL} \n}}",
    "after a name with a quote": f"PREFIX e: <http://e/> SELECT * {{ OPTIONAL {{ e:a\\' ?x ?y }} {CALL} #'\n}}",
    "after a name with a hash": f"PREFIX e: <http://e/> SELECT * {{ OPTIONAL {{ e:a\\# ?x ?y }} {CALL} \n}}",
    "after a name of its prefix alone": "PREFIX e: <a:> SELECT*{OPTIONAL{?s ?p e:.}SERVICE<http://127.0.0.1:PORT/>{?s ?p ?o}}",
    "between less and greater": "PREFIX : <http://127.0.0.1:PORT/> SELECT * { FILTER(1<2)SERVICE:x#>\n{ ?s ?p ?o } }",
    "between quotes that are none": f"SELECT * {{ FILTER(1<'>') {CALL} FILTER('' = '') }}",
    "escaped": "SELECT * { \\u0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "escaped twice": "SELECT * { \\u005Cu0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "after a NUL in a comment": f"SELECT * {{ #\0\n {CALL} }}",
}


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A port of this machine at which nobody may knock."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.001)
        yield server


@pytest.mark.parametrize("query", CALLS.values(), ids=CALLS.keys())
def test_no_query_calls_out_to_another_service(listener, query):
    store = Store()
    values = {
        "rdfs:label": ("a", "string"),
        "kg:sourceCount": ("1", "integer"),
        "kg:confidence": ("1.5", "decimal"),
    }
    for predicate, (value, kind) in {**values, "kg:past": ("true", "boolean")}.items():
        store.add(
            Quad(
                NamedNode("a:a"),
                NamedNode(expand(predicate)),
                Literal(value, datatype=NamedNode(expand(f"xsd:{kind}"))),
            )
        )
    with pytest.raises(QueryError):
        list(ask(store, query.replace("PORT", str(listener.getsockname()[1]))))
    with pytest.raises(TimeoutError):
        listener.accept()


@pytest.mark.parametrize(
    "query",
    [
        "# LOAD <http://e.org/>\nINSERT DATA { <a:a> <a:b> <a:c> }",
        "BASE <http://e.org/> PREFIX select: <http://e.org/> LOAD <http://127.0.0.1:9/>",
        "PREFIX SELECT: <http://e.org/>\nDELETE WHERE { ?s ?p ?o }",
        "iNsErT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
        "ASK {} DELETE WHERE { ?s ?p ?o }",
        "SELECT * { INSERT DATA { <a:a> <a:b> <a:c> } }",
        "#\rDROP ALL",
        "\ufeffDROP ALL",
        "D\\u0052OP ALL",
    ],
)
def test_no_query_changes_the_graph(small, query):
    before = set(small)
    with pytest.raises(QueryError):
        ask(small, query)
    assert set(small) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service WHERE { BIND('\"service\"' AS ?service) } # a service",
        "SELECT ?x { VALUES ?x { 'SERVICE <http://e.org/> { ?s ?p ?o }' \"it's a service\" '''the\nservice''' } }",
        "SELECT * { OPTIONAL { ?s schema:service-type <http://e.org/service>, organization:secret-service, 'x'@en } }",
    ],
)
def test_the_word_service_may_be_asked_for(small, query):
    assert list(ask(small, query))


def nested(opening: str, core: str, closing: str, depth: int) -> str:
    return opening * depth + core + closing * depth


@pytest.mark.parametrize(
    ("opening", "core", "closing", "around"),
    [
        ("{", " ?s ?p ?o ", "}", "SELECT * WHERE {{ {} }}"),
        ("(", "1", ")", "SELECT * {{ ?s ?p ?o FILTER({}) }}"),
        ("(", "<a:b>", ")", "SELECT * {{ ?s {} ?o }}"),
        ("IF(1,", "1", ",1)", "SELECT * {{ FILTER({}) }}"),
        ("FILTER EXISTS { ?s ?p ?o ", "", "}", "SELECT * {{ {} }}"),
        ("<<( <a:b> <a:b> ", "1", " )>>", "SELECT * {{ ?s ?p {} }}"),
        ("{SELECT * WHERE ", "{?s ?p ?o}", "}", "SELECT * WHERE {{ {} }}"),
    ],
)
def test_brackets_may_be_nested_but_not_without_end(small, opening, core, closing, around):
    shallow = MOST_NESTED // 2 - 3
    ask(small, around.format(nested(opening, core, closing, shallow)))
    with pytest.raises(QueryError, match="brackets inside each other"):
        ask(small, around.format(nested(opening, core, closing, 10_000)))


@pytest.mark.parametrize("text", ["'" + "(" * 200 + "'", "'''" + "{\n" * 200 + "'''"])
def test_brackets_in_strings_do_not_count(small, text):
    assert list(ask(small, f"SELECT ?x {{ BIND({text} AS ?x) }}"))


@pytest.mark.parametrize(
    "step",
    [
        "BIND(1 AS ?vNUMBER) ",
        "OPTIONAL { ?s ?p ?o } ",
        "MINUS { ?s ?p ?o } ",
        "?s ?p ?o . ",
        "FILTER(1+1) ",
    ],
)
def test_a_chain_may_not_be_without_end(small, step):
    with pytest.raises(QueryError, match="steps"):
        ask(
            small,
            "SELECT * { "
            + "".join(step.replace("NUMBER", str(number)) for number in range(2 * MOST_JOINTS))
            + "}",
        )


def test_a_long_list_of_values_is_no_chain(small):
    names = " ".join(f'"name.{number}"' for number in range(2 * MOST_JOINTS))
    assert not list(
        ask(small, f"SELECT * {{ VALUES ?name {{ {names} }} ?thing rdfs:label ?name }}")
    )


@pytest.mark.parametrize("piece", ["'\\", "x", "<", "a.", "'''", "#\r", "(", "prefix a"])
def test_a_megabyte_is_refused_at_once(small, piece):
    with pytest.raises(QueryError, match="characters"):
        ask(small, "SELECT * { " + piece * (1_000_000 // len(piece)))


@pytest.mark.parametrize(
    "piece", ["'\\", '"\\"', "x", "<", "a.", "'''\\", "#\r", "?a:", "prefix a", "base <"]
)
def test_what_is_just_small_enough_is_looked_through_in_one_go(small, piece):
    with pytest.raises(QueryError):
        ask(small, ("SELECT * { " + piece * (MOST_CHARACTERS // len(piece)))[:MOST_CHARACTERS])


def test_what_is_no_text_is_refused(small):
    with pytest.raises(QueryError, match="no UTF-8 text"):
        ask(small, "ASK { ?s ?p '\udcff' }")
