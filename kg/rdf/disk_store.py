"""A store on disk beside a graph's file, so that a big graph is not read again for every question.

DIR/index/graph.ttl.<key>/store       Oxigraph on RocksDB, only opened for reading once it is there
DIR/index/graph.ttl.<key>/files.json  the size of each of its files

The key is the SHA-256 of the graph's file, so a store is used only for exactly the graph that it
was made of. It is made under another name and moved into place once complete; the next run removes
what a killed process left. Nothing else in that folder is ever touched.
"""

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError, KgError
from kg.rdf.graph_files import graph_file

INDEX_FOLDER = "index"
UNFINISHED = ".unfinished-"
STORE, FILES = "store", "files.json"
STATE = r"\.oxigraph-\d+\.\d+-[0-9a-f]{32}"  # what follows the name of the file
HEAD = 4096  # bytes in which the base of a file stands, if it names one
# What the engine raises, and what a damaged list of files gives.
BROKEN = (OSError, RuntimeError, ValueError)

Load = Callable[[ox.Store, Path], object]


def make_store(path: Path, load: Load) -> Path:
    """Make the store of a folder's graph, unless it is there already, and return its folder.

    `load` fills the store from a file. Stores of former states of the graph are removed. Raises
    `GraphError` for a graph that is missing, damaged, or changed while it was read, `KgError` if
    the store cannot be written.
    """
    file = graph_file(path)
    home = file.parent / INDEX_FOLDER
    goal = _place(file)
    with _store_faults(home):
        home.mkdir(exist_ok=True)
        for entry in _entries(file):
            if entry != goal and not _is_in_use(entry):
                shutil.rmtree(entry, ignore_errors=True)
        if not _is_whole(goal):
            shutil.rmtree(goal, ignore_errors=True)
            _make(file, goal, load)
    return goal


def remove_index(path: Path) -> bool:
    """Remove the store beside a graph, and return whether there was one.

    Raises `KgError` if it cannot be removed.
    """
    file = graph_file(path)
    home = file.parent / INDEX_FOLDER
    with _store_faults(home):
        entries = _entries(file)
        for entry in entries:
            shutil.rmtree(entry)
        if entries and not any(home.iterdir()):
            home.rmdir()
    return bool(entries)


def has_index(path: Path) -> bool:
    """Return whether there is a store beside a graph, of this state of it or of another."""
    entries = _entries(graph_file(path))
    return any((entry / FILES).is_file() for entry in entries)


def open_store(file: Path) -> ox.Store | None:
    """Open the store that was made of exactly this file, for reading; None if there is none, or it
    is damaged.
    """
    if not _entries(file):
        return None  # and the file need not be summed
    place = _place(file)
    if not _is_whole(place):
        return None
    try:
        return ox.Store.read_only(str(place / STORE))
    except BROKEN:
        return None


def _make(file: Path, goal: Path, load: Load) -> None:
    """Make the store of a file under another name, and move it into place."""
    folder = tempfile.mkdtemp(prefix=f"{UNFINISHED}{file.name}.", dir=goal.parent)
    scratch = Path(folder)
    place = scratch / STORE
    try:
        store = ox.Store(place)
        load(store, file)
        store.optimize()
        store.flush()
        del store  # closes it: its lock and its log are of the writer
        if goal != _place(file):
            raise GraphError(f"{file} changed while it was read: run it again")
        sizes = {entry.name: entry.stat().st_size for entry in place.iterdir()}
        content = json.dumps(sizes, indent=1, sort_keys=True)
        (scratch / FILES).write_text(content, "utf-8", newline="\n")
        _move(scratch, goal)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _move(scratch: Path, goal: Path) -> None:
    """Move a complete store into place; if another process was faster, its store stays."""
    try:
        scratch.rename(goal)
    except OSError:
        if not _is_whole(goal):
            raise


def _entries(file: Path) -> list[Path]:
    """Return the stores of a file, of whatever state, and unfinished ones."""
    name = re.escape(file.name)
    begun = re.escape(UNFINISHED)
    ours = re.compile(rf"{name}{STATE}|{begun}{name}\..*", re.DOTALL)
    home = file.parent / INDEX_FOLDER
    return [path for path in sorted(home.glob("*")) if ours.fullmatch(path.name)]


def _is_in_use(entry: Path) -> bool:
    """Return whether another process is working on a store that is not finished."""
    if not entry.name.startswith(UNFINISHED) or not (entry / STORE).is_dir():
        return False
    try:
        ox.Store(entry / STORE)
    except BROKEN as error:
        return "lock" in str(error).lower()
    return False


def _is_whole(place: Path) -> bool:
    """Return whether every file of a store has its size.

    The engine notices other damage, but not that its list of files was cut short.
    """
    try:
        content = (place / FILES).read_text("utf-8")
        sizes: dict[str, int] = json.loads(content)
        for name, size in sizes.items():
            file = place / STORE / name
            if file.stat().st_size != size:
                return False
    except (*BROKEN, AttributeError):
        return False
    return bool(sizes)


def _place(file: Path) -> Path:
    """Return where the store of a file belongs.

    Its name follows from the file's content, from the file's path if relative IRIs depend on that,
    and from the engine's layout.
    """
    with file.open("rb") as stream:
        summed = hashlib.file_digest(stream, "sha256")
        stream.seek(0)
        head = stream.read(HEAD)
    if b"@base <" not in head:
        address = file.resolve().as_uri()
        summed.update(address.encode("utf-8"))
    major, minor, *_ = ox.__version__.split(".")
    state = f"oxigraph-{major}.{minor}-{summed.hexdigest()[:32]}"
    return file.parent / INDEX_FOLDER / f"{file.name}.{state}"


@contextmanager
def _store_faults(home: Path) -> Iterator[None]:
    """Turn faults in writing the stores of a folder into a `KgError`."""
    if home.is_symlink():
        raise KgError(f"{home} is a link to elsewhere: an index is only made beside its graph")
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise KgError(
            f"the index {home} cannot be written: {error}; the graph itself is as it was"
        ) from error
