import pytest

from kg.gazetteer import (
    countries,
    country,
    country_by_iso,
    demonym,
    given_name_gender,
    is_common_word,
    is_given_name,
    is_place,
    name_key,
    organization,
    organizations,
    places,
    region_of,
)
from kg.model import Gender
from kg.tables import listed, table
from kg.vocabulary.prefixes import PREFIXES


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("Norway", "NO"),
        ("NORWAY", "NO"),
        ("PERU", "PE"),
        ("U.S.", "US"),
        ("US", "US"),
        ("United States of America", "US"),
        ("the Netherlands", "NL"),
        ("Holland", "NL"),
        ("Burma", "MM"),
        ("DPRK", "KP"),
        ("UK", "GB"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("USSR", "SU"),
        ("us", None),
        ("Us", None),
        ("turkey", None),
        ("it", None),
        ("England", None),
        ("", None),
    ],
)
def test_a_country_is_found_under_each_of_its_names_and_words_are_no_countries(name, iso):
    found = country(name)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("word", "iso"),
    [
        ("Danish", "DK"),
        ("Dane", "DK"),
        ("Danes", "DK"),
        ("Swiss", "CH"),
        ("Dutchmen", "NL"),
        ("Frenchwomen", "FR"),
        ("Spaniards", "ES"),
        ("Turks", "TR"),
        ("Chinese", "CN"),
        ("South Korean", "KR"),
        ("Scottish", "GB"),
        ("Soviet", "SU"),
        ("Germans", "DE"),
        ("polish", None),
        ("Korean", None),
        ("Norway", None),
    ],
)
def test_a_demonym_gives_its_country(word, iso):
    found = demonym(word)
    assert (found.iso if found else None) == iso


def test_every_country_of_today_has_a_code_coordinates_and_a_record_number():
    for each in countries():
        if not each.historical and each.iso not in (
            "AX",
            "BL",
            "BQ",
            "CW",
            "MF",
            "SX",
            "XK",
            "PS",
            "TC",
            "VG",
            "VI",
            "AQ",
        ):
            assert each.geonames and each.latitude and each.longitude, each.name
            assert country_by_iso(each.iso) is each


def test_a_capital_is_known_as_the_capital_of_its_country():
    first = places("Oslo")[0]
    assert (first.type, first.capital_of, first.countries, first.geonames) == (
        "schema:City",
        "NO",
        ("NO",),
        "3143244",
    )


@pytest.mark.parametrize(
    ("name", "first", "type_", "home"),
    [
        ("Georgia", "Georgia", "schema:Country", "GE"),
        ("New York", "New York", "schema:City", "US"),
        ("Washington", "Washington", "schema:City", "US"),
        ("Victoria", "Victoria", "schema:State", "AU"),
        ("Kiev", "Kyiv", "schema:City", "UA"),
        ("Bombay", "Mumbai", "schema:City", "IN"),
        ("Calif.", "California", "schema:State", "US"),
        ("River Thames", "Thames", "schema:RiverBodyOfWater", "GB"),
        ("Danube River", "Danube", "schema:RiverBodyOfWater", "DE"),
        ("Lake Victoria", "Lake Victoria", "schema:LakeBodyOfWater", "UG"),
        ("Mt. Everest", "Mount Everest", "schema:Mountain", "NP"),
        ("Siberia", "Siberia", "kg:Region", "RU"),
        ("Scotland", "Scotland", "kg:Region", "GB"),
        ("Heathrow", "Heathrow Airport", "schema:Airport", "GB"),
    ],
)
def test_the_likeliest_place_of_a_name_comes_first(name, first, type_, home):
    found = places(name)[0]
    assert (found.name, found.type, found.countries[0]) == (first, type_, home)


def test_places_that_bear_the_name_come_before_those_that_have_it_as_another_name():
    found = places("Santiago")
    exact = [place.is_named("Santiago") for place in found]
    assert exact == sorted(exact, reverse=True) and len(found) > 2


@pytest.mark.parametrize(
    ("name", "expected"), [("Nice", True), ("Reading", True), ("Split", True), ("Oslo", False)]
)
def test_a_city_whose_name_is_a_word_is_marked(name, expected):
    assert is_common_word(name) is expected
    assert places(name)[0].common_word is expected


def test_every_city_is_found_under_each_of_its_names():
    for name, *_, geonames, _, _, aliases in table("kg.gazetteer", "data/cities.tsv.gz"):
        for each in filter(name_key, (name, *listed(aliases))):
            assert geonames in {place.geonames for place in places(each)}, (name, each)


def test_a_city_is_not_found_under_the_beginning_of_its_name():
    assert is_place("Guadalajara") and not is_place("Guadalajar")


def test_a_word_without_a_capital_is_no_place():
    assert is_place("Nice") and not is_place("nice")


def test_cities_lie_in_their_divisions():
    assert {"Texas", ""} >= {p.division for p in places("Houston")[:1]}
    assert places("Munich")[0].division == "Bavaria"


@pytest.mark.parametrize(
    ("word", "region"),
    [
        ("European", "Europe"),
        ("Kurds", "Kurdistan"),
        ("Korean", "Korean Peninsula"),
        ("Danish", None),
    ],
)
def test_a_word_for_the_people_of_a_region_gives_the_region(word, region):
    found = region_of(word)
    assert (found.name if found else None) == region


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mary", Gender.FEMALE),
        ("John", Gender.MALE),
        ("Dmitry", Gender.MALE),
        ("Yekaterina", Gender.FEMALE),
        ("Hiroshi", Gender.MALE),
        ("Fatima", Gender.FEMALE),
        ("François", Gender.MALE),
        ("Francois", Gender.MALE),
        ("Robin", Gender.UNKNOWN),
        ("Andrea", Gender.UNKNOWN),
        ("Oslo", Gender.UNKNOWN),
    ],
)
def test_a_given_name_tells_a_gender_only_where_it_is_clear(name, gender):
    assert given_name_gender(name) is gender


def test_given_names_of_many_languages_are_known():
    assert all(
        map(
            is_given_name,
            ("Mary", "Olena", "Jürgen", "Kwame", "Priya", "Jean-Pierre", "Mehmet", "Ayşe"),
        )
    )
    assert not is_given_name("Table")


@pytest.mark.parametrize(
    ("name", "full", "type_"),
    [
        ("UN", "United Nations", "schema:Organization"),
        ("U.N.", "United Nations", "schema:Organization"),
        ("the Associated Press", "Associated Press", "schema:NewsMediaOrganization"),
        ("The Hill", "The Hill", "schema:NewsMediaOrganization"),
        ("Tories", "Conservative Party", "kg:PoliticalParty"),
        ("Hizbollah", "Hezbollah", "kg:ArmedGroup"),
        ("MIT", "Massachusetts Institute of Technology", "schema:EducationalOrganization"),
    ],
)
def test_a_well_known_organisation_is_found_under_its_names(name, full, type_):
    found = organization(name)
    assert found is not None
    assert (found.name, found.type) == (full, type_)


@pytest.mark.parametrize("name", ["who", "Who", "un", "it", "Hill", "Age", "Australian", "Nobody"])
def test_a_common_word_is_no_organisation(name):
    assert organization(name) is None


def test_every_class_is_a_curie_of_the_vocabulary():
    types = {each.type for each in organizations()} | {
        p.type for name in ("Oslo", "Danube", "Alps") for p in places(name)
    }
    assert {type_.partition(":")[0] for type_ in types} <= PREFIXES.keys()
