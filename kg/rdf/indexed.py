"""A persistent store beside a graph's file, so that a big graph is not read anew for every question.

DIR/index/<key>/store      Oxigraph on RocksDB, only ever opened for reading once it stands there
DIR/index/<key>/files.json the size of each of its files

The key is the SHA-256 of the graph's file, so a store is used only for exactly the graph that it was made of. It is made under
another name and moved into place when it is complete; what a killed process left is swept away by the next one.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError, KgError
from kg.rdf.folder import graph_file

INDEX_FOLDER = "index"
UNFINISHED = ".unfinished-"
STORE, FILES = "store", "files.json"
HEAD = 4096  # bytes in which the base of a file stands, if it names one
BROKEN = (OSError, RuntimeError, ValueError)  # what the engine raises, and what a damaged list of files gives


def store_beside(path: Path, load: Callable[[ox.Store, Path], object]) -> Path:
    """Make the store of a folder's graph, unless it is there already; `load` fills it from a file. Returns its folder.

    Stores of former states of the graph are removed. Raises `GraphError` for a graph that is missing, damaged, or changed while
    it was read, `KgError` where the store cannot be written.
    """
    file = graph_file(path)
    home = file.parent / INDEX_FOLDER
    goal = home / _key(file)
    with _faults_told(home):
        home.mkdir(exist_ok=True)
        _sweep(home, kept=goal)
        if not _is_whole(goal):
            shutil.rmtree(goal, ignore_errors=True)
            _make(file, goal, load)
    return goal


def remove_index(path: Path) -> bool:
    """Remove the store beside a graph; false where there is none. Raises `KgError` where it cannot be removed."""
    home = graph_file(path).parent / INDEX_FOLDER
    with _faults_told(home):
        found = home.is_dir()
        if found:
            shutil.rmtree(home)
    return found


def has_index(path: Path) -> bool:
    """True where there is a store beside a graph, of this state of it or of another."""
    return any((graph_file(path).parent / INDEX_FOLDER).glob(f"[!.]*/{FILES}"))


def indexed(file: Path) -> ox.Store | None:
    """The store that was made of exactly this file, open for reading; none where there is none, or where it is damaged."""
    home = file.parent / INDEX_FOLDER
    if not home.is_dir():
        return None
    place = home / _key(file)
    try:
        return ox.Store.read_only(str(place / STORE)) if _is_whole(place) else None
    except BROKEN:
        return None


def _make(file: Path, goal: Path, load: Callable[[ox.Store, Path], object]) -> None:
    scratch = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=goal.parent))
    try:
        store = ox.Store(scratch / STORE)
        load(store, file)
        store.optimize()
        store.flush()
        del store  # closes it: its lock and its log are of the writer
        if goal.name != _key(file):
            raise GraphError(f"{file} changed while it was read: run it again")
        sizes = {entry.name: entry.stat().st_size for entry in (scratch / STORE).iterdir()}
        (scratch / FILES).write_text(json.dumps(sizes, indent=1, sort_keys=True), "utf-8")
        _put(scratch, goal)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _put(scratch: Path, goal: Path) -> None:
    """Move a complete store into place; where another process was faster, its store stays."""
    try:
        scratch.rename(goal)
    except OSError:
        if not _is_whole(goal):
            raise


def _sweep(home: Path, *, kept: Path) -> None:
    """Remove what killed processes left, and the stores of former states. A folder in which somebody is at work stays."""
    for entry in sorted(home.iterdir()):
        if entry != kept and not (entry.name.startswith(UNFINISHED) and _is_in_use(entry / STORE)):
            shutil.rmtree(entry, ignore_errors=True)


def _is_in_use(store: Path) -> bool:
    """True where another process has a store open for writing."""
    if not store.is_dir():
        return False
    try:
        ox.Store(store)
    except BROKEN as error:
        return "lock" in str(error).lower()
    return False


def _is_whole(place: Path) -> bool:
    """True where every file of a store has its size: the engine sees other damage, but not that its list of files was cut."""
    try:
        sizes: dict[str, int] = json.loads((place / FILES).read_text("utf-8"))
        return bool(sizes) and all((place / STORE / name).stat().st_size == size for name, size in sizes.items())
    except (*BROKEN, AttributeError):
        return False


def _key(file: Path) -> str:
    """Stands for the content of a file, its place where relative IRIs depend on that, and the engine that lays out the store."""
    with file.open("rb") as stream:
        summed = hashlib.file_digest(stream, "sha256")
        stream.seek(0)
        if b"@base <" not in stream.read(HEAD):
            summed.update(file.resolve().as_uri().encode("utf-8"))
    return f"oxigraph-{'.'.join(ox.__version__.split('.')[:2])}-{summed.hexdigest()[:32]}"


@contextmanager
def _faults_told(home: Path) -> Iterator[None]:
    if home.is_symlink():
        raise KgError(f"{home} is a link to elsewhere: an index is only made beside its graph")
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise KgError(f"the index {home} cannot be written: {error}; the graph itself is as it was") from error
