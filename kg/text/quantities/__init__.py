"""Amounts: money, percentages, measures with a unit, and counted things."""

from kg.text.quantities.finder import find_quantities

__all__ = ["find_quantities"]
