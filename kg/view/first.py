"""What the page begins with: not what quotations tell as well, and of a big graph only what is told of most.

That part is laid out by itself, so that it can be read.
"""

from collections.abc import Collection, Mapping

import networkx as nx

from kg.view.content import Content, Thing
from kg.view.layout import SMALL, box, layout
from kg.view.wording import label_lines

MANY_TALKS = 4  # events of speaking: from here on they are hidden at first, for quotations tell the same
MANY_ARTICLES = 12  # articles: from here on they are hidden at first
FIRST = 120  # things on the first screen of a graph that has more than `SMALL`


def first_screen(content: Content, graph: nx.Graph, sizes: Mapping[int, float]) -> list[tuple[int, int, int]]:
    """The things to begin with (index, x, y in pixels), in order of index; empty where all of them can be shown at once.

    `graph` has the indices of the things as nodes, `sizes` their radii.
    """
    if graph.number_of_nodes() <= SMALL:
        return []
    chosen = sorted(_core(graph.subgraph(shown_at_first(content))))
    part = nx.Graph()
    part.add_nodes_from(chosen)
    part.add_edges_from(sorted(graph.subgraph(chosen).edges))
    places = layout(part, {at: box(sizes[at], label_lines(content.things[at].name)) for at in chosen})
    return [(at, *places[at]) for at in chosen]


def _core(graph: nx.Graph) -> list[int]:
    """Things grown from the one with most neighbours: next is what has most links with those chosen, then most neighbours."""
    degree = {at: int(graph.degree(at)) for at in graph}
    rest = dict.fromkeys(sorted(graph, key=lambda at: (-degree[at], at)), 0)
    chosen: list[int] = []
    while rest and len(chosen) < FIRST:
        best = max(rest, key=lambda at: (rest[at], degree[at], -at))
        del rest[best]
        chosen.append(best)
        for near in graph[best]:
            if near in rest:
                rest[near] += 1
    return chosen


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
