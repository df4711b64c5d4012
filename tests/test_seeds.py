"""What the graph of the two seed articles must say, asked by SPARQL; and that the committed graph is the one that is built."""

from pathlib import Path

import pytest

from kg import build, load
from kg.knowledge_graph import KnowledgeGraph
from kg.rdf import verify

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
OUTPUT = ROOT / "output"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("seeds")
    build([SEEDS], out, mentions=True)
    return out


@pytest.fixture(scope="module")
def graph(folder: Path) -> KnowledgeGraph:
    return load(folder)


SAID = {
    "Sorokin is third secretary": '?s rdfs:label "Vladislav Sorokin" ; schema:jobTitle "third secretary"',
    "he works for the Russian embassy, as third secretary": """
        ?s rdfs:label "Vladislav Sorokin" ; schema:worksFor ?o . ?o kg:ofCountry/rdfs:label "Russia" .
        ?x rdf:subject ?s ; rdf:predicate schema:worksFor ; rdf:object ?o ; kg:role "third secretary" """,
    "he is a Russian national": '?s rdfs:label "Vladislav Sorokin" ; schema:nationality/rdfs:label "Russia"',
    "he is Varya's parent, and both articles say so": """
        ?s rdfs:label "Vladislav Sorokin" ; schema:children ?o . ?o rdfs:label "Varya" ; schema:parent ?s .
        ?x rdf:subject ?s ; rdf:predicate schema:children ; rdf:object ?o ; kg:sourceCount 2 """,
    "he took part in the journey": '?s rdfs:label "Vladislav Sorokin" . ?s kg:participatesAsMember ?e . ?e a kg:Journey',
    "he took part in the crossing": '?s rdfs:label "Vladislav Sorokin" . ?s kg:participatesAsMember ?e . ?e a kg:Crossing',
    "Varya is three and female": '?s rdfs:label "Varya" ; kg:age 3 ; schema:gender schema:Female',
    "the Foreign Ministry is Russia's": '?s rdfs:label "Russian Foreign Ministry" ; kg:ofCountry/rdfs:label "Russia"',
    "it speaks in the first article": """
        ?q schema:creator/rdfs:label "Russian Foreign Ministry" ; schema:text ?t . FILTER(STRSTARTS(?t, "We do not leave"))""",
    "it speaks in the second article": """
        ?q schema:creator/rdfs:label "Russian Foreign Ministry" ; schema:text ?t . FILTER(CONTAINS(?t, "bridge across"))""",
    "the embassy is in Pyongyang": """
        ?s a schema:GovernmentOrganization ; kg:ofCountry/rdfs:label "Russia" ; schema:location/rdfs:label "Pyongyang" """,
    "NBC News publishes the first article": """
        ?d a schema:NewsArticle ; schema:publisher ?p . ?p a schema:NewsMediaOrganization ; rdfs:label "NBC News" """,
    "The Moscow Times publishes the second article": """
        ?d a schema:NewsArticle ; schema:publisher ?p . ?p a schema:NewsMediaOrganization ; rdfs:label|skos:altLabel "Moscow Times" """,
    "Facebook is an organisation": '?s rdfs:label "Facebook" ; a schema:Organization',
    "Kim Jong Un leads North Korea": '?s rdfs:label "Kim Jong Un" ; kg:leads/rdfs:label "North Korea"',
    "he apologised last October": """
        ?s rdfs:label "Kim Jong Un" . ?e a kg:Apology ; kg:agent ?s ; kg:timeExpression "last October" """,
    "he spoke to the Korean Times": """
        ?s rdfs:label "Kim Jong Un" . ?q schema:creator ?s ; kg:addressee/rdfs:label "Korean Times" """,
    "the Tumen River borders three countries": """
        ?s rdfs:label "Tumen River" ; kg:borders ?a, ?b, ?c .
        ?a rdfs:label "North Korea" . ?b rdfs:label "Russia" . ?c rdfs:label "China" """,
    "Russia borders North Korea": '?s rdfs:label "Russia" ; kg:borders/rdfs:label "North Korea"',
    "North Korea borders China": '?s rdfs:label "North Korea" ; kg:borders/rdfs:label "China"',
    "Vladivostok lies in Russia": '?s rdfs:label "Vladivostok" ; schema:containedInPlace/rdfs:label "Russia"',
    "Vladivostok lies in the Russian Far East": """
        ?s rdfs:label "Vladivostok" ; schema:containedInPlace ?o . ?o rdfs:label|skos:altLabel "Russian Far East" """,
    "Vladivostok lies on the Pacific": """
        ?s rdfs:label "Vladivostok" ; kg:locatedOn ?o . ?o rdfs:label ?l . FILTER(CONTAINS(?l, "Pacific"))""",
    "Pyongyang lies in North Korea": '?s rdfs:label "Pyongyang" ; schema:containedInPlace/rdfs:label "North Korea"',
    "Moscow lies in Russia": '?s rdfs:label "Moscow" ; schema:containedInPlace/rdfs:label "Russia" ; geo:lat ?lat ; geo:long ?long',
    "the diplomats are a group of eight with Sorokin among them": """
        ?g a kg:Group ; kg:size 8 ; schema:member/rdfs:label "Vladislav Sorokin" """,
    "the train ride took 32 hours, out of Pyongyang": """
        ?e kg:duration "PT32H"^^xsd:duration ; kg:origin/rdfs:label "Pyongyang" """,
    "the bus ride took 2 hours": '?e kg:duration "PT2H"^^xsd:duration ; kg:agent ?g . ?g kg:size 8',
    "the crossing led over the Tumen River": '?e a kg:Crossing ; kg:via/rdfs:label "Tumen River"',
    "they pushed for more than a kilometre": """
        ?e a sem:Event ; kg:agent ?g ; kg:quantity ?q . ?g kg:size 8 . ?q schema:minValue 1 ; schema:unitText "kilometre" """,
    "the last stretch was 0.6 miles": '?e a sem:Event ; kg:quantity ?q . ?q schema:value 0.6 ; schema:unitText "mile"',
    "they were welcomed on the Russian side": '?e a kg:Meeting ; kg:patient ?g . ?g kg:size 8',
    "they were taken to Vladivostok": '?e a sem:Event ; kg:destination/rdfs:label "Vladivostok" ; kg:patient|kg:agent ?g . ?g kg:size 8',
    "the journey is dated": '?e a kg:Journey ; sem:hasTimeStamp "2021-02-25"^^xsd:date',
    "the journey is one over both articles": """
        ?e a kg:Journey ; kg:sourceCount 2 ; kg:agent/kg:size 8 . FILTER NOT EXISTS { ?f a kg:Journey . FILTER(?f != ?e) }""",
    "the crossing is a leg that both tell": "?e a kg:Crossing ; kg:sourceCount 2 ; sem:subEventOf/kg:sourceCount 2",
    "the welcome is one over both articles": "?e a kg:Meeting ; kg:sourceCount 2",
    "the ride to Vladivostok is a leg that both tell": """
        ?e kg:destination/rdfs:label "Vladivostok" ; kg:sourceCount 2 ; sem:subEventOf ?j . ?j a kg:Journey""",
    "its legs are parts of it": '?leg kg:duration ?d ; sem:subEventOf ?e . ?e a kg:Journey',
    "the borders closed": "?e a kg:Closure",
    "there is a pandemic": "?e a kg:Epidemic",
    "staff were flown out": '?e a kg:Transport ; kg:origin/rdfs:label "North Korea"',
    "13 of them were of the embassy": "?g a kg:Group ; kg:size 13",
    "2.5 million died": "?e a kg:Death ; kg:quantity/schema:value 2500000",
    "North Korea has not reported cases: denied": """
        ?e kg:agent/rdfs:label "North Korea" ; kg:factuality kg:Denied ; rdfs:label ?l . FILTER(CONTAINS(?l, "report"))""",
}  # fmt: skip

NOT_SAID = {
    "a figure of speech in marks is a name": '?s schema:alternateName ?o . FILTER(REGEX(STR(?o), "^[a-z]"))',
    "Kim Jong Un works for a newspaper": '?s rdfs:label "Kim Jong Un" ; schema:worksFor ?o . ?o a schema:NewsMediaOrganization',
    "somebody of the teasers": '?s rdfs:label ?l . FILTER(REGEX(?l, "Putin|Gabuev|Kremlin|Washington"))',
    "a disease is a person": '?s a schema:Person ; rdfs:label ?l . FILTER(REGEX(?l, "Covid|Vladivostok"))',
    "an appeal is an organisation": '?s a schema:Organization ; rdfs:label ?l . FILTER(REGEX(?l, "Contribute|Support|Download"))',
    "an embassy is a country": '?s a schema:Country ; rdfs:label ?l . FILTER(REGEX(?l, "mbassy"))',
    "a denied fact stands as a plain triple": """
        ?x a rdf:Statement ; kg:factuality kg:Denied ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o""",
}  # fmt: skip


@pytest.mark.parametrize("what", SAID)
def test_the_seeds_say(graph: KnowledgeGraph, what: str) -> None:
    assert graph.ask(f"ASK {{ {SAID[what]} }}"), what


@pytest.mark.parametrize("what", NOT_SAID)
def test_the_seeds_do_not_say(graph: KnowledgeGraph, what: str) -> None:
    assert not graph.ask(f"ASK {{ {NOT_SAID[what]} }}"), what


def test_the_readme_query_finds_the_child(graph: KnowledgeGraph) -> None:
    query = 'SELECT ?child WHERE { ?p rdfs:label "Vladislav Sorokin" ; schema:children/rdfs:label ?child }'
    assert [row["child"] for row in graph.rows(query)] == ["Varya"]


def test_every_passage_is_its_slice_of_the_text(folder: Path) -> None:
    assert verify(folder) == []


@pytest.mark.parametrize("name", ["graph.ttl", "refusals.ttl", "graph.html"])
def test_the_committed_output_is_what_a_build_gives(folder: Path, name: str) -> None:
    if name == "graph.html":
        built, committed = (
            (place / name).read_text("utf-8").count("\n") for place in (folder, OUTPUT)
        )
    else:
        built, committed = ((place / name).read_bytes() for place in (folder, OUTPUT))
    assert built == committed, f"{name} is out of date: run kg build seeds -o output"
