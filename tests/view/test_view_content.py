import pytest
from rdf_samples import GRAPH_WITH_IMPLIED, written

from kg.errors import GraphError
from kg.view.load import read_model
from kg.view.wording import clause, grouped

BASE = "urn:newskg:local/"


def facts_between(content, one, other):
    return [f for f in content.facts if {f.subject, f.object} == {BASE + one, BASE + other}]


def thing(content, name):
    return next(t for t in content.things if t.iri == BASE + name)


def test_two_statements_that_are_each_others_inverse_are_one_fact(told):
    assert [
        f.predicate for f in facts_between(told, "person/mara-dahlgren", "person/tove-dahlgren")
    ] == ["schema:children"]


def test_a_number_of_any_length_is_grouped():
    assert grouped("1" * 6_000).split(",") == ["111"] * 2_000


def test_a_relation_without_a_statement_is_told_once(told):
    assert [f.predicate for f in facts_between(told, "person/zoë-šimić", "group/six-dockers")] == [
        "schema:memberOf"
    ]


def test_a_statement_brings_role_dates_and_evidence(told):
    (fact,) = facts_between(told, "person/mara-dahlgren", "organization/ministry-of-trade")
    assert (fact.role, fact.qualifiers) == ("trade minister", (("since", "2029"),))
    assert fact.evidence.factuality == "Reported"
    assert fact.evidence.confidence == 0.9
    assert fact.evidence.speakers == (BASE + "organization/sund-courier",)
    assert [p.text for p in fact.evidence.passages] == [
        "Tove, the daughter of Trade Minister Mara Dahlgren, came to meet them."
    ]


def test_what_a_fact_implies_by_its_property_is_not_told_beside_it(ontology, tmp_path):
    found = read_model(written(tmp_path, GRAPH_WITH_IMPLIED), ontology)
    assert [
        f.predicate for f in facts_between(found, "person/ada-quist", "organization/brightwater")
    ] == ["kg:leads"]
    turtle = (tmp_path / "graph.ttl").read_text("utf-8")
    (tmp_path / "graph.ttl").write_text(
        turtle.replace("rdf:predicate kg:leads", "rdf:predicate kg:unknown"), "utf-8"
    )
    found = read_model(tmp_path, ontology)
    works = next(
        f
        for f in found.facts
        if f.predicate == "schema:worksFor" and f.object == BASE + "organization/brightwater"
    )
    assert (works.evidence.rules, works.evidence.articles) == (("inferred:kg:leads",), 0)


def test_an_event_names_each_participant_by_its_most_special_role_only(told):
    roles = sorted(
        (f.predicate, f.object.removeprefix(BASE))
        for f in told.facts
        if f.subject == BASE + "event/voyage"
    )
    assert roles == [
        ("kg:agent", "group/six-dockers"),
        ("kg:destination", "place/ostvik"),
        ("kg:origin", "place/sund"),
        ("sem:hasActor", "person/zoë-šimić"),
    ]


def test_roles_of_an_event_rest_on_the_evidence_of_the_event(told):
    event = thing(told, "event/voyage")
    assert all(f.evidence == event.evidence for f in told.facts if f.subject == event.iri)


def test_an_attribute_with_a_statement_is_a_fact_and_not_told_twice(told):
    tove = thing(told, "person/tove-dahlgren")
    assert [f.value for f in told.facts if f.subject == tove.iri and not f.object] == ["3"]
    assert not [name for name, _ in tove.attributes if name == "age"]


def test_world_knowledge_names_its_source_and_counts_no_article(told):
    (fact,) = facts_between(told, "place/ostvik", "place/long")
    assert (fact.evidence.sources, fact.evidence.articles, fact.evidence.passages) == (
        ("GeoNames",),
        0,
        (),
    )


@pytest.mark.parametrize(
    ("name", "kind", "types"),
    [
        ("person/mara-dahlgren", "person", ()),
        ("organization/ministry-of-trade", "organisation", ("government organization",)),
        ("place/ostvik", "place", ("city",)),
        ("group/six-dockers", "group", ()),
        ("event/voyage", "event", ("movement",)),
        ("document/harbour", "article", ()),
    ],
)
def test_each_thing_has_its_kind_and_its_class_in_words(told, name, kind, types):
    found = thing(told, name)
    assert (found.kind, found.types) == (kind, types)


def test_attributes_are_told_in_words(told):
    assert dict(thing(told, "event/voyage").attributes) == {
        "when": "2031-03-03",
        "in the words": "on Monday",
        "how long": "6 hours",
        "amount": "more than 2,000,000 crown",
    }


def test_passages_quantities_and_quotations_are_no_things(told):
    assert {t.kind for t in told.things} == {
        "person",
        "organisation",
        "place",
        "group",
        "event",
        "article",
    }


def test_texts_are_read_with_their_line_ends(told, sample):
    (minister,) = (d for d in told.documents if d.iri.endswith("minister"))
    assert minister.text == (sample / "texts" / "minister.txt").read_bytes().decode()
    assert "\r\n" in minister.text
    assert minister.outlet == "The Vesterland Post"


def test_a_graph_file_alone_is_enough(sample, ontology, tmp_path):
    lonely = tmp_path / "lonely.ttl"
    lonely.write_bytes((sample / "graph.ttl").read_bytes())
    found = read_model(lonely, ontology)
    assert len(found.facts) > 10
    assert not any(d.text for d in found.documents)


@pytest.mark.parametrize(
    ("turtle", "words"), [("", "nothing in this graph"), ("<a> <b> .", "line 1")]
)
def test_a_graph_without_anything_to_show_is_refused_with_its_name(
    ontology, tmp_path, turtle, words
):
    path = tmp_path / "odd.ttl"
    path.write_text(turtle)
    with pytest.raises(GraphError, match=words) as error:
        read_model(path, ontology)
    assert "odd.ttl" in str(error.value)


def test_a_missing_graph_is_named(ontology, tmp_path):
    with pytest.raises(GraphError, match=r"graph\.ttl"):
        read_model(tmp_path, ontology)


def test_every_relation_of_the_ontology_reads_as_words(ontology):
    words = {curie: clause(curie, ontology.labels) for curie in ontology.properties}
    assert [curie for curie, text in words.items() if not text or ":" in text.rstrip(":")] == []
