"""Two graphs compared in words."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from rdf_samples import (
    ADA,
    AGE,
    CROSSING,
    DENIED,
    GRAPH,
    GRAPH_WITH_IMPLIED,
    HUSBAND,
    LEADS,
    MARRIED,
    QUOTATION,
    VOCABULARY,
    passage,
)

from kg.changes import Change, Outcome, Side, Topic, as_json, changes, report
from kg.model import Factuality, Graph
from kg.rdf import open_graph, with_inferred, write


@pytest.fixture
def told(tmp_path: Path):
    """The changes from the sample graph to another one."""

    def compare(after: Graph, before: Graph = GRAPH) -> tuple[Change, ...]:
        for name, graph in (("before", before), ("after", after)):
            write(graph, tmp_path / name, VOCABULARY)
        return changes(*(Side(open_graph(tmp_path / name), {}) for name in ("before", "after")))

    return compare


def with_fact(old, new) -> Graph:
    return replace(GRAPH, facts=tuple(new if fact == old else fact for fact in GRAPH.facts))


def lines(found: tuple[Change, ...], topic: Topic) -> list[str]:
    return [f"{change.outcome} {change.said}" for change in found if change.topic is topic]


def test_the_same_graph_has_no_changes(told):
    assert told(GRAPH) == ()


def test_a_fact_that_is_gone_is_withdrawn_and_one_that_came_is_added(told):
    without = replace(GRAPH, facts=tuple(fact for fact in GRAPH.facts if fact != MARRIED))
    assert lines(told(without), Topic.FACT) == ["- Ada Quist is married to her husband."]
    assert lines(told(GRAPH, without), Topic.FACT) == ["+ Ada Quist is married to her husband."]


def test_more_support_is_a_change_with_passages_articles_and_confidence(told):
    more = replace(
        LEADS, evidence=(*LEADS.evidence, passage("Brightwater")), articles=3, confidence=0.95
    )
    (change,) = told(with_fact(LEADS, more))
    assert (change.outcome, change.topic) == (Outcome.CHANGED, Topic.FACT)
    assert change.details == ("passages: 1 → 2", "articles: 2 → 3", "confidence: 0.9 → 0.95")


def test_what_follows_from_a_fact_comes_and_goes_with_it_unmentioned(told):
    without = replace(
        GRAPH, facts=with_inferred([fact for fact in GRAPH.facts if fact != LEADS], VOCABULARY)
    )
    assert lines(told(without, GRAPH_WITH_IMPLIED), Topic.FACT) == [
        "- Ada Quist leads Brightwater, as chief, from 2019, as of 2024-05-03."
    ]


def test_a_fact_that_is_now_denied_is_one_change_of_factuality(told):
    found = [
        change
        for change in told(with_fact(AGE, replace(AGE, factuality=Factuality.DENIED)))
        if change.topic is Topic.FACT
    ]
    assert [(change.outcome, change.said, change.details) for change in found] == [
        (
            Outcome.CHANGED,
            "It is denied that Ada Quist is of age 44.",
            ("factuality: Asserted → Denied",),
        )
    ]


def test_other_speakers_are_told_by_name(told):
    (change,) = told(with_fact(DENIED, replace(DENIED, speakers=("person/ada-quist",))))
    assert change.details == ("said by: Brightwater → Ada Quist",)


def test_things_are_named_by_label_and_their_names_compared(told):
    renamed = replace(ADA, name="Ada M. Quist", aliases=("Ada Quist", "Quist", "Dr Quist"))
    entities = tuple(renamed if each == ADA else each for each in GRAPH.entities if each != HUSBAND)
    found = told(
        replace(
            GRAPH,
            entities=entities,
            facts=tuple(fact for fact in GRAPH.facts if fact != MARRIED),
            quotations=(),
        )
    )
    assert lines(found, Topic.THING) == ["- her husband", "~ Ada M. Quist"]
    (change,) = [
        change
        for change in found
        if change.topic is Topic.THING and change.outcome is Outcome.CHANGED
    ]
    assert change.details == (
        "no longer called Ada Quist",
        "now called Ada M. Quist",
        "now also called Ada Quist",
        "now also called Dr Quist",
    )


def test_events_quotations_and_articles_are_told(told):
    found = told(replace(GRAPH, events=(), quotations=(), facts=(), articles=GRAPH.articles[:1]))
    assert lines(found, Topic.QUOTATION) == [
        "- Ada Quist said to her husband, 2024-05-02: “We crossed the Lune”"
    ]
    assert lines(found, Topic.ARTICLE) == ["- resign 3c4d (news/resign-3c4d.txt)"]
    assert [line[:10] for line in lines(found, Topic.EVENT)] == ["- A journe", "- Ada Quis"]


def test_an_event_that_is_told_otherwise_says_how_it_was_told(told):
    found = told(replace(GRAPH, events=(replace(CROSSING, duration="PT3H"), *GRAPH.events[1:])))
    (change,) = found
    assert "lasting 3 hours" in change.said
    assert "lasting 2 hours" in change.details[0]


def test_a_report_has_headings_marks_and_details():
    change = Change(Topic.FACT, Outcome.CHANGED, "Ann leads\nAcme.", "urn:x", ("passages: 1 → 2",))
    gone = Change(Topic.QUOTATION, Outcome.WITHDRAWN, "Ann said: no", "urn:y")
    assert report([change, gone]) == (
        "Facts\n  ~ Ann leads Acme.\n      passages: 1 → 2\n\nQuotations\n  - Ann said: no\n"
    )


def test_json_has_all_of_it():
    change = Change(Topic.QUOTATION, Outcome.ADDED, "“é”", "urn:x")
    told = {"topic": "quotation", "outcome": "added", "said": "“é”", "iri": "urn:x", "details": []}
    assert json.loads(as_json([change])) == [told]
    assert QUOTATION.text not in as_json([])
