"""Puts the page together: the picture, the content, the scripts and the style in one file that needs no network."""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from kg.graph.ontology import Ontology, load
from kg.rdf import MENTIONS_FILE, read_triples, replace_file
from kg.view.carried import about, carried
from kg.view.content import Content
from kg.view.drawing import draw
from kg.view.excerpt import excerpt_of
from kg.view.first import FirstScreen
from kg.view.marks import Mark, Place, given_marks, name_marks, passages_in, written_marks
from kg.view.packing import packed
from kg.view.part import around
from kg.view.payload import Json, payload
from kg.view.reading import content_of, inverses_of, labels_of, read_graph
from kg.view.triples import Triples
from kg.view.vendored import VIS_NETWORK, vendored

PAGE = Path(__file__).parent / "page"
TEMPLATE, STYLE, OUTLINES = "page.html", "page.css", "countries.json"
# In the order in which they build on each other; they become one script, in which an import is just a name.
SCRIPTS = (
    "data.js",
    "dom.js",
    "state.js",
    "sources.js",
    "filters.js",
    "choose.js",
    "tabs.js",
    "theme.js",
    "address.js",
    "labels.js",
    "places.js",
    "cross.js",
    "drawn.js",
    "picture.js",
    "article.js",
    "sentences.js",
    "newest.js",
    "panel.js",
    "search.js",
    "legend.js",
    "spans.js",
    "choices.js",
    "lists.js",
    "globe.js",
    "map.js",
    "image.js",
    "turtle.js",
    "sparql.js",
    "take.js",
    "about.js",
    "main.js",
)
IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """What of a graph a page is to show: what is up to `depth` facts around the things of a name, or what a query has chosen."""

    focus: str = ""
    depth: int = 2
    triples: Sequence[ox.Triple] | None = None

    @property
    def is_whole(self) -> bool:
        """True where nothing is chosen."""
        return not self.focus and self.triples is None


WHOLE = Part()


def write_page(
    source: Path,
    out: Path | None = None,
    *,
    ontology: Ontology | None = None,
    part: Part = WHOLE,
    mentions: Iterable[Place] | None = None,
) -> Path:
    """Write the page of a build folder (`graph.ttl`, `texts/`) or of a graph file, and say where.

    `out` is by default `graph.html` in the folder, or beside the file with its name. A page that was there before is replaced
    only by a whole one. `ontology` has the words of the relations, by default the packaged one. `mentions` are the places that
    speak of things, where they are known better than from the folder: from `mentions.ttl`, else wherever a name stands.
    Raises `GraphError` where there is no graph, or one that is damaged or not in the vocabulary, `QueryError` where nothing is
    called as the part's `focus`, and `KgError` where the page cannot be written.
    """
    place = out or (source / "graph.html" if source.is_dir() else source.with_suffix(".html"))
    html = page(source, ontology=ontology, part=part, mentions=mentions)
    replace_file(place, html)
    return place


def page(source: Path, *, ontology: Ontology | None = None, part: Part = WHOLE, mentions: Iterable[Place] | None = None) -> str:
    """The page of a build folder or of a graph file as HTML. The same graph gives the same text. Errors as in `write_page`.

    Where the build of a folder found its articles too many for a page, the page of the whole shows the newest of them.
    """
    known = ontology or load()
    excerpt = excerpt_of(source) if part.is_whole else None
    content, graph = _read(excerpt.file if excerpt else source, source, known, part)
    content = replace(content, articles=excerpt.articles if excerpt else 0)
    return page_of(content, known, _marks(source, content, mentions), graph)


def _read(file: Path, source: Path, ontology: Ontology, part: Part) -> tuple[Content, str]:
    """What a page is to tell of the graph in a file, and the script element with the graph that it carries along.

    That graph, as text, takes more memory than anything else: it is packed before the rest is made.
    """
    index = Triples()
    triples = index.passing(read_graph(file, part.triples))
    if not part.focus:
        graph = packed("graph", carried(triples))
        return content_of(index, source, ontology), graph
    listed = list(triples)
    whole = content_of(index, source, ontology)
    content = around(whole, part.focus, part.depth)
    return content, packed("graph", carried(about(listed, content, whole)))


def page_of(content: Content, ontology: Ontology, marks: Mapping[str, Sequence[Mark]], graph: str) -> str:
    """The page of a content; `marks` say where each document (IRI) speaks of what, `graph` is the element of `carried`."""
    labels = labels_of(ontology)
    picture = draw(content, labels)
    network = picture.network
    network.set_template_dir(str(PAGE), TEMPLATE)
    scripts = {"vis": _vis_network(), "page": script()}
    style = _text(STYLE)
    network.templateEnv.globals["kg"] = {
        "title": _title(content),
        "policy": _policy(scripts.values(), style),
        "style": style,
        "scripts": scripts,
        "content": {
            **payload(content, labels, marks, inverses_of(ontology)),
            "about": vendored(),
            **_first_screen(picture.first),
        },
        "outlines": _outlines(content),
        "graph": graph,
        "options": network.options,
        "packed": packed,
    }
    return str(network.generate_html())


def _first_screen(first: FirstScreen) -> Json:
    communities = [{"name": c.name, "members": c.members, "places": c.places} for c in first.communities]
    return {"first": first.places, "communities": communities}


def _outlines(content: Content) -> Json:
    """The outlines of the countries, where any place has coordinates to be shown among them."""
    found: Json = json.loads(_text(OUTLINES)) if any(thing.point for thing in content.things) else {}
    return found


def script() -> str:
    """The page's scripts as one: plain modules, of which only the names of imports and exports are taken out."""
    modules = (EXPORT.sub("", IMPORT.sub("", _text(name))) for name in SCRIPTS)
    return '"use strict";\n(async () => {\n' + "\n".join(modules) + "\n})();\n"


def _title(content: Content) -> str:
    if not content.documents:
        return "Knowledge graph"
    if len(content.documents) == 1 and not content.articles:
        return f"{content.documents[0].headline[:80]} – knowledge graph"
    return f"Knowledge graph of {content.articles or len(content.documents):,} articles"


def _policy(scripts: Iterable[str], style: str) -> str:
    """A Content-Security-Policy under which these very scripts and this style run, nothing else, and no host is asked."""
    allowed = " ".join(map(_hash, scripts))
    rules = (
        "default-src 'none'",
        f"script-src {allowed}",
        f"style-src {_hash(style)}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _text(name: str) -> str:
    return (PAGE / name).read_text(encoding="utf-8")


def _vis_network() -> str:
    """vis-network with its licence notice, without the pointer to a source map that is not there."""
    text = (files("pyvis") / VIS_NETWORK).read_text(encoding="utf-8")
    return re.sub(r"\n?//# sourceMappingURL=.*", "", text)


def _marks(source: Path, content: Content, mentions: Iterable[Place] | None) -> Mapping[str, Sequence[Mark]]:
    """Where the texts speak of what: as given, else from the file of mentions where there is one, else by the names."""
    things = {thing.iri: thing for thing in content.things}
    index = {thing.iri: at for at, thing in enumerate(content.things)}
    file = source / MENTIONS_FILE
    if mentions is not None:
        return given_marks(mentions, content.documents, index)
    if source.is_dir() and file.exists():
        shown = {document.iri for document in content.documents}
        return written_marks(Triples(passages_in(shown, read_triples(file))), content.documents, index)
    return {document.iri: name_marks(document, things, index) for document in content.documents}
