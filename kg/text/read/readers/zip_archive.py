"""ZIP archives: the articles in all their files that a reader is for, within limits.

Nothing is ever written to disk, and a name in an archive leads nowhere.
"""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePosixPath

from kg.errors import ExtraError
from kg.text.read.documents import Document, Settings
from kg.text.read.forms import NotTextError, of_ending
from kg.text.read.pieces import NO_MEMORY, Data, Fault, printable
from kg.text.read.readers import documents as documents_in
from kg.text.read.readers import form_of, has_reader
from kg.text.read.sidecars import DESCRIBED, SUFFIX, told_beside

MB = 1e6  # bytes
MOST_MEMBERS = 10_000
MOST_BYTES = 1_000_000_000  # of all members, unpacked
LARGEST = 256_000_000  # bytes of one member, unpacked
MOST_RATIO = 200  # of the size unpacked to that in the archive; texts have less than 20
SMALL = 10_000_000  # bytes of an archive unpacked, below which no ratio is too much
DEEPEST = 2  # archives within archives
WORD = "word/document.xml"
PLAIN = ".txt"
HIDDEN = (".", "__MACOSX")


@dataclass(frozen=True)
class _Archive:
    """An open archive, with what it is called and what is asked for."""

    file: zipfile.ZipFile
    data: Data
    settings: Settings

    def found(self) -> Iterator[Document | Fault]:
        """Yield what is found in its files."""
        for member in self.file.infolist():
            path = inner_path(member.filename)
            if member.is_dir() or _is_hidden(path):
                continue
            part = f"/{printable(path.as_posix())}"
            yield from self._found_in(member, part)

    def _found_in(self, member: zipfile.ZipInfo, part: str) -> Iterator[Document | Fault]:
        """Yield what is found in one file, or why nothing is."""
        name = f"{self.data.name}{part}"
        try:
            inner = self._data(member, part)
            if inner is not None:
                yield from self._parts(inner, part)
        except (NotTextError, ExtraError) as error:
            yield Fault(name, str(error))
        except MemoryError:
            yield Fault(name, NO_MEMORY)
        # A library may stumble over whatever somebody wrote; no one file may cost the others.
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            yield Fault(name, f"cannot be read ({reason})")

    def _parts(self, inner: Data, part: str) -> Iterator[Document | Fault]:
        """Yield what is found in the data of one file, as parts of the archive."""
        beside = tuple(told_beside(inner))
        for found in documents_in(inner, self.settings):
            if isinstance(found, Fault):
                yield replace(found, of_file=False)
                continue
            told = (*beside, *found.told)
            whole = part + found.part
            yield replace(found, told=told, part=whole)

    def _data(self, member: zipfile.ZipInfo, part: str) -> Data | None:
        """Return the data of one file; None if no reader is for it, or it describes another."""
        path = PurePosixPath(member.filename)
        ending = path.suffix.lower()
        if self._describes(path):
            return None
        is_known = ending == PLAIN or has_reader(ending)
        if not is_known and of_ending(ending):
            return None
        data = Data(
            source=f"{self.data.source}{part}",
            name=f"{self.data.name}{part}",
            content=_content(self.file, member),
            named=False,
            sidecar=self._beside(path),
            depth=self.data.depth + 1,
        )
        if is_known or form_of(data):
            return data
        return None

    def _beside(self, path: PurePosixPath) -> bytes:
        """Return the file that describes another one; empty if there is none."""
        if path.suffix.lower() not in DESCRIBED:
            return b""
        for other in (f"{path}{SUFFIX}", str(path.with_suffix(SUFFIX))):
            member = self.file.NameToInfo.get(other)
            if member is not None:
                return _content(self.file, member)
        return b""

    def _describes(self, path: PurePosixPath) -> bool:
        """Return whether a file describes the article in the file beside it."""
        if path.suffix.lower() != SUFFIX:
            return False
        stem = str(path.with_suffix(""))
        described = [stem, *(f"{stem}{ending}" for ending in DESCRIBED)]
        return any(map(self.file.NameToInfo.__contains__, described))


def documents(data: Data, settings: Settings) -> Iterator[Document | Fault]:
    """Yield the articles in the files of an archive, and faults for those that cannot be read.

    Raises `NotTextError` for an archive that is damaged, or beyond the limits.
    """
    if data.depth >= DEEPEST:
        raise NotTextError(f"is an archive within {DEEPEST} archives: unpack it")
    try:
        file = zipfile.ZipFile(BytesIO(data.content))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise NotTextError(f"is a ZIP archive that is damaged ({error})") from error
    with file:
        _check(file.infolist())
        archive = _Archive(file, data, settings)
        yield from archive.found()


def _check(members: Sequence[zipfile.ZipInfo]) -> None:
    """Raise `NotTextError` if an archive is beyond the limits, or no archive of articles."""
    if any(member.filename == WORD for member in members):
        raise NotTextError("is a Word document: give its name the ending .docx")
    count = len(members)
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    ratio = size / max(1, packed)
    if count > MOST_MEMBERS:
        raise NotTextError(f"has {count:,} files, more than {MOST_MEMBERS:,}: unpack it")
    if size > MOST_BYTES:
        raise NotTextError(f"has {size / MB:,.0f} MB unpacked, more than {MOST_BYTES / MB:,.0f}")
    if size > SMALL and ratio > MOST_RATIO:
        raise NotTextError(f"unpacks to {ratio:,.0f} times its size: no texts do")


def inner_path(name: str) -> PurePosixPath:
    """Return the path of a file in an archive, without steps that lead out of it.

    >>> str(inner_path("../../etc/a.txt"))
    'etc/a.txt'
    """
    steps = name.replace("\\", "/").split("/")
    kept = []
    for step in steps:
        is_step_up = not step.strip(".")
        is_drive = step.endswith(":")
        if not is_step_up and not is_drive:
            kept.append(step)
    return PurePosixPath(*kept)


def _is_hidden(path: PurePosixPath) -> bool:
    """Return whether a file, or a folder that it lies in, is hidden."""
    return any(part.startswith(HIDDEN) for part in path.parts)


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Return a file of an archive. Raises `NotTextError` if it cannot be unpacked."""
    try:
        with archive.open(member) as file:
            content = file.read(LARGEST + 1)
    except RuntimeError as error:
        raise NotTextError("is locked with a password: unpack it") from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as error:
        raise NotTextError(f"cannot be unpacked ({error})") from error
    if len(content) > LARGEST:
        raise NotTextError(f"has more than {LARGEST / MB:,.0f} MB unpacked")
    return content
