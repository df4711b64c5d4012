"""The books agree: the vocabulary, the ontology, the code and the shapes name the same terms."""

import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection

from kg.graph.ontology.loading import load, ontology_files, shapes_file
from kg.vocabulary.prefixes import PREFIXES, compact

ROOT = Path(__file__).resolve().parents[3]
SH = Namespace("http://www.w3.org/ns/shacl#")
CURIE = re.compile(r"\b(?:kg|schema|sem|nif|itsrdf|prov|geo):[A-Za-z][A-Za-z0-9]*\b(?!\{)")

CLASSES = """
schema:Person kg:Group sem:Actor sem:Place schema:Organization schema:GovernmentOrganization
schema:NewsMediaOrganization schema:Corporation schema:EducationalOrganization schema:SportsTeam kg:PoliticalParty
kg:ArmedGroup schema:Place schema:Country schema:City schema:State schema:RiverBodyOfWater schema:SeaBodyOfWater
schema:LakeBodyOfWater schema:Mountain schema:Airport schema:LandmarksOrHistoricalBuildings kg:Region schema:NewsArticle
schema:CreativeWork schema:Book schema:Movie schema:Product kg:Award kg:Law sem:Event kg:Movement kg:Crossing kg:Journey
kg:Transport kg:Meeting kg:Communication kg:Attack kg:Demonstration kg:Arrest kg:Charge kg:Trial kg:Conviction
kg:Release kg:Election kg:Appointment kg:Resignation kg:Acquisition kg:Founding kg:Agreement kg:Transfer kg:Birth
kg:Death kg:Injury kg:Marriage kg:Divorce kg:Closure kg:Opening kg:Disaster kg:Epidemic kg:Competition kg:Launch
kg:Apology kg:Awarding kg:Accident kg:Rescue kg:Decision kg:Investigation kg:PublicStatement
kg:Creation kg:Damage kg:Change schema:QuantitativeValue schema:MonetaryAmount schema:Quotation rdf:Statement nif:RFC5147String
nif:Context kg:Refusal kg:Factuality kg:MentionType kg:WordClass
"""
RELATIONS = """
schema:worksFor schema:employee kg:leads kg:ledBy schema:memberOf schema:member schema:founder kg:founded
schema:alumniOf schema:alumni schema:children schema:parent schema:spouse schema:sibling schema:relatedTo
schema:nationality schema:birthPlace schema:deathPlace schema:homeLocation schema:birthDate schema:deathDate
schema:parentOrganization schema:subOrganization kg:ofCountry schema:location schema:owns kg:ownedBy schema:foundingDate
schema:numberOfEmployees schema:containedInPlace schema:containsPlace kg:capitalOf kg:capital kg:borders kg:locatedOn
schema:author schema:publisher schema:creator kg:receivedAward kg:spokespersonFor kg:represents kg:ally kg:opponent
kg:playsIn
"""
ATTRIBUTES = """
rdfs:label skos:altLabel owl:sameAs skos:closeMatch schema:jobTitle schema:gender kg:age kg:size kg:memberType geo:lat
geo:long kg:isoCode schema:headline schema:datePublished schema:url schema:inLanguage dcterms:source kg:sha256
schema:mentions sem:hasActor kg:agent kg:patient kg:recipient kg:instrument sem:hasPlace kg:origin kg:destination kg:via
sem:hasTimeStamp sem:hasBeginTimeStamp sem:hasEndTimeStamp kg:timeExpression kg:duration kg:quantity sem:subEventOf
schema:value schema:unitText schema:currency schema:minValue schema:maxValue schema:text kg:addressee kg:indirect
rdf:subject rdf:predicate rdf:object kg:confidence kg:factuality prov:wasAttributedTo kg:rule kg:sourceCount
prov:wasDerivedFrom nif:referenceContext nif:beginIndex nif:endIndex nif:anchorOf kg:role schema:startDate
schema:endDate kg:asOf kg:past itsrdf:taIdentRef kg:mentionType kg:reason kg:candidate kg:nearMiss kg:mergeReason
kg:participatesAsMember kg:approximate kg:saidAs kg:saidOfThePast kg:eventVerb kg:eventNoun kg:eventWith kg:stateVerb kg:roleOf kg:words kg:notAfter
kg:contradicts kg:supersedes kg:tells schema:hasPart kg:originalSource schema:isBasedOn kg:verdict kg:about kg:node kg:inArticle kg:decidedBy
"""
INDIVIDUALS = "kg:Asserted kg:Reported kg:Denied kg:Possible kg:Planned kg:Name kg:Nominal kg:Pronoun kg:Trigger schema:Male schema:Female"
INVERSES = """
worksFor/employee leads/ledBy memberOf/member founder/founded alumniOf/alumni children/parent
parentOrganization/subOrganization owns/ownedBy containedInPlace/containsPlace capitalOf/capital
"""
SYMMETRIC = {
    "schema:spouse",
    "schema:sibling",
    "schema:relatedTo",
    "kg:borders",
    "kg:contradicts",
    "kg:ally",
    "kg:opponent",
}
# Ends that the shapes see otherwise than the ontology: the authors and publishers of articles may be names without a node,
# whoever leads a place works for it, and a quotation may be anybody's.
SHAPED_OTHERWISE = {
    "schema:author",
    "schema:publisher",
    "schema:worksFor",
    "schema:employee",
    "schema:creator",
}


@pytest.fixture(scope="module")
def stated():
    graph = Graph()
    for path in ontology_files():
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def ontology():
    return load()


def node(curie):
    prefix, _, name = curie.partition(":")
    return URIRef(PREFIXES[prefix] + name)


@pytest.mark.parametrize("curie", f"{CLASSES} {RELATIONS} {ATTRIBUTES} {INDIVIDUALS}".split())
def test_every_term_of_the_vocabulary_is_stated_with_one_label_and_one_comment(stated, curie):
    assert stated.value(node(curie), RDF.type) is not None
    assert len(list(stated.objects(node(curie), RDFS.label))) == 1
    assert len(list(stated.objects(node(curie), RDFS.comment))) == 1


def test_every_term_that_the_ontology_states_has_a_label_and_a_comment(stated):
    bare = [
        s
        for s in stated.subjects(RDF.type)
        if "/outlet/" not in s
        and not (stated.value(s, RDFS.label) and stated.value(s, RDFS.comment))
    ]
    assert not bare


def test_every_term_that_the_code_uses_is_in_the_ontology(stated):
    files = [path for path in sorted((ROOT / "kg").rglob("*")) if path.suffix in (".py", ".rq")]
    used = {
        (curie, path.name)
        for path in files
        for curie in CURIE.findall(path.read_text(encoding="utf-8"))
    }
    unknown = sorted(
        (curie, name) for curie, name in used if stated.value(node(curie), RDF.type) is None
    )
    assert used
    assert not unknown


def test_the_ontology_uses_no_blank_nodes_and_declares_each_class_that_it_names(stated):
    assert not [t for triple in stated for t in triple if t.__class__.__name__ == "BNode"]


@pytest.mark.parametrize("curie", RELATIONS.split())
def test_every_relation_has_a_domain_and_a_range(ontology, curie):
    property_ = ontology.properties[curie]
    assert property_.domain
    assert property_.range


@pytest.mark.parametrize("pair", INVERSES.split())
def test_inverse_properties_know_each_other(ontology, pair):
    one, other = (
        [c for c in ontology.properties if c.endswith(f":{name}")] for name in pair.split("/")
    )
    assert (ontology.properties[one[0]].inverse, ontology.properties[other[0]].inverse) == (
        other[0],
        one[0],
    )


def test_the_symmetric_properties_are_those_of_the_vocabulary(ontology):
    assert {
        curie for curie, property_ in ontology.properties.items() if property_.symmetric
    } == SYMMETRIC


def test_every_relation_can_be_said_itself_or_by_its_inverse(ontology):
    said = {curie for found in ontology.pattern_index.values() for curie, _ in found}
    silent = {
        c for c in RELATIONS.split() if c not in said and ontology.properties[c].inverse not in said
    }
    assert not silent


def test_every_kind_of_event_has_words_and_roles_or_takes_its_roles_from_above(ontology):
    worded = {cls for classes in ontology.event_index.values() for cls in classes}
    for kind in (cls for cls in ontology.ancestors if ontology.is_a(cls, "sem:Event")):
        assert kind in worded
        assert any(
            cls in ontology.role_rules
            for cls in ontology.superclasses(kind)
            if cls != "sem:Event" or kind == "sem:Event"
        )


def test_every_participant_is_an_actor_and_every_way_point_a_place(ontology):
    parents = {
        curie: set(ontology.properties[curie].parents)
        for rules in ontology.role_rules.values()
        for curie in _led_to(rules)
    }
    general = {"sem:hasActor", "sem:hasPlace"}
    assert all(curie in general or found & general for curie, found in parents.items())


def _led_to(rules):
    return {rule.property for rule in rules}


# --------------------------------------------------------------------------------------------------------------------- shapes


@pytest.fixture(scope="module")
def shapes():
    return Graph().parse(shapes_file())


def choices(shapes, node_, kind):
    """The classes or datatypes that a shape allows, in a choice or alone."""
    alone = {compact(str(c)) for c in shapes.objects(node_, SH[kind])}
    listed = shapes.value(node_, SH["or"]) or shapes.value(shapes.value(node_, SH.node), SH["or"])
    members = Collection(shapes, listed) if listed is not None else []
    return alone | {compact(str(c)) for member in members for c in shapes.objects(member, SH[kind])}


@pytest.mark.parametrize("curie", sorted(set(RELATIONS.split()) - SHAPED_OTHERWISE))
def test_the_shape_of_a_relation_has_the_ends_that_the_ontology_gives_it(ontology, shapes, curie):
    shape = shapes.value(predicate=SH.targetSubjectsOf, object=node(curie))
    property_ = ontology.properties[curie]
    assert choices(shapes, shape, "class") == set(property_.domain)
    value_shape = shapes.value(shape, SH.property)
    assert shapes.value(value_shape, SH.path) == node(curie)
    assert choices(shapes, value_shape, "datatype" if property_.literal else "class") == set(
        property_.range
    )


@pytest.mark.parametrize("curie", sorted(SHAPED_OTHERWISE))
def test_the_other_relations_have_shapes_too(shapes, curie):
    assert shapes.value(predicate=SH.targetSubjectsOf, object=node(curie)) is not None


def test_every_class_and_property_in_the_shapes_is_in_the_ontology(stated, shapes):
    named = {
        t
        for triple in shapes
        for t in triple
        if isinstance(t, URIRef) and CURIE.fullmatch(compact(str(t)))
    }
    assert not sorted(term for term in named if stated.value(term, RDF.type) is None)
