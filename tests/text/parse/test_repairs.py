"""Trees in which a time before a bare subject belongs to the preposition before it."""

import pytest

from kg.model import Article
from kg.text.parse import load, parse

SUBJECTS = [
    ("On Saturday afternoon police in Oslo arrested a cook.", "police in Oslo"),
    ("By Friday evening troops had taken the airport of Bergen.", "troops"),
    ("On Monday night firefighters freed two climbers.", "firefighters"),
    ("In 2019 voters in Norway rejected the plan.", "voters in Norway"),
    ("Since Tuesday morning nurses have refused to work.", "nurses"),
    ("On Wednesday prosecutors charged two men with fraud.", "prosecutors"),
    ("Before 1990 miners of the town had no union.", "miners of the town"),
    # Times that do belong to their noun.
    ("The Saturday afternoon train was late.", "The Saturday afternoon train"),
    ("Friday night football bored the town.", "Friday night football"),
    ("On the island 1990 miners met.", "1990 miners"),
    ("The 2019 election split the party.", "The 2019 election"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_a_subject_has_its_own_words(text: str, subject: str) -> None:
    doc = parse(load(), Article("a", text, "a.txt", ""))
    (found,) = [token for token in doc if token.dep_ in ("nsubj", "nsubjpass")][:1]
    assert doc[found.left_edge.i : found.right_edge.i + 1].text == subject


def test_a_time_is_the_object_of_its_preposition() -> None:
    doc = parse(load(), Article("a", "On Saturday afternoon police arrested a cook.", "a.txt", ""))
    preposition, *_ = doc
    (time,) = preposition.children
    assert (time.text, time.dep_) == ("afternoon", "pobj")
    assert [word.text for word in time.children] == ["Saturday"]
