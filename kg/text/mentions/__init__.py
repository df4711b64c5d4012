"""The mentions of an article: names, nominals, pronouns, times, quantities, and where they are."""

from kg.text.mentions.counted import number_of, picked_from, whole_group
from kg.text.mentions.lexicon import is_listed_noun, is_trade
from kg.text.mentions.merge import mentions, publisher_mention
from kg.text.mentions.naming import called

__all__ = [
    "called",
    "is_listed_noun",
    "is_trade",
    "mentions",
    "number_of",
    "picked_from",
    "publisher_mention",
    "whole_group",
]
