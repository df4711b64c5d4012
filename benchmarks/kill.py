"""Kills real builds at random moments, and checks the files that are left.

python benchmarks/kill.py FOLDER [--moments N] [--seed S] [--reader none]

The articles of a folder, all but one, are built. Then the build of all of them but another one is
started over it, as a user starts it, and killed with SIGKILL: half of the moments lie anywhere in
the build, half in the writing of the files. After each kill, the graph that a reader finds must
parse, its evidence must verify, and all files must be those of the old graph or all those of the
new one. Then the same build is run to its end, which must give the new graph, to the byte.
"""

import argparse
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.rdf import OWN_FOLDER, graph_file, read_triples, verify

WRITING = f"{OWN_FOLDER}/unfinished"  # while files are written, until all are in place
PATIENCE = 0.0005  # seconds between two looks for it


@dataclass(frozen=True)
class Case:
    """Two sets of articles, their graphs, and the time of a build of the second over the first."""

    home: Path
    reader: str
    seconds: float = 0.0
    writing: float = 0.0

    def build(self, articles: str, out: Path) -> "subprocess.Popen[bytes]":
        """Start a build of a set of articles ("old" or "new")."""
        command = [
            sys.executable,
            "-m",
            "kg",
            "build",
            self.home / articles / "news",
            "-o",
            out,
            "--reader",
            self.reader,
        ]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def graph(self, articles: str) -> Path:
        """Return the folder with the graph of a set of articles."""
        return self.home / f"graph-{articles}"


@dataclass(frozen=True)
class Outcome:
    """The state after a kill. `faults` are in words; there should be none."""

    moment: str
    found: str
    faults: tuple[str, ...]


def prepared(folder: Path, home: Path, reader: str) -> Case:
    """Build both graphs."""
    names = sorted(path for path in folder.rglob("*.txt"))
    for articles, left_out in (("old", names[-1]), ("new", names[0])):
        (home / articles / "news").mkdir(parents=True)
        for path in names:
            if path != left_out:
                shutil.copy(path, home / articles / "news")
    case = Case(home, reader)
    for articles in ("old", "new"):
        if case.build(articles, case.graph(articles)).wait() != 0:
            raise SystemExit(f"the articles of {folder} cannot be built")
    return case


def measured(case: Case) -> Case:
    """Return the case with the time of a build of the second graph, and of its writing alone."""
    trial = shutil.copytree(case.graph("old"), case.home / "measured")
    started = time.monotonic()
    process = case.build("new", trial)
    begun = wait_for_writing(process, trial)
    process.wait()
    return replace(case, seconds=time.monotonic() - started, writing=time.monotonic() - begun)


def wait_for_writing(process: "subprocess.Popen[bytes]", out: Path) -> float:
    """Return the time at which a build began to write, or ended."""
    while process.poll() is None and not (out / WRITING).exists():
        time.sleep(PATIENCE)
    return time.monotonic()


def outcome(case: Case, share: float, *, writing: bool) -> Outcome:
    """Kill a build when a share of it, or of its writing, is done; check the files, build again."""
    out = shutil.copytree(case.graph("old"), case.home / "killed")
    process = case.build("new", out)
    if writing:
        wait_for_writing(process, out)
    with suppress(subprocess.TimeoutExpired):
        process.wait(share * (case.writing if writing else case.seconds))
    moment = f"{share:4.0%} of {'the writing' if writing else 'the build'}"
    moment += "" if process.poll() is None else " (done by then)"
    process.kill()
    process.wait()
    found, faults = looked_at(case, out)
    if case.build("new", out).wait() != 0 or files(out) != files(case.graph("new")):
        faults = (*faults, "building again does not give the right graph")
    shutil.rmtree(out)
    return Outcome(moment, found, faults)


def looked_at(case: Case, out: Path) -> tuple[str, tuple[str, ...]]:
    """Return which graph a reader finds in a folder, and its faults."""
    graph_file(out)
    faults = tuple(verify(out)) if list(read_triples(out)) else ("the graph is empty",)
    found = [articles for articles in ("old", "new") if files(out) == files(case.graph(articles))]
    return (
        (found[0], faults) if found else ("mixed", (*faults, "neither the old nor the new graph"))
    )


def files(out: Path) -> dict[str, bytes]:
    """Return the files of a graph, without those that the package keeps for itself."""
    paths = (path for path in out.rglob("*") if path.is_file() and OWN_FOLDER not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}


def outcomes(case: Case, moments: int, seed: int) -> Iterator[Outcome]:
    """Kill at random moments, in turn of the whole build and of its writing."""
    chance = random.Random(seed)
    for number in range(moments):
        yield outcome(case, chance.random(), writing=bool(number % 2))


def main() -> int:
    """Run the command line. Return 0 if no kill did harm, else 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder with at least three articles")
    parser.add_argument(
        "--moments",
        type=int,
        metavar="N",
        default=20,
        help="how many builds are killed (default: 20)",
    )
    parser.add_argument(
        "--seed", type=int, metavar="S", default=1, help="of the random moments (default: 1)"
    )
    parser.add_argument("--reader", default="built-in", help="the learned reader, or none")
    args = parser.parse_args()
    harm = 0
    with TemporaryDirectory() as home:
        case = measured(prepared(args.folder, Path(home), args.reader))
        print(
            f"a build takes {case.seconds:.1f} s, of which {case.writing:.1f} s from the first "
            f"file that is written"
        )
        for number, result in enumerate(outcomes(case, args.moments, args.seed), start=1):
            harm += bool(result.faults)
            print(
                f"{number:3}  killed at {result.moment:<38} {result.found:<6} "
                f"{'; '.join(result.faults) or 'whole'}",
                flush=True,
            )
    print(f"{args.moments} kills, {harm} did harm")
    return 1 if harm else 0


if __name__ == "__main__":
    sys.exit(main())
