"""Stories: the articles that are about one matter, and the events that they tell."""

from kg.graph.stories.grouping import grouped
from kg.graph.stories.nodes import with_stories
from kg.graph.stories.subjects import (
    Rarity,
    Stories,
    Subjects,
    words_in,
)

__all__ = ["Rarity", "Stories", "Subjects", "grouped", "with_stories", "words_in"]
