"""Pages of a part of a graph: around a name, or chosen by a query."""

import pytest

from kg.cli import main
from kg.errors import QueryError
from kg.query import ask
from kg.rdf import open_graph
from kg.view import Selection, page
from kg.view.load import read_model
from kg.view.subgraph import neighbourhood

MARRIED = "CONSTRUCT { ?a schema:spouse ?b } WHERE { ?a schema:spouse ?b }"
PARENTS = (
    "CONSTRUCT { ?a schema:children ?b . ?b <http://example.org/childOf> ?a } "
    "WHERE { ?a schema:children ?b }"
)


def names(content):
    return {thing.name for thing in content.things if thing.kind != "article"}


def chosen(sample, query):
    return list(ask(open_graph(sample), query))


def test_a_part_around_a_name_reaches_as_far_as_asked(told):
    near, far = (
        names(neighbourhood(told, "zoë šimić", 1)),
        names(neighbourhood(told, "zoë šimić", 2)),
    )
    assert near >= {"Zoë Šimić", "Tove Dahlgren"}
    assert "Mara Dahlgren" not in near
    assert far > near
    assert "Mara Dahlgren" in far
    assert "Sund Courier" not in far


def test_a_part_keeps_the_evidence_of_its_facts_and_no_other_articles(told):
    part = neighbourhood(told, "Tove", 1)
    cited = {
        passage.document
        for fact in part.facts
        if fact.evidence
        for passage in fact.evidence.passages
    }
    assert {document.iri for document in part.documents} >= cited
    assert all(fact.subject in {t.iri for t in part.things} for fact in part.facts)
    assert any(fact.predicate == "kg:age" for fact in part.facts)


def test_a_name_that_nothing_bears_is_told_with_those_that_are_like_it(told):
    with pytest.raises(QueryError, match="called 'Mara Dahlgreen': did you mean Mara Dahlgren"):
        neighbourhood(told, "Mara Dahlgreen", 1)


def test_what_a_query_chose_comes_with_names_classes_sentences_and_texts(sample, ontology):
    found = read_model(sample, ontology, chosen(sample, PARENTS))
    assert names(found) == {"Mara Dahlgren", "Tove Dahlgren"}
    (fact,) = (fact for fact in found.facts if fact.predicate == "schema:children")
    assert [passage.text[:4] for passage in fact.evidence.passages] == ["Tove", "Dahl"]
    assert {document.headline for document in found.documents} == {
        "Harbour workers return to Ostvik",
        "Minister <b>Dahlgren</b> visits the coast",
    }
    assert all(document.text for document in found.documents)


def test_what_a_query_concluded_is_drawn_as_well(sample, ontology):
    found = read_model(
        sample,
        ontology,
        chosen(sample, MARRIED.replace("{ ?a schema:spouse", "{ ?a <http://example.org/wed>", 1)),
    )
    assert [fact.predicate for fact in found.facts] == ["http://example.org/wed"]


def test_a_page_of_a_part_is_smaller(sample):
    assert len(page(sample, selection=Selection(focus="Tove", depth=1))) < len(page(sample))


def test_the_command_makes_pages_of_parts(sample, tmp_path, capsys):
    (tmp_path / "q.rq").write_text(PARENTS)
    for arguments in (["--focus", "Tove", "--depth", "1"], ["--query", f"@{tmp_path / 'q.rq'}"]):
        main_without_exit(["view", str(sample), "-o", str(tmp_path / "part.html"), *arguments])
        html = (tmp_path / "part.html").read_text("utf-8")
        assert "Tove Dahlgren" in html
        assert "gnp.exe" not in html


def test_a_query_that_gives_rows_makes_no_page(sample, tmp_path, capsys):
    with pytest.raises(SystemExit) as caught:
        main(
            [
                "view",
                str(sample),
                "-o",
                str(tmp_path / "x.html"),
                "--query",
                "SELECT * { ?s ?p ?o }",
            ]
        )
    assert caught.value.code == 1
    assert "CONSTRUCT" in capsys.readouterr().err


def main_without_exit(arguments):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
        raise SystemExit(0)
    assert not caught.value.code
