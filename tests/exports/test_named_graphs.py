"""One named graph for each article: dropping it takes the article back."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse
from rdf_samples import ADA, DENIED, GRAPH, TRIPLES, VOCABULARY, written

from kg.choices import ExportFormat
from kg.exports import exported, sorted_triples
from kg.exports.named_graphs import named_graphs
from kg.rdf import open_graph, read_triples, triples

BASE = "urn:newskg:local/"
QUIST, RESIGN = (NamedNode(f"{BASE}document/{name}") for name in ("quist-1a2b", "resign-3c4d"))
SEEDS = Path(__file__).parent.parent.parent / "output"


def by_graph(quads: list[Quad]) -> dict[object, set[Triple]]:
    graphs: dict[object, set[Triple]] = defaultdict(set)
    for quad in quads:
        graphs[quad.graph_name].add(quad.triple)
    return graphs


def test_the_union_of_all_graphs_is_the_whole():
    graphs = by_graph(named_graphs(sorted(TRIPLES, key=str)))
    assert graphs.keys() == {QUIST, RESIGN, DefaultGraph()}
    assert set.union(*graphs.values()) == TRIPLES


@pytest.mark.parametrize("form", [RdfFormat.TRIG, RdfFormat.N_QUADS])
def test_both_forms_have_the_same_graphs(tmp_path, form):
    folder = written(tmp_path / "out")
    name = {RdfFormat.TRIG: ExportFormat.TRIG, RdfFormat.N_QUADS: ExportFormat.NQUADS}[form]
    found = by_graph(list(parse(exported(folder, name), format=form)))
    assert found == by_graph(named_graphs(sorted_triples(folder)))


def test_a_fact_stands_in_the_graph_of_its_article_with_passage_and_plain_triple():
    graphs = by_graph(named_graphs(sorted(TRIPLES, key=str)))
    quist = {str(triple) for triple in graphs[QUIST]}
    resign = {str(triple) for triple in graphs[RESIGN]}
    leads = f"<{BASE}person/ada-quist> <https://w3id.org/newskg/ontology#leads>"
    assert any(text.startswith(leads) for text in quist)
    assert not any(text.startswith(leads) for text in resign)
    inverse = f"<{BASE}organization/brightwater> <https://w3id.org/newskg/ontology#ledBy>"
    assert any(text.startswith(inverse) for text in quist)
    assert any('"clerk"' in text for text in resign) and not any(
        '"clerk"' in text for text in quist
    )
    for name, texts in (("quist-1a2b", resign), ("resign-3c4d", quist)):
        assert not any(f"document/{name}" in text for text in texts)


def test_what_a_gazetteer_says_is_in_the_default_graph():
    default = {
        str(triple) for triple in by_graph(named_graphs(sorted(TRIPLES, key=str)))[DefaultGraph()]
    }
    lies = f"<{BASE}place/lune> <https://schema.org/containedInPlace>"
    assert any(text.startswith(lies) for text in default)
    assert not any("document/" in text for text in default)


def test_a_dataset_is_asked_and_read_as_the_whole_graph(tmp_path):
    folder = written(tmp_path / "out")
    for form in (ExportFormat.TRIG, ExportFormat.NQUADS):
        path = tmp_path / f"graph.{'nq' if form == ExportFormat.NQUADS else form}"
        path.write_bytes(exported(folder, form))
        assert set(read_triples(path)) == TRIPLES
        store = open_graph(path)
        assert len(store) == len(TRIPLES)
        assert store.query("ASK { ?x <https://w3id.org/newskg/ontology#leads> ?y }")


def test_to_drop_a_graph_is_to_take_an_article_back():
    """What is left is the graph that was never told of the article."""
    of_quist = replace(
        ADA, mentions=tuple(each for each in ADA.mentions if each.passage.article == "quist-1a2b")
    )
    without = replace(
        GRAPH,
        articles=GRAPH.articles[:1],
        entities=tuple(of_quist if each.id == ADA.id else each for each in GRAPH.entities),
        facts=tuple(fact for fact in GRAPH.facts if fact != DENIED),
    )
    quads = named_graphs(sorted(TRIPLES, key=str))
    left = {quad.triple for quad in quads if quad.graph_name != RESIGN}
    assert left == set(triples(without, VOCABULARY))


def test_nothing_of_an_article_of_the_seeds_is_outside_its_graph():
    for graph, found in by_graph(named_graphs(sorted_triples(SEEDS))).items():
        for triple in found:
            subject = getattr(triple.subject, "value", "")
            if "/document/" in subject:
                assert graph.value == subject.partition("#")[0]
