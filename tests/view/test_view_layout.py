import networkx as nx
import numpy as np
import pytest

from kg.view.boxes import Box, box, pushed_apart
from kg.view.layout import SPACE, layout
from kg.view.positions import stress_layout
from kg.view.wording import label_lines

GRAPHS = {
    "one thing": nx.empty_graph(1),
    "things without lines": nx.empty_graph(9),
    "a pair": nx.path_graph(2),
    "a star": nx.star_graph(24),
    "several parts": nx.disjoint_union_all(
        [nx.cycle_graph(7), nx.star_graph(5), nx.path_graph(2), nx.empty_graph(3)]
    ),
    "a dense part": nx.barabasi_albert_graph(60, 2, seed=1),
}


def boxes(graph):
    return {node: box(10.0, ["A name of some length", "and more"]) for node in graph}


def collisions(places, found):
    nodes = sorted(places)
    pairs = ((a, b) for at, a in enumerate(nodes) for b in nodes[at + 1 :])
    return [(a, b) for a, b in pairs if meet(places[a], found[a], places[b], found[b])]


def meet(one, one_box, other, other_box):
    sideways = abs(one[0] - other[0]) < (one_box.width + other_box.width) / 2 - 2
    return sideways and abs(one[1] - other[1]) < (one_box.height + other_box.height) / 2 - 2


@pytest.mark.parametrize("name", ["a pair", "a star", "a dense part"])
def test_no_two_names_lie_on_each_other_when_they_are_pushed_apart(name):
    graph = GRAPHS[name]
    pushed = pushed_apart(stress_layout(graph, list(graph)) * SPACE, list(boxes(graph).values()))
    assert collisions(dict(enumerate(pushed)), boxes(graph)) == []


@pytest.mark.parametrize("name", GRAPHS)
def test_everything_has_a_place_of_its_own(name):
    graph = GRAPHS[name]
    places = layout(graph, boxes(graph))
    assert len(set(places.values())) == len(graph)


def test_parts_stand_beside_each_other():
    graph = nx.disjoint_union(nx.complete_graph(5), nx.complete_graph(4))
    places = layout(graph, boxes(graph))
    apart = [
        max(places[at][axis] for at in one) < min(places[at][axis] for at in other)
        for axis in (0, 1)
        for one, other in ((range(5), range(5, 9)), (range(5, 9), range(5)))
    ]
    assert any(apart)


def test_what_is_put_aside_stands_near_its_neighbours_and_takes_no_room():
    graph = nx.star_graph(8)
    without = layout(graph.subgraph(range(8)), boxes(graph))
    places = layout(graph, boxes(graph), aside={8})
    assert {at: place for at, place in places.items() if at != 8} == without
    assert np.hypot(*np.subtract(places[8], places[0])) < 100


@pytest.mark.parametrize(
    "graph",
    [GRAPHS["a dense part"], nx.barabasi_albert_graph(400, 2, seed=1)],
    ids=["small", "big"],
)
def test_the_same_graph_has_the_same_places_whatever_the_order_of_its_lines(graph):
    turned = nx.Graph()
    turned.add_nodes_from(graph.nodes)
    turned.add_edges_from((b, a) for a, b in reversed(list(graph.edges)))
    assert layout(graph, boxes(graph)) == layout(turned, boxes(graph))


def test_things_in_one_place_are_pushed_apart():
    pushed = pushed_apart(np.zeros((4, 2)), [Box(5.0, 40.0, 20.0)] * 4)
    assert len({tuple(place) for place in pushed.round(3).tolist()}) == 4


def test_a_big_graph_has_a_place_for_everything():
    graph = nx.disjoint_union(nx.barabasi_albert_graph(500, 2, seed=2), nx.empty_graph(20))
    places = layout(graph, boxes(graph))
    assert len(places) == 520
    assert len(set(places.values())) > 500


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ostvik", ["Ostvik"]),
        ("Ministry of Trade of Vesterland", ["Ministry of Trade of", "Vesterland"]),
        ("", [""]),
        ("x" * 10_000, ["x" * 23 + "…"]),
        (
            "six dockers sail from Sund to Ostvik and then go home",
            ["six dockers sail from", "Sund to Ostvik and", "then go home"],
        ),
        (
            "six dockers sail from Sund to Ostvik, where they are met by a crowd",
            ["six dockers sail from", "Sund to Ostvik, where", "they are met by a…"],
        ),
    ],
)
def test_a_label_has_at_most_three_short_lines(name, lines):
    assert label_lines(name) == lines
