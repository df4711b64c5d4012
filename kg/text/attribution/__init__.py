"""Who says what, and how far it is put forward as true: quotations, speakers, factuality."""

from kg.text.attribution.assertions import assertion, attribution, presupposed
from kg.text.attribution.quotations import quotes

__all__ = ["assertion", "attribution", "presupposed", "quotes"]
