"""Constructions that say a relation by themselves, a module for each family."""
