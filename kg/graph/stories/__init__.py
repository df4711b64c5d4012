"""Stories: the articles that are about one matter, and the events that they tell."""

from kg.graph.stories.grouping import grouped
from kg.graph.stories.nodes import with_stories
from kg.graph.stories.subjects import (
    Stories,
    Subjects,
)

__all__ = ["Stories", "Subjects", "grouped", "with_stories"]
