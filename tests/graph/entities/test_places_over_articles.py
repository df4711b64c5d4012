import pytest
from entity_samples import article, chain, city, ids_of, name, named, state

from kg.graph.entities import gazetteer_facts, resolve


def test_a_country_is_one_under_all_its_names_and_adjectives():
    readings = [
        article("a", state("U.S.")),
        article("b", state("United States")),
        article("c", state("American")),
    ]
    entity = named(readings)["place/united-states"]
    assert set(ids_of(readings)) == {"place/united-states"}
    assert (entity.name, entity.aliases, entity.country) == ("United States", ("U.S.",), "US")
    assert entity.links[0].predicate == "owl:sameAs"


def test_a_city_is_linked_and_placed_where_the_article_names_its_country():
    entity = named([article("a", city("Bergen"), state("Norway"))])["place/bergen"]
    assert [(link.predicate, link.iri) for link in entity.links] == [
        ("owl:sameAs", "https://sws.geonames.org/3161732/")
    ]
    assert (entity.country, entity.latitude[:2], entity.source) == (
        "NO",
        "60",
        "gazetteer:geonames",
    )


def test_countries_and_capitals_are_linked_to_wikidata_beside_geonames():
    readings = [article("a", state("Denmark"), city("Warsaw"), state("Poland"))]
    entities = named(readings)
    links = {id_: [link.iri for link in entity.links] for id_, entity in entities.items()}
    assert links["place/denmark"] == [
        "https://sws.geonames.org/2623032/",
        "http://www.wikidata.org/entity/Q35",
    ]
    assert links["place/warsaw"][1:] == ["http://www.wikidata.org/entity/Q270"]
    assert {link.predicate for entity in entities.values() for link in entity.links} == {
        "owl:sameAs"
    }


def test_namesakes_in_different_countries_stay_apart():
    readings = [
        article("a", city("Cambridge"), state("Britain")),
        article("b", city("Cambridge"), state("United States")),
    ]
    first, second = ids_of(readings)
    assert first != second
    assert sorted([first, second])[0] == "place/cambridge"


def test_the_words_behind_the_name_tell_which_place_it_is():
    entity = named([article("a", city("Paris"), behind=", Texas")])["place/paris"]
    assert (entity.country, entity.links[0].predicate) == ("US", "owl:sameAs")


def test_a_city_whose_name_is_a_word_is_linked_only_as_a_close_match_without_its_country():
    entity = named([article("a", city("Nice"))])["place/nice"]
    assert [link.predicate for link in entity.links] == ["skos:closeMatch"]
    assert (entity.latitude, entity.country, entity.source) == ("", "", "")


def test_a_place_that_the_gazetteer_does_not_know_is_one_by_its_name():
    hill = chain("schema:Place", "Brandt Hill")
    assert set(ids_of([article("a", hill), article("b", hill)])) == {"place/brandt-hill"}


def test_a_name_in_capitals_is_spelt_as_the_gazetteer_spells_it():
    assert named([article("a", city("OSLO"), state("Norway"))])["place/oslo"].name == "Oslo"


def test_a_city_is_called_by_its_usual_name():
    entity = named([article("a", city("Washington", "Washington", "Washington, D.C."))])[
        "place/washington"
    ]
    assert entity.aliases == ("Washington, D.C.",)


def test_a_small_town_abroad_is_not_taken_for_its_namesake():
    entity = named([article("a", city("Moss"), state("Peru"))])["place/moss"]
    assert entity.links == () and entity.country == ""


def test_a_world_city_is_not_taken_for_a_small_namesake_in_a_country_that_is_named():
    entity = named([article("a", city("Paris"), state("United States"))])["place/paris"]
    assert entity.country == "FR"


def test_the_adjective_of_a_region_is_the_region():
    assert ids_of([article("a", chain("kg:Region", name("European")))]) == ["place/europe"]


@pytest.mark.parametrize(
    ("chains", "facts"),
    [
        (
            [city("Oslo"), state("Norway")],
            [("place/oslo", "kg:capitalOf"), ("place/oslo", "schema:containedInPlace")],
        ),
        ([city("Oslo")], []),
        ([state("Norway"), state("Sweden")], []),
        ([chain("schema:RiverBodyOfWater", "Danube"), state("Hungary")], []),
    ],
)
def test_the_gazetteer_tells_facts_only_between_what_the_articles_name(chains, facts):
    found = gazetteer_facts(resolve([article("a", *chains)]).entities)
    assert [(fact.subject, fact.predicate) for fact in found] == facts
    assert all(
        fact.gazetteer == "GeoNames" and not fact.evidence and fact.articles == 0 for fact in found
    )
