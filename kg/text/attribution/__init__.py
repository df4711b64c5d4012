"""Quotations and their speakers, and how far a claim is put forward as true."""

from kg.text.attribution.assertions import assertion, presupposed
from kg.text.attribution.quotations import quotes
from kg.text.attribution.sources import attribution
from kg.text.attribution.wanted import wanted_thing

__all__ = ["assertion", "attribution", "presupposed", "quotes", "wanted_thing"]
