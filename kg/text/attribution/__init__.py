"""Quotations and their speakers, and how far a claim is put forward as true."""

from kg.text.attribution.assertions import (
    assertion,
    attribution,
    presupposed,
)
from kg.text.attribution.event_nouns import event_assertion
from kg.text.attribution.factuality import is_left_undone
from kg.text.attribution.governors import is_held_for
from kg.text.attribution.quotations import quotes

__all__ = [
    "assertion",
    "attribution",
    "event_assertion",
    "is_held_for",
    "is_left_undone",
    "presupposed",
    "quotes",
]
