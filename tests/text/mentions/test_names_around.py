"""Names by what stands around them: capitals as governments, titles in marks, bodies of a place."""

import pytest


def types(found):
    """The class of each name, by its words; of several, the last one."""
    return {mention.text: mention.type for mention in found if mention.is_name}


@pytest.mark.parametrize(
    ("text", "capital", "country"),
    [
        ("Russian troops left. Moscow reacted within hours.", "Moscow", "RU"),
        ("Polish officials left. Warsaw denied the report.", "Warsaw", "PL"),
        ("Iran was silent. They want better ties with Tehran.", "Tehran", "IR"),
        ("Chinese ships left. Beijing accused Manila of lying.", "Beijing", "CN"),
        ("Japan was silent. They signed a deal with Tokyo.", "Tokyo", "JP"),
        # the city itself, or an article that does not speak of the country
        ("Russian troops left. They met in Moscow.", "Moscow", ""),
        ("Moscow reacted within hours.", "Moscow", ""),
        ("Polish officials left. Warsaw has many parks.", "Warsaw", ""),
        ("Polish officials left. Krakow denied the report.", "Krakow", ""),
        ("Belgium was silent. Brussels reacted within hours.", "Brussels", ""),
    ],
)
def test_a_capital_that_acts_is_the_government_of_its_country(find, text, capital, country):
    found = [mention for mention in find(text) if mention.text == capital]
    assert [mention.country for mention in found] == [country]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The prize was won by “Dust of Rabat”, a film by Ada Lund.", "Dust of Rabat"),
        ("“Nine Letters from Lima” (1964) made her name.", "Nine Letters from Lima"),
        (
            "The thesis, “Rivers Without Borders: Law on the Tana”, was long.",
            "Rivers Without Borders: Law on the Tana",
        ),
        ("She praised the song “River of Bread”.", "River of Bread"),
    ],
)
def test_what_is_written_like_a_title_in_marks_is_a_name(find, text, title):
    assert types(find(text))[title] == "schema:CreativeWork"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Go home now,” she said.", "Go home now"),
        ("He was known as “The Fox of Lima”.", "The Fox of Lima"),
        ("The “Good Old Days.” are gone.", "Good Old Days."),
        ("It was a “clever Move”.", "clever Move"),
    ],
)
def test_other_words_in_marks_are_no_title(find, text, words):
    assert types(find(text)).get(words) != "schema:CreativeWork"


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The Lima school board voted on Monday.", "Lima school board", "schema:Organization"),
        ("The Colombo stock exchange fell.", "Colombo stock exchange", "schema:Organization"),
        (
            "She waited at the Kisumu referral hospital.",
            "Kisumu referral hospital",
            "schema:Organization",
        ),
        (
            "They left the Lumo Lane building.",
            "Lumo Lane building",
            "schema:LandmarksOrHistoricalBuildings",
        ),
        ("The Oslo district court agreed.", "Oslo district court", "schema:GovernmentOrganization"),
    ],
)
def test_a_noun_of_a_body_makes_one_name_with_a_place_before_it(find, text, name, type_):
    assert types(find(text))[name] == type_


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He died in a Texas prison.", "Texas prison"),
        ("A New York court agreed.", "New York court"),
        ("The Danish court agreed.", "Danish court"),
        ("Its Lima board voted.", "Lima board"),
    ],
)
def test_one_of_several_bodies_of_a_place_has_no_name(find, text, name):
    assert name not in types(find(text))


@pytest.mark.parametrize(
    ("text", "described", "type_"),
    [
        (
            "She told the broadcaster Radio Lumo in May.",
            "the broadcaster",
            "schema:NewsMediaOrganization",
        ),
        ("They joined the group Lumo Action in May.", "the group", "schema:Organization"),
    ],
)
def test_a_description_has_the_class_of_the_name_behind_it(find, text, described, type_):
    found = {mention.text: mention.type for mention in find(text)}
    assert found[described] == type_


def test_a_year_before_a_bare_noun_is_no_determiner(find):
    found = find("In 1947 mother and daughters fled.")
    assert "mother" not in {mention.noun for mention in found}
