"""What an article says: claims of clauses and noun phrases, and quotations, with how far each is put forward as true."""

from kg.relations.claims import claims
from kg.relations.quotations import quotes
from kg.relations.reader import load_reader, reclassed, sightings

__all__ = ["claims", "load_reader", "quotes", "reclassed", "sightings"]
