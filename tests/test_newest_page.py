"""A build of many articles: its page shows the newest; everything else is that of the whole."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from news_samples import ARTICLES, contents, news

from kg import build_folder, pipeline
from kg.cli import main
from kg.rdf import EXCERPT_FILE, EXCERPT_NOTE, verify
from kg.retraction import retract
from kg.view import limit_to_newest

build = partial(pipeline.build, reader="none", mentions=True)
TWO_ARTICLES = len(ARTICLES["b.txt"]) + len(ARTICLES["c.txt"])
ONLY_IN_THE_OLDEST = "chief executive"
EXCERPT = {EXCERPT_FILE, EXCERPT_NOTE}


@pytest.fixture(autouse=True)
def bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page bears the two newest of the three articles."""
    monkeypatch.setattr(
        build_folder, "limit_to_newest", partial(limit_to_newest, most=TWO_ARTICLES)
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder `news` with three articles, and beside it `out` with their graph."""
    place = tmp_path_factory.mktemp("newest")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            build_folder, "limit_to_newest", partial(limit_to_newest, most=TWO_ARTICLES)
        )
        build([news(place, *ARTICLES)], place / "out")
    yield place


@pytest.fixture
def out(home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(home / "out", tmp_path / "out"))


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as caught:
        main([str(each) for each in arguments])
        raise SystemExit(0)
    return int(caught.value.code or 0)


def text_of_page(out: Path, *arguments: object) -> str:
    """The page that `kg view` makes anew, elsewhere."""
    place = out.parent / "page.html"
    assert run("view", out, "-o", place, *arguments) == 0
    return place.read_text("utf-8")


def test_the_page_shows_the_newest_and_graph_texts_and_refusals_have_all(out):
    html = (out / "graph.html").read_text("utf-8")
    assert "The newest 2 of 3 articles, of 4 to 8 March 2019: " in html
    assert ONLY_IN_THE_OLDEST not in html
    assert ONLY_IN_THE_OLDEST in (out / "graph.ttl").read_text("utf-8")
    assert len(list((out / "texts").iterdir())) == 3
    assert verify(out) == []


def test_a_page_that_is_made_again_is_the_same(out):
    assert text_of_page(out) == (out / "graph.html").read_text("utf-8")


def test_a_part_and_a_file_are_of_the_whole(out):
    assert ONLY_IN_THE_OLDEST in text_of_page(out, "--focus", "Oslo")
    assert ONLY_IN_THE_OLDEST in text_of_page(
        out, "--query", "DESCRIBE ?a { ?a rdfs:label 'Ada Lund' }"
    )
    assert ONLY_IN_THE_OLDEST in text_of_page(out / "graph.ttl")


def test_the_part_is_gone_when_a_page_shows_all_again(out, home, monkeypatch):
    before = {
        name: data for name, data in contents(out).items() if name not in EXCERPT | {"graph.html"}
    }
    assert contents(out).keys() >= EXCERPT
    monkeypatch.setattr(build_folder, "limit_to_newest", limit_to_newest)
    build([home / "news"], out)
    assert not EXCERPT & contents(out).keys()
    assert {name: data for name, data in contents(out).items() if name != "graph.html"} == before
    assert "3 articles of 1 to 8 March 2019: " in (out / "graph.html").read_text("utf-8")


@pytest.mark.parametrize("most", [1, TWO_ARTICLES])
@pytest.mark.parametrize(
    ("article", "left"), [("a.txt", ("b.txt", "c.txt")), ("c.txt", ("a.txt", "b.txt"))]
)
def test_an_article_can_be_taken_back_shown_or_not(out, tmp_path, monkeypatch, most, article, left):
    monkeypatch.setattr(build_folder, "limit_to_newest", partial(limit_to_newest, most=most))
    retract(out, article)
    build([news(tmp_path, *left)], tmp_path / "anew")
    assert contents(out) == contents(tmp_path / "anew")
    assert EXCERPT.issubset(contents(out)) == (most == 1)


def test_the_command_says_so(home, out, capsys):
    assert run("build", home / "news", "-o", out, "--reader", "none", "--mentions") == 0
    assert (
        f"the page shows the newest 2 of 3 articles; what all say: kg view {out} --focus NAME, kg query {out}"
        in capsys.readouterr().out
    )
