"""The whole pipeline on small articles: any order, any number of workers, bad input beside good, text that looks like code."""

import gc
import shutil
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

import kg
from kg import reading_articles
from kg.errors import InputError, ModelError
from kg.model import Article, Reading
from kg.pipeline import build
from kg.rdf import verify
from kg.text.read import NO_MEMORY

ARTICLES = {
    "a.txt": "Miners leave Norway\n\nMarch 01, 2019\n\nAda Lund, chief executive of Globex, met Jens Berg in Oslo on Friday.\n",
    "b.txt": "Globex buys Initech\n\nMarch 04, 2019\n\nGlobex bought Initech. “We are proud,” said Ada Lund. Jens Berg may resign.\n",
    "c.txt": "Berg resigns\n\nMarch 08, 2019\n\nNorwegian Prime Minister Jens Berg resigned on Thursday, his daughter, Anna, said.\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_neither_order_nor_workers_change_a_byte(articles: Path, tmp_path: Path) -> None:
    names = sorted(ARTICLES)
    build([articles / name for name in names], tmp_path / "one", mentions=True)
    build([articles / name for name in reversed(names)], tmp_path / "two", mentions=True, workers=2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_build_leaves_the_garbage_collector_as_it_was(articles: Path) -> None:
    usual = gc.get_threshold()
    build([articles])
    assert gc.get_threshold() == usual and gc.isenabled()
    with pytest.raises(ModelError):
        build([articles], model="no_such_pipeline")
    assert gc.get_threshold() == usual and gc.isenabled()


def test_two_parsers_read_the_same_triples(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    path = tmp_path / "out" / "graph.ttl"
    ox = set(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(ox) == len(rdflib.Graph().parse(path, format="turtle"))
    assert not any(
        isinstance(quad.subject, pyoxigraph.BlankNode)
        or isinstance(quad.object, pyoxigraph.BlankNode)
        for quad in ox
    )


def test_a_user_s_relation_is_read_without_python(articles: Path, tmp_path: Path) -> None:
    (articles / "d.txt").write_text("Ada Lund mentored Jens Berg.\n", encoding="utf-8")
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        """@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> . @prefix my: <http://my.org/> .
        my:mentorOf a owl:ObjectProperty ; rdfs:label "mentor of" ; rdfs:comment "Guides at work." ;
            rdfs:domain schema:Person ; rdfs:range schema:Person ; kg:saidAs "S mentor O", "S be mentor of O" .""",
        encoding="utf-8",
    )
    build([articles], tmp_path / "out", ontologies=[mine])
    query = "ASK { ?a rdfs:label 'Ada Lund' ; <http://my.org/mentorOf>/rdfs:label 'Jens Berg' }"
    assert kg.load(tmp_path / "out").ask(query)


def test_bad_input_is_named_and_loses_nothing(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (articles / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    shutil.copy(articles / "a.txt", articles / "same.txt")
    report = build([articles], tmp_path / "out")
    assert report.counts["articles"] == len(ARTICLES)
    assert {Path(fault.source).name for fault in report.faults} == {
        "empty.txt",
        "binary.txt",
        "gone.txt",
        "same.txt",
    }


def test_no_article_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article"):
        build([tmp_path])


def test_a_pipeline_that_is_not_installed_is_named(articles: Path) -> None:
    with pytest.raises(ModelError, match="xx_missing"):
        build([articles], model="xx_missing")


def test_text_that_looks_like_code_stays_text(tmp_path: Path) -> None:
    hostile = '“<script>alert(1)</script> . } ; <http://evil> """” said Ada Lund of Oslo. \\u0022 ]]> javascript:alert(1)\n'
    (tmp_path / "x.txt").write_text(hostile, encoding="utf-8")
    build([tmp_path / "x.txt"], tmp_path / "out", mentions=True)
    assert verify(tmp_path / "out") == []
    assert "<script>alert" not in (tmp_path / "out" / "graph.html").read_text("utf-8")
    list(
        pyoxigraph.parse(
            path=str(tmp_path / "out" / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE
        )
    )


def test_reading_gives_the_same_graph_in_python(articles: Path) -> None:
    report = build([articles])
    names = {entity.name for entity in report.graph.entities}
    assert {"Ada Lund", "Jens Berg", "Globex"} <= names
    assert all(fact.evidence or fact.gazetteer for fact in report.graph.facts)


def test_an_article_that_breaks_the_analysis_is_named_and_the_others_are_built(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse = reading_articles.read_article

    def breaking(article: Article, **options: str) -> Reading:
        if "Anna" in article.text:
            raise IndexError("a rule stumbled")
        return analyse(article, **options)

    monkeypatch.setattr(reading_articles, "read_article", breaking)
    report = build([articles], reader="none")
    assert [(Path(fault.source).name, fault.lost) for fault in report.faults] == [("c.txt", True)]
    assert "IndexError: a rule stumbled" in report.faults[0].message
    assert report.counts["articles"] == 2


def test_an_article_for_which_memory_is_short_is_told_so_and_not_called_a_fault_of_the_rules(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse = reading_articles.read_article

    def greedy(article: Article, **options: str) -> Reading:
        if "Anna" in article.text:
            raise MemoryError
        return analyse(article, **options)

    monkeypatch.setattr(reading_articles, "read_article", greedy)
    report = build([articles], reader="none")
    assert [fault.message for fault in report.faults] == [NO_MEMORY]
    assert report.counts["articles"] == 2


def test_where_every_article_breaks_the_analysis_that_is_what_is_told_and_nothing_is_written(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(article: Article, **options: object) -> Reading:
        raise IndexError("a rule stumbled")

    monkeypatch.setattr(reading_articles, "read_article", breaking)
    with pytest.raises(
        InputError, match=r"nothing to build; .*a\.txt: .*IndexError: a rule stumbled"
    ):
        build([articles], tmp_path / "out")
    assert not (tmp_path / "out" / "graph.ttl").exists()
