"""The whole page: the picture, the data, the scripts and the style in one file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Triple

from kg.graph.ontology import Ontology, load
from kg.rdf import MENTIONS_FILE, read_triples, replace_file
from kg.view import assets
from kg.view.embedded_data import data_element, turtle_of
from kg.view.excerpt import excerpt_of
from kg.view.highlights import (
    Highlight,
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
from kg.view.subgraph import neighbourhood, triples_about
from kg.view.triples import Triples


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
) -> Path:
    """Write the page of a build folder (`graph.ttl`, `texts/`) or graph file; return its path.

    `out` is by default `graph.html` in the folder, or beside the file with its name. A page that
    was there before is replaced only by a whole one. `ontology` has the words of the relations, by
    default the packaged one. `mentions` are the places in texts that mention things, if they are
    better known than from the folder: from `mentions.ttl`, otherwise from the names of the things.
    Raises `GraphError` if there is no graph, or one that is damaged or not in the vocabulary,
    `QueryError` if nothing is called as the `focus`, and `KgError` if the page cannot be written.
    """
    place = out or _default_place(source)
    html = page(source, ontology=ontology, selection=selection, mentions=mentions)
    replace_file(place, html)
    return place


def _default_place(source: Path) -> Path:
    return source / "graph.html" if source.is_dir() else source.with_suffix(".html")


def page(
    source: Path,
    *,
    ontology: Ontology | None = None,
    selection: Selection = WHOLE,
    mentions: Iterable[MentionedAt] | None = None,
) -> str:
    """Return the page of a build folder or of a graph file as HTML; raise as `write_page` does.

    The same graph gives the same text. If the build of a folder found its articles too many for a
    page, the page of the whole shows the newest of them.
    """
    known = ontology or load()
    excerpt = excerpt_of(source) if selection.is_whole else None
    model, graph = _read(excerpt.file if excerpt else source, source, known, selection)
    model = replace(model, articles=excerpt.articles if excerpt else 0)
    return page_of(model, known, _highlights(source, model, mentions), graph)


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


def page_of(
    model: PageModel,
    ontology: Ontology,
    highlights: Mapping[str, Sequence[Highlight]],
    graph: str,
) -> str:
    """Return the page of a model as HTML.

    `highlights` are those of each document (IRI), `graph` is the element with the embedded graph.
    """
    labels = labels_of(ontology)
    picture = draw(model, labels)
    network = picture.network
    network.set_template_dir(str(assets.PAGE), assets.TEMPLATE)
    scripts = {"vis": assets.vis_network(), "page": assets.script()}
    style = assets.style()
    network.templateEnv.globals["kg"] = {
        "title": _title(model),
        "policy": assets.security_policy(scripts.values(), style),
        "style": style,
        "scripts": scripts,
        "content": {
            **payload(model, labels, highlights, inverses_of(ontology)),
            "about": assets.credits_rows(),
            **_initial_view(picture.initial),
        },
        "outlines": _outlines(model),
        "graph": graph,
        "options": network.options,
        "packed": data_element,
    }
    return str(network.generate_html())


def _initial_view(initial: InitialView) -> Json:
    communities = [
        {"name": each.name, "members": each.members, "places": each.places}
        for each in initial.communities
    ]
    return {"first": initial.places, "communities": communities}


def _outlines(model: PageModel) -> Json:
    """Return the outlines of the countries; empty if no place has coordinates for the map."""
    has_map = any(thing.point for thing in model.things)
    return assets.outlines() if has_map else {}


def _title(model: PageModel) -> str:
    if not model.documents:
        return "Knowledge graph"
    if len(model.documents) == 1 and not model.articles:
        return f"{model.documents[0].headline[:80]} – knowledge graph"
    return f"Knowledge graph of {model.articles or len(model.documents):,} articles"


def _highlights(
    source: Path, model: PageModel, mentions: Iterable[MentionedAt] | None
) -> Mapping[str, Sequence[Highlight]]:
    """Return the highlights of each document (IRI).

    They are those given, otherwise those of the file of mentions, otherwise the names of things.
    """
    index = {thing.iri: number for number, thing in enumerate(model.things)}
    file = source / MENTIONS_FILE
    if mentions is not None:
        return highlights_at(mentions, model.documents, index)
    if source.is_dir() and file.exists():
        shown = {document.iri for document in model.documents}
        triples = Triples(mentions_in(shown, read_triples(file)))
        return highlights_of_mentions(triples, model.documents, index)
    things = {thing.iri: thing for thing in model.things}
    return {
        document.iri: highlights_of_names(document, things, index) for document in model.documents
    }
