"""Reads articles in this process, or in several of this machine."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from kg.model import Article, Reading
from kg.read import Fault

Outcome = Reading | Fault
ReadOne = Callable[[Article], Outcome]  # at module level, or a `partial` of such: it travels by its name
ReadAll = Callable[[Sequence[Article]], Iterator[Outcome]]

ARTICLES_A_TRIP = 8  # handed to a process at once: fewer, and the processes wait for this one; more, and the last works alone


@contextmanager
def in_processes(one: ReadOne, workers: int) -> Iterator[ReadAll]:
    """Maps articles to their outcomes in `workers` processes, or in this one where that is 1 or less."""
    if workers <= 1:
        yield lambda articles: map(one, articles)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield lambda articles: pool.map(one, articles, chunksize=ARTICLES_A_TRIP)
