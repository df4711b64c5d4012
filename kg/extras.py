"""Libraries that only some need: extras of the package, loaded when they are first used."""

from importlib import import_module
from typing import Any

from kg.errors import ExtraError


def needed(module: str, extra: str) -> Any:
    """Return a module of an extra.

    Raises `ExtraError`, with the command that installs it, if it is not there.

    >>> needed("json", "none").dumps([1])
    '[1]'
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        missing = error.name or module
        raise ExtraError(
            f"this needs the package {missing}, of newskg's extra {extra}: pip install '.[{extra}]'"
        ) from error
