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

# Each of two clauses has its own people, also where the second has no verb.
OWN_CLAUSES = """
Ann Lund runs Globex and Jens Berg runs Initech. | Ann Lund – kg:leads – Globex; Jens Berg – kg:leads – Initech | Globex – kg:leads – Initech; Ann Lund – kg:leads – Initech; Globex and Jens Berg run Initech
Jens Berg founded Lumetta and Ann Lund founded Initech. | Lumetta – schema:founder – Jens Berg; Initech – schema:founder – Ann Lund | Initech – schema:founder – Jens Berg; Initech – schema:founder – Lumetta
Ann Lund works for Acme, her brother Jens Berg for Initech. | Ann Lund – schema:worksFor – Acme; Jens Berg – schema:worksFor – Initech | Jens Berg – schema:worksFor – Acme; Ann Lund – schema:worksFor – Initech
Maria Lopez was born in Lima in 1980, two years before her brother Jens in Quito. | Maria Lopez – schema:birthPlace – Lima; Maria Lopez – schema:birthDate – 1980 | Jens – schema:birthDate – 1980; Jens – schema:birthPlace – Lima
Ann Lund lives in Oslo, her husband Jens Berg in Bergen. | Ann Lund – schema:homeLocation – Oslo; Jens Berg – schema:homeLocation – Bergen | Jens Berg – schema:homeLocation – Oslo
Globex bought Initech and Lumetta sold Hooli. | Globex buys Initech; Lumetta sells Hooli | Globex – kg:owns – Hooli; Initech and Lumetta sell Hooli
Police arrested Jens Berg and soldiers detained Ann Lund. | Police arrest Jens Berg; Soldiers detain Ann Lund | Jens Berg and soldiers detain Ann Lund
Ann Lund married Tom Reyes and Jens Berg married Maria Lopez. | Ann Lund – schema:spouse – Tom Reyes; Jens Berg – schema:spouse – Maria Lopez | Tom Reyes – schema:spouse – Maria Lopez; Maria Lopez – schema:spouse – Tom Reyes
Tom Reyes founded Globex and Jens Berg founded Lumetta. | Globex – schema:founder – Tom Reyes; Lumetta – schema:founder – Jens Berg | Lumetta – schema:founder – Tom Reyes; Globex – schema:founder – Jens Berg
Soldiers shot two men and police arrested Ann Lund. | Soldiers shoot two men; Police arrest Ann Lund |
Initech sued Globex and Lumetta hired Maria Lopez. | Initech sues Globex; Lumetta hires Maria Lopez | Globex and Lumetta hire Maria Lopez
Maria Lopez works for Initech, her son Tom Reyes for Globex. | Maria Lopez – schema:worksFor – Initech; Tom Reyes – schema:worksFor – Globex | Tom Reyes – schema:worksFor – Initech
Jens Berg was born in Oslo, his wife Maria Lopez in Lima. | Jens Berg – schema:birthPlace – Oslo; Maria Lopez – schema:birthPlace – Lima | Maria Lopez – schema:birthPlace – Oslo
Ann Lund said Globex and Initech agreed a merger. | | Ann Lund – kg:leads – Globex
Police arrested Jens Berg and Tom Reyes. | Police arrest Jens Berg and Tom Reyes |
Tom Reyes, 51, and his daughter, Eva, fled Lima. | Tom Reyes and Eva flee Lima |
Ann Lund was born in Oslo in 1990, a year after her brother Nils. | Ann Lund – schema:birthDate – 1990 | Nils – schema:birthDate – 1990
"""

# Who is described by a relation to an organisation does not work for it.
RELATION_NOUNS = """
Ann Lund, a former patient of Mercy Hospital, resigned. | | Ann Lund – schema:worksFor – Mercy Hospital (past); Ann Lund – schema:worksFor – Mercy Hospital
Jens Berg, a longtime customer of Globex Bank, sued the bank. | | Jens Berg – schema:worksFor – Globex Bank
Maria Lopez, a former client of Globex Bank, was arrested. | | Maria Lopez – schema:worksFor – Globex Bank; Maria Lopez – schema:worksFor – Globex Bank (past)
Ann Lund, a fan of Lund City, died in Oslo. | | Ann Lund – schema:memberOf – Lund City; Ann Lund – schema:worksFor – Lund City
Jens Berg, a former tenant of Globex Homes, complained to police. | | Jens Berg – schema:worksFor – Globex Homes; Jens Berg – schema:worksFor – Globex Homes (past)
Maria Lopez, a former inmate of Pelican Bay Prison, was shot in Lima. | | Maria Lopez – schema:worksFor – Pelican Bay Prison (past); Maria Lopez – schema:worksFor – Pelican Bay Prison
Tom Reyes, a victim of Globex Bank, sued the bank. | | Tom Reyes – schema:worksFor – Globex Bank; Tom Reyes – schema:worksFor – Globex Bank (past)
Ann Lund, a former resident of Hillside Nursing Home, died. | | Ann Lund – schema:worksFor – Hillside Nursing Home (past)
Tom Reyes, a former inmate of Oslo Prison, was arrested. | | Tom Reyes – schema:worksFor – Oslo Prison (past)
Ann Lund, a shareholder of Globex, sued the company. | | Ann Lund – schema:worksFor – Globex
Jens Berg, a biographer of the Lumetta Trust, died. | | Jens Berg – schema:worksFor – Lumetta Trust
Maria Lopez, a subscriber of Globex, complained. | | Maria Lopez – schema:worksFor – Globex
Tom Reyes, a former guest of the Lumetta Hotel, was shot. | | Tom Reyes – schema:worksFor – Lumetta Hotel (past)
"""

# Who is given a time has to do it, not who gives it.
TIME_GIVEN = """
The judge gave Ann Lund until Friday to pay the fine. | Ann Lund is to pay fine | Judge is to pay fine
The court gave Globex until June 3 to publish the report. | Globex is to publish report | Court is to publish report
The council has given Jens Berg until Monday to repair the bridge. | Jens Berg is to repair bridge | Council is to repair bridge
The union gave Globex a week to raise wages. | Globex is to raise wages | Union is to raise wages
The bank gave Maria Lopez until Sunday to sell the house. | Maria Lopez is to sell house | Bank is to sell house
The regulator has given Globex until March 31 to sell the airport. | Globex is to sell airport | Regulator is to sell airport
The court granted Ann Lund a month to leave the house. | Ann Lund is to leave house | Court is to leave house
The minister gave Jens Berg the report to sign. | | Report is to sign
"""

# What stands in brackets between two parts of a name is a nickname.
NICKNAMES = """
William (Bill) Reyes married Maria Lopez in Lima. | William (Bill) Reyes marries Maria Lopez | Reyes marries Maria Lopez
Robert (Bob) Berg, the mayor of Malmo, died on Monday. | Robert (Bob) Berg – schema:jobTitle – mayor |
Police arrested James (Jim) Reyes in Oslo. | Police arrest James (Jim) Reyes |
Globex hired Elizabeth (Liz) Lund as chief executive. | Globex hires Elizabeth (Liz) Lund as chief executive |
Katherine (Kate) Lopez leads Initech. | Katherine (Kate) Lopez – kg:leads – Initech |
Edward (Ted) Lund founded Initech. | Initech – schema:founder – Edward (Ted) Lund |
Antonio (Toni) Corso resigned in Rome. | Antonio (Toni) Corso resigns in Rome |
Margaret (Peggy) Moss was arrested in Lima. | Margaret (Peggy) Moss is arrested in Lima |
"""

# What befalls some of a group does not befall the group.
PARTS = """
Police arrested ten men, two of whom later escaped in Lima. | Two of ten men escape in Lima; two of ten men – kg:size – 2; two of ten men – schema:memberOf – ten men | Ten men escape in Lima
Rescuers found six divers, one of whom died in Quito. | One of six divers dies in Quito; six divers – kg:size – 6 | Six divers die in Quito
Soldiers detained nine students, three of whom were killed in Oslo. | Three of nine students are killed in Oslo | Nine students are killed in Oslo
The boat carried 40 migrants, four of whom drowned off Malta. | four of 40 migrants – kg:size – 4; four of 40 migrants – schema:memberOf – 40 migrants |
More than 30 people, including four children, were killed in Lima. | four children – schema:memberOf – More than 30 people; four children – kg:size – 4 |
At least 12 people, including two women, were killed in Kitwe. | two women – schema:memberOf – At least 12 people; two women – kg:size – 2 |
More than 50 passengers, among them six teachers, died in Quito. | six teachers – kg:size – 6 |
Three of the seven tankers sank off Malta. | Three of the seven tankers sink off Malta | Seven tankers sink off Malta
The bus carried 30 pupils, seven of whom were injured in Bergen. | Seven of 30 pupils are injured in Bergen | 30 pupils are injured in Bergen
Globex owns four ferries, two of which sank off Malta. | Two of four ferries sink off Malta | Four ferries sink off Malta
At least 15 people, including three nurses, died in Lima. | three nurses – schema:memberOf – At least 15 people; three nurses – kg:size – 3 |
Two of the six boats capsized near Malta. | Two of the six boats capsize near Malta | Six boats capsize near Malta
"""

# What two people do together is told of both.
COUPLES = """
Tom Reyes, 44, and his wife, Ann Lund, live in Bergen. | Tom Reyes – schema:homeLocation – Bergen; Ann Lund – schema:homeLocation – Bergen |
Maria Lopez, 29, and her fiance, Jens Berg, live in Lima. | Maria Lopez – schema:homeLocation – Lima; Jens Berg – schema:homeLocation – Lima |
Jens Berg, 61, and his brother, Nils Berg, founded Initech. | Initech – schema:founder – Jens Berg; Initech – schema:founder – Nils Berg |
Ann Lund, 33, and Jens Berg, 35, were arrested in Oslo. | Ann Lund and Jens Berg are arrested in Oslo |
"""

# A ruler is no place.
RULERS = """
Ann Lund received a medal from King Karl-Gustav in Stockholm. | | King Karl-Gustav – schema:containedInPlace – Stockholm
Jens Berg met Queen Anne-Sophie in Oslo. | | Queen Anne-Sophie – schema:containedInPlace – Oslo
Prince Carl-Philip opened the museum in Malmo. | | Prince Carl-Philip – schema:containedInPlace – Malmo
Jens Berg met King Karl-Johan in Oslo. | Jens Berg meets Karl-Johan; Karl-Johan – schema:jobTitle – king | Karl-Johan – schema:containedInPlace – Oslo
"""

# The chief of a field works for the firm that is named before it.
CHIEFS = """
Former Globex finance chief Ann Lund was jailed in Oslo. | Ann Lund – schema:worksFor – Globex (past) |
Initech hired former Globex marketing chief Jens Berg. | Jens Berg – schema:worksFor – Globex (past) |
Globex finance chief Ann Lund resigned. | | Ann Lund – kg:leads – Globex
Former Initech security chief Ann Lund was jailed. | Ann Lund – schema:worksFor – Initech (past) |
Police questioned Globex sales chief Jens Berg. | Jens Berg – schema:worksFor – Globex |
"""

# What pays millions, was founded or owns something of "its" is no person.
FIRMS = """
Zelmark paid $3bn for Initech. | Zelmark pays $3bn for Initech |
Quorvex raised 20 million euros in Oslo. | Quorvex raises 20 million euros |
Zelmark was founded by Ann Lund. | Zelmark – schema:founder – Ann Lund |
Quorvex closed its mine near Lima. | Quorvex closes mine near Lima |
"""

# A storm has the name of a person, and is none.
STORMS = """
Storm Hilda killed two men in Oslo. | Storm Hilda kills two men in Oslo | Storm Hilda – schema:deathPlace – Oslo
"""

# What is left of a page, or was misread, is no part of names.
PASTED = """
Globex &amp; Lund&#8217;s owner, Ann&nbsp;Lund, left <b>Oslo</b> on Monday. | Ann Lund leaves Oslo |
Ann Lundâ€™s brother, JosÃ© Lund, was arrested in Lima. | José Lund is arrested in Lima; Ann Lund – schema:sibling – José Lund |
"""

# Who is ruled out beside the right one is not what that one is.
CORRECTIONS = """
The mayor of Lima is Ann Lund, not Bo Berg. | Ann Lund – kg:leads – Lima | Bo Berg – kg:leads – Lima
An earlier version misnamed the owner of Globex Bank. She is Maria Lopez, not Ann Lund. | Maria Lopez – schema:owns – Globex Bank | Ann Lund – schema:owns – Globex Bank
This article misidentified the chairman of Initech. He is Jens Berg, not Tom Reyes. | Jens Berg – kg:leads – Initech | Tom Reyes – kg:leads – Initech
The founder of Globex is Tom Reyes, not Jens Berg. | Globex – schema:founder – Tom Reyes | Globex – schema:founder – Jens Berg
Globex was founded by Ann Lund, not Jens Berg. | Globex – schema:founder – Ann Lund | Globex – schema:founder – Jens Berg
Ann Lund, not Jens Berg, founded Globex. | Globex – schema:founder – Ann Lund | Globex – schema:founder – Jens Berg
Her lawyer is Jens Berg, not Tom Reyes. | | Tom Reyes – schema:jobTitle – lawyer
The coach of Lund City is Maria Lopez, not Eva Lund. | | Eva Lund – kg:leads – Lund City
Correction: An earlier version of this article said that Ann Lund was born in Oslo. She was born in Bergen. | Ann Lund – schema:birthPlace – Bergen; Ann Lund is not born in Oslo | Ann Lund – schema:birthPlace – Oslo; Ann Lund is born in Oslo
"""

# What reports, claims and rumours say did not happen if they are wrong.
UNTRUE = """
Reports that Ann Lund had resigned were wrong. | | Ann Lund is resigned
The report that Jens Berg was arrested is unfounded. | Jens Berg is not arrested | Jens Berg is arrested
Rumours that Maria Lopez had left Oslo were untrue. | | Maria Lopez leaves Oslo
The claim that Globex had sued Initech was baseless. | | Globex sues Initech
The story that Tom Reyes had died was false. | | Tom Reyes dies
"""

# People with two surnames are called by the first.
TWO_SURNAMES = """
Luis Ortega Vargas, the mayor of Lima, resigned. Ortega moved to Quito. | Luis Ortega Vargas moves to Quito |
Police arrested Ana Mendoza Ruiz in Bergen. Mendoza denied everything. | Police arrest Ana Mendoza Ruiz | Police arrest Mendoza
Pedro Castro Solano founded Globex. Castro left Initech in 2019. | Pedro Castro Solano leaves Initech; Globex – schema:founder – Pedro Castro Solano |
Elena Rivas Ortega was born in Oslo. Rivas moved to Lima. | Elena Rivas Ortega moves to Lima |
"""

KINDS = (
    PARTS_AND_RANGES,
    FORMER_TITLES,
    LEFT_POSTS,
    NO_RELATIONS,
    NO_PEOPLE,
    OWN_CLAUSES,
    RELATION_NOUNS,
    TIME_GIVEN,
    NICKNAMES,
    PARTS,
    COUPLES,
    RULERS,
    CHIEFS,
    FIRMS,
    STORMS,
    PASTED,
    CORRECTIONS,
    UNTRUE,
    TWO_SURNAMES,
)


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
        with patch.object(pipeline, "without_doubtful_events", lambda graph, _: graph):
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
