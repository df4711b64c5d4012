"""The part of a big folder's graph that its page shows, beside the whole.

DIR/.kg/page.ttl     what the newest articles say, in the words of graph.ttl, with statement nodes
                     (also beside --rdf12)
DIR/.kg/page.json    the graph.ttl from which that part was cut, and how many articles each has

The hash of graph.ttl is noted, so that the part is used for exactly the graph that it was cut from,
and for no other.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GraphError
from kg.graph.ontology import Ontology
from kg.model import Graph
from kg.rdf import (
    EXCERPT_FILE,
    EXCERPT_NOTE,
    GRAPH_FILE,
    graph_file,
    write_graph,
)
from kg.view.wording import newest_words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The file with what `shown` of a graph's `articles` say."""

    file: Path
    shown: int
    articles: int

    def __str__(self) -> str:
        """Return it in words.

        >>> str(Excerpt(Path("page.ttl"), 1240, 20000))
        'the newest 1,240 of 20,000 articles'
        """
        return newest_words(self.shown, self.articles)


def keep_excerpt(part: Graph, whole: Graph, folder: Path, ontology: Ontology, *, base: str) -> None:
    """Put the part of a graph into the folder that holds the whole already."""
    file = folder / EXCERPT_FILE
    file.parent.mkdir(exist_ok=True)
    write_graph(part, file, ontology, base=base)
    note = {
        "graph": _hash(folder / GRAPH_FILE),
        "shown": len(part.articles),
        "articles": len(whole.articles),
    }
    (folder / EXCERPT_NOTE).write_text(json.dumps(note, indent=1), "utf-8", newline="\n")


def excerpt_of(folder: Path) -> Excerpt | None:
    """Return the part that the page of a folder shows.

    None if the page shows all, or if the part belongs to another graph.
    """
    try:
        text = (folder / EXCERPT_NOTE).read_text("utf-8")
        note = json.loads(text)
        shown, articles = int(note["shown"]), int(note["articles"])
        is_current = note["graph"] == _hash(graph_file(folder))
    except (GraphError, OSError, ValueError, LookupError, TypeError):
        return None
    file = folder / EXCERPT_FILE
    if not is_current or not file.is_file():
        return None
    return Excerpt(file, shown, articles)


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
