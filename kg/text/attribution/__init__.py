"""Quotations and their speakers, and how far a claim is put forward as true."""

from kg.text.attribution.assertions import assertion, attribution, presupposed
from kg.text.attribution.quotations import quotes

__all__ = ["assertion", "attribution", "presupposed", "quotes"]
