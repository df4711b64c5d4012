"""Readings on disk: a record for each, named after its content, so that an article is read once for each version."""

from kg.readings.recipe import Ingredient, Recipe, read_recipe, without, written
from kg.readings.record import DamagedRecordError, record, recorded
from kg.readings.store import ReadingStore

__all__ = [
    "DamagedRecordError",
    "Ingredient",
    "ReadingStore",
    "Recipe",
    "read_recipe",
    "record",
    "recorded",
    "without",
    "written",
]
