"""Things of articles on the same news: which may be one, and which are put together."""

from dataclasses import replace

import pytest
from entity_samples import article, chain, company, ids_of, nominal, person

from kg.graph.entities.portrait_signs import are_in_doubt, may_be_one, signs_of
from kg.graph.entities.portraits import Portrait
from kg.model import Claim, Frame, Passage, Role

NOBODY = frozenset()
GUNMAN = Portrait(
    root=0,
    records=(),
    kind="person",
    is_named=False,
    articles=frozenset({"a"}),
    names=NOBODY,
    head="gunman",
    nouns=frozenset({"gunman"}),
    details=frozenset({"masked"}),
    descriptions=frozenset({"masked gunman"}),
    determiners=frozenset({"the"}),
    deeds=frozenset({"object arrest"}),
    words=frozenset({"harbour", "arrest", "masked"}),
    companions=frozenset({"organization acme mills"}),
    sizes=NOBODY,
    genders=NOBODY,
    numbers=frozenset({False}),
    countries=NOBODY,
    owned=False,
)


def named(name: str, **more: object) -> Portrait:
    names = frozenset({frozenset(name.lower().split())})
    return replace(GUNMAN, articles=frozenset({"b"}), is_named=True, names=names, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "is_possible"),
    [
        ({}, {}, True),
        ({}, {"kind": "place"}, False),
        ({"kind": "organization"}, {"kind": "group"}, True),  # "the police" are either
        ({"sizes": frozenset({3})}, {"sizes": frozenset({2})}, False),
        ({"sizes": frozenset({3})}, {}, True),
        ({"genders": frozenset({"male"})}, {"genders": frozenset({"female"})}, False),
        ({}, {"numbers": frozenset({True})}, False),
        ({"countries": frozenset({"NO"})}, {"countries": frozenset({"DK"})}, False),
        ({}, {"companions": NOBODY}, True),
        ({"owned": True}, {}, True),  # both articles name Acme Mills
        ({"owned": True, "companions": NOBODY}, {}, False),
    ],
)
def test_what_contradicts_is_never_one(
    one: dict[str, object], other: dict[str, object], is_possible: bool
) -> None:
    first = replace(GUNMAN, **one)  # type: ignore[arg-type]
    second = replace(GUNMAN, **{"articles": frozenset({"b"}), **other})  # type: ignore[arg-type]
    assert may_be_one(first, second) is is_possible
    assert may_be_one(second, first) is is_possible


@pytest.mark.parametrize(
    ("other", "signs"),
    [
        ({"articles": frozenset({"a"})}, {"told apart", "told apart:1", "told apart in most"}),
        ({"articles": frozenset("abc")}, {"told apart", "told apart:1", "told apart in most"}),
        ({"companions": frozenset({"place tarnby"})}, {"other companions"}),
    ],
)
def test_what_one_article_tells_apart_or_other_things_beside_it_speak_against_one(
    other: dict[str, object], signs: set[str]
) -> None:
    second = replace(GUNMAN, **{"articles": frozenset({"b"}), **other})  # type: ignore[arg-type]
    assert are_in_doubt(GUNMAN, second) and may_be_one(GUNMAN, second)
    assert signs <= set(signs_of(GUNMAN, second, 0.3))
    plain = replace(second, articles=frozenset({"b"}), companions=GUNMAN.companions)
    assert not are_in_doubt(GUNMAN, plain)
    assert signs.isdisjoint(signs_of(GUNMAN, plain, 0.3))


def test_a_thing_told_apart_in_one_of_many_articles_is_told_apart_in_some() -> None:
    many = replace(GUNMAN, articles=frozenset("abcde"))
    other = replace(GUNMAN, articles=frozenset("efghi"))
    assert "told apart in some" in signs_of(many, other, 0.3)


def test_two_places_of_one_name_may_be_one_and_those_of_a_longer_name_are_not() -> None:
    tarn = named("Tarn", kind="place")
    again = replace(tarn, articles=frozenset({"a"}))
    assert may_be_one(tarn, again)
    assert not may_be_one(tarn, replace(named("South Tarn", kind="place"), articles=again.articles))
    danish = replace(again, countries=frozenset({"DK"}))
    assert not may_be_one(replace(tarn, countries=frozenset({"NO"})), danish)


@pytest.mark.parametrize(
    ("one", "other", "is_possible"),
    [
        ("Lo Verde", "Marco Lo Verde", True),
        ("Verde", "Marco Lo Verde", True),
        ("Marco Lo Verde", "Marco Lo Verde", True),
        ("Tarn", "Ivo Holm", False),
        ("Eva Holm", "Ivo Holm", False),
    ],
)
def test_two_names_contradict_unless_one_is_a_part_of_the_other(
    one: str, other: str, is_possible: bool
) -> None:
    first, second = replace(named(one), articles=frozenset({"a"})), named(other)
    assert may_be_one(first, second) is is_possible


def test_signs_do_not_depend_on_which_is_the_first() -> None:
    other = named("Ivo Holm", nouns=frozenset({"fisherman", "gunman"}), head="fisherman")
    signs = signs_of(GUNMAN, other, 0.3)
    assert signs == signs_of(other, GUNMAN, 0.3)
    assert {"common head", "deeds:1", "news 0.3", "companions:1", "one number"} <= set(signs)


STORY = (person("Ada Brandt"), company("Acme Mills"), company("Brandt Lines"))


def seized(id_: str, *things: object):
    """An article of one story in which the first thing is arrested at a harbour."""
    reading = article(id_, *things, *STORY, behind=" arrested beside the smokehouse quay")
    sentence = Passage(id_, 0, len(reading.article.text))
    claims = [
        Claim(Frame.VERB, verb, (Role("object", each.mentions[0]),), sentence, sentence, "test")
        for each in reading.chains[: len(things)]
        for verb in ("arrest", "extradite")
    ]
    return replace(reading, claims=tuple(claims))


SMUGGLER = chain("schema:Person", nominal("a suspected cigarette smuggler", "smuggler"))
LATER = chain("schema:Person", nominal("the alleged cigarette smuggler", "smuggler"))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (person("Marco Lo Verde"), person("Lo Verde")),
        (person("Ana Dos Ramos"), person("Dos Ramos")),
        (person("Ivo van den Holm"), person("van den Holm")),
    ],
)
def test_who_is_called_by_a_part_of_the_name_in_one_story_is_one(full, short) -> None:
    first, second = ids_of([seized("a", full), seized("b", short)])
    assert first == second


def test_of_two_that_are_as_likely_neither_is_the_one() -> None:
    other = chain("schema:Person", nominal("a convicted cigarette smuggler", "smuggler"))
    readings = [seized("a", SMUGGLER, other), seized("b", LATER)]
    found = {*ids_of(readings), ids_of(readings[:1], 1)[0]}
    assert len(found) == 3


def test_in_another_story_nobody_is_the_one() -> None:
    elsewhere = article("b", LATER, person("Eva Holm"), company("Other Foods"))
    first, second = ids_of([seized("a", SMUGGLER), elsewhere])
    assert first != second
