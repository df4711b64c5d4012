"""Files, folders and standard input as pieces of data with a name, or as faults.

One bad input never loses a good one. A name is printable, and in the graph without the folders of
the machine that the file lies on.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.paths import AnyPath, AnyPaths, listed_paths

MB = 1e6  # bytes
LIMIT = 4_000_000  # bytes; as many as the longest article may have, whatever its alphabet
SUFFIX = ".txt"
STDIN = "-"
STDIN_NAME = "standard input"
# Names made under Windows can hold backslashes anywhere
BETWEEN = re.compile(r"[/\\]+")
# A drive, the folder itself, the one above it, nothing
OF_ONE_MACHINE = re.compile(r"[A-Za-z]:|\.{0,2}")
ADDRESS = re.compile(r"https?:/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about one input that its owner should know: where, what is wrong, and what to do.

    `lost` is True if an input was not read, False for a remark that cost nothing ("same text as
    …"). `of_file` is True if it is about a file that is there and gives no article of its own.
    """

    source: str
    message: str
    lost: bool = True
    of_file: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder that no reader is for: its name for people, and its ending.

    The ending is in small letters, and empty if it has none."""

    source: str
    ending: str


@dataclass(frozen=True, slots=True)
class Data:
    """The bytes of one input.

    `source` is its name in the graph, `name` that for people; both have "/" between folders.
    `named` is True if the file itself was named, not a folder with it.
    """

    source: str
    name: str
    content: bytes
    named: bool = True


Found = Data | Fault | PassedOver


def inputs(
    paths: AnyPaths, *, stdin: BinaryIO | None = None, keep_paths: bool = False
) -> Iterator[Found]:
    """Yield what the paths hold, in their order; folders give all `*.txt` files in and below them,
    sorted by name.

    Hidden files and folders inside a folder are left out; every other regular file of another kind
    is yielded as `PassedOver`. Links that lead out of a folder are not followed. `-` is standard
    input. A `source` is relative: a file's own name, and in a folder the path from the folder's
    name on; with `keep_paths`, it is the path as it was given. Raises `InputError` for what is no
    path.
    """
    for path in listed_paths(paths):
        name = os.fspath(path)
        if name == STDIN:
            yield _standard_input(stdin)
        else:
            given = printable(name.replace(os.sep, "/"))
            yield from _at_path(Path(path), given, keep_path=keep_paths)


def _at_path(path: Path, given: str, *, keep_path: bool) -> Iterator[Found]:
    """Yield what a path holds that was given so."""
    try:
        state = os.stat(path)  # noqa: PTH116 - Path.is_dir hides why
    except (OSError, ValueError) as error:
        yield Fault(given, _missing(path, error))
        return
    if stat.S_ISDIR(state.st_mode):
        yield from _folder(path, given if keep_path else "")
        return
    source = given if keep_path else printable(outer_name(path))
    yield _file(path, given, source)


def _standard_input(stdin: BinaryIO | None) -> Data | Fault:
    """Return what is piped in."""
    if stdin is None:
        return Fault(STDIN_NAME, "was not given: leave out '-', or pipe a text into the command")
    try:
        content = stdin.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        return Fault(STDIN_NAME, f"cannot be read ({error})")
    if len(content) > LIMIT:
        return Fault(STDIN_NAME, _too_large())
    return Data(STDIN_NAME, STDIN_NAME, content)


def _folder(top: Path, kept: str) -> Iterator[Found]:
    """Yield the files in and below a folder, named from the folder's own name on.

    `kept`, if it is given, stands before their sources instead."""
    home = top.resolve()
    base = outer_name(top)
    empty = True
    for path in _walk(top):
        inner = path.relative_to(top).as_posix()
        name = printable(inner_name(base, inner))
        source = f"{kept.rstrip('/')}/{printable(inner)}" if kept else name
        found = _inside(path, name, source, home)
        if found is not None:
            empty = empty and isinstance(found, PassedOver)
            yield found
    if empty:
        name = printable(base or "/")
        missing = f"there is no {SUFFIX} file in this folder: name the files, or another folder"
        yield Fault(name, missing)


def _inside(path: Path, name: str, source: str, home: Path) -> Found | None:
    """Return what is at a path in a folder; None if nothing is to be said of it."""
    if not os.access(path, os.R_OK) and path.is_dir():
        return Fault(name, "this folder cannot be opened: change its permissions")
    if path.is_symlink():
        fault = _bad_link(path, home)
        if fault:
            return Fault(name, fault)
    if path.is_dir():
        return None
    ending = path.suffix.lower()
    if ending == SUFFIX:
        return _file(path, name, source, named=False)
    if path.is_file():
        return PassedOver(name, printable(ending))
    return None


def _walk(top: Path) -> Iterator[Path]:
    """Yield all below a folder that is not hidden, and the folders that cannot be opened.

    They come depth first and sorted by name."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        if path != top:
            yield path
            if path.is_symlink() or not path.is_dir():
                continue
        try:
            inside = [child for child in path.iterdir() if not child.name.startswith(".")]
        except OSError:
            if path == top:
                yield path
            continue
        waiting.extend(sorted(inside, key=lambda child: os.fsencode(child.name), reverse=True))


def _bad_link(path: Path, home: Path) -> str:
    """Return what is wrong with a link inside a folder; empty if it leads to a file in it."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        return _missing(path, error)
    if not target.is_relative_to(home):
        return "this link leads out of the folder and is not followed: name its target itself"
    if target.is_dir():
        return "this link to a folder is not followed; the folder itself is read"
    return ""


def _file(path: Path, name: str, source: str, *, named: bool = True) -> Data | Fault:
    """Return the bytes of a file, or why it cannot be read."""
    try:
        with open(path, "rb", opener=_without_waiting) as opened:
            state = os.fstat(opened.fileno())
            fault = _bad_state(state, name)
            if fault:
                return fault
            content = opened.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        is_there = isinstance(error, PermissionError)
        return Fault(name, _missing(path, error), of_file=is_there)
    if len(content) > LIMIT:
        return Fault(name, _too_large(), of_file=True)
    return Data(source, name, content, named)


def _bad_state(state: os.stat_result, name: str) -> Fault | None:
    """Return what is wrong with a file before it is read; None if nothing is."""
    if not stat.S_ISREG(state.st_mode):
        return Fault(name, "is no regular file: pipe it in with '-' instead")
    if state.st_size > LIMIT:
        return Fault(name, _too_large(state.st_size), of_file=True)
    return None


def _without_waiting(path: str, flags: int) -> int:
    """Open a file as `open` does, but never wait.

    A pipe or a device gives no reason to, even one put there a moment ago."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _too_large(size: int = 0) -> str:
    """Return what is wrong with data of so many bytes; of a pipe, nobody knows how many."""
    said = f"has {size / MB:.0f} MB" if size else "is too large"
    return f"{said}, more than the {LIMIT / MB:.0f} MB that an article may have: split it"


def _missing(path: AnyPath, error: Exception) -> str:
    """Return why a path cannot be read, in words."""
    match error:
        case PermissionError():
            return "cannot be read: you have no permission (change its mode, or leave it out)"
        case FileNotFoundError() if _is_link(Path(path)):
            return "is a broken link: its target does not exist"
        case FileNotFoundError() if ADDRESS.match(os.fspath(path)):
            return (
                "is an address, and nothing is fetched from the web: "
                "save the article as plain text (.txt), and name that"
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


def outer_name(path: Path) -> str:
    """Return the own name of a file or folder as it was given; of "." and "..", that of the folder.
    Empty for the root.

    >>> outer_name(Path("/home/ada/news/a.txt")), outer_name(Path("../news")), outer_name(Path("/"))
    ('a.txt', 'news', '')
    """
    own = _parts(path.name) or _parts(path.resolve().name)
    return own[-1] if own else ""


def inner_name(base: str, inner: str) -> str:
    """Return the name of a file in a folder: from the name of the folder on, without a drive or a
    step upwards.

    >>> inner_name("news", "deep/c.txt"), inner_name("", "c.txt"), inner_name("news", ".")
    ('news/deep/c.txt', 'c.txt', 'news')
    """
    parts = _parts(base) + _parts(inner)
    return "/".join(parts)


def _parts(name: str) -> list[str]:
    """Return the folders and the file in a name, without what only one machine has."""
    parts = BETWEEN.split(name)
    return [part for part in parts if not OF_ONE_MACHINE.fullmatch(part)]


def printable(name: str) -> str:
    """Return a name with what cannot be printed written as escapes.

    Control characters and broken encoding cannot.

    >>> printable("a" + chr(7) + "b")
    'a\\\\x07b'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in name
    )
