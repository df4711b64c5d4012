"""Scores are not parsed: they neither glue to names nor take the place of an object."""

import pytest

from kg.text.parse import is_passive, load, parse
from kg.text.parse.parser import scores
from kg.text.read import article

SCORES = [
    ("Varna beat Burgas 2-0 at home.", [" 2-0"]),
    ("Lund beat Kerr 6-4, 3-6, 7-6 (7-5) in Paris.", [" 6-4, 3-6, 7-6 (7-5)"]),
    ("Lund defeated Kerr 6–2 and 6–3 on Sunday.", [" 6–2 and 6–3"]),
    ("Varna drew 1-1 with Burgas.", [" 1-1"]),
    ("Varna lost 3-1 to Burgas.", [" 3-1"]),
    ("It was a 2-0 win over Burgas.", ["2-0"]),
    ("They celebrated a 101-99 overtime victory.", ["101-99"]),
    ("Some 10-15 people came to Varna.", []),
    ("The 2019-20 season was won by Varna.", []),
    ("Children of 5-12 years won a prize.", []),
    ("The court ruled 5-4 for Lund.", []),
    ("Varna Lions 4, Burgas Red Stars 1. Ann Lund left.", [" 4", " 1"]),
    ("Varna 2, Burgas 0.", [" 2", " 0"]),
    ("Varna 101, Burgas 99; Pleven 80, Sofia 95.", [" 101", " 99", " 80", " 95"]),
    ("Results: Varna 0, Burgas 0\nPleven 3, Sofia 1", [" 0", " 0", " 3", " 1"]),
    ("It rained. St-Denis FC 1, Lund City 0.", [" 1", " 0"]),
    ("He lives at Lund Street 4, Varna 9000.", []),
    ("Of Varna 3, Burgas 4 and Sofia 5 people came.", []),
    ("They won in Varna 3, Burgas 1 times.", []),
    ("Page 4, Line 1 is wrong.", []),
    ("The board meets twice: March 3, July 5.", []),
    ("The board meets twice. June 3, Sunday 5.", []),
    ("Chapter 3, Verse 5.", []),
    ("Airbus 320, Boeing 737.", []),
    ("Ubuntu 20, Debian 12.", []),
    ("Gemini 11, Gemini 12.", []),
    ("Clause 7, Annex 2.", []),
    ("Galaxy 7, Pixel 9.", []),
    ("Volvo 240, Saab 900.", []),
    ("Ann Lund, 4, and Bo Kerr, 1, are well.", []),
]


@pytest.mark.parametrize(("text", "found"), SCORES)
def test_a_score_stands_behind_a_match_or_before_its_outcome(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in scores(text)] == found


def test_the_loser_of_a_match_is_the_object() -> None:
    doc = parse(load(), article("Match over\n\nVarna beat Burgas 2-0 at Lund Park on Sunday.\n"))
    assert [token.text for token in doc if token.dep_ == "dobj"] == ["Burgas"]


HEADLINES = [
    ("Mayor arrested in Varna", True),
    ("Tom Kerr jailed for fraud", True),
    ("Police arrested three in Varna", False),
    ("Tom Kerr resigned in Varna", False),
    ("Tom Kerr arrested in Varna.", False),
]


@pytest.mark.parametrize(("headline", "passive"), HEADLINES)
def test_a_past_form_without_object_is_passive_in_a_headline(headline: str, passive: bool) -> None:
    doc = parse(load(), article(f"{headline}\n\nIt rained.\n"))
    root = next(token for token in doc if token.dep_ == "ROOT")
    assert is_passive(root) == passive


def test_a_line_of_results_is_a_sentence_of_its_own() -> None:
    text = "Match over\n\nVarna Lions 4, Burgas Red Stars 1. Ann Lund scored two goals for Varna.\n"
    doc = parse(load(), article(text))
    assert [sentence.root.text for sentence in doc.sents][-1] == "scored"
    assert "Lions" not in [token.text for token in doc[-9:]]
