"""The local engine, which reads articles in this process or in several of this machine.

It reads some at a time, which is quicker than one by one.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain
from multiprocessing import get_context

from kg.model import Article
from kg.text.read import Fault

Outcome = bytes | Fault  # the record of a reading, or why there is none
ReadSome = Callable[
    [Sequence[Article]], list[Outcome]
]  # at module level, or a `partial` of such: it travels by its name
ReadAll = Callable[[Sequence[Article]], Iterator[Outcome]]

# Articles read together: more save no further time, and their vectors no longer fit into the
# processor's cache.
BATCH = 16
BATCH_TEXT = 200_000  # characters read together, which bounds the memory


@contextmanager
def in_processes(some: ReadSome, workers: int) -> Iterator[ReadAll]:
    """Map articles to their outcomes in `workers` processes, or in this one if that is 1 or
    less.
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
    most = BATCH if workers < 2 else max(1, min(BATCH, len(articles) // (4 * workers)))
    batch: list[Article] = []
    size = 0
    for article in articles:
        if len(batch) == most or (batch and size + len(article.text) > BATCH_TEXT):
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += len(article.text)
    if batch:
        yield batch
