"""The folder of a build: the graph, and beside it, in DIR/.kg, what it was made of.

readings/    a record for each article, which the next build finds again
build.json   the manifest: the options of the build, and which reading belongs to which article
ontologies/  copies of a user's own ontologies
decisions/   copies of files of decisions that were given from elsewhere
page.ttl     the part of a big graph that its page shows
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path

from kg.decisions import DECISIONS_FILE, in_order, read_decisions
from kg.errors import GraphError
from kg.graph.ontology import Ontology
from kg.model import Article, Decision, Graph
from kg.rdf import (
    OWN_FOLDER,
    Making,
    Software,
    checked_base,
    mention_places,
    remove_index,
    write,
)
from kg.readings import (
    Manifest,
    ManifestEntry,
    Readings,
    ReadingStore,
    StoreInFolder,
    read_manifest,
    written,
)
from kg.view import keep_excerpt, limit_to_newest, write_page
from kg.vocabulary import BASE_IRI

MANIFEST_FILE = f"{OWN_FOLDER}/build.json"
READINGS_FOLDER = f"{OWN_FOLDER}/readings"
ONTOLOGIES_FOLDER = f"{OWN_FOLDER}/ontologies"
GIVEN_DECISIONS_FOLDER = f"{OWN_FOLDER}/decisions"


def reading_store(folder: Path, model: str, reader: str) -> StoreInFolder:
    """Return the readings that are kept in a folder, of one spaCy pipeline and one learned
    reader.
    """
    return StoreInFolder(model, reader, folder / READINGS_FOLDER)


def readings_of(articles: Iterable[Article], store: ReadingStore) -> Readings:
    """Return the readings of some articles that a store holds, in the order of the articles'
    ids.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    entries = (ManifestEntry(article.id, article.source, store.key(article)) for article in ordered)
    return Readings(store, tuple(entries))


def all_decisions(folder: Path | None, given: Iterable[Path], base_iri: str) -> Sequence[Decision]:
    """Return what people decided: in the folder itself, and in files from elsewhere.

    Raises `DecisionError` for a file that is missing, or that says something that cannot be used.
    """
    files = list(given)
    if folder is not None and (folder / DECISIONS_FILE).exists():
        files.append(folder / DECISIONS_FILE)
    base = checked_base(base_iri)
    return in_order(chain.from_iterable(read_decisions(file, base=base) for file in files))


def write_build(
    graph: Graph,
    folder: Path,
    ontology: Ontology,
    manifest: Manifest,
    ontologies: Sequence[Path],
    decisions: Sequence[Path] = (),
) -> None:
    """Write a graph into its folder, with its manifest, a user's own ontologies and the files of
    decisions from elsewhere; then remove what neither needs.

    The folder must be locked. Raises `KgError` if it cannot be written.
    """
    kept = _copies(ontologies, ONTOLOGIES_FOLDER)
    given = _copies(decisions, GIVEN_DECISIONS_FOLDER)
    of_files = replace(manifest, ontologies=_digests(kept), decisions=_digests(given))
    write(
        graph,
        folder,
        ontology,
        base=manifest.base_iri,
        mentions=manifest.mentions,
        rdf12=manifest.rdf12,
        view=partial(_add_page, graph, ontology=ontology, manifest=manifest),
        also={**kept, **given, MANIFEST_FILE: written(of_files)},
        making=Making(_software(manifest.model), manifest.title, manifest.licence),
    )
    remove_index(folder)
    store = reading_store(folder, manifest.model, manifest.reader)
    store.keep_only(article.key for article in manifest.articles)
    for name in (ONTOLOGIES_FOLDER, GIVEN_DECISIONS_FOLDER):
        for path in (folder / name).glob("*"):
            if f"{name}/{path.name}" not in {**kept, **given}:
                path.unlink(missing_ok=True)


def _software(model: str) -> tuple[Software, ...]:
    """Return what makes a graph: newskg and the spaCy pipeline, without the folder it lies in."""
    return tuple(Software(name, _version(name)) for name in ("newskg", Path(model).name))


def _version(package: str) -> str:
    """Return the version of an installed package; empty if it is none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _copies(files: Iterable[Path], folder: str) -> dict[str, bytes]:
    """Return the contents of some files, by the names of their copies in a folder of ours."""
    copies: dict[str, bytes] = {}
    for file in files:
        content = file.read_bytes()
        copies[f"{folder}/{sha256(content).hexdigest()}.ttl"] = content
    return copies


def _digests(copies: Iterable[str]) -> tuple[str, ...]:
    return tuple(Path(name).stem for name in copies)


def _add_page(graph: Graph, folder: Path, *, ontology: Ontology, manifest: Manifest) -> None:
    """Add the page to a folder with the files of a graph; if there is too much for one page, it
    shows the newest articles.
    """
    base = manifest.base_iri
    shown = limit_to_newest(graph)
    if shown is not graph:
        keep_excerpt(shown, graph, folder, ontology, base=base)
    places = mention_places(shown, base=base)
    write_page(folder, ontology=ontology, mentions=places, address=manifest.address)


def kept_address(folder: Path) -> str:
    """Return where others will find the page of a folder; empty if its build was told nothing."""
    try:
        return manifest_of(folder).address
    except GraphError:
        return ""


def kept_base(folder: Path | None) -> str:
    """Return what the IRIs of the graph in a folder begin with; the usual base if there is none."""
    try:
        return manifest_of(folder).base_iri if folder else BASE_IRI
    except GraphError:
        return BASE_IRI


def manifest_of(folder: Path) -> Manifest:
    """Return the manifest of the graph in a folder.

    Raises `GraphError` if there is none.
    """
    if not folder.is_dir():
        raise GraphError(f"{folder} is no folder of kg build")
    return read_manifest(folder / MANIFEST_FILE)


def kept_ontologies(folder: Path, manifest: Manifest) -> list[Path]:
    """Return the copies of a user's own ontologies.

    Raises `GraphError` if one is missing or was changed.
    """
    return _kept(folder / ONTOLOGIES_FOLDER, manifest.ontologies)


def kept_decisions(folder: Path, manifest: Manifest) -> list[Path]:
    """Return the copies of files of decisions from elsewhere; raise as `kept_ontologies` does."""
    return _kept(folder / GIVEN_DECISIONS_FOLDER, manifest.decisions)


def _kept(folder: Path, digests: Iterable[str]) -> list[Path]:
    paths = [folder / f"{digest}.ttl" for digest in digests]
    for path in paths:
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != path.stem:
            raise GraphError(f"{path} is missing or was changed; build the graph again")
    return paths


def kept_store(folder: Path, manifest: Manifest) -> StoreInFolder:
    """Return the readings behind the graph in a folder.

    Raises `GraphError` if none are kept, or those of another version.
    """
    store = reading_store(folder, manifest.model, manifest.reader)
    if not manifest.version:
        raise GraphError(f"{folder} keeps no readings: build it again, without --no-cache")
    if manifest.version != store.version:
        raise GraphError(
            f"the readings in {folder} were made by another version of newskg or its models: "
            "build the graph again"
        )
    return store


def kept_readings(store: ReadingStore, manifest: Manifest) -> Readings:
    """Return the readings of a manifest.

    Raises `GraphError`, naming the articles, if some are missing or damaged.
    """
    lost = [article.source for article in manifest.articles if not store.holds(article.key)]
    if lost:
        raise GraphError(
            f"the readings of {', '.join(lost)} are missing or damaged: build the graph again"
        )
    return Readings(store, manifest.articles)
