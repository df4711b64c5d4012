"""The readings of a graph as a stream: from disk, one after the other, so that memory does not grow with the text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.errors import GraphError
from kg.model import Reading
from kg.readings.recipe import Ingredient, Recipe
from kg.readings.store import ReadingStore


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of some articles, in the order of `articles`; they can be gone through several times, each time from disk.

    Raises `GraphError`, naming the article, at one whose reading is missing or damaged.
    """

    store: ReadingStore
    articles: tuple[Ingredient, ...]

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Reading]:
        for article in self.articles:
            reading = self.store.open(article.key)
            if reading is None:
                raise GraphError(f"the reading of {article.source} is missing or damaged: build the graph again")
            yield reading


def with_readings(recipe: Recipe, readings: Readings) -> Recipe:
    """The recipe of a graph that is made of these readings."""
    return replace(recipe, version=readings.store.version, articles=readings.articles)
