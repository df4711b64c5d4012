"""Rewriting of a text for the parser, character by character: what it would misread is blanked.

Headlines lose the capitals of their plain words, names the nickname inside them, and offices the
field that they are for; later rooms take the words from the article.
"""

from kg.text.parse.rewriting.headlines import with_plain_headlines
from kg.text.parse.rewriting.nicknames import fills_name, nicknames, without_nicknames
from kg.text.parse.rewriting.portfolios import portfolios

__all__ = [
    "fills_name",
    "nicknames",
    "portfolios",
    "with_plain_headlines",
    "without_nicknames",
]
