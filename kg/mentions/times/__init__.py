"""Finds time expressions and works out what they mean."""

from kg.mentions.times.expressions import resolve
from kg.mentions.times.finder import find_times

__all__ = ["find_times", "resolve"]
