"""Questions are answered in a process of their own: it can be stopped, and may break down."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BaseDirection, Literal, NamedNode, Quad, Store, Triple

from kg.errors import KgError, QueryError
from kg.query import Inquiry, Reply, answered, ask, first
from kg.query.process import reply
from kg.rdf import make_index

SMALL = str(Path(__file__).parent / "small.ttl")
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
NAMES = "SELECT ?name { ?thing rdfs:label ?name } ORDER BY ?name"


def test_a_question_without_end_is_stopped():
    with pytest.raises(QueryError, match="no answer within 1 seconds"):
        answered(Inquiry(SMALL, ENDLESS), timeout=1)


def test_the_process_ends_by_itself_when_nobody_waits_for_it_any_more():
    asked = json.dumps({"source": SMALL, "text": ENDLESS, "also": [], "alarm": 1})
    command = [sys.executable, "-c", "from kg.query.process import _serve; _serve()"]
    done = subprocess.run(
        command, input=asked.encode(), capture_output=True, timeout=60, check=False
    )
    assert done.returncode < 0
    assert done.stdout == b""


@pytest.mark.parametrize(
    ("query", "message"),
    [("SELEC", "begins with SELECT"), ("DROP ALL", "is refused"), ("SELECT ?x {", "line 1")],
)
def test_what_is_wrong_is_told_as_it_is_without_the_process(query, message):
    with pytest.raises(KgError, match=message):
        answered(Inquiry(SMALL, query))
    with pytest.raises(KgError, match=message):
        reply(Inquiry(SMALL, query))


def test_a_process_that_breaks_down_costs_an_error_only(tmp_path):
    deep = tmp_path / "deep.jsonld"
    deep.write_text('{"http://e.org/p":' * 200_000 + "1" + "}" * 200_000)
    with pytest.raises(KgError):
        answered(Inquiry(str(deep), "ASK {}"))


def test_a_store_of_another_state_is_told(tmp_path):
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    make_index(tmp_path)
    assert answered(Inquiry(str(tmp_path), "ASK { <urn:a> <urn:b> <urn:c> }")) == Reply(b"yes\n")
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> <urn:d> .")
    given = answered(Inquiry(str(tmp_path), "ASK { <urn:a> <urn:b> <urn:d> }"))
    assert given.content == b"yes\n"
    assert "is of another state of the graph" in given.notes[0]


def test_a_big_graph_that_is_read_for_every_question_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.query.sources.BIG", 10)
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    assert "is read anew for every question" in reply(Inquiry(str(tmp_path), "ASK {}")).notes[0]
    make_index(tmp_path)
    assert reply(Inquiry(str(tmp_path), "ASK {}")).notes == ()


def test_nothing_of_the_working_directory_is_run(tmp_path, monkeypatch):
    for name in ("pyoxigraph", "json", "kg"):
        (tmp_path / f"{name}.py").write_text("import os; os._exit(9)")
    monkeypatch.chdir(tmp_path)
    assert answered(Inquiry(SMALL, "ASK {}")).content == b"yes\n"


def test_only_so_many_rows_are_given_and_that_there_are_more_is_told():
    given_all = answered(Inquiry(SMALL, NAMES, fmt="csv"))
    cut = answered(Inquiry(SMALL, NAMES, fmt="csv", limit=3))
    assert given_all.notes == ()
    assert given_all.content.startswith(cut.content)
    assert cut.content.count(b"\r\n") == 4
    assert cut.notes == ("only the first 3 are given, there are more: see --limit",)
    rows = given_all.content.count(b"\r\n") - 1
    assert answered(Inquiry(SMALL, NAMES, fmt="csv", limit=rows)) == given_all


def test_a_limit_holds_for_triples_and_leaves_a_truth_value_alone(small):
    triples, is_cut = first(ask(small, "CONSTRUCT WHERE { ?s ?p ?o }"), 5)
    assert (len(triples), is_cut) == (5, True)
    assert first(ask(small, "ASK {}"), 1)[1] is False


def test_rows_beyond_the_limit_are_not_worked_out(small):
    rows, is_cut = first(ask(small, ENDLESS.replace("(COUNT(*) AS ?n)", "*")), 10)
    assert len(list(rows)) == 10 and is_cut


TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
NODES = st.sampled_from(["http://e.org/a", "urn:x:é"]).map(NamedNode)
LITERALS = st.one_of(
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, language="en-gb")),
    TEXTS.map(lambda text: Literal(text, language="ar", direction=BaseDirection.RTL)),
    st.sampled_from(["1", "01", "x", ""]).map(
        lambda text: Literal(text, datatype=NamedNode("http://e.org/type"))
    ),
)
TERMS = st.one_of(NODES, LITERALS, st.builds(Triple, NODES, NODES, LITERALS))


@settings(deadline=None)
@given(st.lists(TERMS, max_size=6))
def test_rows_come_through_the_limit_as_they_are(terms):
    store = Store()
    store.extend(
        Quad(NamedNode(f"urn:s:{number}"), NamedNode("urn:p"), term)
        for number, term in enumerate(terms)
    )
    query = "SELECT ?value ?unbound ?s { ?s <urn:p> ?value } ORDER BY ?s"
    straight = [(row["s"], row["value"], row["unbound"]) for row in ask(store, query)]
    limited, is_cut = first(ask(store, query), 10)
    assert [(row["s"], row["value"], row["unbound"]) for row in limited] == straight
    assert not is_cut


def test_the_environment_of_the_process_is_that_of_the_caller(monkeypatch):
    monkeypatch.setenv("KG_ENDPOINT_TOKEN", "x")
    from kg.query.process import _environment

    environment = _environment()
    assert environment["KG_ENDPOINT_TOKEN"] == "x"
    assert all(Path(entry).is_absolute() for entry in environment["PYTHONPATH"].split(os.pathsep))
