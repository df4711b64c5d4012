"""Which things without a name get a node: those that a reader would want to know of."""

from pathlib import Path
from unittest.mock import patch

import pytest

import kg
from kg import pipeline
from kg.model import Graph
from kg.rdf import mention_triples


def built(folder: Path, text: str) -> Graph:
    """The graph of a text, with its doubtful events, too: here it is the things that are judged."""
    (folder / "a.txt").write_text(text, "utf-8")
    with patch.object(pipeline, "without_doubtful_events", lambda graph, _: graph):
        return kg.build(folder / "a.txt", cache=False).graph


THINGS = [
    ("Two fishing boats sank near Lima on Monday.", "Two fishing boats", "schema:Vehicle"),
    ("A rescue helicopter landed in Bergen on Friday.", "rescue helicopter", "schema:Vehicle"),
    ("Six miners were rescued near Kitwe on Monday.", "Six miners", "kg:Group"),
    ("Thousands marched through Oslo on Sunday.", "Thousands", "kg:Group"),
    ("The mayor's lawyer met Ada Lund in Oslo.", "mayor's lawyer", "schema:Person"),
    ("The driver of the van was arrested in Oslo.", "driver", "schema:Person"),
]

NOTHING = """
Young people use phones in Oslo.
Some people in the area like big cars.
There is no need for people to avoid the beach.
""".strip().splitlines()


@pytest.mark.parametrize(("text", "name", "type_"), THINGS)
def test_a_particular_thing_that_takes_part_is_a_node(
    tmp_path: Path, text: str, name: str, type_: str
) -> None:
    graph = built(tmp_path, text)
    (thing,) = [entity for entity in graph.entities if entity.name == name]
    assert thing.types[0] == type_
    assert any(thing.id == filler for event in graph.events for _, filler in event.roles)


@pytest.mark.parametrize("text", NOTHING)
def test_everybody_and_nobody_in_particular_is_no_node_and_no_mention(
    tmp_path: Path, text: str
) -> None:
    graph = built(tmp_path, text)
    assert [entity.name for entity in graph.entities if entity.described] == []
    told = [str(each.subject) for each in mention_triples(graph)]
    assert not [each for each in told if "/group/people" in each]


def test_a_thing_that_is_left_out_of_an_event_is_a_refusal_with_its_worth(tmp_path: Path) -> None:
    graph = built(tmp_path, "Ada Lund opened a window in Oslo.")
    (refusal,) = [each for each in graph.refusals if each.rule == "thing"]
    assert refusal.candidate == "window – thing"
    assert refusal.reason.startswith("not worth a node: 0.")
    (event,) = graph.events
    known = {entity.id for entity in graph.entities}
    assert {filler for _, filler in event.roles} <= known


def test_who_says_something_stays_whatever_it_is_worth(tmp_path: Path) -> None:
    graph = built(tmp_path, "“We will not leave this town for ever,” people said.")
    (quotation,) = graph.quotations
    assert quotation.speaker in {entity.id for entity in graph.entities}


def test_a_mention_reaches_to_the_end_of_the_phrase(tmp_path: Path) -> None:
    text = "The driver of the van was arrested in Oslo on Monday."
    graph = built(tmp_path, text)
    (driver,) = [entity for entity in graph.entities if entity.name == "driver"]
    (mention,) = driver.mentions
    assert mention.passage.of(text) == "The driver"
    assert mention.extent.of(text) == "The driver of the van"
