"""The page: one file that shows the graph, and for every line of it the sentences that say so. Opens from disk, asks no network."""

from kg.view.content import Content
from kg.view.reading import read_content
from kg.view.write import page, write_page

__all__ = ["Content", "page", "read_content", "write_page"]
