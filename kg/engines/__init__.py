"""Engines, which read articles in processes of this machine, or in those of a cluster.

An engine is a map over articles that keeps their order, and nothing more: it knows neither the
language nor the graph. It is given the function that reads some articles, so whatever the engine,
that call is the same, and so are the bytes of the graph. `open_engine` opens an engine by its name.
"""

from contextlib import AbstractContextManager

from kg.choices import Engine
from kg.engines.local import Outcome, ReadAll, ReadSome, in_processes
from kg.errors import EngineError

__all__ = ["Outcome", "ReadAll", "ReadSome", "open_engine"]


def open_engine(engine: str, some: ReadSome, *, workers: int) -> AbstractContextManager[ReadAll]:
    """Open an engine: a function that maps articles to their outcomes, in their order.

    `workers` processes call `some`; they are gone when the engine is closed. Raises `EngineError`
    if no engine has that name, or its library is not installed, or its cluster cannot be reached. A
    `KgError` that `some` raises in a worker is raised here.
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
        raise EngineError(
            f"the engine ray needs the package {error.name}, of newskg's extra ray: "
            "pip install '.[ray]'"
        ) from error
    return on_ray(some, workers)
