"""A store on the network answers as the graph on disk does, and what it refuses or garbles is told."""

import re
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions, RdfFormat, Store, Triple
from servers import oxigraph, scripted

from kg.errors import EndpointError, KgError, QueryError
from kg.query import Inquiry, answered, ask, questions
from kg.query.endpoint import Remote
from kg.query.sources import askable
from kg.rdf.push import push
from kg.rdf.remote import endpoint

SMALL = Path(__file__).parent / "small.ttl"
NAMED = "https://example.org/news"
JSON = (("Content-Type", "application/sparql-results+json; charset=utf-8"),)
NAMES = "SELECT ?name { ?thing a schema:Country ; rdfs:label ?name } ORDER BY ?name"
XML = b"""<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="name"/></head>
<results><result><binding name="name"><literal>Osterland</literal></binding></result></results></sparql>"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with oxigraph(tmp_path_factory.mktemp("server")) as address:
        for graph in ("", NAMED):
            push(SMALL, endpoint(f"{address}/store"), graph=graph)
        yield f"{address}/query"


@pytest.fixture(scope="module")
def alone() -> Store:
    store = Store()
    store.load(path=SMALL, format=RdfFormat.TURTLE)
    return store


def plain(answer) -> object:
    """An answer that can be compared: without an order where there is none."""
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    if isinstance(answer, QuerySolutions):
        return sorted(str(list(row)) for row in answer)
    return {triple for triple in answer if isinstance(triple, Triple)}


ASKED = [
    NAMES,
    "ASK { person:iven-rask rdfs:label 'Iven Rask' }",
    "ASK { person:iven-rask rdfs:label 'Nobody' }",
    "CONSTRUCT { ?b schema:spouse ?a } WHERE { ?a schema:spouse ?b }",
    "DESCRIBE place:sund",
    "BASE <urn:newskg:local/>\nPREFIX s: <https://schema.org/>\nSELECT ?p ?o { <place/sund> ?p ?o ; a s:Place }",
    "SELECT ?x { VALUES ?x { 'the \"secret\" service' 'é\u2028 \\u0041' 1.50 } }",
]


@pytest.mark.parametrize("query", ASKED)
@pytest.mark.parametrize("graph", ["", NAMED])
def test_a_store_answers_as_the_graph_on_disk(server, alone, query, graph):
    assert plain(Remote(endpoint(server), graph).ask(query)) == plain(ask(alone, query))


@pytest.mark.parametrize(
    "question",
    [question for question in questions() if not question.also],
    ids=lambda question: question.name,
)
def test_every_ready_question_can_be_asked(server, alone, question):
    """Names that a question puts together in one cell may come in another order: SPARQL gives them none."""
    query = question.bound(["Mara Dahlgren"] * len(question.parameters))
    here, there = plain(ask(alone, query)), plain(Remote(endpoint(server)).ask(query))
    words = [sorted(sorted(re.findall(r"\w+", row)) for row in rows) for rows in (here, there)]
    assert words[0] == words[1]


def test_a_question_of_the_refusals_needs_the_folder(server):
    with pytest.raises(QueryError, match=r"looks into refusals\.ttl, which only a folder has"):
        askable(server, also=["refusals.ttl"])


def test_a_folder_has_no_graphs_to_choose_from():
    with pytest.raises(QueryError, match="leave out --graph"):
        askable(str(SMALL), graph=NAMED)


@pytest.mark.parametrize("fmt", ["table", "csv", "tsv", "json", "xml"])
def test_the_formats_are_the_same(server, fmt):
    assert answered(Inquiry(server, NAMES, fmt=fmt)) == answered(
        Inquiry(str(SMALL), NAMES, fmt=fmt)
    )


def test_a_limit_cuts_what_a_store_gives(server):
    cut = answered(Inquiry(server, NAMES, fmt="csv", limit=1))
    assert cut.content == b"name\r\nOsterland\r\n"
    assert "only the first 1" in cut.notes[0]


@pytest.mark.parametrize(
    "query",
    ["DROP ALL", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }", "SELECT * { ?s foaf:name ?o }"],
)
def test_what_is_not_allowed_is_never_sent(query):
    with scripted((200, JSON, b'{"head":{},"boolean":true}')) as server, pytest.raises(QueryError):
        Remote(endpoint(server.address)).ask(query)
    assert not any(query.encode() in body for *_, body in server.asked)


def test_the_prefixes_are_those_of_the_stores_own_base():
    rows = b'{"head":{"vars":["first"]},"results":{"bindings":[{"first":{"type":"literal","value":"http://n.example/document/a"}}]}}'
    with scripted((200, JSON, rows)) as server:
        assert Remote(endpoint(server.address)).prefixes()["person"] == "http://n.example/person/"


@pytest.mark.parametrize(
    ("kind", "body", "names"),
    [
        ("application/sparql-results+xml", XML, ["Osterland"]),
        ("text/xml; charset=UTF-8", XML, ["Osterland"]),
        ("application/json", b'{"head":{"vars":["name"]},"results":{"bindings":[]}}', []),
    ],
)
def test_results_are_read_in_either_format(kind, body, names):
    with scripted((200, (("Content-Type", kind),), body)) as server:
        answer = Remote(endpoint(server.address)).ask(NAMES)
        assert [row["name"].value for row in answer] == names


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        (
            "text/html",
            b"<p>Welcome</p>",
            "answered with text/html, which is no answer to a question",
        ),
        (
            "application/sparql-results+json",
            b"[1, 2",
            "answered with what is no application/sparql-results",
        ),
        ("application/sparql-results+json", b"", "answered with"),
        ("application/n-triples", b"<a", "answered with what is no application/n-triples"),
        ("text/turtle", b"\xff\xfe", "answered with what is no text/turtle"),
    ],
)
def test_nonsense_is_told(kind, body, message):
    with (
        scripted((200, (("Content-Type", kind),), body)) as server,
        pytest.raises(EndpointError, match=message),
    ):
        plain(Remote(endpoint(server.address)).ask(NAMES))


def test_an_answer_that_breaks_off_is_no_answer():
    rows = (
        b'{"head":{"vars":["name"]},"results":{"bindings":[{"name":{"type":"literal","value":"a"}},'
    )
    with (
        scripted((200, JSON, rows)) as server,
        pytest.raises(KgError, match="the answer breaks off"),
    ):
        answered(Inquiry(server.address, NAMES, fmt="csv"))


def test_the_stores_own_words_on_a_query_are_told(server):
    with pytest.raises(
        EndpointError, match=r"400: the store does not understand what was sent \(.*expected"
    ):
        Remote(endpoint(server)).ask("SELECT ?s WHER { ?s ?p ?o }")


def test_triples_are_shown_as_turtle(server):
    assert "\nplace:sund a " in answered(Inquiry(server, "DESCRIBE place:sund")).content.decode()
