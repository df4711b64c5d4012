"""People of one name in two articles: what each article tells of them decides whether they are one."""

from dataclasses import replace

import pytest
from entity_samples import article, chain, company, ids_of, nominal, person

from kg.graph.entities import resolve
from kg.model import Claim, Frame, Gender, Passage, Role


def told(id_, text, *, day="2024-03-05", who="Ada Brandt"):
    """A reading of "age 34, poet, of NO, he, with Acme Mills and Otto Lind": what is told of somebody."""
    gender = Gender.UNKNOWN
    companions, nouns, age, born, country = [], [], "", "", ""
    for part in filter(None, text.split(", ")):
        kind, _, rest = part.partition(" ")
        if kind in ("he", "she"):
            gender = Gender.MALE if kind == "he" else Gender.FEMALE
        elif kind == "with":
            companions += [
                person(each) if each.startswith("Otto") else company(each)
                for each in rest.split(" and ")
            ]
        elif kind == "age":
            age = rest
        elif kind == "born":
            born = rest
        elif kind == "of":
            country = rest
        else:
            nouns.append(part)
    words = [nominal(f"the {noun}", noun, country_code=country) for noun in nouns]
    reading = article(id_, person(who, *words, gender=gender), *companions)
    first = reading.chains[0].mentions[0]
    values = (("kg:age", age), ("schema:birthDate", born))
    claims = [
        Claim(
            Frame.RELATION,
            curie,
            (Role("subject", first),),
            first.passage,
            Passage(id_, 0, 9),
            "age",
            value=value,
        )
        for curie, value in values
        if value
    ]
    return replace(reading, article=replace(reading.article, published=day), claims=tuple(claims))


ONE = """
age 34 | age 34
age 34 | age 35
plumber | plumber
plumber |
poet | novelist
poet, of NO | poet
minister | lawyer
minister | former general
general | politician
striker | captain
striker | coach
manager | banker
president | minister
of NO, envoy | of NO, minister
age 34, plumber | plumber
he, poet | poet
plumber, with Acme Mills | poet, with Acme Mills
he, with Acme Mills and Otto Lind | she, with Acme Mills and Otto Lind
of NO, minister, with Acme Mills | of DK, minister, with Acme Mills
born 1990-02-01, poet | age 34
 | with Acme Mills
"""
TWO = """
age 34 | age 71
age 34, plumber | age 61, plumber
age 34, with Acme Mills | age 71, with Acme Mills
born 1990-02-01 | age 16
plumber | poet
banker | striker
swimmer | president
surgeon | footballer
of NO, minister | of DK, minister
of CL, president | of PT, minister
he | she
he, with Acme Mills | she, with Acme Mills
age 34, plumber | age 71, poet
priest | cyclist
banker, with Acme Mills | striker, with Bolt City
"""


def rows(table):
    return [line.split("|") for line in table.strip("\n").splitlines()]


@pytest.mark.parametrize(("one", "other"), rows(ONE))
def test_what_two_articles_tell_may_be_one_person(one, other):
    first, second = ids_of([told("a", one.strip()), told("b", other.strip())])
    assert first == second


@pytest.mark.parametrize(("one", "other"), rows(TWO))
def test_what_two_articles_tell_cannot_be_one_person(one, other):
    first, second = ids_of([told("a", one.strip()), told("b", other.strip())])
    assert first != second


def test_an_age_is_that_of_the_day_of_its_article():
    readings = [told("a", "age 34", day="2014-03-05"), told("b", "age 44", day="2024-03-05")]
    assert len(set(ids_of(readings))) == 1


def test_namesakes_have_readable_ids_and_are_near_misses():
    found = resolve([told("a", "plumber"), told("b", "poet"), told("c", "poet")])
    people = {entity.id: entity for entity in found.entities if entity.id.startswith("person/")}
    assert sorted(people) == ["person/ada-brandt", "person/ada-brandt-plumber"]
    assert people["person/ada-brandt-plumber"].near_misses == ("person/ada-brandt",)


def test_an_article_that_tells_nothing_goes_to_whom_its_companions_belong():
    readings = [
        told("a", "plumber, with Acme Mills"),
        told("b", "poet, with Bolt Press"),
        told("c", "with Bolt Press"),
    ]
    plumber, poet, third = ids_of(readings)
    assert plumber != poet == third


def test_an_article_that_tells_nothing_of_two_is_neither_unless_one_is_far_better_known():
    readings = [told("a", "plumber"), told("b", "poet"), told("z", "")]
    assert len(set(ids_of(readings))) == 3
    known = [told(f"b{number}", "poet") for number in range(6)]
    ids = ids_of([told("a", "plumber"), *known, told("z", "")])
    assert ids[-1] == ids[1] != ids[0]


def test_a_longer_form_of_a_name_goes_to_the_one_bearer_whom_it_does_not_contradict():
    readings = [
        told("a", "plumber"),
        told("b", "poet"),
        told("c", "novelist", who="Ada Maria Brandt"),
    ]
    plumber, poet, third = ids_of(readings)
    assert plumber != poet == third


def test_the_order_of_the_articles_makes_no_difference():
    readings = [
        told("a", "plumber"),
        told("b", "poet"),
        told("c", "age 71"),
        told("d", "age 20, swimmer"),
    ]
    assert resolve(readings).entity_of == resolve(readings[::-1]).entity_of


STORY = (person("Ada Brandt"), company("Acme Mills"), company("Brandt Lines"))


def thing(text, noun, type_="schema:Person"):
    return chain(type_, nominal(text, noun))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thing("a bomb disposal expert", "expert"), thing("the bomb disposal expert", "expert")),
        (thing("the police", "police", "schema:Organization"), thing("Police", "police", "schema:Organization")),
        (thing("state media", "medium", "schema:Organization"), thing("state media", "medium", "schema:Organization")),
        (thing("an ice cream shop", "shop", "schema:Place"), thing("the ice cream shop", "shop", "schema:Place")),
        (thing("a judge", "judge"), thing("the judge", "judge")),
    ],
)  # fmt: skip
def test_things_described_alike_are_one_in_articles_about_the_same_things(one, other):
    first, second = ids_of([article("a", one, *STORY), article("b", other, *STORY)])
    assert first == second
    elsewhere = article("c", other, person("Eva Holm"), company("Other Foods"))
    assert len(set(ids_of([article("a", one, *STORY), elsewhere]))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (thing("a man", "man"), thing("the man", "man")),
        (thing("her brother", "brother"), thing("his brother", "brother")),
        (thing("a traffic policeman", "policeman"), thing("a retired policeman", "policeman")),
        (thing("the old shop", "shop", "schema:Place"), thing("the old shop", "shop", "schema:Organization")),
    ],
)  # fmt: skip
def test_things_described_in_other_words_or_as_anybody_stay_apart(one, other):
    assert len(set(ids_of([article("a", one, *STORY), article("b", other, *STORY)]))) == 2


def test_of_two_things_described_alike_in_one_article_neither_is_joined():
    guard = thing("a prison guard", "guard")
    readings = [article("a", guard, guard, *STORY), article("b", guard, *STORY)]
    assert len(set(ids_of(readings))) == 2
    assert ids_of(readings, 1)[0] != ids_of(readings, 0)[1]


def test_articles_with_the_same_rare_words_within_three_weeks_tell_the_same_news():
    rare = "avalanche glacier mountaineers rope summit"

    def dated(id_, day, words):
        firms = [company(f"Firm {id_}"), company(f"Works {id_}"), company("Acme Mills")]
        reading = article(
            id_, thing("a prison guard", "guard"), *(firms if words == rare else firms[:2])
        )
        text = f"{reading.article.text} {words}"
        return replace(reading, article=replace(reading.article, text=text, published=day))

    others = [
        dated(f"z{number:02}", "", f"word{chr(97 + number)}xx everyday") for number in range(26)
    ]
    readings = [
        dated("a", "2024-03-05", rare),
        dated("b", "2024-03-07", rare),
        dated("c", "2024-06-07", rare),
    ]
    first, second, third, *_ = ids_of([*readings, *others, dated("y", "", "plain")])
    assert first == second != third
