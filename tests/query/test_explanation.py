import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from rdf_samples import GRAPH_WITH_IMPLIED, VOCABULARY

from kg.errors import QueryError
from kg.query import Tie, Topic, explain, report
from kg.rdf import triples
from kg.vocabulary.prefixes import PREFIXES, expand

VOYAGE = "Six dockers sail from Sund to Ostvik, 2031-03-03 (by six dockers, Iven Rask; from Sund; to Ostvik; lasting 6 hours)."
PAYMENT = (
    "It is planned that the ministry gives money to the dockers, from 2031-04 "
    "(by Ministry of Trade of Vesterland; for six dockers; at least 2000000 VXC)."
)
MARA = "urn:newskg:local/person/mara-dahlgren"


def sentences(store: Store, name: str, topic: Topic | None = None) -> list[str]:
    [explanation] = explain(store, name)
    return [saying.sentence for saying in explanation.sayings if topic in (None, saying.topic)]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Mara Dahlgren", "Mara Dahlgren is a parent of Tove Dahlgren."),
        (
            "Mara Dahlgren",
            "Mara Dahlgren works for Ministry of Trade of Vesterland, as trade minister.",
        ),
        ("Mara Dahlgren", "Mara Dahlgren is of age 51, as of 2031-03-05."),
        ("Mara Dahlgren", "Mara Dahlgren is female."),
        ("Mara Dahlgren", "Mara Dahlgren has the job title trade minister."),
        ("Mara Dahlgren", "Mara Dahlgren said to Iven Rask, 2031-03-04: “The docks stay open”"),
        ("Tove", "Iven Rask is married to Tove Dahlgren."),
        ("Rask", "Iven Rask works for Sund Courier, as reporter, until 2029, but no longer."),
        (
            "Rask",
            "Ministry of Trade of Vesterland did not say: it owns the Vesterland Post of Rask",
        ),
        (
            "Trade Ministry",
            "It is denied that Ministry of Trade of Vesterland owns Vesterland Post.",
        ),
        ("Trade Ministry", PAYMENT),
        ("Sund", "Sund lies in Vesterland."),
        ("Sund", "Sund is the same as https://example.org/cities/71."),
        ("Sund", "Sund is known from The Cities of the World."),
        ("document:harbour", "Harbour workers return to Ostvik was published by Vesterland Post."),
        ("Ostvik", VOYAGE),
        ("six dockers", "Six dockers has the member Iven Rask."),
    ],
)
def test_what_the_graph_says_reads_as_a_sentence(small, name, sentence):
    assert sentences(small, name).count(sentence) == 1


def test_what_an_inverse_says_again_is_not_told_again(small):
    told = sentences(small, "Tove Dahlgren", Topic.FACT)
    assert told == [
        "Mara Dahlgren is a parent of Tove Dahlgren.",
        "Iven Rask is married to Tove Dahlgren.",
    ]


def test_each_saying_has_its_evidence(small):
    [explanation] = explain(small, "mara dahlgren")
    parent = next(saying for saying in explanation.sayings if "is a parent of" in saying.sentence)
    assert [(source.headline, source.outlet, source.published) for source in parent.sources] == [
        ("Harbour workers return to Ostvik", "Vesterland Post", "2031-03-04"),
        ("Minister Dahlgren visits the coast", "Sund Courier", "2031-03-05"),
    ]
    assert parent.sources[1].sentence == "Dahlgren, 51, came with her daughter Tove."
    assert (parent.confidence, parent.factuality, parent.articles, parent.rules) == (
        0.95,
        "Asserted",
        2,
        ("kinship",),
    )


def test_what_only_follows_says_so_and_counts_no_article():
    store = Store()
    store.extend(Quad(*triple) for triple in triples(GRAPH_WITH_IMPLIED, VOCABULARY))
    [explanation] = explain(store, "Ada Quist")
    works = next(
        saying
        for saying in explanation.sayings
        if saying.sentence.startswith("Ada Quist works for Brightwater")
    )
    assert (works.articles, works.rules) == (0, ("inferred:kg:leads",))
    assert [source.sentence for source in works.sources] == ["Ada Quist, 44, leads Brightwater."]
    assert "asserted · confidence 0.90 · inferred from “leads”" in report([explanation]).plain


def test_what_is_told_otherwise_stands_beside_it(small):
    [explanation] = explain(small, "Sund Courier")
    others = {
        (saying.sentence, other.tie, other.sentence, other.sources[0].sentence)
        for saying in explanation.sayings
        for other in saying.others
    }
    grown = "Sund Courier has employees to the number of 340."
    few = "Sund Courier has employees to the number of 300."
    by_courier = "The Courier, founded in 1992, has 340 employees."
    by_post = "The Courier, founded in 1990, has 300 employees."
    assert others >= {(grown, Tie.BEFORE, few, by_post), (few, Tie.AFTER, grown, by_courier)}
    ties = [tie for _, tie, _, _ in others]
    assert ties.count(Tie.AGAINST) == 2
    told = report([explanation]).plain
    assert f"    before that: {few}" in told
    assert f"    later: {grown}" in told
    assert "    but otherwise: Sund Courier was founded" in told
    assert "      > The Courier, founded in 1992, has 340 employees." in told


def test_an_event_says_why_its_tellings_are_one_and_what_it_may_be(small):
    store = Store()
    store.extend(small)
    for quad in [
        *small.quads_for_pattern(
            None, NamedNode(expand("rdf:type")), NamedNode(expand("sem:Event"))
        )
    ]:
        event = quad.subject
        store.add(
            Quad(event, NamedNode(expand("kg:mergeReason")), Literal("the same day and place"))
        )
    events = sorted(
        {
            quad.subject.value
            for quad in small.quads_for_pattern(
                None, NamedNode(expand("rdf:type")), NamedNode(expand("sem:Event"))
            )
        }
    )
    store.add(Quad(NamedNode(events[0]), NamedNode(expand("kg:nearMiss")), NamedNode(events[1])))
    told = report(explain(store, events[0])).plain
    assert "    taken for one event: the same day and place" in told
    assert "    perhaps the same: " in told


def test_who_says_so_is_named(small):
    [explanation] = explain(small, "Iven Rask")
    job = next(saying for saying in explanation.sayings if "works for" in saying.sentence)
    assert (job.speakers, job.factuality) == (("Mara Dahlgren",), "Reported")


def test_world_knowledge_names_its_gazetteer_and_counts_no_article(small):
    [explanation] = explain(small, "Sund")
    lies = next(
        saying for saying in explanation.sayings if saying.sentence == "Sund lies in Vesterland."
    )
    assert (lies.articles, lies.rules, [source.outlet for source in lies.sources]) == (
        0,
        ("gazetteer:cities",),
        ["The Cities of the World"],
    )


@pytest.mark.parametrize(
    "name",
    [
        "Mara Dahlgren",
        "MARA  DAHLGREN",
        "the Minister Dahlgren",
        "person:mara-dahlgren",
        MARA,
        f"<{MARA}>",
    ],
)
def test_a_thing_is_found_by_name_alias_curie_or_iri(small, name):
    [explanation] = explain(small, name)
    assert explanation.iri == MARA
    assert (explanation.name, explanation.kinds, explanation.aliases) == (
        "Mara Dahlgren",
        ("person",),
        ("Dahlgren", "Minister Dahlgren"),
    )


def test_the_kinds_of_a_thing_leave_out_that_it_takes_part_in_events(small):
    [explanation] = explain(small, "six dockers")
    assert explanation.kinds == ("group",)


def test_all_things_of_one_name_are_told():
    store = Store()
    for end in ("b", "a"):
        store.add(
            Quad(
                NamedNode(f"http://e.org/{end}"),
                NamedNode(expand("rdfs:label")),
                Literal("Port Elm"),
            )
        )
    assert [explanation.iri for explanation in explain(store, "port elm")] == [
        "http://e.org/a",
        "http://e.org/b",
    ]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Mara Dalgren", "near it are Mara Dahlgren"),
        ("zzzzqqqq", "nothing called 'zzzzqqqq'$"),
        ("Oslo", "nothing called 'Oslo'$"),
    ],
)
def test_a_name_that_is_not_there_brings_the_nearest(small, name, near):
    with pytest.raises(QueryError, match=near):
        explain(small, name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("post", "Vesterland Post"),  # the end of a name
        ("iven", "Iven Rask"),  # not the end, and of nothing else
        ("trade of vesterland", "Ministry of Trade of Vesterland"),
        ("sail", "six dockers sail from Sund to Ostvik"),  # of no name at all
    ],
)
def test_a_part_of_one_name_is_enough(small, name, meant):
    assert [explanation.name for explanation in explain(small, name)] == [meant]


def test_a_part_of_several_names_brings_them_with_their_iris(small):
    turtle = """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix e: <http://e.org/> .
        e:a rdfs:label "Ann Lund" . e:b rdfs:label "Bo Lund" . e:c rdfs:label "Lund Shipping" ."""
    store = Store()
    store.load(turtle, format=RdfFormat.TURTLE)
    with pytest.raises(QueryError) as raised:
        explain(store, "lund")
    several = (
        "2 things have 'lund' in their names: Ann Lund, http://e.org/a; Bo Lund, http://e.org/b"
    )
    assert str(raised.value) == several
    assert [each.name for each in explain(store, "Shipping")] == ["Lund Shipping"]
    with pytest.raises(QueryError, match=r"nothing called 'un'$"):
        explain(store, "un")  # a part of a word is no part of a name
    with pytest.raises(QueryError):
        explain(store, "the ")


def test_of_many_things_the_first_are_named():
    store = Store()
    for number in range(8):
        node = NamedNode(f"http://e.org/{number}")
        store.add(Quad(node, NamedNode(expand("rdfs:label")), Literal(f"P{number} Berg")))
    with pytest.raises(QueryError, match=r"8 things .* P4 Berg, http://e.org/4; and 3 more$"):
        explain(store, "Berg")


def test_an_event_explains_itself(small):
    [explanation] = explain(small, "event:voyage")
    assert [saying.topic for saying in explanation.sayings] == [Topic.EVENT]


def test_a_property_of_another_ontology_goes_by_its_label():
    store = Store()
    turtle = """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix e: <http://e.org/> .
        e:a rdfs:label "Ann" ; e:sponsorOf e:b . e:b rdfs:label "Bay United" ."""
    store.load(turtle, format=RdfFormat.TURTLE)
    [plain], [labelled] = (
        explain(store, "Ann"),
        explain(store, "Ann", labels={"http://e.org/sponsorOf": "pays for"}),
    )
    assert [saying.sentence for saying in plain.sayings] == ["Ann sponsor of Bay United."]
    assert [saying.sentence for saying in labelled.sayings] == ["Ann pays for Bay United."]


def test_reasons_for_a_merge_are_told():
    store = Store()
    node = NamedNode("http://e.org/a")
    store.add(Quad(node, NamedNode(expand("rdfs:label")), Literal("Ann")))
    store.add(Quad(node, NamedNode(PREFIXES["kg"] + "mergeReason"), Literal("same full name")))
    [explanation] = explain(store, "Ann")
    assert explanation.merged == ("same full name",) and explanation.sayings == ()
    assert "Taken for one thing because\n  same full name" in report([explanation]).plain


def test_a_report_acts_on_no_terminal_and_reads_no_markup():
    store = Store()
    store.add(
        Quad(
            NamedNode("http://e.org/a"),
            NamedNode(expand("rdfs:label")),
            Literal("A\x1b[2J\u202e[red]nn\nB"),
        )
    )
    assert report(explain(store, "http://e.org/a")).plain.startswith("A[2J[red]nn B\n")


def test_a_report_has_the_sentence_its_words_their_article_and_how_sure_it_is(small):
    text = report(explain(small, "Mara Dahlgren")).plain
    assert text.startswith(
        f"Mara Dahlgren (person)\n{MARA}\nalso called: Dahlgren, Minister Dahlgren\n\nFacts\n"
    )
    assert (
        "  Mara Dahlgren leads Ministry of Trade of Vesterland, as trade minister.\n"
        "    > Tove, the daughter of Trade Minister Mara Dahlgren, is his wife.\n"
        "      Harbour workers return to Ostvik, Vesterland Post, 2031-03-04\n"
        "    asserted · confidence 0.85 · 1 source · rule title\n"
    ) in text
    assert "\nQuotations\n" in text and text.endswith("\n")


@pytest.mark.parametrize("name", ["kg:confidence", "kg:sourceCount", "nif:beginIndex"])
def test_a_number_that_is_none_in_a_graph_from_elsewhere_is_passed_over(small, name):
    changed = Store()
    for quad in small:
        odd = quad.predicate == NamedNode(expand(name))
        changed.add(
            Quad(quad.subject, quad.predicate, Literal("many"), quad.graph_name) if odd else quad
        )
    [explanation] = explain(changed, "Mara Dahlgren")
    [as_it_was] = explain(small, "Mara Dahlgren")
    assert {each.sentence for each in explanation.sayings} == {
        each.sentence for each in as_it_was.sayings
    }
    assert any(quad.object == Literal("many") for quad in changed)


STATEMENT = """@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix schema: <https://schema.org/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <http://e.org/> .
:ada a schema:Person ; rdfs:label "Ada Quist" . :paper a schema:NewsArticle ; schema:headline "Quist sails" .
"""


def with_facts(*facts: tuple[str, str, int, float, int]) -> Store:
    """A graph of facts of Ada Quist, each with property, value, sources, confidence and offset."""
    text = STATEMENT
    for number, (relation, value, sources, sure, begin) in enumerate(facts):
        text += (
            f":s{number} a rdf:Statement ; rdf:subject :ada ; rdf:predicate {relation} ; "
            f"rdf:object {value} ; kg:sourceCount {sources} ; kg:confidence {sure} ; "
            f"prov:wasDerivedFrom :p{begin} .\n:p{begin} nif:referenceContext :paper ; "
            f'nif:beginIndex {begin} ; nif:anchorOf "Words." .\n'
        )
    store = Store()
    store.load(text.encode(), RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("schema:owns", ":a", 2, 0.7, 900), ("schema:owns", ":b", 1, 0.8, 900)),
        (("schema:owns", ":a", 1, 0.8, 900), ("schema:owns", ":b", 1, 0.7, 900)),
        (("schema:owns", ":a", 1, 0.7, 20), ("schema:owns", ":b", 1, 0.8, 900)),
        (("schema:owns", ":a", 1, 0.7, 900), ("schema:jobTitle", '"baker"', 1, 0.8, 900)),
        (("schema:jobTitle", '"baker"', 1, 0.2, 900), ("schema:owns", ":b", 0, 1.0, 20)),
    ],
    ids=["more sources", "surer", "in the lead", "of two things", "said, not inferred"],
)
def test_facts_that_matter_most_come_first(first, second):
    """Whichever comes first in the graph."""
    told = sentences(with_facts(first, second), "Ada Quist", Topic.FACT)
    assert sentences(with_facts(second, first), "Ada Quist", Topic.FACT) == told
    [explanation] = explain(with_facts(second, first), "Ada Quist")
    assert (explanation.sayings[0].articles, explanation.sayings[0].confidence) == first[2:4]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("The ministry does not answer", "The ministry does not answer."),
        ("Nobody is hurt", "Nobody is hurt."),
        ("Strike of dockers", "It is denied that Strike of dockers."),
        ("A vote of no confidence", "It is denied that A vote of no confidence."),
    ],
)
def test_what_its_name_denies_is_not_denied_twice(name, told):
    store = Store()
    text = STATEMENT.replace(":ada a schema:Person", ":ada a sem:Event")
    sem = "@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> . "
    text = sem + text.replace("Ada Quist", name) + ":ada kg:factuality kg:Denied ."
    store.load(text.encode(), RdfFormat.TURTLE)
    assert sentences(store, name, Topic.EVENT) == [told]
