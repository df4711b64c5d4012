"""Independent sources: agencies, copies and papers of one house are told from second sources."""

from kg.graph.sources.copies import runs_of, shared_part
from kg.graph.sources.counting import Sources, sources_of
from kg.graph.sources.origins import origins_of

__all__ = ["Sources", "origins_of", "runs_of", "shared_part", "sources_of"]
