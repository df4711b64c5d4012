"""Coreference inside one article: which mentions speak of one thing."""

from kg.text.coref.sieve import chains

__all__ = ["chains"]
