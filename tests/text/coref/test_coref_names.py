"""Which names are one thing, by their words alone."""

import pytest

from kg.text.coref.names import Name, may_be_one, words_of
from kg.text.coref.organization_names import fits_acronym

PERSON, FIRM, OFFICE, TEAM = (
    "schema:Person",
    "schema:Corporation",
    "schema:GovernmentOrganization",
    "schema:SportsTeam",
)
SCHOOL, RIVER = "schema:EducationalOrganization", "schema:RiverBodyOfWater"
PARTY = "kg:PoliticalParty"

ONE = [
    (PERSON, "Maria Lindqvist", "Lindqvist"),
    (PERSON, "Maria Lindqvist", "Maria"),
    (PERSON, "Maria Lindqvist", "Dr. Lindqvist"),
    (PERSON, "Robert Vance", "Bob Vance"),
    (PERSON, "John Q. Vance", "John Vance"),
    (PERSON, "Pak Min Su", "Pak"),
    (PERSON, "José Núñez", "Jose Nunez"),
    (PERSON, "Carla “Lulu” Brandt", "Lulu"),
    (PERSON, "Carla “Lulu” Brandt", "Lulu Brandt"),
    (PERSON, "Carla “Lulu” Brandt", "Carla Brandt"),
    (PERSON, "Carla “Lulu” Brandt", "Brandt"),
    (PERSON, "Jerome ‘J-Rock’ Hanley", "J-Rock"),
    (PERSON, "Otto (Bo) Lind", "Bo"),
    (FIRM, "Lockwood Holdings Inc.", "Lockwood"),
    (FIRM, "Lockwood Marsh", "Lockwood"),
    (FIRM, "Consolidated Tin Works", "CTW"),
    (OFFICE, "Norwegian Foreign Ministry", "Foreign Ministry"),
    (OFFICE, "Ministry of Foreign Affairs of Norway", "Norwegian Foreign Ministry"),
    (OFFICE, "Ministry of Defence", "Defense Ministry"),
    (OFFICE, "Norway’s Embassy", "Norwegian Embassy"),
    (TEAM, "Lake Placid Otters", "Otters"),
    (SCHOOL, "Brimfield University", "Brimfield"),
    (PARTY, "Lumo party", "Lumo"),
    (RIVER, "Orinoco River", "Orinoco"),
]
TWO = [
    (PERSON, "Carla “Lulu” Brandt", "Lola Brandt"),
    (PERSON, "Otto (Bo) Lind", "Al"),
    (PERSON, "Maria Lindqvist", "Anna Lindqvist"),
    (PERSON, "John A. Vance", "John B. Vance"),
    (PERSON, "Paul Vance Jr.", "Paul Vance Sr."),
    (FIRM, "Lockwood Research", "Lockwood"),
    (FIRM, "Lockwood Japan", "Lockwood"),
    (FIRM, "Consolidated Tin Works", "CWT"),
    (OFFICE, "Norwegian Embassy", "Swedish Embassy"),
    (OFFICE, "Norwegian Embassy", "Embassy"),
    (OFFICE, "Foreign Ministry", "Interior Ministry"),
    (RIVER, "Orinoco River", "Orinoco Valley"),
]


def name(type_: str, text: str) -> Name:
    return Name(words_of(text), type_, text)


@pytest.mark.parametrize(("type_", "a", "b"), ONE)
def test_two_forms_of_a_name_are_one(type_, a, b):
    assert may_be_one(name(type_, a), name(type_, b)) and may_be_one(name(type_, b), name(type_, a))


@pytest.mark.parametrize(("type_", "a", "b"), TWO)
def test_names_that_clash_are_two(type_, a, b):
    assert not may_be_one(name(type_, a), name(type_, b)) and not may_be_one(
        name(type_, b), name(type_, a)
    )


def test_a_name_of_unsure_class_may_be_a_person():
    assert may_be_one(name("schema:Organization", "Lindqvist"), name(PERSON, "Maria Lindqvist"))
    assert not may_be_one(name(FIRM, "Lindqvist"), name(PERSON, "Maria Lindqvist"))


def test_letters_of_a_country_may_stand_whole_in_an_acronym():
    assert fits_acronym("uscg", words_of("U.S. Coast Guard")) and fits_acronym(
        "uscg", words_of("United States Coast Guard")
    )
