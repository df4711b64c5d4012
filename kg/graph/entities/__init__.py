"""Chains of all articles become entities: merged with reasons, with ids and gazetteer links."""

from kg.graph.entities.name_keys import slug
from kg.graph.entities.resolution import Resolution, joined_by_rules, resolve
from kg.graph.entities.story_links import compared
from kg.graph.entities.world_knowledge import gazetteer_facts

__all__ = [
    "Resolution",
    "compared",
    "gazetteer_facts",
    "joined_by_rules",
    "resolve",
    "slug",
]
