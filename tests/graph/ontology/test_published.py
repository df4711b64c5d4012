"""The project's own ontology as others meet it: its own terms only, each defined, told in English, and mapped."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

ONTOLOGIES = Path(__file__).resolve().parents[3] / "ontologies"
KG = "https://w3id.org/newskg/ontology#"
ONTOLOGY = URIRef("https://w3id.org/newskg/ontology")
MAPPINGS = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch)


@pytest.fixture(scope="module")
def own():
    return Graph().parse(ONTOLOGIES / "newskg.ttl")


@pytest.fixture(scope="module")
def profile():
    return Graph().parse(ONTOLOGIES / "newskg-profile.ttl")


def test_the_ontology_states_nothing_of_the_terms_of_others(own):
    assert {subject for subject in own.subjects() if not subject.startswith(KG)} == {ONTOLOGY}


def test_the_profile_states_nothing_of_own_terms_and_no_ends_to_conclude_from(profile):
    assert not [subject for subject in profile.subjects() if subject.startswith(KG)]
    assert not [
        *profile.triples((None, RDFS.domain, None)),
        *profile.triples((None, RDFS.range, None)),
    ]


@pytest.mark.parametrize("name", ["ontology", "profile"])
def test_both_have_a_version(own, profile, name):
    node = URIRef(f"https://w3id.org/newskg/{name}")
    graph = own if name == "ontology" else profile
    assert str(graph.value(node, OWL.versionIRI)) == f"{node}/{graph.value(node, OWL.versionInfo)}"


def test_every_own_term_says_where_it_is_defined_and_what_it_is(own):
    terms = {subject for subject in own.subjects(RDF.type) if subject.startswith(KG)}
    assert len(terms) > 100
    for term in terms:
        assert own.value(term, RDFS.isDefinedBy) == ONTOLOGY, term
        for annotation in (RDFS.label, RDFS.comment):
            (text,) = own.objects(term, annotation)
            assert text.language == "en", term


def test_every_text_of_the_profile_has_its_language(profile):
    texts = [
        text
        for annotation in (RDFS.label, RDFS.comment)
        for text in profile.objects(None, annotation)
    ]
    assert texts and all(isinstance(text, Literal) and text.language == "en" for text in texts)


def test_own_terms_are_mapped_to_those_of_others(own):
    mapped = {
        (term, other) for relation in MAPPINGS for term, other in own.subject_objects(relation)
    }
    declared = set(own.subjects(RDF.type))
    assert len(mapped) >= 30
    assert {term for term, _ in mapped} <= declared
    assert not [other for _, other in mapped if other.startswith(KG)]


def test_nothing_is_used_that_no_prefix_is_for(own, profile):
    assert not [
        term for graph in (own, profile) for triple in graph for term in triple if "file:" in term
    ]
