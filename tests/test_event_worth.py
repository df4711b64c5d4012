"""Which events of a text get a node: what a reporter would put into a chronology."""

from pathlib import Path

import pytest

import kg
from kg.model import Graph


def built(folder: Path, text: str) -> Graph:
    (folder / "a.txt").write_text(text, "utf-8")
    return kg.build(folder / "a.txt", cache=False).graph


NO_EVENT = """
Ada Lund said the bridge in Oslo was safe.
Jens Berg told reporters in Lima that he would stay.
Voters say they like change.
The minister believes that Globex is strong.
Ada Lund thinks that Globex is a good company.
Jens Berg added that nobody was hurt.
Ada Lund explained that the figures were old.
The company employs 400 people in Bergen.
Ada Lund needs money.
The story continued for weeks.
“It is a good day for Lima,” said Ada Lund.
Jens Berg knows the mayor of Lima.
""".strip().splitlines()

EVENT = [
    ("Ada Lund apologised to the families on Monday.", "Ada Lund apologises to families"),
    ("Police arrested Jens Berg in Oslo on Friday.", "Police arrest Jens Berg in Oslo"),
    ("Globex bought Initech in 2019.", "Globex buys Initech"),
    ("Ada Lund did not sign the treaty.", "Ada Lund does not sign treaty"),
    ("The two presidents will meet in Vienna next week.", "Two presidents will meet in Vienna"),
    ("Six miners were rescued near Kitwe.", "Six miners are rescued near Kitwe"),
    ("Ada Lund threatened to sue Globex.", "Ada Lund threatens to sue Globex"),
    ("Jens Berg died in Lima in March.", "Jens Berg dies in Lima"),
    ("The mayor of Lima resigned on Tuesday.", "Mayor resigns"),
    ("Ada Lund was elected president of Freedonia in May.", "Ada Lund is elected president"),
    ("Ada Lund promised to rebuild the bridge.", "Ada Lund promises to rebuild bridge"),
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_saying_thinking_and_states_are_no_events(tmp_path: Path, text: str) -> None:
    assert built(tmp_path, text).events == ()


@pytest.mark.parametrize(("text", "label"), EVENT)
def test_what_happened_or_is_planned_or_denied_is_an_event(
    tmp_path: Path, text: str, label: str
) -> None:
    assert any(event.label.startswith(label) for event in built(tmp_path, text).events)


def test_what_is_not_worth_a_node_is_a_refusal_with_its_worth(tmp_path: Path) -> None:
    refusals = built(tmp_path, "Ada Lund said the bridge in Oslo was safe.").refusals
    (refusal,) = [each for each in refusals if each.candidate.endswith(" – event")]
    assert refusal.candidate.startswith("Ada Lund says")
    assert refusal.reason.startswith("not sure enough that it belongs in a chronology: 0.")


def test_the_words_that_tell_an_event_are_its_trigger(tmp_path: Path) -> None:
    text = "Police arrested Jens Berg in Oslo. The arrest of Jens Berg took place on Friday."
    graph = built(tmp_path, text)
    (event,) = [each for each in graph.events if "kg:Arrest" in each.types]
    assert [trigger.of(text) for trigger in event.triggers] == ["arrested", "arrest"]
