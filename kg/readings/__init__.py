"""Readings on disk: a record for each, so that each version reads an article only once."""

from kg.readings.manifest import Manifest, ManifestEntry, read_manifest, without, written
from kg.readings.records import record
from kg.readings.store import (
    Readings,
    ReadingStore,
    StoreInFolder,
    StoreInMemory,
    with_readings,
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
