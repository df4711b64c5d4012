"""Who did it and who suffered it: no pair of sentences turns the sides of an event round."""

from pathlib import Path
from unittest.mock import patch

import pytest

import kg
from kg import pipeline

Sides = set[tuple[str, str]]


def sides(folder: Path, text: str, word: str) -> Sides:
    """Return the role and name of each participant of the event whose label has the word.

    How sure the event is does not matter here.
    """
    (folder / "a.txt").write_text(text, "utf-8")
    with patch.object(pipeline, "without_doubtful_events", lambda graph, _: graph):
        graph = kg.build(folder / "a.txt", cache=False).graph
    names = {entity.id: entity.name for entity in graph.entities}
    roles: Sides = set()
    for event in graph.events:
        if word in event.label.lower():
            roles.update(
                (role.removeprefix("kg:"), names.get(who, who)) for role, who in event.roles
            )
    return {(role, who) for role, who in roles if role in {"agent", "patient", "recipient"}}


HARM = {("agent", "Carl Dahl"), ("patient", "Ada Lund")}
ARREST = {("agent", "Norway"), ("patient", "Carl Dahl")}
WIN = {("agent", "Brazil"), ("patient", "Chile")}
SALE = {("agent", "Acme Corp."), ("patient", "Bolt Inc."), ("recipient", "Carl Dahl")}
PAYMENT = {("agent", "Acme Corp."), ("recipient", "Carl Dahl")}

PAIRS = [
    ("stab", "Carl Dahl stabbed Ada Lund in Oslo on Monday.", HARM),
    ("stab", "Ada Lund was stabbed by Carl Dahl in Oslo on Monday.", HARM),
    ("kill", "Carl Dahl killed Ada Lund in Oslo on Monday.", HARM),
    ("kill", "Ada Lund was killed by Carl Dahl in Oslo on Monday.", HARM),
    ("wrist", "Carl Dahl broke Ada Lund's wrist in Oslo on Monday.", HARM),
    ("wrist", "Carl Dahl attacked Ada Lund on Monday and broke her wrist.", HARM),
    ("attack", "Carl Dahl attacked Ada Lund in Oslo on Monday.", HARM),
    ("attack", "Ada Lund was attacked by Carl Dahl in Oslo on Monday.", HARM),
    ("under attack", "Ada Lund came under attack from Carl Dahl in Oslo on Monday.", HARM),
    ("victim", "Ada Lund fell victim to Carl Dahl in Oslo on Monday.", HARM),
    ("murder", "Police arrested Carl Dahl in Oslo on charges of murdering Ada Lund.", HARM),
    ("murder", "Police arrested Carl Dahl on suspicion of murdering Ada Lund.", HARM),
    ("arrest", "Norway arrested Carl Dahl in Bergen on Monday.", ARREST),
    ("arrest", "Carl Dahl was arrested by Norway in Bergen on Monday.", ARREST),
    ("’s detention of", "Norway's detention of Carl Dahl angered Sweden.", ARREST),
    ("detention by", "Carl Dahl's detention by Norway angered Sweden.", ARREST),
    ("beat", "Brazil beat Chile 2-1 in Lima on Sunday.", WIN),
    ("beat", "Chile was beaten 2-1 by Brazil in Lima on Sunday.", WIN),
    ("win", "Brazil's 2-1 win over Chile came in Lima on Sunday.", WIN),
    ("loss", "Chile's 2-1 loss to Brazil came in Lima on Sunday.", WIN),
    ("defeat", "Brazil's defeat of Chile came in Lima on Sunday.", WIN),
    ("defeat", "Chile's defeat by Brazil came in Lima on Sunday.", WIN),
    ("lose", "Chile lost to Brazil in Lima on Sunday.", WIN),
    ("lose", "Chile lost the final to Brazil in Lima on Sunday.", WIN),
    ("sell", "Acme Corp. sold Bolt Inc. to Carl Dahl on Monday.", SALE),
    ("sold", "Bolt Inc. was sold to Carl Dahl by Acme Corp. on Monday.", SALE),
    ("pay", "Acme Corp. paid Carl Dahl $2 million on Monday.", PAYMENT),
    ("paid", "Carl Dahl was paid $2 million by Acme Corp. on Monday.", PAYMENT),
]


@pytest.mark.parametrize(("word", "text", "expected"), PAIRS)
def test_active_and_passive_give_the_same_sides(
    tmp_path: Path, word: str, text: str, expected: Sides
) -> None:
    assert sides(tmp_path, text, word) == expected


SUFFERED = [
    ("trial", "Carl Dahl faces trial in Oslo on Monday.", "Carl Dahl"),
    ("lawsuit", "Acme Corp. faces a lawsuit over pollution in Norway.", "Acme Corp."),
    ("extradition", "Carl Dahl awaits extradition to Norway.", "Carl Dahl"),
    ("attempt in", "Ada Lund survived an assassination attempt in Oslo.", "Ada Lund"),
    ("wrist", "Ada Lund fell in Oslo on Sunday and broke her wrist.", "Ada Lund"),
    ("legs", "Two riders broke their legs near Oslo on Sunday.", "Two riders"),
    ("collarbone", "Carl Dahl broke a collarbone near Oslo on Sunday.", "Carl Dahl"),
    ("heart", "Ada Lund suffered a heart attack in Oslo on Friday.", "Ada Lund"),
    ("collapse", "Ada Lund collapsed in Oslo on Friday.", "Ada Lund"),
]


@pytest.mark.parametrize(("word", "text", "who"), SUFFERED)
def test_who_is_hurt_is_no_agent(tmp_path: Path, word: str, text: str, who: str) -> None:
    assert sides(tmp_path, text, word) == {("patient", who)}


MEMBERS = [
    (
        "injured",
        "Eleven miners were injured, among them Omar Haddad.",
        {("patient", "Eleven miners"), ("patient", "Omar Haddad")},
    ),
    (
        "resign",
        "Three ministers resigned on Monday, among them Ada Lund and Bo Coil.",
        {("agent", "Three ministers"), ("agent", "Ada Lund"), ("agent", "Bo Coil")},
    ),
    (
        "free",
        "The army freed 14 hostages, among them Maria Ochoa, a Chilean nun.",
        {("agent", "army"), ("patient", "14 hostages"), ("patient", "Maria Ochoa")},
    ),
    (
        "flee",
        "At least four ministers, among them foreign minister Ada Lund, fled across the border.",
        {("agent", "At least four ministers"), ("agent", "Ada Lund")},
    ),
]


@pytest.mark.parametrize(("word", "text", "expected"), MEMBERS)
def test_members_have_the_role_of_their_group(
    tmp_path: Path, word: str, text: str, expected: Sides
) -> None:
    assert sides(tmp_path, text, word) == expected


OTHERS = [
    (
        "buys",
        "Acme Corp. bought 62 per cent of Bolt Inc. in 2024.",
        {("agent", "Acme Corp."), ("patient", "Bolt Inc.")},
    ),
    (
        "prize",
        "Ada Lund won the Nobel Prize on Monday.",
        {("recipient", "Ada Lund"), ("patient", "Nobel Prize")},
    ),
    ("drone", "A drone killed two soldiers near Kyiv on Monday.", {("patient", "two soldiers")}),
    (
        "kidnap",
        "An attempt to kidnap Omar Haddad in Tunis failed on Monday.",
        {("patient", "Omar Haddad")},
    ),
    (
        "closing oslo",
        "Ada Lund and Bo Coil discussed closing the Oslo plant on Monday.",
        {("agent", "Ada Lund"), ("agent", "Bo Coil"), ("patient", "Oslo plant")},
    ),
    (
        "’s dismissal of",
        "Ada Lund's dismissal of Carl Dahl shocked Oslo.",
        {("agent", "Ada Lund"), ("patient", "Carl Dahl")},
    ),
    (
        "killed",
        "Carl Dahl was shot and killed by police in Oslo on Monday.",
        {("agent", "police"), ("patient", "Carl Dahl")},
    ),
    (
        "defeat",
        "Carl Dahl suffered a defeat against Ada Lund in Oslo on Sunday.",
        {("agent", "Ada Lund"), ("patient", "Carl Dahl")},
    ),
    (
        "elects",
        "Parliament elected Ada Lund president on Monday.",
        {("agent", "Parliament"), ("patient", "Ada Lund")},
    ),
    (
        "arrest",
        "Carl Dahl, whom police arrested on Monday, was released on Friday.",
        {("agent", "police"), ("patient", "Carl Dahl")},
    ),
]


@pytest.mark.parametrize(("word", "text", "expected"), OTHERS)
def test_roles_beside_grammar(tmp_path: Path, word: str, text: str, expected: Sides) -> None:
    assert sides(tmp_path, text, word) == expected
