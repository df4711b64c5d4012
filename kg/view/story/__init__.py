"""The first screen: in short, who and where, what happened."""

from kg.view.story.parts import Picture, Story
from kg.view.story.tell import story
from kg.view.story.who_and_where import pictures

__all__ = ["Picture", "Story", "pictures", "story"]
