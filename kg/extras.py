"""Libraries that only some need: extras of the package, loaded when they are first used.

Which extra has which module is in `extras.tsv`; `pyproject.toml` says what it installs.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

from kg.errors import ExtraError
from kg.tables import table


@cache
def _extras() -> Mapping[str, str]:
    """Return the extra that has each module."""
    rows = table("kg", "extras.tsv")
    return {row[0]: row[1] for row in rows}


def needed(module: str) -> Any:
    """Return a module of an extra.

    Raises `ExtraError`, with the command that installs it, if it is not there, and
    `ModuleNotFoundError` if it is of no extra either.

    >>> needed("json").dumps([1])
    '[1]'
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise lacking(error) from error


def lacking(error: ModuleNotFoundError, what: str = "this") -> ExtraError:
    """Return the error for a module that is not there: what needs it, and what installs it.

    `what` is what needs it, for people. Raises the error itself if the module is of no extra: then
    the installation is damaged.

    >>> str(lacking(ModuleNotFoundError(name="ray.util"), "the engine ray"))
    "the engine ray needs the package ray, of newskg's extra ray: pip install '.[ray]'"
    """
    package, _, _ = (error.name or "").partition(".")
    extra = _extras().get(package)
    if extra is None:
        raise error
    return ExtraError(
        f"{what} needs the package {package}, of newskg's extra {extra}: pip install '.[{extra}]'"
    )
