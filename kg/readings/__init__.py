"""Readings on disk: a record for each, named after its content, so that an article is read once for each version."""

from kg.readings.recipe import Ingredient, Recipe, read_recipe, without, written
from kg.readings.record import DamagedRecordError, key_of, record, recorded
from kg.readings.store import ReadingStore
from kg.readings.stream import Readings, with_readings

__all__ = [
    "DamagedRecordError",
    "Ingredient",
    "ReadingStore",
    "Readings",
    "Recipe",
    "key_of",
    "read_recipe",
    "record",
    "recorded",
    "with_readings",
    "without",
    "written",
]
