"""The store beside a graph: used for exactly its graph, never stale, never half."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Store
from rdf_samples import GRAPH, TRIPLES, VOCABULARY, written

from kg.errors import GraphError, KgError
from kg.rdf import has_index, make_index, open_graph, remove_index, write
from kg.rdf.disk_store import open_store
from kg.vocabulary.prefixes import PREFIXES

SLOW = """
import sys, time
from pathlib import Path
from kg.rdf.disk_store import make_store
from kg.rdf.store import _load

def load(store, file):
    _load(store, file)
    print("loading", flush=True)
    time.sleep(60)

make_store(Path(sys.argv[1]), load)
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


def is_read_only(store: Store) -> bool:
    try:
        store.clear()
    except RuntimeError:
        return True
    return False


def test_a_graph_is_opened_from_its_store_with_the_same_triples(folder):
    assert not has_index(folder)
    read = set(open_graph(folder))
    assert not is_read_only(open_graph(folder))
    make_index(folder)
    assert has_index(folder)
    opened = open_graph(folder)
    assert set(opened) == read
    assert is_read_only(opened)


def test_making_it_again_changes_nothing(folder):
    place = make_index(folder)
    before = sorted((path, path.stat().st_mtime_ns) for path in place.rglob("*"))
    assert make_index(folder) == place
    assert sorted((path, path.stat().st_mtime_ns) for path in place.rglob("*")) == before


def test_many_may_read_it_at_once_and_one_may_make_it_anew_meanwhile(folder):
    make_index(folder)
    first, second = open_graph(folder), open_graph(folder)
    change(folder)
    make_index(folder)
    assert len(first) == len(second) == len(TRIPLES)
    assert len(open_graph(folder)) == len(TRIPLES) + 1


def change(folder: Path) -> None:
    with (folder / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write("<urn:a> <urn:b> <urn:c> .\n")


def test_it_is_not_used_for_another_state_of_the_graph(folder):
    stale = make_index(folder)
    times = (folder / "graph.ttl").stat()
    change(folder)
    assert open_store(folder / "graph.ttl") is None
    assert len(open_graph(folder)) == len(TRIPLES) + 1
    fresh = make_index(folder)
    assert fresh != stale and not stale.exists()
    assert times.st_size != (folder / "graph.ttl").stat().st_size


def test_further_files_are_read_beside_the_graph(folder):
    make_index(folder)
    question = "ASK { ?r a kg:Refusal }"
    assert not open_graph(folder).query(question, prefixes=dict(PREFIXES))
    assert open_graph(folder, also=["refusals.ttl"]).query(question, prefixes=dict(PREFIXES))


def test_reifiers_answer_the_same_questions_from_the_store(tmp_path):
    write(GRAPH, tmp_path / "new", VOCABULARY, rdf12=True)
    make_index(tmp_path / "new")
    assert open_graph(tmp_path / "new").query(
        "ASK { ?s a rdf:Statement ; rdf:predicate kg:leads }", prefixes=dict(PREFIXES)
    )


def test_a_moved_folder_keeps_its_store_unless_its_iris_depend_on_the_place(folder, tmp_path):
    make_index(folder)
    folder.rename(tmp_path / "moved")
    assert open_store(tmp_path / "moved" / "graph.ttl") is not None
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "graph.ttl").write_text("<a> <b> <c> .")
    make_index(tmp_path / "one")
    (tmp_path / "one").rename(tmp_path / "two")
    assert open_store(tmp_path / "two" / "graph.ttl") is None


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_store_is_not_used_and_is_made_anew(folder, damage):
    place = make_index(folder)
    names = sorted(path.name for path in (place / "store").iterdir())
    for name in filter(
        lambda name: name.startswith(("MANIFEST", "CURRENT")) or name.endswith(".sst"), names
    ):
        path = place / "store" / name
        content = path.read_bytes()
        if damage == "cut":
            path.write_bytes(content[: len(content) // 2])
        else:
            path.unlink()
        assert open_store(folder / "graph.ttl") is None, name
        assert len(open_graph(folder)) == len(TRIPLES)
        path.write_bytes(content)
    shutil.rmtree(place / "store")
    make_index(folder)
    assert len(open_store(folder / "graph.ttl") or ()) == len(TRIPLES)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "7", '{"CURRENT": "x"}', '{"../../graph.ttl": 1}']
)
def test_a_damaged_list_of_files_is_no_store(folder, content):
    (make_index(folder) / "files.json").write_text(content)
    assert open_store(folder / "graph.ttl") is None


def test_one_that_is_killed_leaves_nothing_that_is_used_and_the_next_sweeps(folder):
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "loading\n"
    assert open_store(folder / "graph.ttl") is None
    make_index(folder)  # beside one that is at work, which stays
    assert len(list((folder / "index").glob(".unfinished-*"))) == 1
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    make_index(folder)
    assert len(list((folder / "index").iterdir())) == 1
    assert len(open_store(folder / "graph.ttl") or ()) == len(TRIPLES)


def test_a_graph_that_changes_while_it_is_read_gives_no_store(folder):
    from kg.rdf.disk_store import make_store

    with pytest.raises(GraphError, match="changed while it was read"):
        make_store(folder, lambda store, file: change(folder))
    assert not has_index(folder)
    assert list((folder / "index").iterdir()) == []


def test_a_damaged_graph_gives_no_store(folder):
    (folder / "graph.ttl").write_text('<a> <b> """')
    with pytest.raises(GraphError, match=r"graph\.ttl is damaged"):
        make_index(folder)
    assert list((folder / "index").iterdir()) == []


def test_it_can_be_removed(folder):
    assert not remove_index(folder)
    make_index(folder)
    assert remove_index(folder)
    assert not (folder / "index").exists()
    assert len(open_graph(folder)) == len(TRIPLES)


def test_nothing_else_in_its_folder_is_touched(folder):
    for name in (
        "mine",
        "graph.ttl.mine",
        ".unfinished-mine",
        "other.ttl.oxigraph-0.5-" + 32 * "0",
    ):
        (folder / "index" / name).mkdir(parents=True)
        (folder / "index" / name / "file.txt").write_text("mine")
    before = set((folder / "index").rglob("*"))
    make_index(folder)
    assert before < set((folder / "index").rglob("*"))
    assert remove_index(folder)
    assert set((folder / "index").rglob("*")) == before


def test_two_files_of_one_folder_have_a_store_each(folder):
    (folder / "more.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    for path in (folder, folder / "more.ttl"):
        make_index(path)
    assert len(open_store(folder / "graph.ttl") or ()) == len(TRIPLES)
    assert len(open_store(folder / "more.ttl") or ()) == 1


def test_it_is_written_nowhere_else(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (folder / "index").symlink_to(tmp_path / "elsewhere")
    for work in (make_index, remove_index):
        with pytest.raises(KgError, match="link to elsewhere"):
            work(folder)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_where_it_cannot_be_written_that_is_said(folder):
    (folder / "index").write_text("a file, not a folder")
    with pytest.raises(KgError, match=r"index .*cannot be written"):
        make_index(folder)
    assert len(open_graph(folder)) == len(TRIPLES)
