"""The clues to what a name names: each has weights, and each is given somewhere."""

from pathlib import Path

import pytest

import kg.text.mentions
from kg.text.mentions.clues import CLUE_OF_NOUN, Clue
from kg.text.mentions.lexicon import NounKind
from kg.text.mentions.vocabulary import NamedKind

ROOM = Path(kg.text.mentions.__file__).parent


@pytest.mark.parametrize("clue", Clue)
def test_every_clue_speaks_for_or_against_a_kind(clue):
    assert all(kind is not NamedKind.UNKNOWN and weight for kind, weight in clue.weights)
    assert clue.weights


@pytest.mark.parametrize("clue", Clue)
def test_every_clue_is_given_by_some_module(clue):
    code = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    assert f"Clue.{clue.name}" in code


def test_every_noun_for_somebody_or_something_gives_a_clue():
    assert set(CLUE_OF_NOUN) == set(NounKind) - {NounKind.THING, NounKind.OBJECT}


def test_a_place_is_no_person():
    assert dict(Clue.INSIDE.weights) == {NamedKind.PLACE: 4, NamedKind.PERSON: -4}
