"""The kinds of names, by rules and learnt signs together, and names with a noun in small letters."""

import pytest

from kg.model import Kind
from kg.text.mentions.kinds import BIAS, probable_kind, weights_of_sign
from kg.text.mentions.vocabulary import NamedKind

LANDMARK = "schema:LandmarksOrHistoricalBuildings"
AUTHORITY = "schema:GovernmentOrganization"


def types(mentions):
    return {mention.text: mention.type for mention in mentions if mention.kind is Kind.NAME}


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        (
            "Oslo police said two men were held on Monday.",
            "Oslo police",
            "schema:GovernmentOrganization",
        ),
        ("Oslo police said two men were held on Monday.", "Oslo", "schema:City"),
        (
            "The Danish air force sent three jets.",
            "Danish air force",
            "schema:GovernmentOrganization",
        ),
        ("The Danish air force sent three jets.", "Danish", "schema:Country"),
        ("She was taken to Drammen hospital.", "Drammen hospital", "schema:Organization"),
        ("She was taken to Drammen hospital.", "Drammen", "schema:City"),
        ("The Korhonen family sold the mill in 1990.", "Korhonen family", "kg:Group"),
        ("The Tana river rose by two metres.", "Tana river", "schema:RiverBodyOfWater"),
        ("Flights from Vilnius airport were cancelled.", "Vilnius airport", "schema:Airport"),
        (
            "The Brazilian security forces closed the border.",
            "Brazilian security forces",
            "kg:ArmedGroup",
        ),
        ("The boat sank off Brakel harbour.", "Brakel harbour", LANDMARK),
        ("The Varna bridge was closed on Monday.", "Varna bridge", LANDMARK),
        ("The Mui Hoi ferry pier was shut.", "Mui Hoi ferry pier", LANDMARK),
        ("Six men died in the Kozlu coal mine.", "Kozlu coal mine", LANDMARK),
        ("The Amalgo union called a strike.", "Amalgo union", "schema:Organization"),
        ("The Karsten museum lent the statue.", "Karsten museum", "schema:Organization"),
        ("The Interior ministry said no.", "Interior ministry", "schema:GovernmentOrganization"),
        ("The Brakel port authority said no.", "Brakel port authority", AUTHORITY),
    ],
)
def test_a_noun_in_small_letters_makes_one_name_with_the_name_before_it(
    find, sentence, name, type_
):
    assert types(find(sentence))[name] == type_


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Lima police chief, Ada Lund, resigned.", "Lima police"),
        ("The Korhonen family doctor retired.", "Korhonen family"),
        ("Norway's army chief resigned.", "Norway's army"),
        ("In Oslo, police held two men.", "Oslo, police"),
        ("Ada Lund saw the river.", "Ada Lund saw the river"),
        ("A Leeds school closed on Monday.", "Leeds school"),
        ("The Paris museum reopened on Monday.", "Paris museum"),
        ("The Brakel harbour master resigned.", "Brakel harbour"),
        ("They left the Atlantic harbour of Lagos.", "Atlantic harbour"),
        ("A ship left the Baltic port of Riga.", "Baltic port"),
        ("Ada Lund crossed the bridge.", "Ada Lund crossed the bridge"),
    ],
)
def test_a_noun_that_belongs_to_another_makes_no_name(find, sentence, name):
    assert name not in types(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "place", "type_"),
    [
        ("Lima City Council voted against the plan.", "Lima", "schema:City"),
        ("The case went to Leeds Crown Court.", "Leeds", "schema:City"),
        ("They landed at Vilnius International Airport.", "Vilnius", "schema:City"),
        ("He was jailed at Thaxby Crown Court.", "Thaxby", "schema:Place"),
        ("She died at Ashwell General Hospital.", "Ashwell", "schema:Place"),
        ("They appeared at Knockmore District Court.", "Knockmore", "schema:Place"),
    ],
)
def test_the_place_that_a_public_body_begins_with_is_a_name_of_its_own(
    find, sentence, place, type_
):
    assert types(find(sentence))[place] == type_


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Denver Steelworks Ltd. was sold.", "Denver"),
        ("She reads the Chicago Herald every day.", "Chicago"),
        ("The Federal District Court ruled on Monday.", "Federal"),
        ("The Supreme Court ruled on Monday.", "Supreme"),
        ("She died at Royal University Hospital.", "Royal"),
    ],
)
def test_the_place_in_the_name_of_a_firm_or_a_newspaper_is_none(find, sentence, name):
    assert name not in types(find(sentence))


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("Ruslana Imanova, a nurse from Durban, was waiting.", "Durban", "schema:City"),
        ("The stage ran from Logroño to Soria.", "Logroño", "schema:City"),
        ("A teacher from Steyr died on Friday.", "Steyr", "schema:City"),
    ],
)
def test_a_known_city_is_a_place_whatever_the_model_takes_it_for(find, sentence, name, type_):
    assert types(find(sentence))[name] == type_


def test_the_table_has_weights_of_known_kinds_only():
    table = weights_of_sign()
    assert dict(table[BIAS]).keys() <= set(NamedKind)
    assert all(abs(weight) < 5 for weights in table.values() for _, weight in weights)


def test_the_kind_with_the_highest_sum_wins():
    assert probable_kind({"vote place": 2.0, "label GPE": 1.0}) == NamedKind.PLACE
    assert probable_kind({"vote person": 2.0, "label PERSON": 1.0}) == NamedKind.PERSON


def test_signs_that_the_table_lacks_say_nothing():
    assert probable_kind({"vote place": 2.0, "no such sign": 9.0}) == NamedKind.PLACE


@pytest.mark.parametrize(
    ("sentence", "name", "type_"),
    [
        ("The festival's sponsor, Petrovia, paid for it.", "Petrovia", "schema:Organization"),
        ("The journal Ilves Letters printed the paper.", "Ilves Letters", "schema:Organization"),
        ("The White House said no.", "White House", "schema:GovernmentOrganization"),
        ("Ilze Jansone met Kaspars Berzins.", "Ilze Jansone", "schema:Person"),
        ("A trawler, the Sofia II, rescued two men.", "Sofia II", "schema:Product"),
        ("The river cruiser Lady Anna sank near Bonn.", "Lady Anna", "schema:Product"),
        ("The patrol cutter Marja followed them.", "Marja", "schema:Product"),
        ("She was second in the Vuelta a Murcia.", "Vuelta a Murcia", "sem:Event"),
        ("The Museum of the Sea lent the statue.", "Museum of the Sea", "schema:Organization"),
        ("Lady Anna Lund met the captain.", "Anna Lund", "schema:Person"),
    ],
)
def test_the_noun_beside_a_name_or_its_own_words_tell_its_kind(find, sentence, name, type_):
    assert types(find(sentence))[name] == type_


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Turnout was 58 percent.", "Turnout"),
        ("Keys from the cells sell on the web.", "Keys"),
        ("The former Olympic rower Ann Lund left.", "Olympic"),
        ("She made her Olympic debut in 2012.", "Olympic"),
        ("Ann Lund left Lima (Sunday).", "Sunday"),
    ],
)
def test_a_common_word_with_a_capital_names_nothing(find, sentence, word):
    assert word not in types(find(sentence))


def test_a_word_with_a_capital_elsewhere_is_a_name(find):
    text = "Keys left Oslo on Monday. The court said that Keys had sold the house."
    assert "Keys" in types(find(text))
