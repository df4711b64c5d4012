"""The readings behind a graph, a file each, named after all that the reading depends on.

A file with another content than was written is as good as none: its article is read again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from kg.model import Article, Reading
from kg.readings.fingerprint import fingerprint
from kg.readings.record import DamagedRecordError, record, recorded

SUFFIX = ".reading"
HALF_WRITTEN = ".part"


@dataclass(frozen=True)
class ReadingStore:
    """The readings in a folder that were made with one spaCy pipeline and one learned reader by this version of the package.

    The folder need not be there; it is made with the first reading.
    """

    folder: Path
    model: str
    reader: str

    @cached_property
    def version(self) -> str:
        """The hash of all that a reading depends on besides its article."""
        return fingerprint(self.model, self.reader)

    def key(self, article: Article) -> str:
        """The name of the reading of an article, from its text, its metadata, and the version: 64 hexadecimal figures."""
        return sha256(f"{self.version} {article!r}".encode()).hexdigest()

    def find(self, article: Article) -> Reading | None:
        """The reading of just this article, or nothing where there is none that is whole."""
        reading = self._read(self.key(article))
        return reading if reading is not None and reading.article == article else None

    def open(self, key: str) -> Reading | None:
        """The reading of that name, or nothing where there is none that is whole and of this version."""
        reading = self._read(key)
        return reading if reading is not None and self.key(reading.article) == key else None

    def add(self, reading: Reading) -> None:
        """Keep a reading. Raises `OSError` where it cannot be written; a file that is there is whole even after a kill.

        A loss of power may leave less of it, which `find` and `open` notice.
        """
        path = self._path(self.key(reading.article))
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(HALF_WRITTEN)
        unfinished.write_bytes(record(reading, self.version))
        unfinished.replace(path)

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove all other readings, and what a killed build left half written."""
        kept = {self._path(key) for key in keys}
        for path in sorted(self.folder.glob("*/*")):
            if path.suffix in (SUFFIX, HALF_WRITTEN) and path not in kept:
                path.unlink(missing_ok=True)
        for folder in [*self.folder.glob("*"), self.folder]:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    def _read(self, key: str) -> Reading | None:
        try:
            return recorded(self._path(key).read_bytes(), self.version)
        except (OSError, DamagedRecordError):
            return None

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{SUFFIX}"
