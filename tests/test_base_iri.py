"""What the IRIs of a graph begin with: names for oneself until a base is given, which the folder then keeps."""

import json
import re
from functools import partial
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from news_samples import ARTICLES, contents, news

import kg
from kg import pipeline
from kg.build_folder import manifest_of
from kg.cli import main
from kg.exports import export
from kg.rdf import verify
from kg.vocabulary import BASE_IRI, FORMER_BASE_IRI

build = partial(pipeline.build, reader="none")
OWN = "https://desk.example/graph/"
# RFC 8141, section 2: "urn:" NID ":" NSS, and the fragment of a passage.
CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-F]{2})"
URN = re.compile(
    rf"urn:[A-Za-z0-9][A-Za-z0-9-]{{0,30}}[A-Za-z0-9]:{CHARACTER}(?:{CHARACTER}|/)*(?:#(?:{CHARACTER}|[/?])*)?"
)
PERSON = "SELECT ?s WHERE { ?s a schema:Person ; rdfs:label 'Jens Berg' }"


def said(capsys, *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main([str(each) for each in arguments])
    out, err = capsys.readouterr()
    return int(stopped.value.code or 0), out, err


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `news` and their graphs: `out` with the usual base, `own` and `former` with others."""
    home = tmp_path_factory.mktemp("bases")
    articles = news(home, *ARTICLES)
    build(articles, home / "out")
    build(articles, home / "own", base_iri=OWN)
    build(articles, home / "former", base_iri=FORMER_BASE_IRI)
    return home


def iris_of(path: Path) -> set[str]:
    """The IRIs of the subjects of a graph."""
    return {quad.subject.value for quad in pyoxigraph.parse(path=str(path))}


def test_without_a_base_every_node_of_the_graph_is_a_urn(home):
    own = {iri for iri in iris_of(home / "out/graph.ttl") if iri.startswith(BASE_IRI)}
    assert {iri.removeprefix(BASE_IRI).partition("/")[0] for iri in own} >= {"person", "document"}
    assert any("#char=" in iri for iri in own)
    assert [iri for iri in own if not URN.fullmatch(iri)] == []
    assert not [iri for iri in iris_of(home / "out/graph.ttl") if "newskg/data" in iri]
    assert verify(home / "out") == []


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
@pytest.mark.parametrize(
    ("form", "suffix", "name"),
    [
        ("turtle", "ttl", "turtle"),
        ("ntriples", "nt", "nt"),
        ("rdfxml", "rdf", "xml"),
        ("jsonld", "jsonld", "json-ld"),
    ],
)
def test_both_parsers_read_the_same_names_in_every_form(home, tmp_path, form, suffix, name):
    file = tmp_path / f"graph.{suffix}"
    export(home / "out", form, file)
    graph = rdflib.Graph().parse(data=file.read_text("utf-8"), format=name)
    by_rdflib = {str(node) for node in graph.subjects() if str(node).startswith("urn:")}
    assert by_rdflib == {iri for iri in iris_of(file) if iri[:4] == "urn:"}
    assert f"{BASE_IRI}person/jens-berg" in by_rdflib


def test_a_folder_keeps_its_base_until_another_is_given(home, tmp_path):
    build(home / "news", tmp_path / "out", base_iri=OWN)
    again = build(home / "news", tmp_path / "out")
    assert again.known == len(ARTICLES)
    assert contents(tmp_path / "out") == contents(home / "own")
    build(home / "news", tmp_path / "out", base_iri=BASE_IRI)
    assert contents(tmp_path / "out") == contents(home / "out")


def test_a_folder_of_which_nothing_is_known_has_the_usual_base(home, tmp_path):
    build(home / "news", tmp_path / "out", base_iri=OWN)
    (tmp_path / "out/.kg/build.json").write_text("{}", encoding="utf-8")
    build(home / "news", tmp_path / "out")
    assert manifest_of(tmp_path / "out").base_iri == BASE_IRI


@pytest.mark.parametrize("former", ["former", "out"])
def test_what_was_decided_holds_when_the_base_becomes_another(home, tmp_path, former):
    base = manifest_of(home / former).base_iri
    build(home / "news", tmp_path / "out", base_iri=base)
    kg.decide(
        tmp_path / "out", "label", "Jens Berg", "Jens Peter Berg", by="Ann Ek", on="2024-05-03"
    )
    decided = (tmp_path / "out/decisions.ttl").read_text("utf-8")
    assert f"<{base}person/jens-berg>" in decided or "<person/jens-berg>" in decided
    report = build(home / "news", tmp_path / "out", base_iri=OWN)
    assert report.unused == ()
    (row,) = kg.load(tmp_path / "out").rows(PERSON.replace("Jens Berg", "Jens Peter Berg"))
    assert row["s"] == f"{OWN}person/jens-berg"


def test_graphs_of_two_bases_differ_in_nothing_else(home, capsys):
    code, out, _ = said(capsys, "diff", home / "former", home / "out")
    assert (code, out) == (0, "no difference in articles, things, facts, events and quotations\n")


def test_what_changed_is_told_across_bases_and_the_patch_stays_true(home, tmp_path, capsys):
    build(news(tmp_path, "a.txt", "b.txt"), tmp_path / "two", base_iri=FORMER_BASE_IRI)
    told = json.loads(said(capsys, "diff", tmp_path / "two", home / "out", "--format", "json")[1])
    articles = [change for change in told if change["topic"] == "article"]
    assert [(each["outcome"], each["said"][:12]) for each in articles] == [
        ("added", "Berg resigns")
    ]
    assert all(each["iri"].startswith(BASE_IRI) for each in told)
    patch = said(capsys, "diff", home / "former", home / "out", "--format", "patch")[1]
    assert f"D <{FORMER_BASE_IRI}person/jens-berg>" in patch
    assert f"A <{BASE_IRI}person/jens-berg>" in patch


def test_a_query_with_former_iris_is_told_how_they_begin_now(home, capsys):
    query = f"ASK {{ <{FORMER_BASE_IRI}person/jens-berg> ?p ?o }}"
    _, out, err = said(capsys, "query", home / "out", query)
    assert out == "no\n"
    assert f"begin with {BASE_IRI}, not with {FORMER_BASE_IRI}" in err
    assert said(capsys, "query", home / "former", query)[1:] == ("yes\n", "")
    short = "ASK { person:jens-berg ?p ?o }"
    assert said(capsys, "query", home / "out", short)[1:] == ("yes\n", "")
