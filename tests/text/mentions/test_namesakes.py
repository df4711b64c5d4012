"""Names of places that are a team, a surname or a state of another country where they stand."""

import pytest

from kg.model import Kind

MATCH = "The keeper saved a header, and a substitute scored the winning goal. "


def types(mentions, name):
    return [mention.type for mention in mentions if mention.text == name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sunderland lost 2-0 to Everton on Sunday.", "Sunderland"),
        ("Kenya beat Angola (3-1) on Friday.", "Kenya"),
        ("Germany edged Norway 2-1 on Friday, and Japan drew with Peru.", "Peru"),
        (f"{MATCH}Ghana beat Angola and Kenya lost to Egypt. After them, Chile came on.", "Chile"),
    ],
)
def test_a_place_that_plays_is_a_team(find, text, name):
    assert set(types(find(text), name)) == {"schema:SportsTeam"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Germany edged Norway 2-1 in Berlin on Friday.", "Berlin", "schema:City"),
        ("Peru beat Chile in the vote on Sunday.", "Peru", "schema:Country"),
        ('Ghana beat the deadline, Rosa "Rosie" Quint said.', "Ghana", "schema:Country"),
        ('Kenya hosted the summit, Edward "Teddy" Marsh said.', "Kenya", "schema:Country"),
        (
            "Mali beat the odds, Minister for Trade and Labour Dina Haas said.",
            "Mali",
            "schema:Country",
        ),
        (f"{MATCH}The goal was seen in Madrid.", "Madrid", "schema:City"),
    ],
)
def test_a_place_where_they_play_is_none(find, text, name, type_):
    assert types(find(text), name) == [type_]


@pytest.mark.parametrize(
    ("text", "name", "classes"),
    [
        (
            "Ada Jordan visited Jordan on Monday. Jordan said she liked it.",
            "Jordan",
            ["schema:Country", "schema:Person"],
        ),
        ("Mary Lincoln was held on Monday. Lincoln denied it.", "Lincoln", ["schema:Person"]),
        (
            "Mary Israel flew to Israel on Monday. Israel had sold her house.",
            "Israel",
            ["schema:Country", "schema:Person"],
        ),
        ("Jordan said it would stay. Ada Lund agreed.", "Jordan", ["schema:Country"]),
    ],
)
def test_a_surname_is_no_place_where_its_bearer_acts(find, text, name, classes):
    assert types(find(text), name) == classes


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("The governor of Georgia met farmers on Monday.", "schema:State"),
        ("Mary Lund flew from Atlanta to Savannah. Georgia paid for it.", "schema:State"),
        ("A fire broke out in Macon, Georgia, on Monday.", "schema:State"),
        ("The president of Georgia met farmers on Monday.", "schema:Country"),
        ("Mary Lund flew from Tbilisi to Batumi. Georgia paid for it.", "schema:Country"),
        ("A Georgian senator flew to Atlanta. Georgia paid for it.", "schema:Country"),
    ],
)
def test_a_state_may_have_the_name_of_a_country(find, text, class_):
    found = [mention for mention in find(text) if mention.text == "Georgia"]
    assert {mention.type for mention in found if mention.kind is Kind.NAME} == {class_}
    assert all(bool(mention.country) == (class_ != "schema:State") for mention in found)
