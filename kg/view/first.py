"""The first screen of a big graph: what is told of most and belongs together, laid out by itself so that it can be read."""

import networkx as nx

from kg.view.content import Content, Thing
from kg.view.layout import SMALL, box, layout
from kg.view.wording import label_lines

FIRST = 120  # things on the first screen of a graph that has more than `SMALL`


def first_screen(content: Content, graph: nx.Graph, sizes: dict[int, float]) -> list[tuple[int, int, int]]:
    """The things to begin with (index, x, y in pixels), in order of index; empty where all of them can be shown at once.

    `graph` has the indices of the things as nodes, `sizes` their radii.
    """
    if graph.number_of_nodes() <= SMALL:
        return []
    able = [at for at, thing in enumerate(content.things) if _at_first(thing)]
    chosen = sorted(_core(graph.subgraph(able)))
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


def _at_first(thing: Thing) -> bool:
    denied = thing.evidence is not None and thing.evidence.factuality == "Denied"
    return thing.kind != "article" and not thing.talk and not denied
