"""The learned reader: relations between mentions of one sentence, scored by a small network that runs on one core, offline."""

from kg.relations.reader.claims import reader_claims, sightings
from kg.relations.reader.classes import reclassed
from kg.relations.reader.scores import Scored
from kg.relations.reader.weights import NO_READER, Reader, load_reader

__all__ = ["NO_READER", "Reader", "Scored", "load_reader", "reader_claims", "reclassed", "sightings"]
