"""What only repeats the words of a thing without a name is a refusal, unless more is told of the thing."""

from dataclasses import replace

import pytest

from kg.choices import Demand
from kg.graph.confidence import without_repetitions
from kg.graph.ontology import load
from kg.model import Entity, Event, Fact, Graph, Literal, Passage, Quotation

HERE = Passage("a", 0, 11)
PERSON, GROUP = ("schema:Person",), ("kg:Group",)
ADA = Entity("person/ada-lund", "Ada Lund", PERSON)
GLOBEX = Entity("organization/globex", "Globex", ("schema:Organization",))


def thing(name: str, types: tuple[str, ...] = PERSON) -> Entity:
    return Entity(f"thing/{name}", name, types, described=True, signs=("det:a",))


def title(of: Entity, words: str) -> Fact:
    return Fact(of.id, "schema:jobTitle", Literal(words), ("noun-phrase",), (HERE,))


def size(of: Entity, count: int) -> Fact:
    return Fact(of.id, "kg:size", Literal(str(count), "xsd:integer"), ("counted",), (HERE,))


def graph(about: Entity, *facts: Fact, **more: object) -> Graph:
    return replace(Graph(entities=(about, ADA, GLOBEX), facts=facts), **more)  # type: ignore[arg-type]


REPEATED = [
    (thing("spokeswoman"), "spokeswoman"),
    (thing("police spokesman"), "spokesman"),
    (thing("company's chief lawyer"), "chief lawyer"),
    (thing("former doctoral student"), "doctoral student"),
    (thing("retired ferry captain"), "ferry captain"),
]


@pytest.mark.parametrize(("about", "words"), REPEATED)
def test_a_title_that_is_in_the_name_of_a_thing_goes_with_the_thing(about, words):
    left = without_repetitions(graph(about, title(about, words)), load())
    assert not left.facts
    assert about not in left.entities
    [refusal] = left.refusals
    assert refusal.passage == HERE
    assert refusal.reason.startswith("said already")


@pytest.mark.parametrize("name", ["five players", "8,000 patients", "two of the members"])
def test_a_size_of_which_nothing_more_is_told_goes_too(name):
    about = thing(name, GROUP)
    assert not without_repetitions(graph(about, size(about, 5)), load()).facts


SPOKESWOMAN, PLAYERS = thing("spokeswoman"), thing("five players", GROUP)
OF_GLOBEX = Fact(SPOKESWOMAN.id, "kg:spokespersonFor", GLOBEX.id, ("noun-phrase",), (HERE,))
ADA_AMONG_THEM = Fact(ADA.id, "schema:memberOf", PLAYERS.id, ("listed-member",), (HERE,))
HURT = Event("event/hurt", "hurt", (), (("kg:patient", PLAYERS.id),), (HERE,), ("clause-passive",))


@pytest.mark.parametrize(
    "told",
    [
        graph(SPOKESWOMAN, title(SPOKESWOMAN, "spokeswoman"), OF_GLOBEX),
        graph(PLAYERS, size(PLAYERS, 5), ADA_AMONG_THEM),
        graph(PLAYERS, size(PLAYERS, 5), events=(HURT,)),
        graph(thing("one of the women"), title(thing("one of the women"), "doctor")),
        graph(ADA, title(ADA, "lund")),
        graph(SPOKESWOMAN, replace(title(SPOKESWOMAN, "spokeswoman"), decisions=("decision/1",))),
    ],
)
def test_what_an_event_or_another_fact_needs_stays_and_so_does_what_tells_more(told):
    assert without_repetitions(told, load()) == told


def test_a_quotation_keeps_its_speaker_but_not_the_repetition():
    said = Quotation("quotation/1", "It is over.", HERE, SPOKESWOMAN.id)
    told = graph(SPOKESWOMAN, title(SPOKESWOMAN, "spokeswoman"), quotations=(said,))
    left = without_repetitions(told, load())
    assert not left.facts
    assert SPOKESWOMAN in left.entities


def test_who_wants_many_facts_gets_repetitions_too():
    told = graph(SPOKESWOMAN, title(SPOKESWOMAN, "spokeswoman"))
    assert without_repetitions(told, load(), Demand.MANY) == told
