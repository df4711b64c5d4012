"""Writes a graph into its folder: what it says, what was refused, every mention where asked, and the texts behind it."""

from pathlib import Path

from kg.errors import GraphError
from kg.model import Graph
from kg.rdf.folder import GRAPH_FILE, MENTIONS_FILE, REFUSALS_FILE, text_file, text_files
from kg.rdf.implied import Vocabulary
from kg.rdf.iris import checked_base
from kg.rdf.rdf12 import reified
from kg.rdf.staging import staged
from kg.rdf.store import read_triples
from kg.rdf.triples import mention_triples, refusal_triples, triples
from kg.rdf.turtle import turtle
from kg.terms import BASE_IRI


def write(
    graph: Graph,
    out: Path,
    ontology: Vocabulary,
    *,
    base: str = BASE_IRI,
    mentions: bool = False,
    rdf12: bool = False,
) -> None:
    """Write all files of a graph at once; until all are complete, what was there stays whole.

    `rdf12` writes statements as RDF 1.2 reifiers. Texts of articles that the folder's graph no longer has are removed, and so is
    an old `mentions.ttl` where none is asked for.
    Raises `KgError` where the folder cannot be written or `base` is no absolute IRI.
    """
    base = checked_base(base)
    said = triples(graph, ontology, base=base)
    files = {
        GRAPH_FILE: turtle(reified(said) if rdf12 else said, base=base, prefixes=ontology.prefixes),
        REFUSALS_FILE: turtle(refusal_triples(graph, base=base), base=base, prefixes=ontology.prefixes),
    }
    if mentions:
        files[MENTIONS_FILE] = turtle(mention_triples(graph, base=base), base=base, prefixes=ontology.prefixes)
    texts = {text_file(article.id): article.text for article in graph.articles}
    with staged(out) as staging:
        for name, content in (*sorted(texts.items()), *files.items()):
            staging.add(name, content)
        for name in sorted(_texts_of_graph(out) - texts.keys()):
            staging.remove(name)
        if not mentions:
            staging.remove(MENTIONS_FILE)


def _texts_of_graph(out: Path) -> set[str]:
    """The texts that belong to the graph that is being replaced: no other file of that folder is ours to remove."""
    try:
        return set(text_files(read_triples(out)).values())
    except GraphError:
        return set()
