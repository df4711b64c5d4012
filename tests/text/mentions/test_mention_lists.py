"""The word lists: what is in them, and that they are in order."""

import pytest

from kg.model import Gender
from kg.text.mentions.lexicon import (
    is_title,
    longest_noun,
    noun,
    title_gender,
    type_of_beginning,
    type_of_ending,
    type_of_name,
)
from kg.text.mentions.vocabulary import PLACES, is_function_word


def test_the_longest_entry_wins():
    assert longest_noun(["russian", "third", "secretary"]).lemma == "third secretary"
    assert longest_noun(["tired", "secretary"]).lemma == "secretary"


def test_phrases_that_only_look_like_a_body_are_blocked():
    assert longest_noun(["social", "media"]) is None
    assert longest_noun(["state", "media"]).type == "schema:NewsMediaOrganization"


@pytest.mark.parametrize(
    ("lemma", "type_", "gender"),
    [
        ("daughter", "schema:Person", Gender.FEMALE),
        ("spokesman", "schema:Person", Gender.MALE),
        ("engineer", "schema:Person", Gender.UNKNOWN),
        ("family", "kg:Group", Gender.UNKNOWN),
        ("ministry", "schema:GovernmentOrganization", Gender.UNKNOWN),
        ("river", "schema:RiverBodyOfWater", Gender.UNKNOWN),
    ],
)
def test_nouns_know_their_class_and_gender(lemma, type_, gender):
    assert (noun(lemma).type, noun(lemma).gender) == (type_, gender)


@pytest.mark.parametrize("thing", ["trolley", "table", "idea", "justice", "kitchen"])
def test_things_are_not_in_the_list(thing):
    assert noun(thing) is None


def test_titles_are_told_by_their_spelling():
    assert is_title(["Vice", "President"])
    assert is_title(["Gen."])
    assert not is_title(["president"])
    assert title_gender(["Mrs"]) is Gender.FEMALE


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Ministry of Fisheries", "schema:GovernmentOrganization"),
        ("Harbour Trust Bank", "schema:Corporation"),
        ("Lake Marrow", "schema:LakeBodyOfWater"),
        ("Mount Grey", "schema:Mountain"),
        ("Treaty of Bern", "kg:Law"),
        ("College of Music", "schema:EducationalOrganization"),
        ("Jo Bell", ""),
    ],
)
def test_names_tell_their_class_by_their_words(name, type_):
    assert type_of_name(name.split()) == type_


def test_a_single_word_is_no_beginning():
    assert type_of_beginning(["Lake"]) == ""
    assert type_of_ending(["Lake"]) == "schema:LakeBodyOfWater"


def test_acronyms_are_no_function_words():
    assert is_function_word("It")
    assert not is_function_word("IT")


def test_place_classes_are_those_of_the_vocabulary():
    assert all(type_.startswith(("schema:", "kg:")) for type_ in PLACES)
