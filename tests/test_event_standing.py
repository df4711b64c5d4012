"""How events of whole sentences stand: who says so, who takes part, and by which label they are known."""

from pathlib import Path

import pytest

import kg
from kg.model import Event, Factuality, Graph


def built(folder: Path, text: str) -> Graph:
    (folder / "a.txt").write_text(text, "utf-8")
    return kg.build(folder / "a.txt", cache=False).graph


def with_label(graph: Graph, start: str) -> Event:
    """Return the only event whose label begins with some words."""
    (event,) = [event for event in graph.events if event.label.startswith(start)]
    return event


ACCUSED = """
Prosecutors accused Jens Berg of bribing two ministers in Lima. | Jens Berg allegedly bribes | Reported | Prosecutors
Ukraine blamed Russia for bombing the bridge in Kherson. | Russia allegedly bombs bridge | Reported | Ukraine
Ada Lund sued Globex for poisoning the river. | Globex allegedly poisons river | Reported | Ada Lund
Jens Berg, who police believe killed Ada Lund, fled to Peru. | Jens Berg reportedly kills Ada Lund | Possible | police
Globex, which critics say poisoned the Glomma, closed its plant in Oslo. | Globex poisons Glomma | Reported | critics
Ada Lund claims to have met Jens Berg in Oslo. | Ada Lund meets Jens Berg | Reported | Ada Lund
Authorities allege that Jens Berg stole a boat in Oslo. | Jens Berg steals boat | Reported | Authorities
Jens Berg reportedly met Ada Lund in Oslo. | Jens Berg reportedly meets Ada Lund | Reported |
Jens Berg allegedly killed Ada Lund in Oslo. | Jens Berg reportedly kills Ada Lund | Possible |
Jens Berg was arrested for stealing a boat in Oslo. | Jens Berg allegedly steals boat | Possible |
Jens Berg went on trial for killing Ada Lund in Oslo. | Jens Berg allegedly kills Ada Lund | Possible |
The alleged attack by Norway on Sweden took place in May. | Alleged attack by Norway | Possible |
""".strip().splitlines()


@pytest.mark.parametrize("row", ACCUSED)
def test_an_accusation_is_never_told_as_having_happened(tmp_path: Path, row: str) -> None:
    text, label, value, speaker = (part.strip() for part in row.split("|"))
    graph = built(tmp_path, text)
    event = with_label(graph, label)
    names = {entity.id: entity.name for entity in graph.entities}
    assert event.factuality is Factuality(value)
    assert [names[each] for each in event.speakers] == ([speaker] if speaker else [])


NOT_DOERS = [
    ("Ukraine blamed Russia for the attack on the bridge.", "Attack on bridge", "Russia"),
    ("Ada Lund was shot in Oslo not by Jens Berg but by his mother.", "Ada Lund", "Jens Berg"),
]


@pytest.mark.parametrize(("text", "label", "name"), NOT_DOERS)
def test_who_is_blamed_or_ruled_out_takes_no_part(
    tmp_path: Path, text: str, label: str, name: str
) -> None:
    graph = built(tmp_path, text)
    names = {entity.id: entity.name for entity in graph.entities}
    event = with_label(graph, label)
    assert name not in [names.get(entity) for _, entity in event.roles]


LABELS = [
    (
        "The 40 migrants the crew rescued off Lesbos were taken to Athens.",
        "Crew rescues 40 migrants off Lesbos",
    ),
    ("The union filed a complaint in Oslo on Monday.", "Complaint by union"),
    ("A strike by the pilots' union closed the airport on Monday.", "Strike by pilots' union"),
    ("Canada play on Saturday against Turkey, who beat Hungary 9-1.", "Turkey beats Hungary"),
    ("Ukraine blamed Russia for bombing the bridge in Kherson.", "Russia allegedly bombs bridge"),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_a_label_names_who_and_what(tmp_path: Path, text: str, label: str) -> None:
    assert label in [event.label for event in built(tmp_path, text).events]


def test_what_somebody_is_to_stop_is_no_event(tmp_path: Path) -> None:
    graph = built(tmp_path, "Greenpeace demanded Norway stop drilling off Lofoten.")
    assert not any("drill" in event.label for event in graph.events)
