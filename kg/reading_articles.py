"""Articles read in any number of processes, each by itself: the map over the language half.

A text that breaks the analysis costs no other article its place in a build.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from kg.choices import DEFAULT_MODEL, DEFAULT_READER, Engine
from kg.engines import open_engine
from kg.errors import KgError
from kg.model import Article, Reading
from kg.readings import ReadingStore, record
from kg.text.read import NO_MEMORY, Fault

if TYPE_CHECKING:
    from spacy.tokens import Doc

Progress = Callable[[int, int], None]  # articles done, articles in all


def read_into(
    store: ReadingStore,
    articles: Sequence[Article],
    *,
    engine: str = Engine.LOCAL,
    workers: int = 1,
    progress: Progress | None = None,
) -> Iterator[tuple[str, Fault]]:
    """Read articles, in `workers` processes of an engine (1, local: in this one), and store their
    readings.

    Each is kept as soon as it is there, so a build that is stopped loses little. Yields the id and
    the fault of each article that cannot be read; it costs no other article its place in the graph.
    """
    if not articles:
        return
    some = partial(read_batch, model=store.model, reader=store.reader, version=store.version)
    with open_engine(engine, some, workers=min(workers, len(articles))) as run:
        outcomes = zip(articles, run(articles), strict=True)
        for done, (article, outcome) in enumerate(outcomes, start=1):
            if isinstance(outcome, Fault):
                yield article.id, outcome
            else:
                store.add(store.key(article), outcome)
            if progress is not None:
                progress(done, len(articles))


def read_batch(
    articles: Sequence[Article],
    *,
    model: str = DEFAULT_MODEL,
    reader: str = DEFAULT_READER,
    version: str = "",
) -> list[bytes | Fault]:
    """Return the readings of some articles, parsed together, as records of a version, or their
    faults.

    If one of them breaks the analysis, each is read by itself, and that one is a fault. Faults that
    the user can mend for all are raised.
    """
    # Late: it loads spaCy, which a build of articles that are known does not need.
    from kg.text import read_article as language

    try:
        docs = language.parsed(articles, model=model)
        pairs = zip(articles, docs, strict=True)
        readings = (
            read_article(article, model=model, reader=reader, doc=doc) for article, doc in pairs
        )
        return [record(reading, version) for reading in readings]
    except KgError:
        raise
    # No one text may cost a build all others, whatever a rule of grammar stumbles over.
    except Exception as error:
        if len(articles) > 1:
            again = partial(read_batch, model=model, reader=reader, version=version)
            return list(chain.from_iterable(again([article]) for article in articles))
        return [_fault_of(articles[0], error)]


def _fault_of(article: Article, error: Exception) -> Fault:
    """Return the fault of an article whose analysis raised an error."""
    if isinstance(error, MemoryError):
        return Fault(article.source, NO_MEMORY, of_file=True)
    message = (
        f"cannot be analysed ({type(error).__name__}: {error}); "
        "the other articles are built, please report this text"
    )
    return Fault(article.source, message, of_file=True)


def read_article(
    article: Article,
    *,
    model: str = DEFAULT_MODEL,
    reader: str = DEFAULT_READER,
    doc: "Doc | None" = None,
) -> Reading:
    """Return the reading of one article: the language half; `doc` is its parse if there is one
    already.
    """
    from kg.text import read_article as language

    return language.read_article(article, model=model, reader=reader, doc=doc)
