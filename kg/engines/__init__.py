"""Engines, which read articles in processes of this machine, or in those of a cluster.

An engine is a map over articles that keeps their order, and nothing more: it knows neither the
language nor the graph. It is given the function that reads some articles, so whatever the engine,
that call is the same, and so are the bytes of the graph. `open_engine` opens an engine by its name.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from itertools import chain
from multiprocessing import get_context

from kg.choices import Engine
from kg.errors import EngineError
from kg.extras import lacking
from kg.model import Article
from kg.text.read import Fault

__all__ = ["Outcome", "ReadAll", "ReadSome", "open_engine"]

Outcome = bytes | Fault  # the record of a reading, or why there is none
# At module level, or a `partial` of such: it travels by its name.
ReadSome = Callable[[Sequence[Article]], list[Outcome]]
ReadAll = Callable[[Sequence[Article]], Iterator[Outcome]]

# Articles that the local engine reads together: more save no further time, and their vectors no
# longer fit into the processor's cache.
BATCH = 16
BATCH_TEXT = 200_000  # characters read together, which bounds the memory


def open_engine(engine: str, some: ReadSome, *, workers: int) -> AbstractContextManager[ReadAll]:
    """Open an engine: a function that maps articles to their outcomes, in their order.

    `workers` processes call `some`; they are gone when the engine is closed. Raises `EngineError`
    if no engine has that name, or its cluster cannot be reached, and `ExtraError` if its library is
    not installed. A `KgError` that `some` raises in a worker is raised here.
    """
    if engine == Engine.LOCAL:
        return in_processes(some, workers)
    if engine == Engine.RAY:
        return _on_ray(some, workers)
    raise EngineError(f"no engine is called {engine!r}: there are {' and '.join(Engine)}")


def _on_ray(some: ReadSome, workers: int) -> AbstractContextManager[ReadAll]:
    try:
        from kg.engines.ray import on_ray  # late: Ray is an extra, and takes a second to load
    except ModuleNotFoundError as error:
        raise lacking(error, "the engine ray") from error
    return on_ray(some, workers)


@contextmanager
def in_processes(some: ReadSome, workers: int) -> Iterator[ReadAll]:
    """Map articles to their outcomes in `workers` processes; in this one if that is 1 or less.

    They are read in batches, which is quicker than one by one.
    """
    if workers <= 1:
        yield lambda articles: chain.from_iterable(map(some, batches(articles)))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield lambda articles: chain.from_iterable(pool.map(some, batches(articles, workers)))


def batches(articles: Sequence[Article], workers: int = 1) -> Iterator[list[Article]]:
    """Yield the articles in batches, in their order: some for each worker, if there are enough
    articles.

    >>> articles = [Article(name, "Acme bought Bolt.", name, "") for name in "abcde"]
    >>> [len(batch) for batch in batches(articles)]
    [5]
    >>> [len(batch) for batch in batches(articles, workers=2)]
    [1, 1, 1, 1, 1]
    """
    most = BATCH
    if workers > 1:
        share = len(articles) // (4 * workers)
        most = max(1, min(BATCH, share))
    batch: list[Article] = []
    size = 0
    for article in articles:
        size += len(article.text)
        is_full = len(batch) == most or size > BATCH_TEXT
        if batch and is_full:
            yield batch
            batch = []
            size = len(article.text)
        batch.append(article)
    if batch:
        yield batch
