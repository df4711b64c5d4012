"""Quotations and their speakers, and how far a claim is put forward as true."""

from kg.text.attribution.assertions import assertion, attribution, presupposed
from kg.text.attribution.event_nouns import event_assertion
from kg.text.attribution.quotations import quotes

__all__ = ["assertion", "attribution", "event_assertion", "presupposed", "quotes"]
