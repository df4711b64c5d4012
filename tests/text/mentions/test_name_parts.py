"""Names whose parts a hyphen or a small word joins, places inside names, and names beside them."""

import pytest

from kg.model import Kind


def names(mentions):
    return [mention.text for mention in mentions if mention.kind is Kind.NAME]


def types(mentions):
    return {mention.text: mention.type for mention in mentions}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The actor Ji-hoon Choi met fans in Seoul on Friday.", "Ji-hoon Choi"),
        ("The nurse Min-ji Kwon lives in Busan.", "Min-ji Kwon"),
        ("Park Tae-ho sued the firm on Monday.", "Park Tae-ho"),
        ("The lawyer, Cho Mi-rae, said so.", "Cho Mi-rae"),
        ("President Tsai Ing-wen visited Tainan.", "Tsai Ing-wen"),
        ("One farmer, Kim Do-yun, left the hall.", "Kim Do-yun"),
        ("The minister, Lee Chang-dong, resigned.", "Lee Chang-dong"),
        ("Foreign minister Awa Njie-Sarr fled across the river.", "Awa Njie-Sarr"),
        ("Mary Lund-Berg won the seat.", "Mary Lund-Berg"),
        ("Joost van der Veer won the race.", "Joost van der Veer"),
        ("Beatriz Silva Almeria met Omar Haddad in Doha.", "Beatriz Silva Almeria"),
        ("Ana Ruiz Cordoba sang in Lima.", "Ana Ruiz Cordoba"),
        ("The court freed Pedro Lopez Cartagena.", "Pedro Lopez Cartagena"),
        ("Luis Garcia Toledo and Rui Neto were hurt.", "Luis Garcia Toledo"),
        ("Police held Carmen Vidal Alicante.", "Carmen Vidal Alicante"),
        ("Diego Mora Guadalajara is a judge.", "Diego Mora Guadalajara"),
    ],
)
def test_a_hyphen_or_a_particle_cuts_no_name(find, sentence, name):
    assert name in names(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Paris-based firm was sold.", "Paris"),
        ("Ada Lund-style politics failed in Oslo.", "Ada Lund"),
        ("Goldman Sachs-owned mines closed in Peru.", "Goldman Sachs"),
        ("Tokyo-bound trains stopped on Monday.", "Tokyo"),
    ],
)
def test_a_word_behind_a_hyphen_that_says_what_kind_belongs_to_no_name(find, sentence, name):
    assert name in names(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("She studied at Lublin State University.", "Lublin"),
        ("She studied at Turku Medical School.", "Turku"),
        ("She teaches at the University of Minnesota.", "Minnesota"),
        ("He spoke at the Academy of La Paz.", "La Paz"),
        ("The Nevada Highway Patrol closed the road.", "Nevada"),
        ("The Kern County Superior Court ruled on Friday.", "Kern County"),
        ("The Lisbon Open begins on Monday.", "Lisbon"),
        ("The Brazilian Cup was won by a club of amateurs.", "Brazilian"),
    ],
)
def test_the_place_inside_the_name_of_a_body_is_a_name_of_its_own(find, sentence, place):
    assert place in names(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("She teaches at Santa Clara University.", "Santa"),
        ("The Victoria Hospital closed a ward.", "Victoria"),
        ("Lublin State University is to close.", "Lublin State"),
        ("Garfield University is to close.", "Garfield"),
    ],
)
def test_a_part_of_a_name_that_is_no_place_is_no_name(find, sentence, place):
    assert place not in names(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "nation", "person"),
    [
        ("In 2011 the Kazakh Ruslan Omarov hit a wall.", "Kazakh", "Ruslan Omarov"),
        ("The Spaniard Ada Ruiz won the race.", "Spaniard", "Ada Ruiz"),
        ("They met the Norwegian Lars Tangen on Friday.", "Norwegian", "Lars Tangen"),
        ("The Social Democrat Ada Lund won the seat.", "Social Democrat", "Ada Lund"),
    ],
)
def test_a_demonym_before_a_person_is_no_part_of_the_name(find, sentence, nation, person):
    assert {nation, person} <= set(names(find(sentence)))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The Spaniard was beaten on Sunday.", "The Spaniard"),
        ("He was beaten by a Pole who lives in Paris.", "a Pole"),
        ("An Irishman, 23, was hurt.", "An Irishman"),
        ("The Dane won the stage.", "The Dane"),
    ],
)
def test_a_demonym_with_an_article_is_the_description_of_a_person(find, sentence, text):
    (found,) = [mention for mention in find(sentence) if mention.text == text]
    assert (found.kind, found.type) == (Kind.NOMINAL, "schema:Person")
    assert found.country


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("The Lumo party lost two seats.", "Lumo party", "kg:PoliticalParty"),
        ("He rides for the Brandt-Olsen team.", "Brandt-Olsen team", "schema:SportsTeam"),
        (
            "The president informed Congress on Monday.",
            "Congress",
            "schema:GovernmentOrganization",
        ),
        ("The House and the Senate voted.", "Senate", "schema:GovernmentOrganization"),
        ("She wrote to The Guardian in May.", "Guardian", "schema:NewsMediaOrganization"),
    ],
)
def test_a_body_is_named_by_its_noun(find, sentence, name, type_):
    assert types(find(sentence))[name] == type_


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("The Secretary of Energy met the mayor.", "Energy"),
        ("The Minister for Finance resigned.", "Finance"),
        ("The Minister of Foreign Affairs Ada Lund left.", "Foreign Affairs"),
    ],
)
def test_the_field_of_a_minister_is_no_name(find, sentence, field):
    assert field not in names(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Minister of Energy Rui Neto left.", "Rui Neto"),
        ("The Minister of Foreign Affairs Ada Lund left.", "Ada Lund"),
        ("The regional secretary of the Allied Nurses Union left.", "Allied Nurses Union"),
        ("The Secretary-General of NATO left.", "NATO"),
        ("The first minister of Scotland left.", "Scotland"),
    ],
)
def test_a_person_or_a_body_behind_an_office_is_a_name(find, sentence, name):
    assert name in names(find(sentence))


MATCH = "The striker scored a goal. The goalkeeper was hurt in the tournament. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{MATCH}Peru beat Chile in Lima.", "Peru"),
        (f"{MATCH}Norway drew 1–1 with Denmark.", "Denmark"),
        (f"{MATCH}Ghana lost to Mali.", "Mali"),
    ],
)
def test_a_country_that_plays_is_its_team(find, text, name):
    assert types(find(text))[name] == "schema:SportsTeam"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru beat Chile in the vote on Sunday.", "Peru"),
        (f"{MATCH}They flew home from Denmark.", "Denmark"),
        (f"{MATCH}The government of Mali did not comment.", "Mali"),
    ],
)
def test_a_country_that_does_not_play_is_a_country(find, text, name):
    assert types(find(text))[name] == "schema:Country"


@pytest.mark.parametrize(
    ("sentence", "demonym"),
    [
        ("Jon Hall, the club's Icelandic keeper, was hurt.", "Icelandic"),
        ("Marlpit, the English second-tier side, get nothing.", "English"),
        ("The club signed a Kenyan winger on Friday.", "Kenyan"),
        ("Cypriot land records show the sale.", "Cypriot"),
    ],
)
def test_a_demonym_before_a_noun_is_a_country(find, sentence, demonym):
    assert types(find(sentence))[demonym] == "schema:Country"


@pytest.mark.parametrize(
    "sentence", ["She gave English lessons in Lima.", "He read the Danish translation."]
)
def test_a_demonym_before_a_thing_of_a_language_is_none(find, sentence):
    assert not {"English", "Danish"} & set(names(find(sentence)))


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("The senator Ada Lund (D-Ohio) voted against it.", "Ohio"),
        ("Sen. Ann Lee, R-Texas, agreed.", "Texas"),
    ],
)
def test_the_letter_of_a_party_is_no_part_of_a_state(find, sentence, state):
    assert types(find(sentence))[state] == "schema:State"
