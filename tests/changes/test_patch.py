"""An RDF patch: applied to the first graph, it gives the second, whatever they say."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdf_samples import GRAPH, VOCABULARY

from kg.changes import patch
from kg.errors import GraphError
from kg.model import Graph
from kg.rdf import write

NODES = st.sampled_from([ox.NamedNode(f"urn:x:{name}") for name in ("a", "b", "ü", "with'quote")])
LITERALS = st.builds(ox.Literal, st.text(max_size=8)) | st.builds(
    lambda text: ox.Literal(text, language="en"), st.text(max_size=3)
)
GRAPHS = st.frozensets(st.builds(ox.Triple, NODES, NODES, NODES | LITERALS), max_size=6)
FEWER = Graph(GRAPH.articles, GRAPH.entities[1:], GRAPH.facts[:2])


def saved(triples: frozenset[ox.Triple], path: Path) -> Path:
    path.write_bytes(ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_TRIPLES))
    return path


def applied(lines: list[str], triples: frozenset[ox.Triple]) -> set[ox.Triple]:
    """What a patch makes of a graph; deleting what is not there, or adding what is, counts as a fault."""
    assert (lines[0], lines[-1]) == ("TX .", "TC .")
    found = set(triples)
    for line in lines[1:-1]:
        operation, _, triple = line.partition(" ")
        (quad,) = ox.parse(triple.encode(), format=ox.RdfFormat.N_TRIPLES)
        assert (quad.triple in found) is (operation == "D")
        (found.remove if operation == "D" else found.add)(quad.triple)
    return found


@settings(deadline=None)
@given(GRAPHS, GRAPHS)
def test_a_patch_makes_the_second_graph_of_the_first(tmp_path_factory, one, other):
    home = tmp_path_factory.mktemp("patch")
    lines = list(patch(saved(one, home / "one.nt"), saved(other, home / "other.nt")))
    assert applied(lines, one) == other
    assert all("\n" not in line for line in lines)


@pytest.mark.parametrize("rdf12", [False, True])
def test_a_patch_makes_one_built_graph_of_another(tmp_path, rdf12):
    for name, graph in (("all", GRAPH), ("fewer", FEWER)):
        write(graph, tmp_path / name, VOCABULARY, rdf12=rdf12)
    before, after = (
        frozenset(
            quad.triple
            for quad in ox.parse(
                path=str(tmp_path / name / "graph.ttl"), format=ox.RdfFormat.TURTLE
            )
        )
        for name in ("all", "fewer")
    )
    assert applied(list(patch(tmp_path / "all", tmp_path / "fewer")), before) == after
    assert list(patch(tmp_path / "all", tmp_path / "all")) == ["TX .", "TC ."]


@pytest.mark.filterwarnings(
    "ignore:Dataset.default_context:DeprecationWarning"
)  # in rdflib's own reader
def test_another_library_reads_the_patch_as_it_is_meant(tmp_path, monkeypatch):
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    for name, graph in (("all", GRAPH), ("fewer", FEWER)):
        write(graph, tmp_path / name, VOCABULARY)
    dataset = rdflib.Dataset()
    for triple in rdflib.Graph().parse(tmp_path / "all/graph.ttl"):
        dataset.add(triple)
    dataset.parse(data="\n".join(patch(tmp_path / "all", tmp_path / "fewer")), format="patch")
    assert set(dataset.default_graph) == set(rdflib.Graph().parse(tmp_path / "fewer/graph.ttl"))


def test_blank_nodes_are_refused(tmp_path):
    (tmp_path / "blank.ttl").write_text("[] <urn:x:p> 1 .")
    with pytest.raises(GraphError, match="blank nodes"):
        list(patch(tmp_path / "blank.ttl", tmp_path / "blank.ttl"))
