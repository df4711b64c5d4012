"""Replaces the files of a folder all at once: they are written beside it first, and moved into place when all are complete.

A build that is killed at any moment leaves each file either as it was or new and whole; before the first one is moved, all are
on disk. What a killed build had begun is swept away by the next one.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError

PREFIX = ".kg-unfinished-"


class Staging:
    """Files to come for one folder. Names are relative to it, with `/` between folders."""

    def __init__(self, target: Path, scratch: Path):
        self._target = target
        self._scratch = scratch
        self._names: list[str] = []
        self._stale: list[Path] = []

    def add(self, name: str, content: str | bytes) -> None:
        """Write a new file, to be moved into place later; texts as UTF-8 with their line ends as they are.

        A file that already has that content stays untouched.
        """
        data = content.encode("utf-8") if isinstance(content, str) else content
        if _has(self._target / name, data):
            return
        path = self._scratch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self._names.append(name)

    def remove(self, name: str) -> None:
        """Remove a file, after all the new ones are in place; nothing where it is not there."""
        self._stale.append(self._target / name)

    def commit(self) -> None:
        """Move the new files into place, in the order in which they were added, then remove the stale ones."""
        for name in self._names:
            goal = self._target / name
            goal.parent.mkdir(parents=True, exist_ok=True)
            (self._scratch / name).replace(goal)
        for path in self._stale:
            path.unlink(missing_ok=True)
        for folder in sorted({(self._target / name).parent for name in self._names}):
            _sync(folder)


@contextmanager
def staged(target: Path) -> Iterator[Staging]:
    """A `Staging` for a folder, which is made where it is not there; committed at the end, dropped after an error.

    Raises `KgError` where the folder cannot be written: read-only, full, a file of that name, another build at work on it.
    """
    try:
        target.mkdir(parents=True, exist_ok=True)
        for left in sorted(target.glob(PREFIX + "*")):
            shutil.rmtree(left)
        scratch = Path(tempfile.mkdtemp(prefix=PREFIX, dir=target))
        try:
            staging = Staging(target, scratch)
            yield staging
            staging.commit()
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise KgError(f"cannot write to {target}: {error.strerror or error}; every file in it is still whole") from error


def _has(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _sync(folder: Path) -> None:
    """Make renames in a folder last, where the system can sync a folder (Windows cannot)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
