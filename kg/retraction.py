"""The retraction of an article: its graph becomes that of a build without it, to the byte.

A graph can be made again with all of its articles, too, for what people decided meanwhile.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kg.build_folder import (
    all_decisions,
    kept_decisions,
    kept_ontologies,
    kept_readings,
    kept_store,
    manifest_of,
    write_build,
)
from kg.errors import InputError
from kg.graph.ontology import load as load_ontology
from kg.pipeline import BuildReport, assemble, without_collections
from kg.rdf import Iris, Waiting, checked_base, locked
from kg.readings import Manifest, ManifestEntry, without
from kg.verdicts import rulings_of

SHOWN = 20  # articles that are listed where none or several are meant


def retract(folder: str | Path, article: str, *, waiting: Waiting | None = None) -> BuildReport:
    """Build the graph in a folder again without one article, from the readings that are kept there.

    Nothing is read again. `article` is its IRI, its id, its source, or the end of its source from a
    "/" on (a file name). Files of one name from two folders have one source: their ids tell them
    apart. What only this article supported is gone, and so are its text and its reading. Raises
    `InputError`, with a list of the articles, if not just one article is meant; `GraphError` if the
    folder keeps no readings, or damaged ones, or those of another version; `KgError` if it cannot
    be written.
    """
    return _built_again(
        Path(folder), lambda manifest: without(manifest, article_called(article, manifest)), waiting
    )


def rebuild(folder: str | Path, *, waiting: Waiting | None = None) -> BuildReport:
    """Build the graph in a folder again from the readings that are kept there, as `retract` does,
    but with all its articles: what people decided meanwhile is honoured.
    """
    return _built_again(Path(folder), lambda manifest: manifest, waiting)


def _built_again(
    home: Path, changed: Callable[[Manifest], Manifest], waiting: Waiting | None
) -> BuildReport:
    """Build the graph in a folder again from the articles of a manifest that is changed."""
    started = time.monotonic()
    manifest_of(home)  # before it is locked: no folder is to be made where there is none
    with locked(home, waiting=waiting):
        manifest = manifest_of(home)
        store = kept_store(home, manifest)
        ontologies = kept_ontologies(home, manifest)
        ontology = load_ontology(ontologies)
        given = kept_decisions(home, manifest)
        rulings = rulings_of(all_decisions(home, given, manifest.base_iri), ontology)
        left = changed(manifest)
        with without_collections():
            readings = kept_readings(store, left)
            graph = assemble(readings, ontology, rulings, left.demand)
            readings.forget()
            write_build(graph, home, ontology, left, ontologies, given)
    seconds = time.monotonic() - started
    return BuildReport(graph, (), seconds, len(readings), unused=rulings.unused())


def article_called(name: str, manifest: Manifest) -> ManifestEntry:
    """Return the one article of that name.

    Raises `InputError` if none or several have it, or if no other article would be left.
    """
    articles = manifest.articles
    named = _articles_called(name, manifest)
    if not named:
        raise InputError(f"no article is called {name!r}; there {_listed(articles)}")
    if len(named) > 1:
        raise InputError(
            f"{len(named)} articles are called {name!r}; there {_listed(named)}: "
            "name the one that is meant by its id, which is in brackets"
        )
    (article,) = named
    if len(articles) == 1:
        raise InputError(
            f"{article.source} is the only article of this graph: remove the folder instead"
        )
    return article


def _articles_called(name: str, manifest: Manifest) -> list[ManifestEntry]:
    """Return the articles with that id or IRI; if there are none, those with that source."""
    iris = Iris(checked_base(manifest.base_iri))
    named: list[ManifestEntry] = []
    with_source: list[ManifestEntry] = []
    for entry in manifest.articles:
        iri = iris.document(entry.id).value
        if name in (entry.id, iri):
            named.append(entry)
        if f"/{entry.source}".endswith(f"/{name}"):
            with_source.append(entry)
    return named or with_source


def _listed(articles: Sequence[ManifestEntry]) -> str:
    """Return some articles as words: their sources and ids, sorted."""
    names = sorted(f"{article.source} ({article.id})" for article in articles)
    listed = ", ".join(names[:SHOWN])
    verb = "is" if len(names) == 1 else "are"
    hidden = len(names) - SHOWN
    if hidden <= 0:
        return f"{verb} {listed}"
    return f"{verb} {listed}, and {hidden:,} more"
