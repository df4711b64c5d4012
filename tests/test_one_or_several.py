"""Wherever several paths or strings are taken, one by itself is one, and never its letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from news_samples import MENTOR, news

import kg
from kg import pipeline
from kg.errors import InputError, QueryError
from kg.graph.ontology import load, ontology_files, shapes_file
from kg.inputs import read_inputs
from kg.query import question
from kg.query.sources import askable
from kg.rdf import open_graph, validate
from kg.text.read import article

SMALL = Path(__file__).parent / "query"


@pytest.fixture
def mentor(tmp_path: Path) -> Path:
    path = tmp_path / "mentor.ttl"
    path.write_text(MENTOR, encoding="utf-8")
    return path


def test_a_build_of_a_string_is_that_of_the_list_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = Path.iterdir

    def guarded(path: Path) -> Iterator[Path]:
        assert path != Path("/"), "the root of the disk is read"
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", guarded)
    folder = news(tmp_path, "a.txt", "b.txt")
    (folder / "page.html").write_text("<p>Ada Lund</p>")
    one, several = (pipeline.build(given, reader="none") for given in (f"{folder}/", [folder]))
    assert (
        one.counts == several.counts
        and one.faults == several.faults
        and one.passed_over == several.passed_over
    )
    assert one.counts["articles"] == 2


def test_a_build_takes_one_ontology_as_it_takes_several(tmp_path: Path, mentor: Path) -> None:
    folder = news(tmp_path / "in", "a.txt")
    for given in (str(mentor), mentor, [mentor], iter([str(mentor)])):
        report = pipeline.build(folder, tmp_path / "out", ontologies=given, reader="none")
        assert any(fact.predicate == "http://my.org/metWith" for fact in report.graph.facts)


@pytest.mark.parametrize("wrong", [b"news", [b"news"], 3], ids=repr)
def test_bytes_and_numbers_are_no_paths(wrong: object, tmp_path: Path) -> None:
    for take in (kg.build, read_inputs, load, ontology_files):
        with pytest.raises(InputError, match=r"not a path: decode it first|is no path"):
            take(wrong)
    with pytest.raises(InputError, match=r"not a path: decode it first|is no path"):
        kg.build(news(tmp_path, "a.txt"), ontologies=wrong)


def test_an_ontology_is_loaded_by_itself(mentor: Path) -> None:
    assert load(str(mentor)).version == load([mentor]).version != load().version
    assert ontology_files(str(mentor)) == (*ontology_files(), mentor)


def test_a_graph_is_validated_against_one_file_or_several() -> None:
    files = ontology_files()
    joined = str(files[0])
    assert validate(str(SMALL / "small.ttl"), str(shapes_file()), joined) == validate(
        SMALL / "small.ttl", shapes_file(), [joined]
    )


def test_a_question_takes_one_value_by_itself() -> None:
    asked = question("evidence-of")
    assert asked.bound("Lund") == asked.bound(["Lund"])
    with pytest.raises(QueryError, match="not 0 values"):
        asked.bound()


def test_a_further_file_is_named_by_itself(tmp_path: Path) -> None:
    for name in ("graph", "refusals"):
        (tmp_path / f"{name}.ttl").write_text(
            (SMALL / ("small.ttl" if name == "graph" else "small-refusals.ttl")).read_text("utf-8")
        )
    assert len(open_graph(str(tmp_path), also="refusals.ttl")) == len(
        open_graph(tmp_path, also=["refusals.ttl"])
    )
    with pytest.raises(QueryError, match=r"looks into refusals\.ttl, which"):
        askable("http://e.org/sparql", also="refusals.ttl")


def test_one_author_is_an_author() -> None:
    text = "By Jens Berg\n\nThe city closed a bridge.\n"
    assert (
        article(text, authors="Ada Lund").authors
        == article(text, authors=["Ada Lund"]).authors
        == ("Ada Lund",)
    )
    assert article(text, authors="").authors == article(text).authors == ("Jens Berg",)
    with pytest.raises(InputError, match="not a text"):
        article(text, authors=b"Ada Lund")  # type: ignore[arg-type]


def test_the_command_line_takes_one_argument_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        kg_main("--version")
    assert caught.value.code in (0, None)
    assert capsys.readouterr().out.startswith("newskg")


def kg_main(argument: str) -> None:
    from kg.cli import main

    main(argument)
    raise SystemExit(0)
