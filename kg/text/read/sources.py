"""Files, folders and standard input as pieces of data with a name, or as faults.

One bad input never loses a good one. A name is printable, and in the graph without the folders of
the machine that the file lies on.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeVar

from kg.paths import AnyPaths, listed_paths
from kg.text.read.opening import missing, opened, standard_input
from kg.text.read.pieces import Data, Fault, PassedOver, printable
from kg.text.read.readers import form_of, has_reader, may_have_reader
from kg.text.read.sidecars import beside, describes

SUFFIX = ".txt"
STDIN = "-"
# Names made under Windows can hold backslashes anywhere
BETWEEN = re.compile(r"[/\\]+")
# A drive, the folder itself, the one above it, nothing
OF_ONE_MACHINE = re.compile(r"[A-Za-z]:|\.{0,2}")

Found = Data | Fault | PassedOver
F = TypeVar("F")


def inputs(
    paths: AnyPaths, *, stdin: BinaryIO | None = None, keep_paths: bool = False
) -> Iterator[Found]:
    """Yield what the paths hold, in their order; folders give all files in and below them that a
    reader is for, sorted by name.

    Hidden files and folders inside a folder are left out; every other regular file of another kind
    is yielded as `PassedOver`. Links that lead out of a folder are not followed. `-` is standard
    input. A `source` is relative: a file's own name, and in a folder the path from the folder's
    name on; with `keep_paths`, it is the path as it was given. Raises `InputError` for what is no
    path.
    """
    for path in listed_paths(paths):
        name = os.fspath(path)
        if name == STDIN:
            yield standard_input(stdin)
        else:
            given = printable(name.replace(os.sep, "/"))
            yield from _at_path(Path(path), given, keep_path=keep_paths)


def _at_path(path: Path, given: str, *, keep_path: bool) -> Iterator[Found]:
    """Yield what a path holds that was given so."""
    try:
        state = os.stat(path)  # noqa: PTH116 - Path.is_dir hides why
    except (OSError, ValueError) as error:
        yield Fault(given, missing(path, error))
        return
    if stat.S_ISDIR(state.st_mode):
        yield from _folder(path, given if keep_path else "")
        return
    source = given if keep_path else printable(outer_name(path))
    if not describes(path):
        yield _described(path, opened(path, given, source))


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
        why = "there is no file with an article in this folder: name the files, or another folder"
        yield Fault(name, why)


def _inside(path: Path, name: str, source: str, home: Path) -> Found | None:
    """Return what is at a path in a folder; None if nothing is to be said of it."""
    if not os.access(path, os.R_OK) and path.is_dir():
        return Fault(name, "this folder cannot be opened: change its permissions")
    if path.is_symlink():
        fault = _bad_link(path, home)
        if fault:
            return Fault(name, fault)
    if path.is_dir() or describes(path):
        return None
    return _described(path, _in_folder(path, name, source))


def _described(path: Path, found: F) -> F | Data:
    """Return data with the file that describes it, if there is one."""
    return replace(found, sidecar=beside(path)) if isinstance(found, Data) else found


def _in_folder(path: Path, name: str, source: str) -> Found | None:
    """Return a file in a folder, if it is one, and whether a reader is for it."""
    ending = path.suffix.lower()
    if ending == SUFFIX:
        return opened(path, name, source, named=False)
    if not path.is_file():
        return None
    if has_reader(ending):
        return opened(path, name, source, named=False)
    if may_have_reader(ending):
        found = opened(path, name, source, named=False)
        if isinstance(found, Data) and form_of(found):
            return found
    return PassedOver(name, printable(ending))


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
        return missing(path, error)
    if not target.is_relative_to(home):
        return "this link leads out of the folder and is not followed: name its target itself"
    if target.is_dir():
        return "this link to a folder is not followed; the folder itself is read"
    return ""


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
