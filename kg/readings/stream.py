"""The readings of a graph as a stream from disk, so that memory does not grow with their number."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.errors import GraphError
from kg.model import Reading
from kg.readings.manifest import Manifest, ManifestEntry
from kg.readings.store import ReadingStore

HELD = 1_000  # readings, some 100 MB


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
