"""Finds time expressions and works out what they mean."""

from kg.text.timex.dates import shifted
from kg.text.timex.expressions import resolve
from kg.text.timex.finder import find_times
from kg.text.timex.words import UNITS

__all__ = [
    "UNITS",
    "find_times",
    "resolve",
    "shifted",
]
