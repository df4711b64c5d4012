"""The server: SPARQL 1.1 Protocol, the page, the query page, texts; for this machine, reading only."""

import csv
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
import rdflib
from rdf_samples import ARTICLES, TRIPLES, written

from kg.errors import GraphError
from kg.query import Inquiry, answered
from kg.serve import Limits, Server

NAMES = "SELECT ?name { ?x a schema:Person ; rdfs:label ?name } ORDER BY ?name"
LEADS = "ASK { ?x kg:leads ?y }"
ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@dataclass
class Answer:
    status: int
    kind: str
    text: str
    headers: dict[str, str]


@dataclass
class Client:
    port: int

    def send(
        self,
        path: str,
        *,
        method: str = "GET",
        body: str | bytes | None = None,
        **headers: str,
    ) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        kind = response.headers.get_content_type()
        return Answer(response.status, kind, text, dict(response.headers))

    def get(self, query: str, accept: str = "*/*") -> Answer:
        return self.send(f"/sparql?{urlencode({'query': query})}", Accept=accept)


@contextmanager
def serving(source: Path, limits: Limits | None = None) -> Iterator[Client]:
    with Server(source, limits=limits) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield Client(server.server_port)
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("served") / "out")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Client]:
    with serving(folder) as found:
        yield found


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/*", "text/xml"),
        ("TEXT/CSV;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
        ("application/sparql-results+json;q=0, */*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/sparql-results+json"),
    ],
)
def test_the_form_of_rows_is_what_the_client_likes_best(client, accept, kind):
    answer = client.get(NAMES, accept)
    assert (answer.status, answer.kind) == (200, kind)
    assert "Ada Quist" in answer.text and answer.headers["Vary"] == "Accept"


@pytest.mark.parametrize(
    ("accept", "form"),
    [("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")],
)
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
def test_triples_come_in_the_formats_of_rdf(client, accept, form):
    answer = client.get(ALL, accept)
    assert (answer.status, answer.kind) == (200, accept)
    assert len(rdflib.Graph().parse(data=answer.text, format=form)) == len(TRIPLES)


def test_a_question_of_yes_or_no_has_json_and_xml_only(client):
    assert json.loads(client.get(LEADS, "application/sparql-results+json").text)["boolean"] is True
    refused = client.get(LEADS, "text/csv")
    assert refused.status == 406 and "an answer to ASK can be" in refused.text


def test_nothing_that_the_client_accepts_is_told_with_what_there_is(client):
    answer = client.get(NAMES, "text/turtle")
    assert answer.status == 406 and "text/csv" in answer.text


def test_a_query_may_be_posted_in_both_ways(client):
    form = client.send(
        "/sparql",
        method="POST",
        body=urlencode({"query": NAMES}),
        Content_Type=FORM,
        Accept="text/csv",
    )
    direct = client.send(
        "/sparql",
        method="POST",
        body=NAMES,
        Content_Type=f"{QUERY}; charset=utf-8",
        Accept="text/csv",
    )
    assert form.text == direct.text
    rows = list(csv.DictReader(StringIO(form.text, newline="")))
    assert {"name": "Ada Quist"} in rows


@pytest.mark.parametrize(
    ("query", "status", "message"),
    [
        ("INSERT DATA { <x:a> <x:b> 1 }", 400, "INSERT is refused"),
        ("DROP ALL", 400, "DROP is refused"),
        ("SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }", 400, "SERVICE is refused"),
        ("SELECT * { ?x ", 400, "not a SPARQL query: line 1"),
        ("SELECT * { ?x foo:bar ?y }", 400, "unknown prefix foo:"),
        ("", 400, "a query begins with"),
    ],
)
def test_what_kg_query_refuses_is_refused_with_its_words(client, query, status, message):
    answer = client.get(query)
    assert (answer.status, answer.kind) == (status, "text/plain")
    assert message in answer.text


@pytest.mark.parametrize(
    "parameter",
    ["default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri", "update"],
)
def test_graphs_and_updates_are_refused(client, parameter):
    asked = urlencode({"query": NAMES, parameter: "http://x.example/g"})
    assert client.send(f"/sparql?{asked}").status == 400
    posted = client.send("/sparql", method="POST", body=asked, Content_Type=FORM)
    assert posted.status == 400 and f"{parameter} is refused" in posted.text


def test_an_update_is_refused_whatever_it_is_called(client, folder):
    before = (folder / "graph.ttl").read_bytes()
    answer = client.send(
        "/sparql",
        method="POST",
        body="INSERT DATA { <x:a> <x:b> 1 }",
        Content_Type="application/sparql-update",
    )
    assert answer.status == 400 and "only reads" in answer.text
    for method in ("PUT", "DELETE", "PATCH"):
        assert client.send("/sparql", method=method, body="x").status == 501
    assert (folder / "graph.ttl").read_bytes() == before


def test_requests_that_are_none_are_told_why(client):
    twice = urlencode([("query", NAMES), ("query", LEADS)])
    assert "more than one query" in client.send(f"/sparql?{twice}").text
    assert client.send("/sparql", method="POST", body="x", Content_Type="text/plain").status == 415
    assert client.send("/sparql", method="POST", body=b"\xff", Content_Type=QUERY).status == 400
    assert client.send("/graph.ttl", method="POST", body="x", Content_Type=QUERY).status == 405
    assert client.send("/nothing").status == 404


def test_a_body_without_a_length_or_too_long_is_not_read(client):
    connection = HTTPConnection("127.0.0.1", client.port, timeout=60)
    connection.putrequest("POST", "/sparql")
    connection.putheader("Content-Length", "999999999999")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_a_client_that_asks_nothing_is_told_of_the_service(client):
    answer = client.send("/sparql")
    assert answer.kind == "text/turtle"
    described = rdflib.Graph().parse(data=answer.text, format="turtle")
    endpoint = rdflib.URIRef(f"http://127.0.0.1:{client.port}/sparql")
    assert (None, None, endpoint) in described


def test_limits_are_those_of_kg_query(folder):
    with serving(folder, Limits(rows=2, seconds=60)) as client:
        answer = client.get("SELECT * { ?s ?p ?o }", "text/csv")
        assert len(answer.text.splitlines()) == 3
        assert "only the first 2 are given" in answer.headers["X-Note"]
    with serving(folder, Limits(rows=0, seconds=0.01)) as client:
        assert "no answer within 0.01 seconds" in client.get(NAMES).text


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""]
)
def test_another_name_for_this_machine_is_refused(client, host):
    """A page on the web whose name is made to lead here must not read the graph."""
    assert client.send("/graph.ttl", Host=host).status == 421
    assert client.send("/graph.ttl", Host=f"localhost:{client.port}").status == 200


def test_no_other_site_is_allowed_to_read(client):
    headers = client.send("/sparql", Origin="http://evil.example").headers
    assert not any(name.lower().startswith("access-control") for name in headers)
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_it_listens_on_this_machine_only(folder):
    with Server(folder) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_the_page_the_graph_and_the_refusals_are_there(client, folder):
    page = client.send("/")
    assert page.kind == "text/html" and "Ada Quist" in page.text
    for name in ("graph.ttl", "refusals.ttl"):
        answer = client.send(f"/{name}")
        assert answer.kind == "text/turtle" and answer.text == (folder / name).read_text("utf-8")
    head = client.send("/graph.ttl", method="HEAD")
    assert (head.text, head.headers["Content-Length"]) == (
        "",
        str((folder / "graph.ttl").stat().st_size),
    )


def test_the_texts_are_there_and_nothing_else_of_the_disk(client, folder):
    listed = client.send("/texts/").text
    for article in ARTICLES:
        assert f'href="{article.id}.txt"' in listed
        answer = client.send(f"/texts/{article.id}.txt")
        assert answer.kind == "text/plain"
        assert answer.text.replace("\r\n", "\n") == article.text.replace("\r\n", "\n")
    (folder / "secret.txt").write_text("secret")
    (folder / "texts" / "link.txt").symlink_to(folder / "secret.txt")
    names = (
        "../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/secret.txt",
        "link.txt",
        "/etc/passwd",
        "..",
    )
    for name in names:
        assert client.send(f"/texts/{name}").status == 404, name
        assert client.send(f"/texts/{quote(name, safe='')}").status == 404, name


def test_the_query_page_asks_no_other_host(client):
    page = client.send("/query")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy
    assert "http:" not in page.text and "https:" not in page.text
    assert page.text.count("<option") > 5


@pytest.mark.parametrize("name", ["", "index.html", "yasgui.min.js", "yasgui.min.css"])
def test_yasgui_is_served_from_here(client, name):
    part = client.send(f"/yasgui/{name}")
    assert part.status == 200 and len(part.text) > 1000
    assert "default-src 'none'" in part.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["VENDORED.txt", "../server.py", "%2e%2e/server.py", "x"])
def test_nothing_else_lies_beside_yasgui(client, name):
    assert client.send(f"/yasgui/{name}").status == 404


def test_an_rdf_file_is_served_with_a_page_made_for_it(folder, tmp_path):
    (tmp_path / "mine.ttl").write_bytes((folder / "graph.ttl").read_bytes())
    with serving(tmp_path / "mine.ttl") as client:
        assert "Ada Quist" in client.send("/").text
        assert "Ada Quist" in client.get(NAMES).text
        assert client.send("/texts/").status == 404
        assert client.send("/refusals.ttl").status == 404


def test_a_graph_that_is_not_there_is_told_at_once(tmp_path):
    with pytest.raises(GraphError, match="is missing"):
        Server(tmp_path)


def test_kg_query_asks_the_endpoint(client):
    address = f"http://127.0.0.1:{client.port}/sparql"
    assert b"Ada Quist" in answered(Inquiry(address, NAMES, fmt="csv"), timeout=60).content
    assert b"kg:leads" in answered(Inquiry(address, ALL, fmt="ttl"), timeout=60).content


def test_sparqlwrapper_works(client):
    wrapper = pytest.importorskip("SPARQLWrapper")
    asking = wrapper.SPARQLWrapper(f"http://127.0.0.1:{client.port}/sparql")
    asking.setReturnFormat(wrapper.JSON)
    for method in (wrapper.GET, wrapper.POST):
        asking.setMethod(method)
        asking.setQuery(f"PREFIX x: <http://x.example/> {NAMES}")
        found = asking.query().convert()
        assert found["results"]["bindings"][0]["name"]["value"] == "Ada Quist"
    asking.setQuery(ALL)
    asking.setReturnFormat(wrapper.TURTLE)
    assert b"kg:leads" in asking.query().convert()


def test_the_command_names_its_addresses_and_stops(folder):
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            lines = [process.stdout.readline() for _ in range(4)]
            assert lines[0].startswith("page       http://127.0.0.1:")
            assert lines[2].rstrip().endswith("/sparql")
            port = int(lines[0].rpartition(":")[2].rstrip("/\n"))
            assert Client(port).send("/query").status == 200
        finally:
            process.terminate()
