"""The page: one file that shows the graph, and for every line of it the sentences that say so.

It needs no network.
"""

from kg.view.excerpt import excerpt_of, keep_excerpt
from kg.view.render import Selection, page, write_page
from kg.view.size_limit import limit_to_newest

__all__ = ["Selection", "excerpt_of", "keep_excerpt", "limit_to_newest", "page", "write_page"]
