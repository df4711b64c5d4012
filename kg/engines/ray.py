"""The Ray engine, which reads articles on a cluster.

That is the one that RAY_ADDRESS names, or one of this machine for the time of a build.

Each worker is a Ray actor, a process of its own that keeps the language model from its first
article on. It has one article at a time: next to the tenth of a second that an article takes, a
trip costs nothing, and if a process is lost, the one that Ray starts in its place reads that
article again. `Article`s go out, and records of readings or `Fault`s come back, all plain values.
An actor is replaced after some thousands of articles, because the vocabulary of spaCy keeps every
new word for good.

Every node needs this package, the same versions of its libraries, and the same model. Source:
https://docs.ray.io, "Ray Core".
"""

import logging
import os
import secrets
import shutil
import socket
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ray
from ray.exceptions import (
    OutOfMemoryError,
    RayActorError,
    RayError,
    RayTaskError,
)

from kg.engines import Outcome, ReadAll, ReadSome
from kg.errors import EngineError, KgError
from kg.model import Article
from kg.text.read import Fault

# Ray's own variable: HOST:PORT of a cluster, or ray://HOST:PORT from outside of it.
ADDRESS = "RAY_ADDRESS"
# Ray's own variable, too: unless it is "0", a cluster reports its use to Ray's makers. It is
# assigned, not only set if it is missing, as with onnxruntime (`kg.text.reader.weights`).
USAGE_REPORTS = "RAY_USAGE_STATS_ENABLED"
TOKEN_FILE = Path("~/.ray/auth_token")  # Ray's own place for the token of a cluster
TRIES = 3  # how many processes an article may cost before it is given up
ARTICLES_A_LIFE = 20_000  # about an hour of an actor's work; a new one is ready after seconds
# Bytes of shared memory on this machine: a reading in transit has some tens of thousands.
OBJECT_STORE = 200_000_000
SECONDS_TO_ANSWER = 10.0
DECISIVE = (
    "newskg",
    "spacy",
    "thinc",
    "numpy",
    "onnxruntime",
)  # packages whose version can change a reading


class Worker:
    """A reader of articles in a process of the cluster."""

    def __init__(self, some: ReadSome) -> None:
        self._some = some

    def versions(self) -> dict[str, str]:
        """Return the versions, in this worker, of the packages that readings depend on."""
        return versions()

    def read(self, article: Article) -> Outcome:
        """Return the outcome of one article."""
        return self._some([article])[0]


@dataclass(frozen=True, slots=True)
class Post:
    """An actor, how many articles it may still be given, and the index of its present one (None: it
    is starting).
    """

    actor: Any
    left: int
    place: int | None = None


@contextmanager
def on_ray(some: ReadSome, workers: int) -> Iterator[ReadAll]:
    """Map articles to their outcomes with `workers` actors (at least 1).

    Raises `EngineError` if there is no cluster to use.
    """
    with cluster(workers):
        yield lambda articles: in_order(outcomes(some, articles, max(workers, 1)))


@contextmanager
def cluster(workers: int) -> Iterator[None]:
    """Connect to the cluster of RAY_ADDRESS, or to a new one on this machine with room for so many
    workers.

    A connection that the caller already has is used, and left open.
    """
    if ray.is_initialized():
        yield
        return
    logs: Path | None = None
    try:
        logs = _connect(os.environ.get(ADDRESS), workers)
        yield
    finally:
        ray.shutdown()
        if logs is not None:
            _remove(logs)


def _connect(address: str | None, workers: int) -> Path | None:
    """Connect to the cluster at an address, or to a new one; return the folder of a new one's
    logs.
    """
    os.environ[USAGE_REPORTS] = "0"
    if not address:
        _keep_token_in_memory()
    own: dict[str, Any] = {
        "num_cpus": max(workers, 1),
        "include_dashboard": False,
        "object_store_memory": OBJECT_STORE,
    }
    try:
        _knock(address)
        context: Any = ray.init(
            address or "local",
            log_to_driver=False,
            logging_level=logging.ERROR,
            **({} if address else own),
        )
    except (OSError, RuntimeError, ValueError, ImportError, RayError) as error:
        where = (
            f"the Ray cluster at {address} ({ADDRESS}) cannot be reached"
            if address
            else "Ray cannot be started here"
        )
        raise EngineError(f"{where}: {_first_line(error)}") from error
    return None if address else Path(context.address_info["session_dir"])


def _keep_token_in_memory() -> None:
    """Give a new cluster a token by the environment, unless the user has one of their own.

    Ray would write one into the home folder.
    """
    is_named = "RAY_AUTH_TOKEN" in os.environ or "RAY_AUTH_TOKEN_PATH" in os.environ
    if not is_named and not TOKEN_FILE.expanduser().exists():
        os.environ["RAY_AUTH_TOKEN"] = secrets.token_hex(32)


def _remove(logs: Path) -> None:
    """Remove the logs of a cluster that has ended, and Ray's link to the newest if they were
    these.
    """
    shutil.rmtree(logs, ignore_errors=True)
    latest = logs.parent / "session_latest"
    if latest.is_symlink() and not latest.exists():
        latest.unlink(missing_ok=True)


def _knock(address: str | None) -> None:
    """Raise `OSError` if nothing listens at HOST:PORT: Ray itself would go on trying for
    minutes.
    """
    place = urlsplit(f"//{(address or '').removeprefix('ray://')}")
    if place.port is not None:
        socket.create_connection((place.hostname, place.port), timeout=SECONDS_TO_ANSWER).close()


def outcomes(
    some: ReadSome, articles: Sequence[Article], workers: int, *, life: int = ARTICLES_A_LIFE
) -> Iterator[tuple[int, Outcome]]:
    """Yield the outcome of each article with its index in `articles`, as they come.

    An actor gets its first article when it has started, so one for which the cluster has no room
    yet delays nothing. After `life` articles it is replaced. An actor that nothing refers to any
    more ends by itself.
    """
    actors = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=TRIES - 1)(Worker)
    waiting = deque(enumerate(articles))
    busy = dict(_started(actors, some, life) for _ in range(min(workers, len(articles))))
    unread = len(articles)
    while unread:
        (done,), _ = ray.wait(list(busy), num_returns=1)
        post = busy.pop(done)
        if waiting:
            call, following = (
                _given(post, *waiting.popleft()) if post.left else _started(actors, some, life)
            )
            busy[call] = following
        if post.place is None:
            _check(done)
        else:
            unread -= 1
            yield post.place, _outcome(done, articles[post.place])


def in_order(numbered: Iterable[tuple[int, Outcome]]) -> Iterator[Outcome]:
    """Yield the outcomes by their index, from 0, each as soon as all before it are there."""
    early: dict[int, Outcome] = {}
    due = 0
    for place, outcome in numbered:
        early[place] = outcome
        while due in early:
            yield early.pop(due)
            due += 1


def _started(actors: Any, some: ReadSome, life: int) -> tuple[Any, Post]:
    """Start an actor, and return its first call, which ends when its process is ready."""
    actor = actors.remote(some)
    return actor.versions.remote(), Post(actor, life)


def _given(post: Post, place: int, article: Article) -> tuple[Any, Post]:
    """Return the call that reads one more article."""
    return post.actor.read.remote(article), Post(post.actor, post.left - 1, place)


def _outcome(done: Any, article: Article) -> Outcome:
    """Return the outcome of an article; a `Fault`, too, if each process that tried it died.

    An error that `some` raised is raised.
    """
    try:
        outcome: Outcome = ray.get(done)
        return outcome
    except RayTaskError as error:
        if isinstance(error.cause, KgError):
            raise error.cause from None
        raise EngineError(
            f"an article cannot be sent to or from the cluster ({article.source}): "
            f"{_first_line(error.cause)}"
        ) from error
    except (RayActorError, OutOfMemoryError) as error:
        message = (
            f"cannot be analysed: {TRIES} processes died of it ({type(error).__name__}); "
            "the other articles are built"
        )
        return Fault(article.source, message, of_file=True)
    except RayError as error:
        raise EngineError(
            f"the Ray cluster failed while reading {article.source}: {_first_line(error)}"
        ) from error


def _check(done: Any) -> None:
    """Raise `EngineError` if a new worker could not start, or reads with other versions than this
    process.
    """
    try:
        there = ray.get(done)
    except RayError as error:
        cause = getattr(error, "cause", None) or error
        raise EngineError(
            f"a worker of the Ray cluster cannot start: {_first_line(cause)}"
        ) from error
    other = [
        f"{name} {there.get(name)} instead of {own}"
        for name, own in versions().items()
        if there.get(name) != own
    ]
    if other:
        raise EngineError(
            f"a worker of the Ray cluster has {', '.join(other)}: "
            "the graph would differ; install the same on every node"
        )


def versions() -> dict[str, str]:
    """Return the versions of the packages that readings depend on; empty for one that is not
    installed.
    """
    return {name: _version(name) for name in DECISIVE}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__
