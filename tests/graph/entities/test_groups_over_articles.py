from entity_samples import (
    article,
    chain,
    city,
    company,
    ids_of,
    name,
    named,
    nominal,
    person,
    state,
)

from kg.graph.entities import resolve


def sailors(*, members=(), size=6, code="NO", words="six Norwegian sailors"):
    return chain(
        "kg:Group", nominal(words, "sailor", size=size, country_code=code), members=members
    )


STORY = (person("Ada Brandt"), company("Acme Mills"), city("Bergen"), company("Brandt Lines"))


def test_a_described_group_has_size_kind_and_country():
    entity = resolve([article("a", sailors())]).entities[0]
    assert (entity.name, entity.size, entity.member_type, entity.country) == (
        "six Norwegian sailors",
        6,
        "sailor",
        "NO",
    )
    assert entity.described and entity.types == ("kg:Group", "sem:Actor")
    assert entity.id.startswith("group/six-norwegian-sailors-")


def test_groups_of_one_size_kind_and_country_are_one_in_articles_about_the_same_things():
    assert len(set(ids_of([article("a", sailors(), *STORY), article("b", sailors(), *STORY)]))) == 1


def test_such_groups_stay_apart_in_other_articles_or_with_another_size():
    other = (person("Eva Holm"), company("Other Foods"), city("Lima"))
    assert len(set(ids_of([article("a", sailors(), *STORY), article("b", sailors(), *other)]))) == 2
    assert (
        len(set(ids_of([article("a", sailors(), *STORY), article("b", sailors(size=7), *STORY)])))
        == 2
    )


def test_groups_with_a_common_member_are_one_and_know_their_members():
    first = article("a", sailors(members=[1]), person("Otto Lind"))
    second = article(
        "b", sailors(members=[1], code="", words="the six sailors"), person("Otto Lind")
    )
    found = resolve([first, second])
    group = next(entity for entity in found.entities if entity.size == 6)
    assert group.members == ("person/otto-lind",)
    assert found.entity_of["a", 0] == found.entity_of["b", 0]


def test_a_group_with_a_name_is_one_by_its_name():
    band = chain("kg:Group", "Amber Singers")
    assert set(ids_of([article("a", band), article("b", band)])) == {"group/amber-singers"}


def test_a_chain_without_a_class_has_no_entity():
    found = resolve([article("a", chain("", "Something"), state("Norway"))])
    assert ("a", 0) not in found.entity_of and len(found.entities) == 1


def test_a_demonym_is_no_alias_of_the_country():
    entity = named([article("a", state("Norway", name("Norwegian")))])["place/norway"]
    assert entity.aliases == ()
