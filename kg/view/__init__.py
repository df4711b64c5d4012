"""The page: one file that shows the graph, and for every line of it the sentences that say so. It needs no network."""

from kg.view.excerpt import excerpt_of, keep_excerpt
from kg.view.size_limit import newest
from kg.view.write import Part, page, write_page

__all__ = ["Part", "excerpt_of", "keep_excerpt", "newest", "page", "write_page"]
