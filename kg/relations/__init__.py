"""What an article says: claims of clauses and noun phrases, and quotations, with how far each is put forward as true."""

from kg.relations.claims import claims
from kg.relations.quotations import quotes

__all__ = ["claims", "quotes"]
