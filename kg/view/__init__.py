"""The page: one file that shows the graph, and for every line of it the sentences that say so. It needs no network."""

from kg.view.write import Part, page, write_page

__all__ = ["Part", "page", "write_page"]
