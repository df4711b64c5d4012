"""One hash of all that a reading depends on besides its article: code and data of the language
half, models, libraries.

The ontology is not part of it. A reading is about words; the language half cannot import the
ontology (a contract that import-linter checks), which is only asked when readings are put together.
So new words or relations need no article read again.
"""

import platform
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from kg.choices import DEFAULT_READER
from kg.tables import table

PACKAGE = Path(__file__).parent.parent
DEPENDENCIES = table("kg.readings", "dependencies.tsv")
AFTER_READING = frozenset(name for kind, name in DEPENDENCIES if kind == "after")
LIBRARIES = [name for kind, name in DEPENDENCIES if kind == "library"]
BUILT_IN = PACKAGE / "text/reader/data"
# It has the SHA-256 of the other files of a learned reader, which are checked when it is loaded.
DESCRIPTION = "reader.json"
WEIGHTS = {BUILT_IN / name for name in (DESCRIPTION, "reader.onnx", "tokenizer.json")}


@lru_cache(maxsize=8)
def fingerprint(model: str, reader: str) -> str:
    """Return the hash of all that readings depend on, for a spaCy pipeline and a learned reader
    (name or folder).

    None of them is loaded. A missing one counts as missing; the error is raised when it is needed.
    """
    facts = [
        *_system(),
        *_files(PACKAGE, _code()),
        "model",
        *_model(model),
        "reader",
        *_reader(reader),
    ]
    document = "\n".join(facts)
    return sha256(document.encode("utf-8", "surrogatepass")).hexdigest()


def _system() -> Iterator[str]:
    """Yield Python, the kind of processor (which may round the last digit of a score in its own
    way), and the libraries.
    """
    python = sys.version_info[:2]
    unicode = unicodedata.unidata_version
    machine = f"{platform.system()} {platform.machine()}"
    yield f"python {python} unicode {unicode} {machine}"
    for library in LIBRARIES:
        try:
            yield f"{library} {version(library)}"
        except PackageNotFoundError:
            yield f"{library} missing"


def _code() -> Iterator[Path]:
    """Yield the files of the package that readings depend on, its code and its data."""
    for room in sorted(PACKAGE.iterdir()):
        if room.name in AFTER_READING:
            continue
        for path in _within(room):
            if path not in WEIGHTS:  # they count where they are used
                yield path


def _model(name: str) -> Iterator[str]:
    """Yield the files of a spaCy pipeline, a folder or an installed package."""
    folder = Path(name)
    if not folder.is_dir() and name.isidentifier():
        spec = find_spec(name)
        if spec and spec.origin:
            folder = Path(spec.origin).parent
    if folder.is_dir():
        yield from _files(folder, _within(folder))
    else:
        yield f"{name} missing"


def _reader(name: str) -> Iterator[str]:
    """Yield the description of a learned reader, or that there is none."""
    folder = BUILT_IN if name == DEFAULT_READER else Path(name)
    path = folder / DESCRIPTION
    if path.is_file():
        yield from _files(folder, [path])
    else:
        yield f"{name} missing"


def _within(path: Path) -> Iterator[Path]:
    """Yield a file itself, or the files in and below a folder, sorted; not those that Python
    compiles.
    """
    files = [path] if path.is_file() else sorted(path.rglob("*"))
    for file in files:
        if file.is_file() and "__pycache__" not in file.parts:
            yield file


def _files(home: Path, paths: Iterable[Path]) -> Iterator[str]:
    """Yield the name of each file and the hash of its content."""
    for path in paths:
        name = path.relative_to(home).as_posix()
        data = path.read_bytes()
        yield f"{name} {sha256(data).hexdigest()}"
