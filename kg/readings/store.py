"""Stores for readings, each named after all that it depends on: in a folder, or for a while in
memory; and the manifest of a build, which names the readings of a graph.

A record whose content was changed counts as missing: its article is read again. The readings of a
graph come as a stream from a store, so that memory does not grow with their number. With the
manifest, which is kept beside a graph, the same graph can be built without one of the articles.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import (
    asdict,
    dataclass,
    field,
    replace,
)
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.choices import Demand
from kg.errors import GraphError, KgError
from kg.model import Article, Reading
from kg.readings.fingerprint import fingerprint
from kg.readings.records import (
    DamagedRecordError,
    is_whole,
    key_of,
    recorded,
)

SUFFIX = ".reading"
HALF_WRITTEN = ".part"
FORMAT = 1  # of manifests
HELD = 250  # readings, some 30 MB


@dataclass(frozen=True)
class ReadingStore(ABC):
    """The readings of one spaCy pipeline and one learned reader by this version of the package."""

    model: str
    reader: str

    @cached_property
    def version(self) -> str:
        """The hash of all that a reading depends on besides its article."""
        return fingerprint(self.model, self.reader)

    def key(self, article: Article) -> str:
        """Return the name of the reading of an article."""
        return key_of(article, self.version)

    def holds(self, key: str) -> bool:
        """Return whether there is a reading of that name, and it is whole."""
        return is_whole(self._bytes(key), key)

    def open(self, key: str) -> Reading | None:
        """Return the reading of that name, or None if there is none that is whole."""
        try:
            return recorded(self._bytes(key), key)
        except DamagedRecordError:
            return None

    @abstractmethod
    def add(self, key: str, data: bytes) -> None:
        """Keep the record of a reading. Raises `KgError` if it cannot be written."""

    @abstractmethod
    def _bytes(self, key: str) -> bytes:
        """Return the data kept under a name; empty if there are none."""


@dataclass(frozen=True)
class StoreInMemory(ReadingStore):
    """Readings that nobody needs after a build: their records, which are some thousands of bytes
    each.
    """

    records: dict[str, bytes] = field(default_factory=dict)

    def add(self, key: str, data: bytes) -> None:
        """Keep the record of a reading."""
        self.records[key] = data

    def _bytes(self, key: str) -> bytes:
        return self.records.get(key, b"")


@dataclass(frozen=True)
class StoreInFolder(ReadingStore):
    """Readings as files, one each. The folder need not exist; it is made with the first reading."""

    folder: Path

    def add(self, key: str, data: bytes) -> None:
        """Keep the record of a reading. Raises `KgError` if it cannot be written.

        A file that is there is whole even after a kill; a loss of power may leave less of it, which
        `holds` and `open` notice.
        """
        path = self._path(key)
        unfinished = path.with_suffix(HALF_WRITTEN)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(data)
            unfinished.replace(path)
        except OSError as error:
            reason = error.strerror or error
            raise KgError(
                f"cannot keep readings in {self.folder}: {reason}; --no-cache builds without"
            ) from error

    def keep_only(self, keys: Iterable[str]) -> None:
        """Remove all other readings, and those that a killed build left half written."""
        kept = set(map(self._path, keys))
        for path in sorted(self.folder.glob("*/*")):
            if path.suffix in (SUFFIX, HALF_WRITTEN) and path not in kept:
                path.unlink(missing_ok=True)
        for folder in [*self.folder.glob("*"), self.folder]:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()

    def _bytes(self, key: str) -> bytes:
        try:
            return self._path(key).read_bytes()
        except OSError:
            return b""

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """An article of a graph: its id, where it was read from, and the key of its reading."""

    id: str
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The options of a build that its result depends on, and its articles in the order of their
    ids.

    `ontologies` and `decisions` are the SHA-256 of a user's own ontology files, and of files of
    decisions from elsewhere, of which there are copies.
    `address` is where others will find the page.
    `demand` says how sure a claim had to be.
    `title` and `licence` are what the makers say of the graph, empty if they say nothing.
    `version` is that of the readings; it is empty, and so are the articles, if none were kept.
    """

    base_iri: str
    model: str
    reader: str
    mentions: bool = False
    rdf12: bool = False
    ontologies: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    version: str = ""
    articles: tuple[ManifestEntry, ...] = ()
    address: str = ""
    title: str = ""
    licence: str = ""
    demand: Demand = Demand.USUAL


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of some articles, in the order of `articles`; they can be iterated several
    times.

    The first `HELD` stay in memory until `forget` is called, which halves the reading of small
    graphs; all others come from disk each time. Raises `GraphError`, naming the article, at one
    whose reading is missing or damaged.
    """

    store: ReadingStore
    articles: tuple[ManifestEntry, ...]
    held: list[Reading] = field(default_factory=list, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Reading]:
        for number, article in enumerate(self.articles):
            if number < len(self.held):
                yield self.held[number]
                continue
            reading = self.store.open(article.key)
            if reading is None:
                raise GraphError(
                    f"the reading of {article.source} is missing or damaged: build the graph again"
                )
            if number == len(self.held) < HELD:
                self.held.append(reading)
            yield reading

    def forget(self) -> None:
        """Drop the readings that are held in memory."""
        self.held.clear()


def with_readings(manifest: Manifest, readings: Readings) -> Manifest:
    """Return the manifest of a graph that is made of these readings."""
    return replace(manifest, version=readings.store.version, articles=readings.articles)


def without(manifest: Manifest, article: ManifestEntry) -> Manifest:
    """Return the manifest of the same build without one of its articles."""
    others = tuple(entry for entry in manifest.articles if entry != article)
    return replace(manifest, articles=others)


def written(manifest: Manifest) -> bytes:
    """Return a manifest as JSON, with a checksum; the same manifest always gives the same bytes."""
    content = asdict(manifest)
    document = {"format": FORMAT, "sha256": _digest(content), "manifest": content}
    text = json.dumps(document, indent=1, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass")


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in a file.

    Raises `GraphError` if there is none, or one that is damaged or of another format.
    """
    try:
        data = path.read_bytes()
        return _manifest(data)
    except FileNotFoundError as error:
        raise GraphError(
            f"{path} is missing: what the graph was built with is not known; build it again"
        ) from error
    except OSError as error:
        raise GraphError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, LookupError, TypeError) as error:
        raise GraphError(
            f"{path} is damaged, or of another version of newskg ({error}); build the graph again"
        ) from error


def _manifest(data: bytes) -> Manifest:
    document = json.loads(data.decode("utf-8", "surrogatepass"))
    content = document["manifest"]
    if document["format"] != FORMAT or document["sha256"] != _digest(content):
        raise ValueError("its checksum is another")
    content["articles"] = tuple(ManifestEntry(**entry) for entry in content["articles"])
    content["ontologies"] = tuple(content["ontologies"])
    content["decisions"] = tuple(content.get("decisions", ()))
    content["demand"] = Demand(content.get("demand", Demand.USUAL))
    return Manifest(**content)


def _digest(content: Any) -> str:
    text = json.dumps(content, sort_keys=True)
    return sha256(text.encode()).hexdigest()
