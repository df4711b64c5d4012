"""A written graph can be opened again, by folder or by file, and faults are named with their line."""

from pathlib import Path

import pytest
import rdflib
from rdf_samples import GRAPH, TRIPLES, VOCABULARY, written

from kg.choices import ExportFormat
from kg.errors import GraphError
from kg.exports import export
from kg.rdf import open_graph, read_triples, to_rdflib, write
from kg.vocabulary.prefixes import PREFIXES


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


def test_a_folder_gives_the_triples_that_were_written(folder):
    assert set(read_triples(folder)) == TRIPLES
    assert len(open_graph(folder)) == len(TRIPLES)


def test_refusals_are_there_only_where_asked_for(folder):
    question = "ASK { ?r a kg:Refusal }"
    assert not open_graph(folder).query(question, prefixes=dict(PREFIXES))
    assert open_graph(folder, also=["refusals.ttl"]).query(question, prefixes=dict(PREFIXES))


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("jsonld", "g.jsonld"),
        ("ntriples", "g.nt"),
        ("rdfxml", "g.rdf"),
        ("trig", "g.trig"),
        ("nquads", "g.NQ"),
    ],
)
def test_any_rdf_file_can_be_opened(folder, tmp_path, form, name):
    export(folder, ExportFormat(form), tmp_path / name)
    assert set(read_triples(tmp_path / name)) == TRIPLES


def test_rdflib_gets_the_same_graph(folder):
    mine = {tuple(term.n3() for term in triple) for triple in to_rdflib(folder)}
    parsed = {
        tuple(term.n3() for term in triple) for triple in rdflib.Graph().parse(folder / "graph.ttl")
    }
    assert {t for t in mine if "duration" not in t[2]} == {
        t for t in parsed if "duration" not in t[2]
    }  # rdflib respells those
    assert len(mine) == len(parsed)


def test_reifiers_answer_the_same_questions(tmp_path, folder):
    write(GRAPH, tmp_path / "new", VOCABULARY, rdf12=True)
    assert (
        "rdf:reifies <<( person:ada-quist kg:leads organization:brightwater )>>"
        in (tmp_path / "new/graph.ttl").read_text()
    )
    assert set(read_triples(tmp_path / "new")) == set(read_triples(folder))
    assert open_graph(tmp_path / "new").query(
        "ASK { ?s a rdf:Statement ; rdf:predicate kg:leads }", prefixes=dict(PREFIXES)
    )


@pytest.mark.parametrize("reader", [open_graph, lambda path: list(read_triples(path)), to_rdflib])
def test_a_damaged_file_is_named_with_the_line(folder, reader):
    lines = (folder / "graph.ttl").read_text().splitlines()
    lines[30] = '"""'
    (folder / "graph.ttl").write_text("\n".join(lines))
    with pytest.raises(GraphError, match=r"graph\.ttl is damaged, line \d+"):
        reader(folder)


@pytest.mark.parametrize("last", [b"a schema:Person", b"nif:anchorOf"])
def test_a_file_that_breaks_off_is_damaged(folder, last):
    data = (folder / "graph.ttl").read_bytes()
    (folder / "graph.ttl").write_bytes(data[: data.rindex(last)])
    with pytest.raises(GraphError, match="damaged"):
        open_graph(folder)


def test_what_is_missing_is_named_with_what_to_do(tmp_path):
    with pytest.raises(GraphError, match="kg build ARTICLES -o"):
        open_graph(tmp_path / "nothing")
    with pytest.raises(GraphError, match=r"graph\.ttl is missing"):
        open_graph(tmp_path)
    with pytest.raises(GraphError, match=r"mine\.ttl is missing"):
        open_graph(tmp_path / "mine.ttl")


def test_a_file_of_no_known_kind_is_refused(tmp_path):
    (tmp_path / "graph.zip").write_text("x")
    with pytest.raises(GraphError, match=r"graph\.zip is no kind of RDF file"):
        open_graph(tmp_path / "graph.zip")
