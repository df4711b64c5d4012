"""Forms that decide only now and then: initials, a rare longer name, a description that tells more than another."""

from entity_samples import article, chain, company, ids_of, named, nominal, person

from kg.graph.entities import resolve


def test_initials_are_the_only_such_person_where_the_articles_share_something():
    readings = [
        article("a", person("Ada Brandt"), company("Acme Mills")),
        article("b", person("A. Brandt"), company("Acme Mills")),
    ]
    first, second = ids_of(readings)
    assert first == second == "person/ada-brandt"


def test_initials_of_two_such_people_are_neither():
    mills = company("Acme Mills")
    readings = [
        article(x, person(who), mills)
        for x, who in zip("abc", ("Ada Brandt", "Anna Brandt", "A. Brandt"), strict=True)
    ]
    assert len(set(ids_of(readings))) == 3


def test_other_initials_are_another_person():
    readings = [
        article("a", person("Ada Brandt"), company("Acme Mills")),
        article("b", person("E. Brandt"), company("Acme Mills")),
    ]
    assert len(set(ids_of(readings))) == 2


def test_a_person_has_the_fullest_name_and_a_firm_only_where_it_is_not_rare():
    ada = person(*["Ada Brandt"] * 40, "Ada Maria Brandt")
    mills = company(*["Acme Mills"] * 40, "Acme Mills Old Works Northern Trading")
    found = named([article("a", ada, mills)])
    assert {entity.name for entity in found.values()} == {"Ada Maria Brandt", "Acme Mills"}


def test_a_description_that_tells_the_nationality_or_the_number_goes_before_a_plain_one():
    plain, norwegian = (
        nominal("the envoys", "envoy"),
        nominal("Norwegian envoys", "envoy", country_code="NO"),
    )
    counted = nominal("eight envoys", "envoy", size=8)
    for telling, words in ((norwegian, "Norwegian envoys"), (counted, "eight envoys")):
        (found,) = resolve([article("a", chain("kg:Group", plain, plain, plain, telling))]).entities
        assert words.lower() in found.name.lower()
