"""Laws that hold for the mentions of any article, and what happens where two finders disagree."""

import pytest

from kg.model import Kind

TEXTS = [
    "",
    "Eight Danish nurses and their families left Oslo in March. “We are tired,” said Anna Lind, 44, their leader.",
    "ALL CAPS HEADING ABOUT ACME\n\nAcme Ltd. paid $3.5 million to 1,200 workers, who thanked its chief executive, Tom Reed.",
    "It rained.\r\n\r\nMr. O’Hara’s son-in-law, Lee, moved to New York City on 3 May 2011 — after two years.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_passages_are_exact_heads_unique_and_order_kept(find, text):
    found = find(text)
    assert all(m.passage.of(text) == m.text for m in found)
    assert all(m.passage.start <= m.head < m.passage.end for m in found)
    assert len({m.head for m in found}) == len(found)
    assert list(found) == sorted(found, key=lambda m: (m.passage.start, -m.passage.end, m.head))


def test_a_month_is_a_time_and_no_name(find):
    assert [m.kind for m in find("They left in March.") if m.text == "March"] == [Kind.TIME]


def test_the_size_of_a_group_is_no_quantity(find):
    found = find("Eight nurses left.")
    assert [(m.kind, m.size) for m in found] == [(Kind.NOMINAL, 8)]


def test_a_statistic_is_both(find):
    assert {
        m.kind for m in find("The virus killed 2.5 million people.") if "million" in m.text
    } == {Kind.NOMINAL, Kind.QUANTITY}


def test_typographic_marks_stay_in_the_words_of_the_article(find):
    assert "O’Hara" in {m.text for m in find("Mr O’Hara’s house burned.")}
