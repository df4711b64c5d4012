"""Finds time expressions and works out what they mean."""

from kg.text.timex.clocks import is_clock
from kg.text.timex.dates import shifted
from kg.text.timex.expressions import resolve
from kg.text.timex.finder import find_times
from kg.text.timex.words import (
    DAYS_IN,
    UNITS,
)

__all__ = [
    "DAYS_IN",
    "UNITS",
    "find_times",
    "is_clock",
    "resolve",
    "shifted",
]
