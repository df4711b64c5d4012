"""Mutation testing by sample: the share of small faults in a room that its own tests find.

    python benchmarks/mutants.py ROOM [--sample 60] [--seed 1] [--scratch FOLDER]

mutmut (extra `fuzz`) makes all mutants of `kg/ROOM` in a copy of the project; a random sample of
them, the same for a seed, is run against `tests/ROOM`, one process at a time. A mutant that no test
of the room reaches, or that all of them pass, survives. What is printed is the share that was
killed, with the 95 % interval that a sample of that size leaves (Wilson 1927), and each survivor:
`mutmut show NAME` in the scratch folder shows its change.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from math import sqrt
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PARTS = ("kg", "tests", "ontologies", "seeds", "output", "pyproject.toml")
CONFIG = """[mutmut]
source_paths=kg/{room}/
pytest_add_cli_args_test_selection=tests/{room}
also_copy=
    kg
    ontologies
    seeds
    output
    pyproject.toml
"""
KILLED = frozenset({1, 3})  # exit codes of pytest and mutmut: a test failed
SLOWEST = 600  # seconds for the tests of a room
TIMED_OUT = frozenset(
    {36, 24, 152, -24, 255}
)  # the mutant made the tests run on and on: found, too


def main() -> None:
    """Sample, run, and print the score of a room."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("room")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scratch", type=Path, default=Path("mutants-scratch"))
    given = parser.parse_args()
    place = given.scratch / given.room
    if not place.exists():
        _copy(given.room, place)
        _mutmut(
            place, "no.mutant.has.this.name"
        )  # makes them all, and finds which test reaches which function
    names = sorted(_outcomes(place, given.room))
    chosen = sorted(random.Random(given.seed).sample(names, min(given.sample, len(names))))
    _mutmut(place, *chosen)
    outcome = _outcomes(place, given.room)
    run = [name for name in chosen if outcome[name] is not None]
    found = [
        name
        for name in run
        if outcome[name] in KILLED | TIMED_OUT or _is_found_afresh(place, given.room, name)
    ]
    low, high = _interval(len(found), len(run))
    share = len(found) / max(1, len(run))
    print(
        f"{given.room}: {len(found)} of {len(run)} killed, {share:.0%} ({low:.0%}-{high:.0%}); "
        f"{len(names)} mutants in all"
    )
    for name in run:
        if name not in found:
            print(f"  survived ({outcome[name]}): {name}")


def _copy(room: str, place: Path) -> None:
    """Copy the project's files, with the settings of mutmut for a room."""
    for part in PARTS:
        source = PROJECT / part
        place.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, place / part) if source.is_dir() else shutil.copy(
            source, place / part
        )
    (place / "setup.cfg").write_text(CONFIG.format(room=room), encoding="utf-8")


def _mutmut(place: Path, *names: str) -> None:
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *names]
    subprocess.run(command, cwd=place, check=False, capture_output=True)


def _is_found_afresh(place: Path, room: str, name: str) -> bool:
    """Return whether the tests of the room, in a new process, find a mutant that mutmut lets live.

    mutmut forks a process in which the tests ran before, so the results that `functools.cache`
    keeps hide mutants from it.
    """
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        f"tests/{room}",
    ]
    environment = {**os.environ, "MUTANT_UNDER_TEST": name, "PYTHONPATH": "."}
    try:
        done = subprocess.run(
            command,
            cwd=place / "mutants",
            env=environment,
            check=False,
            capture_output=True,
            timeout=SLOWEST,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode == 1


def _outcomes(place: Path, room: str) -> dict[str, int | None]:
    """Return the exit code of each mutant, None if it was not run."""
    files = (place / "mutants" / "kg" / room).rglob("*.meta")
    return {
        name: code
        for file in files
        for name, code in json.loads(file.read_text("utf-8"))["exit_code_by_key"].items()
    }


def _interval(hits: int, runs: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by Wilson's score."""
    if not runs:
        return 0.0, 1.0
    z, share = 1.96, hits / runs
    middle, width = (
        share + z * z / (2 * runs),
        z * sqrt(share * (1 - share) / runs + z * z / (4 * runs * runs)),
    )
    return (middle - width) / (1 + z * z / runs), (middle + width) / (1 + z * z / runs)


if __name__ == "__main__":
    main()
