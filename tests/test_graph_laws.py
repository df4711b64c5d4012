"""What holds in every graph that is written: domains and ranges, and a statement with evidence for
every relation.

The graphs are those of the seeds, of small articles, and one with a fact of every relation between
things of every class that it allows. `benchmarks/laws.py` asks the same of builds of any size.
"""

import sys
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from news_samples import ARTICLES, MENTOR, news
from pyoxigraph import RdfFormat, parse
from rdf_samples import ADA, CROSSING, GRAPH, JOURNEY, LUNE, passage

import kg
from kg.graph.ontology import load, ontology_files, shapes_file
from kg.model import (
    Decision,
    Disagreement,
    Entity,
    Fact,
    Literal,
    Origin,
    Quantity,
    Story,
    Verdict,
)
from kg.pipeline import build
from kg.rdf import Making, Software, read_triples, validate, with_inferred, write
from kg.vocabulary.prefixes import compact

ROOT = Path(__file__).parent.parent
TEXT = """Globex moves to Lima

July 5, 2021

By Nora Quist

LIMA (AP) - Ada Lund, 44, chief executive of Globex, a subsidiary of Initech, was born in Oslo,
Norway, in 1977. Her husband, Jens Berg, a member of the Labour Party, studied at the University of
Bergen. "We paid more than $5 million," Lund told Berg on Friday.

Initech was founded by Karl Moe in 1950 and has 300 employees. Moe's brother, Per, died in Bergen on
May 3, 2020. Eight Norwegian miners, including Rolf Dahl, walked from Oslo to Bergen for two hours.
Norway borders Sweden. Berg denied that he owns Globex. Lima is the capital of Peru. Lund received
the Nobel Prize. Norway attacked Sweden on Monday.
"""
KNOWS = """schema:knows a owl:ObjectProperty ; rdfs:label "knows" ; rdfs:comment "Knows." .
my:metWith rdfs:subPropertyOf schema:knows ."""
LITERALS = {
    "xsd:date": "2020-01-02",
    "xsd:gYearMonth": "2020-01",
    "xsd:gYear": "2020",
    "xsd:integer": "4",
    "xsd:string": "words",
}
ENTITIES = (
    "Person Organization Place Product CreativeWork".split()
)  # with their subclasses what relations are between
ROLES = {"sem:hasActor": "person/ada-quist", "sem:hasPlace": "place/lune"}
UNWRITTEN = {
    "kg:candidate",  # a refusal has its words as its label
    *"kg:about kg:inArticle kg:node".split(),  # only decisions.ttl says what a decision is about
}


@pytest.fixture(scope="module")
def ontology():
    return load()


@pytest.fixture(scope="module")
def laws():
    """The module of benchmarks/ that asks the same of big builds."""
    path = sys.path[:]
    sys.path.insert(0, str(ROOT / "benchmarks"))
    import laws

    sys.path[:] = path
    return laws


def is_entity(kind, ontology):
    """Return whether relations may be between things of a class."""
    kinds = (*(f"schema:{name}" for name in ENTITIES), "kg:Group", "kg:Award", "kg:Law")
    return kind != "schema:NewsArticle" and any(ontology.is_a(kind, each) for each in kinds)


def relations_of(ontology):
    """Yield each relation with two classes, or a class and a datatype, that its ends may have."""
    for curie, relation in ontology.properties.items():
        domain = relation.domain or ("schema:Person",)
        for subject, value in product(domain, relation.range):
            if is_entity(subject, ontology) and (value in LITERALS or is_entity(value, ontology)):
                yield curie, subject, value


DECISION = Decision(
    "decision/0a1b", Verdict.RIGHT, by="Bo Ek", on="2024-05-06", why="She said so herself."
)
STORY = Story(
    "story/crossing",
    "Ada Quist crosses the Lune",
    tuple(article.id for article in GRAPH.articles),
    (CROSSING.id,),
    "2024-05-03",
    "2024-05-04",
)
METADATA = {
    "section": "Local",
    "published_at": "2024-05-03T23:30:00-05:00",
    "metadata_from": ("published: JSON-LD",),
    "identifier": "a-1",
    "modified": "2024-05-04",
}


def every_relation(ontology):
    """Return a graph with a fact of each relation, a thing for each class and end, and an event
    with every role.
    """
    things, facts = {}, []
    for curie, subject, value in relations_of(ontology):
        if curie != "kg:isoCode":  # which is the code of the country that the entity names
            first, second = (
                f"thing/{kind.partition(':')[2]}-{end}".lower()
                for kind, end in ((subject, "s"), (value, "o"))
            )
            things[first] = Entity(first, first, ontology.superclasses(subject))
            if value not in LITERALS:
                things[second] = Entity(second, second, ontology.superclasses(value))
            other = Literal(LITERALS[value], value) if value in LITERALS else second
            facts.append(Fact(first, curie, other, ("rule",), (passage("Ada Quist"),), articles=1))
    roles = [
        (c, filler)
        for role, filler in ROLES.items()
        for c, p in ontology.properties.items()
        if role in (c, *p.parents)
    ]
    sums = (
        *CROSSING.quantities,
        Quantity(maximum="3", unit="mile"),
        Quantity(value="3", unit="barrel", currency="EUR"),
    )
    crossing = replace(CROSSING, roles=tuple(roles), quantities=sums)
    member = Fact(
        ADA.id, "kg:participatesAsMember", CROSSING.id, ("inferred:member",), CROSSING.evidence
    )
    ada, *others = GRAPH.entities
    ada = replace(ada, near_misses=("person/husband-1",), decisions=(DECISION.id,))
    entities, told = (ada, *others, *things.values()), (*GRAPH.facts, *facts, member)
    written_in = (LUNE.mentions[0].passage,)
    first_article, second_article = GRAPH.articles
    return replace(
        GRAPH,
        articles=tuple(replace(each, written_in=written_in, **METADATA) for each in GRAPH.articles),
        entities=entities,
        facts=with_inferred(told, ontology),
        events=(crossing, JOURNEY),
        disagreements=(
            Disagreement(CROSSING.id, JOURNEY.id),
            Disagreement(told[0], told[1], is_change=True),
        ),
        stories=(STORY,),
        origins=(Origin(second_article.id, "Norvik News Agency", first_article.id),),
        decisions=(DECISION,),
    )


def built_news(folder, home):
    """Build articles with a relation of a user's own that implies another, and return the ontology."""
    (home / "mentor.ttl").write_text(MENTOR + KNOWS, encoding="utf-8")
    articles = news(home, *ARTICLES)
    (articles / "lima.txt").write_text(TEXT, encoding="utf-8")
    build([articles], folder, mentions=True, ontologies=[home / "mentor.ttl"])
    return load([home / "mentor.ttl"])


@pytest.fixture(scope="module", params=["seeds", "news", "every relation"])
def written(request, tmp_path_factory, ontology):
    """A folder with a graph, and the ontology that it was made with."""
    home = tmp_path_factory.mktemp("laws")
    out = home / "out"
    if request.param == "seeds":
        build([ROOT / "seeds"], out, mentions=True)
    elif request.param == "news":
        return out, built_news(out, home)
    else:
        write(every_relation(ontology), out, ontology, mentions=True)
    return out, ontology


def test_every_domain_and_range_holds_for_what_is_written(written, laws):
    assert laws.broken(written[0]) == []


def test_every_class_and_property_that_is_written_has_a_shape(written, laws):
    folder, _ = written
    of_users = {"http://my.org/metWith", "schema:knows"}  # MENTOR and KNOWS
    assert set(laws.unshaped(laws.all_triples(folder))) <= of_users


def test_a_term_without_a_shape_is_found(laws):
    turtle = "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix x: <http://x.example/> . "
    turtle += "x:a a kg:Crossing, kg:Verdict ; kg:agent x:b ; kg:words 'a' ."
    found = [quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)]
    assert laws.unshaped(found) == ["kg:Verdict", "kg:words"]


def test_every_relation_between_two_things_has_a_statement_with_evidence(written, laws):
    folder, ontology = written
    assert laws.unsupported(read_triples(folder), ontology) == []


def test_the_graph_with_every_relation_has_every_property_and_is_valid(ontology, tmp_path):
    making = Making((Software("newskg", "1.0"),), licence="https://x.example/licence")
    write(every_relation(ontology), tmp_path, ontology, mentions=True, making=making)
    files = [tmp_path / name for name in ("graph.ttl", "refusals.ttl", "mentions.ttl")]
    used = {compact(triple.predicate.value) for file in files for triple in read_triples(file)}
    assert ontology.properties.keys() - used == UNWRITTEN
    assert validate(tmp_path, shapes_file(), ontology_files()) == []


def test_what_a_users_relation_implies_is_inferred_from_it(tmp_path):
    ontology = built_news(tmp_path / "out", tmp_path)
    assert ontology.properties["http://my.org/metWith"].parents == ("schema:knows",)
    graph = kg.load(tmp_path / "out")
    [row] = graph.rows("""SELECT ?who ?rule { ?x rdf:predicate schema:knows ; rdf:subject/rdfs:label
                       ?who ; kg:rule ?rule }
                       """)
    assert row == {"who": "Ada Lund", "rule": "inferred:http://my.org/metWith"}


def test_the_facts_that_a_build_counts_are_those_that_no_other_one_implies():
    report = build([ROOT / "seeds"])
    rules = [
        rule
        for fact in report.graph.facts
        for rule in fact.rules
        if rule.startswith("inferred:kg:")
    ]
    assert rules == ["inferred:kg:leads"]
    assert report.counts["facts"] == len(report.graph.facts) - 1
