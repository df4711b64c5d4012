"""Knowledge graphs from news articles, where every fact leads to the sentence that says it.

>>> import kg, pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     article = pathlib.Path(folder, "article.txt")
...     text = "Ada Lund, the founder of Globex, met her daughter, Nora, in Oslo."
...     _ = article.write_text(text, encoding="utf-8")
...     report = kg.build([article], pathlib.Path(folder, "output"))
...     graph = kg.load(pathlib.Path(folder, "output"))
...     query = "SELECT ?n { ?x rdfs:label 'Ada Lund' ; schema:children/rdfs:label ?n }"
...     [row["n"] for row in graph.rows(query)]
['Nora']
>>> report.counts["articles"], report.faults
(1, ())
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.deciding import decide
    from kg.inspection import InspectionReport, inspect
    from kg.knowledge_graph import KnowledgeGraph, load
    from kg.pipeline import BuildReport, build
    from kg.retraction import rebuild, retract

__all__ = [
    "BuildReport",
    "InspectionReport",
    "KnowledgeGraph",
    "build",
    "decide",
    "inspect",
    "load",
    "rebuild",
    "retract",
]

HOME = {
    "BuildReport": "kg.pipeline",
    "build": "kg.pipeline",
    "InspectionReport": "kg.inspection",
    "inspect": "kg.inspection",
    "KnowledgeGraph": "kg.knowledge_graph",
    "load": "kg.knowledge_graph",
    "decide": "kg.deciding",
    "rebuild": "kg.retraction",
    "retract": "kg.retraction",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used, so that `import kg` itself stays light."""
    from importlib import import_module

    if name == "__version__":
        return _version()
    if name not in HOME:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(HOME[name]), name)


def _version() -> str:
    """Return the version of newskg; "0" for a source folder that is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("newskg")
    except PackageNotFoundError:
        return "0"
