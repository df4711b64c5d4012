"""What a fact implies by its property has a statement of its own, once, with the evidence of the fact."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdf_samples import (
    GRAPH_WITH_IMPLIED,
    LEADS,
    LIES,
    OTHER,
    VOCABULARY,
    SampleProperty,
    SampleVocabulary,
    asker,
    passage,
)

from kg.model import Fact, Factuality, Literal, Passage
from kg.rdf.content import plain_descriptions
from kg.rdf.entailment import Entailment
from kg.rdf.inferred import with_inferred
from kg.rdf.iris import Iris
from kg.rdf.triples import triples

says = asker(triples(GRAPH_WITH_IMPLIED, VOCABULARY))
WORKS = ("person/ada-quist", "schema:worksFor", "organization/brightwater")
ELSEWHERE = replace(
    LEADS,
    rules=("verb",),
    evidence=(Passage("resign-3c4d", 0, len(OTHER)),),
    factuality=Factuality.REPORTED,
    role="",
    articles=1,
)


def implied(facts, vocabulary=VOCABULARY):
    """Return what is added to some facts."""
    found = with_inferred(facts, vocabulary)
    assert list(found[: len(facts)]) == facts
    return found[len(facts) :]


def ends(fact):
    return fact.subject, fact.predicate, fact.object


def test_the_statement_has_evidence_factuality_and_confidence_of_its_premise_and_says_that_it_is_inferred():
    assert says(
        "?st rdf:subject person:ada-quist ; rdf:predicate schema:worksFor ; rdf:object organization:brightwater ;"
        ' kg:rule "inferred:kg:leads" ; kg:confidence 0.90 ; kg:factuality kg:Asserted ; kg:sourceCount 0 ; kg:role "chief" ;'
        ' schema:startDate "2019"^^xsd:gYear ; prov:wasDerivedFrom <urn:newskg:local/document/quist-1a2b#char=0,33>'
    )
    assert not says("?st rdf:predicate schema:employee")  # which says the same the other way round


def test_a_premise_that_is_only_reported_or_known_by_a_gazetteer_hands_that_on():
    vocabulary = SampleVocabulary({"schema:containedInPlace": SampleProperty(parents=("kg:near",))})
    [near] = implied([LIES], vocabulary)
    assert (near.gazetteer, near.evidence, near.articles) == ("geonames", (), 0)
    reported = replace(LEADS, factuality=Factuality.REPORTED, speakers=("person/x",))
    [works] = implied([reported])
    assert (works.factuality, works.speakers) == (Factuality.REPORTED, ("person/x",))


@pytest.mark.parametrize(
    "change",
    [{"past": True}, {"factuality": Factuality.DENIED}, {"factuality": Factuality.PLANNED}],
)
def test_what_does_not_stand_implies_nothing(change):
    assert implied([replace(LEADS, **change)]) == ()


@pytest.mark.parametrize(
    "said",
    [
        ends(LEADS)[:1] + WORKS[1:],
        ("organization/brightwater", "schema:employee", "person/ada-quist"),
    ],
)
def test_what_is_said_itself_in_either_direction_is_not_inferred(said):
    assert implied([LEADS, Fact(*said, ("verb",), (passage("Ada Quist"),))]) == ()


def test_a_past_statement_of_the_same_does_not_stand_for_it():
    past = Fact(*WORKS, ("ex",), (passage("Ada Quist"),), past=True)
    assert [ends(fact) for fact in implied([LEADS, past])] == [WORKS]


def test_several_premises_make_one_statement_with_all_their_evidence():
    vocabulary = SampleVocabulary(
        {name: SampleProperty(parents=("kg:c",)) for name in ("kg:a", "kg:b")}
    )
    premises = [
        replace(ELSEWHERE, predicate="kg:a", confidence=0.6),
        replace(LEADS, predicate="kg:b"),
    ]
    [one] = implied(premises, vocabulary)
    assert one.rules == ("inferred:kg:a", "inferred:kg:b")
    assert one.evidence == tuple(sorted((*LEADS.evidence, *ELSEWHERE.evidence)))
    assert (one.factuality, one.confidence, one.role, one.articles) == (
        Factuality.ASSERTED,
        0.9,
        "chief",
        0,
    )


NAMES = [f"kg:{letter}" for letter in "abcd"]
PROPERTIES = st.builds(
    SampleProperty,
    inverse=st.sampled_from(["", *NAMES]),
    symmetric=st.booleans(),
    parents=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
)
VOCABULARIES = st.fixed_dictionaries(dict.fromkeys(NAMES, PROPERTIES)).map(SampleVocabulary)
THINGS = st.sampled_from(["person/x", "person/y", "person/z"])
FACTS = st.lists(
    st.builds(
        Fact,
        THINGS,
        st.sampled_from(NAMES),
        THINGS | st.just(Literal("1")),
        st.just(("rule",)),
        st.integers(0, 4).map(lambda start: (Passage("a", start, start + 1),)),
        st.sampled_from(list(Factuality)),
        past=st.booleans(),
    ),
    unique_by=lambda fact: (*ends(fact), fact.factuality, fact.past),
    max_size=6,
)


@given(VOCABULARIES, FACTS)
def test_every_plain_triple_has_one_statement_that_stands_in_one_direction_or_the_other(
    vocabulary, facts
):
    entailment, iris = Entailment(vocabulary), Iris()
    stated = [
        fact
        for fact in with_inferred(facts, vocabulary)
        if fact.factuality.stands and not fact.past
    ]
    said = {ends(fact) for fact in stated}
    new = [ends(fact) for fact in implied(facts, vocabulary)]
    assert len(new) == len(set(new))
    for node, pairs in plain_descriptions(facts, entailment, iris):
        for predicate, value in pairs:
            subject, object_ = (
                node.value.removeprefix(iris.base),
                str(value.value).removeprefix(iris.base),
            )
            forms = {(subject, predicate, object_), (subject, predicate, Literal(object_))}
            forms |= {(object_, back, subject) for back in entailment.opposites(predicate)}
            assert said & forms, (subject, predicate, object_)


@given(VOCABULARIES, FACTS)
def test_the_order_of_the_facts_makes_no_difference(vocabulary, facts):
    assert implied(facts, vocabulary) == implied(facts[::-1], vocabulary)
