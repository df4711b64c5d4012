"""A build of many articles of real length: beside bare spaCy, with two workers, and its growth.

python benchmarks/scale.py floor [--articles N] [--rounds N]
python benchmarks/scale.py workers [--articles N] [--rounds N]
python benchmarks/scale.py growth [--articles N] [--times T] [--reader R]

`floor` gives processor time, stage by stage, without and with the reader; `workers` the wall clock
of two processes against one, of the build and of bare spaCy; `growth` the time and peak memory of N
articles and of T · N, ten times as many if not said otherwise.

The articles are those of `benchmarks/recombined.py`. What is compared is measured in turns in one
run; of some rounds the fastest counts. Each exits with 1 where a bar is missed.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import spacy
from recombined import DATA, write_articles
from speed import bare_seconds, build_seconds, fresh, table

from kg import pipeline
from kg.text.parse import DEFAULT_MODEL

BARS = {
    "none": 1.4,
    "built-in": 2.0,
}  # times the bare pipeline, without and with the learned reader
FASTER = 1.7  # times, with two workers
TIMES = 10
GROWTH = 1.1  # times the seconds an article, for so many times the articles
NUMBER = {"floor": 1_000, "workers": 1_000, "growth": 2_000}
ROUNDS = {"floor": 2, "workers": 2, "growth": 1}
MEGABYTE = 1024  # in the kilobytes in which Linux counts memory


@dataclass(frozen=True)
class Run:
    """The cost of a build.

    It has seconds by the clock, seconds of processors, and the memory of its largest process in MB.
    """

    wall: float
    processor: float
    peak: float


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=[*NUMBER])
    parser.add_argument("--articles", type=int, metavar="N", help=f"how many (default: {NUMBER})")
    parser.add_argument(
        "--times", type=int, default=TIMES, metavar="T", help=f"for growth (default: {TIMES})"
    )
    parser.add_argument(
        "--rounds", type=int, metavar="N", help=f"how often each is measured (default: {ROUNDS})"
    )
    parser.add_argument(
        "--reader", choices=[*BARS], default="none", help="for workers and growth (default: none)"
    )
    parser.add_argument(
        "--data", type=Path, default=DATA, help="the folder of the public gold sets"
    )
    args = parser.parse_args()
    number, rounds = args.articles or NUMBER[args.what], args.rounds or ROUNDS[args.what]
    with TemporaryDirectory() as folder:
        place = Path(folder)
        write_articles(place / "articles", number, args.data)
        if args.what == "floor":
            return floor(place / "articles", rounds)
        if args.what == "workers":
            return workers(place / "articles", rounds, args.reader)
        write_articles(place / "more", args.times * number, args.data)
        return growth(place / "articles", place / "more", args.reader)


def floor(articles: Path, rounds: int) -> int:
    """Compare the build, without and with the reader, with the bare pipeline, stage by stage."""
    turns = [
        (
            fresh(bare_seconds, articles),
            {reader: fresh(build_seconds, articles, reader) for reader in BARS},
        )
        for _ in range(rounds)
    ]
    bare = min(seconds for seconds, _ in turns)
    missed = 0
    for reader, bar in BARS.items():
        stages, whole = min((builds[reader] for _, builds in turns), key=lambda build: build[1])
        print(
            f"\n{len(list(articles.iterdir()))} articles, reader: "
            f"{reader}\n{table(bare, stages, whole, bar)}"
        )
        missed += whole > bar * bare
    return min(missed, 1)


def workers(articles: Path, rounds: int, reader: str) -> int:
    """Compare two workers with one.

    Two bare pipelines side by side reach the most that this machine can do.
    """
    halves = [sorted(articles.iterdir())[at::2] for at in range(2)]
    whole = [sorted(articles.iterdir())]
    found: dict[str, list[float]] = {
        "bare, one process": [],
        "bare, two": [],
        "build, one worker": [],
        "build, two": [],
    }
    for _ in range(rounds):
        found["bare, one process"].append(side_by_side(whole))
        found["bare, two"].append(side_by_side(halves))
        found["build, one worker"].append(built(articles, "--reader", reader).wall)
        found["build, two"].append(built(articles, "--reader", reader, "--workers", "2").wall)
    bare_one, bare_two, one, two = (min(seconds) for seconds in found.values())
    for name, seconds in found.items():
        print(f"{name:<20}{min(seconds):8.1f} s")
    print(
        f"two workers: {one / two:.2f} times as fast (asked: {FASTER}); two bare processes: "
        f"{bare_one / bare_two:.2f} times"
    )
    return 0 if one >= FASTER * two else 1


def side_by_side(parts: list[list[Path]]) -> float:
    """Return the seconds by the clock until bare pipelines, a process for each part, are done.

    Loading the models does not count.
    """
    with ProcessPoolExecutor(len(parts), mp_context=get_context("spawn")) as pool:
        spans = list(pool.map(bare_span, parts))
    return max(end for _, end in spans) - min(start for start, _ in spans)


def bare_span(paths: list[Path]) -> tuple[float, float]:
    """Return when the bare pipeline began with some articles, and when it was done."""
    articles = pipeline.read_inputs(paths).articles
    nlp = spacy.load(DEFAULT_MODEL)
    started = time.monotonic()
    for _ in nlp.pipe(article.text for article in articles):
        pass
    return started, time.monotonic()


def built(articles: Path, *options: str) -> Run:
    """Build by the command line, in a process of its own."""
    with TemporaryDirectory() as out:
        started = time.monotonic()
        command = [sys.executable, "-m", "kg", "build", str(articles), "-o", f"{out}/out", *options]
        child = os.posix_spawn(sys.executable, command, os.environ, file_actions=silent())
        _, status, used = os.wait4(child, 0)
        if status:
            raise SystemExit(f"{' '.join(command)} failed")
        return Run(
            time.monotonic() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE
        )


def silent() -> list[tuple[int, int, str, int, int]]:
    """Return a context in which a child prints nothing."""
    return [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]


def growth(articles: Path, more: Path, reader: str) -> int:
    """Measure time and memory for some articles and for many times as many."""
    few, many = built(articles, "--reader", reader), built(more, "--reader", reader)
    counts = [len(list(folder.iterdir())) for folder in (articles, more)]
    for count, run in zip(counts, (few, many), strict=True):
        print(
            f"{count:>7} articles{run.processor:10.1f} s of processors{run.wall:10.1f} "
            f"s{run.peak:8.0f} MB"
        )
    each = (many.peak - few.peak) / (counts[1] - counts[0]) * 1_000
    times, longer = counts[1] / counts[0], many.processor / few.processor
    print(f"{times:.0f} times the articles: {longer:.2f} times the time ", end="")
    print(f"(asked: {GROWTH * times:.1f}); {each:.0f} MB for each further 1,000 articles")
    return 0 if longer <= GROWTH * times else 1


if __name__ == "__main__":
    sys.exit(main())
