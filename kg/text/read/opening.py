"""Files and standard input to data, however odd a file is: it is never waited for, and never read
beyond what its form may have.
"""

import os
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kg.paths import AnyPath
from kg.text.read.forms import MOST_SEEN
from kg.text.read.pieces import Data, Fault, printable
from kg.text.read.readers import form_of

MB = 1e6  # bytes
LIMIT = 4_000_000  # bytes; as many as the longest article may have, whatever its alphabet
# Bytes of a file that may hold many articles, or pictures beside one; it is read into memory
LIMIT_OF_FORMS = 256_000_000
STDIN_NAME = "standard input"
ADDRESS = re.compile(r"https?:/", re.IGNORECASE)


def standard_input(stdin: BinaryIO | None) -> Data | Fault:
    """Return what is piped in."""
    if stdin is None:
        return Fault(STDIN_NAME, "was not given: leave out '-', or pipe a text into the command")
    try:
        return _whole(stdin, Data(STDIN_NAME, STDIN_NAME, b""))
    except (OSError, ValueError) as error:
        return Fault(STDIN_NAME, f"cannot be read ({error})")


def opened(path: Path, name: str, source: str, *, named: bool = True) -> Data | Fault:
    """Return the bytes of a file, or why it cannot be read."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                return Fault(name, "is no regular file: pipe it in with '-' instead")
            return _whole(file, Data(source, name, b"", named), state.st_size)
    except (OSError, ValueError) as error:
        is_there = isinstance(error, PermissionError)
        return Fault(name, missing(path, error), of_file=is_there)


def _whole(file: BinaryIO, data: Data, size: int = 0) -> Data | Fault:
    """Return what an open file holds, if that is no more than its form may have."""
    beginning = file.read(MOST_SEEN)
    seen = replace(data, content=beginning)
    limit = LIMIT_OF_FORMS if form_of(seen) else LIMIT
    is_of_file = bool(size)
    if size > limit:
        return Fault(data.name, _too_large(limit, size), of_file=is_of_file)
    rest = file.read(limit + 1 - len(beginning)) if len(beginning) == MOST_SEEN else b""
    if len(beginning) + len(rest) > limit:
        return Fault(data.name, _too_large(limit), of_file=is_of_file)
    return replace(data, content=beginning + rest)


def _without_waiting(path: str, flags: int) -> int:
    """Open a file as `open` does, but never wait.

    A pipe or a device gives no reason to, even one put there a moment ago."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(limit: int, size: int = 0) -> str:
    """Return what is wrong with data of so many bytes; of a pipe, nobody knows how many."""
    said = f"has {size / MB:.0f} MB" if size else "is too large"
    what = "an article" if limit == LIMIT else "a file"
    return f"{said}, more than the {limit / MB:.0f} MB that {what} may have: split it"


def missing(path: AnyPath, error: Exception) -> str:
    """Return why a path cannot be read, in words."""
    match error:
        case PermissionError():
            return "cannot be read: you have no permission (change its mode, or leave it out)"
        case FileNotFoundError() if _is_link(Path(path)):
            return "is a broken link: its target does not exist"
        case FileNotFoundError() if ADDRESS.match(os.fspath(path)):
            return (
                "is an address, and a build fetches nothing from the web: "
                "save the page with kg fetch, and name that folder"
            )
        case FileNotFoundError():
            return "does not exist: check the path"
        case RuntimeError():
            return "is a link that leads back to itself"
        case _:
            reason = getattr(error, "strerror", None) or str(error)
            return f"cannot be read ({printable(reason)})"


def _is_link(path: Path) -> bool:
    """Return whether a path, which may be no possible one, is that of a link."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False
