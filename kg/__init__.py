"""Knowledge graphs from news articles, where every fact leads to the sentence that says it.

>>> import kg
>>> graph = kg.load("output")                                                              # doctest: +SKIP
>>> [row["child"] for row in graph.rows("SELECT ?child WHERE { ?p schema:children/rdfs:label ?child }")]  # doctest: +SKIP
['Varya']
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.knowledge import KnowledgeGraph, load
    from kg.pipeline import BuildReport, build

__all__ = ["BuildReport", "KnowledgeGraph", "build", "load"]

HOME = {"BuildReport": "kg.pipeline", "build": "kg.pipeline", "KnowledgeGraph": "kg.knowledge", "load": "kg.knowledge"}


def __getattr__(name: str) -> Any:
    """The functions of the door, imported when they are first asked for: `import kg` itself stays light."""
    from importlib import import_module

    if name not in HOME:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(HOME[name]), name)
