"""One writer at a time: a folder is claimed with a lock that the system itself lets go of when its holder is killed.

What the package keeps in a folder for itself lies in `DIR/.kg`; version control passes over it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import KgError

OWN_FOLDER = ".kg"
LOCK_FILE = "lock"

Waiting = Callable[[Path], object]  # is called with the folder that somebody else is writing into, once


@contextmanager
def locked(folder: Path, *, waiting: Waiting | None = None) -> Iterator[None]:
    """While it is open, no other process claims this folder, which is made where it is not there.

    It waits for another that has claimed it, however long that takes; `waiting` is told. Who has claimed a folder may claim it
    again. Raises `KgError` where the folder cannot be written.
    """
    lock = _lock(folder)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        if waiting is not None:
            waiting(folder)
        lock.acquire()
    except OSError as error:
        raise not_writable(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def not_writable(folder: Path, error: OSError) -> KgError:
    """What is told where a folder cannot be written."""
    return KgError(f"cannot write to {folder}: {error.strerror or error}; every file in it is still whole")


def _lock(folder: Path) -> FileLock:
    """The lock of a folder, the same one however often a process asks for it."""
    own = folder / OWN_FOLDER
    if own.is_symlink():
        raise KgError(f"{own} is a link, which may lead anywhere: remove it")
    try:
        own.mkdir(parents=True, exist_ok=True)
        ignored = own / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        return FileLock(own.resolve() / LOCK_FILE, is_singleton=True)
    except OSError as error:
        raise not_writable(folder, error) from error
