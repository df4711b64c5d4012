"""What the page begins with: not what quotations tell as well, and of a big graph only what is told of most, and its communities.

Each of these pictures is laid out by itself, so that it can be read.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.view.communities import communities
from kg.view.content import Content, Thing
from kg.view.layout import SMALL, box, layout, part_of
from kg.view.wording import count_words, label_lines

MANY_TALKS = 4  # events of speaking: from here on they are hidden at first, for quotations tell the same
MANY_ARTICLES = 12  # articles: from here on they are hidden at first
FIRST = 60  # things on the first screen of a graph that has more than `SMALL`
WITHIN = 40  # things that are shown of a community; the panel lists all
LINKS = 2  # lines from a community to things of the first screen
SIZES = 14.0, 34.0  # least and greatest radius of a community, pixels
PICTURED = 16  # communities in the picture, the largest, beside the rest; the panel lists all
NAMED = 2  # members that a community is named after
TOLD_BY_OTHERS = frozenset(("event", "article"))  # kinds that no community is named after

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Community:
    """Things that belong together, the foremost first: name, place and size on the first screen, and the places of those shown.

    `links` are things of the first screen and how many of its lines lead there.
    """

    name: str
    members: Sequence[int]
    places: Sequence[Place]
    links: Sequence[tuple[int, int]]
    size: float
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """What is shown at first of a big graph (index, x and y in pixels, in order of index), and its communities.

    `pictured` are the indices of the communities that are in the picture.
    """

    places: Sequence[Place] = ()
    communities: Sequence[Community] = ()
    pictured: Sequence[int] = ()


def first_screen(content: Content, graph: nx.Graph, sizes: Mapping[int, float]) -> FirstScreen:
    """The first screen; empty where all things can be shown at once.

    `graph` has the indices of the things as nodes, `sizes` are their radii.
    """
    if graph.number_of_nodes() <= SMALL:
        return FirstScreen()
    chosen = sorted(_core(part_of(graph, shown_at_first(content))))
    found = list(_communities(content, graph, set(chosen), sizes))
    pictured = [at for at in range(len(found)) if at < PICTURED or at == len(found) - 1]
    offset = len(content.things)
    part = part_of(graph, chosen)
    part.add_nodes_from(offset + at for at in pictured)
    part.add_edges_from((offset + at, thing) for at in pictured for thing, _ in found[at].links)
    boxes = {at: box(sizes[at], label_lines(content.things[at].name)) for at in chosen}
    boxes |= {offset + at: box(found[at].size, community_lines(found[at])) for at in pictured}
    places = layout(part, boxes)
    placed = [_at(community, *places.get(offset + at, (0, 0))) for at, community in enumerate(found)]
    return FirstScreen([(at, *places[at]) for at in chosen], placed, pictured)


def _at(community: Community, x: int, y: int) -> Community:
    return Community(community.name, community.members, community.places, community.links, community.size, x, y)


def _communities(content: Content, graph: nx.Graph, first: Collection[int], sizes: Mapping[int, float]) -> Iterator[Community]:
    """The communities, the largest first, then the rest."""
    parts, rest = communities(graph)
    for members in parts:
        yield _community(_name(content, members), members, content, graph, first, sizes)
    if rest:
        yield _community("Other things", rest, content, graph, (), sizes)


def _community(
    name: str, members: Sequence[int], content: Content, graph: nx.Graph, first: Collection[int], sizes: Mapping[int, float]
) -> Community:
    shown = sorted(members[:WITHIN])
    places = layout(part_of(graph, shown), {at: box(sizes[at], label_lines(content.things[at].name)) for at in shown})
    ends = Counter(end for at in members if at not in first for end in graph.neighbors(at) if end in first)
    links = sorted(ends.items(), key=lambda link: (-link[1], link[0]))[:LINKS]
    size = min(SIZES[1], max(SIZES[0], len(members) ** 0.5 * 1.6))
    return Community(name, members, [(at, *places[at]) for at in shown], links, round(size, 1))


def _name(content: Content, members: Sequence[int]) -> str:
    """After the first members that are no events or articles; after any where there are no others."""
    bearers = [at for at in members if content.things[at].kind not in TOLD_BY_OTHERS] or members
    return ", ".join(content.things[at].name for at in bearers[:NAMED])


def community_lines(community: Community) -> list[str]:
    """The label of a community, in lines."""
    return [*label_lines(community.name)[:2], count_words(len(community.members), "thing", "things")]


def _core(graph: nx.Graph) -> list[int]:
    """Things grown from the one with most neighbours: next is what has most links with those chosen, then most neighbours."""
    degree = {at: len(graph.adj[at]) for at in graph}
    ordered = sorted(graph, key=lambda at: (-degree[at], at))
    chosen: dict[int, None] = {}
    near: dict[int, int] = {}  # neighbours of those chosen: how many links with them
    while len(chosen) < min(FIRST, len(ordered)):
        rest = near or [next(at for at in ordered if at not in chosen)]
        best = max(rest, key=lambda at: (near.get(at, 0), degree[at], -at))
        near.pop(best, None)
        chosen[best] = None
        for other in graph[best]:
            if other not in chosen:
                near[other] = near.get(other, 0) + 1
    return list(chosen)


def hidden_at_first(content: Content) -> list[str]:
    """Which of "talk" (events of speaking) and "article" (kind) are many, so that the page begins without them."""
    talks = sum(thing.talk for thing in content.things)
    many = (("talk", talks >= MANY_TALKS and bool(content.quotations)), ("article", len(content.documents) >= MANY_ARTICLES))
    return [what for what, hidden in many if hidden]


def shown_at_first(content: Content) -> list[int]:
    """The indices of the things that the page begins with: not what is denied, nor what `hidden_at_first` names."""
    hidden = hidden_at_first(content)
    return [at for at, thing in enumerate(content.things) if _is_shown(thing, hidden)]


def _is_shown(thing: Thing, hidden: Collection[str]) -> bool:
    denied = thing.evidence is not None and thing.evidence.factuality == "Denied"
    return not denied and thing.kind not in hidden and not (thing.talk and "talk" in hidden)
