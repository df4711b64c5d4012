from dataclasses import replace

import pytest
from entity_samples import (
    article,
    chain,
    city,
    company,
    ids_of,
    ministry,
    name,
    named,
    nominal,
    state,
)

from kg.graph.entities import resolve


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Mills Inc.", "Acme Mills"),
        ("Acme Mills AG", "ACME Mills, N.V."),
        ("Acme & Sons", "Acme and Sons"),
        ("Air Brandt", "AirBrandt"),
        ("Brandt Defense Center", "Brandt Defence Centre"),
    ],
)
def test_ways_to_write_a_company_are_one_company(one, other):
    first, second = ids_of([article("a", company(one)), article("b", company(other))])
    assert first == second


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Northmoor Pictures", "Northmoor"),
        ("Fell & Dale NHS Trust", "Fell & Dale"),
        ("Harbourside Kings", "Kings"),
        ("Colegio San Telmo", "San Telmo"),
        ("Santé Rive Action", "SRA"),
    ],
)
def test_a_short_name_is_the_only_longer_one_of_its_article(full, short):
    (found,) = resolve([article("a", company(full), company(short))]).entities
    assert found.name == full


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Northmoor Pictures", "Northmoor Records"], "Northmoor"),
        (["Glass House"], "House"),
        (["Northmoor Pictures"], "N"),
        (["UNICEF Choir"], "UNICEF"),
    ],
)
def test_a_short_name_of_several_or_of_any_stays_apart(names, short):
    found = resolve([article("a", *map(company, names), company(short))]).entities
    assert {entity.name for entity in found} == {*names, short}


def test_different_companies_stay_apart():
    assert (
        len(set(ids_of([article("a", company("Acme Mills")), article("b", company("Acme Foods"))])))
        == 2
    )


def test_an_acronym_is_the_name_that_an_article_spells_out():
    readings = [
        article("a", company("Baltic Amber Trading Company", "BATC")),
        article("b", company("BATC")),
        article("c", company("BATC")),
    ]
    assert set(ids_of(readings)) == {"organization/baltic-amber-trading-company"}


def test_an_acronym_that_two_articles_spell_out_in_two_ways_stays_apart():
    readings = [
        article("a", company("Baltic Amber Trading Company", "BATC")),
        article("b", company("Bergen Air Transport Club", "BATC")),
        article("c", company("BATC")),
    ]
    assert len(set(ids_of(readings))) == 3


def test_initials_join_only_where_the_articles_share_something():
    full, short, other = company("Baltic Amber Trading"), company("BAT"), company("Acme Mills")
    assert len(set(ids_of([article("a", full, other), article("b", short, other)]))) == 1
    assert len(set(ids_of([article("a", full), article("b", short)]))) == 2


def test_the_gazetteer_knows_the_names_of_well_known_bodies():
    one, other = (
        article("a", chain("schema:Organization", "United Nations")),
        article("b", chain("schema:Organization", "UN")),
    )
    assert set(ids_of([one, other])) == {"organization/united-nations"}


@pytest.mark.parametrize(
    "other",
    [
        "Norway's Foreign Ministry",
        "Foreign Ministry of Norway",
        "Ministry of Foreign Affairs of Norway",
        "Ministry of Foreign Affairs of the Kingdom of Norway",
        "Norway Foreign Ministry",
    ],
)
def test_a_ministry_of_one_state_is_one_under_all_its_names(other):
    first, second = ids_of(
        [article("a", ministry("Norwegian Foreign Ministry")), article("b", ministry(other))]
    )
    assert first == second


def test_the_same_ministry_of_two_states_is_two():
    readings = [
        article("a", ministry("Norwegian Foreign Ministry")),
        article("b", ministry("Danish Foreign Ministry")),
    ]
    assert len(set(ids_of(readings))) == 2


def test_two_ministries_of_one_state_are_two():
    readings = [
        article("a", ministry("Norwegian Foreign Ministry")),
        article("b", ministry("Norwegian Defence Ministry")),
    ]
    assert len(set(ids_of(readings))) == 2


def test_a_bare_ministry_is_the_only_one_of_its_article():
    reading = article("a", ministry("Foreign Ministry"), ministry("Norwegian Foreign Ministry"))
    assert len(named([reading])) == 1


def test_a_bare_ministry_beside_two_joins_neither():
    reading = article(
        "a",
        ministry("Foreign Ministry"),
        ministry("Norwegian Foreign Ministry"),
        ministry("Danish Foreign Ministry"),
    )
    assert len(named([reading])) == 3


def test_the_country_of_a_mention_tells_whose_ministry_it_is():
    readings = [
        article("a", ministry(name("Foreign Ministry", country_code="NO"))),
        article("b", ministry("Norwegian Foreign Ministry")),
    ]
    assert len(set(ids_of(readings))) == 1


def test_embassies_of_one_state_in_two_countries_are_two():
    here = article("a", ministry("Norwegian Embassy"), state("Peru"), city("Lima"))
    same = article("b", ministry("Norwegian embassy"), state("Peru"))
    there = article("c", ministry("Norwegian Embassy"), state("Kenya"))
    first, second, third = ids_of([here, same, there])
    assert first == second != third


@pytest.mark.parametrize(
    ("mission", "embassy", "is_one"),
    [
        ("Danish mission", "Danish Embassy", True),
        ("Danish diplomatic mission", "Denmark's Embassy", True),
        ("Danish legation", "Danish Consulate", True),
        ("Danish representation", "Embassy of Denmark", True),
        ("Danish mission", "Norwegian Embassy", False),
        ("Norwegian legation", "Danish Embassy", False),
        ("Danish mission", "Danish Foreign Ministry", False),
        ("Danish school", "Danish Embassy", False),
    ],
)
def test_a_mission_is_the_only_embassy_of_its_country_in_the_news(mission, embassy, is_one):
    found = resolve([article("a", ministry(mission), ministry(embassy))])
    assert (found.entity_of["a", 0] == found.entity_of["a", 1]) is is_one


def test_a_mission_beside_an_embassy_and_a_consulate_is_neither():
    both = ministry("Danish Embassy"), ministry("Danish Consulate")
    found = resolve([article("a", ministry("Danish mission"), *both)])
    assert len({found.entity_of["a", index] for index in range(3)}) == 3


def test_a_chain_that_is_mostly_called_otherwise_is_the_other():
    readings = [
        article("a", company("Acme Executive", "Acme", "Acme", "Acme")),
        article("b", company("Acme")),
        article("c", company("Acme")),
    ]
    assert len(set(ids_of(readings))) == 1


def test_a_product_that_one_article_took_for_a_company_is_a_product():
    made = chain("schema:Product", "Amberphone", "Amberphone", "Amberphone")
    readings = [article("a", made), article("b", made), article("c", company("Amberphone"))]
    assert set(ids_of(readings)) == {"product/amberphone"}


def test_an_organisation_that_only_an_adjective_names_is_described():
    danish = replace(name("Danish"), type="schema:Country")
    firm = chain("schema:Organization", danish, nominal("the firm", "firm"))
    firm = replace(firm, mentions=(danish, *firm.mentions[1:]))
    assert [entity.name for entity in resolve([article("a", firm)]).entities] == ["firm"]


def test_a_company_without_a_name_is_described_and_joins_nothing():
    firm = chain("schema:Corporation", nominal("the company", "company"))
    first, second = ids_of([article("a", firm), article("b", firm)])
    assert first != second and first.startswith("organization/company-")
