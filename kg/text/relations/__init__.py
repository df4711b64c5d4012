"""Claims of an article: what its clauses, nouns and constructions say, and how surely."""

from kg.text.relations.catalogue import claims
from kg.text.relations.times.dates import named_dates

__all__ = ["claims", "named_dates"]
