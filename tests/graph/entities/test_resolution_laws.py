from dataclasses import replace

from entity_samples import article, chain, city, company, ministry, name, nominal, person, state
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.entities import resolve
from kg.model import Gender, Kind

READINGS = (
    article(
        "a",
        person("Ada Brandt", "Brandt"),
        company("Acme Mills Inc.", "Acme"),
        city("Bergen"),
        state("Norway", "Norwegian"),
    ),
    article("b", person("Brandt"), company("Acme Mills"), city("Cambridge"), state("Britain")),
    article(
        "c",
        person("Ada M. Brandt"),
        ministry("Norwegian Foreign Ministry"),
        city("Cambridge"),
        state("U.S."),
    ),
    article(
        "d",
        person("Mary"),
        chain("kg:Group", nominal("six Norwegian sailors", "sailor", size=6, country_code="NO")),
    ),
    article(
        "e",
        ministry(name("Foreign Ministry")),
        state("Norway"),
        chain("schema:Corporation", nominal("the firm", "firm")),
    ),
    article(
        "f", company("BATC", "Baltic Amber Trading Company"), company("Acme"), person("Eva Brandt")
    ),
)


@settings(max_examples=30, deadline=None)
@given(st.permutations(READINGS))
def test_the_order_of_the_articles_does_not_matter(readings):
    assert resolve(readings) == resolve(READINGS)


def test_a_chain_of_pronouns_is_no_entity():
    she = replace(name("she"), kind=Kind.PRONOUN)
    assert resolve([article("a", chain("schema:Person", she))]).entities == ()


def test_every_chain_with_a_class_has_one_entity_that_holds_its_mentions():
    found = resolve(READINGS)
    by_id = {entity.id: entity for entity in found.entities}
    assert len(by_id) == len(found.entities)
    for reading in READINGS:
        for index, each in enumerate(reading.chains):
            assert set(each.mentions) <= set(
                by_id[found.entity_of[reading.article.id, index]].mentions
            )


def test_entities_of_several_articles_say_why_they_are_one():
    for entity in resolve(READINGS).entities:
        if len({mention.passage.article for mention in entity.mentions}) > 1:
            assert entity.reasons, entity.id


def test_near_misses_are_other_entities_and_mutual():
    by_id = {entity.id: entity for entity in resolve(READINGS).entities}
    for entity in by_id.values():
        assert all(entity.id in by_id[other].near_misses for other in entity.near_misses)


def test_an_entity_keeps_its_id_when_articles_are_added():
    few, all_of = resolve(READINGS[:3]), resolve(READINGS)
    assert few.entity_of["a", 0] == all_of.entity_of["a", 0] == "person/ada-m-brandt"


def test_no_readings_give_no_entities():
    assert resolve([]).entities == ()


def test_somebody_outside_the_text_is_an_entity_and_is_called_unnamed():
    him = replace(
        chain("schema:Person", replace(name("He"), kind=Kind.PRONOUN), gender=Gender.MALE),
        outside=True,
    )
    firm = replace(
        chain("schema:Organization", replace(name("It"), kind=Kind.PRONOUN)), outside=True
    )
    found = resolve([article("a", him, firm)]).entities
    assert [entity.name for entity in found] == ["unnamed organization", "unnamed man"]
    assert all(entity.described for entity in found)
