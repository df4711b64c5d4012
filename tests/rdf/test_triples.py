"""What stands in the graph for each kind of value, as SPARQL patterns that hold or do not."""

import sys
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdf_samples import (
    ADA,
    ARTICLES,
    GRAPH,
    LEADS,
    LIES,
    MARRIED,
    OTHER,
    POST,
    TRIPLES,
    VOCABULARY,
    asker,
    mentions,
    refuses,
    says,
)

from kg.errors import GraphError
from kg.model import Event, Factuality, Graph, Literal, Passage, TimeValue
from kg.rdf import mention_triples, refusal_triples, triples, turtle, write_graph
from kg.rdf.descriptions import descriptions_by_subject
from kg.rdf.makers import makers_of
from kg.rdf.rdf12 import reified
from kg.rdf.triples import mention_parts, parts, refusal_parts
from kg.rdf.turtle_writer import write_turtle

said, all_said = partial(parts, ontology=VOCABULARY), partial(triples, ontology=VOCABULARY)

ADA_LEADS = "?st rdf:subject person:ada-quist ; rdf:predicate kg:leads ; rdf:object organization:brightwater ."


@pytest.mark.parametrize(
    "pattern",
    [
        f'{ADA_LEADS} ?st a rdf:Statement ; kg:confidence 0.90 ; kg:factuality kg:Asserted ; kg:role "chief" ; kg:sourceCount 2',
        f'{ADA_LEADS} ?st kg:rule "title", "apposition" ; schema:startDate "2019"^^xsd:gYear ; kg:asOf "2024-05-03"^^xsd:date',
        f"{ADA_LEADS} ?st prov:wasDerivedFrom <urn:newskg:local/document/quist-1a2b#char=0,33>",
        "?p a nif:RFC5147String ; nif:anchorOf '44' ; nif:beginIndex ?b ; nif:endIndex ?e",
        '?st rdf:object "clerk" ; kg:factuality kg:Denied ; prov:wasAttributedTo organization:brightwater',
        '?st rdf:object organization:harbour-post ; kg:past true ; schema:endDate "2020-01"^^xsd:gYearMonth',
    ],
)
def test_a_statement_carries_its_evidence_and_qualifiers(pattern):
    assert says(pattern)


@pytest.mark.parametrize(
    "triple",
    [
        "person:ada-quist kg:leads organization:brightwater",
        "person:ada-quist schema:worksFor organization:brightwater",
        "organization:brightwater kg:ledBy person:ada-quist",
        "organization:brightwater schema:employee person:ada-quist",
        "person:ada-quist schema:spouse person:husband-1",
        "person:husband-1 schema:spouse person:ada-quist",
        "person:husband-1 schema:relatedTo person:ada-quist",
        "person:ada-quist kg:age 44",
    ],
)
def test_what_is_said_as_a_fact_stands_with_all_that_it_implies(triple):
    assert says(triple)


@pytest.mark.parametrize(
    "triple",
    [
        'person:ada-quist schema:jobTitle "clerk"',
        "person:ada-quist schema:worksFor organization:harbour-post",
    ],
)
def test_what_is_denied_or_past_does_not_stand(triple):
    assert not says(triple)


@pytest.mark.parametrize("factuality", list(Factuality))
def test_only_asserted_and_reported_facts_stand(factuality):
    found = asker(
        triples(replace(GRAPH, facts=(replace(LEADS, factuality=factuality),)), VOCABULARY)
    )
    assert found(f"{ADA_LEADS} ?st kg:factuality kg:{factuality.value}")
    assert found("person:ada-quist kg:leads ?x") == factuality.stands


def test_world_knowledge_names_its_gazetteer_and_no_article():
    fact = (
        "?st rdf:subject place:lune ; rdf:predicate schema:containedInPlace ; rdf:object place:land"
    )
    assert says(
        f'{fact} ; kg:rule "gazetteer:geonames" ; prov:wasDerivedFrom <https://www.geonames.org/>'
    )
    assert says('<https://www.geonames.org/> a prov:Entity ; rdfs:label "GeoNames"')
    assert not says(f"{fact} ; kg:sourceCount ?n")


def test_what_a_gazetteer_and_an_article_say_has_both_sources():
    fact = replace(LIES, rules=("clause",), evidence=(Passage("resign-3c4d", 0, 9),), articles=1)
    found = asker(triples(replace(GRAPH, facts=(fact,)), VOCABULARY))
    assert found(
        '?st rdf:subject place:lune ; kg:rule "clause", "gazetteer:geonames" ; kg:sourceCount 1'
    )
    assert found("?st prov:wasDerivedFrom <https://www.geonames.org/>, [ nif:anchorOf ?words ]")


@pytest.mark.parametrize(
    "pattern",
    [
        'person:ada-quist a schema:Person ; rdfs:label "Ada Quist" ; skos:altLabel "Quist" ; schema:gender schema:Female',
        'person:ada-quist kg:mergeReason "same name"',
        'group:two-walkers a kg:Group ; kg:size 2 ; kg:memberType "walker"',
        "place:lune a schema:Place, schema:RiverBodyOfWater ; geo:lat 54.0 ; geo:long -2.75",
        "place:lune owl:sameAs <https://sws.geonames.org/1/> ; skos:closeMatch <https://x.example/2>",
        'place:land kg:isoCode "LD"',
    ],
)
def test_an_entity_tells_what_it_is(pattern):
    assert says(pattern)


def test_what_an_entity_was_almost_taken_for_is_told_if_it_is_written():
    ada = replace(ADA, near_misses=("person/husband-1", "person/someone"))
    others = GRAPH.entities[1:]
    found = asker(triples(replace(GRAPH, entities=(ada, *others)), VOCABULARY))
    assert found("person:ada-quist kg:nearMiss person:husband-1")
    assert not found("person:ada-quist kg:nearMiss person:someone")


@pytest.mark.parametrize(
    "pattern",
    [
        'person:ada-quist skos:altLabel "Ada Quist"',  # the label itself is no other name
        "place:lune kg:isoCode ?code",  # the code is the country's, not the river's
        "person:someone ?p ?o",  # described, and nothing is said of it
        "?s ?p person:someone",
    ],
)
def test_what_an_entity_does_not_tell(pattern):
    assert not says(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        'document:quist-1a2b a schema:NewsArticle, nif:Context ; schema:headline "Quist \\"crosses\\"" ; schema:inLanguage "en"',
        'document:quist-1a2b schema:datePublished "2024-05-03"^^xsd:date ; dcterms:source "news/quist-1a2b.txt"',
        'document:quist-1a2b schema:publisher ?p . ?p rdfs:label "The Harbour Post"',
        'document:quist-1a2b schema:author person:ada-quist, ?a . ?a rdfs:label "Ann Lee"',
        "document:quist-1a2b schema:mentions person:ada-quist, place:lune, person:husband-1",
        "document:resign-3c4d schema:mentions person:ada-quist",
    ],
)
def test_an_article_tells_where_it_comes_from_and_what_it_mentions(pattern):
    assert says(pattern)


def test_an_article_tells_where_it_was_written():
    lune = next(entity for entity in GRAPH.entities if entity.id == "place/lune")
    where = lune.mentions[0].passage
    first, *others = GRAPH.articles
    articles = (replace(first, written_in=(where, Passage(where.article, 0, 3))), *others)
    found = asker(triples(replace(GRAPH, articles=articles), VOCABULARY))
    assert found("document:quist-1a2b schema:locationCreated place:lune")
    assert not found("document:quist-1a2b schema:locationCreated person:ada-quist")


def test_an_author_whom_no_text_mentions_is_a_thing_with_a_name_and_nothing_more():
    assert says('?writer a schema:Person ; rdfs:label "Ann Lee"')
    assert not says('?document schema:mentions ?writer . ?writer rdfs:label "Ann Lee"')
    assert not says('?statement rdf:subject ?writer . ?writer rdfs:label "Ann Lee"')


def test_a_publisher_that_its_article_mentions_is_the_thing_of_that_name():
    first = GRAPH.articles[0]
    elsewhere = replace(ADA.mentions[0], passage=Passage("another", 0, 4))
    here = replace(ADA.mentions[0], passage=Passage(first.id, 0, 4))
    for mention, is_it in ((here, True), (elsewhere, False)):
        known = replace(POST, mentions=(mention,))
        entities = tuple(known if each == POST else each for each in GRAPH.entities)
        made = makers_of(GRAPH.articles, entities).publishers[first.id, "The Harbour Post"]
        assert (made == POST.id) is is_it


def test_a_publisher_whose_name_two_organizations_have_is_neither_of_them():
    twin = replace(POST, id="organization/harbour-post-2")
    found = asker(triples(replace(GRAPH, entities=(*GRAPH.entities, twin)), VOCABULARY))
    assert found('document:quist-1a2b schema:publisher/rdfs:label "The Harbour Post"')
    assert not found("document:quist-1a2b schema:publisher organization:harbour-post")
    assert not found("document:quist-1a2b schema:publisher organization:harbour-post-2")


def test_an_article_tells_where_its_metadata_come_from():
    first, *others = GRAPH.articles
    told = replace(
        first,
        section="Local",
        published_at="2024-05-03T23:30:00-05:00",
        metadata_from=("published: JSON-LD",),
    )
    found = asker(triples(replace(GRAPH, articles=(told, *others)), VOCABULARY))
    assert found('document:quist-1a2b schema:articleSection "Local"')
    assert found('document:quist-1a2b kg:publishedAt "2024-05-03T23:30:00-05:00"^^xsd:dateTime')
    assert found('document:quist-1a2b kg:metadataFrom "published: JSON-LD"')


def test_an_author_may_be_the_publisher():
    first, *others = GRAPH.articles
    told = replace(first, publisher="Globe", authors=("The Globe",))
    found = asker(triples(replace(GRAPH, articles=(told, *others)), VOCABULARY))
    assert found(
        'document:quist-1a2b schema:author ?p ; schema:publisher ?p . ?p rdfs:label "Globe"'
    )


@pytest.mark.parametrize(
    "pattern",
    [
        'event:0011223344556677 a sem:Event, kg:Crossing, kg:Movement ; rdfs:label "Ada Quist crosses the Lune"',
        "event:0011223344556677 kg:agent group:two-walkers ; sem:hasActor group:two-walkers",
        "event:0011223344556677 kg:via place:lune ; sem:hasPlace place:lune ; sem:subEventOf event:8899aabbccddeeff",
        'event:0011223344556677 sem:hasTimeStamp "2024-05-02"^^xsd:date ; kg:timeExpression "Thursday" ; kg:duration ?d',
        'event:0011223344556677 kg:factuality kg:Asserted ; kg:rule "verb" ; kg:confidence 0.88 ; kg:sourceCount 1',
        "event:0011223344556677 prov:wasAttributedTo person:ada-quist ; prov:wasDerivedFrom/nif:anchorOf ?sentence",
        'event:0011223344556677 kg:quantity [ a schema:QuantitativeValue ; schema:minValue 1 ; schema:unitText "kilometre" ]',
        "event:0011223344556677 kg:quantity [ a schema:MonetaryAmount ; schema:value 2.5 ; kg:approximate true ]",
        'event:8899aabbccddeeff sem:hasBeginTimeStamp "2024-05-01"^^xsd:date ; sem:hasEndTimeStamp "2024-05-02"^^xsd:date',
        'quotation:aa a schema:Quotation ; schema:text "We crossed the Lune" ; kg:indirect false ; kg:factuality kg:Asserted',
        "quotation:aa schema:creator person:ada-quist ; prov:wasAttributedTo person:ada-quist ; kg:addressee person:husband-1",
        'quotation:aa sem:hasTimeStamp "2024-05-02"^^xsd:date ; prov:wasDerivedFrom/nif:referenceContext document:quist-1a2b',
    ],
)
def test_events_and_quotations_carry_their_parts_and_evidence(pattern):
    assert says(pattern)


@pytest.mark.parametrize(
    ("time", "stamps"),
    [
        (TimeValue(start="2024"), {"sem:hasTimeStamp": '"2024"^^xsd:gYear'}),
        (
            TimeValue(start="2024-03", open=True),
            {"sem:hasBeginTimeStamp": '"2024-03"^^xsd:gYearMonth'},
        ),
        (TimeValue(end="2024-03-01"), {"sem:hasEndTimeStamp": '"2024-03-01"^^xsd:date'}),
        (TimeValue(duration="P3D"), {"kg:duration": '"P3D"^^xsd:duration'}),
        (TimeValue(), {}),
        (None, {}),
    ],
)
def test_a_time_stands_at_the_precision_that_it_has(time, stamps):
    event = Event("event/1", "x", (), (), (Passage("quist-1a2b", 0, 3),), ("verb",), time=time)
    found = asker(triples(Graph(ARTICLES, events=(event,)), VOCABULARY))
    for stamp in (
        "sem:hasTimeStamp",
        "sem:hasBeginTimeStamp",
        "sem:hasEndTimeStamp",
        "kg:duration",
    ):
        assert found(f"event:1 {stamp} {stamps.get(stamp, '?any')}") == (stamp in stamps)


def test_a_refusal_tells_candidate_rule_reason_and_passage():
    assert refuses(
        '?r a kg:Refusal ; rdfs:label "her husband writes Ça va" ; kg:rule "verb" ; kg:reason "range: not a work"'
    )
    assert refuses(
        '?r prov:wasDerivedFrom [ nif:anchorOf "wrote her husband" ; nif:referenceContext document:quist-1a2b ]'
    )
    assert not says("?r a kg:Refusal")


@pytest.mark.parametrize(
    "pattern",
    [
        '?m itsrdf:taIdentRef person:ada-quist ; kg:mentionType kg:Pronoun ; nif:anchorOf "she"',
        '?m itsrdf:taIdentRef person:ada-quist ; kg:mentionType kg:Nominal ; nif:anchorOf "The chief"',
        '?m itsrdf:taIdentRef person:someone . person:someone a schema:Person ; rdfs:label "someone"',
    ],
)
def test_every_mention_points_at_a_node_that_is_named(pattern):
    assert mentions(pattern)


def test_named_entities_are_not_told_twice():
    assert not mentions("person:ada-quist a ?type")


@pytest.mark.parametrize(
    "passage",
    [
        Passage("nowhere", 0, 3),
        Passage("resign-3c4d", 3, 3),
        Passage("resign-3c4d", 0, len(OTHER) + 1),
    ],
)
def test_evidence_outside_the_texts_is_an_error_that_names_it(passage):
    with pytest.raises(GraphError, match=passage.article):
        list(triples(replace(GRAPH, facts=(replace(LEADS, evidence=(passage,)),)), VOCABULARY))


def test_there_are_no_blank_nodes_and_every_node_used_is_described():
    subjects = {triple.subject for triple in TRIPLES}
    base = "urn:newskg:local/"
    used = {
        triple.object for triple in TRIPLES if getattr(triple.object, "value", "").startswith(base)
    }
    assert "_:" not in " ".join(str(triple.subject) for triple in TRIPLES)
    assert used <= subjects


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_change_a_byte(random):
    def shuffled(values):
        return tuple(random.sample(values, len(values)))

    kinds = ("articles", "entities", "facts", "events", "quotations", "refusals")
    other = Graph(*(shuffled(getattr(GRAPH, kind)) for kind in kinds))
    other = replace(
        other,
        facts=tuple(
            replace(f, rules=shuffled(f.rules), evidence=shuffled(f.evidence)) for f in other.facts
        ),
    )
    for stream in (lambda g: triples(g, VOCABULARY), refusal_triples, mention_triples):
        assert turtle(stream(other)) == turtle(stream(GRAPH))


@pytest.mark.parametrize("size", [1, 2, 2_000])
@pytest.mark.parametrize(
    ("in_parts", "at_once"),
    [(said, all_said), (refusal_parts, refusal_triples), (mention_parts, mention_triples)],
)
def test_a_document_that_is_written_part_by_part_is_that_of_all_triples(
    tmp_path, monkeypatch, size, in_parts, at_once
):
    monkeypatch.setattr(
        sys.modules["kg.rdf.triples"], "PART", size
    )  # kg.rdf has a function of that name
    write_turtle(map(descriptions_by_subject, in_parts(GRAPH)), tmp_path / "some.ttl")
    assert (tmp_path / "some.ttl").read_bytes().decode() == turtle(at_once(GRAPH))
    assert [path.name for path in tmp_path.iterdir()] == ["some.ttl"]


@pytest.mark.parametrize("size", [1, 2, 2_000])
def test_reifiers_that_are_written_part_by_part_are_those_of_all_triples(
    tmp_path, monkeypatch, size
):
    monkeypatch.setattr(sys.modules["kg.rdf.triples"], "PART", size)
    write_graph(GRAPH, tmp_path / "some.ttl", VOCABULARY, rdf12=True)
    assert (tmp_path / "some.ttl").read_bytes().decode() == turtle(reified(all_said(GRAPH)))


@settings(deadline=None)
@given(st.text(), st.text(), st.text(min_size=1))
def test_any_name_title_and_source_is_read_back_as_it_was_written(name, title, source):
    entity = replace(ADA, id=f"person/{name}", name=name, mentions=())
    fact = replace(MARRIED, subject=entity.id, predicate="schema:jobTitle", object=Literal(title))
    article = replace(ARTICLES[0], headline=title, source=source + "\udcff")
    found = set(triples(Graph((article,), (entity,), (fact,)), VOCABULARY))
    assert {quad.triple for quad in parse(turtle(found).encode(), format=RdfFormat.TURTLE)} == found
