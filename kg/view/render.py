"""The whole page: the picture, the data, the scripts and the style in one file.

JSON of more than `MUCH` bytes is packed with gzip and base64. The graph is embedded as well, to be
saved from the page: as Turtle as pyoxigraph writes it, one subject after the other, without the
lines of the prefixes; `page/turtle.js` reads it.
"""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Triple, serialize

from kg.graph.ontology import Ontology, load
from kg.rdf import MENTIONS_FILE, read_triples, replace_file
from kg.view import assets
from kg.view.excerpt import excerpt_of
from kg.view.highlights import (
    HighlightsByDocument,
    MentionedAt,
    highlights_at,
    highlights_of_mentions,
    highlights_of_names,
    mentions_in,
)
from kg.view.initial_view import InitialView
from kg.view.load import inverses_of, labels_of, model_of, read_graph
from kg.view.network import draw
from kg.view.page_model import PageModel
from kg.view.payload import Json, payload
from kg.view.prominence import Prominence
from kg.view.story.static import static_story
from kg.view.subgraph import neighbourhood, triples_about
from kg.view.triples import Triples
from kg.vocabulary import PREFIXES

ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
MUCH = 100_000  # bytes of JSON: so the outlines of the map and the graph weigh a third
LEVEL = 5  # 6 takes two fifths longer for a fortieth less


@dataclass(frozen=True, slots=True)
class Selection:
    """The part of a graph that a page shows: what lies around a name, or what a query has chosen.

    `depth` is how many facts away from the things called `focus` the page goes.
    """

    focus: str = ""
    depth: int = 2
    triples: Sequence[Triple] | None = None

    @property
    def is_whole(self) -> bool:
        """A mark of the page that shows the whole graph."""
        return not self.focus and self.triples is None


WHOLE = Selection()


def write_page(
    source: Path,
    out: Path | None = None,
    *,
    ontology: Ontology | None = None,
    selection: Selection = WHOLE,
    mentions: Iterable[MentionedAt] | None = None,
    address: str = "",
) -> Path:
    """Write the page of a build folder (`graph.ttl`, `texts/`) or graph file; return its path.

    `out` is by default `graph.html` in the folder, or beside the file with its name. A page that
    was there before is replaced only by a whole one. `ontology` has the words of the relations, by
    default the packaged one. `mentions` are the places in texts that mention things, if they are
    better known than from the folder: from `mentions.ttl`, otherwise from the names of the things.
    `address` is where others will find the page, or, ending in "/", its folder: the links that it
    gives begin with it.
    Raises `GraphError` if there is no graph, or one that is damaged or not in the vocabulary,
    `QueryError` if nothing is called as the `focus`, and `KgError` if the page cannot be written.
    """
    place = out or _default_place(source)
    own = address + place.name if address.endswith("/") else address
    html = page(source, ontology=ontology, selection=selection, mentions=mentions, address=own)
    replace_file(place, html)
    return place


def _default_place(source: Path) -> Path:
    """Return where the page of a folder or of a graph file is written."""
    if source.is_dir():
        return source / "graph.html"
    return source.with_suffix(".html")


def page(
    source: Path,
    *,
    ontology: Ontology | None = None,
    selection: Selection = WHOLE,
    mentions: Iterable[MentionedAt] | None = None,
    address: str = "",
) -> str:
    """Return the page of a build folder or of a graph file as HTML; raise as `write_page` does.

    The same graph gives the same text. If the build of a folder found its articles too many for a
    page, the page of the whole shows the newest of them.
    """
    known = ontology or load()
    excerpt = excerpt_of(source) if selection.is_whole else None
    if excerpt is None:
        model, graph = _read(source, source, known, selection)
    else:
        part, graph = _read(excerpt.file, source, known, selection)
        model = replace(part, articles=excerpt.articles)
    highlights = _highlights(source, model, mentions)
    is_exact = _knows_mentions(source, mentions)
    prominence = Prominence(model, highlights, is_exact)
    return page_of(prominence, known, graph, address)


def _read(
    file: Path, source: Path, ontology: Ontology, selection: Selection
) -> tuple[PageModel, str]:
    """Return what a page shows of the graph in a file, and the element with the embedded graph.

    That graph, as text, takes more memory than anything else: it is packed before the rest is made.
    """
    index = Triples()
    triples = index.passing(read_graph(file, selection.triples))
    if not selection.focus:
        graph = data_element("graph", turtle_of(triples))
        return model_of(index, source, ontology), graph
    listed = list(triples)
    whole = model_of(index, source, ontology)
    model = neighbourhood(whole, selection.focus, selection.depth)
    about = triples_about(listed, model, whole)
    return model, data_element("graph", turtle_of(about))


def page_of(prominence: Prominence, ontology: Ontology, graph: str, address: str = "") -> str:
    """Return the page of a model as HTML, with what its articles make of it.

    `graph` is the element with the embedded graph, and `address` where others will find the page.
    """
    model = prominence.model
    labels = labels_of(ontology)
    picture = draw(model, labels, prominence.apart)
    network = picture.network
    network.set_template_dir(str(assets.PAGE), assets.TEMPLATE)
    scripts = {"vis": assets.vis_network(), "page": assets.script()}
    style = assets.style()
    content = {
        **payload(prominence, labels, inverses_of(ontology)),
        "about": assets.credits_rows(),
        "build": _build_of(graph),
        "address": address,
        **_initial_view(picture.initial),
    }
    network.templateEnv.globals["kg"] = {
        "title": _title(model),
        "heading": _heading(model),
        "policy": assets.security_policy(scripts.values(), style),
        "style": style,
        "scripts": scripts,
        "content": content,
        "static": static_story(content),
        "outlines": _outlines(model),
        "graph": graph,
        "options": network.options,
        "packed": data_element,
    }
    return str(network.generate_html())


def _build_of(graph: str) -> str:
    """Return what tells the graph of a page from those of other builds."""
    digest = hashlib.sha256(graph.encode())
    return digest.hexdigest()[:12]


def _initial_view(initial: InitialView) -> Json:
    """Return what the page's scripts need of the initial view."""
    communities = []
    for each in initial.communities:
        community = {"name": each.name, "members": each.members, "places": each.places}
        communities.append(community)
    return {"first": initial.places, "communities": communities}


def _outlines(model: PageModel) -> Json:
    """Return the outlines of the countries; empty if no place has coordinates for the map."""
    has_map = any(thing.point for thing in model.things)
    return assets.outlines() if has_map else {}


def _title(model: PageModel) -> str:
    """Return the title: the heading, which says of a single article that this is its graph."""
    heading = _heading(model)
    if _is_of_one_article(model):
        return f"{heading[:80]} – knowledge graph"
    return heading


def _heading(model: PageModel) -> str:
    """Return the heading: the headline of a single article, or how many there are."""
    if not model.documents:
        return "Knowledge graph"
    if _is_of_one_article(model):
        return model.documents[0].headline
    articles = model.articles or len(model.documents)
    return f"Knowledge graph of {articles:,} articles"


def _is_of_one_article(model: PageModel) -> bool:
    """Return whether the graph has one article."""
    return len(model.documents) == 1 and model.articles <= 1


def _highlights(
    source: Path, model: PageModel, mentions: Iterable[MentionedAt] | None
) -> HighlightsByDocument:
    """Return the highlights of each document (IRI).

    They are those given, otherwise those of the file of mentions, otherwise the names of things.
    """
    index = model.index()
    documents = model.documents
    if mentions is not None:
        return highlights_at(mentions, documents, index)
    file = source / MENTIONS_FILE
    if _knows_mentions(source, mentions):
        shown = {document.iri for document in documents}
        in_shown = mentions_in(shown, read_triples(file))
        return highlights_of_mentions(Triples(in_shown), documents, index)
    things = {thing.iri: thing for thing in model.things}
    return {document.iri: highlights_of_names(document, things, index) for document in documents}


def _knows_mentions(source: Path, mentions: Iterable[MentionedAt] | None) -> bool:
    """Return whether the mentions are those of a build: given, or in a file beside the graph."""
    if mentions is not None:
        return True
    file = source / MENTIONS_FILE
    return source.is_dir() and file.exists()


def data_element(name: str, value: Any) -> str:
    """Return the script element that holds a value under a name; `page/data.js` reads it.

    The same value gives the same text.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    if len(data) < MUCH:
        text = escaped_json(data).decode()
        return f'<script type="application/json" id="{name}">{text}</script>'
    packed = gzip.compress(data, LEVEL, mtime=0)
    letters = base64.b64encode(packed).decode()  # letters and figures only: nothing to escape
    return f'<script type="application/json+gzip" id="{name}">{letters}</script>'


def escaped_json(data: bytes) -> bytes:
    """Return JSON (UTF-8) for a script element: it can neither end that nor begin a comment.

    >>> escaped_json(b'{"a":"</script>"}')
    b'{"a":"\\\\u003c/script\\\\u003e"}'
    """
    for letter, escape in ESCAPES.items():
        data = data.replace(letter.encode(), escape.encode())
    return data


def turtle_of(triples: Iterable[Triple]) -> str:
    """Return the triples as Turtle without prefixes, in their order."""
    data = serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b""
    text = data.decode()
    return text[_end_of_prefixes(text) :]


def _end_of_prefixes(text: str) -> int:
    """Return the offset of the first triple.

    pyoxigraph writes the prefixes in any order, which would change the page.
    """
    end = 0
    while text.startswith("@prefix", end):
        end = text.index("\n", end) + 1
    return end
