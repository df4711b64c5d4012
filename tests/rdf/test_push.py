"""Graphs are pushed to a real store by the Graph Store Protocol, and the store then holds exactly them."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, Triple, parse
from rdf_samples import TRIPLES, written
from servers import oxigraph, scripted

from kg.errors import EndpointError, GraphError
from kg.rdf import open_graph
from kg.rdf.push import JOURNAL, push
from kg.rdf.remote import PASSWORD, TOKEN, USER, endpoint

GRAPH = "https://example.org/news"
DONE = (204, (), b"")
KILLED = """
import os, sys
from pathlib import Path
from kg.rdf.push import push
from kg.rdf.remote import endpoint

def progress(done, total):
    if done >= total // 2:
        os.kill(os.getpid(), 9)

push(Path(sys.argv[1]), endpoint(sys.argv[2]), part=20, resume=len(sys.argv) > 3, progress=progress)
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with oxigraph(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("kg.rdf.remote.PAUSES", (0.01, 0.01))
    for name in (USER, PASSWORD, TOKEN):
        monkeypatch.delenv(name, raising=False)


def held(server: str, graph: str = "") -> set[Triple]:
    """What a graph of the server holds."""
    where = f"graph={quote(graph, safe='')}" if graph else "default"
    request = urllib.request.Request(
        f"{server}/store?{where}", headers={"Accept": "application/n-triples"}
    )
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as answer:
        return {quad.triple for quad in parse(answer.read(), format=RdfFormat.N_TRIPLES)}


def stored(folder: Path) -> set[Triple]:
    """What a store makes of a graph: Oxigraph writes numbers in their shortest form."""
    return {quad.triple for quad in open_graph(folder)}


@pytest.mark.parametrize("part", [1_000_000, 30])
@pytest.mark.parametrize("graph", ["", GRAPH])
def test_the_store_holds_exactly_the_graph(server, folder, part, graph):
    other = folder.parent / "other.nt"
    other.write_text("<urn:a> <urn:b> <urn:c> .\n")
    store = endpoint(f"{server}/store")
    assert push(other, store, graph=graph) == 1
    counts: list[tuple[int, int]] = []
    assert push(
        folder, store, graph=graph, part=part, progress=lambda *told: counts.append(told)
    ) == len(TRIPLES)
    assert held(server, graph) == stored(folder)
    assert counts[-1] == (len(TRIPLES), len(TRIPLES))
    assert len(counts) == -(-len(TRIPLES) // part)
    assert not (folder / JOURNAL).exists()


def test_an_empty_graph_empties_the_stores(server, tmp_path):
    for text in ("<urn:a> <urn:b> <urn:c> .\n", ""):
        (tmp_path / "graph.ttl").write_text(text)
        push(tmp_path, endpoint(f"{server}/store"), graph=GRAPH)
    assert held(server, GRAPH) == set()


def test_blank_nodes_stay_the_same_over_all_parts(server, tmp_path):
    lines = [
        f"_:a <urn:p> <urn:{number}> .\n<urn:{number}> <urn:q> _:a .\n<urn:{number}> <urn:r> 1 .\n"
        for number in range(20)
    ]
    (tmp_path / "graph.ttl").write_text("".join(lines))
    assert push(tmp_path, endpoint(f"{server}/store"), part=7) == 60
    triples = held(server)
    nodes = {triple.subject for triple in triples if str(triple.subject).startswith("_:")}
    assert len(nodes) == 1
    assert len(triples) == 60


@pytest.mark.parametrize("resume", [(), ("resume",)])
def test_a_push_that_is_killed_half_way_ends_well_the_next_time(server, folder, resume):
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), f"{server}/store"], check=False
    )
    assert done.returncode == -9
    part = held(server)
    assert 0 < len(part) < len(TRIPLES)
    counts: list[int] = []
    push(
        folder,
        endpoint(f"{server}/store"),
        part=20,
        resume=bool(resume),
        progress=lambda done, _: counts.append(done),
    )
    assert held(server) == stored(folder)
    assert (counts[0] > 20) == bool(resume)


def test_a_journal_that_cannot_be_written_hinders_nobody(server, folder):
    (folder / f"{JOURNAL}.new").mkdir()
    push(folder, endpoint(f"{server}/store"), part=50)
    assert held(server) == stored(folder)


def test_a_changed_graph_is_not_resumed(server, folder):
    subprocess.run([sys.executable, "-c", KILLED, str(folder), f"{server}/store"], check=False)
    with (folder / "graph.ttl").open("a") as file:
        file.write("<urn:a> <urn:b> <urn:c> .\n")
    push(folder, endpoint(f"{server}/store"), resume=True)
    assert held(server) == stored(folder)


@pytest.mark.parametrize(
    "content", ["", "[]", "7", '{"done": 3}', '{"sum": 1, "address": 2, "graph": 3, "done": "x"}']
)
def test_a_damaged_journal_is_none(server, folder, content):
    (folder / JOURNAL).write_text(content)
    push(folder, endpoint(f"{server}/store"), resume=True)
    assert held(server) == stored(folder)


def test_a_part_that_is_too_large_is_halved(folder):
    with scripted((413, (), b""), (413, (), b""), DONE) as server:
        assert push(folder, endpoint(server.address), part=len(TRIPLES)) == len(TRIPLES)
    sizes = [body.count(b"\n") for *_, body in server.asked]
    assert sizes[0] > sizes[1] > sizes[2]
    assert sum(sizes[2:]) == len(TRIPLES)
    assert [method for method, *_ in server.asked] == [
        "PUT",
        "PUT",
        "PUT",
        *["POST"] * (len(sizes) - 3),
    ]


def test_one_triple_that_is_too_large_is_an_error(folder):
    with (
        scripted((413, (), b"no")) as server,
        pytest.raises(EndpointError, match="413: that is more than the store takes"),
    ):
        push(folder, endpoint(server.address))


@pytest.mark.parametrize(
    "fault", [(503, (("Retry-After", "0"),), b"busy"), (500, (), b""), (429, (), b""), (0, (), b"")]
)
def test_a_fault_that_passes_is_waited_for(folder, fault):
    with scripted(fault, fault, DONE) as server:
        assert push(folder, endpoint(server.address)) == len(TRIPLES)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((503, (), b"out\x1b[2J of\nmemory"), r"failed with 503 .*: out\[2J of memory$"),
        ((0, (), b""), "broke off"),
        (
            (401, (("WWW-Authenticate", "Basic"),), b""),
            f"wants credentials, or other ones: set {USER} and {PASSWORD}, or {TOKEN}$",
        ),
        ((403, (), b"not you"), r"does not allow that to whoever asks \(not you\)"),
        ((404, (), b""), "404: there is no such service"),
        ((405, (), b""), "does not take this"),
        ((400, (), b"Parser error"), r"does not understand what was sent \(Parser error\)"),
        ((415, (), b""), "does not take this format"),
        ((418, (), b""), "418: "),
        (
            (301, (("Location", "http://127.0.0.1:1/other"),), b""),
            "has moved to http://127.0.0.1:1/other",
        ),
        ((307, (("Location", "/other"),), b""), "has moved to /other"),
    ],
)
def test_what_the_store_refuses_is_told_for_people(folder, answer, message):
    with scripted(answer) as server, pytest.raises(EndpointError, match=message) as caught:
        push(folder, endpoint(server.address))
    assert "\n" not in str(caught.value)
    assert all(path == "/store?default" for _, path, *_ in server.asked)


def test_nobody_there_is_told_at_once(folder):
    with scripted(DONE) as server:
        address = server.address
    with pytest.raises(EndpointError, match="nobody listens at"):
        push(folder, endpoint(address))


def test_a_store_that_speaks_no_tls_is_told(folder):
    with (
        scripted(DONE) as server,
        pytest.raises(EndpointError, match="cannot be spoken to encrypted"),
    ):
        push(folder, endpoint(server.address.replace("http:", "https:")))


@pytest.mark.parametrize("graph", ["news", "https://e.org/a b", "<x>"])
def test_a_graph_needs_an_iri(server, folder, graph):
    with pytest.raises(EndpointError, match="cannot name a graph"):
        push(folder, endpoint(f"{server}/store"), graph=graph)


def test_a_missing_graph_reaches_nobody(tmp_path):
    with scripted(DONE) as server, pytest.raises(GraphError, match="missing"):
        push(tmp_path, endpoint(server.address))
    assert server.asked == []


def test_the_journal_tells_no_secrets(server, folder, monkeypatch):
    monkeypatch.setenv(TOKEN, "hidden")
    subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), f"{server}/store?key=secret"], check=False
    )
    journal = (folder / JOURNAL).read_text()
    assert json.loads(journal)["done"] > 0
    assert "hidden" not in journal and "secret" not in journal
