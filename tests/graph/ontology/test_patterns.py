"""The pattern language: what each form means, and what is said of a string that has none."""

import re
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.graph.ontology.pattern import parse, parse_role
from kg.graph.ontology.schema import RoleRule
from kg.model import Claim, Frame, Kind, Mention, Passage, Role

FORMS = [
    ("S found O", Frame.VERB, "found", "subject", "object"),
    ("O employ S", Frame.VERB, "employ", "object", "subject"),
    ("S work for O", Frame.VERB, "work", "subject", "for"),
    ("S step down as O", Frame.VERB, "step down", "subject", "as"),
    ("S set up O", Frame.VERB, "set up", "subject", "object"),
    ("bear S in O", Frame.VERB, "bear", "object", "in"),
    ("bear S when O", Frame.VERB, "bear", "object", "when"),
    ("bear O to S", Frame.VERB, "bear", "to", "object"),
    ("S employ quantity O", Frame.VERB, "employ", "subject", "quantity"),
    ("S drop out of O", Frame.VERB, "drop out", "subject", "of"),
    ("S flee out of O", Frame.VERB, "flee out", "subject", "of"),
    ("S fly from out of O", Frame.VERB, "fly", "subject", "from out of"),
    ("award recipient S O", Frame.VERB, "award", "recipient", "object"),
    ("award S and O", Frame.VERB, "award", "object", "object"),
    ("S and O marry", Frame.VERB, "marry", "subject", "subject"),
    ("S be founder of O", Frame.NOUN, "founder", "subject", "of"),
    ("O be daughter of S", Frame.NOUN, "daughter", "of", "subject"),
    ("S be chief executive of O", Frame.NOUN, "chief executive", "subject", "of"),
    ("S and O be rival", Frame.NOUN, "rival", "subject", "subject"),
    ("S be O:captain", Frame.NOUN, "captain", "subject", ""),
    ("acquisition of O by S", Frame.HAPPENING, "acquisition", "subject", "of"),
    ("peace talk between S and O", Frame.HAPPENING, "peace talk", "between", "between"),
]

FAULTS = [
    ("S", "is not a row of words"),
    ("S; O", "is not a row of words"),
    ("work for O", "lacks S"),
    ("S found", "lacks O"),
    ("S found S", "S twice"),
    ("S be of O", "no noun"),
    ("S be O", "no noun"),
    ("S and O", "no verb"),
    ("S work O for", "nothing after 'for'"),
    ("S win O medal", "'medal' where a preposition should be"),
    ("S take home O", "after 'home'"),
    ("S be founder O", "no noun"),
    ("S receive <prize> from O", "<prize>, which no file gives"),
]


@pytest.mark.parametrize(("text", "frame", "predicate", "subject", "object_"), FORMS)
def test_each_form_names_its_frame_its_word_and_the_two_roles(
    text, frame, predicate, subject, object_
):
    pattern = parse(text)
    assert (pattern.frame, pattern.predicate, pattern.subject, pattern.object) == (
        frame,
        predicate,
        subject,
        object_,
    )


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_a_string_of_no_form_is_told_what_is_expected(text, fault):
    with pytest.raises(OntologyError) as error:
        parse(text)
    assert fault in str(error.value)
    assert repr(text) in str(error.value)


def test_a_word_class_can_stand_for_the_predicate_and_for_a_required_noun():
    assert parse("S be <office> of O").word_class == "office"
    degree = parse(
        "S receive <degree> from O", words_of={"degree": frozenset({"diploma", "doctorate"})}
    )
    assert degree.conditions[0].nouns == {"diploma", "doctorate"}


def test_every_pattern_that_the_manual_shows_has_a_form():
    manual = (Path(__file__).resolve().parents[3] / "docs" / "add-a-relation.md").read_text(
        encoding="utf-8"
    )
    table = manual.partition("| you write |")[2].partition("\n\n")[0]
    shown = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)
    assert len(shown) > 15
    assert all(parse(text, words_of={"degree": frozenset({"diploma"})}) for text in shown)


def mention(text, *, noun="", type_=""):
    return Mention(Passage("a", 0, len(text)), text, Kind.NOMINAL, 0, type=type_, noun=noun)


def claim(*roles, phrase=""):
    where = Passage("a", 0, 1)
    return Claim(
        Frame.VERB,
        "share",
        tuple(Role(*role) for role in roles),
        where,
        where,
        "test",
        phrase=phrase,
    )


NORTH, SOUTH = (
    mention("Northland", type_="schema:Country"),
    mention("Southland", type_="schema:Country"),
)

MATCHES = [
    ("S share O", [("subject", NORTH), ("object", SOUTH)], "", True),
    ("S share O", [("subject", NORTH)], "", False),
    (
        "S share border with O",
        [("subject", NORTH), ("object", mention("a border", noun="border")), ("with", SOUTH)],
        "",
        True,
    ),
    (
        "S share border with O",
        [("subject", NORTH), ("object", mention("a river", noun="river")), ("with", SOUTH)],
        "",
        False,
    ),
    (
        "S share border with O",
        [("subject", NORTH), ("with", SOUTH)],
        "shares a long land border",
        True,
    ),
    ("S share border with O", [("subject", NORTH), ("with", SOUTH)], "shares a secret", False),
    ("S share O:schema:Country", [("subject", NORTH), ("object", SOUTH)], "", True),
    ("S share O:schema:Person", [("subject", NORTH), ("object", SOUTH)], "", False),
    ("S share O:schema:Person", [("subject", NORTH), ("object", mention("it"))], "", True),
    ("S and O share", [("subject", NORTH), ("subject", SOUTH)], "", True),
    ("S and O share", [("subject", NORTH)], "", False),
]


@pytest.mark.parametrize(("text", "roles", "phrase", "expected"), MATCHES)
def test_a_pattern_matches_a_claim_that_has_both_ends_and_what_is_required(
    text, roles, phrase, expected
):
    assert parse(text).matches(claim(*roles, phrase=phrase)) is expected


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("object kg:patient", [RoleRule("object", "kg:patient")]),
        ("object schema:Place kg:via", [RoleRule("object", "kg:via", filler="schema:Place")]),
        ("out of schema:Place kg:origin", [RoleRule("out of", "kg:origin", filler="schema:Place")]),
        ("leave: object kg:origin", [RoleRule("object", "kg:origin", word="leave")]),
        (
            "go away, flee: object kg:origin",
            [RoleRule("object", "kg:origin", word=word) for word in ("go away", "flee")],
        ),
    ],
)
def test_a_line_of_roles_may_depend_on_the_word_and_on_the_class_of_the_filler(text, rules):
    assert list(parse_role(text)) == rules


def test_a_line_of_roles_without_a_property_is_told_what_is_expected():
    with pytest.raises(OntologyError, match="object kg:patient"):
        parse_role("object")
