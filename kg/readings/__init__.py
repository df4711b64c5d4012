"""Readings on disk: a record for each, named after its content, so that an article is read once for each version."""

from kg.readings.recipe import Ingredient, Recipe, read_recipe, without, written
from kg.readings.record import record
from kg.readings.store import ReadingStore, StoreInFolder, StoreInMemory
from kg.readings.stream import Readings, with_readings

__all__ = [
    "Ingredient",
    "ReadingStore",
    "Readings",
    "Recipe",
    "StoreInFolder",
    "StoreInMemory",
    "read_recipe",
    "record",
    "with_readings",
    "without",
    "written",
]
