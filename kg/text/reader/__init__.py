"""The learned reader: relations between mentions of one sentence, scored by a small network.

It runs on one core, offline.
"""

from kg.text.reader.claims import reader_claims
from kg.text.reader.classes import retyped
from kg.text.reader.scores import Prediction
from kg.text.reader.sentences import Seen, seen, with_opinions
from kg.text.reader.weights import NO_READER, Reader, load_reader

__all__ = [
    "NO_READER",
    "Prediction",
    "Reader",
    "Seen",
    "load_reader",
    "reader_claims",
    "retyped",
    "seen",
    "with_opinions",
]
