"""The time of a second build after one article was added, beside the first build, in one run.

python benchmarks/incremental.py FOLDER [--reader none] [--check]

All articles of a folder but the last are built; then the last is added and `kg build` is run again,
as a user runs it: a process of its own, with loading of libraries, models, ontology and gazetteer,
writing, and the page. Seconds are of processor time, so that other work on the machine counts
little; elapsed time stands beside them. With --check, all are also built from nothing, and the
bytes compared.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

BAR = 0.10  # of the first build


@dataclass(frozen=True)
class Cost:
    """The cost of a command in seconds: of processor time and of elapsed time."""

    processor: float
    elapsed: float

    def __str__(self) -> str:
        return f"{self.processor:9.1f} s processor {self.elapsed:9.1f} s elapsed"


def main() -> int:
    """Run the command line.

    Return 0 if the second build stays within the bar, and its bytes are right if they are checked.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", type=Path, help="a folder with articles, for instance of benchmarks/recombined.py"
    )
    parser.add_argument("--reader", default="built-in", help="the learned reader, or none")
    parser.add_argument(
        "--check", action="store_true", help="also compare with a build from nothing"
    )
    args = parser.parse_args()
    with TemporaryDirectory() as home:
        news, out = Path(home, "news"), Path(home, "out")
        *old, new = sorted(args.folder.rglob("*.txt"))
        news.mkdir()
        for path in old:
            shutil.copy(path, news)
        first = cost(news, out, args.reader)
        print(f"first build, of {len(old):,} articles {first}", flush=True)
        shutil.copy(new, news)
        second = cost(news, out, args.reader)
        share = second.processor / first.processor
        print(f"second build, one added     {second}")
        print(
            f"{share:.1%} of the first, at most {BAR:.0%}: {'kept' if share <= BAR else 'broken'}",
            flush=True,
        )
        same = not args.check or same_as_from_nothing(news, out, args.reader)
    return 0 if share <= BAR and same else 1


def cost(news: Path, out: Path, reader: str) -> Cost:
    """Return the cost of a build, of all its processes taken together."""
    before, started = os.times(), time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "kg", "build", news, "-o", out, "--reader", reader], check=True
    )
    after = os.times()
    used = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    return Cost(used, time.monotonic() - started)


def same_as_from_nothing(news: Path, out: Path, reader: str) -> bool:
    """Return whether a build from nothing gives the same files, kept ones included."""
    anew = out.with_name("anew")
    cost(news, anew, reader)
    same = contents(out) == contents(anew)
    print(f"a build from nothing gives {'the same bytes' if same else 'OTHER BYTES'}")
    return same


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
