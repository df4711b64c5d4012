"""Times that a sentence tells once and its grammar lends to other verbs and nouns, and times that stay where they are."""

import pytest

from kg.analyse import load, parse
from kg.mentions import mentions
from kg.model import Article
from kg.relations import claims, quotes


def when(text: str, predicate: str) -> set[str]:
    """The words of the dates of all claims with a predicate."""
    article = Article("a", text, "a.txt", "", published="2021-02-26")
    doc = parse(load(), article)
    found = mentions(doc, article)
    told = claims(doc, article, found, quotes(doc, article, found))
    return {m.text for claim in told if claim.predicate == predicate for m in claim.fillers("when") if m.time and m.time.start}


LENT = [
    ("The bus crashed into Globex in June 2019, killing Jens Berg.", "kill", "June 2019"),
    ("Globex on May 3 called for a ban, citing Jens Berg.", "cite", "May 3"),
    ("Speaking in Oslo on Monday, Maria Lopez praised Globex.", "praise", "Monday"),
    ("Jens Berg was injured when he crashed his car on Monday.", "injure", "Monday"),
    ("Jens Berg left Oslo on Monday when Maria Lopez sold Globex.", "sell", "Monday"),
    ("On Monday Jens Berg met Maria Lopez and signed a treaty.", "sign", "Monday"),
    ("Jens Berg began to build Globex in 1990.", "begin", "1990"),
    ("In 1990 Jens Berg managed to buy Globex.", "buy", "1990"),
    ("On Monday Jens Berg started by thanking Maria Lopez.", "thank", "Monday"),
    ("In a Monday interview, Maria Lopez praised Globex.", "praise", "Monday"),
    ("At last month's summit, Maria Lopez praised Globex.", "praise", "last month"),
    ("The talks between Norway and Sweden began on Monday.", "talk", "Monday"),
    ("Globex held a ceremony on Monday.", "ceremony", "Monday"),
    ("The attack killed Jens Berg on Monday.", "attack", "Monday"),
    ("Jens Berg was killed on Monday in an attack.", "attack", "Monday"),
    ("The meeting was postponed until March 2022.", "meeting", "March 2022"),
    ("Maria Lopez praised the talks held in Oslo on Monday.", "talk", "Monday"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "predicate", "words"), LENT)
def test_a_time_passes_to_what_happens_with_it(sentence: str, predicate: str, words: str) -> None:
    assert when(sentence, predicate) & {words, f"until {words}"}


KEPT = [
    ("Maria Lopez said on Monday that Globex had bought Initech.", "buy"),
    ("Globex agreed on Monday to buy Initech.", "buy"),
    ("Jens Berg left Oslo in 1990 after he sold Globex.", "sell"),
    ("Jens Berg left Oslo in 1990, having sold Globex.", "sell"),
    ("Jens Berg joined Globex in 1990, later leading Initech.", "lead"),
    ("Jens Berg was arrested on Monday in the robbery of Globex.", "robbery"),
    ("Maria Lopez condemned the attack on Globex on Monday.", "condemned"),
    ("Jens Berg joined Globex in 1990 and led Initech.", "lead"),
    ("Maria Lopez has led Globex since 2011, employing Jens Berg.", "employ"),
    ("Maria Lopez briefly ran Globex in the 2020 election.", "run"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "predicate"), KEPT)
def test_a_time_does_not_pass_to_what_happens_at_another(sentence: str, predicate: str) -> None:
    assert when(sentence, predicate) == set()
