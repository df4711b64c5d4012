"""Common words that open a sentence or stand in a line of capitals are no names."""

import pytest

from kg.model import Article
from kg.text.parse import load, parse

PLAIN = [
    # at the start of a sentence
    ("The vote was close. Turnout was 71 percent.", "Turnout"),
    ("A barn burnt down. Arson is suspected.", "Arson"),
    ("He was tried in May. Verdict expected on Monday.", "Verdict"),
    ("Flooding shut the road. Sandbags were handed out.", "Sandbags"),
    ("Bakeries shut their doors on Friday.", "Bakeries"),
    ("Drought, frost and debt have ruined the growers.", "Drought"),
    # labels in capitals
    ("TENNIS. Poland won the cup.", "TENNIS"),
    ("SHIPPING: A ferry ran aground off Bergen.", "SHIPPING"),
    ("REACTION: The presidents of Peru and Chile met.", "REACTION"),
    ("WEATHER IN SUMMARY\n\nIt rained in Oslo.", "SUMMARY"),
]

NAMES = [
    ("Mercury is hot. He flew past Mercury in May.", "Mercury"),
    ("Rose Lund left. Rose was tired.", "Rose"),
    ("Turkey won the match.", "Turkey"),
    ("Jack left on Monday.", "Jack"),
    ("NATO sent ships to the gulf.", "NATO"),
    ("Shell sold its refinery in Lagos.", "Shell"),
    ("Frost Energy sold its refinery in Lagos.", "Frost"),
]


def tag_of(text: str, word: str) -> str:
    doc = parse(load(), Article("a", text, "a.txt", ""))
    return next(token.pos_ for token in doc if token.text == word)


@pytest.mark.parametrize(("text", "word"), PLAIN)
def test_a_capital_at_the_start_makes_no_name(text, word):
    assert tag_of(text, word) != "PROPN"


@pytest.mark.parametrize(("text", "word"), PLAIN)
def test_what_is_no_name_is_no_entity(text, word):
    doc = parse(load(), Article("a", text, "a.txt", ""))
    assert word not in {ent.text for ent in doc.ents}


@pytest.mark.parametrize(("text", "word"), NAMES)
def test_a_word_that_is_a_name_elsewhere_stays_one(text, word):
    assert tag_of(text, word) == "PROPN"
