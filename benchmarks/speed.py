"""The time of `kg build` beside the bare spaCy pipeline over the same texts, on one core.

python benchmarks/speed.py FOLDER [--reader none] [--rounds N] [--profile N]

Each is measured in a fresh process, as a user runs it, and in processor time, so that other work on
the machine counts little; of some rounds the fastest counts. Loading the model counts for neither;
reading files, loading gazetteer and ontology, and drawing the page count for the build. With
--profile N, also the N functions of `kg` that take most time.
"""

import argparse
import cProfile
import os
import pstats
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import wraps
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import spacy

from kg import build_folder, pipeline, reading_articles
from kg.text import read_article
from kg.text.parse import DEFAULT_MODEL, load
from kg.text.reader import load_reader

BARS = {"built-in": 2.0, "none": 1.5}  # with the learned reader, and with rules alone
ROUNDS = 3
STAGE_OF_FUNCTION = {  # what the pipeline calls, in its order → what the table says
    "load_ontology": "load the ontology",
    "read_inputs": "read",
    "parse": "parse",
    "parse_all": "parse",
    "mentions": "mentions",
    "quotes": "quotations",
    "chains": "coreference",
    "seen": "learned reader",
    "claims": "claims",
    "record": "keep readings",
    "resolve": "resolve entities",
    "gazetteer_facts": "resolve entities",
    "interpret": "interpret",
    "write": "write",
    "write_page": "page",
}


CALLERS = (pipeline, reading_articles, read_article, build_folder)


def main() -> int:
    """Run the command line. Return 0 if the build stays within the bar, else 1."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a folder with articles")
    parser.add_argument(
        "--profile",
        type=int,
        metavar="N",
        default=0,
        help="list the N functions that take most time",
    )
    parser.add_argument(
        "--rounds",
        type=int,
        metavar="N",
        default=ROUNDS,
        help=f"how often each is measured (default: {ROUNDS})",
    )
    parser.add_argument(
        "--reader", choices=[*BARS], default="built-in", help="the learned reader, or none"
    )
    args = parser.parse_args()
    rounds = [
        (fresh(bare_seconds, args.folder), fresh(build_seconds, args.folder, args.reader))
        for _ in range(args.rounds)
    ]
    bare = min(seconds for seconds, _ in rounds)
    stages, whole = min((seconds for _, seconds in rounds), key=lambda seconds: seconds[1])
    print(table(bare, stages, whole, BARS[args.reader]))
    if args.profile:
        profiled(args.folder, args.profile)
    return 0 if whole <= BARS[args.reader] * bare else 1


def fresh(measure: Callable[..., Any], *arguments: Any) -> Any:
    """Return the result of a measurement in a process of its own, on one core."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=on_one_core) as pool:
        return pool.submit(measure, *arguments).result()


def on_one_core() -> None:
    """Keep this process on one core, if the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def bare_seconds(folder: Path) -> float:
    """Return the processor seconds of the spaCy pipeline alone over all texts of a folder."""
    articles = pipeline.read_inputs(folder).articles
    nlp = spacy.load(DEFAULT_MODEL)
    started = time.process_time()
    for _ in nlp.pipe(article.text for article in articles):
        pass
    return time.process_time() - started


def build_seconds(folder: Path, reader: str) -> tuple[dict[str, float], float]:
    """Return the processor seconds of each stage of a build, in their order, and of the whole."""
    seconds = dict.fromkeys(STAGE_OF_FUNCTION.values(), 0.0)
    load(DEFAULT_MODEL)
    load_reader(reader)
    with TemporaryDirectory() as out, timed_stages(seconds):
        started = time.process_time()
        pipeline.build([folder], out, reader=reader)
        whole = time.process_time() - started
    return seconds, whole


@contextmanager
def timed_stages(seconds: dict[str, float]) -> Iterator[None]:
    """While it is open, add the time of every stage of the pipeline to `seconds`."""
    functions = [place for name in STAGE_OF_FUNCTION for place in places_of(name)]
    for caller, name, function in functions:
        setattr(caller, name, timed(function, STAGE_OF_FUNCTION[name], seconds))
    try:
        yield
    finally:
        for caller, name, function in functions:
            setattr(caller, name, function)


def places_of(name: str) -> list[tuple[ModuleType, str, Callable[..., Any]]]:
    """Return where the pipeline calls a function by its name.

    Raises `LookupError` if nowhere: else the time of its stage would be 0, and hide in the rest.
    """
    callers = [caller for caller in CALLERS if hasattr(caller, name)]
    if not callers:
        raise LookupError(f"the pipeline calls no {name!r}: mend STAGE_OF_FUNCTION")
    return [(caller, name, getattr(caller, name)) for caller in callers]


def timed(
    function: Callable[..., Any], stage: str, seconds: dict[str, float]
) -> Callable[..., Any]:
    """Return the same function, which adds its time to a stage.

    The time of stages that it calls itself is theirs alone.
    """

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        started, others = time.process_time(), sum(seconds.values())
        try:
            return function(*args, **kwargs)
        finally:
            seconds[stage] += time.process_time() - started - (sum(seconds.values()) - others)

    return call


def table(bare: float, stages: dict[str, float], whole: float, bar: float) -> str:
    """Return the times for people: seconds, and as a share of the bare pipeline's."""
    rows = [
        ("bare spaCy pipeline", bare),
        *stages.items(),
        ("rest", whole - sum(stages.values())),
        ("kg build", whole),
    ]
    lines = [f"{name:<22}{seconds:8.2f} s{seconds / bare:8.2f} x" for name, seconds in rows]
    return "\n".join([*lines, f"at most {bar} x: {'kept' if whole <= bar * bare else 'broken'}"])


def profiled(folder: Path, number: int) -> None:
    """Print the functions that take most time in a build, without those that they call.

    The profiler itself slows them down.
    """
    profile = cProfile.Profile()
    with TemporaryDirectory() as out:
        profile.runcall(pipeline.build, [folder], out)
    pstats.Stats(profile).sort_stats("tottime").print_stats("/kg/", number)


if __name__ == "__main__":
    sys.exit(main())
