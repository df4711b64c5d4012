"""Claims of an article: what its clauses, nouns and constructions say, and how surely."""

from kg.text.relations.catalogue import claims

__all__ = ["claims"]
