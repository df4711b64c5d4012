"""The initial view of the page.

Events of speaking are hidden if there are many, as quotations tell the same; so are articles. Of a
big graph, the view has only the things with most links, and the communities. Each of these pictures
is laid out by itself, so that it can be read.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from kg.model import Factuality
from kg.view.boxes import Box, box
from kg.view.communities import communities
from kg.view.kinds import NAMELESS, Kind
from kg.view.layout import SMALL, layout, subgraph_of
from kg.view.page_model import PageModel, Thing
from kg.view.wording import count_words, label_lines

MANY_TALKS = 4  # events of speaking: from here on they are hidden, for quotations tell the same
MANY_ARTICLES = 12  # articles: from here on they are hidden
CORE = 60  # things in the initial view of a graph that has more than `SMALL`
WITHIN = 40  # things that are shown of a community; the panel lists all
LINKS = 2  # lines from a community to things of the core
LEAST_SIZE, MOST_SIZE = 14.0, 34.0  # radius of a community, pixels
PICTURED = 16  # communities in the picture, the largest, beside the rest; the panel lists all
NAMED = 2  # members that a community is named after

Placed = tuple[int, int, int]  # the index of a thing, and its x and y in pixels


@dataclass(frozen=True, slots=True)
class Community:
    """Things that belong together, the foremost first.

    It has a name, a position and a size in the initial view, and positions for those of its members
    that are shown. `links` are things of the core and how many of its lines lead there.
    """

    name: str
    members: Sequence[int]
    places: Sequence[Placed]
    links: Sequence[tuple[int, int]]
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
    sizes: Mapping[int, float]

    def boxes(self, things: Collection[int]) -> dict[int, Box]:
        """Return the room that the things and their labels take."""
        names = {number: self.model.things[number].name for number in things}
        return {
            number: box(self.sizes[number], label_lines(name)) for number, name in names.items()
        }


def initial_view(model: PageModel, graph: nx.Graph, sizes: Mapping[int, float]) -> InitialView:
    """Return the initial view; empty if all things can be shown at once.

    `graph` has the indices of the things as nodes, `sizes` are their radii.
    """
    if graph.number_of_nodes() <= SMALL:
        return InitialView()
    drawing = _Drawing(model, graph, sizes)
    shown = subgraph_of(graph, shown_initially(model))
    core = sorted(_core(shown))
    found = dict(enumerate(_communities(drawing, set(core))))
    numbers = list(found)
    pictured = [*numbers[:PICTURED], *numbers[PICTURED:][-1:]]  # the rest comes last
    positions = _view_layout(drawing, core, {number: found[number] for number in pictured})
    placed = [(number, *positions[number]) for number in core]
    communities_placed = _with_positions(found.values(), positions, len(model.things))
    return InitialView(placed, list(communities_placed), pictured)


def _view_layout(
    drawing: _Drawing, core: Collection[int], pictured: Mapping[int, Community]
) -> dict[int, tuple[int, int]]:
    """Return the positions of the core and, numbered after the things, of the communities."""
    offset = len(drawing.model.things)
    graph = subgraph_of(drawing.graph, core)
    graph.add_nodes_from(offset + number for number in pictured)
    boxes = drawing.boxes(core)
    for number, community in pictured.items():
        graph.add_edges_from((offset + number, thing) for thing, _ in community.links)
        boxes[offset + number] = box(community.size, community_lines(community))
    return layout(graph, boxes)


def _with_positions(
    found: Iterable[Community], positions: Mapping[int, tuple[int, int]], offset: int
) -> Iterator[Community]:
    for number, community in enumerate(found):
        x, y = positions.get(offset + number, (0, 0))
        yield replace(community, x=x, y=y)


def _communities(drawing: _Drawing, core: Collection[int]) -> Iterator[Community]:
    """Yield the communities, the largest first, then the rest."""
    largest, rest = communities(drawing.graph)
    for members in largest:
        yield _community(_name(drawing.model, members), members, drawing, core)
    if rest:
        yield _community("Other things", rest, drawing, ())


def _community(
    name: str, members: Sequence[int], drawing: _Drawing, core: Collection[int]
) -> Community:
    shown = sorted(members[:WITHIN])
    part = subgraph_of(drawing.graph, shown)
    positions = layout(part, drawing.boxes(shown))
    places = [(number, *positions[number]) for number in shown]
    links = _links(members, drawing.graph, core)
    size = min(MOST_SIZE, max(LEAST_SIZE, len(members) ** 0.5 * 1.6))
    return Community(name, members, places, links[:LINKS], round(size, 1))


def _links(members: Iterable[int], graph: nx.Graph, core: Collection[int]) -> list[tuple[int, int]]:
    """Return the things of the core that lines of a community lead to, those with most first."""
    lines: Counter[int] = Counter()
    for number in members:
        if number not in core:
            lines.update(end for end in graph.neighbors(number) if end in core)
    return sorted(lines.items(), key=lambda link: (-link[1], link[0]))


def _name(model: PageModel, members: Sequence[int]) -> str:
    """Return the names of the first members that are no events or articles; of any if all are."""
    things = [model.things[number] for number in members]
    bearers = [thing for thing in things if thing.kind not in NAMELESS] or things
    return ", ".join(thing.name for thing in bearers[:NAMED])


def community_lines(community: Community) -> list[str]:
    """Return the label of a community, in lines."""
    members = count_words(len(community.members), "thing", "things")
    return [*label_lines(community.name)[:2], members]


def _core(graph: nx.Graph) -> list[int]:
    """Return up to `CORE` things, grown from the one with most neighbours.

    The next thing is the one with most links to those chosen, then most neighbours.
    """
    degree = {number: len(graph.adj[number]) for number in graph}
    ordered = sorted(graph, key=lambda number: (-degree[number], number))
    chosen: dict[int, None] = {}
    links: dict[int, int] = {}  # neighbours of those chosen: how many links to them
    while len(chosen) < min(CORE, len(ordered)):
        candidates = links or [next(number for number in ordered if number not in chosen)]
        best = max(candidates, key=lambda number: (links.get(number, 0), degree[number], -number))
        links.pop(best, None)
        chosen[best] = None
        for other in graph[best]:
            if other not in chosen:
                links[other] = links.get(other, 0) + 1
    return list(chosen)


def hidden_initially(model: PageModel) -> list[str]:
    """Return which of "talk" (events of speaking) and "article" (kind) the page begins without.

    Those are hidden of which there are many.
    """
    talks = sum(thing.talk for thing in model.things)
    hidden = ["talk"] if talks >= MANY_TALKS and model.quotations else []
    if len(model.documents) >= MANY_ARTICLES:
        hidden.append(Kind.ARTICLE.value)
    return hidden


def shown_initially(model: PageModel) -> list[int]:
    """Return the indices of the things that the page begins with.

    Those are all but denied events, and those that `hidden_initially` names.
    """
    hidden = hidden_initially(model)
    return [number for number, thing in enumerate(model.things) if _is_shown(thing, hidden)]


def _is_shown(thing: Thing, hidden: Collection[str]) -> bool:
    if thing.evidence is not None and thing.evidence.factuality == Factuality.DENIED:
        return False
    if thing.talk and "talk" in hidden:
        return False
    return thing.kind not in hidden
