"""The replacement of files at once.

Those of a folder that holds a graph are replaced as a set, a single one elsewhere by itself.

The new files of a set are written in full into DIR/.kg/unfinished. When all of them are on disk,
that folder is renamed to DIR/.kg/complete, and this one rename is the moment at which the set
counts: before it, the old files stay untouched; after it, the new ones are moved to their places,
and if the process is killed meanwhile, whoever opens DIR next completes the moves. SQLite finishes
the work of a killed writer in the same way. No file system can rename several files in one step,
and a link in the place of each file would not survive copying, version control, or Windows; so
while the renames last, a program that opens the files without this package may see some new and
some old ones, each of them whole.
"""

import errno
import filecmp
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.rdf.lock import (
    OWN_FOLDER,
    Waiting,
    locked,
    not_writable,
)

UNFINISHED, COMPLETE = f"{OWN_FOLDER}/unfinished", f"{OWN_FOLDER}/complete"
FILES, REMOVALS = "files", "removals.json"  # what lies in each of them


class Staging:
    """Files to come for one folder, each already in `place` at its future path.

    Names are relative, with `/` between folders.
    """

    def __init__(self, target: Path, scratch: Path):
        self.place = scratch / FILES
        self._target = target
        self._scratch = scratch
        self._removals: list[str] = []

    def add(self, name: str, content: str | bytes) -> None:
        """Write a new file, to be moved into place later; texts as UTF-8 with their line ends as
        they are.
        """
        self.path(name).write_bytes(_data(content))

    def path(self, name: str) -> Path:
        """Return the path to write a new file to, for writers that do not hold it in memory; its
        folder is made.
        """
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def remove(self, name: str) -> None:
        """Remove a file when the new ones are in place; it need not exist."""
        self._removals.append(name)

    def commit(self) -> None:
        """Make the new files count, and move them into place.

        A file that already has its content stays untouched.
        """
        target, scratch = self._target, self._scratch
        for path, goal in _moves(self.place, target):
            if _same(path, goal):
                path.unlink()
            else:
                _to_disk(path)
        removals = scratch / REMOVALS
        names = json.dumps(sorted(self._removals))
        removals.write_text(names, encoding="utf-8", newline="\n")
        folders = filter(Path.is_dir, scratch.rglob("*"))
        for path in (removals, *folders, scratch):
            _to_disk(path)
        scratch.rename(target / COMPLETE)
        _to_disk(target / OWN_FOLDER)
        settle(target)


@contextmanager
def staged(target: Path, *, waiting: Waiting | None = None) -> Iterator[Staging]:
    """Open a `Staging` for a folder; commit it at the end, or drop it after an error.

    The folder is made if it is not there, and locked meanwhile. Raises `KgError` if it cannot be
    written: read-only, full, a file of that name.
    """
    scratch = target / UNFINISHED
    with locked(target, waiting=waiting):
        try:
            settle(target)
            _remove(scratch)
            (scratch / FILES).mkdir(parents=True)
            try:
                staging = Staging(target, scratch)
                yield staging
                staging.commit()
            finally:
                _remove(scratch)
        except OSError as error:
            raise not_writable(target, error) from error


def settle(target: Path) -> None:
    """Move files that count, and were not yet moved, into place; the folder must be locked."""
    complete = target / COMPLETE
    unfinished = target / UNFINISHED
    if not complete.is_dir():
        return
    for path, goal in _moves(complete / FILES, target):
        goal.parent.mkdir(parents=True, exist_ok=True)
        path.replace(goal)
    for path in _removals(complete / REMOVALS, target):
        path.unlink(missing_ok=True)
    for folder in (target, *sorted(target.iterdir())):
        if folder.is_dir() and not folder.is_symlink():
            _to_disk(folder)
    _remove(unfinished)
    complete.rename(unfinished)  # all is done: what remains is rubbish
    _remove(unfinished)


def settled(target: Path) -> Path:
    """Complete what a killed build left to be moved into place, and return the folder.

    Raises `KgError` if that fails.
    """
    if (target / COMPLETE).is_dir():
        with locked(target):
            try:
                settle(target)
            except OSError as error:
                raise not_writable(target, error) from error
    return target


def replace_file(path: Path, content: str | bytes) -> None:
    """Write a single file; until it is complete, the old one stays whole.

    Raises `KgError` if it cannot be written.
    """
    folder = path.parent
    unfinished = folder / f".{path.name}.{os.getpid()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_bytes(_data(content))
            _to_disk(unfinished)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise not_writable(folder, error) from error


def _data(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _moves(folder: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every file of a folder, and the place in another to which it can be moved."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            goal = target / path.relative_to(folder)
            _check_place(goal, target)
            yield path, goal


def _check_place(goal: Path, target: Path) -> None:
    """Raise `OSError` if a file cannot be moved to its place.

    Once the new files count, all of them must be movable.
    """
    folder = goal.parent
    if goal.is_dir():
        raise IsADirectoryError(errno.EISDIR, f"{goal} is a folder")
    if not folder.exists():
        return
    home = target.resolve()
    is_inside = folder.resolve().is_relative_to(home)
    if not is_inside or _device(folder) != _device(target / OWN_FOLDER):
        raise OSError(errno.EXDEV, f"{folder} leads out of the folder")
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, f"no files can be put into {folder}")


def _device(folder: Path) -> int:
    """Return the number of the device that a folder is on."""
    return folder.stat().st_dev


def _removals(path: Path, target: Path) -> list[Path]:
    """Return the files to remove; none outside the folder, whatever a folder from elsewhere may
    say.
    """
    try:
        names = json.loads(path.read_text("utf-8"))
    except ValueError:
        return []
    if not isinstance(names, list):
        return []
    home = target.resolve()
    paths = [target / str(name) for name in names]
    return [path for path in paths if path.parent.resolve().is_relative_to(home)]


def _same(path: Path, other: Path) -> bool:
    """Return whether two files have the same content."""
    return other.is_file() and filecmp.cmp(path, other, shallow=False)


def _remove(folder: Path) -> None:
    """Remove a folder with all its content, if it is there and can be removed."""
    shutil.rmtree(folder, ignore_errors=True)


def _to_disk(path: Path) -> None:
    """Make the content of a file or folder survive a loss of power; Windows can do so for files
    only.
    """
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
