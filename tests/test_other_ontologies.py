"""Graphs in the terms of somebody else's ontology: their facts, nodes and values, and how well they are filled."""

import importlib.util
import sys
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.graph.ontology import ontology_files, shapes_file
from kg.rdf import validate

ROOT = Path(__file__).resolve().parents[1]
OTHERS = ROOT / "tests" / "graph" / "ontology" / "others"
MINE = """
@prefix e: <http://e.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <http://schema.org/> .
e:Company a owl:Class . e:Person a owl:Class . e:Party a owl:Class . e:Product a owl:Class . e:Ideology a owl:Class . e:Work a owl:Class .
e:City a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty e:population ; owl:cardinality 1 ] .
e:produces a owl:ObjectProperty ; rdfs:domain e:Company ; rdfs:range e:Product .
e:ideology a owl:ObjectProperty ; rdfs:domain e:Party ; rdfs:range e:Ideology .
e:genre a owl:DatatypeProperty ; rdfs:domain e:Work ; rdfs:range xsd:string .
e:population a owl:DatatypeProperty ; rdfs:domain e:City ; rdfs:range xsd:int .
e:length a owl:DatatypeProperty ; rdfs:range xsd:double .
e:openingYear a owl:DatatypeProperty ; rdfs:range xsd:gYear .
e:maker a owl:ObjectProperty ; rdfs:range [ owl:unionOf ( e:Person e:Company ) ] .
e:sire a owl:ObjectProperty ; owl:equivalentProperty schema:founder ; rdfs:domain e:Company ; rdfs:range e:Person .
e:rector a owl:DatatypeProperty ; rdfs:range xsd:string .
"""
# A sentence, and what the ontology above makes of it: subject, property, object.
SAID = [
    (
        "Globex Industries produces electric cars.",
        [("Globex Industries", "produces", "electric car")],
    ),
    ("Globex Industries sells software.", []),
    ("Globex Industries produces the Lumo and three other cars.", []),
    (
        "Electric cars are produced by Globex Industries.",
        [("Globex Industries", "produces", "electric car")],
    ),
    (
        "The ideology of the Progress Party is socialism.",
        [("Progress Party", "ideology", "socialism")],
    ),
    (
        "The Progress Party's ideology is liberalism and pacifism.",
        [("Progress Party", "ideology", "liberalism"), ("Progress Party", "ideology", "pacifism")],
    ),
    ("The Progress Party's ideology is green ideology.", [("Progress Party", "ideology", "green")]),
    ("The Progress Party's ideology is unclear.", []),
    ("The Progress Party's ideology is not socialism.", []),
    ("The Progress Party's ideology is changing.", []),
    ("Lima has a population of 10 million.", [("Lima", "population", "10000000")]),
    ("The population of Lima is 9.7 million.", [("Lima", "population", "9700000")]),
    ("Globex Industries was opened on 3 May 2011.", [("Globex Industries", "openingYear", "2011")]),
    ("Globex Industries was founded by Ada Lund.", [("Globex Industries", "sire", "Ada Lund")]),
    (
        "Ada Lund, the rector of Oslo University, resigned.",
        [("Oslo University", "rector", "Ada Lund")],
    ),
    ("Ada Lund did not found Globex Industries.", []),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The ontology above in a file, and the folder of a build with it of all sentences."""
    home = tmp_path_factory.mktemp("others")
    ontology = home / "theirs.ttl"
    ontology.write_text(MINE, encoding="utf-8")
    articles = [{"id": str(number), "text": sentence} for number, (sentence, _) in enumerate(SAID)]
    graph = kg.build(articles, home / "out", ontologies=ontology).graph
    return ontology, home / "out", graph


def run(capsys, *arguments):
    """What a command that succeeds prints, and says on standard error."""
    with pytest.raises(SystemExit) as caught:
        main([str(argument) for argument in arguments])
        sys.exit(0)
    assert not caught.value.code
    return capsys.readouterr()


def said_of(graph, number):
    """What an article says in terms of the ontology, with the labels of things."""
    (article,) = (article.id for article in graph.articles if article.identifier == str(number))
    names = {entity.id: entity.name for entity in graph.entities}
    facts = [
        fact
        for fact in graph.facts
        if fact.predicate.startswith("http://e.org/") and fact.factuality.stands
    ]
    return sorted(
        (
            names[fact.subject],
            fact.predicate.rpartition("/")[-1],
            names[fact.object] if isinstance(fact.object, str) else fact.object.text,
        )
        for fact in facts
        if any(passage.article == article for passage in fact.evidence)
    )


@pytest.mark.parametrize("number", range(len(SAID)), ids=[sentence for sentence, _ in SAID])
def test_a_sentence_in_terms_of_somebody_else(files, number):
    _, expected = SAID[number]
    assert said_of(files[2], number) == expected


def test_the_graph_is_valid_by_their_ontology_and_by_ours(files):
    ontology, out, _ = files
    assert validate(out, shapes_file(), ontology_files(ontology)) == []
    assert validate(out, shapes_file(), ontology_files()) == []


def test_a_thing_without_a_name_is_a_node_of_their_class(files):
    text = (files[1] / "graph.ttl").read_text("utf-8")
    assert "thing:electric-car a e:Product" in text
    assert (
        "organization:globex-industries e:produces" in text
        or "e:produces thing:electric-car" in text
    )


def test_ends_have_the_classes_that_their_properties_ask_for(files):
    types = {entity.id: entity.types for entity in files[2].entities}
    assert "http://e.org/Company" in types["organization/globex-industries"]
    assert types["organization/globex-industries"][0].startswith("schema:")
    assert "http://e.org/City" in types["place/lima"]


def test_kg_ontology_shows_how_each_property_is_read(files, capsys):
    shown, _ = run(capsys, "ontology", files[0])
    assert "passed over: owl:Restriction, of http://e.org/City" in shown
    assert "    S produce O\n" in shown
    assert "    as schema:founder, with all its patterns\n" in shown
    assert "e:produces (schema:Corporation → e:Product, with a name or without)" in shown


def test_kg_ontology_gives_a_template_that_can_be_filled_in(tmp_path, capsys):
    theirs = tmp_path / "theirs.ttl"
    theirs.write_text(
        "<http://e.org/P1> a <http://www.w3.org/2002/07/owl#ObjectProperty> .", encoding="utf-8"
    )
    shown, _ = run(capsys, "ontology", theirs)
    assert "1 properties: 0 can be read, 1 cannot" in shown
    template = shown[shown.index("@prefix kg:") :]
    assert template.count("\n    ") == 6  # five lines, and the end
    filled = tmp_path / "mine.ttl"
    filled.write_text(
        template.replace("VERB", "shadow").replace("NOUN", "shadow"), encoding="utf-8"
    )
    assert "1 properties: 1 can be read, 0 cannot" in run(capsys, "ontology", theirs, filled)[0]


def test_a_build_says_how_much_of_an_ontology_is_of_no_use(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Globex Industries was founded by Ada Lund.", encoding="utf-8")
    theirs = tmp_path / "theirs.ttl"
    theirs.write_text(
        "<http://e.org/P1> a <http://www.w3.org/2002/07/owl#ObjectProperty> .", encoding="utf-8"
    )
    _, err = run(
        capsys,
        "build",
        tmp_path / "a.txt",
        "-o",
        tmp_path / "out",
        "--ontology",
        theirs,
        "--strict",
    )
    assert "1 of 1 properties cannot be read from their names: see kg ontology" in err


# --------------------------------------------------------------------------------------------------------------------------- measured

WANTED = {False: 0.35, True: 0.65}


@pytest.fixture(scope="module")
def benchmark():
    """The module of benchmarks/ that measures."""
    path = ROOT / "benchmarks" / "other_ontologies.py"
    spec = importlib.util.spec_from_file_location("other_ontologies", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("given", [False, True], ids=["as it is", "five lines a property"])
def test_other_ontologies_are_filled(benchmark, given):
    scores = {name: benchmark.score(name, with_patterns=given).f1 for name in benchmark.SETS}
    assert min(scores.values()) >= WANTED[given], scores
