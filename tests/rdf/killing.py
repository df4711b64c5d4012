"""Writes a graph over an old one in a process that dies right before its n-th step on disk, for each n until none is left.

python killing.py FOLDER

Prints, for each n, whether an old graph, a new one, or a mixture was found by whoever opened the folder next. A step is anything
that Python's audit hooks tell of: a file that is opened, renamed or removed, a folder that is made or removed.
"""

import os
import shutil
import sys
from pathlib import Path

from rdf_samples import GRAPH, VOCABULARY, written

from kg.model import Graph
from kg.rdf import OWN_FOLDER, graph_file, verify, write

STEPS = frozenset({"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir"})
NEW = Graph(GRAPH.articles[1:])


def state(folder: Path) -> dict[str, bytes]:
    """The files of a graph, as whoever opens it finds them."""
    graph_file(folder)
    paths = (path for path in folder.rglob("*") if path.is_file() and OWN_FOLDER not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def dies_at(step: int) -> None:
    """Kill this process right before its n-th step on disk."""
    left = [step]

    def count(event: str, _: object) -> None:
        left[0] -= event in STEPS
        if left[0] == 0:
            os._exit(9)

    sys.addaudithook(count)


def found_after_kill(old: Path, folder: Path, step: int) -> dict[str, bytes] | None:
    """What is there after a kill; nothing where the writer was done before that step."""
    shutil.copytree(old, folder)
    child = os.fork()
    if not child:
        dies_at(step)
        write(NEW, folder, VOCABULARY)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        return None
    found = state(folder)
    assert verify(folder) == []
    write(NEW, folder, VOCABULARY)
    assert state(folder) == state(old.parent / "new"), (
        "writing again does not end with the right graph"
    )
    return found


def main(home: Path) -> None:
    """Kill at each step in turn."""
    old = written(home / "old")
    written(home / "new")
    write(NEW, home / "new", VOCABULARY)
    step = 1
    while (found := found_after_kill(old, home / str(step), step)) is not None:
        print(
            "old"
            if found == state(old)
            else "new"
            if found == state(home / "new")
            else f"mixture at step {step}"
        )
        step += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
