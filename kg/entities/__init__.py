"""Chains of all articles become entities: merged with reasons, linked to the gazetteer, with readable ids."""

from kg.entities.classes import with_superclasses
from kg.entities.resolution import Resolution, resolve
from kg.entities.world import gazetteer_facts

__all__ = ["Resolution", "gazetteer_facts", "resolve", "with_superclasses"]
