"""Sentences of news by kind, each with what the graph of it has to say and what it must not.

A line is "sentence | told | untold"; a cell holds facts ("subject – property – object", with "(past)" behind what is over) and
labels of events, parted by semicolons.
"""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest

import kg
from kg import pipeline
from kg.model import Fact, Graph

DAY = date(2024, 3, 5)

# Some of a group are not the group, and a range is no count.
PARTS_AND_RANGES = """
Three of the twelve climbers were rescued. | Three of the twelve climbers – kg:size – 3; Three of the twelve climbers – schema:memberOf – twelve climbers |
Five of her nine children died in the fire. | Five of her nine children – kg:size – 5; Five of her nine children die in fire | nine children – kg:size – 5
Six of the twelve climbers died in Norway. | Six of the twelve climbers – kg:size – 6 |
Police arrested ten men, two of whom fled. | Police arrest ten men | Ten men flee
Rescuers found six divers, one of whom later died in Lima. | six divers – kg:size – 6 | One of whom dies in Lima
Between 20 and 30 people were injured in Oslo. | Between 20 and 30 people are injured in Oslo | Between 20 and 30 people – kg:size – 20
Between 15 and 25 miners were trapped near Kitwe. | | Between 15 and 25 miners – kg:size – 15; Between 15 and 25 miners – kg:size – 25
More than 40 people, including six children, were killed in Lima. | six children – schema:memberOf – More than 40 people; six children – kg:size – 6 | More than 40 people – kg:size – 40
Two of the five ferries sank off Malta. | Two of the five ferries sink off Malta | Five ferries sink off Malta
Nine climbers were rescued near Kitwe. | Nine climbers – kg:size – 9 |
Three of the climbers were rescued near Kitwe. | | Three of the climbers – schema:memberOf – climbers
"""

# "Former" before the name of a firm makes the whole title one of the past.
FORMER_TITLES = """
Ex-Globex boss Ann Lund resigned. | Ann Lund – kg:leads – Globex (past) | Ann Lund – kg:leads – Globex
Former Initech boss Jens Berg was arrested. | Jens Berg – kg:leads – Initech (past) | Jens Berg – kg:leads – Initech
Former Globex finance chief Ann Lund was jailed in Oslo. | Ann Lund – schema:jobTitle – finance chief (past) | Ann Lund – schema:jobTitle – finance chief
Ex-Initech banker Jens Berg was jailed. | Jens Berg – schema:worksFor – Initech (past); Jens Berg – schema:jobTitle – banker (past) | Jens Berg – schema:worksFor – Initech
Former Fed economist Ann Lund resigned. | Ann Lund – schema:worksFor – Fed (past) | Ann Lund – schema:worksFor – Fed
Ex-Lumetta engineer Maria Lopez was hired by Globex. | Maria Lopez – schema:jobTitle – engineer (past) | Maria Lopez – schema:jobTitle – engineer
Globex boss Ann Lund was arrested. | Ann Lund – kg:leads – Globex; Ann Lund – schema:jobTitle – boss | Ann Lund – schema:jobTitle – boss (past)
Police arrested former Initech boss Maria Lopez. | Maria Lopez – schema:jobTitle – boss (past) | Maria Lopez – schema:jobTitle – boss
Former Globex executive Jens Berg died in Oslo. | Jens Berg – schema:jobTitle – executive (past) | Jens Berg – schema:jobTitle – executive
Broadway director Jens Berg died. | | Jens Berg – schema:worksFor – Broadway; Jens Berg – kg:leads – Broadway
"""

# Who leaves a post has had it, wherever the text says so; a plan, a threat or a denial ends nothing.
LEFT_POSTS = """
Farm minister Ann Lund led the talks for days. Mrs Lund was sacked on Monday. | Ann Lund – schema:jobTitle – farm minister (past) | Ann Lund – schema:jobTitle – farm minister
The sheriff, Jens Berg, wept at the grave. Berg later resigned. | Jens Berg – schema:jobTitle – sheriff (past) | Jens Berg – schema:jobTitle – sheriff
Governor Jens Berg will step down next year. | Jens Berg – schema:jobTitle – governor | Jens Berg – schema:jobTitle – governor (past)
Mayor Ann Lund denied that she had resigned. | Ann Lund – schema:jobTitle – mayor | Ann Lund – schema:jobTitle – mayor (past)
Deputy mayor Jens Berg threatened to quit. | Jens Berg – schema:jobTitle – deputy mayor | Jens Berg – schema:jobTitle – deputy mayor (past)
Police arrested Coach Jens Berg. Globex sacked Ann Lund. | Jens Berg – schema:jobTitle – coach | Jens Berg – schema:jobTitle – coach (past)
Jens Berg and his wife, Ann Lund, divorced. | | Ann Lund – schema:spouse – Jens Berg; Jens Berg – schema:spouse – Ann Lund
"""

# A namesake who is "no relation" is none, and a partner at home has no post.
NO_RELATIONS = """
Jens Berg, no relation of Sergeant Ann Berg, said he was ill. | Ann Berg – schema:jobTitle – sergeant | Ann Berg – schema:relatedTo – Jens Berg; Jens Berg – schema:relatedTo – Ann Berg
Lawyer Jens Berg – no relation to Ann Berg – resigned. | | Ann Berg – schema:relatedTo – Jens Berg; Jens Berg – schema:relatedTo – Ann Berg
Her partner, Jens Berg, a plumber, was injured in Vigo. | Jens Berg – schema:jobTitle – plumber | Jens Berg – schema:jobTitle – partner
Jens Berg and his partner, Ann Lund, 39, were refused bail. | Ann Lund – kg:age – 39 | Ann Lund – schema:jobTitle – partner
"""

# Firms have no job titles, limbs are no people, and a number is as great as all its words.
NO_PEOPLE = """
Copper producer Lumetta shut its pit in Chile. | | Lumetta – schema:jobTitle – copper producer
Promoter Initech said it would claim damages. | | Initech – schema:jobTitle – promoter
Film producer Ann Lund was arrested in Leeds. | Ann Lund – schema:jobTitle – film producer |
Jens Berg shook his head and left for Oslo. | | head – schema:jobTitle – head; his head – schema:jobTitle – head
Ninety-three drowned off Vigo. | Ninety-three – kg:size – 93 | Ninety-three – kg:size – 3
Jens Berg opened the school in Oslo. | | school – schema:founder – Jens Berg
"""

KINDS = (PARTS_AND_RANGES, FORMER_TITLES, LEFT_POSTS, NO_RELATIONS, NO_PEOPLE)


def rows() -> list[tuple[str, list[str], list[str]]]:
    """The sentences of all tables, each with what is told and what is untold."""
    found = []
    for line in "".join(KINDS).strip().splitlines():
        if line:
            text, told, untold = (
                cell.strip() for cell in f"{line} ".replace("| |", "|  |").split(" | ", 2)
            )
            found.append((text, _cell(told), _cell(untold)))
    return found


def _cell(cell: str) -> list[str]:
    return [each.strip() for each in cell.split(";") if each.strip()]


def said(text: str) -> list[str]:
    """All that the graph of an article of this text says to be so, in words."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(f"Town news\n\n{DAY:%A, %B} {DAY.day}, {DAY.year}\n\n{text}\n", "utf-8")
        with patch.object(pipeline, "without_doubtful_events", lambda graph: graph):
            graph = kg.build(path, cache=False).graph
    facts = [in_words(fact, graph) for fact in graph.facts if fact.factuality.stands]
    return [*facts, *(event.label for event in graph.events)]


def in_words(fact: Fact, graph: Graph) -> str:
    """A fact with the names of its ends, and whether it is over."""
    names = {entity.id: entity.name for entity in graph.entities}
    object_ = fact.object
    end = names.get(object_, object_) if isinstance(object_, str) else object_.text
    past = " (past)" if fact.past else ""
    return f"{names.get(fact.subject, fact.subject)} – {fact.predicate} – {end}{past}"


@pytest.mark.parametrize(("text", "told", "untold"), rows())
def test_a_sentence_says_what_it_says_and_no_more(
    text: str, told: list[str], untold: list[str]
) -> None:
    lines = said(text)
    assert [line for line in told if line not in lines] == []
    assert [line for line in untold if line in lines] == []
