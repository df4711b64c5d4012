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


CLAUSES = [
    # the verb before, its object, the verb behind, its subject
    ("Ann Lund runs Globex and Jens Berg runs Initech.", "Globex", "Berg"),
    ("Jens Berg founded Lumetta and Ann Lund founded Initech.", "Lumetta", "Lund"),
    ("Globex bought Initech and Lumetta sold Hooli.", "Initech", "Lumetta"),
    ("Police arrested Jens Berg and soldiers detained Ann Lund.", "Berg", "soldiers"),
    ("Ann Lund married Tom Reyes and Jens Berg married Maria Lopez.", "Reyes", "Berg"),
]


@pytest.mark.parametrize(("text", "thing", "doer"), CLAUSES)
def test_each_clause_has_its_own_people(text: str, thing: str, doer: str) -> None:
    doc = parse(load(), Article("a", text, "a.txt", ""))
    first, second = (token for token in doc if token.tag_ in ("VBD", "VBZ"))
    assert [word.text for word in first.children if word.dep_ == "dobj"] == [thing]
    assert [word.text for word in second.children if word.dep_ == "nsubj"] == [doer]
    assert second.head == first
    assert not any(name.start <= second.i < name.end or " and " in name.text for name in doc.ents)


TOLD = ["Ann Lund said Globex and Initech agreed.", "Ann Lund thinks Bo and Eva left Oslo."]


@pytest.mark.parametrize("text", TOLD)
def test_what_is_said_of_two_stays_one_clause(text: str) -> None:
    doc = parse(load(), Article("a", text, "a.txt", ""))
    _, second = (token for token in doc if token.tag_ in ("VBD", "VBZ"))
    assert second.dep_ == "ccomp"


GAPS = [
    ("Ann Lund works for Globex, her brother Jens Berg for Initech.", "brother", "for"),
    ("Ann Lund lives in Oslo, her husband Jens Berg in Bergen.", "husband", "in"),
    ("Ann Lund lives in Oslo, her brother at sea.", "", ""),
]


@pytest.mark.parametrize(("text", "who", "where"), GAPS)
def test_a_clause_without_its_verb_hangs_on_the_one_before(text: str, who: str, where: str) -> None:
    doc = parse(load(), Article("a", text, "a.txt", ""))
    gapped = [token.text for token in doc if token.dep_ == "dep"]
    assert gapped == [*filter(None, (who, where))]


def test_a_subject_may_begin_before_the_nearest() -> None:
    text = "Tom Reyes, 35, and his fiancee, Ann Lund, live in Oslo."
    doc = parse(load(), Article("a", text, "a.txt", ""))
    (verb,) = [token for token in doc if token.dep_ == "ROOT"]
    (subject,) = [token for token in verb.children if token.dep_ == "nsubj"]
    assert (verb.text, subject.text) == ("live", "Reyes")


DOERS = [
    # a verb, its subject, its object
    ("Jens Berg, who police believe killed Ann Lund, fled.", "killed", "who", "Lund"),
    ("The clerk, who prosecutors say stole the money, was freed.", "stole", "who", "money"),
    (
        "Globex, which critics say poisoned the river, closed its plant.",
        "closed",
        "Globex",
        "plant",
    ),
    ("The navy rescued 40 migrants off Crete.", "rescued", "navy", "migrants"),
    ("A youth was detained and later sent home to his parents.", "sent", "", ""),
]


@pytest.mark.parametrize(("text", "told", "doer", "thing"), DOERS)
def test_a_clause_has_its_own_words(text: str, told: str, doer: str, thing: str) -> None:
    doc = parse(load(), Article("a", text, "a.txt", ""))
    (verb,) = (token for token in doc if token.text == told)
    assert [word.text for word in verb.children if word.dep_ == "nsubj"] == [doer][: bool(doer)]
    assert [word.text for word in verb.children if word.dep_ == "dobj"] == [thing][: bool(thing)]


CONTENTS = [
    ("A rumour that he had informed on colleagues was false.", "mark"),
    ("Ann Lund denied at the time that she had signed for her husband.", "mark"),
    ("The claim that she made in Oslo was false.", "dobj"),
    ("The report that Ann Lund wrote was lost.", "dobj"),
]


@pytest.mark.parametrize(("text", "label"), CONTENTS)
def test_that_is_an_object_only_of_what_is_told_made_or_written(text: str, label: str) -> None:
    doc = parse(load(), Article("a", text, "a.txt", ""))
    (that,) = (token for token in doc if token.text == "that")
    assert that.dep_ == label
