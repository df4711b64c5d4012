"""Chains of all articles become entities: merged with reasons, with ids and gazetteer links."""

from kg.graph.entities.name_keys import slug
from kg.graph.entities.resolution import Resolution, resolve
from kg.graph.entities.world_knowledge import gazetteer_facts

__all__ = ["Resolution", "gazetteer_facts", "resolve", "slug"]
