"""The initial view of the page.

Events of speaking are hidden if there are many, as quotations tell the same; so are articles. Of a
big graph, the view has only the things with most links, and the communities. Each of these pictures
is laid out by itself, so that it can be read.
"""

from collections import Counter
from collections.abc import (
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, replace
from operator import itemgetter

import networkx as nx

from kg.view.boxes import Box, box
from kg.view.communities import (
    communities,
    foremost_first,
    rank_of,
)
from kg.view.kinds import NAMELESS, Kind
from kg.view.layout import (
    SMALL,
    Places,
    layout,
    subgraph_of,
)
from kg.view.page_model import PageModel, Thing
from kg.view.said_together import is_inferred, is_world_knowledge
from kg.view.wording import count_words, label_lines

MANY_TALKS = 4  # events of speaking: from here on they are hidden, for quotations tell the same
MANY_ARTICLES = 12  # articles: from here on they are hidden
CORE = 60  # things in the initial view of a graph that has more than `SMALL`
WITHIN = 40  # things that are shown of a community; the panel lists all
LINKS = 2  # lines from a community to things of the core
LEAST_SIZE, MOST_SIZE = 14.0, 34.0  # radius of a community, pixels
PICTURED = 16  # communities in the picture, the largest, beside the rest; the panel lists all
NAMED = 2  # members that a community is named after

Things = Iterable[int]  # by index
Indices = list[int]
Placed = tuple[int, int, int]  # the index of a thing, and its x and y in pixels
SizeByNode = Mapping[int, float]
Link = tuple[int, int]  # a thing, and how many lines lead to it
Core = frozenset[int]


@dataclass(frozen=True, slots=True)
class Community:
    """Things that belong together, the foremost first.

    It has a name, a position and a size in the initial view, and positions for those of its members
    that are shown. `links` are things of the core and how many of its lines lead there.
    """

    name: str
    members: Sequence[int]
    places: Sequence[Placed]
    links: Sequence[Link]
    size: float
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class InitialView:
    """The things of a big graph that are shown at first, in order of index, and its communities.

    `pictured` are the indices of the communities that are in the picture.
    """

    places: Sequence[Placed] = ()
    communities: Sequence[Community] = ()
    pictured: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A model to draw: the nodes of the graph are indices of things, `sizes` are their radii."""

    model: PageModel
    graph: nx.Graph
    sizes: SizeByNode

    def boxes(self, things: Things) -> dict[int, Box]:
        """Return the room that the things and their labels take."""
        boxes = {}
        for number in things:
            thing = self.model.things[number]
            lines = label_lines(thing.name)
            size = self.sizes[number]
            boxes[number] = box(size, lines)
        return boxes


def initial_view(model: PageModel, graph: nx.Graph, sizes: SizeByNode) -> InitialView:
    """Return the initial view; empty if all things can be shown at once.

    `graph` has the indices of the things as nodes, `sizes` are their radii.
    """
    if len(graph) <= SMALL:
        return InitialView()
    drawing = _Drawing(model, graph, sizes)
    shown = subgraph_of(graph, shown_initially(model))
    core = sorted(_core(shown))
    things_of_core = frozenset(core)
    found = list(_communities(drawing, things_of_core))
    pictured = _pictured(len(found))
    offset = len(model.things)
    by_node = {offset + number: found[number] for number in pictured}
    positions = _view_layout(drawing, core, by_node)
    for node, community in by_node.items():
        x, y = positions[node]
        found[node - offset] = replace(community, x=x, y=y)
    places = _placed(core, positions)
    return InitialView(places, found, pictured)


def _pictured(count: int) -> Indices:
    """Return the indices of those of `count` communities that are in the picture."""
    pictured = list(range(count))
    del pictured[PICTURED:-1]  # the rest comes last
    return pictured


def _view_layout(
    drawing: _Drawing, core: Collection[int], pictured: Mapping[int, Community]
) -> Places:
    """Return the positions of the core and, numbered after the things, of the communities."""
    graph = subgraph_of(drawing.graph, core)
    graph.add_nodes_from(pictured)
    boxes = drawing.boxes(core)
    for number, community in pictured.items():
        lines = community_lines(community)
        boxes[number] = box(community.size, lines)
        for thing, _ in community.links:
            graph.add_edge(number, thing)
    return layout(graph, boxes)


def _placed(things: Things, positions: Places) -> list[Placed]:
    """Return the things with their positions."""
    return [(number, *positions[number]) for number in things]


def _communities(drawing: _Drawing, core: Core) -> Iterator[Community]:
    """Yield the communities, the largest first, then the rest."""
    largest, rest = communities(drawing.graph)
    for members in largest:
        name = _name(drawing.model, members)
        yield _community(name, members, drawing, core)
    if rest:
        name = f"Others, such as {_name(drawing.model, rest)}"
        yield _community(name, rest, drawing, frozenset())


def _community(name: str, members: Sequence[int], drawing: _Drawing, core: Core) -> Community:
    """Lay out a community, and look for its links to the core."""
    graph = drawing.graph
    shown = sorted(members[:WITHIN])
    boxes = drawing.boxes(shown)
    part = subgraph_of(graph, shown)
    positions = layout(part, boxes)
    places = _placed(shown, positions)
    links = _links(members, graph, core)
    size = _size(len(members))
    return Community(name, members, places, links, size)


def _size(count: int) -> float:
    """Return the radius of a community of so many members."""
    wanted: float = count**0.5 * 1.6
    at_least = max(LEAST_SIZE, wanted)
    at_most = min(MOST_SIZE, at_least)
    return round(at_most, 1)


def _links(members: Things, graph: nx.Graph, core: Core) -> list[Link]:
    """Return the things of the core to which most lines of a community lead, and how many."""
    lines = Counter[int]()
    for number in members:
        if number not in core:
            neighbours = graph[number]
            lines.update(core.intersection(neighbours))
    links = sorted(lines.items())
    links.sort(key=itemgetter(1), reverse=True)
    return links[:LINKS]


def _name(model: PageModel, members: Things) -> str:
    """Return the names of the first members that are no events or articles; of any if all are."""
    things = [model.things[number] for number in members]
    bearers = [thing for thing in things if thing.kind not in NAMELESS]
    named = bearers or things
    names = [thing.name for thing in named[:NAMED]]
    return ", ".join(names)


def community_lines(community: Community) -> list[str]:
    """Return the label of a community, in lines."""
    lines = label_lines(community.name)
    count = len(community.members)
    counted = count_words(count, "thing", "things")
    return [*lines[:2], counted]


def _core(graph: nx.Graph) -> Indices:
    """Return up to `CORE` things, grown from the one with most neighbours.

    The next thing is the one with most links to those chosen, then most neighbours.
    """
    ordered = foremost_first(graph)
    rank = rank_of(ordered)
    links = Counter[int]()  # neighbours of those chosen: how many links to them
    chosen: Indices = []
    for _ in ordered[:CORE]:
        if not links:
            left = (number for number in ordered if number not in chosen)
            links[next(left)] = 0
        most = max(links.values())
        nearest = [number for number, lines in links.items() if lines == most]
        best = min(nearest, key=rank.__getitem__)
        chosen.append(best)
        links.update(graph.neighbors(best))
        for number in chosen:
            links.pop(number, None)
    return chosen


def hidden_initially(model: PageModel) -> list[str]:
    """Return what the page begins without.

    That is "talk" (events of speaking) and "article" (kind) if there are many, and "world" (what
    only gazetteers say), "inferred" (what is only concluded) and "story" (kind), which only gathers
    articles, if there is any.
    """
    hidden = []
    evidence = [fact.evidence for fact in model.facts]
    if any(map(is_inferred, evidence)):
        hidden.append("inferred")
    if any(map(is_world_knowledge, evidence)):
        hidden.append("world")
    talks = sum(thing.talk for thing in model.things)
    if talks >= MANY_TALKS and model.quotations:
        hidden.append("talk")
    if len(model.documents) >= MANY_ARTICLES:
        hidden.append(Kind.ARTICLE.value)
    if any(thing.kind == Kind.STORY for thing in model.things):
        hidden.append(Kind.STORY.value)
    return hidden


def shown_initially(model: PageModel) -> Indices:
    """Return the indices of the things that the page begins with.

    Those are all but those that `hidden_initially` names.
    """
    hidden = hidden_initially(model)
    shown = []
    for number, thing in enumerate(model.things):
        if _is_shown(thing, hidden):
            shown.append(number)
    return shown


def _is_shown(thing: Thing, hidden: Collection[str]) -> bool:
    """Return whether a thing is none of those that are hidden."""
    if thing.talk and "talk" in hidden:
        return False
    return thing.kind not in hidden
