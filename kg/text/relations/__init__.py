"""What an article says: claims of clauses, noun phrases and constructions, with how far each is put forward as true."""

from kg.text.relations.catalogue import claims

__all__ = ["claims"]
