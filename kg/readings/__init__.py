"""Readings on disk: a record for each, so that each version reads an article only once."""

from kg.readings.records import record
from kg.readings.store import (
    Manifest,
    ManifestEntry,
    Readings,
    ReadingStore,
    StoreInFolder,
    StoreInMemory,
    read_manifest,
    with_readings,
    without,
    written,
)

__all__ = [
    "Manifest",
    "ManifestEntry",
    "ReadingStore",
    "Readings",
    "StoreInFolder",
    "StoreInMemory",
    "read_manifest",
    "record",
    "with_readings",
    "without",
    "written",
]
