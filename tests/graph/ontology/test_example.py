"""The worked example of the manual: a user's relation and kind of event come out of a text, with no Python."""

from pathlib import Path

import pytest

from kg.pipeline import build

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "mentorship.ttl"
MY = "https://example.org/mentorship#"
TEXT = """Young composers meet in Bergen

Vera Dahl was mentored by Aksel Moe. Dahl gave a masterclass in Bergen on Monday.

Ingrid Holm was not mentored by Aksel Moe. Tore Lund, a protégé of Kari Vik, moved to Oslo.
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    article = tmp_path_factory.mktemp("example") / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    return build([article], ontologies=[EXAMPLE]).graph


def test_a_users_relation_is_found_in_clauses_and_appositions(graph):
    found = {
        (fact.subject, fact.object)
        for fact in graph.facts
        if fact.predicate == MY + "mentor" and fact.factuality.stands
    }
    assert found == {
        ("person/vera-dahl", "person/aksel-moe"),
        ("person/tore-lund", "person/kari-vik"),
    }


def test_a_denied_one_is_no_fact(graph):
    denied = [
        fact
        for fact in graph.facts
        if fact.predicate == MY + "mentor" and not fact.factuality.stands
    ]
    assert [(fact.subject, fact.factuality.value) for fact in denied] == [
        ("person/ingrid-holm", "Denied")
    ]


def test_a_users_kind_of_event_has_its_class_and_the_classes_above(graph):
    lesson = next(event for event in graph.events if MY + "Masterclass" in event.types)
    assert "kg:Meeting" in lesson.types
    assert {("kg:agent", "person/vera-dahl"), ("sem:hasPlace", "place/bergen")} <= set(lesson.roles)
