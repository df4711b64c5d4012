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
# At module level, or a `partial` of such: it travels by its name.
ReadSome = Callable[[Sequence[Article]], list[Outcome]]
ReadAll = Callable[[Sequence[Article]], Iterator[Outcome]]

# Articles read together: more save no further time, and their vectors no longer fit into the
# processor's cache.
BATCH = 16
BATCH_TEXT = 200_000  # characters read together, which bounds the memory


@contextmanager
def in_processes(some: ReadSome, workers: int) -> Iterator[ReadAll]:
    """Map articles to their outcomes in `workers` processes; in this one if that is 1 or less."""
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
