"""Chains of all articles become entities: merged with reasons, linked to the gazetteer, with ids."""

from kg.graph.entities.resolution import Resolution, resolve
from kg.graph.entities.world_knowledge import gazetteer_facts

__all__ = ["Resolution", "gazetteer_facts", "resolve"]
