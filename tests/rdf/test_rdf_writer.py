"""The folder of a graph: replaced whole, never half; only its own files are removed."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rdf_samples import ARTICLES, GRAPH, OTHER, TEXT, VOCABULARY, written

from kg.errors import KgError
from kg.model import Graph
from kg.rdf import OWN_FOLDER, read_triples, staged, verify, write

HERE = Path(__file__).parent
ONE_ARTICLE = Graph(GRAPH.articles[1:])


@pytest.fixture
def folder(tmp_path) -> Path:
    return written(tmp_path / "out")


def files(folder: Path) -> set[str]:
    """The names of a folder's files, without those that the package keeps for itself."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and OWN_FOLDER not in path.parts
    }


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files(folder)}


def test_a_folder_holds_graph_refusals_mentions_and_texts(folder):
    texts = {"texts/quist-1a2b.txt", "texts/resign-3c4d.txt"}
    assert files(folder) == {"graph.ttl", "refusals.ttl", "mentions.ttl"} | texts


def test_texts_are_kept_to_the_byte(folder):
    assert (folder / "texts/quist-1a2b.txt").read_bytes() == TEXT.encode()


def test_writing_again_changes_no_byte(folder):
    before = contents(folder)
    write(GRAPH, folder, VOCABULARY, mentions=True)
    assert contents(folder) == before


def test_mentions_and_texts_that_no_longer_belong_are_removed(folder):
    write(ONE_ARTICLE, folder, VOCABULARY)
    assert files(folder) == {"graph.ttl", "refusals.ttl", "texts/resign-3c4d.txt"}


def test_a_users_own_files_are_never_removed(folder):
    (folder / "texts/diary.txt").write_text("mine")
    (folder / "notes.md").write_text("mine")
    write(ONE_ARTICLE, folder, VOCABULARY)
    assert {"texts/diary.txt", "notes.md"} <= files(folder)


def test_a_damaged_old_graph_does_not_hinder_a_new_one(folder):
    (folder / "graph.ttl").write_text("this is <no Turtle")
    write(GRAPH, folder, VOCABULARY)
    assert verify(folder) == []


def test_a_users_prefixes_shorten_the_users_terms(tmp_path):
    mine = replace(VOCABULARY, prefixes={"my": "https://my.example/v#"})
    age = replace(GRAPH.facts[3], predicate="https://my.example/v#years")
    write(Graph(ARTICLES, GRAPH.entities, (age,)), tmp_path, mine)
    assert "my:years 44" in (tmp_path / "graph.ttl").read_text()


def test_after_an_error_everything_is_as_it_was(folder):
    before = contents(folder)
    with pytest.raises(RuntimeError, match="stop"), staged(folder) as staging:
        staging.add("graph.ttl", "new")
        staging.remove("mentions.ttl")
        raise RuntimeError("stop")
    assert contents(folder) == before


def test_a_killed_build_leaves_the_old_files_whole_and_the_next_one_sweeps_up(folder):
    before = contents(folder)
    kill = "import os, sys; from pathlib import Path; from kg.rdf import staged\nwith staged(Path(sys.argv[1])) as s:\n"
    subprocess.run(
        [sys.executable, "-c", kill + "    s.add('graph.ttl', 'new'); os._exit(9)", str(folder)],
        check=False,
    )
    assert contents(folder) == before
    assert (folder / OWN_FOLDER / "unfinished").exists()
    write(GRAPH, folder, VOCABULARY, mentions=True)
    assert contents(folder) == before
    assert not (folder / OWN_FOLDER / "unfinished").exists()


def test_an_article_id_never_leads_out_of_the_folder(tmp_path):
    stray = replace(ARTICLES[1], id="../../etc/x")
    write(Graph((stray,)), tmp_path / "out", VOCABULARY)
    assert files(tmp_path) == {
        "out/graph.ttl",
        "out/refusals.ttl",
        "out/texts/..%2F..%2Fetc%2Fx.txt",
    }
    assert (tmp_path / "out/texts/..%2F..%2Fetc%2Fx.txt").read_text() == OTHER
    assert verify(tmp_path / "out") == []


def test_a_file_in_the_way_is_an_error_that_names_it(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(KgError, match=r"cannot write to .*out"):
        write(GRAPH, tmp_path / "out", VOCABULARY)


def test_a_folder_in_the_place_of_the_graph_leaves_the_rest_alone(tmp_path):
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(KgError, match="cannot write"):
        write(GRAPH, tmp_path, VOCABULARY)
    assert files(tmp_path) == set()
    assert not list((tmp_path / OWN_FOLDER).glob("*finished*"))


def test_a_full_disk_is_an_error_that_says_so(tmp_path):
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    with (
        pytest.raises(KgError, match="No space left"),
        staged(tmp_path),
        Path("/dev/full").open("wb", 0) as full,
    ):
        full.write(b"x")


# root writes everywhere, unless that right is taken from the process
WITHOUT_ROOTS_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
WRITE = """
import sys
from pathlib import Path
from rdf_samples import GRAPH, VOCABULARY
from kg.errors import KgError
from kg.rdf import write
try:
    write(GRAPH, Path(sys.argv[1]), VOCABULARY)
except KgError as error:
    print(error)
"""


def test_a_read_only_folder_is_an_error_that_says_so(folder):
    prefix = () if os.geteuid() else WITHOUT_ROOTS_RIGHTS
    before = contents(folder)
    folder.chmod(0o500)
    try:
        done = subprocess.run(
            [*prefix, sys.executable, "-c", WRITE, str(folder)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (HERE, *sys.path)))},
        )
    finally:
        folder.chmod(0o700)
    assert re.search(r"no files can be put into .*; every file in it is still whole", done.stdout)
    assert contents(folder) == before


def test_a_kill_at_any_step_on_disk_leaves_either_the_old_graph_or_the_new_one(tmp_path):
    script = Path(__file__).parent / "killing.py"
    done = subprocess.run(
        [sys.executable, script, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    found = done.stdout.split("\n")[:-1]
    assert len(found) > 30
    assert set(found) == {"old", "new"}
    assert found == sorted(
        found, reverse=True
    )  # once the new graph counts, no kill brings the old one back


def test_nothing_is_written_through_a_link_that_leads_out_of_the_folder(folder, tmp_path):
    before = {
        name: data for name, data in contents(folder).items() if not name.startswith("texts/")
    }
    shutil.move(folder / "texts", tmp_path / "elsewhere")
    (folder / "texts").symlink_to(tmp_path / "elsewhere")
    stray = replace(ARTICLES[1], id="new")
    with pytest.raises(KgError, match="leads out of the folder"):
        write(Graph((stray,)), folder, VOCABULARY)
    assert not (tmp_path / "elsewhere/new.txt").exists()
    assert {name: (folder / name).read_bytes() for name in before} == before


def test_a_reader_completes_what_a_killed_writer_had_decided(folder):
    kill = (
        "import os, sys; from pathlib import Path; from kg.rdf import staged, staging\n"
        "staging.settle = lambda target: os._exit(9) if (target / staging.COMPLETE).exists() else None\n"
        "with staged(Path(sys.argv[1])) as s: s.add('graph.ttl', '<urn:a> <urn:b> <urn:c> .'); s.remove('mentions.ttl')\n"
    )
    assert subprocess.run([sys.executable, "-c", kill, str(folder)], check=False).returncode == 9
    assert (folder / "mentions.ttl").exists()
    assert [str(triple) for triple in read_triples(folder)] == ["<urn:a> <urn:b> <urn:c>"]
    assert not (folder / "mentions.ttl").exists()


@pytest.mark.parametrize(
    "removals", ['["../mine.txt", "texts/../../mine.txt"]', '{"../mine.txt": 1}', "[", "7"]
)
def test_a_folder_from_elsewhere_has_nothing_removed_outside_it(folder, tmp_path, removals):
    (tmp_path / "mine.txt").write_text("mine")
    complete = folder / OWN_FOLDER / "complete"
    complete.mkdir()
    (complete / "removals.json").write_text(removals)
    assert list(read_triples(folder))
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert not complete.exists()


def test_the_folder_that_the_package_keeps_may_be_no_link(folder, tmp_path):
    shutil.move(folder / OWN_FOLDER, tmp_path / "elsewhere")
    (folder / OWN_FOLDER).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KgError, match="is a link"):
        write(ONE_ARTICLE, folder, VOCABULARY)
