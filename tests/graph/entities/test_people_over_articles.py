from dataclasses import replace

import pytest
from entity_samples import article, city, company, ids_of, named, person

from kg.model import Gender


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Brandt", "Ada Brandt"),
        ("Ada Brandt", "ADA BRANDT"),
        ("Lee Min-jun", "Lee Min Jun"),
        ("José Núñez", "Jose Nunez"),
        ("Ada Brandt", "Ada M. Brandt"),
        ("Ada M. Brandt", "Ada Maria Brandt"),
        ("Bill Harker", "William Harker"),
        ("Sir Otto Lind", "Otto Lind"),
        ("Otto Lind Jr.", "Otto Lind"),
        ("Carla “Lulu” Brandt", "Carla Brandt"),
        ("Carla “Lulu” Brandt", "Lulu Brandt"),
        ("Otto (Bo) Lind", "Otto K. Lind"),
        ("William “Billy” Harker", "William (Bill) Harker"),
        ("Elizabeth “Liz” Brandt", "Elizabeth ‘Beth’ Brandt"),
    ],
)
def test_forms_of_one_name_are_one_person(one, other):
    first, second = ids_of([article("a", person(one)), article("b", person(other))])
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lee Min Jun", "Lee Min Ho"),
        ("Ada Brandt", "Eva Brandt"),
        ("Ada M. Brandt", "Ada K. Brandt"),
        ("Otto Lind Sr.", "Otto Lind Jr."),
        ("Carla “Lulu” Brandt", "Carla “Kit” Brandt"),
        ("Carla “Lulu” Brandt", "Lola Brandt"),
    ],
)
def test_different_given_names_are_different_people(one, other):
    first, second = ids_of([article("a", person(one)), article("b", person(other))])
    assert first != second


def test_a_name_that_two_people_could_have_joins_neither_and_is_a_near_miss():
    readings = [
        article("a", person("Ada M. Brandt")),
        article("b", person("Ada K. Brandt")),
        article("c", person("Ada Brandt")),
    ]
    found = named(readings)
    assert len(found) == 3
    assert len(found["person/ada-brandt"].near_misses) == 2


def test_men_and_women_of_one_name_are_apart():
    readings = [
        article("a", person("Kim Larsen", gender=Gender.MALE)),
        article("b", person("Kim Larsen", gender=Gender.FEMALE)),
    ]
    assert len(set(ids_of(readings))) == 2


def test_a_family_name_alone_is_the_only_such_person_where_the_articles_share_something():
    readings = [
        article("a", person("Ada Brandt"), company("Acme Mills")),
        article("b", person("Brandt"), company("Acme Mills")),
    ]
    first, second = ids_of(readings)
    assert first == second == "person/ada-brandt"


def test_a_family_name_alone_stays_apart_where_the_articles_have_nothing_in_common():
    first, second = ids_of(
        [article("a", person("Ada Brandt")), article("b", person("Brandt"), city("Oslo"))]
    )
    assert first != second


def test_a_family_name_alone_stays_apart_where_two_people_bear_it():
    mill = company("Acme Mills")
    readings = [
        article("a", person("Ada Brandt"), mill),
        article("b", person("Eva Brandt"), mill),
        article("c", person("Brandt"), mill),
    ]
    assert len(set(ids_of(readings))) == 3


def test_the_person_of_the_same_article_is_preferred():
    mill = company("Acme Mills")
    readings = [
        article("a", person("Ada Brandt"), mill),
        article("b", person("Brandt"), person("Eva Brandt"), mill),
    ]
    found = named(readings)
    assert found["person/eva-brandt"].aliases == ("Brandt",)


def test_an_eastern_family_name_stands_first():
    readings = [
        article("a", person("Park Ji-hoon"), company("Acme Mills")),
        article("b", person("Park"), company("Acme Mills")),
    ]
    assert len(set(ids_of(readings))) == 1


def test_a_given_name_alone_needs_a_common_person():
    mill, other = company("Acme Mills"), person("Otto Lind")
    assert (
        len(set(ids_of([article("a", person("Mary"), mill), article("b", person("Mary"), mill)])))
        == 2
    )
    assert (
        len(set(ids_of([article("a", person("Mary"), other), article("b", person("Mary"), other)])))
        == 1
    )


def test_the_label_is_the_fullest_name_without_capitals_and_titles():
    readings = [
        article("a", person("ADA BRANDT", "Brandt")),
        article("b", person("Ada Brandt", "Brandt", "Brandt")),
    ]
    entity = named(readings)["person/ada-brandt"]
    assert (entity.name, entity.aliases) == ("Ada Brandt", ("Brandt",))
    assert entity.reasons == ("the same name: ada brandt",)


def test_a_family_name_that_grammar_keeps_apart_is_not_the_only_person_of_that_name():
    son, father = person("Hanley"), person("Tom Noel Hanley")
    assert len(named([article("a", son, father)])) == 1
    assert len(named([article("a", replace(son, apart=(1,)), father)])) == 2
