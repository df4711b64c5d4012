"""Parameters that take paths or names: a single one, or several.

A string is a collection of strings to Python, its letters; here it is always one value.
"""

import io
import os
from collections.abc import Iterable, Mapping
from typing import TypeVar

from kg.errors import InputError

T = TypeVar("T")
AnyPath = str | os.PathLike[str]
AnyPaths = AnyPath | Iterable[AnyPath]  # one path, or several
AnyStrings = str | Iterable[str]  # one string, or several


def listed_paths(given: AnyPaths) -> tuple[AnyPath, ...]:
    """Return the paths in their order; a single path is a list of one.

    Raises `InputError` for anything but a path: bytes, an open file, a number.

    >>> listed_paths("news/")
    ('news/',)
    """
    paths = (given,) if isinstance(given, str | os.PathLike) else _several(given, "path")
    for path in paths:
        _check_path(path)
    return paths


def listed_strings(given: AnyStrings) -> tuple[str, ...]:
    """Return the strings in their order; a single string is a list of one.

    Raises `InputError` for anything but a string.

    >>> listed_strings("Ada Lund")
    ('Ada Lund',)
    """
    strings = (given,) if isinstance(given, str) else _several(given, "text")
    for text in strings:
        if not isinstance(text, str):
            raise InputError(f"{text!r} is no text: give a string, or several in a list")
    return strings


def _several(given: Iterable[T], kind: str) -> tuple[T, ...]:
    """Return the members of a collection. Raises `InputError` for values that only look like
    one.
    """
    if isinstance(given, bytes | bytearray | memoryview):
        raise InputError(f"{bytes(given)!r} is bytes, not a {kind}: decode it first (os.fsdecode)")
    if isinstance(given, io.IOBase | Mapping) or not isinstance(given, Iterable):
        raise InputError(f"{given!r} is no {kind}: give a string, or several in a list")
    return tuple(given)


def _check_path(path: object) -> None:
    """Raise `InputError` if a path cannot be written as text."""
    name = os.fspath(path) if isinstance(path, os.PathLike) else path
    if isinstance(name, bytes):
        raise InputError(f"{name!r} is bytes, not a path: decode it first (os.fsdecode)")
    if not isinstance(name, str):
        raise InputError(
            f"{path!r} is no path: give a string, a pathlib.Path, or several in a list"
        )
