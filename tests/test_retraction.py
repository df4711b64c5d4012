"""Taking an article back gives the same bytes as a build without it."""

import shutil
from functools import partial
from pathlib import Path

import pytest
from news_samples import ARTICLES, MENTOR, contents, news

from kg import pipeline
from kg.build_folder import manifest_of
from kg.errors import GraphError, InputError
from kg.retraction import retract

build = partial(pipeline.build, reader="none")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `all`, the graph of three articles, and `two`, that of those without b.txt; built with every option."""
    home = tmp_path_factory.mktemp("retraction")
    mentor = home / "mentor.ttl"
    mentor.write_text(MENTOR, encoding="utf-8")
    for name, articles in (("all", ("a.txt", "b.txt", "c.txt")), ("two", ("a.txt", "c.txt"))):
        folder = news(home / name, *articles)
        build(
            [folder],
            home / name / "out",
            ontologies=[mentor],
            mentions=True,
            rdf12=True,
            base_iri="https://x.example/",
            address="https://news.example/",
        )
    mentor.unlink()
    return home


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """The graph of three articles."""
    return Path(shutil.copytree(built / "all/out", tmp_path / "out"))


def names_of_b(folder: Path) -> dict[str, str]:
    (entry,) = [each for each in manifest_of(folder).articles if each.source.endswith("b.txt")]
    return {
        "file": "b.txt",
        "source": "news/b.txt",
        "id": entry.id,
        "IRI": f"https://x.example/document/{entry.id}",
    }


@pytest.mark.parametrize("form", ["file", "source", "id", "IRI"])
def test_what_is_left_is_what_a_build_without_it_gives(built, folder, form):
    report = retract(folder, names_of_b(folder)[form])
    assert report.counts["articles"] == 2
    assert contents(folder) == contents(built / "two/out")


def test_a_later_build_brings_it_back(tmp_path):
    articles = news(tmp_path, *ARTICLES)
    build([articles], tmp_path / "out")
    before = contents(tmp_path / "out")
    retract(tmp_path / "out", "b.txt")
    assert build([articles], tmp_path / "out").known == 2
    assert contents(tmp_path / "out") == before


def test_an_article_that_is_not_there_is_an_error_that_lists_what_is(folder):
    with pytest.raises(
        InputError,
        match=r"no article is called 'd.txt'; there are news/a.txt \(.*\), news/b.txt .*, news/c.txt",
    ):
        retract(folder, "d.txt")


def test_a_name_that_several_have_is_an_error_that_lists_them(tmp_path):
    for name in ("one", "two"):
        (tmp_path / "news" / name).mkdir(parents=True)
        (tmp_path / "news" / name / "x.txt").write_text(
            f"Ada Lund met Jens Berg in {name.title()}ville.\n"
        )
    build([tmp_path / "news"], tmp_path / "out")
    with pytest.raises(
        InputError,
        match=r"2 articles are called 'x.txt'; there are news/one/x.txt .*, news/two/x.txt",
    ):
        retract(tmp_path / "out", "x.txt")
    assert retract(tmp_path / "out", "one/x.txt").counts["articles"] == 1
    with pytest.raises(InputError, match="only article"):
        retract(tmp_path / "out", "x.txt")


def test_a_folder_without_readings_is_told(tmp_path):
    with pytest.raises(GraphError, match="no folder of kg build"):
        retract(tmp_path / "none", "a.txt")
    assert not (tmp_path / "none").exists()
    articles = news(tmp_path, "a.txt", "b.txt")
    build([articles], tmp_path / "out", cache=False)
    with pytest.raises(GraphError, match="keeps no readings"):
        retract(tmp_path / "out", "a.txt")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("*.reading", "missing or damaged"),
        ("*.json", "is damaged"),
        ("ontologies/*.ttl", "was changed"),
    ],
)
def test_damage_is_told_and_changes_nothing(folder, name, fault):
    for path in (folder / ".kg").rglob(name):
        path.write_bytes(path.read_bytes()[:-2])
    before = contents(folder)
    with pytest.raises(GraphError, match=fault):
        retract(folder, "b.txt")
    assert contents(folder) == before
