"""Where an event is said to happen in a whole graph: premises, and what lies around the unworthy."""

from pathlib import Path

import pytest

import kg
from kg.graph.events.places import WHERE
from kg.model import Graph


def built(folder: Path, text: str) -> Graph:
    (folder / "a.txt").write_text(text, "utf-8")
    return kg.build(folder / "a.txt", cache=False).graph


def places(graph: Graph, curie: str = "sem:hasPlace") -> list[str]:
    names = {entity.id: entity.name for entity in graph.entities}
    found = [event.roles for event in graph.events]
    return sorted({names[filler] for roles in found for role, filler in roles if role == curie})


PLACES = [
    ("Ada Lund died at a hospital in Lima on Monday.", "hospital"),
    ("Ada Lund was treated in Lima hospital.", "Lima hospital"),
    ("Jens Berg met Ada Lund at Columbia University in New York.", "Columbia University"),
    ("The judge jailed Jens Berg at a court in Oslo.", "court"),
    ("Ada Lund visited survivors in Mercy Hospital.", "Mercy Hospital"),
    ("Jens Berg left the prison at Lima on Monday.", "prison"),
    ("Investigators searched rooms in Lima on Monday.", "Lima"),
    ("Police raided the offices of two civic groups on Monday.", "offices"),
    ("Three men were detained at a polling station in Lima.", "polling station"),
    ("A wing was found on Jeju island.", "Jeju Island"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_narrowest_place_that_is_worth_a_node_is_where_it_happens(
    tmp_path: Path, text: str, place: str
) -> None:
    assert places(built(tmp_path, text)) == [place]


OF_PARTICIPANTS = [
    "Jon Ek founded the trading firm Kobalt with a fellow student from Grenoble in 2016.",
    "Ada Lund founded the firm with a classmate from Bergen in 2011.",
    "Eva Holm launched the app with an engineer from Gdansk.",
    "Omar Kai set up the charity with a nurse from Lima in May.",
    "Two brothers opened the bakery with an uncle from Aleppo.",
    "Nora Lind was accused by a radio station in Kumasi of taking bribes.",
    "Nora Lind was accused by a newspaper in Accra of taking bribes.",
    "Ove Lie was criticised by a bishop in Cork for his speech.",
    "The mayor was praised by a charity in Ghent on Friday.",
    "Ana Ruiz was sued by a widow from Lugo.",
]


@pytest.mark.parametrize("text", OF_PARTICIPANTS)
def test_where_a_participant_is_or_is_from_is_not_where_it_happens(
    tmp_path: Path, text: str
) -> None:
    graph = built(tmp_path, text)
    assert graph.events
    assert [places(graph, curie) for curie in sorted(WHERE)] == [[]] * len(WHERE)


def test_a_body_at_whose_premises_something_happens_is_also_a_place(tmp_path: Path) -> None:
    graph = built(tmp_path, "Ada Lund was taken to Victoria Hospital in Oslo on Monday.")
    assert places(graph, "kg:destination") == ["Victoria Hospital"]
    (hospital,) = [entity for entity in graph.entities if entity.name == "Victoria Hospital"]
    assert hospital.types[0] == "schema:Organization"
    assert "schema:Place" in hospital.types


def test_a_body_without_premises_is_no_place(tmp_path: Path) -> None:
    graph = built(tmp_path, "Jens Berg played for Norway in the Premier League on Monday.")
    assert places(graph) == []
