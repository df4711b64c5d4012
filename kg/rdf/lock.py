"""One writer at a time: a folder is locked by a lock that the system releases when its holder is
killed.

What the package keeps in a folder for itself is in `DIR/.kg`; version control passes over it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import KgError

OWN_FOLDER = ".kg"
LOCK_FILE = "lock"

Waiting = Callable[
    [Path], object
]  # is called with the folder that somebody else is writing into, once


@contextmanager
def locked(folder: Path, *, waiting: Waiting | None = None) -> Iterator[None]:
    """Hold the lock of a folder, which is made if it is not there.

    If another process holds the lock, call `waiting` and wait, however long it takes. A process
    that holds the lock may take it again. Raises `KgError` if the folder cannot be written.
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
    """Return the error for a folder that cannot be written."""
    return KgError(
        f"cannot write to {folder}: {error.strerror or error}; every file in it is still whole"
    )


def _lock(folder: Path) -> FileLock:
    """Return the lock of a folder, the same one however often a process asks for it."""
    own = folder / OWN_FOLDER
    if own.is_symlink():
        raise KgError(f"{own} is a link, which may lead anywhere: remove it")
    try:
        own.mkdir(parents=True, exist_ok=True)
        ignored = own / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8", newline="\n")
        return FileLock(own.resolve() / LOCK_FILE, is_singleton=True)
    except OSError as error:
        raise not_writable(folder, error) from error
