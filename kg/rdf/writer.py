"""The files of a graph as they are written into its folder.

They are its content, the refusals, every mention if asked for, and the texts.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from kg.errors import GraphError
from kg.model import Graph
from kg.rdf.dataset import Making, dataset_descriptions
from kg.rdf.descriptions import Description, descriptions_by_subject, triples_of
from kg.rdf.entailment import Vocabulary
from kg.rdf.graph_files import (
    GRAPH_FILE,
    MENTIONS_FILE,
    REFUSALS_FILE,
    SOMETIMES,
    TEXTS_FOLDER,
    text_file,
    text_files,
)
from kg.rdf.iris import Iris, checked_base
from kg.rdf.ntriples import SubjectTriples, triples_by_subject
from kg.rdf.rdf12 import reified
from kg.rdf.staging import staged
from kg.rdf.store import read_triples
from kg.rdf.triples import mention_parts, parts, refusal_parts
from kg.rdf.turtle_writer import write_turtle
from kg.vocabulary import BASE_IRI

NO_FILES: Mapping[str, str | bytes] = MappingProxyType({})


def write(
    graph: Graph,
    out: Path,
    ontology: Vocabulary,
    *,
    base: str = BASE_IRI,
    mentions: bool = False,
    rdf12: bool = False,
    view: Callable[[Path], object] | None = None,
    also: Mapping[str, str | bytes] = NO_FILES,
    making: Making | None = None,
) -> None:
    """Write all files of a graph at once; until all are complete, the old ones stay whole.

    `view` is called with a folder that has the new files, to add its own there before any is moved
    into place. `rdf12` writes statements as RDF 1.2 reifiers. `also` are further files that must
    change with the graph, by their names in the folder. With `making`, the graph begins with a
    description of itself. Texts of articles that the folder's graph no longer has are removed, and
    so is an old file that is only made sometimes (`mentions.ttl`).
    Raises `KgError` if the folder cannot be written or `base` is no absolute IRI.
    """
    texts = {text_file(article.id): article.text for article in graph.articles}
    with staged(out) as staging:
        for contents in (also, texts):
            for name, content in contents.items():
                staging.add(name, content)
        path = staging.path(GRAPH_FILE)
        write_graph(graph, path, ontology, base=base, rdf12=rdf12, making=making)
        write_parts = partial(_write_parts, base=base, ontology=ontology)
        write_parts(refusal_parts(graph, base=base), staging.path(REFUSALS_FILE))
        if mentions:
            write_parts(mention_parts(graph, base=base), staging.path(MENTIONS_FILE))
        if view is not None:
            view(staging.place)
        missing = {name for name in SOMETIMES if not (staging.place / name).exists()}
        for name in missing | _stale_texts(out, texts.keys()):
            staging.remove(name)


def write_graph(
    graph: Graph,
    path: Path,
    ontology: Vocabulary,
    *,
    base: str = BASE_IRI,
    rdf12: bool = False,
    making: Making | None = None,
) -> None:
    """Write the content of a graph into a Turtle file, part by part; the same graph gives the same
    bytes.

    Raises `GraphError` for evidence outside the articles' texts, `KgError` for a base that is no
    absolute IRI, `OSError`.
    """
    all_parts: Iterable[Iterable[Description]]
    all_parts = parts(graph, ontology, base=base, rdf12=rdf12)
    if making is not None:
        iris = Iris(checked_base(base))
        first = dataset_descriptions(graph, making, iris, rdf12=rdf12)
        all_parts = chain([first], all_parts)
    _write_parts(all_parts, path, base=base, ontology=ontology, rdf12=rdf12)


def _write_parts(
    parts: Iterable[Iterable[Description]],
    path: Path,
    *,
    base: str,
    ontology: Vocabulary,
    rdf12: bool = False,
) -> None:
    """Write parts of a graph into a Turtle file."""
    grouped = map(_reified if rdf12 else descriptions_by_subject, parts)
    write_turtle(grouped, path, base=checked_base(base), prefixes=ontology.prefixes)


def _reified(part: Iterable[Description]) -> SubjectTriples:
    """Group the triples of a part by subject, with statements as reifiers."""
    return triples_by_subject(reified(triples_of(part)))


def _stale_texts(out: Path, kept: Set[str]) -> set[str]:
    """Return the texts that belong to the graph that is being replaced, and not to the new one.

    That graph is read only if the folder has texts that may be stale.
    """
    files = {f"{TEXTS_FOLDER}/{path.name}" for path in (out / TEXTS_FOLDER).glob("*")}
    left = files - kept
    return left & _texts_of_graph(out) if left else set()


def _texts_of_graph(out: Path) -> set[str]:
    """Return the texts of the graph that is being replaced: no other file of that folder is ours to
    remove.
    """
    try:
        return set(text_files(read_triples(out)).values())
    except GraphError:
        return set()
