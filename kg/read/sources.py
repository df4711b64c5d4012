"""Files, folders and standard input as pieces of data with a name, or as faults: one bad input never loses a good one."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

LIMIT = 4_000_000  # bytes; as many as the longest article may have, whatever its alphabet
SUFFIX = ".txt"
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about one input that its owner should know: where, what is wrong, and what to do.

    `lost` is True where an input was not read, False for a remark that cost nothing ("same text as …").
    """

    source: str
    message: str
    lost: bool = True

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


@dataclass(frozen=True, slots=True)
class Data:
    """The bytes of one input and its printable name, with "/" between folders."""

    source: str
    content: bytes


def inputs(paths: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Data | Fault]:
    """What the paths hold, in their order; folders give all `*.txt` files in and below them, sorted by name.

    Hidden files and folders inside a folder are passed over. Links that lead out of it are not followed. `-` is standard input.
    """
    for path in paths:
        if str(path) == STDIN:
            yield _standard_input(stdin)
            continue
        name = printable(os.fspath(path).replace(os.sep, "/"))
        try:
            folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - Path.is_dir hides why
        except (OSError, ValueError) as error:
            yield Fault(name, _missing(Path(path), error))
            continue
        yield from _folder(Path(path)) if folder else [_file(Path(path), name)]


def _standard_input(stdin: BinaryIO | None) -> Data | Fault:
    if stdin is None:
        return Fault("standard input", "was not given: leave out '-', or pipe a text into the command")
    try:
        content = stdin.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        return Fault("standard input", f"cannot be read ({error})")
    return Fault("standard input", _too_large()) if len(content) > LIMIT else Data("standard input", content)


def _folder(top: Path) -> Iterator[Data | Fault]:
    """The text files in and below a folder, named from the folder's own name on."""
    home, base = top.resolve(), top.resolve().name or "/"
    empty = True
    for path in _walk(top):
        inner = path.relative_to(top).as_posix()
        name = printable(base if inner == "." else f"{base}/{inner}")
        if not os.access(path, os.R_OK) and path.is_dir():
            empty = False
            yield Fault(name, "this folder cannot be opened: change its permissions")
        elif path.is_symlink() and (fault := _bad_link(path, home)):
            empty = False
            yield Fault(name, fault)
        elif not path.is_dir() and path.suffix.lower() == SUFFIX:
            empty = False
            yield _file(path, name)
    if empty:
        yield Fault(printable(base), f"there is no {SUFFIX} file in this folder: name the files, or another folder")


def _walk(top: Path) -> Iterator[Path]:
    """Everything below a folder that is not hidden, and the folders that cannot be opened, depth first and sorted by name."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if path != top:
            yield path
        if path != top and (path.is_symlink() or not path.is_dir()):
            continue
        try:
            inside = [child for child in path.iterdir() if not child.name.startswith(".")]
        except OSError:
            if path == top:
                yield path
            continue
        waiting.extend(sorted(inside, key=lambda child: os.fsencode(child.name), reverse=True))


def _bad_link(path: Path, home: Path) -> str:
    """What is wrong with a link inside a folder; empty where it leads to a file in the same folder."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        return _missing(path, error)
    if not target.is_relative_to(home):
        return "this link leads out of the folder and is not followed: name its target itself"
    return "this link to a folder is not followed; the folder itself is read" if target.is_dir() else ""


def _file(path: Path, name: str) -> Data | Fault:
    try:
        with open(path, "rb", opener=_without_waiting) as opened:
            state = os.fstat(opened.fileno())
            if not stat.S_ISREG(state.st_mode):
                return Fault(name, "is no regular file: pipe it in with '-' instead")
            if state.st_size > LIMIT:
                return Fault(name, _too_large(state.st_size))
            content = opened.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        return Fault(name, _missing(path, error))
    return Fault(name, _too_large()) if len(content) > LIMIT else Data(name, content)


def _without_waiting(path: str, flags: int) -> int:
    """Opens a file as `open` does, but a pipe or a device gives no reason to wait, even one put there a moment ago."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(size: int = 0) -> str:
    said = f"has {size / 1e6:.0f} MB, " if size else "is too large, "
    return f"{said}more than the {LIMIT / 1e6:.0f} MB that an article may have: split it"


def _missing(path: Path, error: Exception) -> str:
    """Why a path cannot be read, in words."""
    match error:
        case PermissionError():
            return "cannot be read: you have no permission (change its mode, or leave it out)"
        case FileNotFoundError() if _is_link(path):
            return "is a broken link: its target does not exist"
        case FileNotFoundError():
            return "does not exist: check the path"
        case RuntimeError():
            return "is a link that leads back to itself"
        case _:
            return f"cannot be read ({printable(getattr(error, 'strerror', None) or str(error))})"


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def printable(name: str) -> str:
    """A name without control characters or broken encoding: what cannot be printed is written as an escape.

    >>> printable("a" + chr(7) + "b")
    'a\\\\x07b'
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in name)
