"""The files of a folder that holds a graph, and which text belongs to which document.

DIR/graph.ttl  DIR/refusals.ttl  DIR/mentions.ttl  DIR/texts/<article>.txt
DIR/.kg        the package's own files
"""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Triple

from kg.errors import GraphError
from kg.rdf.iris import segment, term
from kg.rdf.literals import spelt
from kg.rdf.lock import OWN_FOLDER
from kg.rdf.staging import settled

GRAPH_FILE = "graph.ttl"
REFUSALS_FILE = "refusals.ttl"
MENTIONS_FILE = "mentions.ttl"
TEXTS_FOLDER = "texts"
EXCERPT_FILE = f"{OWN_FOLDER}/page.ttl"  # what the page of a big graph shows
EXCERPT_NOTE = f"{OWN_FOLDER}/page.json"
TYPE, ARTICLE = term("rdf:type"), term("schema:NewsArticle")
# An old one of these is not to outlast a build that makes none.
SOMETIMES = frozenset((MENTIONS_FILE, EXCERPT_FILE, EXCERPT_NOTE))


def graph_file(path: str | Path) -> Path:
    """Return the file with the graph: `graph.ttl` of a folder, else the file itself.

    If a build was killed after completing its files, they are moved into place first. Raises
    `GraphError` if there is no graph.
    """
    path = Path(path)
    is_folder = path.is_dir()
    file = settled(path) / GRAPH_FILE if is_folder else path
    if file.is_file():
        return file
    fault = f"{file} is missing"
    if is_folder or not path.suffix:
        fault += f": make it with kg build ARTICLES -o {path}"
    raise GraphError(fault)


def text_file(article: str) -> str:
    """Return where an article's text is in the folder: a safe file name, whatever the id.

    >>> text_file("../secret")
    'texts/..%2Fsecret.txt'
    """
    return f"{TEXTS_FOLDER}/{segment(article)}.txt"


def text_files(triples: Iterable[Triple]) -> dict[str, str]:
    """Map the IRI of each document among some triples to the file of its text, sorted."""
    documents = set()
    for triple in triples:
        if triple.predicate == TYPE and triple.object == ARTICLE:
            document = spelt(triple.subject)
            documents.add(document)
    file_of = {}
    for iri in sorted(documents):
        _, _, name = iri.rpartition("/")
        file_of[iri] = f"{TEXTS_FOLDER}/{name}.txt"
    return file_of
