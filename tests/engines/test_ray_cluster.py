"""Articles read on a real Ray cluster of two workers: the same bytes as in one process, whatever is killed or breaks."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import psutil
import pytest
import ray
from ray.cluster_utils import Cluster

from kg import pipeline, reading_articles
from kg.choices import Engine
from kg.engines import Outcome, open_engine
from kg.engines.ray import ADDRESS, outcomes, versions
from kg.errors import EngineError, ModelError
from kg.model import Article, Reading
from kg.text.read import Fault

ROOT = Path(__file__).parents[2]
TEXT = "{who} leaves Norway\n\nMarch 0{day}, 2019\n\n{who}, chief executive of Globex, met Jens Berg in Oslo on Friday.\n"
ARTICLES = [
    Article(f"a{number}", f"Text {number}.", f"a{number}.txt", str(number)) for number in range(6)
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a cluster of two workers listens."""
    cluster = Cluster(
        initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False}
    )
    yield cluster.address
    cluster.shutdown()


@pytest.fixture
def cluster(address: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(ADDRESS, address)
    return address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for day in range(1, 9):
        (path / f"{day}.txt").write_text(
            TEXT.format(who=f"Ada Lund{'qrstuvwx'[day - 1]}", day=day), encoding="utf-8"
        )
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def actors(process: psutil.Process) -> list[psutil.Process]:
    """The processes below one that read articles."""
    return [each for each in process.children(recursive=True) if "ray::Worker" in each.name()]


def each_with(one: Callable[[Article], Outcome]) -> Callable[[Sequence[Article]], list[Outcome]]:
    """A reader of some articles that reads them one by one."""
    return lambda articles: [one(article) for article in articles]


def test_a_worker_that_is_killed_half_way_costs_no_byte(
    cluster: str, folder: Path, tmp_path: Path
) -> None:
    killed: list[psutil.Process] = []

    def kill_one(done: int, _: int) -> None:
        if done == 3:
            killed.append(actors(psutil.Process())[0])
            killed[0].kill()

    pipeline.build([folder], tmp_path / "local")
    report = pipeline.build([folder], tmp_path / "ray", engine="ray", workers=2, progress=kill_one)
    assert len(killed) == 1
    assert report.faults == ()
    assert files(tmp_path / "local") == files(tmp_path / "ray")
    assert not ray.is_initialized()


def test_order_is_kept_and_more_workers_than_articles_or_than_room_do_no_harm(cluster: str) -> None:
    def slow_at_first(article: Article) -> bytes:
        time.sleep(0.5 if article.id == "a0" else 0)
        return article.id.encode()

    with open_engine(Engine.RAY, each_with(slow_at_first), workers=3) as run:
        assert list(run(ARTICLES)) == [article.id.encode() for article in ARTICLES]
        assert list(run(ARTICLES[:1])) == [b"a0"]
        assert list(run([])) == []


def test_an_article_that_kills_every_process_is_a_fault_and_the_others_are_read(
    cluster: str,
) -> None:
    def deadly(article: Article) -> bytes:
        if article.id == "a1":
            os.kill(os.getpid(), signal.SIGKILL)
        return article.id.encode()

    with open_engine(Engine.RAY, each_with(deadly), workers=2) as run:
        found = list(run(ARTICLES))
    assert [each for each in found if isinstance(each, bytes)] == [
        each.id.encode() for each in (ARTICLES[0], *ARTICLES[2:])
    ]
    assert isinstance(found[1], Fault)
    assert (found[1].source, found[1].lost) == ("a1.txt", True)
    assert "3 processes died of it" in found[1].message


def test_an_article_that_breaks_the_analysis_is_a_fault(cluster: str) -> None:
    def breaking(article: Article) -> bytes | Fault:
        def stumbling(_: Article, **options: str) -> Reading:
            raise IndexError("a rule stumbled")

        reading_articles.read_article = stumbling
        return reading_articles.read_batch([article], reader="none")[0]

    with open_engine(Engine.RAY, each_with(breaking), workers=1) as run:
        (fault,) = run(ARTICLES[:1])
    assert isinstance(fault, Fault)
    assert "IndexError: a rule stumbled" in fault.message


def test_what_a_user_can_mend_is_told_as_without_a_cluster(cluster: str, folder: Path) -> None:
    told = []
    for engine in Engine:
        with pytest.raises(ModelError) as caught:
            pipeline.build([folder], model="xx_missing", engine=engine, workers=2)
        told.append((type(caught.value), str(caught.value)))
    assert told[0] == told[1]


def test_a_worker_is_replaced_after_its_share(cluster: str) -> None:
    def which_process(article: Article) -> Fault:
        return Fault(article.source, str(os.getpid()))

    ray.init(address=cluster, log_to_driver=False)
    with open_engine(Engine.RAY, each_with(which_process), workers=1) as run:
        assert len({str(fault.message) for fault in run(ARTICLES) if isinstance(fault, Fault)}) == 1
    assert ray.is_initialized(), "a connection of the caller stays open"
    found = dict(outcomes(each_with(which_process), ARTICLES[:4], 1, life=2))
    ray.shutdown()
    assert sorted(found) == [0, 1, 2, 3]
    assert len({str(fault).split()[-1] for fault in found.values()}) == 2


def test_workers_with_other_versions_are_refused(
    cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.engines.ray.versions", partial(dict, versions(), spacy="1.0"))
    with (
        pytest.raises(EngineError, match=r"has spacy 3\.\S+ instead of 1\.0"),
        open_engine(Engine.RAY, len, workers=1) as run,
    ):
        list(run(ARTICLES))


@pytest.mark.parametrize("address", ["127.0.0.1:1", "ray://127.0.0.1:1", "127.0.0.1:many"])
def test_a_cluster_that_is_not_there_is_named(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADDRESS, address)
    with (
        pytest.raises(EngineError, match=f"the Ray cluster at {address} "),
        open_engine(Engine.RAY, len, workers=1),
    ):
        pass


def test_an_interrupted_build_leaves_no_process(folder: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != ADDRESS}
    command = [
        sys.executable,
        "-m",
        "kg",
        "build",
        str(folder),
        "-o",
        str(tmp_path / "out"),
        "--engine",
        "ray",
        "--workers",
        "2",
    ]
    # Programs that a shell started in the background ignore the signal, and so would their children.
    heeds_signal = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heeds_signal,
    ) as build:
        process = psutil.Process(build.pid)
        while not actors(process):
            assert build.poll() is None
            time.sleep(0.1)
        started = process.children(recursive=True)
        os.kill(build.pid, signal.SIGINT)
        build.communicate()
    assert build.returncode == 130
    assert psutil.wait_procs(started, timeout=5)[1] == []
    assert not (tmp_path / "out" / "graph.ttl").exists()
